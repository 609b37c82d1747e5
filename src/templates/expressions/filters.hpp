#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "templates/expressions/lexer.hpp"
#include "templates/template.hpp"

namespace svodka::templates {

// Filters whose argument is a number of digits: given as such, or by a field.
bool takes_digits(std::string_view filter);

// Name, number and kinds of arguments of a call. False after a diagnostic.
bool check_filter(const FilterCall& call, const base::SourceSpan& name, const std::vector<Token>& arguments,
                  const SourceText& text, base::Diagnostics& diagnostics);

}  // namespace svodka::templates
