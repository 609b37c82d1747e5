#pragma once
// Title and legend of a chart.

#include <vector>

#include "document/chart.hpp"
#include "layout/chart/canvas.hpp"

namespace svodka::layout {

// Centred over the whole width; nothing when there is none.
class ChartTitle {
 public:
  ChartTitle(const std::string& title, const ChartLooks& looks, Points left, Points right,
             Typesetter& typesetter);
  Points height() const;  // with the space below
  void draw(Canvas& canvas) const;

 private:
  const TextLook& look_;
  std::vector<Line> lines_;
};

// What each series looks like, in rows centred under the chart. A single series needs none, but for a bullet
// chart.
class Legend {
 public:
  Legend(const document::Chart& chart, const document::Theme& theme, const ChartLooks& looks, Points left,
         Points right, Typesetter& typesetter);
  Points height() const;  // with the space above
  void draw(Canvas& canvas, Points top) const;
  void leave_out() {  // takes no room and draws nothing from then on
    entries_.clear();
    rows_ = 0;
  }

 private:
  struct Entry {
    std::size_t series;
    Points x = 0;  // of its swatch
    Points width = 0;
    std::size_t row = 0;  // in lines
    std::vector<Line> lines;
  };
  void add(std::size_t series, Typesetter& typesetter);
  std::vector<std::size_t> row_starts(Points most) const;
  void arrange(Typesetter& typesetter);
  void set_row(std::size_t first, std::size_t last, Typesetter& typesetter);
  void draw_swatch(Canvas& canvas, const Entry& entry, Points middle) const;

  const document::Chart& chart_;
  const document::Theme& theme_;
  const TextLook& look_;
  Points left_, right_;
  Points swatch_;
  std::vector<Entry> entries_;
  std::size_t rows_ = 0;
};

}  // namespace svodka::layout
