#pragma once
// What blocks are made of before they have a page: strips of full width that a page break never cuts.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

struct OutlineMark {
  std::string title;
  std::uint8_t level = 1;
};

// x of the items from the left edge of the page, y from the top of the strip.
struct Strip {
  Points height = 0;
  Points space_before = 0;      // the larger of it and the strip before's space_after parts the two;
  Points space_after = 0;       // at the top of a page there is none
  bool keep_with_next = false;  // never the last on its page
  bool grouped = false;         // shares its page with the next, when its whole group fits on one
  bool spacer = false;          // nothing but space: dropped at the top of a page that filled up
  std::vector<PlacedText> texts;
  std::vector<PlacedBox> fills;          // behind all text of the page
  std::vector<PlacedBox> rules;          // in front of it
  std::vector<Item> drawings;            // charts and pictures, between fills and texts
  std::vector<PlacedBox> foot;           // drawn too when the page ends after this strip
  std::shared_ptr<const Strip> head;     // stands above it when this strip begins a page
  std::shared_ptr<const Strip> resumed;  // stands under the head then, if all that must share the page fits
  std::optional<OutlineMark> outline;
};

// One strip a line.
std::vector<Strip> strips_of(std::vector<Line> lines, Points line_height);

// Widows and orphans: the first two and the last two stay together; `whole`: all do.
void keep_together(std::vector<Strip>& strips, bool whole, bool with_next);

}  // namespace svodka::layout
