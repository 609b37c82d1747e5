#include "base/error.hpp"
#include "fonts/fonts.hpp"
#include "support/catch.hpp"

using namespace svodka::fonts;

TEST_CASE("the first installed alternative of a family is taken") {
  const FontSet fonts({"No Such Font, Liberation Serif, DejaVu Sans", "DejaVu Sans"});
  CHECK(fonts.face({0, false, false}).family() == "Liberation Serif");
  CHECK(fonts.face({1, false, false}).family() == "DejaVu Sans");
}

TEST_CASE("each style has its own face") {
  const FontSet fonts({"Liberation Serif"});
  CHECK(fonts.face({0, false, false}).postscript_name() == "LiberationSerif");
  CHECK(fonts.face({0, true, false}).postscript_name() == "LiberationSerif-Bold");
  CHECK(fonts.face({0, false, true}).postscript_name() == "LiberationSerif-Italic");
  CHECK(fonts.face({0, true, true}).postscript_name() == "LiberationSerif-BoldItalic");
  CHECK(fonts.face({0, true, true}).bold());
  CHECK(fonts.face({0, true, true}).italic());
  CHECK_FALSE(fonts.face({0, false, false}).bold());
}

TEST_CASE("condensed faces are not taken for ordinary ones") {
  const FontSet fonts({"DejaVu Sans"});
  CHECK(fonts.face({0, false, false}).postscript_name() == "DejaVuSans");
  CHECK(fonts.face({0, true, false}).postscript_name() == "DejaVuSans-Bold");
}

TEST_CASE("an alias of fontconfig does not count as an installed family") {
  CHECK_THROWS_WITH(FontSet({"Times, No Such Font"}),
                    "no font of the family 'Times', 'No Such Font' is installed; Liberation Serif is in "
                    "fonts-liberation2 (Debian 12) and fonts-liberation (Debian 13)");
}
