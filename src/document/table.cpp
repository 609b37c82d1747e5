#include "document/table.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>

namespace svodka::document {

using text::Value;
using text::ValueType;

namespace {

constexpr unsigned kLengthBits = 28;          // of a text's place: 256 MB a text, 64 GB a table
constexpr std::size_t kMostRecent = 1 << 14;  // a power of two

}  // namespace

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
  assert(rows_.empty() || bits_.size() == rows_.back().first_cell + cells(rows_.size() - 1));
  rows_.push_back({bits_.size(), kind, level});
}

std::size_t TableRows::cells(std::size_t row) const {
  return rows_[row].kind == RowKind::group ? 1 : columns_;
}

// The place of a text is its offset and length. A text seen shortly before (an organization, a state) shares
// its bytes.
std::uint64_t TableRows::intern(std::string_view text) {
  assert(text.size() < std::size_t{1} << kLengthBits && text_.size() < std::size_t{1} << (64 - kLengthBits));
  if (++texts_ > recent_.size() && recent_.size() < kMostRecent) {
    recent_.assign(std::max<std::size_t>(4 * recent_.size(), 64), 0);
  }
  auto& place = recent_[std::hash<std::string_view>{}(text) & (recent_.size() - 1)];
  if (text_at(place) == text) return place;
  place = std::uint64_t{text_.size()} << kLengthBits | text.size();
  text_ += text;
  return place;
}

std::string_view TableRows::text_at(std::uint64_t place) const {
  return {text_.data() + (place >> kLengthBits), place & ((std::uint64_t{1} << kLengthBits) - 1)};
}

std::uint8_t TableRows::intern_state(std::string_view state) {
  if (state.empty()) return 0;
  const auto found = std::find(states_.begin(), states_.end(), state);
  if (found != states_.end()) return static_cast<std::uint8_t>(found - states_.begin());
  if (states_.size() > 255) return 0;  // more looks than a theme can name
  states_.emplace_back(state);
  return static_cast<std::uint8_t>(states_.size() - 1);
}

void TableRows::store(std::uint64_t bits, ValueType type, std::string_view state, std::int8_t extra) {
  bits_.push_back(bits);
  marks_.push_back({type, extra, intern_state(state)});
}

void TableRows::add(const Value& value, std::string_view state, std::int8_t decimals) {
  const auto type = text::type_of(value);
  switch (type) {
    case ValueType::empty:
      return store(0, type, state);
    case ValueType::integer:
      return store(static_cast<std::uint64_t>(std::get<std::int64_t>(value)), type, state, decimals);
    case ValueType::decimal:
      return store(std::bit_cast<std::uint64_t>(std::get<double>(value)), type, state, decimals);
    case ValueType::date:
      return store(static_cast<std::uint64_t>(std::int64_t{std::get<text::Date>(value).days()}), type, state);
    case ValueType::text:
      return store(intern(std::get<std::string>(value)), type, state);
  }
}

void TableRows::add_runs(const Runs& runs, std::string_view state) {
  std::string joined;
  bool plain = true;
  for (const auto& run : runs) {
    joined += run.text;
    plain = plain && !run.bold && !run.italic && run.href.empty();
  }
  if (joined.empty()) return store(0, ValueType::empty, state);
  store(intern(joined), ValueType::text, state);
  if (plain) return;
  styled_.push_back({bits_.back(), runs});
  bits_.back() = styled_.size() - 1;
  marks_.back().extra = 1;
}

CellView TableRows::cell(std::size_t row, std::size_t column) const {
  assert(row < rows_.size() && column < cells(row));
  const auto index = rows_[row].first_cell + column;
  const auto bits = bits_[index];
  const auto mark = marks_[index];
  CellView view;
  view.type = mark.type;
  view.state = states_[mark.state];
  switch (mark.type) {
    case ValueType::empty:
      break;
    case ValueType::integer:
      view.integer = static_cast<std::int64_t>(bits);
      view.decimals = mark.extra;
      break;
    case ValueType::decimal:
      view.decimal = std::bit_cast<double>(bits);
      view.decimals = mark.extra;
      break;
    case ValueType::date:
      view.date = text::Date::from_days(static_cast<int>(static_cast<std::int64_t>(bits)));
      break;
    case ValueType::text:
      view.text = text_at(mark.extra == 1 ? styled_[bits].text : bits);
      if (mark.extra == 1) view.runs = &styled_[bits].runs;
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

text::Format format_of(const Column& column, const CellView& cell) {
  auto format = column.format;
  if (cell.decimals != kColumnDecimals) format.decimals = static_cast<std::uint8_t>(cell.decimals);
  return format;
}

std::string display(const Column& column, const CellView& cell) {
  if (cell.type == ValueType::text) return std::string(cell.text);
  return text::display(cell.value(), format_of(column, cell));
}

}  // namespace svodka::document
