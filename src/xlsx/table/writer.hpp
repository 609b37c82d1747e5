#pragma once
// One table on a sheet, or on several when rows run out.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "document/document.hpp"
#include "xlsx/sheet/sheets.hpp"
#include "xlsx/table/state_rules.hpp"
#include "xlsx/table/totals.hpp"

namespace svodka::xlsx {

class TableWriter {
 public:
  // `spans` are the grid columns of the table's columns. `alone`: no other table stands on the sheet,
  // and no text below it but notes on it.
  TableWriter(Book& book, Sheets& sheets, const document::Table& table, std::vector<Span> spans, bool alone);

  void write();

 private:
  // A format and what it was made of, for cells of one column that look the same.
  struct Ready {
    document::RowKind kind;
    text::ValueType type;
    bool striped;
    const char* state;  // where its name is stored
    std::int8_t decimals;
    CellLook look;
    lxw_format* format;
    TextLook measured;  // with the state's look, even where a rule gives it
    Points pitch;       // of its lines
  };
  // How many lines a text takes.
  struct Counted {
    std::string_view text;  // where the table holds it
    const lxw_format* format = nullptr;
    Points width = 0;
    std::size_t lines = 0;
  };
  static constexpr std::size_t kCounted = 256;  // remembered a column
  // A group of neighbouring columns under one title: table columns [first, last).
  struct HeaderGroup {
    std::size_t first, last;
  };

  void write_header();
  void write_group_titles(const std::vector<HeaderGroup>& groups, const CellLook& look);
  void write_column_titles(bool below_groups, const CellLook& look);
  void write_numbers(const CellLook& look);
  std::vector<HeaderGroup> header_groups() const;
  Points title_height(std::string_view title, Span span, const CellLook& look);
  Points group_titles_height(const std::vector<HeaderGroup>& groups, const CellLook& look);
  Points column_titles_height(bool grouped, const CellLook& look);
  Border border() const;
  CellLook header_look() const;
  void hold_header(std::uint32_t first, std::uint32_t last);

  void write_rows();
  bool is_kept(std::size_t row) const;
  void write_row(std::size_t row);
  void write_group(std::size_t row);
  void write_cell(std::size_t row, std::size_t column, const document::CellView& cell, const Ready& ready);
  void write_text_cell(std::size_t row, std::size_t column, const document::CellView& cell,
                       const Ready& ready);
  bool is_one_line(const StyledText& text, const CellLook& look, Span span);
  void leave_link_out(StyledText& text, const std::string& where);
  void write_total(std::size_t row, std::size_t column);
  bool is_computed(std::size_t row, std::size_t column) const;
  const Ready& ready(std::size_t row, std::size_t column, const document::CellView& cell);
  CellLook cell_look(std::size_t column, document::RowKind kind, const document::CellView& cell,
                     std::string_view state);
  Points row_height(std::size_t row);
  Points cell_height(std::size_t row, std::size_t column);
  std::size_t count_lines(std::size_t column, std::string_view text, const Ready& ready, Points width);
  unsigned outline_level(std::size_t row) const;
  void add_to_heat(document::RowKind kind, std::uint32_t first, std::uint32_t last);
  void write_heat();
  void find_state_rules();
  void write_state_rules();
  bool state_follows_text(std::size_t column) const;
  void begin_part();
  void end_part();
  std::string place(std::size_t row, std::size_t column) const;
  Span whole() const { return {spans_.front().first, spans_.back().last}; }

  Book& book_;
  Sheets& sheets_;
  const document::Table& table_;
  std::vector<Span> spans_;
  bool alone_;
  RowPlaces places_;
  TotalFormulas totals_;
  std::vector<std::vector<Ready>> ready_;  // by column
  Points body_pitch_, total_pitch_;
  std::vector<Counted> counted_;                     // of long tables
  std::vector<std::vector<StateRule>> state_rules_;  // by column
  bool has_groups_ = false;
  unsigned deepest_subtotal_ = 0;  // 1 + its level; 0: no subtotals
  unsigned depth_ = 0;             // of the group the current row is in
  bool striped_ = false;
  std::uint32_t header_first_ = 0;  // sheet rows of the current part
  std::uint32_t header_last_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> body_rows_;  // of the current part, as runs
  std::uint32_t last_body_ = 0;                                     // 0: none yet
  std::string buffer_;                                              // of the current cell's text
};

}  // namespace svodka::xlsx
