#pragma once
// Expressions of templates: paths and filters in {braces}, comparisons in test="…". No arithmetic: SQL
// computes.
//
//   path      = name ("." name)*                 full_name, meeting.chair, parameter names
//   value     = path {"," path} {"|" filter}     {position, organization | join: ', '}
//   filter    = name [":" argument {"," argument}]
//   argument  = 'text' | number | word | path           a path: how many digits, {fact | number: decimals}
//   test      = and-test {"or" and-test}         not binds tightest, then and, then or; parentheses group
//   compare   = path [ (eq|ne|lt|le|gt|ge) (path | 'text' | number | date 'YYYY-MM-DD') ]
// A bare path is true when it has a value (missing and empty text are not; zero is one).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"

namespace svodka::templates {

struct Path {
  std::vector<std::string> names;
  base::SourceSpan span;
  std::uint32_t slot = 0;  // numbered by bind::compile, which knows what the names mean
};

struct FilterCall {
  std::string name;
  std::vector<std::string> arguments;
  std::optional<Path> digits{};  // of number and percent: the field that says how many, instead of arguments
  base::SourceSpan span;
};

// {a, b | filter: x}: several paths are for filters that take a list (join, plural has one).
struct Expression {
  std::vector<Path> paths;
  std::vector<FilterCall> filters;
  base::SourceSpan span;
};

// Text with expressions in it, as in attributes: title="{number}. {name}".
struct Literal {
  std::string text;
};
using TextPart = std::variant<Literal, Expression>;
using TextTemplate = std::vector<TextPart>;

enum class Comparison { present, eq, ne, lt, le, gt, ge };

struct Operand {
  enum class Kind { path, text, number, date } kind = Kind::path;
  Path path;
  std::string text;  // of text and date
  double number = 0;
  base::SourceSpan span;
};

struct Test {
  enum class Kind { compare, all, any, negation } kind = Kind::compare;
  std::vector<Test> tests;  // all, any, negation (one)
  Path path;                // compare
  Comparison comparison = Comparison::present;
  Operand operand;
  base::SourceSpan span;
};

}  // namespace svodka::templates
