#pragma once
// Pictures that the database holds, each read once a binder.

#include <map>
#include <string>

#include "base/diagnostic.hpp"
#include "data/database.hpp"
#include "images/picture.hpp"

namespace svodka::bind {

class Pictures {
 public:
  explicit Pictures(data::Database& database) : database_(database) {}

  // Null with a warning when the database has none of that name, or one that is not a whole PNG or JPEG.
  images::PicturePtr find(const std::string& name, base::Diagnostics& diagnostics);

 private:
  images::PicturePtr read(const std::string& name, std::string& trouble);

  data::Database& database_;
  std::map<std::string, images::PicturePtr> known_;
};

}  // namespace svodka::bind
