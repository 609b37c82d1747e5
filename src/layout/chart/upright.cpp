#include <algorithm>
#include <utility>

#include "document/colours.hpp"
#include "layout/chart/body.hpp"

namespace svodka::layout {

namespace {

using document::Align;
using document::Chart;

constexpr Points kTickGap = 4;    // between tick texts and the plot
constexpr Points kLabelGap = 3;   // between the plot and the labels of categories
constexpr Points kLabelRoom = 5;  // between two labels
constexpr std::size_t kMostTicks = 8;
constexpr std::size_t kMostLabelLines = 4;
constexpr double kGroupPart = 0.72;  // of a category's room that its bars fill
constexpr Points kWidestBar = 42;
constexpr Points kLineWidth = 1.5;
constexpr Colour kWhite{0xFF, 0xFF, 0xFF};

}  // namespace

UprightBody::UprightBody(const ChartPart& part, Points left, Points right)
    : part_(part),
      left_(left),
      right_(right),
      ticks_(ticks_of(part, kMostTicks)),
      values_(value_texts(part)) {
  plot_.left = left_ + ticks_.widest + kTickGap;
  plot_.right = right_;
  plan_values();
  plan_labels();
}

void UprightBody::plan_values() {
  if (part_.chart.kind == Chart::Kind::lines) return;
  const bool stacked = part_.chart.kind == Chart::Kind::stacked;
  const auto side_by_side = stacked ? 1.0 : static_cast<double>(part_.chart.series.size());
  bar_ = std::min(slot() * kGroupPart / side_by_side, kWidestBar);
  constexpr Points between = 3;
  show_values_ = stacked || values_.widest <= (part_.chart.series.size() == 1 ? slot() - between : bar_);
}

void UprightBody::plan_labels() {
  auto& setter = part_.typesetter;
  const auto& look = part_.looks.label;
  const auto& categories = part_.chart.categories;
  std::vector<Points> widths, centres;
  Points widest_word = 0, widest = 0;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    const Span span{categories[i], false, false, {}};
    const auto extent = setter.extent({&span, 1}, look);
    widths.push_back(extent.widest_line);
    centres.push_back(centre(i));
    widest = std::max(widest, extent.widest_line);
    widest_word = std::max(widest_word, extent.widest_word);
  }
  const auto room = slot() - kLabelRoom;
  labels_.resize(categories.size());
  if (widest > room && widest_word <= room) {
    for (std::size_t i = 0; i < categories.size(); ++i) {
      const auto x = centres[i] - room / 2;
      auto centred = look;
      centred.align = Align::centre;
      const Span span{categories[i], false, false, {}};
      labels_[i] = setter.set({&span, 1}, centred, {x, x, x + room + 0.1}).lines;
      label_lines_ = std::max(label_lines_, labels_[i].size());
    }
    if (label_lines_ <= kMostLabelLines) return;
  }
  const auto most = plot_.width();
  for (auto& width : widths) width = std::min(width, most);
  every_ = label_step(widths, centres, plot_.left, right_, kLabelRoom);
  fits_ = every_ == 1 || part_.chart.kind == Chart::Kind::lines;
  label_lines_ = 1;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    labels_[i].clear();
    if (i % every_ != 0) continue;
    const auto x = label_left(widths[i], centres[i], plot_.left, right_);
    const Span span{categories[i], false, false, {}};
    labels_[i] = setter.set({&span, 1}, look, {x, x, x + widths[i] + 0.1}).lines;
    label_lines_ = std::max(label_lines_, labels_[i].size());
  }
}

Points UprightBody::above() const {
  const auto line = part_.looks.label.line_height;
  const bool values = show_values_ && part_.chart.kind == Chart::Kind::bars;
  return (part_.chart.value_title.empty() ? line / 2 : 1.8 * line) + (values ? 0.6 * line : 0);
}

Points UprightBody::below() const {
  const auto line = part_.looks.label.line_height;
  return kLabelGap + static_cast<double>(label_lines_) * line +
         (part_.chart.category_title.empty() ? 0 : kLabelGap + line);
}

Points UprightBody::natural_height() const {
  return above() + below() + std::clamp((right_ - left_) * 0.38, 110.0, 210.0);
}

Points UprightBody::least_height() const { return above() + below() + 5 * part_.looks.label.line_height; }

// Above the highest bar and below the lowest there is room for its value.
Points UprightBody::y_of(double value) const {
  const bool below = show_values_ && ticks_.axis.low < 0;
  const auto bottom = plot_.bottom - (below ? part_.looks.label.line_height : 0);
  return bottom - (bottom - plot_.top) * ticks_.axis.part(value);
}

// Fewer ticks in a low chart. Their texts must not be wider than those that the labels were planned beside.
void UprightBody::thin_ticks() {
  const auto room = std::max(plot_.height() / (2 * part_.looks.label.line_height), 2.0);
  const auto widest = ticks_.widest;
  for (auto most = std::min(static_cast<std::size_t>(room), kMostTicks); most > 1; --most) {
    auto fewer = ticks_of(part_, most);
    if (fewer.widest > widest) continue;
    ticks_ = std::move(fewer);
    return;
  }
}

void UprightBody::draw(Canvas& canvas, Points top, Points bottom) {
  plot_.top = top + above();
  plot_.bottom = bottom - below();
  thin_ticks();
  draw_axes(canvas);
  if (part_.chart.kind == Chart::Kind::stacked) {
    draw_stacks(canvas);
  } else if (part_.chart.kind == Chart::Kind::lines) {
    draw_lines(canvas);
  } else {
    draw_bars(canvas);
  }
  if (ticks_.axis.low <= 0 && ticks_.axis.high >= 0) {
    canvas.line({{plot_.left, y_of(0)}, {plot_.right, y_of(0)}}, kAxisWidth, document::kChartOutline);
  }
  draw_labels(canvas);
  if (!part_.chart.value_title.empty()) {
    canvas.text(part_.chart.value_title, part_.looks.label, left_, top, Align::left);
  }
}

void UprightBody::draw_axes(Canvas& canvas) {
  const auto& look = part_.looks.label;
  for (std::size_t i = 0; i < ticks_.values.size(); ++i) {
    const auto y = y_of(ticks_.values[i]);
    canvas.line({{plot_.left, y}, {plot_.right, y}}, kGridWidth, document::kChartGrid);
    canvas.text(ticks_.texts[i], look, plot_.left - kTickGap, y - look.line_height / 2, Align::right);
  }
}

void UprightBody::draw_labels(Canvas& canvas) {
  const auto& look = part_.looks.label;
  const auto top = plot_.bottom + kLabelGap;
  for (const auto& label : labels_) canvas.lines(label, look, top);
  if (part_.chart.category_title.empty()) return;
  canvas.text(part_.chart.category_title, look, (plot_.left + plot_.right) / 2,
              top + static_cast<double>(label_lines_) * look.line_height + kLabelGap, Align::centre);
}

void UprightBody::draw_bars(Canvas& canvas) {
  const auto& all = part_.chart.series;
  const auto zero = y_of(0);
  for (std::size_t i = 0; i < part_.chart.categories.size(); ++i) {
    auto x = centre(i) - bar_ * static_cast<double>(all.size()) / 2;
    for (std::size_t s = 0; s < all.size(); ++s, x += bar_) {
      if (!all[s].values[i]) continue;
      const auto y = y_of(*all[s].values[i]);
      canvas.bar({x, std::min(y, zero), x + bar_, std::max(y, zero)}, document::series_fill(part_.theme, s));
      if (show_values_) draw_value(canvas, s, i, x + bar_ / 2);
    }
  }
}

// Beyond the end of its bar, on a white ground that hides the grid.
void UprightBody::draw_value(Canvas& canvas, std::size_t series, std::size_t category, Points middle) {
  const auto& look = part_.looks.label;
  const auto& text = values_.texts[series][category];
  const auto value = *part_.chart.series[series].values[category];
  const auto end = y_of(value);
  const auto top = value < 0 ? end + 1 : end - look.line_height - 1;
  const auto half = part_.typesetter.width(text, look) / 2;
  canvas.fill({middle - half, top + 1, middle + half, top + look.line_height - 1}, kWhite);
  canvas.text(text, look, middle, top, Align::centre);
}

void UprightBody::draw_stacks(Canvas& canvas) {
  const auto& all = part_.chart.series;
  for (std::size_t i = 0; i < part_.chart.categories.size(); ++i) {
    const Points left = centre(i) - bar_ / 2;
    double sum = 0;
    for (std::size_t s = 0; s < all.size(); ++s) {
      const auto value = all[s].values[i].value_or(0);
      if (value <= 0) continue;
      const auto bottom = y_of(sum);
      const auto top = y_of(sum += value);
      const auto fill = document::series_fill(part_.theme, s);
      canvas.bar({left, top, left + bar_, bottom}, fill);
      auto look = part_.looks.label;
      look.colour = document::text_on(fill);
      if (bottom - top < look.line_height) continue;
      if (part_.typesetter.width(values_.texts[s][i], look) > bar_ - 4) continue;
      canvas.text(values_.texts[s][i], look, left + bar_ / 2, (top + bottom - look.line_height) / 2,
                  Align::centre);
    }
  }
}

// A missing value parts the line; a value between two missing ones is a marker only.
void UprightBody::draw_lines(Canvas& canvas) {
  for (std::size_t s = 0; s < part_.chart.series.size(); ++s) {
    const auto look = line_look(part_.theme, s);
    const auto& values = part_.chart.series[s].values;
    std::vector<Point> stretch, all;
    for (std::size_t i = 0; i <= values.size(); ++i) {
      if (i < values.size() && values[i]) {
        stretch.push_back({centre(i), y_of(*values[i])});
        all.push_back(stretch.back());
      } else if (stretch.size() > 1) {
        canvas.line(std::exchange(stretch, {}), kLineWidth, look.colour, look.dash);
      } else {
        stretch.clear();
      }
    }
    for (const auto& point : all) canvas.marker(point, look);
  }
}

}  // namespace svodka::layout
