#pragma once
// Tables of typed cells, stored compactly: long registers are the rule.

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/theme.hpp"
#include "text/value.hpp"

namespace svodka::document {

// What stands for itself until the pages are known; only in running matter.
enum class PageField : std::uint8_t { none, number, count };

struct Run {
  std::string text;  // empty for a page field
  bool bold = false;
  bool italic = false;
  std::string href{};  // target of a link, or empty
  PageField field = PageField::none;
  bool operator==(const Run&) const = default;
};
using Runs = std::vector<Run>;

struct Width {
  enum class Kind : std::uint8_t { points, share, percent, automatic };
  Kind kind = Kind::automatic;
  double amount = 0;
};

// A total that PDF prints and XLSX computes. Ratio: 100 × sum(numerator) / sum(denominator), a percentage.
struct Total {
  enum class Kind : std::uint8_t { none, sum, count, ratio };
  Kind kind = Kind::none;
  std::uint16_t numerator = 0;  // column indices, for ratio
  std::uint16_t denominator = 0;
};

// A cell's fill follows its number: from the theme's worst colour to its best.
enum class Heat : std::uint8_t { none, more_is_better, less_is_better };

struct Column {
  std::string title;
  std::string group;  // header above neighbouring columns of the same group; empty: none
  Width width;
  Align align = Align::left;
  VerticalAlign vertical = VerticalAlign::top;
  text::Format format;  // of typed values
  bool wrap = true;
  bool hyphenate = false;
  bool repeat = false;  // printed again in each panel of a table too wide for a page
  Total total;
  Heat heat = Heat::none;
  bool operator==(const Column&) const;
};

enum class RowKind : std::uint8_t { body, group, subtotal, total };

// Of a cell: as many digits after the comma as its column's format says.
inline constexpr std::int8_t kColumnDecimals = -1;

// One cell as it was stored. Views stay valid until the table changes.
struct CellView {
  text::ValueType type = text::ValueType::empty;
  std::int64_t integer = 0;
  double decimal = 0;
  text::Date date;
  std::string_view text;   // of type text; U+000A parts paragraphs, U+0009 a list item's label from its text
  std::string_view state;  // name of a CellState, or empty
  std::int8_t decimals = kColumnDecimals;  // of a number: digits after the comma
  const Runs* runs = nullptr;  // styled runs of a text cell that has them; their joined text equals `text`

  text::Value value() const;
};

// Rows × columns, zero-based. A cell takes eleven bytes; equal texts mostly share theirs.
class TableRows {
 public:
  explicit TableRows(std::size_t columns = 0) : columns_(columns) {}

  void set_columns(std::size_t columns);  // before the first row
  // Appends a row; its cells follow by add(), exactly one a column. A group row has one cell, spanning all.
  void begin_row(RowKind kind, std::uint8_t level = 0);
  void add(const text::Value& value, std::string_view state = {}, std::int8_t decimals = kColumnDecimals);
  void add_runs(const Runs& runs, std::string_view state = {});

  std::size_t rows() const { return rows_.size(); }
  std::size_t columns() const { return columns_; }
  RowKind kind(std::size_t row) const { return rows_[row].kind; }
  std::uint8_t level(std::size_t row) const { return rows_[row].level; }  // of groups: 0 outermost
  std::size_t cells(std::size_t row) const;                               // columns(), or 1 for a group row
  CellView cell(std::size_t row, std::size_t column) const;

 private:
  // What belongs to a cell beside its 64 bits.
  struct Mark {
    text::ValueType type;
    std::int8_t extra;   // of a text: 1 when the bits are an index into styled_; of a number: its decimals
    std::uint8_t state;  // index into states_
  };
  struct StoredRow {
    std::size_t first_cell;
    RowKind kind;
    std::uint8_t level;
  };
  struct Styled {
    std::uint64_t text;  // its place
    Runs runs;
  };
  void store(std::uint64_t bits, text::ValueType type, std::string_view state, std::int8_t extra = 0);
  std::uint64_t intern(std::string_view text);
  std::string_view text_at(std::uint64_t place) const;
  std::uint8_t intern_state(std::string_view state);

  std::size_t columns_;
  // Deques: they grow without copies, which would leave holes in the heap.
  std::deque<StoredRow> rows_;
  std::deque<std::uint64_t> bits_;  // of the cells: number, days, place of a text in text_, or index
  std::deque<Mark> marks_;          // of the cells
  std::string text_;
  std::vector<std::uint64_t> recent_;  // places of texts by their hash; the newest of a hash
  std::size_t texts_ = 0;
  std::vector<std::string> states_{std::string()};
  std::vector<Styled> styled_;
};

struct Table {
  std::string id;  // unique in the document; the same in both formats
  std::string caption;
  std::vector<Column> columns;
  std::optional<Borders> borders;        // instead of the theme's
  double heat_low = 0, heat_high = 100;  // the numbers at the ends of the heat colours
  base::Points row_height = 0;           // of body rows, at least; 0: by what the cells hold
  bool number_row = false;               // a row 1 2 3 … under the header, as Russian forms have
  TableRows rows;
  Runs empty_text;      // printed instead of a table without rows
  bool filter = false;  // XLSX: autofilter and frozen header (a data-like table)

  // Body rows [first, last) that a subtotal or total row at `row` sums up.
  struct Range {
    std::size_t first, last;
  };
  Range summed_by(std::size_t row) const;
};

// The figure a subtotal or total row shows in a column that declares one.
text::Value total_value(const Table& table, std::size_t column, Table::Range range);

// What the heat colours of a table span when nobody says: 0 to 100 when all its heat columns are percentages,
// else the least and the greatest number of their body rows.
struct HeatRange {
  double low = 0, high = 100;
};
HeatRange heat_range(const Table& table);

// 0 for the worst, 1 for the best; empty for a cell that has no heat.
std::optional<double> heat_of(const Table& table, std::size_t row, std::size_t column);

// How a typed cell of the column is displayed.
text::Format format_of(const Column& column, const CellView& cell);

// The text of a cell as PDF prints it.
std::string display(const Column& column, const CellView& cell);

}  // namespace svodka::document
