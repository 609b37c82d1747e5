#include "templates/expressions/dump.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace svodka::templates {

namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
  return out + "'";
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const auto& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string show(const Path& path) { return joined(path.names, "."); }

std::string show(const FilterCall& call) {
  const auto rule = std::find_if(filters().begin(), filters().end(),
                                 [&](const FilterRule& candidate) { return candidate.name == call.name; });
  const bool texts = rule != filters().end() && rule->argument == "'text'";
  std::vector<std::string> arguments;
  for (const auto& argument : call.arguments) arguments.push_back(texts ? in_quotes(argument) : argument);
  if (call.digits) arguments.push_back(show(*call.digits));
  return call.name + (arguments.empty() ? "" : ": " + joined(arguments, ", "));
}

std::string show(const Literal& literal) {
  std::string out;
  for (const char c : literal.text) out += std::string(c == '{' || c == '}' ? 2 : 1, c);
  return out;
}

std::string show(const Expression& expression) {
  std::vector<std::string> paths;
  for (const auto& path : expression.paths) paths.push_back(show(path));
  auto out = joined(paths, ", ");
  for (const auto& filter : expression.filters) out += " | " + show(filter);
  return "{" + out + "}";
}

std::string show(const Operand& operand) {
  switch (operand.kind) {
    case Operand::Kind::path:
      return show(operand.path);
    case Operand::Kind::text:
      return in_quotes(operand.text);
    case Operand::Kind::number:
      return fmt::format("{}", operand.number);
    case Operand::Kind::date:
      return "date " + in_quotes(operand.text);
  }
  return {};
}

std::string show_comparison(const Test& test) {
  constexpr std::array<std::string_view, 7> words{"", "eq", "ne", "lt", "le", "gt", "ge"};
  if (test.comparison == Comparison::present) return show(test.path);
  return fmt::format("{} {} {}", show(test.path), words[static_cast<std::size_t>(test.comparison)],
                     show(test.operand));
}

std::string show(const Styled& styled) {
  const auto tag = styled.bold ? "b" : "i";
  return fmt::format("<{0}>{1}</{0}>", tag, shown(styled.content));
}
std::string show(const Anchor& anchor) {
  return fmt::format("<a href=\"{}\">{}</a>", shown(anchor.href), shown(anchor.content));
}
std::string show(const LineBreak&) { return "<br/>"; }
std::string show(const PageWord& word) { return word.count ? "<page-count/>" : "<page-number/>"; }
std::string show(const ListItem& item) {
  return fmt::format("<li label=\"{}\">{}</li>", shown(item.label), shown(item.content));
}
std::string show(const InlineIf& condition) {
  const auto otherwise = condition.otherwise.empty() ? "" : "<else>" + shown(condition.otherwise) + "</else>";
  return fmt::format("<if test=\"{}\">{}{}</if>", shown(condition.test), shown(condition.then), otherwise);
}
std::string show(const InlineEach& each) {
  return fmt::format("<each in=\"{}\"{}{}>{}</each>", each.query,
                     each.match.empty() ? "" : fmt::format(" match=\"{}\"", each.match),
                     each.separator.empty() ? "" : fmt::format(" separator=\"{}\"", shown(each.separator)),
                     shown(each.content));
}

}  // namespace

std::string shown(const TextTemplate& text) {
  std::string out;
  for (const auto& part : text) {
    out += std::visit([](const auto& value) { return show(value); }, part);
  }
  return out;
}

std::string shown(const Test& test) {
  if (test.kind == Test::Kind::compare) return show_comparison(test);
  if (test.kind == Test::Kind::negation) return "not " + shown(test.tests.front());
  std::vector<std::string> parts;
  for (const auto& part : test.tests) parts.push_back(shown(part));
  return "(" + joined(parts, test.kind == Test::Kind::all ? " and " : " or ") + ")";
}

std::string shown(const Inlines& words) {
  std::string out;
  for (const auto& word : words) {
    out += std::visit([](const auto& node) { return show(node); }, word.node);
  }
  return out;
}

}  // namespace svodka::templates
