#pragma once
// A typed value on its way from a database to a cell, and how it is displayed.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "text/date.hpp"

namespace svodka::text {

enum class ValueType : std::uint8_t { empty, integer, decimal, date, text };

// Missing (monostate) is not zero and not an empty text.
using Value = std::variant<std::monostate, std::int64_t, double, Date, std::string>;

inline ValueType type_of(const Value& value) { return static_cast<ValueType>(value.index()); }
inline bool is_empty(const Value& value) { return value.index() == 0; }
std::string_view name_of(ValueType type);  // "integer", as templates write it
std::optional<ValueType> value_type(std::string_view name);

// How a value is shown. Both writers obey it: PDF prints the text, XLSX stores the value with the matching
// number format.
struct Format {
  enum class Kind : std::uint8_t {
    general,
    number,
    percent,
    date_short,
    date_long,
    date_day_month,
    date_month
  };
  Kind kind = Kind::general;
  std::uint8_t decimals = 0;  // number and percent: digits after the comma, always printed
  bool grouping = true;       // thousands apart by U+00A0
  auto operator<=>(const Format&) const = default;
};

// Russian display text: «1 234,5» (U+00A0 between thousands), «85 %» (U+00A0; 85 is stored, not 0.85),
// «28.08.2026». General: integers and decimals without grouping and without trailing zeros, at most 10
// digits after the comma. Half away from zero in decimal. Minus is U+2212. Empty gives an empty text.
std::string display(const Value& value, const Format& format = {});

}  // namespace svodka::text
