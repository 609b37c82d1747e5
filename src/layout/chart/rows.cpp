#include <algorithm>
#include <cmath>

#include "document/colours.hpp"
#include "layout/chart/body.hpp"

namespace svodka::layout {

namespace {

using document::Align;
using document::Chart;

constexpr Points kLabelGap = 5;   // between labels and the plot
constexpr Points kValueGap = 3;   // between the end of a bar and its value
constexpr Points kFigureGap = 8;  // between columns of figures
constexpr Points kTickRoom = 12;  // between texts of ticks
constexpr Points kBetween = 4;    // between the bars of two categories
constexpr Points kThickest = 24;
constexpr Points kMark = 2;  // width of a bullet's mark

// Labels of categories take this part of the width in this part of their size: the first that fits is taken.
struct LabelShape {
  double width, size;
};
constexpr LabelShape kLabelShapes[] = {{0.38, 1}, {0.5, 1}, {0.5, 0.9}, {0.55, 0.83}};

Points usual_bar(const Chart& chart) { return chart.series.size() == 1 ? 11 : 9; }
double bars_of(const Chart& chart) {
  return chart.kind == Chart::Kind::bars ? static_cast<double>(chart.series.size()) : 1;
}

}  // namespace

RowsBody::RowsBody(const ChartPart& part, Points left, Points right)
    : part_(part), left_(left), right_(right), values_(value_texts(part)) {
  set_labels(kLabelShapes[0].width, kLabelShapes[0].size);
  plan_columns();
}

void RowsBody::set_labels(double part, double size) {
  auto& setter = part_.typesetter;
  auto style = part_.theme.style(document::StyleName::chart);
  style.align = Align::right;
  style.size *= size;
  label_look_ = setter.look_of(style);
  Points widest = 0;
  for (const auto& category : part_.chart.categories) {
    widest = std::max(widest, setter.width(category, label_look_));
  }
  const auto width = std::min(widest, part * (right_ - left_)) + 0.1;
  labels_.clear();
  for (const auto& category : part_.chart.categories) {
    const Span span{category, false, false, {}};
    labels_.push_back(setter.set({&span, 1}, label_look_, {left_, left_, left_ + width}).lines);
  }
  plot_.left = left_ + width + kLabelGap;
}

void RowsBody::fit_labels(Points height) {
  for (const auto& shape : kLabelShapes) {
    set_labels(shape.width, shape.size);
    plan_columns();
    if (plan(height).every == 1) return;
  }
}

// Room at the right for a bullet's figures, or for the values beyond the bars.
void RowsBody::plan_columns() {
  figures_.clear();
  plot_.right = right_;
  const auto& look = part_.looks.label;
  if (is_bullet()) {
    for (auto series = part_.chart.series.size(); series-- > 0;) {
      Points width = part_.typesetter.width(part_.chart.series[series].title, look);
      if (width > 5 * look.size) width = 0;  // the legend says it
      for (const auto& text : values_.texts[series])
        width = std::max(width, part_.typesetter.width(text, look));
      figures_.insert(figures_.begin(), plot_.right);
      plot_.right -= width + kFigureGap;
    }
  }
  show_values_ = part_.chart.kind == Chart::Kind::bars;
  const bool negative = extremes_of(part_.chart).least < 0;
  const auto beside = show_values_ ? values_.widest + kValueGap : 0;
  inner_left_ = plot_.left + (negative ? beside : 0);
  inner_right_ = plot_.right - beside;
  for (std::size_t most = 8; most > 1; --most) {
    ticks_ = ticks_of(part_, most);
    const auto steps = static_cast<double>(ticks_.values.size() - 1);
    if ((inner_right_ - inner_left_) / steps >= ticks_.widest + kTickRoom) break;
  }
  inner_right_ = std::min(inner_right_, right_ - ticks_.widths.back() / 2);
}

// From one row to the next, so that no label touches its neighbours.
Points RowsBody::label_room() const {
  const auto height = [&](std::size_t i) {
    return static_cast<double>(labels_[i].size()) * label_look_.line_height;
  };
  Points room = std::max(height(0), height(labels_.size() - 1));
  for (std::size_t i = 1; i < labels_.size(); ++i) room = std::max(room, (height(i - 1) + height(i)) / 2);
  return room;
}

Points RowsBody::wanted_pitch() const {
  return std::max(bars_of(part_.chart) * usual_bar(part_.chart) + kBetween, label_room() + 3);
}

Points RowsBody::above() const {
  const auto line = part_.looks.label.line_height;
  return part_.chart.category_title.empty() && !is_bullet() ? 2 : line + 2;
}

Points RowsBody::below() const {
  const auto line = part_.looks.label.line_height;
  return 3 + line + (part_.chart.value_title.empty() ? 0 : line + 2);
}

Points RowsBody::natural_height() const {
  return above() + below() + wanted_pitch() * static_cast<double>(part_.chart.categories.size());
}

Points RowsBody::least_height() const { return above() + below() + 3 * part_.looks.label.line_height; }

RowPlan RowsBody::plan(Points height) const {
  const auto available = height - above() - below();
  return plan_rows(part_.chart.categories.size(), wanted_pitch(), label_room(), available);
}

void RowsBody::draw(Canvas& canvas, Points top, Points bottom) {
  fit_labels(bottom - top);
  every_ = plan(bottom - top).every;
  plot_.top = top + above();
  plot_.bottom = bottom - below();
  pitch_ = plot_.height() / static_cast<double>(part_.chart.categories.size());
  const auto bars = bars_of(part_.chart);
  const auto between = std::min(kBetween, pitch_ * 0.25);
  bar_ = std::min((pitch_ - between) / bars, kThickest);
  show_values_ = show_values_ && bar_ >= 0.75 * part_.looks.label.line_height;
  draw_axes(canvas);
  for (std::size_t i = 0; i < part_.chart.categories.size(); ++i) {
    if (is_bullet()) {
      draw_bullet(canvas, i);
    } else if (part_.chart.kind == Chart::Kind::stacked) {
      draw_stack(canvas, i);
    } else {
      draw_bars(canvas, i);
    }
  }
  canvas.line({{x_of(0), plot_.top}, {x_of(0), plot_.bottom}}, kAxisWidth, document::kChartOutline);
  draw_labels(canvas);
  if (is_bullet()) draw_figures(canvas);
}

void RowsBody::draw_axes(Canvas& canvas) {
  const auto& look = part_.looks.label;
  for (std::size_t i = 0; i < ticks_.values.size(); ++i) {
    const auto x = x_of(ticks_.values[i]);
    canvas.line({{x, plot_.top}, {x, plot_.bottom}}, kGridWidth, document::kChartGrid);
    canvas.text(ticks_.texts[i], look, x, plot_.bottom + 3, Align::centre);
  }
  canvas.text(part_.chart.value_title, look, (inner_left_ + inner_right_) / 2,
              plot_.bottom + 5 + look.line_height, Align::centre);
}

void RowsBody::draw_labels(Canvas& canvas) {
  for (std::size_t i = 0; i < labels_.size(); i += every_) {
    const auto height = static_cast<double>(labels_[i].size()) * label_look_.line_height;
    canvas.lines(labels_[i], label_look_, middle(i) - height / 2);
  }
  const auto& look = part_.looks.label;
  canvas.text(part_.chart.category_title, look, plot_.left - kLabelGap, plot_.top - look.line_height - 2,
              Align::right);
}

void RowsBody::draw_bars(Canvas& canvas, std::size_t category) {
  const auto& look = part_.looks.label;
  const auto& all = part_.chart.series;
  auto top = middle(category) - bar_ * static_cast<double>(all.size()) / 2;
  for (std::size_t s = 0; s < all.size(); ++s, top += bar_) {
    const auto& value = all[s].values[category];
    if (!value) continue;
    const auto [left, right] = std::minmax({x_of(0), x_of(*value)});
    canvas.bar({left, top, right, top + bar_}, document::series_fill(part_.theme, s));
    if (!show_values_) continue;
    const auto& text = values_.texts[s][category];
    const bool negative = *value < 0;
    const auto x = negative ? left - kValueGap : right + kValueGap;
    const auto text_top = top + (bar_ - look.line_height) / 2;
    const auto width = part_.typesetter.width(text, look);
    const auto text_left = negative ? x - width : x;
    canvas.fill({text_left, text_top + 1, text_left + width, text_top + look.line_height - 1},
                Colour{0xFF, 0xFF, 0xFF});
    canvas.text(text, look, x, text_top, negative ? Align::right : Align::left);
  }
}

void RowsBody::draw_stack(Canvas& canvas, std::size_t category) {
  const auto& all = part_.chart.series;
  const auto top = middle(category) - bar_ / 2;
  double sum = 0;
  for (std::size_t s = 0; s < all.size(); ++s) {
    const auto value = all[s].values[category].value_or(0);
    if (value <= 0) continue;
    const auto left = x_of(sum);
    const auto right = x_of(sum += value);
    const auto fill = document::series_fill(part_.theme, s);
    canvas.bar({left, top, right, top + bar_}, fill);
    auto look = part_.looks.label;
    look.colour = document::text_on(fill);
    const auto& text = values_.texts[s][category];
    if (bar_ < 0.85 * look.line_height || part_.typesetter.width(text, look) > right - left - 5) continue;
    canvas.text(text, look, (left + right) / 2, top + (bar_ - look.line_height) / 2, Align::centre);
  }
}

void RowsBody::draw_bullet(Canvas& canvas, std::size_t category) {
  const auto y = middle(category);
  const auto& fact = part_.chart.series[0].values[category];
  const auto& plan = part_.chart.series[1].values[category];
  const auto thickness = std::min(bar_ * 0.62, kThickest * 0.6);
  if (fact) {
    const auto [left, right] = std::minmax({x_of(0), x_of(*fact)});
    canvas.bar({left, y - thickness / 2, right, y + thickness / 2}, document::series_fill(part_.theme, 0));
  }
  if (!plan) return;
  // White beside the mark parts it from a dark bar.
  const auto x = x_of(*plan);
  const auto reach = std::min(thickness * 0.8, pitch_ / 2 - 0.5);
  canvas.line({{x, y - reach}, {x, y + reach}}, kMark + 1.6, Colour{0xFF, 0xFF, 0xFF});
  canvas.line({{x, y - reach}, {x, y + reach}}, kMark, Colour{});
}

void RowsBody::draw_figures(Canvas& canvas) {
  const auto& look = part_.looks.label;
  for (std::size_t s = 0; s < figures_.size(); ++s) {
    const auto& title = part_.chart.series[s].title;
    if (part_.typesetter.width(title, look) <= 5 * look.size) {
      canvas.text(title, look, figures_[s], plot_.top - look.line_height - 2, Align::right);
    }
    for (std::size_t i = 0; i < part_.chart.categories.size(); i += every_) {
      const auto& text = values_.texts[s][i];
      canvas.text(text.empty() ? "–" : text, label_look_, figures_[s],
                  middle(i) - label_look_.line_height / 2, Align::right);
    }
  }
}

}  // namespace svodka::layout
