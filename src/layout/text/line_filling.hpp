#pragma once
// How a justified line reaches the right edge: by widths alone.

#include <cstddef>

namespace svodka::layout {

inline constexpr double kUnseenStretch = 1.4;   // spaces grow to so much of their width before letters part,
inline constexpr double kMostTracking = 0.025;  // letters part by so much of an em before spaces grow on,
inline constexpr double kMostStretch = 3.0;  // to this at most: a line that lacks more ends before the edge

struct LineFilling {
  double stretch = 1;   // of the spaces
  double tracking = 0;  // points after each glyph but the last
  double wanted = 1;    // the stretch that would fill the line; more than kMostStretch: it is not filled
};

// `spare` points are to be filled (less than 0: taken away) in a line with `spaces` points of spaces and
// `glyphs` glyphs of `size` points.
LineFilling fill_line(double spare, double spaces, std::size_t glyphs, double size);

}  // namespace svodka::layout
