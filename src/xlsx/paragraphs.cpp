#include "xlsx/paragraphs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace svodka::xlsx {

namespace {

using document::Align;
using document::Paragraph;
using document::ParagraphStyle;
using document::StyleName;
using document::VerticalAlign;

constexpr Points kLeastGap = 3;  // cells have no first-line indent: a little space parts paragraphs
constexpr Points kMostGap = 40;
constexpr unsigned kDeepestIndent = 40;

std::string place_of(const Sheet& sheet) {
  return fmt::format("sheet «{}», row {}", sheet.name(), sheet.row() + 1);
}

unsigned indent_of(Book& book, const Paragraph& paragraph) {
  const auto& style = book.style(paragraph.style);
  auto left = style.left_indent;
  if (paragraph.role == document::ParagraphRole::item) left += paragraph.level * book.theme.outline_indent;
  return std::min(static_cast<unsigned>(std::lround(left / book.indent_step())), kDeepestIndent);
}

CellLook look_of(Book& book, const Paragraph& paragraph) {
  const auto& style = book.style(paragraph.style);
  CellLook look;
  look.text = text_look(style);
  look.align = paragraph.align.value_or(style.align);
  look.indent = static_cast<std::uint8_t>(indent_of(book, paragraph));
  // Indented cells are not justified by any program; items of all levels look alike.
  const bool item = paragraph.role == document::ParagraphRole::item;
  if ((item || look.indent > 0) && look.align == Align::justify) look.align = Align::left;
  if (look.align == Align::centre) look.indent = 0;
  // What is free of the row's height stands above a heading and below running text.
  look.vertical = style.space_before > style.space_after ? VerticalAlign::bottom : VerticalAlign::top;
  return look;
}

Points gap_of(const ParagraphStyle& style) {
  return std::clamp(style.space_before + style.space_after, kLeastGap, kMostGap);
}

// A row cannot be taller than 409 pt: longer text goes on in the next row, from the beginning of a line. True
// when the text's link went with it: LibreOffice draws only one line of a linked cell.
bool write_text(Book& book, Sheets& sheets, const StyledText& text, const CellLook& look, Points gap) {
  const auto all = sheets.current().grid().all();
  const auto starts = book.measure.lines(text, look.text, sheets.current().text_width(all, look.indent));
  const auto pitch = book.measure.pitch(look.text);
  const auto fitting = std::max<std::size_t>(static_cast<std::size_t>((kTallestRow - gap) / pitch), 1);
  const bool one_line = starts.size() == 1;
  for (std::size_t line = 0; line < starts.size(); line += fitting) {
    const auto next = std::min(line + fitting, starts.size());
    const auto end = next < starts.size() ? starts[next] : text.text.size();
    sheets.make_room(1);
    auto part = slice(text, starts[line], end);
    book.limit_length(part, place_of(sheets.current()));
    if (!one_line) part.href.clear();
    sheets.current().text(all, part, look);
    const bool last = next == starts.size();
    const auto height = static_cast<double>(next - line) * pitch + (last ? gap : 0);
    sheets.current().end_row(std::min(height, kTallestRow));
  }
  return one_line;
}

// The address of a longer text's link gets a row of its own.
void write_link_row(Book& book, Sheets& sheets, const std::string& href, CellLook look) {
  StyledText address;
  address.text = one_line(href);
  address.href = href;
  address.stretches = {{0, address.text.size(), false, false, true}};
  look.text = text_look(book.style(StyleName::note));
  look.align = Align::left;
  look.vertical = VerticalAlign::top;
  sheets.make_room(1);
  auto& sheet = sheets.current();
  const auto all = sheet.grid().all();
  if (book.measure.count_lines(address.text, look.text, sheet.text_width(all, look.indent)) > 1) return;
  sheet.text(all, address, look);
  sheet.end_row(book.measure.pitch(look.text) + kLeastGap);
}

struct SignatureCell {
  Span span;
  StyledText text;
  CellLook look;
};

void write_signature_row(Book& book, Sheets& sheets, const std::vector<SignatureCell>& cells, Points gap) {
  sheets.make_room(1);
  auto& sheet = sheets.current();
  std::size_t lines = 1;
  for (const auto& cell : cells) {
    if (cell.span.count() == 0) continue;
    lines = std::max(lines,
                     book.measure.count_lines(cell.text.text, cell.look.text, sheet.text_width(cell.span)));
    sheet.text(cell.span, cell.text, cell.look);
  }
  const auto pitch = book.measure.pitch(cells.front().look.text);
  sheet.end_row(std::min(static_cast<double>(lines) * pitch + gap, kTallestRow));
}

}  // namespace

void write_paragraph(Book& book, Sheets& sheets, const Paragraph& paragraph) {
  Findings findings;
  const auto text = styled(paragraph.label, paragraph.runs, findings);
  book.report(findings, place_of(sheets.current()));
  const auto look = look_of(book, paragraph);
  const bool linked = write_text(book, sheets, text, look, gap_of(book.style(paragraph.style)));
  if (!text.href.empty() && !linked) write_link_row(book, sheets, text.href, look);
}

// Position at the left, a line to sign on, the name at the right, on one base line.
void write_signature(Book& book, Sheets& sheets, const document::Signature& signature) {
  const auto& style = book.style(StyleName::signature);
  CellLook look;
  look.text = text_look(style);
  look.vertical = VerticalAlign::bottom;
  auto line_look = look;
  line_look.border = Border::bottom;
  auto name_look = look;
  name_look.align = Align::right;
  for (const auto& line : signature.lines) {
    const auto& grid = sheets.current().grid();
    Findings findings;
    auto position = plain_styled(line.position, findings);
    const auto name = plain_styled(line.name, findings);
    book.report(findings, place_of(sheets.current()));
    if (grid.line.count() == 0) position.text += " ____________ ";
    if (grid.name.count() == 0) position.text += name.text;
    const std::vector<SignatureCell> cells = {
        {grid.position, position, look}, {grid.line, StyledText{}, line_look}, {grid.name, name, name_look}};
    write_signature_row(book, sheets, cells, std::clamp(style.space_before, kLeastGap, kMostGap));
  }
}

void write_space(Sheets& sheets, Points height) {
  if (height < 1) return;
  sheets.make_room(1);
  sheets.current().end_row(std::min(height, kTallestRow));
}

}  // namespace svodka::xlsx
