#include "xlsx/text/measure.hpp"
#include "support.hpp"

namespace svodka::xlsx::test {

namespace {

Points pitch(Points size) {
  FakeShaper shaper;
  text::LineBreaker breaker;
  return Measure(shaper, breaker).pitch({.size = size});
}

}  // namespace

// Of a screen at 100 %, but for 10 points, of which one at 125 % takes more: 13.2, not 12.75.
TEST_CASE("a line takes of a row what Excel gives it, and no more") {
  CHECK(pitch(8) == Approx(11.25));
  CHECK(pitch(9) == Approx(12));
  CHECK(pitch(9.5) == Approx(12.75));
  CHECK(pitch(10) == Approx(13.2));
  CHECK(pitch(11) == Approx(15));
  CHECK(pitch(12) == Approx(15.75));
  CHECK(pitch(14) == Approx(18.75));
  CHECK(pitch(16) == Approx(21));
}

TEST_CASE("a row of many lines is a whole number of pixels, not each of its lines") {
  auto table = table_of("t", {"а"});
  add_row(table, RowKind::body, {"a\nb\nc\nd\ne"});
  auto theme = small_theme();
  theme.style(StyleName::cell).size = 10;
  CHECK(written(document_of<document::Table>({table}), {}, theme)
            .has("row 2 height=68.25 "));  // 5 × 13.2 and 2 below
}

}  // namespace svodka::xlsx::test
