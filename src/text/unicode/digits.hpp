#pragma once
// Whole numbers written in nothing but ASCII digits; for this room's .cpp files.

#include <optional>
#include <string_view>

namespace svodka::text {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// At most nine digits, without a sign; empty for anything else.
inline std::optional<int> digits(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace svodka::text
