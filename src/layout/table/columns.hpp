#pragma once
// How wide the columns of a table are, and which share a panel: arithmetic only, in points.

#include <cstddef>
#include <span>
#include <vector>

#include "document/table.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

struct ColumnNeed {
  document::Width width;
  bool repeat = false;
  Extent content;        // padding included; of columns that look at their content
  Points narrowest = 0;  // room for one letter
};

// Columns that stand side by side. A table too wide for the page has several panels, each with the repeated
// columns first.
struct Panel {
  std::vector<std::size_t> columns;  // indices into the table's
  std::vector<Points> widths;
  bool first = true;
};

struct ColumnPlan {
  std::vector<Panel> panels;
  Points wanted = 0;  // least width of the table; more than was available: columns had to be narrowed
};

ColumnPlan plan_columns(std::span<const ColumnNeed> needs, Points available);

}  // namespace svodka::layout
