#pragma once
// What compile() makes and the binder walks. Private to the room.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "data/database.hpp"
#include "images/picture.hpp"
#include "templates/template.hpp"
#include "text/value.hpp"

namespace svodka::bind {

// Where the value of a path comes from.
struct Slot {
  enum class Source : std::uint8_t { none, parameter, query, as_of };
  Source source = Source::none;
  std::uint16_t index = 0;   // of the parameter or the query
  std::uint16_t column = 0;  // of the query
  text::ValueType type = text::ValueType::text;
};

struct QueryPlan {
  std::string name;
  templates::Rows rows = templates::Rows::many;
  std::vector<data::QueryColumn> columns;
  // Pulled row by row into the only table that uses it; otherwise kept for the document.
  bool streamed = false;

  std::uint16_t column(std::string_view field) const;  // must exist: compile() has checked it
};

struct Program {
  templates::Template report;  // its paths numbered into slots
  std::vector<Slot> slots;
  std::vector<QueryPlan> queries;
  std::map<std::string, images::PicturePtr> pictures;  // by the path that the template gives

  std::uint16_t query(std::string_view name) const;  // must exist
};

// Null, with diagnostics, when the query has mistakes.
std::unique_ptr<data::Query> prepare(const templates::QueryText& query, data::Database& database,
                                     base::Diagnostics& diagnostics);

// How a typed value that went through these filters is displayed.
text::Format format_of(const std::vector<templates::FilterCall>& filters);

}  // namespace svodka::bind
