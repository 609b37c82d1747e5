#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/suggest.hpp"
#include "templates/build/builder.hpp"
#include "templates/codes.hpp"

namespace svodka::templates {

namespace {

class TableBuilder {
 public:
  TableBuilder(const CheckedElement& element, const Scope& scope, Build& build)
      : element_(element), scope_(scope), inside_(scope.inside(element)), build_(build) {}

  TableElement build() {
    read_attributes();
    const auto parts = take_part(element_.node(), "empty", false, build_);
    for (const auto& child : check_children(parts.content, inside_, build_)) {
      if (child.name() == "column") add_column(child);
      if (child.name() == "columns") add_matrix(child);
      if (child.name() == "group") add_group(child);
    }
    if (parts.part) {
      const auto part = check_element(*parts.part, inside_.here, inside_.parent, build_.check);
      if (part) table_.empty = build_words(*part, inside_, build_);
    }
    check_shape();
    check_matrix();
    check_totals();
    return std::move(table_);
  }

 private:
  base::Diagnostics& diagnostics() { return build_.diagnostics(); }

  void read_attributes() {
    table_.span = element_.span();
    table_.id = read_id(element_, build_);
    table_.query = element_.word("each");
    table_.match = element_.word("match");
    table_.row = element_.word("row");
    table_.caption = element_.text("caption");
    table_.total_label = element_.text("total");
    table_.number_row = element_.flag("number-row");
    table_.filter = element_.flag("filter");
    table_.row_height = element_.length("row-height").amount;
    table_.borders = element_.word("borders");
    if (table_.filter) warn_unless_for(Only::xlsx, element_, "filter", scope_, build_);
  }

  void add_column(const CheckedElement& column) {
    ColumnElement result;
    result.span = column.span();
    result.name = column.word("name");
    result.title = column.text("title");
    result.group = column.word("group");
    result.width = column.length("width");
    result.align = align_of(column, Align::inherit);
    result.valign = column.word("valign");
    result.hyphenate = column.flag("hyphenate");
    result.repeat = column.flag("repeat");
    result.total = column.total("total");
    result.state = column.text("state");
    result.heat = heat_of(column, column.given("state"));
    result.content = build_words(column, inside_, build_);
    if (result.hyphenate) warn_unless_for(Only::pdf, column, "hyphenate", inside_, build_);
    if (result.repeat) warn_unless_for(Only::pdf, column, "repeat", inside_, build_);
    if (table_.matrix) {
      diagnostics().error(codes::misplaced_part, column.span(), "<column> cannot follow <columns>",
                          "put it before <columns>");
    }
    if (!result.name.empty() && !column_names_.insert(result.name).second) {
      diagnostics().error(codes::duplicate_name, column.value_span("name"),
                          fmt::format("another column has the name '{}'", result.name));
    }
    table_.columns.push_back(std::move(result));
  }

  void add_matrix(const CheckedElement& columns) {
    if (table_.matrix) {
      diagnostics().error(codes::misplaced_part, columns.span(), "<table> has a second <columns>",
                          "keep one of them");
      return;
    }
    MatrixColumns result;
    result.span = columns.span();
    result.by = columns.word("by");
    result.order = columns.word("order");
    result.title = columns.text("title");
    result.width = columns.length("width");
    result.align = align_of(columns, Align::centre);
    result.panels = columns.word("fit") == "panels";
    if (result.panels) warn_unless_for(Only::pdf, columns, "fit", inside_, build_);
    add_cell(columns, result);
    table_.matrix = std::move(result);
  }

  void add_cell(const CheckedElement& columns, MatrixColumns& result) {
    const auto inside = inside_.inside(columns);
    const auto cells = check_children(children_of(columns.node()), inside, build_);
    if (cells.empty()) {
      diagnostics().error(codes::missing_content, columns.span(), "<columns> has no <cell>",
                          "say what a cell prints: <cell>{…}</cell>");
      return;
    }
    if (cells.size() > 1) {
      diagnostics().error(codes::misplaced_part, cells[1].span(), "<columns> has a second <cell>",
                          "keep one of them");
    }
    result.state = cells[0].text("state");
    result.heat = heat_of(columns, cells[0].given("state"));
    result.cell = build_words(cells[0], inside, build_);
  }

  HeatRule heat_of(const CheckedElement& element, bool has_state) {
    const auto disagree = [&](std::string_view attribute, std::string message, std::string hint) {
      diagnostics().error(codes::attributes_disagree, element.value_span(attribute), std::move(message),
                          std::move(hint));
    };
    HeatRule rule;
    const auto word = element.word("heat");
    if (word == "more") rule.kind = HeatRule::Kind::more;
    if (word == "less") rule.kind = HeatRule::Kind::less;
    if (element.has("heat-low")) rule.low = element.number("heat-low");
    if (element.has("heat-high")) rule.high = element.number("heat-high");
    if (element.has("heat") && has_state) {
      disagree("heat", "'heat' and 'state' both fill the cell", "keep one of them");
    }
    for (const std::string_view end : {"heat-low", "heat-high"}) {
      if (!element.given(end)) continue;
      if (!element.given("heat")) {
        disagree(end, fmt::format("'{}' is for a column with 'heat'", end),
                 "add heat=\"more\" or heat=\"less\"");
      } else if (element.has(end) &&
                 !known_end(end == "heat-low" ? heat_low_ : heat_high_, element.number(end))) {
        disagree(end, fmt::format("another column of the table has another '{}'", end),
                 "the colours of a table have one scale");
      }
    }
    if (rule.low && rule.high && *rule.low >= *rule.high) {
      disagree("heat-high", "'heat-high' is not greater than 'heat-low'",
               "heat=\"less\" turns the colours round");
    }
    return rule;
  }

  // One scale a table: false when the other columns have another end.
  static bool known_end(std::optional<double>& known, double given) {
    if (!known) known = given;
    return *known == given;
  }

  void add_group(const CheckedElement& group) {
    check_children(children_of(group.node()), inside_.inside(group), build_);
    table_.groups.push_back({group.word("by"), group.text("title"), group.text("subtotal"), group.span()});
  }

  void check_shape() {
    if (table_.columns.empty() && !table_.matrix) {
      diagnostics().error(codes::missing_content, element_.span(), "<table> has no <column>");
    }
    if (table_.matrix && !element_.given("row")) {
      diagnostics().error(codes::attributes_disagree, element_.span(), "a table with <columns> needs 'row'",
                          "name the field that makes its rows: row=\"organization\"");
    }
    if (!table_.matrix && element_.given("row")) {
      diagnostics().error(codes::attributes_disagree, element_.value_span("row"),
                          "'row' is for a table with <columns>");
    }
  }

  void check_matrix() {
    if (!table_.matrix) return;
    const auto refuse = [&](const base::SourceSpan& span) {
      diagnostics().error(codes::attributes_disagree, span,
                          "a table with <columns> has no groups and no totals",
                          "remove it, or compute the figures in the query");
    };
    if (element_.given("total")) refuse(element_.value_span("total"));
    for (const auto& group : table_.groups) refuse(group.span);
    for (const auto& column : table_.columns) {
      if (column.total.kind != TotalRule::Kind::none) refuse(column.total.span);
    }
  }

  void check_totals() {
    if (table_.matrix) return;
    const bool shown = !table_.total_label.empty() ||
                       std::any_of(table_.groups.begin(), table_.groups.end(),
                                   [](const GroupElement& group) { return !group.subtotal.empty(); });
    for (const auto& column : table_.columns) {
      const auto& total = column.total;
      if (total.kind == TotalRule::Kind::none) continue;
      if (!shown) {
        diagnostics().warning(codes::no_effect, total.span, "no row shows this total",
                              "give <table> total=\"Всего\" or a <group> subtotal=\"Итого\"");
      }
      if (total.kind != TotalRule::Kind::ratio) continue;
      check_column_name(total.numerator, total.numerator_span);
      check_column_name(total.denominator, total.denominator_span);
    }
  }

  void check_column_name(const std::string& name, const base::SourceSpan& span) {
    if (column_names_.count(name) > 0) return;
    auto hint = base::did_you_mean(name, {column_names_.begin(), column_names_.end()});
    if (hint.empty()) hint = fmt::format("give the column name=\"{}\"", name);
    diagnostics().error(codes::unknown_column, span, fmt::format("no column has the name '{}'", name),
                        std::move(hint));
  }

  const CheckedElement& element_;
  const Scope& scope_;
  Scope inside_;
  Build& build_;
  TableElement table_;
  std::set<std::string> column_names_;
  std::optional<double> heat_low_, heat_high_;  // as the columns so far have them
};

}  // namespace

TableElement build_table(const CheckedElement& element, const Scope& scope, Build& build) {
  return TableBuilder(element, scope, build).build();
}

}  // namespace svodka::templates
