#include "xlsx/text/hygiene.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace svodka::xlsx {

namespace {

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// ECMA-376 part 1, 22.9.2.19 (ST_Xstring): «_xHHHH_» stands for a character.
bool is_escape_at(std::string_view text, std::size_t at) {
  if (text.size() - at < 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_') return false;
  const auto digits = text.substr(at + 2, 4);
  return std::all_of(digits.begin(), digits.end(), is_hexadecimal);
}

bool is_forbidden(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF; }

bool needs_no_change(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = base::next_code_point(text, at);
    if (c < 0x20 && c != '\n') return false;
    if (c == '_' && is_escape_at(text, begin)) return false;
    if (c >= 0xFFFD && c <= 0xFFFF) return false;  // U+FFFD may stand for a malformed byte: look closer
  }
  return true;
}

}  // namespace

std::string_view cell_text(std::string_view text, std::string& buffer, Findings& findings) {
  if (needs_no_change(text)) return text;
  findings.invalid_utf8 = findings.invalid_utf8 || base::find_invalid_utf8(text) != std::string_view::npos;
  buffer.clear();
  for (std::size_t at = 0; at < text.size();) {
    if (is_escape_at(text, at)) buffer += "_x005F";
    const char32_t c = base::next_code_point(text, at);
    if (c == '\t') {
      buffer += ' ';  // a list item's label and its text, or a tab that no cell shows well
    } else if (c == '\r') {
      if (at == text.size() || text[at] != '\n') buffer += '\n';
    } else if (is_forbidden(c)) {
      findings.forbidden = true;
    } else {
      base::append_utf8(buffer, c);
    }
  }
  return buffer;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const char32_t c = base::next_code_point(text, at);
    const bool malformed = c == 0xFFFD && at - begin == 1;
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      space = !out.empty();
    } else if (!malformed && !is_forbidden(c) && c != 0x7F) {
      if (space) out += ' ';
      space = false;
      base::append_utf8(out, c);
    }
  }
  return out;
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

std::string_view first_units(std::string_view text, std::size_t units) {
  std::size_t taken = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    auto next = at;
    taken += base::next_code_point(text, next) > 0xFFFF ? 2 : 1;
    if (taken > units) break;
    at = next;
  }
  return text.substr(0, at);
}

std::string attribute_text(std::string_view text) {
  constexpr std::size_t most = 2000;
  auto clean = one_line(text);
  std::size_t length = 0, word_end = 0;
  for (std::size_t at = 0; at < clean.size(); ++at) {
    const char c = clean[at];
    if (c == ' ') word_end = at;
    length += c == '&' ? 5 : c == '<' || c == '>' ? 4 : c == '"' ? 6 : 1;
    if (length <= most) continue;
    clean.resize(word_end > 0 ? word_end : first_units(clean, most / 8).size());
    return clean + "…";
  }
  return clean;
}

}  // namespace svodka::xlsx
