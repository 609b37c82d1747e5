#include "bind/make/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "text/russian.hpp"

namespace svodka::bind {

using templates::Expression;
using templates::FilterCall;
using templates::Test;
using text::Value;
using text::ValueType;

namespace {

bool only_displays(const FilterCall& filter) {
  return filter.name == "date" || filter.name == "number" || filter.name == "percent";
}

bool has_value(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? !text->empty() : !text::is_empty(value);
}

double number_of(const Value& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole ? static_cast<double>(*whole) : std::get<double>(value);
}

bool is_number(const Value& value) {
  return text::type_of(value) == ValueType::integer || text::type_of(value) == ValueType::decimal;
}

std::string plural_text(const Value& value, const FilterCall& filter) {
  const auto count = std::get<std::int64_t>(value);
  const auto& words = filter.arguments;
  return text::display(value) + "\u00A0" + std::string(text::plural(count, words[0], words[1], words[2]));
}

std::string period_text(const std::string& text) {
  const auto period = text::Period::parse(text);
  return period ? period->russian() : text;
}

std::string without_tabs(std::string text) {
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

// A filter that makes text. A missing value stays missing, but for `default`.
std::string apply(const FilterCall& filter, const Value& value, const text::Format& format) {
  const auto shown = text::display(value, format);
  if (filter.name == "default") return has_value(value) ? shown : filter.arguments.front();
  if (!has_value(value)) return {};
  if (filter.name == "plural") return plural_text(value, filter);
  if (filter.name == "period") return period_text(shown);
  if (filter.name == "upper") return text::upper(shown);
  if (filter.name == "lower") return text::lower(shown);
  if (filter.name == "capital") return text::capitalised(shown);
  if (filter.name == "prefix") return filter.arguments.front() + shown;
  if (filter.name == "suffix") return shown + filter.arguments.front();
  assert(filter.name == "join");
  return shown;
}

}  // namespace

int compare_values(const Value& a, const Value& b) {
  if (is_number(a) && is_number(b)) {
    const auto x = number_of(a);
    const auto y = number_of(b);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  if (a.index() != b.index()) return a.index() < b.index() ? -1 : 1;
  return a < b ? -1 : b < a ? 1 : 0;
}

Value Evaluator::value(const templates::Path& path) {
  const auto& slot = program_.slots[path.slot];
  switch (slot.source) {
    case Slot::Source::parameter:
      return rows_.parameter(slot.index);
    case Slot::Source::as_of:
      return as_of_;
    case Slot::Source::query: {
      const auto* row = rows_.current(slot.index);
      if (!row && program_.queries[slot.index].rows != templates::Rows::many) row = rows_.single(slot.index);
      return row ? (*row)[slot.column] : Value{};
    }
    case Slot::Source::none:
      break;
  }
  assert(false && "compile() resolves every path");
  return {};
}

Value Evaluator::value(const Expression& expression) {
  if (expression.paths.size() == 1) {
    bool typed = true;
    for (const auto& filter : expression.filters) typed = typed && only_displays(filter);
    if (typed) return value(expression.paths.front());
  }
  auto shown = text(expression);
  return shown.empty() ? Value{} : Value{std::move(shown)};
}

std::int8_t Evaluator::decimals(const Expression& expression) {
  std::int8_t digits = document::kColumnDecimals;
  for (const auto& filter : expression.filters) {
    if (!filter.digits) continue;
    const auto field = value(*filter.digits);
    const auto* count = std::get_if<std::int64_t>(&field);
    digits = static_cast<std::int8_t>(std::clamp<std::int64_t>(count ? *count : 0, 0, 9));
  }
  return digits;
}

text::Format Evaluator::format(const Expression& expression) {
  auto format = format_of(expression.filters);
  if (const auto digits = decimals(expression); digits >= 0)
    format.decimals = static_cast<std::uint8_t>(digits);
  return format;
}

std::string Evaluator::text(const Expression& expression) {
  if (expression.paths.size() == 1) return filtered(expression, 0, value(expression.paths.front()));
  // Several paths: the filters before `join` go over each, those after it over the joined text.
  std::size_t join = 0;
  while (join < expression.filters.size() && expression.filters[join].name != "join") ++join;
  const auto separator =
      join < expression.filters.size() ? expression.filters[join].arguments.front() : std::string(" ");
  const auto format = this->format(expression);
  std::string joined;
  for (const auto& path : expression.paths) {
    const auto part = text::display(value(path), format);
    if (part.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  if (join >= expression.filters.size()) return joined;
  return filtered(expression, join + 1, joined.empty() ? Value{} : Value{std::move(joined)});
}

std::string Evaluator::filtered(const Expression& expression, std::size_t from, Value value) {
  auto format = this->format(expression);
  for (auto i = from; i < expression.filters.size(); ++i) {
    const auto& filter = expression.filters[i];
    if (only_displays(filter)) continue;
    auto shown = apply(filter, value, format);
    value = shown.empty() ? Value{} : Value{std::move(shown)};
    format = {};
  }
  return text::display(value, format);
}

std::string Evaluator::text(const templates::TextTemplate& parts) {
  std::string out;
  for (const auto& part : parts) {
    if (const auto* literal = std::get_if<templates::Literal>(&part)) {
      out += literal->text;
    } else {
      out += text(std::get<Expression>(part));
    }
  }
  return out;
}

bool Evaluator::test(const Test& test) {
  switch (test.kind) {
    case Test::Kind::compare:
      return compare(test);
    case Test::Kind::negation:
      return !this->test(test.tests.front());
    case Test::Kind::all:
      for (const auto& part : test.tests) {
        if (!this->test(part)) return false;
      }
      return true;
    case Test::Kind::any:
      for (const auto& part : test.tests) {
        if (this->test(part)) return true;
      }
      return false;
  }
  return false;
}

// A missing value equals nothing, not even another missing one; `ne` is the opposite of `eq`.
bool Evaluator::compare(const Test& test) {
  using templates::Comparison;
  using Kind = templates::Operand::Kind;
  const auto left = value(test.path);
  if (test.comparison == Comparison::present) return has_value(left);
  Value right;
  switch (test.operand.kind) {
    case Kind::path:
      right = value(test.operand.path);
      break;
    case Kind::text:
      right = test.operand.text;
      break;
    case Kind::number:
      right = test.operand.number;
      break;
    case Kind::date:
      right = text::Date::parse(test.operand.text).value_or(text::Date{});
      break;
  }
  if (text::is_empty(left) || text::is_empty(right)) return test.comparison == Comparison::ne;
  const auto order = compare_values(left, right);
  switch (test.comparison) {
    case Comparison::eq:
      return order == 0;
    case Comparison::ne:
      return order != 0;
    case Comparison::lt:
      return order < 0;
    case Comparison::le:
      return order <= 0;
    case Comparison::gt:
      return order > 0;
    case Comparison::ge:
      return order >= 0;
    case Comparison::present:
      break;
  }
  return false;
}

const RowList& Evaluator::rows(const std::string& query, const std::string& match) {
  const auto index = program_.query(query);
  if (match.empty()) return rows_.all(index);
  return rows_.matching(index, program_.queries[index].column(match), scope_value(match));
}

// As Resolver::find_simple: the innermost row that has the field, then parameters.
Value Evaluator::scope_value(const std::string& name) {
  const auto& walked = rows_.walked();
  for (auto query = walked.rbegin(); query != walked.rend(); ++query) {
    const auto& columns = program_.queries[*query].columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name == name) return (*rows_.current(*query))[i];
    }
  }
  const auto& parameters = program_.report.parameters;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (parameters[i].name == name) return rows_.parameter(static_cast<std::uint16_t>(i));
  }
  return {};
}

// Inline content to runs: neighbours of one style are one run; a space of the template beside another space,
// left by a part that came out empty, is dropped. Data stays as it is.
class RunBuilder {
 public:
  explicit RunBuilder(Evaluator& evaluator) : evaluator_(evaluator) {}

  void add(const templates::Inlines& inlines) {
    for (const auto& part : inlines) std::visit(*this, part.node);
  }

  void operator()(const templates::Literal& literal) { append_literal(literal.text); }
  void operator()(const Expression& expression) { append(without_tabs(evaluator_.text(expression))); }
  void operator()(const templates::LineBreak&) {
    drop_loose_space();
    if (!runs_.empty()) ++breaks_;
    loose_space_ = true;
  }
  void operator()(const templates::PageWord& word) {
    write_breaks();
    runs_.push_back(style_);
    runs_.back().field = word.count ? document::PageField::count : document::PageField::number;
    loose_space_ = template_space_ = false;
  }
  // The label, a tab, the text: a paragraph of its own.
  void operator()(const templates::ListItem& item) {
    const auto content = evaluator_.runs(item.content);
    if (content.empty()) return;
    drop_loose_space();
    const auto end_paragraph = [this] { breaks_ = runs_.empty() ? 0 : std::max<std::size_t>(breaks_, 1); };
    end_paragraph();
    append(without_tabs(evaluator_.text(item.label)) + "\t");
    for (const auto& run : content) {
      const auto former = style_;
      style_.bold = style_.bold || run.bold;
      style_.italic = style_.italic || run.italic;
      style_.href = run.href.empty() ? style_.href : run.href;
      append(run.text);
      style_ = former;
    }
    end_paragraph();
    loose_space_ = true;
  }
  void operator()(const templates::InlineIf& branch) {
    add(evaluator_.test(branch.test) ? branch.then : branch.otherwise);
  }
  void operator()(const templates::Styled& styled) {
    const auto former = style_;
    style_.bold = style_.bold || styled.bold;
    style_.italic = style_.italic || styled.italic;
    add(styled.content);
    style_ = former;
  }
  void operator()(const templates::Anchor& anchor) {
    const auto former = style_;
    style_.href = evaluator_.text(anchor.href);
    add(anchor.content);
    style_ = former;
  }
  void operator()(const templates::InlineEach& each) {
    const auto query = evaluator_.program_.query(each.query);
    const auto separator = evaluator_.text(each.separator);
    bool first = true;
    for (const auto* row : evaluator_.rows(each.query, each.match)) {
      const Standing standing(evaluator_.rows_, query, row);
      if (!std::exchange(first, false)) append(separator);
      add(each.content);
    }
  }

  document::Runs take() {
    drop_loose_space();
    return std::move(runs_);
  }

 private:
  void append_literal(std::string_view text) {
    if (loose_space_ && !text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (text.empty()) return;
    append(text);
    loose_space_ = text.back() == ' ';
    template_space_ = loose_space_;
  }

  void append(std::string_view text) {
    if (text.empty()) return;
    write_breaks();
    const bool same = !runs_.empty() && !is_field(runs_.back()) && runs_.back().bold == style_.bold &&
                      runs_.back().italic == style_.italic && runs_.back().href == style_.href;
    if (!same) runs_.push_back({std::string(), style_.bold, style_.italic, style_.href});
    runs_.back().text += text;
    loose_space_ = text.back() == ' ' || text.back() == '\n';
    template_space_ = false;
  }

  static bool is_field(const document::Run& run) { return run.field != document::PageField::none; }

  void write_breaks() {
    if (breaks_ == 0) return;
    if (is_field(runs_.back())) runs_.push_back(style_);
    runs_.back().text.append(std::exchange(breaks_, 0), '\n');
  }

  // A space that the template left at the end of a line or of the whole.
  void drop_loose_space() {
    if (!template_space_ || runs_.empty()) return;
    runs_.back().text.pop_back();
    if (runs_.back().text.empty()) runs_.pop_back();
    template_space_ = false;
  }

  Evaluator& evaluator_;
  document::Run style_;
  document::Runs runs_;
  std::size_t breaks_ = 0;       // line breaks that wait for text: none at the beginning or end
  bool loose_space_ = true;      // a further space would be one too many
  bool template_space_ = false;  // the last character is a space that the template wrote
};

document::Runs Evaluator::runs(const templates::Inlines& inlines) {
  RunBuilder builder(*this);
  builder.add(inlines);
  return builder.take();
}

}  // namespace svodka::bind
