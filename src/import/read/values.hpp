#pragma once
// One value of a record: from JSON to the field's type.

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "import/kinds.hpp"
#include "import/read/json_records.hpp"

namespace svodka::import {

struct ValueProblem {
  base::Code code;
  std::string message;
  std::string hint;
};

// The value of the field, empty for null; or nothing, and `problem` says why.
std::optional<text::Value> read_value(const Field& field, JsonScalar json, ValueProblem& problem);

// A key is letters of Latin or Russian and digits, after the first also «.», «_» and «-».
bool is_key(std::string_view text);

// "a, b or c"
std::string enumeration(const std::vector<std::string_view>& words);

// What a field of the type holds, for messages: "a date «YYYY-MM-DD»".
std::string_view expected_of(FieldType type);

}  // namespace svodka::import
