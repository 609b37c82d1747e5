#pragma once
// A number with its unit in the case that the words before it ask for.

#include <optional>
#include <string>
#include <string_view>

namespace svodka::text {

// «работа», «работы», «работ». An empty case is printed as the nominative, which suits «%» and «чел.».
struct Unit {
  std::string nominative;
  std::string genitive;
  std::string genitive_plural;
};

// After «не менее», «до»: «1 работы», «21 работы», «2,5 работы», «5 работ». U+00A0 before the unit.
std::string genitive_quantity(double number, const Unit& unit);
// By itself: «1 работа», «2 работы», «2,5 работы», «5 работ».
std::string counted_quantity(double number, const Unit& unit);

// «не менее 80 %», «ровно 2 работы», «рост на 5 баллов», «рост». `code` is at_least, at_most, up_to, exactly,
// trend_up or trend_down, `name` its Russian name.
std::string target(std::string_view code, std::string_view name, std::optional<double> number,
                   const Unit& unit);

// A range whose bounds are included: «от 50 до 80 %», «не менее 80 %», «не более 50 %»; empty without bounds.
std::string band(std::optional<double> lower, std::optional<double> upper, const Unit& unit);

}  // namespace svodka::text
