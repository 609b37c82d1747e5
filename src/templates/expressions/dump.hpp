#pragma once
// Expressions and words as a template would write them, in one line; for the dump.

#include <string>

#include "templates/template.hpp"

namespace svodka::templates {

std::string shown(const TextTemplate& text);  // Итого: {name | upper}
std::string shown(const Test& test);          // (a eq 'x' and not b)
std::string shown(const Inlines& words);      // {a} <b>текст</b><br/>

}  // namespace svodka::templates
