#pragma once
// The catalogue in parts, and the words it is written with. Only for the catalogue's own .cpp files.

#include <string_view>

#include "data/catalogue.hpp"

namespace svodka::database::parts {

constexpr data::CatalogueColumn text(std::string_view name, std::string_view description) {
  return {name, text::ValueType::text, description};
}
// A user's key of the record that the row is about, or of one that it stands under.
constexpr data::CatalogueColumn key(std::string_view name, std::string_view description) {
  return {name, text::ValueType::text, description, true};
}
constexpr data::CatalogueColumn integer(std::string_view name, std::string_view description) {
  return {name, text::ValueType::integer, description};
}
constexpr data::CatalogueColumn decimal(std::string_view name, std::string_view description) {
  return {name, text::ValueType::decimal, description};
}
constexpr data::CatalogueColumn date(std::string_view name, std::string_view description) {
  return {name, text::ValueType::date, description};
}

data::Catalogue district_views();
data::Catalogue meeting_views();
data::Catalogue resolution_views();
data::Catalogue assignment_views();
data::Catalogue history_views();
data::Catalogue indicator_views();
data::Catalogue expertise_views();
data::Catalogue figure_views();

}  // namespace svodka::database::parts
