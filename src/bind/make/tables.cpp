#include <algorithm>
#include <cassert>
#include <optional>

#include "bind/make/blocks.hpp"

namespace svodka::bind {

using namespace templates;
using document::RowKind;
using text::Value;

document::Width width_of(const Length& length) {
  using Kind = document::Width::Kind;
  switch (length.kind) {
    case Length::Kind::millimetres:
      return {Kind::points, base::millimetres(length.amount)};
    case Length::Kind::percent:
      return {Kind::percent, length.amount};
    case Length::Kind::share:
      return {Kind::share, length.amount};
    case Length::Kind::automatic:
      break;
  }
  return {};
}

document::Heat heat_of(const HeatRule& rule) {
  switch (rule.kind) {
    case HeatRule::Kind::more:
      return document::Heat::more_is_better;
    case HeatRule::Kind::less:
      return document::Heat::less_is_better;
    case HeatRule::Kind::none:
      break;
  }
  return document::Heat::none;
}

document::Total::Kind total_of(TotalRule::Kind kind) {
  using Kind = document::Total::Kind;
  switch (kind) {
    case TotalRule::Kind::sum:
      return Kind::sum;
    case TotalRule::Kind::count:
      return Kind::count;
    case TotalRule::Kind::ratio:
      return Kind::ratio;
    case TotalRule::Kind::none:
      break;
  }
  return Kind::none;
}

const Expression* sole_expression(const Inlines& content) {
  return content.size() == 1 ? std::get_if<Expression>(&content.front().node) : nullptr;
}

document::Column column_of(const ColumnElement& element, Evaluator& evaluator) {
  document::Column column;
  column.title = evaluator.text(element.title);
  column.group = element.group;
  column.width = width_of(element.width);
  column.align = align_of(element.align, document::Align::left);
  column.vertical = element.valign == "middle"   ? document::VerticalAlign::middle
                    : element.valign == "bottom" ? document::VerticalAlign::bottom
                                                 : document::VerticalAlign::top;
  column.hyphenate = element.hyphenate;
  column.repeat = element.repeat;
  if (const auto* expression = sole_expression(element.content))
    column.format = format_of(expression->filters);
  column.heat = heat_of(element.heat);
  column.total.kind = total_of(element.total.kind);
  return column;
}

void add_cell(document::TableRows& rows, Evaluator& evaluator, const Inlines& content,
              const TextTemplate& state) {
  const auto look = evaluator.text(state);
  if (const auto* expression = sole_expression(content)) {
    auto value = evaluator.value(*expression);
    if (auto* text = std::get_if<std::string>(&value)) std::replace(text->begin(), text->end(), '\t', ' ');
    return rows.add(value, look, evaluator.decimals(*expression));
  }
  rows.add_runs(evaluator.runs(content), look);
}

namespace {

std::uint16_t column_named(const TableElement& element, const std::string& name) {
  const auto found = std::find_if(element.columns.begin(), element.columns.end(),
                                  [&](const ColumnElement& column) { return column.name == name; });
  assert(found != element.columns.end());  // templates has checked it
  return static_cast<std::uint16_t>(found - element.columns.begin());
}

// Body rows with the group, subtotal and total rows that fall between them.
class TableFiller {
 public:
  TableFiller(const Program& program, Evaluator& evaluator, const TableElement& element,
              document::Table& table)
      : evaluator_(evaluator), element_(element), table_(table) {
    const auto& plan = program.queries[program.query(element.query)];
    for (const auto& group : element.groups) by_.push_back(plan.column(group.by));
  }

  // The row must be the current one of its query.
  void add(const Row& row) {
    open_groups(row);
    table_.rows.begin_row(RowKind::body, static_cast<std::uint8_t>(by_.size()));
    for (const auto& column : element_.columns)
      add_cell(table_.rows, evaluator_, column.content, column.state);
  }

  void finish() {
    if (table_.rows.rows() == 0) return;
    close_groups(0);
    if (!element_.total_label.empty()) add_totals(RowKind::total, 0, evaluator_.text(element_.total_label));
  }

 private:
  void open_groups(const Row& row) {
    std::size_t level = 0;
    while (level < open_.size() && open_[level] == row[by_[level]]) ++level;
    if (level == by_.size()) return;
    close_groups(level);
    for (; level < by_.size(); ++level) {
      const auto& group = element_.groups[level];
      open_.push_back(row[by_[level]]);
      labels_.push_back(evaluator_.text(group.subtotal));
      if (group.title.empty()) continue;
      table_.rows.begin_row(RowKind::group, static_cast<std::uint8_t>(level));
      table_.rows.add(Value{evaluator_.text(group.title)});
    }
  }

  void close_groups(std::size_t level) {
    while (open_.size() > level) {
      if (!labels_.back().empty()) {
        add_totals(RowKind::subtotal, static_cast<std::uint8_t>(open_.size() - 1), labels_.back());
      }
      open_.pop_back();
      labels_.pop_back();
    }
  }

  // The writers put the figures in; here stands the label, in the first column without one.
  void add_totals(RowKind kind, std::uint8_t level, const std::string& label) {
    table_.rows.begin_row(kind, level);
    bool labelled = false;
    for (const auto& column : table_.columns) {
      const bool figure = column.total.kind != document::Total::Kind::none;
      table_.rows.add(figure || labelled ? Value{} : Value{label});
      labelled = labelled || !figure;
    }
  }

  Evaluator& evaluator_;
  const TableElement& element_;
  document::Table& table_;
  std::vector<std::uint16_t> by_;
  std::vector<Value> open_;
  std::vector<std::string> labels_;
};

void fill(const Program& program, Evaluator& evaluator, RowStore& rows, const TableElement& element,
          document::Table& table) {
  const auto query = program.query(element.query);
  TableFiller filler(program, evaluator, element, table);
  if (program.queries[query].streamed) {
    rows.start(query);
    for (Row row; rows.next(query, row);) {
      const Standing standing(rows, query, &row);
      filler.add(row);
    }
  } else {
    for (const auto* row : evaluator.rows(element.query, element.match)) {
      const Standing standing(rows, query, row);
      filler.add(*row);
    }
  }
  filler.finish();
}

// The ends of the heat colours: the template's; else 0 and 100 for percentages, else those of the data.
void set_heat_ends(const TableElement& element, document::Table& table) {
  const auto ends = document::heat_range(table);
  table.heat_low = ends.low;
  table.heat_high = ends.high;
  const auto given = [&](const HeatRule& rule) {
    if (rule.low) table.heat_low = *rule.low;
    if (rule.high) table.heat_high = *rule.high;
  };
  for (const auto& column : element.columns) given(column.heat);
  if (element.matrix) given(element.matrix->heat);
}

bool has_digits(const Inlines& content) {
  const auto* expression = sole_expression(content);
  return expression != nullptr && std::any_of(expression->filters.begin(), expression->filters.end(),
                                              [](const auto& filter) { return filter.digits.has_value(); });
}

// Where fields say how many digits cells have, the totals of a column have the most of them.
void set_digits(const TableElement& element, document::Table& table) {
  if (!(element.matrix && has_digits(element.matrix->cell)) &&
      std::none_of(element.columns.begin(), element.columns.end(),
                   [](const ColumnElement& column) { return has_digits(column.content); })) {
    return;
  }
  for (std::size_t row = 0; row < table.rows.rows(); ++row) {
    if (table.rows.kind(row) != RowKind::body) continue;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const auto digits = table.rows.cell(row, column).decimals;
      auto& most = table.columns[column].format.decimals;
      if (digits > most) most = static_cast<std::uint8_t>(digits);
    }
  }
}

std::optional<document::Borders> borders_of(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return name == "rows"   ? document::Borders::rows
         : name == "none" ? document::Borders::none
                          : document::Borders::grid;
}

}  // namespace

document::Table build_table(const Program& program, Evaluator& evaluator, RowStore& rows,
                            base::Diagnostics& diagnostics, const TableElement& element) {
  document::Table table;
  table.id = element.id.empty() ? element.query : element.id;
  table.caption = evaluator.text(element.caption);
  table.number_row = element.number_row;
  table.filter = element.filter;
  table.row_height = base::millimetres(element.row_height);
  table.borders = borders_of(element.borders);
  table.empty_text = evaluator.runs(element.empty);
  for (const auto& column : element.columns) {
    table.columns.push_back(column_of(column, evaluator));
    if (column.total.kind != TotalRule::Kind::ratio) continue;
    auto& total = table.columns.back().total;
    total.numerator = column_named(element, column.total.numerator);
    total.denominator = column_named(element, column.total.denominator);
  }
  if (element.matrix) {
    fill_matrix(program, evaluator, rows, diagnostics, element, table);
  } else {
    table.rows.set_columns(table.columns.size());
    fill(program, evaluator, rows, element, table);
  }
  set_heat_ends(element, table);
  set_digits(element, table);
  return table;
}

}  // namespace svodka::bind
