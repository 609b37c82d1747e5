#include "templates/expressions/filters.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "templates/codes.hpp"
#include "templates/language/hints.hpp"

namespace svodka::templates {

const std::vector<FilterRule>& filters() {
  static const std::vector<FilterRule> rules{
      {"date", 0, 1, "short | long | day_month | month"},
      {"number", 0, 1, "a digit or a field"},
      {"percent", 0, 1, "a digit or a field"},
      {"join", 1, 1, "'text'"},
      {"default", 1, 1, "'text'"},
      {"plural", 3, 3, "'text'"},
      {"upper", 0, 0, ""},
      {"lower", 0, 0, ""},
      {"capital", 0, 0, ""},
      {"prefix", 1, 1, "'text'"},
      {"suffix", 1, 1, "'text'"},
      {"period", 0, 0, ""},
  };
  return rules;
}

bool takes_digits(std::string_view filter) { return filter == "number" || filter == "percent"; }

namespace {

bool fits(const FilterRule& rule, const Token& argument) {
  if (rule.argument == "'text'") return argument.kind == Token::Kind::text;
  if (takes_digits(rule.name)) {
    return argument.kind == Token::Kind::word ||
           (argument.kind == Token::Kind::number && argument.text.size() == 1);
  }
  return argument.kind == Token::Kind::word &&
         fmt::format(" | {} | ", rule.argument).find(fmt::format(" | {} | ", argument.text)) !=
             std::string::npos;
}

std::string how_many(const FilterRule& rule) {
  if (rule.most == 0) return "no arguments";
  const auto noun = rule.most == 1 ? "argument" : "arguments";
  return rule.fewest == rule.most ? fmt::format("{} {}", rule.most, noun)
                                  : fmt::format("at most {} {}", rule.most, noun);
}

}  // namespace

bool check_filter(const FilterCall& call, const base::SourceSpan& name, const std::vector<Token>& arguments,
                  const SourceText& text, base::Diagnostics& diagnostics) {
  const auto rule = std::find_if(filters().begin(), filters().end(),
                                 [&](const FilterRule& candidate) { return candidate.name == call.name; });
  if (rule == filters().end()) {
    std::vector<std::string> names;
    for (const auto& known : filters()) names.emplace_back(known.name);
    diagnostics.error(codes::unknown_filter, name, fmt::format("unknown filter '{}'", call.name),
                      nearest_or_all(call.name, names));
    return false;
  }
  if (arguments.size() < rule->fewest || arguments.size() > rule->most) {
    diagnostics.error(
        codes::filter_arguments, call.span,
        fmt::format("the filter '{}' takes {}, not {}", call.name, how_many(*rule), arguments.size()),
        rule->most == 0 ? "" : fmt::format("each argument is {}", rule->argument));
    return false;
  }
  for (const auto& argument : arguments) {
    if (fits(*rule, argument)) continue;
    diagnostics.error(codes::filter_arguments, text.span(argument.begin, argument.end),
                      fmt::format("the filter '{}' does not take this argument", call.name),
                      fmt::format("write {}", rule->argument));
    return false;
  }
  return true;
}

}  // namespace svodka::templates
