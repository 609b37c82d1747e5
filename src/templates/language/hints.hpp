#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace svodka::templates {

// "did you mean 'table'?" when one of the known names is near, else "write a, b or c"; empty without names.
std::string nearest_or_all(std::string_view name, const std::vector<std::string>& known);

// "a, b or c"
std::string listed(const std::vector<std::string>& words);

}  // namespace svodka::templates
