#include "document/chart.hpp"

#include <algorithm>

namespace svodka::document {

bool Chart::has_values() const {
  return std::any_of(series.begin(), series.end(), [](const Series& s) {
    return std::any_of(s.values.begin(), s.values.end(), [](const auto& value) { return value.has_value(); });
  });
}

std::optional<Extremes> value_extremes(const Chart& chart) {
  std::optional<Extremes> found;
  for (const auto& one : chart.series) {
    for (const auto& value : one.values) {
      if (!value) continue;
      if (!found) found = Extremes{*value, *value};
      found->least = std::min(found->least, *value);
      found->greatest = std::max(found->greatest, *value);
    }
  }
  return found;
}

std::string describe(const Chart& chart) {
  std::string out = chart.title;
  for (const auto& series : chart.series) {
    if (!out.empty()) out += out.ends_with('.') ? " " : ". ";
    if (!series.title.empty()) out += series.title + ": ";
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (i > 0) out += "; ";
      out += chart.categories[i] + " – ";
      out += series.values[i] ? text::display(text::Value(*series.values[i]), chart.format) : "нет данных";
    }
  }
  return out + ".";
}

}  // namespace svodka::document
