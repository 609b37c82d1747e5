#pragma once
// What the header and the rows of a table share: borders, lines in cells, what is said about narrow columns.

#include <vector>

#include "layout/blocks.hpp"
#include "layout/table_columns.hpp"

namespace svodka::layout {

// Where a panel's columns stand: edges from the left edge of the page, one more than columns.
std::vector<Points> edges_of(const Panel& panel, Points left);

PlacedBox horizontal_rule(Points left, Points right, Points y, const document::TableLook& look);
PlacedBox vertical_rule(Points x, Points top, Points bottom, const document::TableLook& look);

// Puts the lines of a cell into a strip, the first at y.
void place_lines(Strip& strip, std::vector<Line> lines, Points y, Points line_height);

// Warns when a word of the column had to be broken.
void report_broken_word(const document::Table& table, std::size_t column, const SetText& text,
                        Context& context);

// A strip higher than `most` in parts of at most that, cut between lines of `look`; the border closes each
// where a page ends after it.
std::vector<Strip> slices_of(Strip strip, Points most, const TextLook& look,
                             const document::TableLook& table);

// The same look without any meaning, for the next page.
Strip artifact_of(const Strip& strip);

}  // namespace svodka::layout
