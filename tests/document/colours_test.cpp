#include "document/colours.hpp"

#include "support/catch.hpp"

using namespace svodka::document;

namespace {

constexpr Colour kBlack{}, kWhite{255, 255, 255};

}  // namespace

TEST_CASE("black on white has the greatest contrast there is") {
  CHECK(contrast(kBlack, kWhite) == Approx(21));
  CHECK(contrast(kWhite, kBlack) == Approx(21));
  CHECK(contrast(kWhite, kWhite) == Approx(1));
  // #777777 on white: the known example just below 4.5.
  CHECK(contrast({0x77, 0x77, 0x77}, kWhite) == Approx(4.48).margin(0.005));
  CHECK(lightness(kBlack) == Approx(0));
  CHECK(lightness(kWhite) == Approx(100));
}

TEST_CASE("neighbours of the palette differ as greys, the last from the first too") {
  const auto theme = default_theme();
  for (std::size_t i = 0; i < theme.palette.size(); ++i) {
    INFO(i);
    const auto distance = lightness(series_fill(theme, i)) - lightness(series_fill(theme, i + 1));
    CHECK(std::abs(distance) >= 12);
  }
}

TEST_CASE("any two colours of the palette differ as greys") {
  const auto palette = default_theme().palette;
  REQUIRE(palette.size() == 6);
  for (std::size_t i = 0; i < palette.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      INFO(k << " and " << i);
      CHECK(std::abs(lightness(palette[i]) - lightness(palette[k])) >= 12);
    }
  }
}

TEST_CASE("the palette begins anew after its end") {
  const auto theme = default_theme();
  CHECK(series_fill(theme, theme.palette.size()) == theme.palette[0]);
}

TEST_CASE("the line of every series is seen on white, and dark colours stay what they are") {
  const auto theme = default_theme();
  for (std::size_t i = 0; i < theme.palette.size(); ++i) CHECK(contrast(series_line(theme, i), kWhite) >= 3);
  CHECK(series_line(theme, 0) == theme.palette[0]);
}

TEST_CASE("black text is read on every heat colour, which grow lighter to the best") {
  const auto heat = default_theme().heat;
  double before = 0;
  for (int i = 0; i <= 100; ++i) {
    INFO(i);
    const auto colour = heat_colour(heat, i / 100.0);
    CHECK(contrast(colour, kBlack) >= 7);
    CHECK(lightness(colour) >= before - 0.2);  // channels are whole numbers
    before = lightness(colour);
  }
  CHECK(heat_colour(heat, 0) == heat.worst);
  CHECK(heat_colour(heat, 0.5) == heat.middle);
  CHECK(heat_colour(heat, 1) == heat.best);
  CHECK(heat_colour({{0, 0, 0}, {100, 100, 100}, {200, 50, 100}}, 0.75) == Colour{150, 75, 100});
}

TEST_CASE("text on a fill is the better of black and white") {
  CHECK(text_on({0x1F, 0x4E, 0x79}) == kWhite);
  CHECK(text_on({0xD9, 0xD9, 0xD9}) == kBlack);
  for (const auto fill : default_theme().palette) CHECK(contrast(text_on(fill), fill) >= 4.5);
}
