#pragma once
// Pictures as they come from a file: PNG and JPEG.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace svodka::images {

enum class Format : std::uint8_t { png, jpeg };

// A picture that is known to be readable. Immutable; documents, pages and workers share it.
struct Picture {
  Format format = Format::png;
  std::uint32_t width = 0, height = 0;  // pixels
  double dots_per_inch = 96;            // as the file states it
  std::uint8_t components = 3;          // of a JPEG: 1 grey, 3 colour
  std::string bytes;  // the whole file; of a JPEG that lay on its side, one that stands upright
};
using PicturePtr = std::shared_ptr<const Picture>;

// Rows × columns of 8-bit samples, from the top left, without padding.
struct Pixels {
  bool grey = false;   // one sample a pixel instead of three (sRGB)
  std::string colour;  // width × height × (1 or 3)
  std::string alpha;   // width × height, or empty when all is opaque
};

// Throws base::Error that names the file and says what is wrong: it cannot be read, is neither PNG nor JPEG,
// is damaged, is a CMYK JPEG, or is larger than kMostPixels. `name` is what messages call the picture.
PicturePtr read_picture(const std::filesystem::path& path, const std::string& name);
PicturePtr make_picture(std::string bytes, const std::string& name);

// Of a PNG. Throws base::Error.
Pixels decode(const Picture& picture);

inline constexpr std::uint64_t kMostPixels = 50'000'000;

}  // namespace svodka::images
