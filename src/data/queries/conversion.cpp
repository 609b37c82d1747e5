#include "data/queries/conversion.hpp"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"
#include "sqlite/functions.hpp"

namespace svodka::data {

namespace {

using text::Value;
using text::ValueType;

template <typename Number>
std::optional<Value> parse(std::string_view text) {
  Number number{};
  const auto* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
  return number;
}

std::optional<Value> finite(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

// Sums and quotients are often whole numbers held as fractions.
std::optional<Value> whole(double number) {
  constexpr double exact = 9007199254740992.0;  // 2⁵³
  if (number != std::trunc(number) || std::abs(number) > exact) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<Value> to_integer(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      return sqlite3_value_int64(value);
    case SQLITE_FLOAT:
      return whole(sqlite3_value_double(value));
    case SQLITE_TEXT:
      return parse<std::int64_t>(sqlite::text_of(value));
    default:
      return std::nullopt;
  }
}

std::optional<Value> to_decimal(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return finite(sqlite3_value_double(value));
    case SQLITE_TEXT: {
      const auto number = parse<double>(sqlite::text_of(value));
      return number ? finite(std::get<double>(*number)) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

std::optional<Value> to_date(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_TEXT) return std::nullopt;
  const auto date = text::Date::parse(sqlite::text_of(value));
  return date ? std::optional<Value>(*date) : std::nullopt;
}

std::optional<Value> to_text(sqlite3_value* value) {
  if (sqlite3_value_type(value) == SQLITE_BLOB) return std::nullopt;
  const auto text = sqlite::text_of(value);
  if (base::find_invalid_utf8(text) != std::string_view::npos) return std::nullopt;
  return std::string(text);
}

// Malformed bytes become U+FFFD.
std::string beginning(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string out;
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most; ++count) {
    base::append_utf8(out, base::next_code_point(text, at));
  }
  return at < text.size() ? out + "…" : out;
}

}  // namespace

std::optional<Value> convert(sqlite3_value* value, ValueType type) {
  if (sqlite3_value_type(value) == SQLITE_NULL) return Value{};
  switch (type) {
    case ValueType::integer:
      return to_integer(value);
    case ValueType::decimal:
      return to_decimal(value);
    case ValueType::date:
      return to_date(value);
    case ValueType::text:
      return to_text(value);
    case ValueType::empty:
      break;
  }
  assert(false);
  return std::nullopt;
}

std::string shown(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_BLOB:
      return fmt::format("a blob of {} bytes", sqlite3_value_bytes(value));
    case SQLITE_TEXT:
      return "'" + beginning(sqlite::text_of(value)) + "'";
    default:
      return std::string(sqlite::text_of(value));
  }
}

}  // namespace svodka::data
