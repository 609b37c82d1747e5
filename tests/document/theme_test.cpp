#include "document/theme.hpp"

#include "support/catch.hpp"

using namespace svodka::document;
using svodka::base::millimetres;

TEST_CASE("the default theme is a page of GOST R 7.0.97") {
  const auto theme = default_theme();
  CHECK(theme.page_width == millimetres(210));
  CHECK(theme.margin_left == millimetres(30));
  CHECK(theme.margin_right == millimetres(10));
  CHECK(theme.style(StyleName::body).size == 14);
  CHECK(theme.style(StyleName::body).first_indent == millimetres(12.5));
  CHECK(theme.style(StyleName::body).align == Align::justify);
}

TEST_CASE("every style has a name that finds it") {
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    const auto style = static_cast<StyleName>(i);
    CHECK(style_name(std::string(name_of(style))) == style);
  }
  CHECK_FALSE(style_name("body2"));
}

TEST_CASE("a heading has the style of its level, and a deeper one than the fourth that of the fourth") {
  CHECK(heading_style(1) == StyleName::heading1);
  CHECK(heading_style(2) == StyleName::heading2);
  CHECK(heading_style(3) == StyleName::heading3);
  CHECK(heading_style(4) == StyleName::heading4);
  CHECK(heading_style(6) == StyleName::heading4);
}

TEST_CASE("headings and captions are kept with what follows") {
  const auto theme = default_theme();
  for (const auto style : {StyleName::heading1, StyleName::heading2, StyleName::heading3, StyleName::heading4,
                           StyleName::caption, StyleName::title}) {
    CHECK(theme.style(style).keep_with_next);
  }
}

TEST_CASE("the dump of a theme tells two themes apart") {
  auto theme = default_theme();
  const auto before = dump(theme);
  theme.states["late"].bold = true;
  const auto state = dump(theme);
  CHECK(state != before);
  theme.palette.back().red ^= 1;
  const auto palette = dump(theme);
  CHECK(palette != state);
  theme.heat.middle.blue ^= 1;
  CHECK(dump(theme) != palette);
}
