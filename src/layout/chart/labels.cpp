#include "layout/chart/labels.hpp"

#include <algorithm>
#include <cmath>

namespace svodka::layout {

namespace {

constexpr Points kRounding = 0.001;

bool stand_clear(std::span<const Points> widths, std::span<const Points> centres, Points left, Points right,
                 Points gap, std::size_t step) {
  for (std::size_t i = step; i < widths.size(); i += step) {
    const auto before = label_left(widths[i - step], centres[i - step], left, right) + widths[i - step];
    if (label_left(widths[i], centres[i], left, right) < before + gap - kRounding) return false;
  }
  return true;
}

}  // namespace

Points label_left(Points width, Points centre, Points left, Points right) {
  return std::max(left, std::min(centre - width / 2, right - width));
}

std::size_t label_step(std::span<const Points> widths, std::span<const Points> centres, Points left,
                       Points right, Points gap) {
  std::size_t step = 1;
  while (step < widths.size() && !stand_clear(widths, centres, left, right, gap, step)) ++step;
  return step;
}

RowPlan plan_rows(std::size_t count, Points wanted, Points label, Points available) {
  const auto share = available / static_cast<double>(std::max<std::size_t>(count, 1));
  if (share <= 0) return {0, std::max<std::size_t>(count, 1)};
  if (wanted <= share + kRounding) return {wanted, 1};
  if (label <= share + kRounding) return {share, 1};
  return {share, static_cast<std::size_t>(std::ceil(label / share - kRounding))};
}

}  // namespace svodka::layout
