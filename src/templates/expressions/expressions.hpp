#pragma once
// Parsers of the language inside braces and of test="…"; the grammar stands in expression.hpp.

#include <optional>
#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "templates/expression.hpp"
#include "templates/xml/source_text.hpp"

namespace svodka::templates {

// What the parsers report to: mistakes, and every path that was read (to find what is never used).
struct ExpressionContext {
  base::Diagnostics& diagnostics;
  std::set<std::vector<std::string>> paths;
};

// Text with {expressions}; {{ and }} are braces. A mistake gives a diagnostic and drops its expression.
TextTemplate parse_text(const SourceText& text, ExpressionContext& context);

// The whole text as a test. Empty after a diagnostic.
std::optional<Test> parse_test(const SourceText& text, ExpressionContext& context);

}  // namespace svodka::templates
