#include <fmt/format.h>
#include <png.h>

#include <cmath>
#include <optional>
#include <string_view>

#include "images/formats/formats.hpp"

namespace svodka::images {

namespace {

// libpng's simplified interface; frees what it holds.
class PngReader {
 public:
  explicit PngReader(const std::string& bytes) {
    image_.version = PNG_IMAGE_VERSION;
    opened_ = png_image_begin_read_from_memory(&image_, bytes.data(), bytes.size()) != 0;
  }
  ~PngReader() { png_image_free(&image_); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  bool opened() const { return opened_; }
  std::string message() const { return image_.message; }
  std::uint32_t width() const { return image_.width; }
  std::uint32_t height() const { return image_.height; }
  bool has_alpha() const { return (image_.format & PNG_FORMAT_FLAG_ALPHA) != 0; }
  bool is_grey() const { return (image_.format & PNG_FORMAT_FLAG_COLOR) == 0; }

  // Samples a pixel: grey or RGB, then alpha if there is any.
  std::optional<std::string> samples() {
    image_.flags |=
        PNG_IMAGE_FLAG_16BIT_sRGB;  // else 16 bits without a gamma would be taken for linear light
    image_.format =
        (is_grey() ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB) | (has_alpha() ? PNG_FORMAT_FLAG_ALPHA : 0U);
    std::string out(PNG_IMAGE_SIZE(image_), '\0');
    if (png_image_finish_read(&image_, nullptr, out.data(), 0, nullptr) == 0) return std::nullopt;
    return out;
  }

 private:
  png_image image_{};
  bool opened_ = false;
};

std::string damage(const PngReader& reader) {
  return fmt::format("the PNG is damaged or cut off ({})", reader.message());
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

// The chunk pHYs (PNG 1.2, 11.3.5.3), which the simplified interface does not give.
double png_dots_per_inch(std::string_view bytes) {
  constexpr double inches_in_metre = 39.3701;
  constexpr std::size_t signature = 8, header = 8, around = 12;  // length and type; those and the checksum
  for (std::size_t at = signature; at + header <= bytes.size();) {
    const auto length = big_endian(bytes.substr(at, 4));
    const auto type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size()) break;
    const auto data = bytes.substr(at + header, length);
    if (type == "pHYs" && data.size() == 9 && data[8] == 1) {
      const double dots = std::round(big_endian(data.substr(0, 4)) / inches_in_metre * 10) / 10;
      return dots > 0 ? dots : Picture{}.dots_per_inch;
    }
    at += around + length;
  }
  return Picture{}.dots_per_inch;
}

}  // namespace

void read_png_header(Picture& picture, const std::string& name) {
  const PngReader reader(picture.bytes);
  if (!reader.opened()) refuse(name, damage(reader));
  picture.width = reader.width();
  picture.height = reader.height();
  picture.dots_per_inch = png_dots_per_inch(picture.bytes);
}

Pixels decode_png(const std::string& bytes, const std::string& name) {
  PngReader reader(bytes);
  if (!reader.opened()) refuse(name, damage(reader));
  Pixels pixels;
  pixels.grey = reader.is_grey();
  const bool has_alpha = reader.has_alpha();
  auto samples = reader.samples();
  if (!samples) refuse(name, damage(reader));
  if (!has_alpha) {
    pixels.colour = std::move(*samples);
    return pixels;
  }
  const std::size_t channels = pixels.grey ? 1 : 3;
  const std::size_t count = samples->size() / (channels + 1);
  pixels.colour.reserve(count * channels);
  pixels.alpha.reserve(count);
  bool opaque = true;
  for (std::size_t i = 0; i < count; ++i) {
    pixels.colour.append(*samples, i * (channels + 1), channels);
    const char alpha = (*samples)[i * (channels + 1) + channels];
    pixels.alpha += alpha;
    opaque = opaque && alpha == '\xFF';
  }
  if (opaque) pixels.alpha.clear();
  return pixels;
}

}  // namespace svodka::images
