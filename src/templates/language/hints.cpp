#include "templates/language/hints.hpp"

#include "base/suggest.hpp"

namespace svodka::templates {

std::string nearest_or_all(std::string_view name, const std::vector<std::string>& known) {
  auto near = base::did_you_mean(name, known);
  if (!near.empty() || known.empty()) return near;
  return "write " + listed(known);
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    list += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

}  // namespace svodka::templates
