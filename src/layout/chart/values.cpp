#include <algorithm>

#include "layout/chart/body.hpp"

namespace svodka::layout {

Ticks ticks_of(const ChartPart& part, std::size_t most) {
  const auto extremes = extremes_of(part.chart);
  Ticks ticks;
  ticks.axis = nice_axis(extremes.least, extremes.greatest, most);
  ticks.values = ticks.axis.ticks();
  for (const auto value : ticks.values) {
    ticks.texts.push_back(tick_text(value, ticks.axis, part.chart.format));
    ticks.widths.push_back(part.typesetter.width(ticks.texts.back(), part.looks.label));
    ticks.widest = std::max(ticks.widest, ticks.widths.back());
  }
  return ticks;
}

ValueTexts value_texts(const ChartPart& part) {
  ValueTexts values;
  for (const auto& series : part.chart.series) {
    auto& texts = values.texts.emplace_back();
    for (const auto& value : series.values) {
      texts.push_back(value ? text::display(text::Value(*value), part.chart.format) : std::string());
      if (value)
        values.widest = std::max(values.widest, part.typesetter.width(texts.back(), part.looks.label));
    }
  }
  return values;
}

}  // namespace svodka::layout
