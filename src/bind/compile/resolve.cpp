#include "bind/compile/resolve.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>

#include "base/suggest.hpp"
#include "bind/bind.hpp"
#include "bind/codes.hpp"
#include "bind/compile/arguments.hpp"

namespace svodka::bind {

using templates::Expression;
using templates::Path;
using templates::Test;
using text::ValueType;

std::uint16_t QueryPlan::column(std::string_view field) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const auto& column) { return column.name == field; });
  assert(found != columns.end());
  return static_cast<std::uint16_t>(found - columns.begin());
}

std::uint16_t Program::query(std::string_view name) const {
  const auto found =
      std::find_if(queries.begin(), queries.end(), [&](const auto& plan) { return plan.name == name; });
  assert(found != queries.end());
  return static_cast<std::uint16_t>(found - queries.begin());
}

namespace {

bool has_column(const QueryPlan& plan, std::string_view field) {
  return std::any_of(plan.columns.begin(), plan.columns.end(),
                     [&](const auto& column) { return column.name == field; });
}

std::vector<std::string> column_names(const QueryPlan& plan) {
  std::vector<std::string> names;
  for (const auto& column : plan.columns) names.push_back(column.name);
  return names;
}

ValueType type_of(templates::ParameterType type) {
  switch (type) {
    case templates::ParameterType::integer:
      return ValueType::integer;
    case templates::ParameterType::date:
      return ValueType::date;
    default:
      return ValueType::text;
  }
}

bool is_number(ValueType type) { return type == ValueType::integer || type == ValueType::decimal; }

struct FilterNeed {
  std::string_view filter;
  bool (*fits)(ValueType);
  std::string_view needs;
};

constexpr FilterNeed kNeeds[] = {
    {"date", [](ValueType type) { return type == ValueType::date; }, "a date"},
    {"number", is_number, "a number"},
    {"percent", is_number, "a number"},
    {"plural", [](ValueType type) { return type == ValueType::integer; }, "a whole number"},
    {"period", [](ValueType type) { return type == ValueType::text; }, "a period"},
};

bool keeps_type(std::string_view filter) {
  return filter == "date" || filter == "number" || filter == "percent";
}

}  // namespace

Resolver::Resolver(Program& program, base::Diagnostics& diagnostics)
    : program_(program), diagnostics_(diagnostics), uses_(program.queries.size()) {
  program_.slots.emplace_back();  // slot 0 is no path's
}

void Resolver::resolve_template() {
  resolve(program_.report.title);
  if (program_.report.draft) resolve(*program_.report.draft);
  resolve(program_.report.running);
  for (auto& section : program_.report.sections) resolve(section);
  for (std::size_t i = 0; i < uses_.size(); ++i) {
    auto& plan = program_.queries[i];
    plan.streamed = plan.rows == templates::Rows::many && uses_[i] == 1;
  }
}

void Resolver::count_use(const std::string& query, bool can_stream) {
  const bool once = can_stream && walked_.empty();
  uses_[program_.query(query)] += once ? 1 : 2;
}

void Resolver::resolve(templates::Inlines& inlines) {
  for (auto& part : inlines) {
    std::visit(
        [&](auto& node) {
          using Node = std::decay_t<decltype(node)>;
          if constexpr (std::is_same_v<Node, Expression>) {
            resolve(node);
          } else if constexpr (std::is_same_v<Node, templates::Styled>) {
            resolve(node.content);
          } else if constexpr (std::is_same_v<Node, templates::Anchor>) {
            resolve(node.href);
            resolve(node.content);
          } else if constexpr (std::is_same_v<Node, templates::ListItem>) {
            resolve(node.label);
            resolve(node.content);
          } else if constexpr (std::is_same_v<Node, templates::InlineIf>) {
            resolve(node.test);
            resolve(node.then);
            resolve(node.otherwise);
          } else if constexpr (std::is_same_v<Node, templates::InlineEach>) {
            resolve(node);
          }
        },
        part.node);
  }
}

void Resolver::resolve(templates::InlineEach& each) {
  check_loop(each.query, each.span);
  check_match(each.query, each.match, each.span);
  count_use(each.query, false);
  resolve(each.separator);
  within(each.query, [&] { resolve(each.content); });
}

void Resolver::resolve(templates::TextTemplate& text) {
  for (auto& part : text) {
    if (auto* expression = std::get_if<Expression>(&part)) resolve(*expression);
  }
}

void Resolver::resolve(Expression& expression) {
  for (auto& path : expression.paths) resolve(path);
  for (auto& filter : expression.filters) {
    if (filter.digits) resolve(*filter.digits);
  }
  check_filters(expression);
}

void Resolver::resolve(Test& test) {
  for (auto& part : test.tests) resolve(part);
  if (test.kind != Test::Kind::compare) return;
  resolve(test.path);
  if (test.comparison == templates::Comparison::present) return;
  if (test.operand.kind == templates::Operand::Kind::path) resolve(test.operand.path);
  check_comparison(test);
}

void Resolver::resolve(Path& path) {
  path.slot = static_cast<std::uint32_t>(program_.slots.size());
  program_.slots.push_back(find(path));
}

bool Resolver::in_scope(std::uint16_t query) const {
  return program_.queries[query].rows != templates::Rows::many ||
         std::find(walked_.begin(), walked_.end(), query) != walked_.end();
}

Slot Resolver::find(const Path& path) {
  return path.names.size() == 1 ? find_simple(path) : find_qualified(path);
}

// Innermost loop first, then parameters, then the date of the report.
Slot Resolver::find_simple(const Path& path) {
  const auto& name = path.names.front();
  for (auto query = walked_.rbegin(); query != walked_.rend(); ++query) {
    const auto& plan = program_.queries[*query];
    if (!has_column(plan, name)) continue;
    const auto column = plan.column(name);
    return {Slot::Source::query, *query, column, plan.columns[column].type};
  }
  const auto& parameters = program_.report.parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i].name != name) continue;
    return {Slot::Source::parameter, static_cast<std::uint16_t>(i), 0, type_of(parameters[i].type)};
  }
  if (name == "as_of") return {Slot::Source::as_of, 0, 0, ValueType::date};
  std::vector<std::string> candidates{"as_of"};
  for (const auto query : walked_) {
    for (auto& column : column_names(program_.queries[query])) candidates.push_back(std::move(column));
  }
  for (const auto& parameter : parameters) candidates.push_back(parameter.name);
  return unknown(path, name, std::move(candidates));
}

Slot Resolver::find_qualified(const Path& path) {
  const auto& [first, field] = std::pair(path.names[0], path.names[1]);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < program_.queries.size(); ++i) {
    const auto& plan = program_.queries[i];
    names.push_back(plan.name);
    if (plan.name != first || path.names.size() != 2) continue;
    if (!has_column(plan, field)) return unknown(path, first + "." + field, column_names(plan));
    const auto query = static_cast<std::uint16_t>(i);
    if (!in_scope(query)) {
      diagnostics_.error(codes::not_in_scope, path.span,
                         fmt::format("'{}.{}' is read outside a loop over '{}', which may have many rows",
                                     first, field, first),
                         fmt::format("walk it with each=\"{}\", or declare the query rows=\"one\"", first));
      return {};
    }
    const auto column = plan.column(field);
    return {Slot::Source::query, query, column, plan.columns[column].type};
  }
  return unknown(path, first, std::move(names));
}

Slot Resolver::unknown(const Path& path, const std::string& name, std::vector<std::string> candidates) {
  const auto last = name.substr(name.rfind('.') + 1);
  auto hint = base::did_you_mean(last, candidates);
  if (hint.empty() && !candidates.empty()) hint = fmt::format("known here: {}", fmt::join(candidates, ", "));
  diagnostics_.error(codes::unknown_field, path.span, fmt::format("unknown field '{}'", name),
                     std::move(hint));
  return {};
}

void Resolver::check_digits(const templates::FilterCall& filter) {
  if (!filter.digits) return;
  const auto& slot = program_.slots[filter.digits->slot];
  if (slot.source == Slot::Source::none || slot.type == ValueType::integer) return;
  diagnostics_.error(codes::wrong_filter, filter.digits->span,
                     fmt::format("filter '{}' needs a whole number of digits, but the field is of type {}",
                                 filter.name, text::name_of(slot.type)));
}

void Resolver::check_filters(const Expression& expression) {
  for (const auto& filter : expression.filters) check_digits(filter);
  const auto& slot = program_.slots[expression.paths.front().slot];
  if (slot.source == Slot::Source::none) return;
  auto type = slot.type;
  for (const auto& filter : expression.filters) {
    for (const auto& need : kNeeds) {
      if (need.filter != filter.name || need.fits(type)) continue;
      diagnostics_.error(codes::wrong_filter, filter.span,
                         fmt::format("filter '{}' needs {}, but the value is of type {}", filter.name,
                                     need.needs, text::name_of(type)));
      return;
    }
    if (!keeps_type(filter.name) && filter.name != "default") type = ValueType::text;
  }
}

void Resolver::check_comparison(const Test& test) {
  const auto& left = program_.slots[test.path.slot];
  auto right = ValueType::text;
  switch (test.operand.kind) {
    case templates::Operand::Kind::path: {
      const auto& slot = program_.slots[test.operand.path.slot];
      if (slot.source == Slot::Source::none) return;
      right = slot.type;
      break;
    }
    case templates::Operand::Kind::number:
      right = ValueType::decimal;
      break;
    case templates::Operand::Kind::date:
      right = ValueType::date;
      break;
    case templates::Operand::Kind::text:
      break;
  }
  if (left.source == Slot::Source::none || left.type == right) return;
  if (is_number(left.type) && is_number(right)) return;
  diagnostics_.error(codes::wrong_comparison, test.span,
                     fmt::format("a value of type {} is compared with one of type {}",
                                 text::name_of(left.type), text::name_of(right)),
                     right == ValueType::decimal ? "put the value in quotes to compare texts" : "");
}

text::Format format_of(const std::vector<templates::FilterCall>& filters) {
  text::Format format;
  using Kind = text::Format::Kind;
  for (const auto& filter : filters) {
    const auto argument = filter.arguments.empty() ? std::string() : filter.arguments.front();
    if (filter.name == "date") {
      format.kind = argument == "long"        ? Kind::date_long
                    : argument == "day_month" ? Kind::date_day_month
                    : argument == "month"     ? Kind::date_month
                                              : Kind::date_short;
    } else if (filter.name == "number" || filter.name == "percent") {
      format.kind = filter.name == "number" ? Kind::number : Kind::percent;
      format.decimals = argument.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(std::stoi(argument));
    }
  }
  return format;
}

std::unique_ptr<data::Query> prepare(const templates::QueryText& query, data::Database& database,
                                     base::Diagnostics& diagnostics) {
  std::vector<data::DeclaredColumn> declared;
  for (const auto& field : query.fields) {
    const auto type = text::value_type(field.type).value_or(ValueType::text);
    declared.push_back({field.name, type, field.span, !field.shared});
  }
  return database.prepare(query.name, query.sql, declared, diagnostics);
}

Compiled compile(const templates::Template& report, data::Database& database,
                 base::Diagnostics& diagnostics) {
  auto program = std::make_shared<Program>();
  program->report = report;
  std::vector<std::unique_ptr<data::Query>> queries;
  const auto errors_before = diagnostics.error_count();
  check_defaults(report, diagnostics);
  for (const auto& query : report.queries) {
    auto prepared = prepare(query, database, diagnostics);
    if (!prepared) continue;
    program->queries.push_back({query.name, query.rows, prepared->columns(), false});
    queries.push_back(std::move(prepared));
  }
  if (program->queries.size() < report.queries.size()) return {};
  Resolver(*program, diagnostics).resolve_template();
  if (diagnostics.error_count() > errors_before) return {};
  return {std::move(program), std::move(queries)};
}

const templates::Template& template_of(const Program& program) { return program.report; }

}  // namespace svodka::bind
