#include "layout/chart/axis.hpp"

#include <algorithm>
#include <cmath>

namespace svodka::layout {

namespace {

using document::Chart;
using Kind = text::Format::Kind;

constexpr double kRounding = 1e-9;  // of a step

// The next of … 1, 2, 5, 10, 20 … that is not less.
double nice_step(double least) {
  const auto power = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= least * (1 - kRounding)) return factor * power;
  }
  return 10 * power;
}

// Digits after the comma that tell a multiple of the step from its neighbours.
std::uint8_t decimals_of(double step) {
  const auto needed = -std::floor(std::log10(step) + kRounding);
  return static_cast<std::uint8_t>(std::clamp(needed, 0.0, 10.0));
}

double greatest_sum(const Chart& chart) {
  double greatest = 0;
  for (std::size_t i = 0; i < chart.categories.size(); ++i) {
    double sum = 0;
    for (const auto& series : chart.series) sum += series.values[i].value_or(0);
    greatest = std::max(greatest, sum);
  }
  return greatest;
}

}  // namespace

std::vector<double> Axis::ticks() const {
  std::vector<double> ticks;
  const auto steps = std::lround((high - low) / step);
  const auto first = std::round(low / step);
  for (long i = 0; i <= steps; ++i) ticks.push_back((first + static_cast<double>(i)) * step);
  return ticks;
}

Axis nice_axis(double least, double greatest, std::size_t most) {
  if (most < 1) most = 1;
  const auto span = greatest - least;
  const auto scale = std::max(std::abs(least), std::abs(greatest));
  auto step = nice_step(span > scale * kRounding ? span / static_cast<double>(most) : scale > 0 ? scale : 1);
  for (;;) {
    Axis axis;
    axis.step = step;
    axis.low = std::floor(least / step + kRounding) * step;
    axis.high = std::ceil(greatest / step - kRounding) * step;
    if (axis.high <= axis.low) axis.high = axis.low + step;
    if (std::lround((axis.high - axis.low) / step) <= static_cast<long>(most)) return axis;
    const auto wider = nice_step(step * 1.5);
    // Around zero two steps are the least there can be.
    if (most == 1 && least < 0 && greatest > 0 && step >= scale) return axis;
    step = wider;
  }
}

document::Extremes extremes_of(const Chart& chart) {
  const auto range = document::value_extremes(chart).value_or(document::Extremes{});
  if (chart.kind == Chart::Kind::stacked) return {0, greatest_sum(chart)};
  constexpr double far = 0.3;  // lines that vary by less than this part of their distance from zero
  const auto distance = range.least > 0 ? range.greatest : range.greatest < 0 ? -range.least : 0.0;
  const auto span = range.greatest - range.least;
  if (chart.kind == Chart::Kind::lines && span > 0 && span < far * distance) return range;
  return {std::min(range.least, 0.0), std::max(range.greatest, 0.0)};
}

std::string tick_text(double value, const Axis& axis, const text::Format& format) {
  auto shown = format;
  if (shown.kind != Kind::percent) shown.kind = Kind::number;
  shown.decimals = decimals_of(axis.step);
  shown.grouping = true;
  if (std::abs(value) < axis.step * kRounding) value = 0;
  return text::display(text::Value(value), shown);
}

}  // namespace svodka::layout
