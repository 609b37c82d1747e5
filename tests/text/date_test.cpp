#include "text/date.hpp"

#include "support/catch.hpp"

using svodka::text::Date;
using svodka::text::Period;

TEST_CASE("a date is written in every Russian form") {
  const auto date = Date::parse("2026-08-05").value();
  CHECK(date.iso() == "2026-08-05");
  CHECK(date.short_russian() == "05.08.2026");
  CHECK(date.long_russian() == "5 августа 2026 г.");
  CHECK(date.day_month_russian() == "5 августа");
  CHECK(date.month_russian() == "август 2026 г.");
}

TEST_CASE("only YYYY-MM-DD of a day that exists is a date") {
  CHECK(Date::parse("2024-02-29"));
  for (const auto* wrong :
       {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01", "2026-01-01 ",
        "2026/01/01", "+026-01-01", "1899-12-31", "3000-01-01", "01.02.2026"}) {
    INFO(wrong);
    CHECK_FALSE(Date::parse(wrong));
  }
}

TEST_CASE("days count from 1970 and weekdays from Monday") {
  CHECK(Date{}.iso() == "1970-01-01");
  CHECK(Date::parse("2026-08-28")->days() == 20693);
  CHECK(Date::from_days(-1).iso() == "1969-12-31");
  CHECK(Date::parse("2026-08-28")->weekday() == 5);  // a Friday
  CHECK(Date::parse("2026-08-30")->weekday() == 7);
  CHECK(Date::parse("2026-12-31")->plus_days(1).iso() == "2027-01-01");
  CHECK(Date::parse("2026-08-28").value() < Date::parse("2026-09-01").value());
}

TEST_CASE("a period knows its first and last day and its Russian name") {
  struct Case {
    const char* written;
    const char* first;
    const char* last;
    const char* russian;
  };
  for (const auto& c : {Case{"2026-10-05", "2026-10-05", "2026-10-05", "5 октября 2026 г."},
                        Case{"2026-10", "2026-10-01", "2026-10-31", "октябрь 2026 г."},
                        Case{"2024-02", "2024-02-01", "2024-02-29", "февраль 2024 г."},
                        Case{"2026-Q3", "2026-07-01", "2026-09-30", "III квартал 2026 г."},
                        Case{"2026-Q4", "2026-10-01", "2026-12-31", "IV квартал 2026 г."},
                        Case{"2026", "2026-01-01", "2026-12-31", "2026 год"},
                        Case{"2026-2027", "2026-09-01", "2027-08-31", "2026/2027 учебный год"},
                        Case{"2025..2027", "2025-01-01", "2027-12-31", "2025–2027 годы"}}) {
    INFO(c.written);
    const auto period = Period::parse(c.written);
    REQUIRE(period);
    CHECK(period->first.iso() == c.first);
    CHECK(period->last.iso() == c.last);
    CHECK(period->russian() == c.russian);
    CHECK(period->russian_for() == c.russian);
  }
}

TEST_CASE("anything else is not a period") {
  for (const auto* wrong :
       {"", "26", "2026-", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-2028", "2027-2026", "2027..2025",
        "2026...2027", "2026-2", "октябрь 2026", "1800", "2999-3000", "2026-10-32"}) {
    INFO(wrong);
    CHECK_FALSE(Period::parse(wrong));
  }
}
