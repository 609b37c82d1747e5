#pragma once
// What both writers need to know of colours, so that a chart and a heat map look alike in both formats.

#include "document/theme.hpp"

namespace svodka::document {

// Relative luminance, 0 black to 1 white (WCAG 2.1).
double luminance(Colour colour);
// 1 to 21 (WCAG 2.1).
double contrast(Colour a, Colour b);
// The lightness that grey print keeps, 0 black to 100 white (CIE L*).
double lightness(Colour colour);

// Between two colours: `part` 0 gives the first, 1 the second. Linear in sRGB, as spreadsheets do it.
Colour mixed(Colour from, Colour to, double part);

// `place` 0 gives the worst colour, 0.5 the middle one, 1 the best.
Colour heat_colour(const HeatLook& look, double place);

// The fill of a series; further ones begin the palette anew.
Colour series_fill(const Theme& theme, std::size_t series);
// The same for a thin line, darkened until it is seen on white.
Colour series_line(const Theme& theme, std::size_t series);
// Black or white, whichever is read better on a fill.
Colour text_on(Colour fill);

}  // namespace svodka::document
