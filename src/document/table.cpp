#include "document/table.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

namespace svodka::document {

using text::Value;
using text::ValueType;

bool Column::operator==(const Column& other) const {
  return title == other.title && group == other.group && width.kind == other.width.kind &&
         width.amount == other.width.amount && align == other.align && format == other.format;
}

Value CellView::value() const {
  switch (type) {
    case ValueType::integer:
      return integer;
    case ValueType::decimal:
      return decimal;
    case ValueType::date:
      return date;
    case ValueType::text:
      return std::string(text);
    case ValueType::empty:
      break;
  }
  return {};
}

void TableRows::set_columns(std::size_t columns) {
  assert(rows_.empty());
  columns_ = columns;
}

void TableRows::begin_row(RowKind kind, std::uint8_t level) {
  assert(rows_.empty() || cells_.size() == rows_.back().first_cell + cells(rows_.size() - 1));
  rows_.push_back({cells_.size(), kind, level});
}

std::size_t TableRows::cells(std::size_t row) const {
  return rows_[row].kind == RowKind::group ? 1 : columns_;
}

// A value repeated from the row above (an organization, a state) shares its bytes.
std::uint64_t TableRows::intern(std::string_view text) {
  if (cells_.size() >= columns_ && !cells_.empty()) {
    const auto& above = cells_[cells_.size() - columns_];
    if (above.type == ValueType::text && above.length == text.size() &&
        std::string_view(text_).substr(above.bits, above.length) == text) {
      return above.bits;
    }
  }
  const auto offset = text_.size();
  text_ += text;
  return offset;
}

std::uint8_t TableRows::intern_state(std::string_view state) {
  const auto found = std::find(states_.begin(), states_.end(), state);
  if (found != states_.end()) return static_cast<std::uint8_t>(found - states_.begin());
  if (states_.size() > 255) return 0;  // more looks than a theme can name
  states_.emplace_back(state);
  return static_cast<std::uint8_t>(states_.size() - 1);
}

void TableRows::add(const Value& value, std::string_view state) {
  StoredCell cell;
  cell.type = text::type_of(value);
  cell.state = intern_state(state);
  switch (cell.type) {
    case ValueType::empty:
      break;
    case ValueType::integer:
      cell.bits = static_cast<std::uint64_t>(std::get<std::int64_t>(value));
      break;
    case ValueType::decimal:
      cell.bits = std::bit_cast<std::uint64_t>(std::get<double>(value));
      break;
    case ValueType::date:
      cell.bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(std::get<text::Date>(value).days()));
      break;
    case ValueType::text: {
      const auto& text = std::get<std::string>(value);
      cell.bits = intern(text);
      cell.length = static_cast<std::uint32_t>(text.size());
      break;
    }
  }
  cells_.push_back(cell);
}

void TableRows::add_runs(const Runs& runs, std::string_view state) {
  std::string joined;
  bool plain = true;
  for (const auto& run : runs) {
    joined += run.text;
    plain = plain && !run.bold && !run.italic && run.href.empty();
  }
  if (joined.empty()) return add(Value{}, state);
  add(Value{std::move(joined)}, state);
  if (plain) return;
  runs_.push_back(runs);
  cells_.back().runs = static_cast<std::uint32_t>(runs_.size());
}

CellView TableRows::cell(std::size_t row, std::size_t column) const {
  assert(row < rows_.size() && column < cells(row));
  const auto& stored = cells_[rows_[row].first_cell + column];
  CellView view;
  view.type = stored.type;
  view.state = states_[stored.state];
  switch (stored.type) {
    case ValueType::empty:
      break;
    case ValueType::integer:
      view.integer = static_cast<std::int64_t>(stored.bits);
      break;
    case ValueType::decimal:
      view.decimal = std::bit_cast<double>(stored.bits);
      break;
    case ValueType::date:
      view.date = text::Date::from_days(static_cast<int>(static_cast<std::int64_t>(stored.bits)));
      break;
    case ValueType::text:
      view.text = std::string_view(text_).substr(stored.bits, stored.length);
      if (stored.runs != 0) view.runs = &runs_[stored.runs - 1];
      break;
  }
  return view;
}

Table::Range Table::summed_by(std::size_t row) const {
  const auto kind = rows.kind(row);
  if (kind == RowKind::total) return {0, row};
  assert(kind == RowKind::subtotal);
  auto first = row;
  while (first > 0) {
    const auto above = rows.kind(first - 1);
    const bool border = above == RowKind::group || above == RowKind::subtotal;
    if (border && rows.level(first - 1) <= rows.level(row)) break;
    --first;
  }
  return {first, row};
}

namespace {

struct Sum {
  std::int64_t integers = 0;
  double all = 0;
  std::int64_t count = 0;
  bool whole = true;
};

Sum sum_of(const TableRows& rows, std::size_t column, Table::Range range) {
  Sum sum;
  for (auto row = range.first; row < range.last; ++row) {
    if (rows.kind(row) != RowKind::body) continue;
    const auto cell = rows.cell(row, column);
    if (cell.type == ValueType::empty) continue;
    ++sum.count;
    if (cell.type == ValueType::integer) {
      sum.integers += cell.integer;
      sum.all += static_cast<double>(cell.integer);
    } else if (cell.type == ValueType::decimal) {
      sum.all += cell.decimal;
      sum.whole = false;
    }
  }
  return sum;
}

}  // namespace

Value total_value(const Table& table, std::size_t column, Table::Range range) {
  const auto& total = table.columns[column].total;
  switch (total.kind) {
    case Total::Kind::none:
      return {};
    case Total::Kind::count:
      return sum_of(table.rows, column, range).count;
    case Total::Kind::sum: {
      const auto sum = sum_of(table.rows, column, range);
      if (sum.count == 0) return {};
      return sum.whole ? Value{sum.integers} : Value{sum.all};
    }
    case Total::Kind::ratio: {
      const auto numerator = sum_of(table.rows, total.numerator, range);
      const auto denominator = sum_of(table.rows, total.denominator, range);
      if (denominator.all == 0) return {};
      return 100.0 * numerator.all / denominator.all;
    }
  }
  return {};
}

namespace {

std::optional<double> number_in(const CellView& cell) {
  if (cell.type == ValueType::integer) return static_cast<double>(cell.integer);
  if (cell.type == ValueType::decimal) return cell.decimal;
  return std::nullopt;
}

}  // namespace

HeatRange heat_range(const Table& table) {
  std::optional<HeatRange> found;
  bool percentages = true;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].heat == Heat::none) continue;
    percentages = percentages && table.columns[column].format.kind == text::Format::Kind::percent;
    for (std::size_t row = 0; row < table.rows.rows(); ++row) {
      if (table.rows.kind(row) != RowKind::body) continue;
      const auto number = number_in(table.rows.cell(row, column));
      if (!number) continue;
      if (!found) found = HeatRange{*number, *number};
      found->low = std::min(found->low, *number);
      found->high = std::max(found->high, *number);
    }
  }
  return percentages ? HeatRange{} : found.value_or(HeatRange{});
}

std::optional<double> heat_of(const Table& table, std::size_t row, std::size_t column) {
  const auto heat = table.columns[column].heat;
  if (heat == Heat::none || table.rows.kind(row) != RowKind::body) return std::nullopt;
  const auto number = number_in(table.rows.cell(row, column));
  if (!number) return std::nullopt;
  const auto span = table.heat_high - table.heat_low;
  const auto place = span > 0 ? std::clamp((*number - table.heat_low) / span, 0.0, 1.0) : 0.5;
  return heat == Heat::more_is_better ? place : 1 - place;
}

std::string display(const Column& column, const CellView& cell) {
  if (cell.type == ValueType::text) return std::string(cell.text);
  return text::display(cell.value(), column.format);
}

}  // namespace svodka::document
