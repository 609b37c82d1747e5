#include "layout/text/line_filling.hpp"

#include <algorithm>

namespace svodka::layout {

LineFilling fill_line(double spare, double spaces, std::size_t glyphs, double size) {
  LineFilling filling;
  if (spaces <= 0) return filling;  // a word by itself stands as it is
  const double unseen = (kUnseenStretch - 1) * spaces;
  if (spare <= unseen || glyphs < 2) {
    filling.wanted = 1 + spare / spaces;
  } else {
    const auto gaps = static_cast<double>(glyphs - 1);
    const double parted = std::min(spare - unseen, kMostTracking * size * gaps);
    filling.tracking = parted / gaps;
    filling.wanted = 1 + (spare - parted) / spaces;
  }
  filling.stretch = filling.wanted;
  if (filling.wanted > kMostStretch) {  // short or full of holes: short, and like its neighbours otherwise
    filling.stretch = kUnseenStretch;
    filling.tracking = 0;
  }
  return filling;
}

}  // namespace svodka::layout
