#include <algorithm>
#include <optional>

#include "images/formats/formats.hpp"

namespace svodka::images {

namespace {

// A TIFF header with its numbers in the order it names; nothing beyond its end is read.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  bool is_one() const { return (little_ || bytes_.starts_with("MM")) && number(2, 2) == 42U; }

  std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8U | static_cast<unsigned char>(bytes_[at + (little_ ? size - 1 - i : i)]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_;
};

int orientation_of(const Tiff& tiff) {
  constexpr std::uint32_t orientation = 0x0112, short_integer = 3;
  if (!tiff.is_one()) return 1;
  const std::size_t directory = tiff.number(4, 4).value_or(0);
  const auto count = tiff.number(directory, 2).value_or(0);
  for (std::size_t i = 0; i < count; ++i) {
    const auto entry = directory + 2 + 12 * i;
    const auto tag = tiff.number(entry, 2);
    if (!tag) break;
    if (tag != orientation) continue;
    const bool known = tiff.number(entry + 2, 2) == short_integer && tiff.number(entry + 4, 4) == 1U;
    const auto value = tiff.number(entry + 8, 2).value_or(1);
    return known && value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace

int jpeg_orientation(std::string_view bytes) {
  constexpr unsigned char application = 0xE1, scan = 0xDA;
  constexpr std::string_view exif("Exif\0\0", 6);
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  for (std::size_t at = 2; at + 4 <= bytes.size() && byte(at) == 0xFF;) {
    const auto marker = byte(at + 1);
    if (marker == scan) break;
    if (marker == 0xFF) {  // filling
      ++at;
      continue;
    }
    const std::size_t length = std::size_t{byte(at + 2)} << 8U | byte(at + 3);  // its own two bytes too
    if (length < 2) break;
    const auto content = bytes.substr(at + 4, length - 2);
    if (marker == application && content.starts_with(exif)) {
      return orientation_of(Tiff(content.substr(exif.size())));
    }
    at += 2 + length;
  }
  return 1;
}

std::string turned(std::string_view samples, std::size_t width, std::size_t height, std::size_t components,
                   int orientation) {
  const bool across = orientation >= 5;  // rows become columns
  const bool from_right = orientation == 2 || orientation == 3 || orientation >= 7;
  const bool from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const auto columns = across ? height : width;
  const auto rows = across ? width : height;
  std::string out;
  out.reserve(samples.size());
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < columns; ++x) {
      const auto along = across ? y : x;
      const auto down = across ? x : y;
      const auto source_x = from_right ? width - 1 - along : along;
      const auto source_y = from_below ? height - 1 - down : down;
      out.append(samples, (source_y * width + source_x) * components, components);
    }
  }
  return out;
}

}  // namespace svodka::images
