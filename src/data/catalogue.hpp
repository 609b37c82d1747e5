#pragma once
// What templates may read: the documented views, their columns and types.

#include <string_view>
#include <vector>

#include "text/value.hpp"

namespace svodka::data {

struct CatalogueColumn {
  std::string_view name;
  text::ValueType type;  // never empty
  std::string_view description;
  bool is_key = false;  // a user's key, one of those that tell which row it is
};

struct CatalogueView {
  std::string_view name;
  std::string_view description;
  std::vector<CatalogueColumn> columns;
};

using Catalogue = std::vector<CatalogueView>;

}  // namespace svodka::data
