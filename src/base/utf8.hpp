#pragma once
// UTF-8 decoding. Properties of characters are ICU's and live in text/.

#include <cstddef>
#include <string>
#include <string_view>

namespace svodka::base {

// Decodes one code point at `at` and moves `at` past it; U+FFFD for a malformed sequence (one byte consumed).
char32_t next_code_point(std::string_view text, std::size_t& at);

std::size_t count_code_points(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

// Offset of the first malformed byte (overlong, surrogate, out of range, truncated); npos when valid.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace svodka::base
