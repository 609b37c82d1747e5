#pragma once
// One native chart, and the figures it is drawn from in cells beside the printed columns.

#include <cstdint>
#include <string>

#include "document/document.hpp"
#include "xlsx/sheet/sheets.hpp"

struct lxw_chart_axis;
struct lxw_chart_series;

namespace svodka::xlsx {

class ChartWriter {
 public:
  ChartWriter(Book& book, Sheets& sheets, const document::Chart& chart);

  void write();

 private:
  using Kind = document::Chart::Kind;

  void find_series();
  std::size_t longest_category() const;
  Points height();
  void write_figures();
  std::string series_title(std::size_t series) const;
  void add_series(std::size_t series);
  void dress(lxw_chart_series* made, std::size_t series);
  void dress_line(lxw_chart_series* made, std::size_t series);
  bool labels_fit();
  void label(lxw_chart_series* made, std::size_t series);
  void set_title();
  void set_axes();
  void set_value_ends(lxw_chart_axis* axis);
  std::string value_format() const;
  bool is_horizontal() const { return chart_.horizontal || chart_.kind == Kind::bullet; }

  Book& book_;
  Sheets& sheets_;
  const document::Chart& chart_;
  lxw_chart* made_ = nullptr;
  std::string font_name_;
  std::size_t series_ = 0;       // that are shown
  Points rows_height_ = 0;       // of the rows under the chart
  std::uint32_t first_row_ = 0;  // of the figures: their title; then their header, then a row a category
  std::size_t first_column_ = 0;
};

}  // namespace svodka::xlsx
