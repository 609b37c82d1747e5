#pragma once
// «did you mean …?»

#include <string>
#include <string_view>
#include <vector>

namespace svodka::base {

// The candidate nearest to `name` by edit distance; empty when none is near (a third of the letters, at most
// 3).
std::string closest(std::string_view name, const std::vector<std::string>& candidates);

// "did you mean 'total'?", or empty.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace svodka::base
