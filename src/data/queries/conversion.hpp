#pragma once
// From SQLite's values to typed ones; for this room's .cpp files.

#include <optional>
#include <string>

#include "data/sqlite/handles.hpp"
#include "text/value.hpp"

namespace svodka::data {

// NULL is empty of any type. Nothing when the value is not of the type.
std::optional<text::Value> convert(sqlite3_value* value, text::ValueType type);

// How a message shows a value: 'text', 2.5, a blob of 3 bytes.
std::string shown(sqlite3_value* value);

}  // namespace svodka::data
