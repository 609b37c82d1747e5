#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/suggest.hpp"
#include "bind/codes.hpp"
#include "bind/compile/resolve.hpp"
#include "bind/make/blocks.hpp"

namespace svodka::bind {

using base::SourceSpan;

void Resolver::resolve(templates::SectionElement& section) {
  resolve(section.title);
  resolve(section.label);
  if (section.test) resolve(*section.test);
  resolve(section.running);
  resolve(section.content);
}

void Resolver::resolve(std::vector<templates::RunningElement>& running) {
  for (auto& element : running) resolve(element.content);
}

// Once for the template, however many documents show it.
void Resolver::read_picture(const templates::ImageElement& image) {
  if (image.src.empty() || program_.pictures.count(image.src) > 0) return;
  try {
    program_.pictures[image.src] = images::read_picture(program_.report.folder / image.src, image.src);
  } catch (const base::Error& error) {
    diagnostics_.error(codes::unusable_picture, image.src_span, error.what());
  }
}

void Resolver::resolve(templates::Elements& elements) {
  for (auto& element : elements) resolve(element);
}

void Resolver::resolve(templates::Element& element) {
  struct Visitor {
    Resolver& r;
    const SourceSpan& span;
    void operator()(templates::ParagraphElement& p) {
      r.resolve(p.label);
      r.resolve(p.content);
    }
    void operator()(templates::TableElement& table) { r.resolve(table); }
    void operator()(templates::OutlineElement& outline) { r.resolve(outline, span); }
    void operator()(templates::SignatureElement& signature) {
      for (auto& row : signature.rows) r.resolve(row, span);
    }
    void operator()(templates::IfElement& branch) {
      r.resolve(branch.test);
      r.resolve(branch.then);
      r.resolve(branch.otherwise);
    }
    void operator()(templates::EachElement& each) { r.resolve(each, span); }
    void operator()(templates::ItemElement& item) {
      r.resolve(item.label), r.resolve(item.marker), r.resolve(item.content);
    }
    void operator()(templates::OutlineHeading& heading) {
      r.resolve(heading.label), r.resolve(heading.content);
    }
    void operator()(templates::ApprovalElement& approval) {
      r.resolve(approval.word), r.resolve(approval.position);
      r.resolve(approval.name), r.resolve(approval.date);
    }
    void operator()(templates::ImageElement& image) {
      r.read_picture(image);
      r.resolve(image.picture);
      r.resolve(image.alternative);
    }
    void operator()(templates::KeepElement& keep) { r.resolve(keep.content); }
    void operator()(templates::LetterheadElement&) {}
    void operator()(templates::RuleElement&) {}
    void operator()(templates::ChartElement& chart) { r.resolve(chart); }
    void operator()(templates::PageBreakElement&) {}
    void operator()(templates::SpaceElement&) {}
    void operator()(templates::EmptyReport&) {}
  };
  std::visit(Visitor{*this, element.span}, element.node);
}

void Resolver::resolve(templates::TableElement& table) {
  check_loop(table.query, table.span);
  check_match(table.query, table.match, table.span);
  count_use(table.query, table.match.empty() && !table.matrix);
  resolve(table.caption);
  resolve(table.total_label);
  for (auto& column : table.columns) resolve(column.title);
  resolve(table.empty);
  if (!table.row.empty()) check_field(table.query, table.row, table.span);
  for (auto& group : table.groups) {
    check_field(table.query, group.by, group.span);
    within(table.query, [&] { resolve(group.title), resolve(group.subtotal); });
  }
  for (auto& column : table.columns) resolve(column, table);
  for (const auto& column : table.columns) {
    if (column.total.kind == templates::TotalRule::Kind::ratio) check_ratio(column.total, table);
  }
  if (table.matrix) resolve(*table.matrix, table);
}

void Resolver::resolve(templates::ColumnElement& column, const templates::TableElement& table) {
  within(table.query, [&] {
    resolve(column.state);
    resolve(column.content);
  });
  if (column.total.kind == templates::TotalRule::Kind::sum) check_summable(column, column.total.span);
}

// The columns that a ratio divides.
void Resolver::check_ratio(const templates::TotalRule& ratio, const templates::TableElement& table) {
  for (const auto& column : table.columns) {
    if (column.name.empty()) continue;
    if (column.name == ratio.numerator) check_summable(column, ratio.numerator_span);
    if (column.name == ratio.denominator) check_summable(column, ratio.denominator_span);
  }
}

void Resolver::check_summable(const templates::ColumnElement& column, const SourceSpan& span) {
  const auto* expression = sole_expression(column.content);
  if (expression && program_.slots[expression->paths.front().slot].source == Slot::Source::none) return;
  if (expression && is_summable(*expression)) return;
  diagnostics_.error(codes::not_summable, span, "the cells of the column are words, which have no sum",
                     "let the cell hold one expression of a number, with 'number' or 'percent' at most");
}

bool Resolver::is_summable(const templates::Expression& value) const {
  const auto type = program_.slots[value.paths.front().slot].type;
  return (type == text::ValueType::integer || type == text::ValueType::decimal) && value.paths.size() == 1 &&
         std::all_of(value.filters.begin(), value.filters.end(),
                     [](const auto& filter) { return filter.name == "number" || filter.name == "percent"; });
}

void Resolver::resolve(templates::MatrixColumns& matrix, const templates::TableElement& table) {
  check_field(table.query, matrix.by, matrix.span);
  if (!matrix.order.empty()) check_field(table.query, matrix.order, matrix.span);
  within(table.query, [&] {
    resolve(matrix.title);
    resolve(matrix.state);
    resolve(matrix.cell);
  });
}

void Resolver::resolve(templates::ChartElement& chart) {
  check_loop(chart.query, chart.span);
  check_match(chart.query, chart.match, chart.span);
  count_use(chart.query, false);
  for (auto* text : {&chart.title, &chart.category_title, &chart.value_title, &chart.alternative}) {
    resolve(*text);
  }
  resolve(chart.empty);
  within(chart.query, [&] { resolve(chart.category); });
  for (auto& series : chart.series) resolve(series, chart);
}

// The title of one of several series stands over all rows; that of a series made by a field is its first
// row's.
void Resolver::resolve(templates::SeriesElement& series, const templates::ChartElement& chart) {
  if (series.by.empty()) {
    resolve(series.title);
  } else {
    check_field(chart.query, series.by, series.span);
  }
  within(chart.query, [&] {
    if (!series.by.empty()) resolve(series.title);
    resolve(series.value);
  });
  check_number(series);
}

void Resolver::check_number(const templates::SeriesElement& series) {
  const auto& value = series.value;
  const auto& slot = program_.slots[value.paths.front().slot];
  if (slot.source == Slot::Source::none) return;
  for (const auto& filter : value.filters) {
    if (!filter.digits) continue;
    diagnostics_.error(codes::wrong_filter, filter.digits->span,
                       "all values of a chart have as many digits, and a field may differ from row to row",
                       "write a digit");
  }
  if (is_summable(value)) return;
  const bool number = slot.type == text::ValueType::integer || slot.type == text::ValueType::decimal;
  diagnostics_.error(codes::not_a_number, series.value_span,
                     number ? "a filter makes a text of the value"
                            : fmt::format("the value is of type {}", text::name_of(slot.type)),
                     number ? "a chart draws numbers: use only 'number' and 'percent'"
                            : "a chart draws numbers: name a field of type integer or decimal");
}

void Resolver::resolve(templates::OutlineElement& outline, const SourceSpan& span) {
  check_loop(outline.query, span);
  check_match(outline.query, outline.match, span);
  check_field(outline.query, outline.level, span);
  check_field(outline.query, outline.kind, span);
  count_use(outline.query, false);
  resolve(outline.empty);
  within(outline.query, [&] {
    for (auto& branch : outline.cases) resolve(branch.content);
  });
}

void Resolver::resolve(templates::SignatureRow& row, const SourceSpan& span) {
  const auto resolve_words = [&] { resolve(row.position), resolve(row.name); };
  if (row.query.empty()) return resolve_words();
  check_loop(row.query, span);
  check_match(row.query, row.match, span);
  count_use(row.query, false);
  within(row.query, resolve_words);
}

void Resolver::resolve(templates::EachElement& each, const SourceSpan& span) {
  if (each.query.empty()) {  // walks the rows of the group around, whose query is walked already
    if (!each.by.empty()) check_field(program_.queries[walked_.back()].name, each.by, span);
    resolve(each.empty);
    return resolve(each.content);
  }
  check_loop(each.query, span);
  check_match(each.query, each.match, span);
  if (!each.by.empty()) check_field(each.query, each.by, span);
  count_use(each.query, false);
  resolve(each.empty);
  within(each.query, [&] { resolve(each.content); });
}

void Resolver::check_field(const std::string& query, const std::string& field, const SourceSpan& span) {
  const auto& plan = program_.queries[program_.query(query)];
  std::vector<std::string> names;
  for (const auto& column : plan.columns) {
    if (column.name == field) return;
    names.push_back(column.name);
  }
  diagnostics_.error(codes::unknown_field, span,
                     fmt::format("unknown field '{}' of query '{}'", field, query),
                     base::did_you_mean(field, names));
}

void Resolver::check_match(const std::string& query, const std::string& match, const SourceSpan& span) {
  if (match.empty()) return;
  check_field(query, match, span);
  templates::Path path{{match}, span};
  find_simple(path);  // reports a name that means nothing where the loop stands
}

void Resolver::check_loop(const std::string& query, const SourceSpan& span) {
  if (program_.queries[program_.query(query)].rows != templates::Rows::one) return;
  diagnostics_.error(codes::needs_many_rows, span,
                     fmt::format("query '{}' has exactly one row and is walked as a list", query),
                     fmt::format("read its fields as {{{}.field}}, or remove rows=\"one\"", query));
}

}  // namespace svodka::bind
