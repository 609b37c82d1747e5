#pragma once
// Assignment runs: from addressee rules to assignments and occurrences.

#include <cstdint>
#include <optional>
#include <vector>

#include "import/write/assignments.hpp"
#include "sqlite/connection.hpp"
#include "text/date.hpp"

namespace svodka::import {

struct AssignmentRun {
  std::int64_t resolution = 0;  // row id
  text::Date assigned_on;
  std::optional<text::Date> until;
};

struct RunCounts {
  std::int64_t assignments = 0;
  std::int64_t occurrences = 0;
};

// Adds what is missing; never removes, never changes what is there.
RunCounts expand_run(sqlite::Connection& connection, const AssignmentRun& run, Assignments& assignments);

enum class Recurrence { weekly, monthly, quarterly, yearly };

struct MonthDay {
  int month = 1;
  int day = 1;  // beyond the month's last day: its last day
};

// The days, ascending, on which a recurring item is due within [first, last]: Sundays; last days of months,
// of quarters; the given days of each year, or else 31 December. Given days take the place of any recurrence.
std::vector<text::Date> due_days(Recurrence recurrence, const std::vector<MonthDay>& days, text::Date first,
                                 text::Date last);

}  // namespace svodka::import
