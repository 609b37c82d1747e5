#pragma once
// The axis of values: arithmetic only.

#include <cstdint>
#include <string>
#include <vector>

#include "document/chart.hpp"

namespace svodka::layout {

// From low to high in steps of 1, 2 or 5 times a power of ten; both ends are multiples of the step.
struct Axis {
  double low = 0, high = 1, step = 1;

  double part(double value) const { return (value - low) / (high - low); }  // 0 at low, 1 at high
  std::vector<double> ticks() const;
};

// The narrowest axis around both values with at most `most` steps, at least 1. Of equal values it has one
// step.
Axis nice_axis(double least, double greatest, std::size_t most);

// What the axis of a chart must show: its values, or the sums of stacked ones. Bars stand on zero; so do
// lines, unless they are far from it.
document::Extremes extremes_of(const document::Chart& chart);

// A tick as the values of the chart are shown, with as many decimals as the step needs.
std::string tick_text(double value, const Axis& axis, const text::Format& format);

}  // namespace svodka::layout
