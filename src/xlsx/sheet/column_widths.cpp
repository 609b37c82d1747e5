#include "xlsx/sheet/column_widths.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "xlsx/text/formats.hpp"

namespace svodka::xlsx {

namespace {

using document::Column;
using document::StyleName;
using document::Table;
using document::Width;
using text::ValueType;

constexpr std::size_t kSampledRows = 500;  // spread over the table; texts of others may wrap
constexpr Points kPadding = 7;             // what a cell keeps for itself, both sides
constexpr Points kNarrowest = 22;
constexpr Points kWidestWord = 120;     // longer words break
constexpr Points kWidestColumn = 1500;  // programs take 255 digits of the Normal style
constexpr Points kWidestContent = base::millimetres(70);

struct Need {
  Points firm =
      kNarrowest;      // below it numbers turn into ##### and words of the title break: nothing is hyphenated
  Points least = 0;    // below it words break
  Points content = 0;  // every text on one line
};

struct Extremes {
  double least = 0, greatest = 0;
  void take(double value) {
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
};

class ColumnSurvey {
 public:
  ColumnSurvey(const Table& table, const document::Theme& theme, Measure& measure)
      : table_(table),
        theme_(theme),
        body_(text_look(theme.style(StyleName::cell))),
        header_(text_look(theme.style(StyleName::cell_header))),
        total_(text_look(theme.style(StyleName::cell_total))),
        measure_(measure),
        step_(1 + table.rows.rows() / kSampledRows) {}

  Need need_of(std::size_t column) {
    Need need;
    take_text(table_.columns[column].title, header_, need);
    // Texts do not change a width that is given.
    const auto width = table_.columns[column].width.kind;
    texts_matter_ = width == Width::Kind::automatic || width == Width::Kind::share;
    need.firm = std::max(need.firm, need.least + kPadding);
    Extremes integers, decimals;
    for (std::size_t row = 0; row < table_.rows.rows(); ++row) {
      if (table_.rows.kind(row) == document::RowKind::group) continue;
      if (is_total(row) && table_.columns[column].total.kind != document::Total::Kind::none) continue;
      take_cell(table_.rows.cell(row, column), row, column, need, integers, decimals);
    }
    take_totals(column, integers, decimals);
    take_numbers(column, integers, ValueType::integer, need);
    take_numbers(column, decimals, ValueType::decimal, need);
    need.least = std::max(need.least + kPadding, need.firm);
    need.content = std::max(need.content + kPadding, need.least);
    return need;
  }

 private:
  bool is_total(std::size_t row) const {
    const auto kind = table_.rows.kind(row);
    return kind == document::RowKind::subtotal || kind == document::RowKind::total;
  }

  bool is_sampled(std::size_t row) const { return row % step_ == 0; }

  void take_cell(const document::CellView& cell, std::size_t row, std::size_t column, Need& need,
                 Extremes& integers, Extremes& decimals) {
    if (cell.type == ValueType::text && texts_matter_ && is_sampled(row)) {
      const auto look = look_of(row, cell);
      take_text(cell.text, look, need);
      if (!table_.columns[column].wrap) need.least = std::max(need.least, need.content);
    }
    if (cell.type == ValueType::integer) integers.take(static_cast<double>(cell.integer));
    if (cell.type == ValueType::decimal && std::isfinite(cell.decimal)) decimals.take(cell.decimal);
    if (cell.type == ValueType::date && is_sampled(row)) {
      take_unbroken(text::display(cell.date, table_.columns[column].format), body_, need);
    }
  }

  TextLook look_of(std::size_t row, const document::CellView& cell) const {
    auto look = is_total(row) ? total_ : body_;
    if (cell.state.empty()) return look;
    const auto state = theme_.states.find(std::string(cell.state));
    look.bold = look.bold || (state != theme_.states.end() && state->second.bold);
    return look;
  }

  // Grand totals are the longest figures.
  void take_totals(std::size_t column, Extremes& integers, Extremes& decimals) {
    if (table_.columns[column].total.kind == document::Total::Kind::none) return;
    for (std::size_t row = 0; row < table_.rows.rows(); ++row) {
      if (table_.rows.kind(row) != document::RowKind::total) continue;
      const auto value = document::total_value(table_, column, table_.summed_by(row));
      if (const auto* whole = std::get_if<std::int64_t>(&value)) integers.take(static_cast<double>(*whole));
      if (const auto* number = std::get_if<double>(&value)) decimals.take(*number);
    }
  }

  void take_numbers(std::size_t column, const Extremes& extremes, ValueType type, Need& need) {
    for (const double value : {extremes.least, extremes.greatest}) {
      if (value == 0 || std::abs(value) >= 1e15) continue;
      const bool whole = type == ValueType::integer;
      const auto typed = whole ? text::Value{static_cast<std::int64_t>(value)} : text::Value{value};
      take_unbroken(text::display(typed, table_.columns[column].format), total_, need);
    }
  }

  void take_unbroken(std::string_view text, const TextLook& look, Need& need) {
    // Bold figures and Excel's hinted digits are a little wider.
    need.firm = std::max(need.firm, measure_.width(text, look) * 1.08 + kPadding);
  }

  void take_text(std::string_view text, const TextLook& look, Need& need) {
    const auto extent = measure_.extent(text, look);
    need.least = std::max(need.least, std::min(extent.word * 1.05, kWidestWord));
    need.content = std::max(need.content, std::min(extent.line * 1.05, kWidestContent));
  }

  const Table& table_;
  const document::Theme& theme_;
  TextLook body_, header_, total_;
  Measure& measure_;
  std::size_t step_;          // from one sampled row to the next
  bool texts_matter_ = true;  // of the current column
};

double sum_of(const std::vector<Points>& widths) {
  return std::accumulate(widths.begin(), widths.end(), 0.0);
}

// Shrinks automatic columns towards their least width, by what each can give.
void shrink(std::vector<Points>& widths, const Table& table, const std::vector<Need>& needs, Points excess) {
  double can_give = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (table.columns[i].width.kind == Width::Kind::automatic) can_give += widths[i] - needs[i].least;
  }
  if (can_give <= 0) return;
  const double part = std::min(1.0, excess / can_give);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (table.columns[i].width.kind == Width::Kind::automatic)
      widths[i] -= part * (widths[i] - needs[i].least);
  }
}

// What a column gets of the room that is left: its share, or for automatic columns in proportion to content.
double weight(const Table& table, const std::vector<Points>& widths, std::size_t column, Width::Kind kind) {
  const auto& width = table.columns[column].width;
  if (width.kind != kind) return 0;
  return kind == Width::Kind::share ? width.amount : widths[column];
}

// Divides `room` among the columns of a kind; one that needs more than its part keeps its width, and the
// others divide what remains.
void divide(std::vector<Points>& widths, const Table& table, Width::Kind kind, Points room) {
  std::vector<double> weights;
  for (std::size_t i = 0; i < widths.size(); ++i) weights.push_back(weight(table, widths, i, kind));
  for (bool again = true; again;) {
    again = false;
    const auto all = sum_of(weights);
    if (all <= 0) return;
    for (std::size_t i = 0; i < widths.size() && !again; ++i) {
      if (weights[i] <= 0 || room * weights[i] / all >= widths[i]) continue;
      room -= widths[i];
      weights[i] = 0;
      again = true;
    }
  }
  const auto all = sum_of(weights);
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (weights[i] > 0) widths[i] = room * weights[i] / all;
  }
}

Points wish(const Width& width, const Need& need, Points room) {
  switch (width.kind) {
    case Width::Kind::points:
      return std::max(width.amount, need.firm);
    case Width::Kind::percent:
      return std::max(room * width.amount / 100, need.firm);
    case Width::Kind::share:
      return need.least;
    case Width::Kind::automatic:
      break;
  }
  return need.content;
}

}  // namespace

std::vector<Points> column_widths(const Table& table, const document::Theme& theme, Points room,
                                  Measure& measure) {
  ColumnSurvey survey(table, theme, measure);
  std::vector<Need> needs;
  std::vector<Points> widths;
  Points growing = 0;  // of the columns that divide the rest of the room
  bool shares = false;
  for (const auto& column : table.columns) shares = shares || column.width.kind == Width::Kind::share;
  const auto kind = shares ? Width::Kind::share : Width::Kind::automatic;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    needs.push_back(survey.need_of(i));
    widths.push_back(wish(table.columns[i].width, needs[i], room));
    if (table.columns[i].width.kind == kind) growing += widths[i];
  }
  const auto spare = room - sum_of(widths);
  if (spare < 0) shrink(widths, table, needs, -spare);
  if (spare > 0) divide(widths, table, kind, growing + spare);
  for (auto& width : widths) width = std::min(width, kWidestColumn);
  return widths;
}

}  // namespace svodka::xlsx
