#include "text/value.hpp"

#include <limits>

#include "support/catch.hpp"

using namespace svodka::text;

namespace {

std::string number(double value, std::uint8_t decimals, bool grouping = true) {
  return display(value, Format{Format::Kind::number, decimals, grouping});
}

}  // namespace

TEST_CASE("decimals are rounded as they are written, half away from zero") {
  CHECK(number(2.675, 2) == "2,68");  // binary 2.67499…
  CHECK(number(1.005, 2) == "1,01");
  CHECK(number(0.125, 2) == "0,13");
  CHECK(number(-0.125, 2) == "−0,13");
  CHECK(number(2.5, 0) == "3");
  CHECK(number(-2.5, 0) == "−3");
  CHECK(number(2.674999, 2) == "2,67");
  CHECK(number(999.999, 2) == "1\u00A0000,00");
  CHECK(number(0.04, 1) == "0,0");
}

TEST_CASE("a number rounded to zero has no minus") {
  CHECK(number(-0.001, 2) == "0,00");
  CHECK(number(-0.0, 0) == "0");
}

TEST_CASE("thousands stand apart by a no-break space when grouping is on") {
  CHECK(number(1234.5, 1) == "1\u00A0234,5");
  CHECK(number(1234567, 0) == "1\u00A0234\u00A0567");
  CHECK(number(123, 0) == "123");
  CHECK(number(1234567, 2, false) == "1234567,00");
  CHECK(display(std::int64_t{-1234}, Format{Format::Kind::number, 0, true}) == "−1\u00A0234");
}

TEST_CASE("the general format prints a number as it is, without trailing zeros") {
  CHECK(display(1234.50) == "1234,5");
  CHECK(display(0.1) == "0,1");
  CHECK(display(3.0) == "3");
  CHECK(display(1.0 / 3.0) == "0,3333333333");
  CHECK(display(1e-12) == "0");
  CHECK(display(1e21) == "1000000000000000000000");
  CHECK(display(std::int64_t{-7}) == "−7");
  CHECK(display(std::numeric_limits<std::int64_t>::min()) == "−9223372036854775808");
}

TEST_CASE("a percentage is stored as it is printed") {
  CHECK(display(85.0, Format{Format::Kind::percent, 0, true}) == "85\u00A0%");
  CHECK(display(std::int64_t{85}, Format{Format::Kind::percent, 1, true}) == "85,0\u00A0%");
}

TEST_CASE("dates obey date formats, and print short by any other") {
  const Value date = Date::parse("2026-08-28").value();
  CHECK(display(date) == "28.08.2026");
  CHECK(display(date, Format{Format::Kind::date_short}) == "28.08.2026");
  CHECK(display(date, Format{Format::Kind::date_long}) == "28 августа 2026 г.");
  CHECK(display(date, Format{Format::Kind::date_day_month}) == "28 августа");
  CHECK(display(date, Format{Format::Kind::date_month}) == "август 2026 г.");
  CHECK(display(date, Format{Format::Kind::number, 2, true}) == "28.08.2026");
}

TEST_CASE("empty prints nothing and text prints itself") {
  CHECK(display(Value{}).empty());
  CHECK(display(Value{std::string("− а")}, Format{Format::Kind::number, 2, true}) == "− а");
  CHECK(is_empty(Value{}));
  CHECK_FALSE(is_empty(Value{std::string()}));
}

TEST_CASE("types have the names that templates write") {
  for (const auto type : {ValueType::integer, ValueType::decimal, ValueType::date, ValueType::text}) {
    CHECK(value_type(name_of(type)) == type);
  }
  CHECK(name_of(ValueType::decimal) == "decimal");
  CHECK(name_of(type_of(Value{2.5})) == "decimal");
  CHECK_FALSE(value_type("empty"));
  CHECK_FALSE(value_type("number"));
}
