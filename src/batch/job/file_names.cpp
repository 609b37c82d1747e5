#include "batch/job/file_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/russian.hpp"

namespace svodka::batch {

namespace {

constexpr std::size_t kLongestFolder = 255;  // bytes: ext4, XFS, Btrfs, tmpfs
// A file also needs its extension and, beside a changed one, « (новый 2026-10-31, 99)».
constexpr std::size_t kLongestFile = 210;

// Zero-width characters, marks of direction, line separators: two names that look the same.
bool is_invisible(char32_t c) {
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xFFFD ||
         (c >= 0xE0000 && c <= 0xE007F);
}

std::string unfit_character(std::string_view text, std::string_view forbidden) {
  if (base::find_invalid_utf8(text) != std::string_view::npos) return "it is not UTF-8";
  for (std::size_t at = 0; at < text.size();) {
    const auto c = base::next_code_point(text, at);
    if (is_invisible(c))
      return fmt::format("it holds the invisible character U+{:04X}", static_cast<unsigned>(c));
    if (c < 0x80 && forbidden.find(static_cast<char>(c)) != std::string_view::npos) {
      return fmt::format("it holds '{}'", static_cast<char>(c));
    }
  }
  return {};
}

bool is_device(std::string_view part) {
  auto stem = text::lower(part.substr(0, part.find('.')));
  while (stem.ends_with(' ')) stem.pop_back();
  constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
  if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' &&
         stem[3] <= '9';
}

std::string unfit_part(std::string_view part, std::size_t longest) {
  if (part.empty()) return "a part of it is empty";
  if (part == "." || part == "..") return fmt::format("a part of it is '{}'", part);
  if (part.front() == '.') return fmt::format("'{}' begins with a dot", part);
  if (part.front() == ' ' || part.back() == ' ') return fmt::format("'{}' begins or ends with a space", part);
  if (part.back() == '.') return fmt::format("'{}' ends with a dot", part);
  if (is_device(part)) return fmt::format("'{}' is the name of a device on Windows", part);
  if (part.size() > longest) {
    return fmt::format("'{}' is {} bytes long, more than {}", part, part.size(), longest);
  }
  return {};
}

}  // namespace

std::string unfit_value(std::string_view value) {
  return value.empty() ? "it is empty" : unfit_character(value, "/\\:*?\"<>|");
}

std::string unfit_path(std::string_view path) {
  if (auto reason = unfit_character(path, "\\:*?\"<>|"); !reason.empty()) return reason;
  for (;;) {
    const auto slash = path.find('/');
    const bool last = slash == std::string_view::npos;
    if (auto reason = unfit_part(path.substr(0, slash), last ? kLongestFile : kLongestFolder);
        !reason.empty()) {
      return reason;
    }
    if (last) return {};
    path.remove_prefix(slash + 1);
  }
}

std::string TakenPaths::take(const std::string& path) {
  for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const auto folder = path.substr(0, slash);
    const auto& known = folders_.emplace(text::folded(folder), folder).first->second;
    if (known != folder) return known;
  }
  const auto [known, is_new] = files_.emplace(text::folded(path), path);
  return is_new ? std::string() : known->second;
}

}  // namespace svodka::batch
