#pragma once
// Totals as formulas.

#include <cstdint>
#include <string>
#include <vector>

#include "document/table.hpp"

namespace svodka::xlsx {

// Where the rows of a table stand: row by row from the top, on one sheet or on several.
class RowPlaces {
 public:
  void begin_sheet(std::string name);
  void add(std::uint32_t sheet_row) { rows_.push_back(sheet_row); }

  std::size_t size() const { return rows_.size(); }
  std::uint32_t row(std::size_t table_row) const { return rows_[table_row]; }
  // «D5:D30» of table rows [first, last), for a formula that will stand on the last sheet; ranges on earlier
  // sheets carry the sheet's name and stand apart by commas.
  std::string ranges(std::size_t sheet_column, document::Table::Range rows) const;

 private:
  struct Part {
    std::string sheet;
    std::size_t first;  // table row
  };
  std::vector<Part> parts_;
  std::vector<std::uint32_t> rows_;
};

// «AB12» of zero-based row and column; «$AB$12» when absolute.
std::string cell_name(std::size_t row, std::size_t column, bool absolute = false);

// The sheet's name as formulas write it, quoted.
std::string in_quotes(const std::string& sheet);

// Formulas that equal document::total_value. Tables with subtotals or a filter use SUBTOTAL, which leaves
// nested subtotals and filtered rows out (but counts the rows of a collapsed group). A sum of nothing is an
// empty text, not 0. The table and the places must outlive it.
class TotalFormulas {
 public:
  // `sheet_columns` are the sheet columns of the table's columns.
  TotalFormulas(const document::Table& table, const RowPlaces& places,
                std::vector<std::size_t> sheet_columns);

  // For a column that declares a total, in a subtotal or total row. All rows above it must have their places.
  std::string formula(std::size_t row, std::size_t column) const;

 private:
  struct Function;
  std::string call(const Function& function, std::size_t column, document::Table::Range range) const;
  std::size_t group_titles(document::Table::Range range) const;

  const document::Table& table_;
  const RowPlaces& places_;
  std::vector<std::size_t> sheet_columns_;
  bool leaves_rows_out_;
};

}  // namespace svodka::xlsx
