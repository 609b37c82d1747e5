#include "bind/compile/arguments.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/suggest.hpp"
#include "bind/codes.hpp"

namespace svodka::bind {

using templates::Parameter;
using templates::ParameterType;
using text::Value;

namespace {

std::optional<Value> parse(const Parameter& parameter, const std::string& text) {
  switch (parameter.type) {
    case ParameterType::key:
    case ParameterType::text: {
      const auto& values = parameter.values;
      const bool known = values.empty() || std::find(values.begin(), values.end(), text) != values.end();
      return known ? std::optional<Value>{text} : std::nullopt;
    }
    case ParameterType::integer: {
      std::int64_t number = 0;
      const auto end = text.data() + text.size();
      const auto [stop, error] = std::from_chars(text.data(), end, number);
      if (error != std::errc{} || stop != end) return std::nullopt;
      return Value{number};
    }
    case ParameterType::date: {
      const auto date = text::Date::parse(text);
      return date ? std::optional<Value>{*date} : std::nullopt;
    }
    case ParameterType::period:
      return text::Period::parse(text) ? std::optional<Value>{text} : std::nullopt;
  }
  return std::nullopt;
}

std::string expected(const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::integer:
      return "a whole number";
    case ParameterType::date:
      return "a date like 2026-10-31";
    case ParameterType::period:
      return "a period: 2026-10, 2026-Q3, 2026, 2026-2027 or 2026-10-31";
    default:
      return parameter.values.empty() ? "a text"
                                      : fmt::format("one of: {}", fmt::join(parameter.values, ", "));
  }
}

}  // namespace

std::vector<std::pair<std::string, Value>> read_arguments(const templates::Template& report,
                                                          const Arguments& arguments,
                                                          base::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  std::vector<std::pair<std::string, Value>> values;
  const auto context = "report " + report.name;
  for (const auto& parameter : report.parameters) {
    known.push_back(parameter.name);
    const auto given = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const auto& argument) { return argument.first == parameter.name; });
    const bool missing = given == arguments.end();
    const auto text = missing ? parameter.default_value.value_or("") : given->second;
    if (text.empty()) {
      diagnostics.error_in(codes::missing_parameter, context,
                           fmt::format("parameter '{}' ({}) is {}", parameter.name, parameter.label,
                                       missing ? "missing" : "empty"),
                           fmt::format("give --set {}=…", parameter.name));
      continue;
    }
    auto value = parse(parameter, text);
    if (!value) {
      diagnostics.error_in(
          codes::bad_parameter, context,
          fmt::format("parameter '{}' is '{}', expected {}", parameter.name, text, expected(parameter)));
      continue;
    }
    values.emplace_back(parameter.name, std::move(*value));
  }
  for (const auto& [name, value] : arguments) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    auto hint = base::did_you_mean(name, known);
    if (hint.empty()) hint = fmt::format("it has: {}", fmt::join(known, ", "));
    diagnostics.error_in(codes::unknown_parameter, context,
                         fmt::format("the report has no parameter '{}'", name), hint);
  }
  return values;
}

void check_defaults(const templates::Template& report, base::Diagnostics& diagnostics) {
  for (const auto& parameter : report.parameters) {
    if (!parameter.default_value || parse(parameter, *parameter.default_value)) continue;
    diagnostics.error(codes::bad_default, templates::attribute_span(parameter.span, "default"),
                      fmt::format("the default of '{}' is '{}', expected {}", parameter.name,
                                  *parameter.default_value, expected(parameter)));
  }
}

}  // namespace svodka::bind
