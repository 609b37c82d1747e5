#include "batch/job/pattern.hpp"

namespace svodka::batch {

std::optional<Pattern> Pattern::parse(std::string_view text, std::string& mistake) {
  Pattern pattern;
  std::string literal;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if ((c == '{' || c == '}') && at + 1 < text.size() && text[at + 1] == c) {
      literal += c;
      at += 2;
    } else if (c == '{') {
      const auto end = text.find('}', at);
      if (end == std::string_view::npos) return mistake = "'{' is not closed", std::nullopt;
      const auto name = text.substr(at + 1, end - at - 1);
      if (name.empty()) return mistake = "'{}' has no name", std::nullopt;
      if (!literal.empty()) pattern.pieces_.push_back({false, std::move(literal)});
      literal.clear();
      pattern.pieces_.push_back({true, std::string(name)});
      at = end + 1;
    } else if (c == '}') {
      return mistake = "'}' closes nothing; a brace is written twice", std::nullopt;
    } else {
      literal += c;
      ++at;
    }
  }
  if (!literal.empty()) pattern.pieces_.push_back({false, std::move(literal)});
  return pattern;
}

std::vector<std::string> Pattern::names() const {
  std::vector<std::string> names;
  for (const auto& piece : pieces_) {
    if (piece.name) names.push_back(piece.text);
  }
  return names;
}

std::string Pattern::expand(const std::function<std::string(const std::string&)>& value) const {
  std::string out;
  for (const auto& piece : pieces_) out += piece.name ? value(piece.text) : piece.text;
  return out;
}

}  // namespace svodka::batch
