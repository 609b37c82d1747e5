#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "xlsx/blocks/paragraphs.hpp"
#include "xlsx/codes.hpp"
#include "xlsx/package/library.hpp"
#include "xlsx/table/writer.hpp"

namespace svodka::xlsx {

using document::Align;
using document::CellView;
using document::RowKind;
using document::StyleName;
using document::Total;
using text::ValueType;

namespace {

constexpr std::uint32_t kHeaderRows = 4;                        // at most, with the first row under it
constexpr std::int64_t kGreatestInteger = 999'999'999'999'999;  // 15 digits are all a spreadsheet keeps

// Serial day numbers: 1 is 1 January 1900, and 60 a 29 February 1900 that never was.
double serial(text::Date date) {
  const int days = date.days() + 25569;
  return days < 61 ? days - 1 : days;
}

std::vector<std::size_t> first_columns(const std::vector<Span>& spans) {
  std::vector<std::size_t> columns;
  for (const auto& span : spans) columns.push_back(span.first);
  return columns;
}

bool is_number(ValueType type) { return type != ValueType::text && type != ValueType::empty; }

}  // namespace

TableWriter::TableWriter(Book& book, Sheets& sheets, const document::Table& table, std::vector<Span> spans,
                         bool alone)
    : book_(book),
      sheets_(sheets),
      table_(table),
      spans_(std::move(spans)),
      alone_(alone),
      totals_(table_, places_, first_columns(spans_)),
      ready_(table_.columns.size()),
      body_pitch_(book_.measure.pitch(text_look(book_.style(StyleName::cell)))),
      total_pitch_(book_.measure.pitch(text_look(book_.style(StyleName::cell_total)))) {
  if (table_.rows.rows() > kCounted) counted_.resize(kCounted * table_.columns.size());
  for (std::size_t row = 0; row < table_.rows.rows(); ++row) {
    has_groups_ = has_groups_ || table_.rows.kind(row) == RowKind::group;
    if (table_.rows.kind(row) == RowKind::subtotal) {
      deepest_subtotal_ = std::max(deepest_subtotal_, table_.rows.level(row) + 1U);
    }
  }
}

void TableWriter::write() {
  find_state_rules();
  sheets_.make_room(kHeaderRows);
  begin_part();
  write_rows();
  end_part();
}

void TableWriter::begin_part() {
  places_.begin_sheet(sheets_.current().name());
  last_body_ = 0;
  body_rows_.clear();
  if (has_groups_) sheets_.current().outline();
  write_header();
}

// Gives the rows written so far their name, and a register's its filter and bars.
void TableWriter::end_part() {
  auto& sheet = sheets_.current();
  const auto columns = whole();
  if (table_.filter && last_body_ > 0) {
    sheet.filter(header_last_, last_body_, columns);
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      const auto& column = table_.columns[i];
      if (column.format.kind != text::Format::Kind::percent || column.heat != document::Heat::none) continue;
      sheet.percent_bars(header_last_ + 1, last_body_, spans_[i].first);
    }
  }
  write_heat();
  write_state_rules();
  const auto range =
      fmt::format("={}!{}:{}", in_quotes(sheet.name()), cell_name(header_first_, columns.first, true),
                  cell_name(sheet.row() - 1, columns.last - 1, true));
  check(workbook_define_name(book_.workbook, book_.table_names.add(table_.id).c_str(), range.c_str()),
        "define a name");
}

void TableWriter::write_rows() {
  for (std::size_t row = 0; row < table_.rows.rows(); ++row) {
    const auto height = row_height(row);
    auto rows = static_cast<std::uint32_t>(std::max(std::ceil(height / kTallestRow), 1.0));
    if (rows > 1 && table_.filter) {
      book_.diagnostics.warning_in(row_too_tall, place(row, 0),
                                   fmt::format("the row needs {:.0f} pt", height),
                                   "make the columns wider, or the table one without a filter");
      rows = 1;
    }
    if (!sheets_.current().has_room(rows)) {
      end_part();
      sheets_.make_room(rows);
      begin_part();
    }
    write_row(row);
    auto& sheet = sheets_.current();
    places_.add(sheet.row());
    if (table_.rows.kind(row) != RowKind::total) last_body_ = sheet.row() + rows - 1;
    add_to_heat(table_.rows.kind(row), sheet.row(), sheet.row() + rows - 1);
    if (rows > 1) sheet.extend_row_down(rows);
    for (std::uint32_t part = 0; part < rows; ++part) {
      sheet.end_row(std::min(height / rows, kTallestRow), outline_level(row), is_kept(row));
    }
  }
}

// The title of a group shares a page with its first row, a total with the row above it.
bool TableWriter::is_kept(std::size_t row) const {
  if (table_.rows.kind(row) == RowKind::group) return true;
  if (row + 1 == table_.rows.rows()) return false;
  const auto next = table_.rows.kind(row + 1);
  return next == RowKind::subtotal || next == RowKind::total;
}

void TableWriter::write_row(std::size_t row) {
  const auto kind = table_.rows.kind(row);
  if (kind == RowKind::group) return write_group(row);
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    if (is_computed(row, column)) {
      write_total(row, column);
    } else {
      const auto cell = table_.rows.cell(row, column);
      write_cell(row, column, cell, ready(row, column, cell));
    }
  }
  if (kind == RowKind::body) striped_ = !striped_;
}

// The title of a group stands over all columns; in a table with a filter it runs over unmerged cells, since
// merged ones cannot be sorted.
void TableWriter::write_group(std::size_t row) {
  depth_ = table_.rows.level(row) + 1U;
  striped_ = false;
  const auto cell = table_.rows.cell(row, 0);
  const auto& ready = this->ready(row, 0, cell);
  if (!table_.filter) {
    const auto span = spans_[0];
    spans_[0] = whole();
    write_cell(row, 0, cell, ready);
    spans_[0] = span;
    return;
  }
  auto look = ready.look;
  look.wrap = false;
  look.border = Border::bottom;
  auto* format = book_.formats.cell(look);
  write_cell(row, 0, cell,
             {ready.kind, ready.type, ready.striped, ready.state, ready.decimals, look, format,
              ready.measured, ready.pitch});
  for (std::size_t column = 1; column < spans_.size(); ++column)
    sheets_.current().blank(spans_[column], format);
}

bool TableWriter::is_computed(std::size_t row, std::size_t column) const {
  const auto kind = table_.rows.kind(row);
  return (kind == RowKind::subtotal || kind == RowKind::total) &&
         table_.columns[column].total.kind != Total::Kind::none;
}

void TableWriter::write_total(std::size_t row, std::size_t column) {
  const auto value = document::total_value(table_, column, table_.summed_by(row));
  auto cell = table_.rows.cell(row, column);
  cell.type = text::is_empty(value) ? ValueType::decimal : text::type_of(value);
  const auto& look = ready(row, column, cell);
  sheets_.current().formula(spans_[column], totals_.formula(row, column), value, look.format);
}

void TableWriter::write_cell(std::size_t row, std::size_t column, const CellView& cell, const Ready& ready) {
  auto& sheet = sheets_.current();
  const auto span = spans_[column];
  switch (cell.type) {
    case ValueType::empty:
      return sheet.blank(span, ready.format);
    case ValueType::integer:
      if (std::abs(static_cast<double>(cell.integer)) <= static_cast<double>(kGreatestInteger)) {
        return sheet.number(span, static_cast<double>(cell.integer), ready.format);
      }
      book_.diagnostics.warning_in(
          integer_as_text, place(row, column),
          fmt::format("{} has more than 15 digits and is kept as text", cell.integer));
      return sheet.text(span, fmt::to_string(cell.integer), ready.format);
    case ValueType::decimal:
      if (std::isfinite(cell.decimal)) return sheet.number(span, cell.decimal, ready.format);
      book_.diagnostics.error_in(not_a_number, place(row, column),
                                 fmt::format("{} cannot stand in a cell", cell.decimal),
                                 "leave the value empty where there is none");
      return sheet.blank(span, ready.format);
    case ValueType::date:
      return sheet.number(span, serial(cell.date), ready.format);
    case ValueType::text:
      return write_text_cell(row, column, cell, ready);
  }
}

void TableWriter::write_text_cell(std::size_t row, std::size_t column, const CellView& cell,
                                  const Ready& ready) {
  Findings findings;
  if (cell.runs == nullptr && cell.text.size() <= kMaxCellUnits / 2) {  // short and plain: no copy
    const auto clean = cell_text(cell.text, buffer_, findings);
    if (findings.any()) book_.report(findings, place(row, column));
    return sheets_.current().text(spans_[column], clean, ready.format);
  }
  auto text = cell.runs != nullptr ? styled({}, *cell.runs, findings) : plain_styled(cell.text, findings);
  book_.report(findings, place(row, column));
  book_.limit_length(text, place(row, column));
  if (!text.href.empty() && !is_one_line(text, ready.look, spans_[column]))
    leave_link_out(text, place(row, column));
  sheets_.current().text(spans_[column], text, ready.look);
}

bool TableWriter::is_one_line(const StyledText& text, const CellLook& look, Span span) {
  return book_.measure.lines(text, look.text, sheets_.current().text_width(span)).size() == 1;
}

// LibreOffice draws only one line of a linked cell. Nothing is lost when the address is the text.
void TableWriter::leave_link_out(StyledText& text, const std::string& where) {
  if (text.text.find(text.href) == std::string::npos) {
    book_.diagnostics.warning_in(link_left_out, where,
                                 fmt::format("the text over '{}' takes several lines", text.href),
                                 "make the text shorter or the column wider");
  }
  text.href.clear();
}

const TableWriter::Ready& TableWriter::ready(std::size_t row, std::size_t column, const CellView& cell) {
  const auto kind = table_.rows.kind(row);
  const bool striped = kind == RowKind::body && striped_;
  auto& known = ready_[column];
  for (const auto& one : known) {
    if (one.kind == kind && one.type == cell.type && one.striped == striped &&
        one.state == cell.state.data() && one.decimals == cell.decimals)
      return one;
  }
  auto look = cell_look(column, kind, cell, cell.state);
  const auto measured = look.text;
  if (kind == RowKind::body && state_follows_text(column)) look = cell_look(column, kind, cell, {});
  if (striped && !look.fill && book_.theme.table.zebra) look.fill = book_.theme.table.zebra;
  known.push_back({kind, cell.type, striped, cell.state.data(), cell.decimals, look, book_.formats.cell(look),
                   measured, book_.measure.pitch(measured)});
  return known.back();
}

CellLook TableWriter::cell_look(std::size_t column, RowKind kind, const CellView& cell,
                                std::string_view state) {
  const auto& spec = table_.columns[column];
  CellLook look;
  look.text = text_look(book_.style(kind == RowKind::body ? StyleName::cell : StyleName::cell_total));
  look.border = border();
  look.vertical = spec.vertical;
  look.align = kind == RowKind::group ? Align::left : spec.align;
  if (look.align == Align::justify) look.align = Align::left;  // narrow columns would gape
  look.wrap = !is_number(cell.type);
  look.number_format = number_format(document::format_of(spec, cell), cell.type);
  if (kind != RowKind::body) look.fill = book_.theme.table.group_fill;
  if (state.empty()) return look;
  const auto found = book_.theme.states.find(std::string(state));
  if (found == book_.theme.states.end()) {
    if (book_.unknown_states.emplace(state).second) {
      book_.diagnostics.warning_in(unknown_state, fmt::format("table {}, column «{}»", table_.id, spec.title),
                                   fmt::format("the theme has no cell state '{}'", state));
    }
    return look;
  }
  if (found->second.fill) look.fill = found->second.fill;
  look.text.bold = look.text.bold || found->second.bold;
  look.text.italic = look.text.italic || found->second.italic;
  look.text.colour = found->second.text;
  return look;
}

Points TableWriter::row_height(std::size_t row) {
  const auto kind = table_.rows.kind(row);
  Points height = kind == RowKind::body ? body_pitch_ : total_pitch_;
  for (std::size_t column = 0; column < table_.rows.cells(row); ++column) {
    height = std::max(height, cell_height(row, column));
  }
  height += book_.theme.table.padding_y;
  return kind == RowKind::body ? std::max(height, table_.row_height) : height;
}

Points TableWriter::cell_height(std::size_t row, std::size_t column) {
  const auto cell = table_.rows.cell(row, column);
  if (cell.type != ValueType::text) return 0;
  const bool group = table_.rows.kind(row) == RowKind::group;
  if (group && table_.filter) return 0;  // on one line
  const auto& ready = this->ready(row, column, cell);
  const auto width = sheets_.current().text_width(group ? whole() : spans_[column]);
  std::size_t lines = 0;
  if (cell.runs != nullptr) {
    Findings findings;
    lines = book_.measure.lines(styled({}, *cell.runs, findings), ready.measured, width).size();
  } else {
    lines = count_lines(column, cell.text, ready, width);
  }
  return static_cast<double>(lines) * ready.pitch;
}

// Texts that a column repeats lie at the same place, so the place tells them apart.
std::size_t TableWriter::count_lines(std::size_t column, std::string_view text, const Ready& ready,
                                     Points width) {
  if (counted_.empty()) return book_.measure.count_lines(text, ready.measured, width);
  auto& known = counted_[column * kCounted + reinterpret_cast<std::uintptr_t>(text.data()) / 16 % kCounted];
  if (known.text.data() != text.data() || known.text.size() != text.size() || known.format != ready.format ||
      known.width != width) {
    known = {text, ready.format, width, book_.measure.count_lines(text, ready.measured, width)};
  }
  return known.lines;
}

// Rows of a group fold under its title, or over its subtotal where groups have no titles.
unsigned TableWriter::outline_level(std::size_t row) const {
  const auto kind = table_.rows.kind(row);
  if (kind == RowKind::total) return 0;
  if (kind != RowKind::body) return table_.rows.level(row);
  return has_groups_ ? depth_ : deepest_subtotal_;
}

std::string TableWriter::place(std::size_t row, std::size_t column) const {
  return fmt::format("table {}, row {}, column «{}»", table_.id, row + 1, table_.columns[column].title);
}

}  // namespace svodka::xlsx
