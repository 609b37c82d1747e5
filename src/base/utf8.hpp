#pragma once
// UTF-8 decoding. Properties of characters are ICU's and live in text/.

#include <cstddef>
#include <string>
#include <string_view>

namespace svodka::base {

// As next_code_point, for any sequence.
char32_t decode_code_point(std::string_view text, std::size_t& at);

// Decodes one code point at `at` and moves `at` past it; U+FFFD for a malformed sequence (one byte consumed).
// ASCII and Cyrillic, most of every text, are decoded in place.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < text.size()) {
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if ((next & 0xC0U) == 0x80) {
      at += 2;
      return (lead & 0x1FU) << 6U | (next & 0x3FU);
    }
  }
  return decode_code_point(text, at);
}

std::size_t count_code_points(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

// Offset of the first malformed byte (overlong, surrogate, out of range, truncated); npos when valid.
std::size_t find_invalid_utf8(std::string_view text);

}  // namespace svodka::base
