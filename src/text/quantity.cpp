#include "text/quantity.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

#include "text/russian.hpp"
#include "text/value.hpp"

namespace svodka::text {

namespace {

// Beyond it doubles are not whole numbers one by one.
constexpr double kMostExact = 9007199254740992.0;
constexpr double kFirstGrouped = 10000;

bool is_whole(double number) { return std::trunc(number) == number && std::abs(number) <= kMostExact; }

std::string number_text(double number) {
  if (!is_whole(number)) return display(number);
  Format format;
  format.kind = Format::Kind::number;
  format.grouping = std::abs(number) >= kFirstGrouped;
  return display(static_cast<std::int64_t>(number), format);
}

const std::string& or_nominative(const std::string& form, const Unit& unit) {
  return form.empty() ? unit.nominative : form;
}

// `one` for numbers that end in 1, but not in 11.
std::string with_unit(double number, const std::string& one, const std::string& few, const std::string& many,
                      const Unit& unit) {
  const auto& genitive = or_nominative(unit.genitive, unit);
  const auto form = is_whole(number) ? plural(std::abs(static_cast<std::int64_t>(number)), one, few, many)
                                     : std::string_view(genitive);
  return form.empty() ? number_text(number) : fmt::format("{}\u00A0{}", number_text(number), form);
}

}  // namespace

std::string genitive_quantity(double number, const Unit& unit) {
  const auto& plural_form = or_nominative(unit.genitive_plural, unit);
  return with_unit(number, or_nominative(unit.genitive, unit), plural_form, plural_form, unit);
}

std::string counted_quantity(double number, const Unit& unit) {
  return with_unit(number, unit.nominative, or_nominative(unit.genitive, unit),
                   or_nominative(unit.genitive_plural, unit), unit);
}

std::string target(std::string_view code, std::string_view name, std::optional<double> number,
                   const Unit& unit) {
  if (!number) return std::string(name);
  if (code == "trend_up" || code == "trend_down") {
    return fmt::format("{} на {}", name, counted_quantity(*number, unit));
  }
  return fmt::format("{} {}", name,
                     code == "exactly" ? counted_quantity(*number, unit) : genitive_quantity(*number, unit));
}

std::string band(std::optional<double> lower, std::optional<double> upper, const Unit& unit) {
  if (!lower && !upper) return {};
  if (!upper) return "не менее " + genitive_quantity(*lower, unit);
  if (!lower) return "не более " + genitive_quantity(*upper, unit);
  if (*lower == *upper) return counted_quantity(*lower, unit);
  return fmt::format("от {} до {}", number_text(*lower), genitive_quantity(*upper, unit));
}

}  // namespace svodka::text
