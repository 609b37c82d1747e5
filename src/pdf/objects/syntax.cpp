#include "pdf/objects/syntax.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace svodka::pdf {

namespace {

constexpr char kHex[] = "0123456789ABCDEF";

// Calls `unit` for each UTF-16 code unit.
template <typename Unit>
void for_each_utf16(std::string_view utf8, Unit unit) {
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code = base::next_code_point(utf8, at);
    if (code < 0x10000) {
      unit(static_cast<unsigned>(code));
    } else {
      unit(0xD800U + (static_cast<unsigned>(code - 0x10000) >> 10U));
      unit(0xDC00U + (static_cast<unsigned>(code - 0x10000) & 0x3FFU));
    }
  }
}

constexpr double kFarthest = 1e7;  // points

// A number of `decimals` digits after the point, without zeros at the end.
template <int decimals>
void append_fixed(std::string& out, long long value) {
  char digits[24];
  char* const end = digits + sizeof digits;
  char* begin = end;
  char* last = end;  // behind what is not zero
  auto size = static_cast<unsigned long long>(value < 0 ? -value : value);
  for (int i = 0; i < decimals; ++i, size /= 10) {
    *--begin = static_cast<char>('0' + size % 10);
    if (*begin == '0' && last == begin + 1) last = begin;
  }
  if (last != begin) *--begin = '.';
  do {
    *--begin = static_cast<char>('0' + size % 10);
    size /= 10;
  } while (size > 0);
  if (value < 0) *--begin = '-';
  out.append(begin, static_cast<std::size_t>(last - begin));
}

// The nearest whole number, halves away from zero.
long long nearest(double value) { return static_cast<long long>(value < 0 ? value - 0.5 : value + 0.5); }

bool is_printable_ascii(char byte) { return byte >= 0x20 && byte < 0x7F; }

}  // namespace

void append_integer(std::string& out, long long value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, static_cast<std::size_t>(end - digits));
}

long long hundredths(double points) {
  assert(std::isfinite(points));
  return nearest(std::clamp(points, -kFarthest, kFarthest) * 100);
}

void append_hundredths(std::string& out, long long value) { append_fixed<2>(out, value); }

long long ten_thousandths(double points) {
  assert(std::isfinite(points));
  return nearest(std::clamp(points, -kFarthest, kFarthest) * 10'000);
}

void append_ten_thousandths(std::string& out, long long value) { append_fixed<4>(out, value); }

void append_reference(std::string& out, Number object) {
  append_integer(out, object);
  out += " 0 R";
}

std::string literal(std::string_view bytes) {
  std::string out = "(";
  for (const char byte : bytes) {
    char escaped[2];
    out.append(escaped, escape(escaped, byte));
  }
  return out += ')';
}

std::string name(std::string_view bytes) {
  std::string out = "/";
  for (const char byte : bytes) {
    if (is_printable_ascii(byte) && std::string_view(" #()<>[]{}/%").find(byte) == std::string_view::npos) {
      out += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      out += {'#', kHex[value >> 4U], kHex[value & 15U]};
    }
  }
  return out;
}

std::string text_string(std::string_view utf8) {
  if (std::all_of(utf8.begin(), utf8.end(), is_printable_ascii)) return literal(utf8);
  std::string bytes = "\xFE\xFF";
  for_each_utf16(utf8, [&](unsigned unit) {
    bytes += static_cast<char>(unit >> 8U);
    bytes += static_cast<char>(unit & 0xFFU);
  });
  return literal(bytes);
}

std::string uri(std::string_view utf8) {
  std::string ascii;
  for (const char byte : utf8) {
    if (is_printable_ascii(byte) && byte != ' ') {
      ascii += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      ascii += {'%', kHex[value >> 4U], kHex[value & 15U]};
    }
  }
  return literal(ascii);
}

void append_utf16_hex(std::string& out, std::string_view utf8) {
  for_each_utf16(utf8, [&](unsigned unit) {
    out += {kHex[unit >> 12U], kHex[unit >> 8U & 15U], kHex[unit >> 4U & 15U], kHex[unit & 15U]};
  });
}

std::string printable(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t code = base::next_code_point(utf8, at);
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool noncharacter =
        (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF) || code == 0xFEFF;
    if (!control && !noncharacter) base::append_utf8(out, code);
  }
  return out;
}

}  // namespace svodka::pdf
