#pragma once
// One worksheet, written row by row from the top.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/value.hpp"
#include "xlsx/sheet/book.hpp"
#include "xlsx/sheet/grid.hpp"
#include "xlsx/sheet/page_breaks.hpp"
#include "xlsx/table/state_rules.hpp"
#include "xlsx/text/running_text.hpp"

struct lxw_chart;
struct lxw_conditional_format;
struct lxw_worksheet;

namespace svodka::xlsx {

constexpr Points kTallestRow = 409;

// Body rows of a table, both ends included, and the columns of them that a rule is for.
struct RuleArea {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
  Span columns;
};

// Worst, middle and best colour at these numbers; the colours are turned round where less is better.
struct HeatScale {
  document::Colour low, middle, high;
  double least = 0, greatest = 100;
};

// Rows and columns zero-based. A cell spans grid columns [first, last) of the current row and is merged when
// it spans several; cells of a row may be written in any order, rows only downwards.
class Sheet {
 public:
  Sheet(Book& book, const Grid& grid, document::Orientation orientation, const RunningText& running,
        std::string name);

  const std::string& name() const { return name_; }
  const Grid& grid() const { return grid_; }
  std::uint32_t row() const { return row_; }
  bool has_room(std::uint32_t rows) const { return row_ + rows <= book_.limits.sheet_rows; }
  Points height_so_far() const { return height_; }
  bool is_streamed() const;
  Points usual_height() const;                         // of rows
  Points width() const { return edges_.back(); }       // of all columns
  Points page_height() const { return page_height_; }  // that rows may fill
  // Between the paddings of a cell with that indent.
  Points text_width(Span columns, unsigned indent = 0);

  void text(Span columns, const StyledText& text, const CellLook& look);
  void text(Span columns, std::string_view clean, lxw_format* format);
  void number(Span columns, double value, lxw_format* format);
  void blank(Span columns, lxw_format* format);
  // `cached` is what programs show that do not calculate: a number, or empty for an empty text.
  void formula(Span columns, const std::string& formula, const text::Value& cached, lxw_format* format);
  // The cell written there in the current row is merged over `rows` rows in all; or every cell of the row is.
  void extend_down(Span columns, std::uint32_t rows);
  void extend_row_down(std::uint32_t rows);
  void end_row(Points height, unsigned outline_level = 0, bool keep_with_next = false);

  // Over the current row and those below, `left` and `down` from its corner.
  void picture(const images::Picture& picture, Points left, Points down, document::Size size,
               const std::string& alternative);

  // Rows that end between them share a page.
  void begin_group();
  void end_group();
  // The last rows so far share a page with what follows.
  void keep_last_rows(std::size_t count = 1);
  void break_page();  // before the current row
  void freeze(std::uint32_t rows, std::size_t columns);
  // A sheet has one filter: that of the longest table.
  void filter(std::uint32_t first_row, std::uint32_t last_row, Span columns);
  // Bars from 0 to 100 behind the percentages of one grid column.
  void percent_bars(std::uint32_t first_row, std::uint32_t last_row, std::size_t column);
  // Fills cells by their numbers.
  void heat(const RuleArea& area, const HeatScale& scale);
  // Lays a look over the cells of one column that have the rule's text.
  void state(const RuleArea& area, const StateRule& rule, lxw_format* look);
  // Beside the printed grid, in any row from the current one on: columns from grid().columns() on, at least
  // as wide as given.
  void beside(std::uint32_t row, std::size_t column, const text::Value& value, lxw_format* format);
  // The first column from which on nothing stands beside the grid, one left free.
  std::size_t free_beside() const;
  void widen_beside(std::size_t column, Points width);
  // Over the whole grid, from the current row down; `rows` rows of usual_height() are its room.
  void chart(lxw_chart* chart, std::uint32_t rows, const std::string& alternative);
  // What the rows of one printed page may take.
  Points page_room();
  void repeat_rows(std::uint32_t first, std::uint32_t last);
  void outline();
  // Sets up printing. Nothing may be written afterwards.
  void finish(bool data_like);

 private:
  struct Cell {
    Span columns;
    std::uint32_t last_row;
    lxw_format* format;
  };
  struct BesideCell {
    std::size_t column;
    text::Value value;
    lxw_format* format;
  };
  void set_columns();
  void set_column(std::size_t index, double sevenths);
  double digit_part();
  double print_scale() const;
  void write_beside(std::uint32_t row);
  void occupy(Span columns, lxw_format* format);
  void rich_text(Span columns, const StyledText& text, const CellLook& look);
  void set_rule(const RuleArea& area, lxw_conditional_format& rule);
  bool link(Span columns, const StyledText& text, lxw_format* format);
  void carry_tall_cells();
  void set_up_page(document::Orientation orientation, const RunningText& running);
  Points running_margin() const;
  void set_scale_and_breaks();
  void set_running_text(const RunningText& running);

  Book& book_;
  Grid grid_;
  std::string name_;
  lxw_worksheet* sheet_;
  std::vector<Points> edges_;          // of the columns as the sheet really has them
  std::vector<double> library_edges_;  // as the library counts them, in its pixels
  Points page_width_ = 0;              // between the margins
  Points page_height_ = 0;
  std::uint32_t row_ = 0;
  Points height_ = 0;
  std::vector<std::uint32_t> taken_;  // by column: 1 + the last row that is written or merged
  std::vector<Cell> cells_;           // of the current row
  std::vector<Cell> tall_;            // of rows above, still going on
  bool page_begins_ = false;          // with the current row
  unsigned groups_ = 0;               // that are open, one in another
  bool keeps_rows_ = false;           // together on a page, which takes breaks
  std::vector<PrintedRow> rows_;
  std::uint32_t filtered_rows_ = 0;
  bool has_charts_ = false;  // which no page break may cut
  std::map<std::uint32_t, std::vector<BesideCell>> beside_;
  std::map<std::size_t, Points> beside_widths_;
  std::optional<RepeatedRows> repeated_;
  std::size_t links_ = 0;
  std::string buffer_;  // the library wants a zero at the end
};

}  // namespace svodka::xlsx
