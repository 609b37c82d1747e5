#include "document/colours.hpp"

#include <algorithm>
#include <cmath>

namespace svodka::document {

namespace {

constexpr Colour kBlack{}, kWhite{0xFF, 0xFF, 0xFF};
constexpr double kLineContrast = 3;  // WCAG 2.1, 1.4.11: graphics on their background

double linear(std::uint8_t channel) {
  const auto share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, double part) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * part));
}

}  // namespace

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

double contrast(Colour a, Colour b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

double lightness(Colour colour) {
  const auto y = luminance(colour);
  return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

Colour mixed(Colour from, Colour to, double part) {
  part = std::clamp(part, 0.0, 1.0);
  return {between(from.red, to.red, part), between(from.green, to.green, part),
          between(from.blue, to.blue, part)};
}

Colour heat_colour(const HeatLook& look, double place) {
  return place < 0.5 ? mixed(look.worst, look.middle, 2 * place)
                     : mixed(look.middle, look.best, 2 * place - 1);
}

Colour series_fill(const Theme& theme, std::size_t series) {
  return theme.palette[series % theme.palette.size()];
}

Colour series_line(const Theme& theme, std::size_t series) {
  constexpr int steps = 20;
  const auto fill = series_fill(theme, series);
  for (int step = 0; step < steps; ++step) {
    const auto colour = mixed(fill, kBlack, static_cast<double>(step) / steps);
    if (contrast(colour, kWhite) >= kLineContrast) return colour;
  }
  return kBlack;
}

Colour text_on(Colour fill) { return contrast(fill, kBlack) >= contrast(fill, kWhite) ? kBlack : kWhite; }

}  // namespace svodka::document
