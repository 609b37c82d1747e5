#include "text/quantity.hpp"

#include "support/catch.hpp"

using namespace svodka::text;

namespace {

const Unit work{"работа", "работы", "работ"};
const Unit percent{"%", {}, {}};

}  // namespace

TEST_CASE("after a limit the unit stands in the genitive") {
  CHECK(genitive_quantity(1, work) == "1\u00A0работы");
  CHECK(genitive_quantity(2, work) == "2\u00A0работ");
  CHECK(genitive_quantity(5, work) == "5\u00A0работ");
  CHECK(genitive_quantity(11, work) == "11\u00A0работ");
  CHECK(genitive_quantity(21, work) == "21\u00A0работы");
  CHECK(genitive_quantity(2.5, work) == "2,5\u00A0работы");
  CHECK(genitive_quantity(0, work) == "0\u00A0работ");
  CHECK(genitive_quantity(12000, work) == "12\u00A0000\u00A0работ");
  CHECK(genitive_quantity(2000, work) == "2000\u00A0работ");
}

TEST_CASE("counted by itself the unit follows the number") {
  CHECK(counted_quantity(1, work) == "1\u00A0работа");
  CHECK(counted_quantity(3, work) == "3\u00A0работы");
  CHECK(counted_quantity(-5, work) == "−5\u00A0работ");
  CHECK(counted_quantity(1.5, work) == "1,5\u00A0работы");
}

TEST_CASE("a unit without stored cases stays as it is, and no unit leaves the number") {
  CHECK(genitive_quantity(80, percent) == "80\u00A0%");
  CHECK(counted_quantity(5, {"чел.", {}, {}}) == "5\u00A0чел.");
  CHECK(genitive_quantity(3, {}) == "3");
}

TEST_CASE("targets are worded by operator") {
  CHECK(target("at_least", "не менее", 80, percent) == "не менее 80\u00A0%");
  CHECK(target("at_most", "не более", 1, work) == "не более 1\u00A0работы");
  CHECK(target("up_to", "до", 5, work) == "до 5\u00A0работ");
  CHECK(target("exactly", "ровно", 2, work) == "ровно 2\u00A0работы");
  CHECK(target("trend_up", "рост", 5, work) == "рост на 5\u00A0работ");
  CHECK(target("trend_down", "снижение", std::nullopt, work) == "снижение");
}

TEST_CASE("bands are worded by their bounds") {
  CHECK(band(50, 80.5, percent) == "от 50 до 80,5\u00A0%");
  CHECK(band(80, std::nullopt, percent) == "не менее 80\u00A0%");
  CHECK(band(std::nullopt, 1, work) == "не более 1\u00A0работы");
  CHECK(band(2, 2, work) == "2\u00A0работы");
  CHECK(band(std::nullopt, std::nullopt, work).empty());
}
