#include "layout/flow/strip.hpp"

#include <utility>

namespace svodka::layout {

std::vector<Strip> strips_of(std::vector<Line> lines, Points line_height) {
  std::vector<Strip> strips(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    strips[i].height = line_height;
    strips[i].texts = std::move(lines[i].texts);
  }
  return strips;
}

void keep_together(std::vector<Strip>& strips, bool whole, bool with_next) {
  for (std::size_t i = 0; i < strips.size(); ++i) {
    const bool last = i + 1 == strips.size();
    strips[i].keep_with_next = last ? with_next : whole || i == 0 || i + 2 == strips.size();
  }
}

}  // namespace svodka::layout
