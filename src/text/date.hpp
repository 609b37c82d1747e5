#pragma once
// Calendar dates (no time zone, no clock) and how Russian documents write them.

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace svodka::text {

// A valid day of the Gregorian calendar, years 1900–2999.
class Date {
 public:
  Date() = default;  // 1970-01-01
  static std::optional<Date> from_parts(int year, int month, int day);
  // "YYYY-MM-DD" exactly; empty for anything else, an impossible day included.
  static std::optional<Date> parse(std::string_view iso);
  static Date from_days(int days_since_1970);

  int year() const;
  int month() const;                  // 1–12
  int day() const;                    // 1–31
  int days() const { return days_; }  // since 1970-01-01
  int weekday() const;                // 1 Monday – 7 Sunday
  Date plus_days(int count) const { return from_days(days_ + count); }

  std::string iso() const;                // 2026-08-28
  std::string short_russian() const;      // 28.08.2026
  std::string long_russian() const;       // 28 августа 2026 г.
  std::string day_month_russian() const;  // 28 августа
  std::string month_russian() const;      // август 2026 г. (nominative)

  auto operator<=>(const Date&) const = default;

 private:
  int days_ = 0;
};

// Today by the clock of the machine; called by cli only.
Date today();

// A reporting period, written 2026-10-05 (day), 2026-10 (month), 2026-Q3 (quarter), 2026 (year),
// 2026-2027 (academic year, 1 September – 31 August) or 2025..2027 (years).
struct Period {
  enum class Kind { day, month, quarter, year, academic_year, years };
  Kind kind = Kind::month;
  Date first;
  Date last;  // inclusive

  static std::optional<Period> parse(std::string_view text);
  std::string russian() const;  // «октябрь 2026 г.», «III квартал 2026 г.», «2026/2027 учебный год»
  std::string russian_for() const;  // after «за»: «октябрь 2026 г.», «2026/2027 учебный год»
};

}  // namespace svodka::text
