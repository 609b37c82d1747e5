#pragma once
// Where the printed pages of a register begin.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.hpp"

namespace svodka::xlsx {

using base::Points;

struct PrintedRow {
  float height = 0;             // points
  bool keep_with_next = false;  // the title of a group does not end a page
  bool begins_page = false;     // asked for
};

struct RepeatedRows {
  std::uint32_t first = 0, last = 0;  // printed again on every page after theirs
};

// Rows before which a page begins, ascending, at most as many as a workbook can hold; programs break the
// rest. `page` is the height that rows may fill.
std::vector<std::uint32_t> page_breaks(const std::vector<PrintedRow>& rows,
                                       std::optional<RepeatedRows> repeated, Points page);

}  // namespace svodka::xlsx
