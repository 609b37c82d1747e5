#include "batch/job/day_words.hpp"

#include <fmt/format.h>

namespace svodka::batch {

namespace {

using text::Date;
using text::Period;

std::string written(std::string_view unit, Date day) {
  if (unit == "month") return fmt::format("{:04}-{:02}", day.year(), day.month());
  if (unit == "quarter") return fmt::format("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1);
  if (unit == "year") return fmt::format("{:04}", day.year());
  constexpr int september = 9;
  const int first = day.month() >= september ? day.year() : day.year() - 1;
  return unit == "academic year" ? fmt::format("{:04}-{:04}", first, first + 1) : std::string();
}

}  // namespace

std::string period_of(std::string_view words, Date day) {
  if (Period::parse(words)) return std::string(words);
  const auto space = words.find(' ');
  if (space == std::string_view::npos) return {};
  const auto which = words.substr(0, space);
  const auto unit = words.substr(space + 1);
  const auto current = Period::parse(written(unit, day));
  if (!current) return {};
  if (which == "current") return written(unit, day);
  if (which == "previous") return written(unit, current->first.plus_days(-1));
  if (which == "next") return written(unit, current->last.plus_days(1));
  return {};
}

std::optional<Date> day_of(std::string_view words, Date day) {
  if (const auto date = Date::parse(words)) return date;
  if (words == "today") return day;
  if (words == "yesterday") return day.plus_days(-1);
  constexpr std::string_view start = "start of ", end = "end of ";
  const bool first = words.starts_with(start);
  if (!first && !words.starts_with(end)) return std::nullopt;
  const auto period = Period::parse(period_of(words.substr(first ? start.size() : end.size()), day));
  if (!period) return std::nullopt;
  return first ? period->first : period->last;
}

}  // namespace svodka::batch
