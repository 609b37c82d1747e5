#include "xlsx/text/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "text/russian.hpp"
#include "xlsx/text/hygiene.hpp"

namespace svodka::xlsx {

namespace {

constexpr std::size_t kMaxSheetName = 31;   // UTF-16 units
constexpr std::size_t kMaxTableName = 100;  // bytes; libxlsxwriter cuts at 127 in mid-character

std::string without_forbidden(std::string_view title) {
  std::string out;
  for (const char c : one_line(title)) {
    if (std::string_view("[]:*?/\\'").find(c) == std::string_view::npos) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return one_line(out);
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

// Cut after a whole word when that keeps most of the name.
std::string shortened(std::string_view name, std::size_t units) {
  if (utf16_units(name) <= units) return std::string(name);
  const auto cut = first_units(name, units);
  const auto space = cut.rfind(' ');
  if (name[cut.size()] == ' ' || space == std::string_view::npos || space < cut.size() / 2)
    return trimmed(cut);
  return trimmed(cut.substr(0, space));
}

std::string key_of(std::string_view name) { return text::lower(text::nfc(name)); }

}  // namespace

std::string SheetNames::add(std::string_view title) {
  auto base = without_forbidden(title);
  if (base.empty()) base = "Лист";
  const bool reserved = key_of(base) == "history";  // Excel keeps this name for itself
  for (int number = reserved ? 2 : 1;; ++number) {
    const auto suffix = number == 1 ? std::string() : fmt::format(" ({})", number);
    auto name = shortened(base, kMaxSheetName - utf16_units(suffix)) + suffix;
    if (taken_.insert(key_of(name)).second) return name;
  }
}

std::string TableNames::add(std::string_view table_id) {
  std::string base = "table_";
  for (std::size_t at = 0; at < table_id.size();) {
    const char32_t c = base::next_code_point(table_id, at);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    base += plain ? static_cast<char>(c) : '_';
  }
  base.resize(std::min(base.size(), kMaxTableName));
  for (int number = 1;; ++number) {
    auto name = number == 1 ? base : fmt::format("{}_{}", base, number);
    if (taken_.insert(text::lower(name)).second) return name;
  }
}

}  // namespace svodka::xlsx
