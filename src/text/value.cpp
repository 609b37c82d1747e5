#include "text/value.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace svodka::text {

namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kMinus = "\u2212";
constexpr int kGeneralDecimals = 10;

constexpr std::array<std::string_view, 5> kTypeNames{"empty", "integer", "decimal", "date", "text"};

// A number as decimal digits: ±whole,fraction.
struct Decimal {
  bool negative = false;
  std::string whole;     // at least one digit
  std::string fraction;  // may be empty
};

Decimal decimal(std::int64_t number) {
  auto text = fmt::format("{}", number);
  const bool negative = text.front() == '-';
  if (negative) text.erase(0, 1);
  return {negative, std::move(text), {}};
}

// The shortest digits that read back as the same double: 2.675 is 2.675 here, not 2.67499999999999982.
Decimal decimal(double number) {
  assert(std::isfinite(number));
  std::array<char, 400> buffer{};
  const auto result =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::fixed);
  assert(result.ec == std::errc{});
  const std::string_view text(buffer.data(), static_cast<std::size_t>(result.ptr - buffer.data()));
  const auto point = text.find('.');
  if (point == std::string_view::npos) return {number < 0, std::string(text), {}};
  return {number < 0, std::string(text.substr(0, point)), std::string(text.substr(point + 1))};
}

void add_one(std::string& digits) {
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    if (*digit != '9') {
      ++*digit;
      return;
    }
    *digit = '0';
  }
  digits.insert(0, 1, '1');
}

// Half away from zero.
void round_to(Decimal& number, std::size_t decimals) {
  if (number.fraction.size() <= decimals) return;
  const bool up = number.fraction[decimals] >= '5';
  number.fraction.resize(decimals);
  if (!up) return;
  auto digits = number.whole + number.fraction;
  add_one(digits);
  number.whole = digits.substr(0, digits.size() - decimals);
  number.fraction = digits.substr(digits.size() - decimals);
}

bool is_zero(const Decimal& number) {
  return (number.whole + number.fraction).find_first_not_of('0') == std::string::npos;
}

std::string grouped(const std::string& whole) {
  std::string out;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) out += kNoBreakSpace;
    out += whole[i];
  }
  return out;
}

std::string written(const Decimal& number, bool grouping) {
  std::string out;
  if (number.negative && !is_zero(number)) out += kMinus;
  out += grouping ? grouped(number.whole) : number.whole;
  if (!number.fraction.empty()) out += "," + number.fraction;
  return out;
}

std::string display_number(Decimal number, const Format& format) {
  const bool fixed = format.kind == Format::Kind::number || format.kind == Format::Kind::percent;
  if (!fixed) {
    round_to(number, kGeneralDecimals);
    while (number.fraction.ends_with('0')) number.fraction.pop_back();
    return written(number, false);
  }
  round_to(number, format.decimals);
  number.fraction.resize(format.decimals, '0');
  auto out = written(number, format.grouping);
  if (format.kind == Format::Kind::percent) out.append(kNoBreakSpace).append("%");
  return out;
}

std::string display_date(Date date, const Format& format) {
  switch (format.kind) {
    case Format::Kind::date_long:
      return date.long_russian();
    case Format::Kind::date_day_month:
      return date.day_month_russian();
    case Format::Kind::date_month:
      return date.month_russian();
    default:
      return date.short_russian();
  }
}

struct Display {
  const Format& format;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::int64_t number) const { return display_number(decimal(number), format); }
  std::string operator()(double number) const { return display_number(decimal(number), format); }
  std::string operator()(Date date) const { return display_date(date, format); }
  std::string operator()(const std::string& text) const { return text; }
};

}  // namespace

std::string_view name_of(ValueType type) { return kTypeNames[static_cast<std::size_t>(type)]; }

std::optional<ValueType> value_type(std::string_view name) {
  for (const auto type : {ValueType::integer, ValueType::decimal, ValueType::date, ValueType::text}) {
    if (name_of(type) == name) return type;
  }
  return std::nullopt;
}

std::string display(const Value& value, const Format& format) { return std::visit(Display{format}, value); }

}  // namespace svodka::text
