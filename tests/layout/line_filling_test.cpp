#include "layout/text/line_filling.hpp"

#include "support/catch.hpp"

using svodka::layout::fill_line;

// Lines with 20 points of spaces and 41 glyphs of 10 points: letters may part by 0.25, all together by 10.

TEST_CASE("a little room goes to the spaces alone") {
  const auto filling = fill_line(7, 20, 41, 10);
  CHECK(filling.stretch == Approx(1.35));  // (20 + 7) / 20
  CHECK(filling.tracking == 0);
}

TEST_CASE("more room parts the letters before the spaces are seen") {
  const auto filling = fill_line(12, 20, 41, 10);
  CHECK(filling.stretch == Approx(1.4));
  CHECK(filling.tracking == Approx(0.1));  // (12 - 8) / 40
}

TEST_CASE("letters part by a fortieth of an em at most, then spaces grow on") {
  const auto filling = fill_line(30, 20, 41, 10);
  CHECK(filling.tracking == Approx(0.25));
  CHECK(filling.stretch == Approx(2.0));  // 1 + (30 - 10) / 20
}

TEST_CASE("a line whose spaces would be holes is not filled and looks like its neighbours") {
  const auto filling = fill_line(60, 20, 41, 10);
  CHECK(filling.wanted == Approx(3.5));  // 1 + (60 - 10) / 20
  CHECK(filling.stretch == Approx(1.4));
  CHECK(filling.tracking == 0);
}

TEST_CASE("a line that is too full shrinks its spaces only") {
  const auto filling = fill_line(-5, 20, 41, 10);
  CHECK(filling.stretch == Approx(0.75));
  CHECK(filling.tracking == 0);
}

TEST_CASE("a word by itself is never parted") {
  const auto filling = fill_line(60, 0, 41, 10);
  CHECK(filling.stretch == 1);
  CHECK(filling.tracking == 0);
}
