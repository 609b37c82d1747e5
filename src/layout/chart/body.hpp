#pragma once
// What stands between the title and the legend of a chart: axes and what is drawn on them.

#include <optional>
#include <vector>

#include "document/chart.hpp"
#include "layout/chart/axis.hpp"
#include "layout/chart/canvas.hpp"
#include "layout/chart/labels.hpp"

namespace svodka::layout {

struct ChartPart {
  const document::Chart& chart;
  const document::Theme& theme;
  const ChartLooks& looks;
  Typesetter& typesetter;
};

// Ticks of an axis with their texts.
struct Ticks {
  Axis axis;
  std::vector<double> values;
  std::vector<std::string> texts;
  std::vector<Points> widths;
  Points widest = 0;
};
Ticks ticks_of(const ChartPart& part, std::size_t most);

// The shown values of the chart, by series and category; empty for a missing value.
struct ValueTexts {
  std::vector<std::vector<std::string>> texts;
  Points widest = 0;
};
ValueTexts value_texts(const ChartPart& part);

// Vertical bars, stacked bars and lines: categories from left to right.
class UprightBody {
 public:
  UprightBody(const ChartPart& part, Points left, Points right);

  // False for bars whose labels cannot stand side by side: then rows are drawn.
  bool has_room_for_labels() const { return fits_; }
  Points natural_height() const;
  Points least_height() const;
  void draw(Canvas& canvas, Points top, Points bottom);

 private:
  void plan_labels();
  void plan_values();
  Points above() const;  // of the plot
  Points below() const;
  Points y_of(double value) const;
  Points slot() const { return plot_.width() / static_cast<double>(part_.chart.categories.size()); }
  Points centre(std::size_t category) const {
    return plot_.left + slot() * (static_cast<double>(category) + 0.5);
  }
  void thin_ticks();
  void draw_axes(Canvas& canvas);
  void draw_labels(Canvas& canvas);
  void draw_bars(Canvas& canvas);
  void draw_stacks(Canvas& canvas);
  void draw_lines(Canvas& canvas);
  void draw_value(Canvas& canvas, std::size_t series, std::size_t category, Points middle);

  ChartPart part_;
  Points left_, right_;
  Ticks ticks_;
  ValueTexts values_;
  Frame plot_;
  Points bar_ = 0;  // width of one
  bool show_values_ = false;
  bool fits_ = true;
  std::size_t every_ = 1;
  std::vector<std::vector<Line>> labels_;  // by category, set where they stand; none for those left out
  std::size_t label_lines_ = 1;
};

// Horizontal bars, stacked bars and bullets: categories from top to bottom.
class RowsBody {
 public:
  RowsBody(const ChartPart& part, Points left, Points right);

  Points natural_height() const;
  Points least_height() const;
  // Every n-th label is printed when the rows had to stand closer than even small labels allow.
  std::size_t every() const { return every_; }
  void draw(Canvas& canvas, Points top, Points bottom);

 private:
  void set_labels(double part, double size);
  void fit_labels(Points height);
  void plan_columns();
  Points wanted_pitch() const;
  Points label_room() const;
  Points above() const;
  Points below() const;
  RowPlan plan(Points height) const;
  Points x_of(double value) const {
    return inner_left_ + (inner_right_ - inner_left_) * ticks_.axis.part(value);
  }
  Points middle(std::size_t category) const {
    return plot_.top + pitch_ * (static_cast<double>(category) + 0.5);
  }
  bool is_bullet() const { return part_.chart.kind == document::Chart::Kind::bullet; }
  void draw_axes(Canvas& canvas);
  void draw_labels(Canvas& canvas);
  void draw_bars(Canvas& canvas, std::size_t category);
  void draw_stack(Canvas& canvas, std::size_t category);
  void draw_bullet(Canvas& canvas, std::size_t category);
  void draw_figures(Canvas& canvas);

  ChartPart part_;
  Points left_, right_;
  Ticks ticks_;
  ValueTexts values_;
  std::vector<Points> figures_;  // right edges of a bullet's columns of figures
  TextLook label_look_;
  std::vector<std::vector<Line>> labels_;
  Frame plot_;
  Points inner_left_ = 0, inner_right_ = 0;  // where the axis' ends are: values have room beside them
  Points pitch_ = 0;
  std::size_t every_ = 1;
  Points bar_ = 0;  // thickness of one
  bool show_values_ = false;
};

}  // namespace svodka::layout
