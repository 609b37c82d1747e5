#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "xlsx/table/writer.hpp"

namespace svodka::xlsx {

using document::Align;
using document::StyleName;
using document::VerticalAlign;

namespace {

constexpr Points kFilterButton = 12;     // room under a title for the filter's arrow
constexpr Points kMostHeldHeight = 250;  // a frozen header must leave most of the screen to the rows
constexpr Points kMostHeldWidth = 250;
constexpr std::size_t kLongTable = 20;  // rows from which a header is frozen without a filter

}  // namespace

Border TableWriter::border() const {
  switch (table_.borders.value_or(book_.theme.table.borders)) {
    case document::Borders::grid:
      return Border::box;
    case document::Borders::rows:
      return Border::rows;
    case document::Borders::none:
      break;
  }
  return Border::none;
}

CellLook TableWriter::header_look() const {
  CellLook look;
  look.text = text_look(book_.style(StyleName::cell_header));
  look.fill = book_.theme.table.header_fill;
  look.border = border();
  look.align = Align::centre;
  look.vertical = VerticalAlign::middle;
  return look;
}

std::vector<TableWriter::HeaderGroup> TableWriter::header_groups() const {
  std::vector<HeaderGroup> groups;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    const auto& group = table_.columns[i].group;
    if (group.empty()) continue;
    if (!groups.empty() && groups.back().last == i && table_.columns[i - 1].group == group) {
      groups.back().last = i + 1;
    } else {
      groups.push_back({i, i + 1});
    }
  }
  return groups;
}

Points TableWriter::title_height(std::string_view title, Span span, const CellLook& look) {
  const auto width = sheets_.current().text_width(span);
  const auto lines = static_cast<double>(book_.measure.count_lines(title, look.text, width));
  return lines * book_.measure.pitch(look.text) + 2 * book_.theme.table.padding_y;
}

Points TableWriter::group_titles_height(const std::vector<HeaderGroup>& groups, const CellLook& look) {
  Points height = 0;
  for (const auto& group : groups) {
    const Span span{spans_[group.first].first, spans_[group.last - 1].last};
    height = std::max(height, title_height(table_.columns[group.first].group, span, look));
  }
  return std::min(height, kTallestRow);
}

// Of the columns that stand under a group, or of the others.
Points TableWriter::column_titles_height(bool grouped, const CellLook& look) {
  Points height = 0;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (table_.columns[i].group.empty() == grouped) continue;
    height = std::max(height, title_height(table_.columns[i].title, spans_[i], look));
  }
  return std::min(height, kTallestRow);
}

void TableWriter::write_header() {
  const auto look = header_look();
  const auto groups = header_groups();
  auto& sheet = sheets_.current();
  header_first_ = sheet.row();
  if (!groups.empty()) write_group_titles(groups, look);
  write_column_titles(!groups.empty(), look);
  if (table_.number_row) write_numbers(look);
  header_last_ = sheet.row() - 1;
  hold_header(header_first_, header_last_);
}

void TableWriter::write_group_titles(const std::vector<HeaderGroup>& groups, const CellLook& look) {
  auto& sheet = sheets_.current();
  Findings findings;
  for (const auto& group : groups) {
    const Span span{spans_[group.first].first, spans_[group.last - 1].last};
    sheet.text(span, plain_styled(table_.columns[group.first].group, findings), look);
  }
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (!table_.columns[i].group.empty()) continue;
    sheet.text(spans_[i], plain_styled(table_.columns[i].title, findings), look);
    sheet.extend_down(spans_[i], 2);
  }
  book_.report(findings, fmt::format("table {}, header", table_.id));
  sheet.end_row(group_titles_height(groups, look), 0, true);
}

void TableWriter::write_column_titles(bool below_groups, const CellLook& look) {
  auto& sheet = sheets_.current();
  Findings findings;
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (below_groups && table_.columns[i].group.empty()) continue;  // it came down from the row above
    sheet.text(spans_[i], plain_styled(table_.columns[i].title, findings), look);
  }
  book_.report(findings, fmt::format("table {}, header", table_.id));
  auto height = column_titles_height(below_groups, look);
  if (below_groups) {
    height = std::max(height, column_titles_height(false, look) - group_titles_height(header_groups(), look));
  }
  if (table_.filter && !table_.number_row) height += kFilterButton;
  sheet.end_row(std::min(height, kTallestRow), 0, true);
}

void TableWriter::write_numbers(const CellLook& look) {
  auto numbers = look;
  numbers.text.bold = false;
  numbers.wrap = false;
  auto* format = book_.formats.cell(numbers);
  auto& sheet = sheets_.current();
  for (std::size_t i = 0; i < spans_.size(); ++i) sheet.number(spans_[i], static_cast<double>(i + 1), format);
  sheet.end_row(book_.measure.pitch(numbers.text), 0, true);
}

// Keeps the header in sight: frozen on the screen, repeated in print.
void TableWriter::hold_header(std::uint32_t first, std::uint32_t last) {
  if (!alone_) return;
  auto& sheet = sheets_.current();
  sheet.repeat_rows(first, last);
  std::size_t held = 0;
  while (held + 1 < table_.columns.size() && table_.columns[held].repeat) ++held;
  if (held > 0 && sheet.text_width({0, spans_[held - 1].last}) > kMostHeldWidth) held = 0;
  const bool data = table_.filter || held > 0 || table_.rows.rows() >= kLongTable;
  if (data && sheet.height_so_far() <= kMostHeldHeight)
    sheet.freeze(last + 1, held > 0 ? spans_[held - 1].last : 0);
}

}  // namespace svodka::xlsx
