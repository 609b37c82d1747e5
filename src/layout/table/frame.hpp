#pragma once
// What the header and the rows of a table share: borders, lines in cells, what is said about narrow columns.

#include <vector>

#include "layout/blocks/blocks.hpp"
#include "layout/table/columns.hpp"

namespace svodka::layout {

// Where a panel's columns stand: edges from the left edge of the page, one more than columns.
std::vector<Points> edges_of(const Panel& panel, Points left);

PlacedBox horizontal_rule(Points left, Points right, Points y, const document::TableLook& look);
PlacedBox vertical_rule(Points x, Points top, Points bottom, const document::TableLook& look);

document::Borders borders_of(const document::Table& table, const document::Theme& theme);

// The lines of a cell that begin a paragraph, but for the first, stand `gap` lower than the line before says.
struct CellText {
  std::vector<Line> lines;
  std::vector<std::size_t> openings;  // ascending

  Points height(Points line_height, Points gap) const {
    return static_cast<double>(lines.size()) * line_height + static_cast<double>(openings.size()) * gap;
  }
};
// Puts them into a strip, the first at y.
void place_text(Strip& strip, CellText text, Points y, Points line_height, Points gap);

// Warns when a word of the column had to be broken.
void report_broken_word(const document::Table& table, std::size_t column, const SetText& text,
                        Context& context);

// A strip higher than `most` in parts of at most that, cut between lines of `look`. `closing` is the border,
// of any height, that ends a part where a page ends after it; of width 0: none.
std::vector<Strip> slices_of(Strip strip, Points most, const TextLook& look, const PlacedBox& closing);

// One strip of two, the second under the first.
Strip stacked(Strip upper, Strip lower);

// The same look without any meaning, for the next page.
Strip artifact_of(const Strip& strip);

}  // namespace svodka::layout
