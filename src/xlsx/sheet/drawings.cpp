#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>

#include "base/utf8.hpp"
#include "xlsx/package/library.hpp"
#include "xlsx/sheet/sheet.hpp"
#include "xlsx/table/totals.hpp"

namespace svodka::xlsx {

namespace {

constexpr Points kPixel = 0.75;
constexpr double kChartWidth = 480, kChartHeight = 288;  // pixels: the library's size before scaling
constexpr std::size_t kRangesOfRule = 75;                // the library holds 2079 bytes of them

}  // namespace

void Sheet::beside(std::uint32_t row, std::size_t column, const text::Value& value, lxw_format* format) {
  assert(row >= row_ && column >= grid_.columns());
  beside_[row].push_back({column, value, format});
}

std::size_t Sheet::free_beside() const {
  auto free = grid_.columns() + 1;
  for (const auto& [row, cells] : beside_) {
    for (const auto& cell : cells) free = std::max(free, cell.column + 2);
  }
  return free;
}

void Sheet::widen_beside(std::size_t column, Points width) {
  assert(column >= grid_.columns());
  constexpr Points most = 1300;  // programs take 255 digits of the Normal style
  auto& known = beside_widths_[column];
  if (width <= known) return;
  known = std::min(width, most);
  set_column(column, std::ceil(known / kPixel / digit_part()));
}

void Sheet::write_beside(std::uint32_t row) {
  const auto found = beside_.find(row);
  if (found == beside_.end()) return;
  auto& cells = found->second;
  std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
  for (const auto& cell : cells) {
    const auto at = static_cast<lxw_col_t>(cell.column);
    if (const auto* text = std::get_if<std::string>(&cell.value)) {
      check(worksheet_write_string(sheet_, row, at, text->c_str(), cell.format), "write a text");
    } else if (const auto* number = std::get_if<double>(&cell.value)) {
      check(worksheet_write_number(sheet_, row, at, *number, cell.format), "write a number");
    } else {
      check(worksheet_write_blank(sheet_, row, at, cell.format), "write a cell");
    }
  }
  beside_.erase(found);
}

// The library places a chart by the pixels that it thinks columns and rows have, and gives the cells of its
// corners to the file: so its size is that of the cells in those pixels, a seventh of a digit each.
void Sheet::chart(lxw_chart* chart, std::uint32_t rows, const std::string& alternative) {
  lxw_chart_options options{};
  const auto sevenths = std::round(edges_.back() / kPixel / digit_part());
  const auto row_pixels = std::floor(4.0 / 3.0 * usual_height());
  std::string description = alternative;
  options.x_scale = sevenths / kChartWidth;
  options.y_scale = rows * row_pixels / kChartHeight;
  options.object_position = LXW_OBJECT_MOVE_AND_SIZE;
  options.description = description.data();
  check(worksheet_insert_chart_opt(sheet_, row_, 0, chart, &options), "insert a chart");
  has_charts_ = true;
}

void Sheet::heat(const RuleArea& area, const HeatScale& scale) {
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_3_COLOR_SCALE;
  rule.min_color = library_colour(scale.low);
  rule.mid_color = library_colour(scale.middle);
  rule.max_color = library_colour(scale.high);
  rule.min_rule_type = rule.mid_rule_type = rule.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  rule.min_value = scale.least;
  rule.mid_value = (scale.least + scale.greatest) / 2;
  rule.max_value = scale.greatest;
  set_rule(area, rule);
}

void Sheet::state(const RuleArea& area, const StateRule& rule, lxw_format* look) {
  lxw_conditional_format condition{};
  condition.format = look;
  auto text = rule.text;
  switch (rule.match) {
    case StateRule::Match::equals:
      text = fmt::format("\"{}\"", rule.text);
      condition.type = LXW_CONDITIONAL_TYPE_CELL;
      condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
      break;
    case StateRule::Match::begins:  // the library's own rule counts bytes
      text = fmt::format("LEFT({},{})=\"{}\"", cell_name(area.rows.front().first, area.columns.first),
                         base::count_code_points(rule.text), rule.text);
      condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
      break;
    case StateRule::Match::contains:
      condition.type = LXW_CONDITIONAL_TYPE_TEXT;
      condition.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING;
      break;
  }
  condition.value_string = text.data();
  set_rule(area, condition);
}

void Sheet::set_rule(const RuleArea& area, lxw_conditional_format& rule) {
  const auto first = static_cast<lxw_col_t>(area.columns.first);
  const auto last = static_cast<lxw_col_t>(area.columns.last - 1);
  for (std::size_t begin = 0; begin < area.rows.size(); begin += kRangesOfRule) {
    const auto end = std::min(begin + kRangesOfRule, area.rows.size());
    std::string ranges;
    for (auto i = begin; i < end; ++i) {
      ranges += fmt::format("{}{}:{}", i > begin ? " " : "", cell_name(area.rows[i].first, first),
                            cell_name(area.rows[i].second, last));
    }
    rule.multi_range = end - begin > 1 ? ranges.data() : nullptr;
    check(worksheet_conditional_format_range(sheet_, area.rows[begin].first, first, area.rows[begin].second,
                                             last, &rule),
          "set a rule");
  }
}

}  // namespace svodka::xlsx
