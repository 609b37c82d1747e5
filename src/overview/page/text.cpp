#include "overview/page/text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "base/digest.hpp"
#include "base/markup.hpp"
#include "text/date.hpp"
#include "text/russian.hpp"

namespace svodka::overview::page {

namespace {

constexpr std::string_view kNoBreak = "\u00a0";

bool is_unprintable(unsigned char byte) { return byte < 0x20 && byte != '\n' && byte != '\t'; }

int hexadecimal(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }

}  // namespace

std::string html(std::string_view text) {
  std::string out;
  for (const char c : base::escape_markup(text)) {
    if (is_unprintable(static_cast<unsigned char>(c))) {
      out += "\ufffd";
    } else {
      out += c;
    }
  }
  return out;
}

std::string script_safe(std::string_view json) {
  constexpr std::string_view kLineSeparator = "\u2028", kParagraphSeparator = "\u2029";
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto rest = json.substr(i);
    if (rest.starts_with(kLineSeparator) || rest.starts_with(kParagraphSeparator)) {
      out += rest.starts_with(kLineSeparator) ? "\\u2028" : "\\u2029";
      i += kLineSeparator.size() - 1;
    } else if (json[i] == '<' || json[i] == '>' || json[i] == '&') {
      out += fmt::format("\\u{:04x}", static_cast<int>(json[i]));
    } else {
      out += json[i];
    }
  }
  return out;
}

// RFC 3986, 3.3: all but unreserved characters and the slash is encoded, also a colon, which would make a
// scheme.
std::string address(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter || std::string_view("-._~/").find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string policy_hash(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto hex = base::sha256(text);
  std::array<unsigned, 33> bytes{};  // 32 and one of zero, which «=» stands for
  for (std::size_t i = 0; i < 32; ++i)
    bytes[i] = static_cast<unsigned>(hexadecimal(hex[2 * i]) * 16 + hexadecimal(hex[2 * i + 1]));
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const auto group = bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6) out += kDigits[group >> shift & 63];
  }
  out.back() = '=';
  return out;
}

std::string grouped(std::int64_t count) {
  auto digits = std::to_string(count);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > (count < 0 ? 1 : 0); place -= 3)
    digits.insert(static_cast<std::size_t>(place), kNoBreak);
  return digits;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view few, std::string_view many) {
  return fmt::format("{}{}{}", grouped(count), kNoBreak, text::plural(count, one, few, many));
}

std::string documents(std::int64_t count) { return counted(count, "документ", "документа", "документов"); }

std::string size(std::uint64_t bytes) {
  constexpr std::uint64_t kKilo = 1024;
  if (bytes == 0) return {};
  const auto kilobytes = (bytes + kKilo - 1) / kKilo;
  if (kilobytes < kKilo) return fmt::format("{}{}КБ", kilobytes, kNoBreak);
  const bool is_mega = kilobytes < kKilo * kKilo;
  const auto tenths = (kilobytes * 10 + kKilo / 2) / kKilo / (is_mega ? 1 : kKilo);
  return fmt::format("{},{}{}{}", tenths / 10, tenths % 10, kNoBreak, is_mega ? "МБ" : "ГБ");
}

std::string duration(double seconds) {
  if (!(seconds >= 0.5)) return "меньше секунды";
  const auto whole = std::llround(seconds);
  const auto words = [](std::int64_t count, std::string_view one, std::string_view few,
                        std::string_view many) {
    return count == 0 ? std::string() : counted(count, one, few, many);
  };
  const auto second = words(whole % 60, "секунду", "секунды", "секунд");
  const auto minute = words(whole / 60 % 60, "минуту", "минуты", "минут");
  const auto hour = words(whole / 3600, "час", "часа", "часов");
  const auto& larger = hour.empty() ? minute : hour;
  const auto& smaller = hour.empty() ? second : minute;
  return larger + (larger.empty() || smaller.empty() ? "" : " ") + smaller;
}

std::string moment(std::string_view iso) {
  const auto date = text::Date::parse(iso.substr(0, 10));
  if (!date || iso.size() < 16) return std::string(iso);
  return fmt::format("{} в{}{}", date->long_russian(), kNoBreak, iso.substr(11, 5));
}

}  // namespace svodka::overview::page
