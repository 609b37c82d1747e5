#pragma once
// Tokens of PDF files (ISO 32000-1, 7.3), appended to byte strings.

#include <cstdint>
#include <string>
#include <string_view>

namespace svodka::pdf {

using Number = std::uint32_t;  // of an indirect object

void append_integer(std::string& out, long long value);

// Coordinates are counted in hundredths of a point, so that differences have no rounding error of their own.
long long hundredths(double points);
void append_hundredths(std::string& out, long long value);  // 1250 → "12.5"

// For lengths that add up along a line.
long long ten_thousandths(double points);
void append_ten_thousandths(std::string& out, long long value);

void append_reference(std::string& out, Number object);  // "12 0 R"

// Writes a byte of a literal string to `to`, as two where it must be escaped. The end of what it wrote.
inline char* escape(char* to, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r') *to++ = '\\';
  *to++ = byte == '\r' ? 'r' : byte;
  return to;
}

std::string literal(std::string_view bytes);  // "(…)"
std::string name(std::string_view bytes);     // "/…"

// A text string: bytes as they are for printable ASCII, else UTF-16BE.
std::string text_string(std::string_view utf8);

// A string with an address: bytes beyond ASCII and spaces as %XX.
std::string uri(std::string_view utf8);

void append_utf16_hex(std::string& out, std::string_view utf8);

// Valid UTF-8 without control characters and noncharacters: what both Info and XML can hold.
std::string printable(std::string_view utf8);

}  // namespace svodka::pdf
