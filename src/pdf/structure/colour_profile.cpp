#include "pdf/structure/colour_profile.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/files.hpp"

namespace svodka::pdf {

std::string read_colour_profile(const std::string& path) {
  const std::string file = path.empty() ? SVODKA_SRGB_PROFILE : path;
  constexpr std::size_t limit = std::size_t{1} << 20;
  std::string bytes;
  try {
    bytes = base::read_file(file, limit);
  } catch (const base::Error& error) {
    throw base::Error(
        fmt::format("{} (the sRGB colour profile that PDF/A needs; install the Debian package "
                    "icc-profiles-free)",
                    error.what()));
  }
  constexpr std::size_t header = 128;  // ICC.1, 7.2: signature at 36, colour space at 16
  if (bytes.size() < header || bytes.compare(36, 4, "acsp") != 0 || bytes.compare(16, 4, "RGB ") != 0) {
    throw base::Error(
        fmt::format("{} is not an RGB colour profile (the Debian package icc-profiles-free has one)", file));
  }
  return bytes;
}

}  // namespace svodka::pdf
