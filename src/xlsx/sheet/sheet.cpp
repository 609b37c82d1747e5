#include "xlsx/sheet/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

#include "base/utf8.hpp"
#include "xlsx/codes.hpp"
#include "xlsx/package/library.hpp"

namespace svodka::xlsx {

namespace {

constexpr Points kPixel = 0.75;
constexpr double kCellPadding = 5;  // pixels, left and right together
constexpr std::size_t kMaxColumns = 16384;
constexpr std::size_t kMaxStretches = 200;  // the library counts them in a byte
constexpr unsigned kDeepestOutline = 7;
constexpr lxw_color_t kBarColour = 0xBDD7EE;  // light: figures stay legible on it
constexpr std::size_t kMaxLink = 2079;        // characters, Excel's limit
constexpr std::size_t kMaxLinks = 65530;      // on a sheet

double inches(Points points) { return points / 72; }

lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }

// What worksheet_set_column must be given so that the file says `width`, in digits of the Normal style: the
// library adds the five pixels of padding that Calibri 11 has.
double library_width(double width) { return width < 12.0 / 7 ? width * 7 / 12 : (width * 7 - 5) / 7; }

// ISO 216 sizes by the longer side; Excel's numbers.
std::uint8_t paper_of(const document::Theme& theme) {
  const auto longer = base::to_millimetres(std::max(theme.page_width, theme.page_height));
  if (longer > 360) return 8;    // A3
  return longer < 250 ? 11 : 9;  // A5, A4
}

bool is_web_link(std::string_view href) {
  constexpr std::array<std::string_view, 4> schemes = {"https://", "http://", "mailto:", "ftp://"};
  return std::any_of(schemes.begin(), schemes.end(), [&](auto scheme) { return href.starts_with(scheme); });
}

// The library takes «internal:» and «external:» anywhere in an address for its own schemes.
std::string without_library_schemes(std::string href) {
  for (const std::string_view word : {"internal:", "external:"}) {
    for (auto at = href.find(word); at != std::string::npos; at = href.find(word)) {
      href.replace(at + word.size() - 1, 1, "%3A");
    }
  }
  return href;
}

// As the library writes it: these characters become %XX.
std::size_t escaped_length(std::string_view href) {
  std::size_t length = base::count_code_points(href);
  for (const char c : href)
    length += std::string_view(" \"<>[]`^{}%").find(c) != std::string_view::npos ? 2 : 0;
  return length;
}

}  // namespace

Sheet::Sheet(Book& book, const Grid& grid, document::Orientation orientation, const RunningText& running,
             std::string name)
    : book_(book), grid_(grid), name_(std::move(name)), taken_(grid_.columns(), 0) {
  sheet_ = workbook_add_worksheet(book_.workbook, name_.c_str());
  if (sheet_ == nullptr) check(LXW_ERROR_PARAMETER_VALIDATION, fmt::format("add the sheet «{}»", name_));
  set_columns();
  set_up_page(orientation, running);
  set_running_text(running);
  worksheet_set_default_row(sheet_, usual_height(), LXW_FALSE);
}

// Pixels of a seventh of the widest digit of the Normal style, as Excel rounds it: the library writes
// sevenths.
double Sheet::digit_part() {
  double widest = 0;
  for (const char digit : std::string_view("0123456789")) {
    widest = std::max(widest, book_.measure.width({&digit, 1}, {.size = kDefaultSize}) / kPixel);
  }
  return std::max(std::round(widest), 1.0) / 7;
}

void Sheet::set_column(std::size_t index, double sevenths) {
  check(worksheet_set_column(sheet_, column(index), column(index), library_width(sevenths / 7), nullptr),
        "set a column");
}

// Edges are rounded, not widths, so that errors do not add up.
void Sheet::set_columns() {
  assert(grid_.columns() <= kMaxColumns);
  const double unit = digit_part();
  edges_.assign(1, 0);
  library_edges_.assign(1, 0);
  for (std::size_t i = 0; i < grid_.columns(); ++i) {
    const auto right =
        std::max(std::round(grid_.edges[i + 1] / kPixel / unit), edges_.back() / kPixel / unit + 1);
    const auto sevenths = right - std::round(edges_.back() / kPixel / unit);
    set_column(i, sevenths);
    edges_.push_back(right * unit * kPixel);
    library_edges_.push_back(library_edges_.back() + sevenths);
  }
}

// From the page's edge to running matter.
Points Sheet::running_margin() const {
  const auto& theme = book_.theme;
  return std::max(theme.page_number_top - theme.style(document::StyleName::running).size, 7.2);
}

void Sheet::set_up_page(document::Orientation orientation, const RunningText& running) {
  const auto& theme = book_.theme;
  const bool landscape = orientation == document::Orientation::landscape;
  if (landscape) worksheet_set_landscape(sheet_);
  page_width_ = document::text_width(theme, orientation);
  const auto pitch = book_.measure.pitch(text_look(theme.style(document::StyleName::running)));
  const auto room = [&](std::size_t lines) {
    return lines == 0 ? 0 : running_margin() + static_cast<double>(lines) * pitch + base::millimetres(2);
  };
  const auto top = std::max(theme.margin_top, room(running.header_lines));
  const auto bottom = std::max(theme.margin_bottom, room(running.footer_lines));
  page_height_ = (landscape ? theme.page_width : theme.page_height) - top - bottom;
  worksheet_set_paper(sheet_, paper_of(theme));
  worksheet_set_margins(sheet_, inches(theme.margin_left), inches(theme.margin_right), inches(top),
                        inches(bottom));
}

Points Sheet::text_width(Span columns, unsigned indent) {
  const auto width = edges_[columns.last] - edges_[columns.first];
  const auto indented = indent > 0 ? indent * book_.indent_step() : 0;
  return std::max(width - kCellPadding * kPixel - indented, kPixel);
}

void Sheet::occupy(Span columns, lxw_format* format) {
  assert(columns.first < columns.last && columns.last <= grid_.columns());
  for (auto i = columns.first; i < columns.last; ++i) {
    assert(taken_[i] <= row_ && "cells overlap");
    taken_[i] = row_ + 1;
    if (i > columns.first) check(worksheet_write_blank(sheet_, row_, column(i), format), "write a cell");
  }
  cells_.push_back({columns, row_, format});
}

void Sheet::text(Span columns, std::string_view clean, lxw_format* format) {
  occupy(columns, format);
  buffer_.assign(clean);
  check(worksheet_write_string(sheet_, row_, column(columns.first), buffer_.c_str(), format), "write a text");
}

void Sheet::text(Span columns, const StyledText& text, const CellLook& look) {
  auto whole = look;
  if (text.stretches.size() == 1) {
    whole.text.bold = look.text.bold || text.stretches[0].bold;
    whole.text.italic = look.text.italic || text.stretches[0].italic;
    whole.text.link = text.stretches[0].link;
  }
  auto* format = book_.formats.cell(whole);
  if (text.href.empty() || !link(columns, text, format)) this->text(columns, text.text, format);
  if (text.stretches.size() > 1) rich_text(columns, text, look);
}

// Writes over the plain text of the cell.
void Sheet::rich_text(Span columns, const StyledText& text, const CellLook& look) {
  const auto where = [&] { return fmt::format("sheet «{}», row {}", name_, row_ + 1); };
  std::vector<std::string> texts;
  std::vector<lxw_rich_string_tuple> tuples;
  for (const auto& stretch : text.stretches) {
    auto part = look.text;
    part.bold = part.bold || stretch.bold;
    part.italic = part.italic || stretch.italic;
    part.link = stretch.link;
    texts.push_back(text.text.substr(stretch.begin, stretch.end - stretch.begin));
    tuples.push_back({book_.formats.text(part), nullptr});
  }
  std::vector<lxw_rich_string_tuple*> pointers;
  for (std::size_t i = 0; i < tuples.size(); ++i) {
    tuples[i].string = texts[i].data();
    pointers.push_back(&tuples[i]);
  }
  pointers.push_back(nullptr);
  auto error = LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED;
  if (tuples.size() <= kMaxStretches) {
    error = worksheet_write_rich_string(sheet_, row_, column(columns.first), pointers.data(),
                                        book_.formats.cell(look));
  }
  if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
    book_.diagnostics.warning_in(emphasis_lost, where(), "too much bold and italic text for one cell");
    return;
  }
  check(error, "write a text");
}

// False when the cell must be written as plain text.
bool Sheet::link(Span columns, const StyledText& text, lxw_format* format) {
  const auto where = [&] { return fmt::format("sheet «{}», row {}", name_, row_ + 1); };
  const auto href = without_library_schemes(one_line(text.href));
  if (!is_web_link(href)) {
    book_.diagnostics.warning_in(link_left_out, where(), fmt::format("'{}' is not a web address", href),
                                 "links begin with https://, http://, ftp:// or mailto:");
    return false;
  }
  if (escaped_length(href) > kMaxLink) {
    book_.diagnostics.warning_in(link_left_out, where(),
                                 fmt::format("the address is longer than {} characters", kMaxLink));
    return false;
  }
  if (links_ == kMaxLinks) {
    book_.diagnostics.warning_in(link_left_out, where(),
                                 fmt::format("the sheet has more than {} links", kMaxLinks));
    return false;
  }
  ++links_;
  const auto error = worksheet_write_url_opt(sheet_, row_, column(columns.first), href.c_str(), format,
                                             text.text.c_str(), nullptr);
  check(error, "write a link");
  occupy(columns, format);
  return true;
}

void Sheet::number(Span columns, double value, lxw_format* format) {
  assert(std::isfinite(value));
  occupy(columns, format);
  check(worksheet_write_number(sheet_, row_, column(columns.first), value, format), "write a number");
}

void Sheet::blank(Span columns, lxw_format* format) {
  occupy(columns, format);
  check(worksheet_write_blank(sheet_, row_, column(columns.first), format), "write a cell");
}

void Sheet::formula(Span columns, const std::string& formula, const text::Value& cached, lxw_format* format) {
  occupy(columns, format);
  const auto first = column(columns.first);
  double number = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&cached)) number = static_cast<double>(*whole);
  if (const auto* decimal = std::get_if<double>(&cached)) number = *decimal;
  check(text::is_empty(cached)
            ? worksheet_write_formula_str(sheet_, row_, first, formula.c_str(), format, "")
            : worksheet_write_formula_num(sheet_, row_, first, formula.c_str(), format, number),
        "write a formula");
}

void Sheet::extend_down(Span columns, std::uint32_t rows) {
  for (auto& cell : cells_) {
    if (cell.columns != columns) continue;
    cell.last_row = row_ + rows - 1;
    for (auto i = columns.first; i < columns.last; ++i) taken_[i] = row_ + rows;
  }
}

void Sheet::extend_row_down(std::uint32_t rows) {
  for (const auto& cell : cells_) extend_down(cell.columns, rows);
}

void Sheet::end_row(Points height, unsigned outline_level, bool keep_with_next) {
  assert(height <= kTallestRow);
  // Programs show whole pixels.
  height = std::min(std::ceil(height / kPixel - 0.02) * kPixel, kTallestRow);
  lxw_row_col_options options{};
  options.level = static_cast<std::uint8_t>(std::min(outline_level, kDeepestOutline));
  check(worksheet_set_row_opt(sheet_, row_, height, nullptr, &options), "set a row");
  height_ += height;
  rows_.push_back(
      {static_cast<float>(height), keep_with_next || groups_ > 0, std::exchange(page_begins_, false)});
  for (const auto& cell : cells_) {
    if (cell.last_row > row_) tall_.push_back(cell);
    if (cell.last_row == row_ && cell.columns.count() == 1) continue;
    merge_written(sheet_, row_, column(cell.columns.first), cell.last_row, column(cell.columns.last - 1));
  }
  cells_.clear();
  write_beside(row_);
  ++row_;
  carry_tall_cells();
}

// The cells under a merged cell need its borders.
void Sheet::carry_tall_cells() {
  std::erase_if(tall_, [&](const Cell& tall) { return tall.last_row < row_; });
  for (const auto& tall : tall_) {
    for (auto i = tall.columns.first; i < tall.columns.last; ++i) {
      check(worksheet_write_blank(sheet_, row_, column(i), tall.format), "write a cell");
    }
  }
}

void Sheet::break_page() { page_begins_ = row_ > 0; }

void Sheet::keep_last_rows(std::size_t count) {
  count = std::min(count, rows_.size());
  for (auto row = rows_.end() - static_cast<std::ptrdiff_t>(count); row != rows_.end(); ++row) {
    row->keep_with_next = true;
  }
  keeps_rows_ = true;
}

void Sheet::begin_group() {
  ++groups_;
  keeps_rows_ = true;
}

void Sheet::end_group() {
  if (groups_ == 0 || --groups_ > 0) return;  // rows ran out: the sheet is a new one
  if (!rows_.empty()) rows_.back().keep_with_next = false;
}

void Sheet::picture(const images::Picture& picture, Points left, Points down, document::Size size,
                    const std::string& alternative) {
  const auto column_at = [&](Points x) {
    const auto next = std::upper_bound(edges_.begin(), edges_.end(), x);
    return static_cast<std::size_t>(next - edges_.begin()) - 1;
  };
  // The file says in which cell the picture ends, which the library finds by its own widths of columns.
  const auto offset = [&](std::size_t at, Points x) {
    const auto real = (x - edges_[at]) / kPixel;
    if (at + 1 == edges_.size()) return real;
    return std::clamp(real, 0.0, library_edges_[at + 1] - library_edges_[at] - 1);
  };
  const auto first = column_at(left + kPixel / 2);
  const auto last = column_at(left + size.width + kPixel / 2);
  const auto x = offset(first, left);
  const auto width = library_edges_[last] - library_edges_[first] - x + offset(last, left + size.width);
  insert_picture(sheet_, picture.bytes, {row_, column(first), x, down / kPixel, width, size.height / kPixel},
                 alternative);
}

bool Sheet::is_streamed() const { return sheet_->optimize != 0; }

Points Sheet::usual_height() const { return book_.measure.pitch({.size = kDefaultSize}); }

void Sheet::freeze(std::uint32_t rows, std::size_t columns) {
  worksheet_freeze_panes(sheet_, rows, column(columns));
}

void Sheet::filter(std::uint32_t first_row, std::uint32_t last_row, Span columns) {
  if (last_row - first_row <= filtered_rows_) return;
  filtered_rows_ = last_row - first_row;
  check(worksheet_autofilter(sheet_, first_row, column(columns.first), last_row, column(columns.last - 1)),
        "set the filter");
}

void Sheet::percent_bars(std::uint32_t first_row, std::uint32_t last_row, std::size_t column) {
  lxw_conditional_format bars{};
  bars.type = LXW_CONDITIONAL_DATA_BAR;
  bars.data_bar_2010 = LXW_TRUE;
  bars.bar_solid = LXW_TRUE;
  bars.bar_color = kBarColour;
  bars.min_rule_type = bars.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bars.min_value = 0;
  bars.max_value = 100;
  const auto index = static_cast<lxw_col_t>(column);
  check(worksheet_conditional_format_range(sheet_, first_row, index, last_row, index, &bars),
        "set data bars");
}

void Sheet::repeat_rows(std::uint32_t first, std::uint32_t last) {
  check(worksheet_repeat_rows(sheet_, first, last), "repeat rows");
  repeated_ = RepeatedRows{first, last};
}

void Sheet::outline() { worksheet_outline_settings(sheet_, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE); }

void Sheet::finish(bool data_like) {
  assert(cells_.empty());
  while (!beside_.empty()) write_beside(beside_.begin()->first);
  if (!data_like) worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
  if (row_ > 0)
    check(worksheet_print_area(sheet_, 0, 0, row_ - 1, column(grid_.columns() - 1)), "set the print area");
  set_scale_and_breaks();
}

double Sheet::print_scale() const {
  return std::clamp(std::floor(98 * page_width_ / edges_.back()), 10.0, 98.0);
}

Points Sheet::page_room() {
  constexpr double safe = 0.97;  // printers and programs round the heights of rows
  return safe * page_height_ * 100 / print_scale();
}

// The columns are as wide as the page's text, so a fixed scale, a little small for safety, fits them; Excel
// ignores page breaks in a sheet that is fitted to a width. Under repeated rows LibreOffice counts the pages
// wrong and loses the last one, unless the breaks are given. What shares a page needs them too, and programs
// would cut charts.
void Sheet::set_scale_and_breaks() {
  worksheet_set_print_scale(sheet_, static_cast<std::uint16_t>(print_scale()));
  constexpr double endless = 1e12;
  const bool given = repeated_ || keeps_rows_ || has_charts_;
  auto breaks = page_breaks(rows_, repeated_, given ? page_room() : endless);
  if (breaks.empty()) return;
  breaks.push_back(0);
  check(worksheet_set_h_pagebreaks(sheet_, breaks.data()), "set page breaks");
}

void Sheet::set_running_text(const RunningText& running) {
  lxw_header_footer_options options{};
  options.margin = inches(running_margin());
  if (!running.header.empty())
    check(worksheet_set_header_opt(sheet_, running.header.c_str(), &options), "set the header");
  if (!running.footer.empty())
    check(worksheet_set_footer_opt(sheet_, running.footer.c_str(), &options), "set the footer");
}

}  // namespace svodka::xlsx
