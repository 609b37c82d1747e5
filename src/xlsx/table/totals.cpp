#include "xlsx/table/totals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace svodka::xlsx {

namespace {

using document::RowKind;
using document::Table;
using document::Total;

bool has_subtotals(const Table& table) {
  for (std::size_t row = 0; row < table.rows.rows(); ++row) {
    if (table.rows.kind(row) == RowKind::subtotal) return true;
  }
  return false;
}

}  // namespace

// One function over a table's rows, in the plain spelling or as SUBTOTAL.
struct TotalFormulas::Function {
  const char* plain;
  int subtotal;
};

void RowPlaces::begin_sheet(std::string name) { parts_.push_back({std::move(name), rows_.size()}); }

std::string RowPlaces::ranges(std::size_t sheet_column, Table::Range range) const {
  assert(!parts_.empty() && range.first < range.last && range.last <= rows_.size());
  std::string out;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const auto end = i + 1 < parts_.size() ? parts_[i + 1].first : rows_.size();
    const auto first = std::max(range.first, parts_[i].first);
    const auto last = std::min(range.last, end);
    if (first >= last) continue;
    if (!out.empty()) out += ',';
    if (i + 1 < parts_.size()) out += in_quotes(parts_[i].sheet) + "!";
    out += cell_name(rows_[first], sheet_column) + ":" + cell_name(rows_[last - 1], sheet_column);
  }
  return out;
}

std::string cell_name(std::size_t row, std::size_t column, bool absolute) {
  std::string letters;
  for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  const char* mark = absolute ? "$" : "";
  return fmt::format("{}{}{}{}", mark, letters, mark, row + 1);
}

std::string in_quotes(const std::string& sheet) { return "'" + sheet + "'"; }  // names hold no apostrophes

TotalFormulas::TotalFormulas(const Table& table, const RowPlaces& places,
                             std::vector<std::size_t> sheet_columns)
    : table_(table),
      places_(places),
      sheet_columns_(std::move(sheet_columns)),
      leaves_rows_out_(table.filter || has_subtotals(table)) {}

std::string TotalFormulas::formula(std::size_t row, std::size_t column) const {
  static constexpr Function sum{"SUM", 9}, count_numbers{"COUNT", 2}, count_filled{"COUNTA", 3};
  const auto range = table_.summed_by(row);
  const auto& total = table_.columns[column].total;
  if (range.first >= range.last) return total.kind == Total::Kind::count ? "=0" : "=\"\"";
  switch (total.kind) {
    case Total::Kind::sum:
      if (!text::is_empty(document::total_value(table_, column, range)))
        return "=" + call(sum, column, range);
      return fmt::format("=IF({}=0,\"\",{})", call(count_numbers, column, range), call(sum, column, range));
    case Total::Kind::count: {
      const auto titles = column == 0 ? group_titles(range) : 0;
      return "=" + call(count_filled, column, range) + (titles > 0 ? fmt::format("-{}", titles) : "");
    }
    case Total::Kind::ratio:
      return fmt::format("=IF({0}=0,\"\",100*{1}/{0})", call(sum, total.denominator, range),
                         call(sum, total.numerator, range));
    case Total::Kind::none:
      break;
  }
  assert(false && "the column has no total");
  return {};
}

std::string TotalFormulas::call(const Function& function, std::size_t column, Table::Range range) const {
  const auto ranges = places_.ranges(sheet_columns_[column], range);
  return leaves_rows_out_ ? fmt::format("SUBTOTAL({},{})", function.subtotal, ranges)
                          : fmt::format("{}({})", function.plain, ranges);
}

// They stand in the first column, where COUNTA would count them.
std::size_t TotalFormulas::group_titles(Table::Range range) const {
  std::size_t count = 0;
  for (auto row = range.first; row < range.last; ++row)
    count += table_.rows.kind(row) == RowKind::group ? 1 : 0;
  return count;
}

}  // namespace svodka::xlsx
