#pragma once
// The kinds of records that can be imported. One table drives reading, checking, writing, the JSON Schema and
// the field reference of docs/import.md.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/value.hpp"

namespace svodka::import {

enum class FieldType { key, text, integer, number, boolean, date, time, period, reference, vocabulary };

struct Field {
  std::string_view name;
  FieldType type = FieldType::text;
  std::string_view description;
  bool required = false;
  std::string_view target;              // reference: the array it points into
  std::vector<std::string_view> words;  // vocabulary: what may stand here
  std::optional<int> least;             // integer and number, inclusive
  std::optional<int> most;
  text::Value fallback;       // what a left-out field means; booleans are integers 0 and 1
  bool filled_later = false;  // append-only records: may go from empty to a value
};

enum class Mode {
  upsert,       // a record with the same identity is updated
  replaced,     // all records of one owner are replaced together; left-out ones go
  append_only,  // a record never changes
  run,          // updated likewise, and carried out
};

// What names the row that a record of history hangs on.
enum class About {
  nothing,
  assignment,  // item, organization or person, occurrence
  entry,       // these, period and revision
};

// When `field` holds one of `words` (when it is given at all, without words), `needed` must be given;
// `only` then: otherwise it must not.
struct Condition {
  std::string_view field;
  std::vector<std::string_view> words;
  std::string_view needed;
  bool only = false;
};

struct RecordKind {
  std::string_view name;  // of the array, the sheet and the table
  std::string_view description;
  Mode mode = Mode::upsert;
  About about = About::nothing;
  std::vector<Field> fields = {};
  std::vector<std::string_view> identity = {};  // fields that tell records apart
  std::string_view owner = {};                  // replaced: the reference whose lists are replaced together
  std::vector<std::string_view> place = {};     // fields that no two records share beside their identity
  std::vector<std::vector<std::string_view>> exactly_one = {};
  std::vector<std::vector<std::string_view>> at_most_one = {};
  std::vector<std::vector<std::string_view>> at_least_one = {};
  std::vector<Condition> conditions = {};
  std::vector<std::pair<std::string_view, std::string_view>> ordered =
      {};  // dates: the first not after the second
  std::vector<std::pair<std::string_view, std::string_view>> distinct =
      {};  // references: not the same record

  std::optional<std::size_t> find(std::string_view field) const;
  // As find, of a field that is known to exist.
  std::size_t at(std::string_view field) const;
  bool has_key() const { return fields.front().type == FieldType::key; }
};

// In the order of docs/import.md. Addresses stay the same while the program runs.
const std::vector<RecordKind>& record_kinds();

// Null when there is none of that name.
const RecordKind* find_kind(std::string_view name);

std::string_view name_of(FieldType type);

}  // namespace svodka::import
