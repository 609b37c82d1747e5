#pragma once
// How wide a table's columns want to be.

#include <vector>

#include "document/document.hpp"
#include "document/theme.hpp"
#include "xlsx/text/measure.hpp"

namespace svodka::xlsx {

// One width a column, paddings included. Fixed and proportional widths are the template's; an automatic
// column takes what its content needs within limits; no column is narrower than its longest number or date,
// which cells cannot wrap, or than the longest word of its title. They fill `room` when a column may grow,
// and exceed it when they must.
std::vector<Points> column_widths(const document::Table& table, const document::Theme& theme, Points room,
                                  Measure& measure);

}  // namespace svodka::xlsx
