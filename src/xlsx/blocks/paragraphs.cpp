#include "xlsx/blocks/paragraphs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "xlsx/codes.hpp"

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

bool is_sentence_end(std::string_view text, std::size_t space) {
  constexpr std::size_t word = 6;  // bytes: three letters, so that «г.» and initials end no sentence
  if (text[space] == '\n') return true;
  if (text[space] != ' ' || space <= word) return false;
  if (text[space - 1] == ';') return true;
  return text[space - 1] == '.' &&
         text.substr(space - 1 - word, word).find_first_of(" .(") == std::string_view::npos;
}

// Where a text is best cut between two offsets: after the last sentence, else at `to`, which begins a line.
std::size_t cut_between(std::string_view text, std::size_t from, std::size_t to) {
  for (auto at = to; at > from; --at) {
    if (is_sentence_end(text, at - 1)) return at;
  }
  return to;
}

struct WrittenRow {
  std::size_t end;  // of the text; the rest wants another row
  bool one_line;    // then the text's link went with it: LibreOffice draws only one line of a linked cell
};

// A row cannot be taller than 409 pt.
WrittenRow write_row(Book& book, Sheets& sheets, const StyledText& text, const CellLook& look, Points gap) {
  sheets.make_room(1);
  auto& sheet = sheets.current();
  const auto all = sheet.grid().all();
  const auto pitch = book.measure.pitch(look.text);
  const auto fitting = std::max<std::size_t>(static_cast<std::size_t>((kTallestRow - gap) / pitch), 1);
  const auto& starts = book.measure.lines(text, look.text, sheet.text_width(all, look.indent));
  auto lines = starts.size();
  auto end = text.text.size();
  if (lines > fitting) {
    end = cut_between(text.text, starts[fitting / 2], starts[fitting]);
    const auto next = std::lower_bound(starts.begin(), starts.end(), end);
    lines = static_cast<std::size_t>(next - starts.begin());
  }
  auto part = slice(text, 0, end);
  book.limit_length(part, place_of(sheet));
  const bool one_line = starts.size() == 1;
  if (!one_line) part.href.clear();
  sheet.text(all, part, look);
  sheet.end_row(std::min(static_cast<double>(lines) * pitch + gap, kTallestRow));
  return {end, one_line};
}

// True when the text's link went with it.
bool write_text(Book& book, Sheets& sheets, StyledText text, const CellLook& look, Points gap) {
  text = slice(text, 0, text.text.size());  // blanks at the end must not ask for a row
  const auto first = write_row(book, sheets, text, look, gap);
  for (auto end = first.end; end < text.text.size();) {
    text = slice(text, end, text.text.size());
    end = write_row(book, sheets, text, look, gap).end;
  }
  return first.one_line;
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
  if (book.measure.count_lines(address.text, look.text, sheet.text_width(all, look.indent)) > 1) {
    book.diagnostics.warning_in(link_left_out, place_of(sheet),
                                fmt::format("the address '{}' takes several lines", address.text));
    return;
  }
  sheet.text(all, address, look);
  sheet.end_row(book.measure.pitch(look.text) + kLeastGap);
}

// Gives the name more columns until it fits on one line: from the line to sign on, then from the position.
void widen_name(Book& book, Sheet& sheet, const StyledText& name, const TextLook& look, Span& position,
                Span& line, Span& place) {
  const auto needed = book.measure.width(name.text, look) * 1.05;
  while (needed > sheet.text_width(place) && line.count() > 0 && line.count() + position.count() > 2) {
    --place.first;
    --line.last;
    if (line.count() > 0) continue;
    --line.first;
    --position.last;
  }
}

}  // namespace

std::string place_of(const Sheet& sheet) {
  return fmt::format("sheet «{}», row {}", sheet.name(), sheet.row() + 1);
}

void write_cells(Book& book, Sheets& sheets, const std::vector<PlacedCell>& cells, Points gap) {
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
    auto [position_span, line_span, name_span] = std::tuple(grid.position, grid.line, grid.name);
    if (name_span.count() > 0) {
      widen_name(book, sheets.current(), name, look.text, position_span, line_span, name_span);
    }
    const std::vector<PlacedCell> cells = {
        {position_span, position, look}, {line_span, StyledText{}, line_look}, {name_span, name, name_look}};
    write_cells(book, sheets, cells, std::clamp(style.space_before, kLeastGap, kMostGap));
  }
}

void write_space(Sheets& sheets, Points height) {
  if (height < 1) return;
  sheets.make_room(1);
  sheets.current().end_row(std::min(height, kTallestRow));
}

}  // namespace svodka::xlsx
