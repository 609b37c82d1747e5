#pragma once
// Where the labels of categories find room: arithmetic only, in points.

#include <cstddef>
#include <span>

#include "base/units.hpp"

namespace svodka::layout {

using base::Points;

// The least n such that every n-th label, from the first on, stands clear of its neighbours by `gap` when
// each is centred at its place and moved in between left and right. Widths and centres in order.
std::size_t label_step(std::span<const Points> widths, std::span<const Points> centres, Points left,
                       Points right, Points gap);
// The left edge of a label so centred and moved.
Points label_left(Points width, Points centre, Points left, Points right);

// Rows of horizontal bars.
struct RowPlan {
  Points pitch = 0;       // from one row to the next
  std::size_t every = 1;  // every n-th label is printed
};

// As high as wanted where there is room for all rows, closer where there is not; labels need `label` each.
RowPlan plan_rows(std::size_t count, Points wanted, Points label, Points available);

}  // namespace svodka::layout
