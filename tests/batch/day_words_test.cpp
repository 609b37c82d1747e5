#include "batch/job/day_words.hpp"

#include "support/catch.hpp"

using namespace svodka;
using batch::day_of;
using batch::period_of;

namespace {

text::Date day(const char* iso) { return *text::Date::parse(iso); }
std::string iso(const char* words, const char* from) {
  const auto found = day_of(words, day(from));
  return found ? found->iso() : "none";
}

}  // namespace

TEST_CASE("days are written or counted from the day of the run") {
  CHECK(iso("2026-02-28", "2026-11-01") == "2026-02-28");
  CHECK(iso("today", "2026-11-01") == "2026-11-01");
  CHECK(iso("yesterday", "2026-03-01") == "2026-02-28");
  CHECK(iso("end of previous month", "2026-11-01") == "2026-10-31");
  CHECK(iso("end of previous month", "2024-03-31") == "2024-02-29");
  CHECK(iso("start of current quarter", "2026-11-30") == "2026-10-01");
  CHECK(iso("end of current academic year", "2026-09-01") == "2027-08-31");
  CHECK(iso("end of 2026-10", "2020-01-01") == "2026-10-31");
  CHECK(iso("start of 2026-2027", "2020-01-01") == "2026-09-01");
}

TEST_CASE("what is neither a day nor words for one is none") {
  for (const auto* words :
       {"", "tomorrow", "2026-02-30", "end of", "end of month", "previous month", "End of 2026"}) {
    CHECK(iso(words, "2026-11-01") == "none");
  }
}

TEST_CASE("periods in words cross the borders of years") {
  CHECK(period_of("previous month", day("2026-01-31")) == "2025-12");
  CHECK(period_of("next month", day("2026-12-01")) == "2027-01");
  CHECK(period_of("current month", day("2026-10-31")) == "2026-10");
  CHECK(period_of("previous quarter", day("2026-02-01")) == "2025-Q4");
  CHECK(period_of("current quarter", day("2026-09-30")) == "2026-Q3");
  CHECK(period_of("previous year", day("2026-02-01")) == "2025");
  CHECK(period_of("current academic year", day("2026-08-31")) == "2025-2026");
  CHECK(period_of("current academic year", day("2026-09-01")) == "2026-2027");
  CHECK(period_of("previous academic year", day("2026-09-01")) == "2025-2026");
  CHECK(period_of("next academic year", day("2026-08-31")) == "2026-2027");
}

TEST_CASE("a period that is written already stays, and other words are none") {
  for (const auto* written : {"2026-10", "2026-Q3", "2026", "2026-2027", "2026-10-05", "2025..2027"}) {
    CHECK(period_of(written, day("2020-01-01")) == written);
  }
  for (const auto* words : {"", "month", "previous", "previous  month", "last month", "2026-13", "October"}) {
    CHECK(period_of(words, day("2026-11-01")).empty());
  }
}
