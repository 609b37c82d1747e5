#pragma once
// The columns of a sheet: one grid that every block of a section stands on.

#include <cstddef>
#include <vector>

#include "base/units.hpp"

namespace svodka::xlsx {

using base::Points;

// Grid columns [first, last), zero-based.
struct Span {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t count() const { return last - first; }
  bool operator==(const Span&) const = default;
};

struct TableShape {
  std::vector<Points> widths;  // of the table's columns
  bool filter = false;         // its columns must each be one grid column
};

struct Grid {
  std::vector<Points> edges;              // ascending, from 0: one more than columns
  std::vector<std::vector<Span>> tables;  // of each table's columns
  Span position, line, name;              // of signature lines; empty where there is no room
  Span approval;                          // the block at the right
  Span approval_line, approval_name;      // in it; empty where there is no room

  std::size_t columns() const { return edges.size() - 1; }
  Span all() const { return {0, columns()}; }
};

struct GridNeeds {
  std::vector<TableShape> tables;
  Points text_width = 0;
  bool prose = false;  // paragraphs stand beside the tables: the grid is as wide as the text
  bool signatures = false;
  Points approval_width = 0;     // 0: there is none
  std::vector<Points> wishes{};  // further edges, kept where they do not cut a table that must stay whole
};

// A single table's columns are the grid's, and so are those of tables with a filter. Otherwise the grid is
// the common refinement of all tables' column edges; edges nearer than 3 mm are one.
Grid make_grid(const GridNeeds& needs);

}  // namespace svodka::xlsx
