#include "xlsx/blocks/chart_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "document/colours.hpp"
#include "xlsx/codes.hpp"
#include "xlsx/package/library.hpp"
#include "xlsx/table/totals.hpp"
#include "xlsx/text/hygiene.hpp"

namespace svodka::xlsx {

namespace {

using document::Chart;
using document::Colour;
using document::StyleName;

constexpr Colour kWhite{0xFF, 0xFF, 0xFF};
constexpr double kLabelsPart = 0.7;  // of the width that the figures over vertical bars may take
constexpr Points kFiguresPadding = 8;

lxw_chart_line line_of(Colour colour, float width) {
  lxw_chart_line line{};
  line.color = library_colour(colour);
  line.width = width;
  return line;
}

lxw_chart_fill fill_of(Colour colour) {
  lxw_chart_fill fill{};
  fill.color = library_colour(colour);
  return fill;
}

lxw_chart_font font_of(std::string& name, double size, bool bold, Colour colour = {}) {
  lxw_chart_font font{};
  font.name = name.data();
  font.size = size;
  font.bold = bold ? LXW_TRUE : LXW_FALSE;
  font.color = library_colour(colour);
  return font;
}

std::uint8_t type_of(Chart::Kind kind, bool horizontal) {
  switch (kind) {
    case Chart::Kind::lines:
      return LXW_CHART_LINE;
    case Chart::Kind::stacked:
      return horizontal ? LXW_CHART_BAR_STACKED : LXW_CHART_COLUMN_STACKED;
    case Chart::Kind::bars:
    case Chart::Kind::bullet:
      break;
  }
  return horizontal ? LXW_CHART_BAR : LXW_CHART_COLUMN;
}

// What one_line has left, with its escapes.
text::Value written(const std::string& text) {
  std::string buffer;
  Findings none;
  return std::string(cell_text(text, buffer, none));
}

lxw_row_t row(std::size_t index) { return static_cast<lxw_row_t>(index); }
lxw_col_t column(std::size_t index) { return static_cast<lxw_col_t>(index); }

}  // namespace

ChartWriter::ChartWriter(Book& book, Sheets& sheets, const Chart& chart)
    : book_(book),
      sheets_(sheets),
      chart_(chart),
      font_name_(family_name(book.theme, book.style(StyleName::chart).family)) {}

void ChartWriter::write() {
  const auto row_height = sheets_.current().usual_height();
  const auto most = std::max(std::floor(sheets_.current().page_room() / row_height), 2.0);
  const auto rows = static_cast<std::uint32_t>(std::clamp(std::ceil(height() / row_height), 2.0, most));
  sheets_.make_room(std::max(rows, static_cast<std::uint32_t>(chart_.categories.size() + 2)));
  rows_height_ = rows * row_height;
  find_series();
  made_ = workbook_add_chart(book_.workbook, type_of(chart_.kind, is_horizontal()));
  if (made_ == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED, "make a chart");
  write_figures();
  for (std::size_t i = 0; i < series_; ++i) add_series(i);
  set_title();
  set_axes();
  auto& sheet = sheets_.current();
  sheet.chart(made_, rows, attribute_text(chart_.alternative));
  for (std::uint32_t i = 0; i < rows; ++i) sheet.end_row(row_height, 0, i + 1 < rows);
  sheet.end_row(row_height / 2);  // parts it from what follows
}

// As many as Excel shows.
void ChartWriter::find_series() {
  constexpr std::size_t most = 255;
  series_ = std::min(chart_.series.size(), most);
  if (series_ == chart_.series.size()) return;
  book_.diagnostics.warning_in(
      too_many_series, fmt::format("sheet «{}», chart {}", sheets_.current().name(), chart_.id),
      fmt::format("the chart has {} series, a workbook shows {}; the rest is left out", chart_.series.size(),
                  most),
      "show fewer series, part them into several charts, or make a table");
}

std::size_t ChartWriter::longest_category() const {
  std::size_t longest = 0;
  for (const auto& category : chart_.categories) longest = std::max(longest, utf16_units(category));
  return longest;
}

// As the template says, or by the content.
Points ChartWriter::height() {
  if (chart_.height > 0) return chart_.height;
  constexpr Points frame = 90, bar = 9, between = 7, upright = 240, line = 11;
  constexpr std::size_t label = 40;  // characters of a line
  if (!is_horizontal()) return upright;
  const auto longest = longest_category();
  const auto bars = chart_.kind == Kind::bars ? static_cast<double>(chart_.series.size()) : 1.0;
  const auto lines = static_cast<double>((longest + label - 1) / label);
  const auto pitch = std::max(bars * bar + between, lines * line + 3);
  return frame + pitch * static_cast<double>(chart_.categories.size());
}

std::string ChartWriter::series_title(std::size_t series) const {
  for (const auto* title : {&chart_.series[series].title, &chart_.value_title, &chart_.title}) {
    if (!title->empty()) return one_line(*title);
  }
  return "Значение";
}

std::string ChartWriter::value_format() const {
  return number_format(chart_.format, text::ValueType::decimal);
}

// A title, the names of the series, and a row for each category.
void ChartWriter::write_figures() {
  auto& sheet = sheets_.current();
  first_row_ = sheet.row();
  first_column_ = sheet.free_beside();
  CellLook look;
  look.text = text_look(book_.style(StyleName::cell));
  look.text.size = std::min(look.text.size, kDefaultSize - 1);  // rows are of the usual height
  look.wrap = false;
  auto title = look;
  title.text.bold = true;
  look.border = Border::box;
  auto header = look;
  header.text.bold = true;
  header.fill = book_.theme.table.header_fill;
  auto number = look;
  number.align = document::Align::right;
  number.number_format = value_format();
  const auto put = [&](std::size_t down, std::size_t right, const std::string& text, const CellLook& how) {
    sheet.beside(first_row_ + row(down), first_column_ + right, written(text), book_.formats.cell(how));
    if (down > 0) {
      sheet.widen_beside(first_column_ + right, book_.measure.width(text, how.text) + kFiguresPadding);
    }
  };
  put(0, 0, chart_.title.empty() ? "Данные диаграммы" : "Данные диаграммы «" + one_line(chart_.title) + "»",
      title);
  put(1, 0, chart_.category_title.empty() ? "Категория" : one_line(chart_.category_title), header);
  for (std::size_t i = 0; i < chart_.categories.size(); ++i)
    put(i + 2, 0, one_line(chart_.categories[i]), look);
  for (std::size_t s = 0; s < series_; ++s) {
    put(1, s + 1, series_title(s), header);
    for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
      const auto& value = chart_.series[s].values[i];
      const auto shown = value ? text::Value(*value) : text::Value{};
      sheet.beside(first_row_ + row(i + 2), first_column_ + s + 1, shown, book_.formats.cell(number));
      const auto width = book_.measure.width(text::display(shown, chart_.format), number.text);
      sheet.widen_beside(first_column_ + s + 1, width + 2 * kFiguresPadding);
    }
  }
  const auto range =
      fmt::format("={}!{}:{}", in_quotes(sheet.name()), cell_name(first_row_ + 1, first_column_, true),
                  cell_name(first_row_ + chart_.categories.size() + 1, first_column_ + series_, true));
  check(workbook_define_name(book_.workbook, book_.table_names.add(chart_.id).c_str(), range.c_str()),
        "define a name");
}

void ChartWriter::add_series(std::size_t series) {
  const auto* sheet = sheets_.current().name().c_str();
  auto* made = chart_add_series(made_, nullptr, nullptr);
  if (made == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED, "make a series of a chart");
  const auto first = row(first_row_ + 2);
  const auto last = row(first_row_ + 1 + chart_.categories.size());
  const auto names = column(first_column_);
  const auto values = column(first_column_ + 1 + series);
  chart_series_set_categories(made, sheet, first, names, last, names);
  chart_series_set_values(made, sheet, first, values, last, values);
  chart_series_set_name_range(made, sheet, row(first_row_ + 1), values);
  chart_.kind == Kind::lines ? dress_line(made, series) : dress(made, series);
  label(made, series);
}

void ChartWriter::dress(lxw_chart_series* made, std::size_t series) {
  auto fill = fill_of(document::series_fill(book_.theme, series));
  auto outline = line_of(document::kChartOutline, 0.5F);
  if (chart_.kind == Kind::bullet && series == 1) {  // a frame around the bar
    fill = {};
    fill.none = LXW_TRUE;
    outline = line_of({}, 1.75F);
  }
  chart_series_set_fill(made, &fill);
  chart_series_set_line(made, &outline);
}

// The same dashes and markers as in PDF.
void ChartWriter::dress_line(lxw_chart_series* made, std::size_t series) {
  constexpr std::uint8_t dashes[] = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                     LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_DASH_DOT};
  constexpr std::uint8_t markers[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE,
                                      LXW_CHART_MARKER_TRIANGLE, LXW_CHART_MARKER_DIAMOND};
  const auto colour = document::series_line(book_.theme, series);
  auto line = line_of(colour, 1.75F);
  line.dash_type = dashes[series % std::size(dashes)];
  chart_series_set_line(made, &line);
  chart_series_set_marker_type(made, markers[series % std::size(markers)]);
  chart_series_set_marker_size(made, 6);
  auto edge = line_of(colour, 1.0F);
  auto fill = fill_of(series % 8 >= std::size(markers) ? kWhite : colour);
  chart_series_set_marker_line(made, &edge);
  chart_series_set_marker_fill(made, &fill);
}

// The program chooses the widths of bars: what is told is only a good guess.
bool ChartWriter::labels_fit() {
  const auto& style = book_.style(StyleName::chart);
  const auto count = static_cast<double>(chart_.categories.size() * chart_.series.size());
  if (is_horizontal()) return rows_height_ >= count * style.size * 1.3;
  Points widest = 0;
  for (const auto& series : chart_.series) {
    for (const auto& value : series.values) {
      const auto shown = value ? text::display(text::Value(*value), chart_.format) : std::string();
      widest = std::max(widest, book_.measure.width(shown, text_look(style)));
    }
  }
  return widest * count <= kLabelsPart * sheets_.current().text_width(sheets_.current().grid().all());
}

void ChartWriter::label(lxw_chart_series* made, std::size_t series) {
  if (chart_.kind == Kind::lines || chart_.kind == Kind::bullet) return;
  const bool stacked = chart_.kind == Kind::stacked;
  if (!stacked && !labels_fit()) return;
  chart_series_set_labels(made);
  const auto fill = document::series_fill(book_.theme, series);
  auto font = font_of(font_name_, book_.style(StyleName::chart).size, false,
                      stacked ? document::text_on(fill) : Colour{});
  chart_series_set_labels_font(made, &font);
  auto format = value_format();
  if (format.empty()) format = "General";
  if (stacked) format += ";;";  // parts of zero are not seen, so they have no figure
  chart_series_set_labels_num_format(made, format.c_str());
}

namespace {

// The library takes a name that begins with = for a reference; a space that has no width stands before it.
std::string never_formula(const std::string& name) { return name.starts_with('=') ? "\u200B" + name : name; }

}  // namespace

void ChartWriter::set_title() {
  const auto size = book_.style(StyleName::chart).size;
  auto bold = font_of(font_name_, size * document::kChartTitleSize, true);
  const auto title = one_line(chart_.title);
  if (title.empty()) {
    chart_title_off(made_);
  } else {
    chart_title_set_name(made_, never_formula(title).c_str());
    chart_title_set_name_font(made_, &bold);
  }
  if (chart_.series.size() > 1) {
    auto font = font_of(font_name_, size, false);
    chart_legend_set_position(made_, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(made_, &font);
  } else {
    chart_legend_set_position(made_, LXW_CHART_LEGEND_NONE);
  }
  lxw_chart_line none{};
  none.none = LXW_TRUE;
  chart_chartarea_set_line(made_, &none);
  chart_show_hidden_data(made_);  // a filter elsewhere on the sheet must not empty the chart
  if (chart_.kind == Kind::stacked || chart_.kind == Kind::bullet) chart_set_series_overlap(made_, 100);
  if (chart_.kind != Kind::lines) chart_set_series_gap(made_, 60);
}

void ChartWriter::set_axes() {
  auto font = font_of(font_name_, book_.style(StyleName::chart).size, false);
  auto* categories = is_horizontal() ? made_->y_axis : made_->x_axis;
  auto* values = is_horizontal() ? made_->x_axis : made_->y_axis;
  auto plain = font;
  plain.bold = LXW_EXPLICIT_FALSE;  // titles are bold when nothing is said
  const auto name = [&](lxw_chart_axis* axis, const std::string& title) {
    chart_axis_set_num_font(axis, &font);
    if (title.empty()) return;
    chart_axis_set_name(axis, never_formula(one_line(title)).c_str());
    chart_axis_set_name_font(axis, &plain);
  };
  // LibreOffice would draw the title over long names.
  constexpr std::size_t long_name = 50;
  const bool titled = !is_horizontal() || longest_category() <= long_name;
  name(categories, titled ? chart_.category_title : std::string());
  name(values, chart_.value_title);
  auto grid = line_of(document::kChartGrid, 0.5F);
  auto axis_line = line_of(document::kChartOutline, 0.75F);
  chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
  chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
  chart_axis_major_gridlines_set_line(values, &grid);
  chart_axis_set_line(categories, &axis_line);
  chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (!value_format().empty()) chart_axis_set_num_format(values, value_format().c_str());
  if (is_horizontal()) {  // the first category on top, the figures below
    chart_axis_set_reverse(categories);
    chart_axis_set_interval_unit(categories, 1);  // every name
    const auto room = rows_height_ / static_cast<double>(chart_.categories.size());
    if (room < 3 * font.size) {
      auto small = font;
      small.size = std::max(font.size - 2, 6.0);
      chart_axis_set_num_font(categories, &small);
    }
    chart_axis_set_label_position(values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  }
  set_value_ends(values);
}

// Bars stand on zero, which programs forget when all are about as long; percentages end with 100.
void ChartWriter::set_value_ends(lxw_chart_axis* axis) {
  const auto ends = document::value_extremes(chart_).value_or(document::Extremes{});
  if (chart_.kind != Kind::lines && ends.least >= 0) chart_axis_set_min(axis, 0);
  const bool whole = chart_.format.kind == text::Format::Kind::percent && chart_.kind != Kind::stacked;
  constexpr double near_whole = 80;
  if (whole && ends.greatest > near_whole && ends.greatest <= 100) chart_axis_set_max(axis, 100);
}

}  // namespace svodka::xlsx
