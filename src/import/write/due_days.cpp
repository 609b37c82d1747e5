#include <algorithm>

#include "import/write/runs.hpp"

namespace svodka::import {

namespace {

using text::Date;

// The last day when the month is shorter; empty past the last year of Date.
std::optional<Date> day_of(int year, const MonthDay& day) {
  for (int d = day.day; d > 27; --d) {
    if (const auto date = Date::from_parts(year, day.month, d)) return date;
  }
  return Date::from_parts(year, day.month, std::min(day.day, 27));
}

std::vector<MonthDay> yearly_days(Recurrence recurrence) {
  constexpr int last = 31;
  std::vector<MonthDay> days;
  const int step = recurrence == Recurrence::monthly ? 1 : recurrence == Recurrence::quarterly ? 3 : 12;
  for (int month = step; month <= 12; month += step) days.push_back({month, last});
  return days;
}

std::vector<Date> sundays(Date first, Date last) {
  std::vector<Date> out;
  for (auto day = first.plus_days(7 - first.weekday()); day <= last; day = day.plus_days(7))
    out.push_back(day);
  return out;
}

}  // namespace

std::vector<Date> due_days(Recurrence recurrence, const std::vector<MonthDay>& days, Date first, Date last) {
  if (days.empty() && recurrence == Recurrence::weekly) return sundays(first, last);
  const auto& of_year = days.empty() ? yearly_days(recurrence) : days;
  std::vector<Date> out;
  for (int year = first.year(); year <= last.year(); ++year) {
    for (const auto& day : of_year) {
      const auto date = day_of(year, day);
      if (date && *date >= first && *date <= last) out.push_back(*date);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace svodka::import
