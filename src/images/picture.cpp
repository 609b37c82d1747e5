#include "images/picture.hpp"

#include <fmt/format.h>

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <optional>
#include <string_view>

#include <jpeglib.h>
#include <png.h>

#include "base/error.hpp"
#include "base/files.hpp"

namespace svodka::images {

namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view kJpegSignature = "\xFF\xD8\xFF";

[[noreturn]] void refuse(const std::string& name, const std::string& reason) {
  throw base::Error(fmt::format("cannot use the picture {}: {}", name, reason));
}

// ---- PNG ------------------------------------------------------------------------------------------------

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

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8U | static_cast<unsigned char>(byte);
  return value;
}

// The chunk pHYs (PNG 1.2, 11.3.5.3), which the simplified interface does not give.
double png_dots_per_inch(std::string_view bytes) {
  constexpr double inches_in_metre = 39.3701;
  constexpr std::size_t header = 8, around = 12;  // length and type; those and the checksum
  for (std::size_t at = kPngSignature.size(); at + header <= bytes.size();) {
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

void read_png(Picture& picture, const std::string& name) {
  const PngReader reader(picture.bytes);
  if (!reader.opened()) refuse(name, fmt::format("the PNG is damaged ({})", reader.message()));
  picture.width = reader.width();
  picture.height = reader.height();
  picture.dots_per_inch = png_dots_per_inch(picture.bytes);
}

// ---- JPEG -----------------------------------------------------------------------------------------------

struct JpegErrors {
  jpeg_error_mgr manager{};
  std::jmp_buf jump{};
  char message[JMSG_LENGTH_MAX] = "";
};

void leave(j_common_ptr info) {
  auto* errors = reinterpret_cast<JpegErrors*>(info->err);
  (*info->err->format_message)(info, errors->message);
  std::longjmp(errors->jump, 1);
}

void say_nothing(j_common_ptr) {}

// Nothing with a destructor lives here: libjpeg leaves by longjmp.
bool read_jpeg_header(const std::string& bytes, Picture& picture, JpegErrors& errors) {
  jpeg_decompress_struct info{};
  info.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = leave;
  errors.manager.output_message = say_nothing;
  if (setjmp(errors.jump) != 0) {
    jpeg_destroy_decompress(&info);
    return false;
  }
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&info, TRUE);
  picture.width = info.image_width;
  picture.height = info.image_height;
  picture.components = static_cast<std::uint8_t>(info.num_components);
  constexpr double centimetres_in_inch = 2.54;
  if (info.density_unit == 1 && info.X_density > 1) picture.dots_per_inch = info.X_density;
  if (info.density_unit == 2 && info.X_density > 1)
    picture.dots_per_inch = info.X_density * centimetres_in_inch;
  jpeg_destroy_decompress(&info);
  return true;
}

void read_jpeg(Picture& picture, const std::string& name) {
  JpegErrors errors;
  if (!read_jpeg_header(picture.bytes, picture, errors)) {
    refuse(name, fmt::format("the JPEG is damaged ({})", errors.message));
  }
  if (picture.components != 1 && picture.components != 3) {
    refuse(name, "the JPEG has CMYK colours, which an archive file may not hold; save it as RGB");
  }
}

}  // namespace

PicturePtr make_picture(std::string bytes, const std::string& name) {
  auto picture = std::make_shared<Picture>();
  picture->bytes = std::move(bytes);
  if (picture->bytes.starts_with(kPngSignature)) {
    picture->format = Format::png;
    read_png(*picture, name);
  } else if (picture->bytes.starts_with(kJpegSignature)) {
    picture->format = Format::jpeg;
    read_jpeg(*picture, name);
  } else {
    refuse(name, "it is neither PNG nor JPEG");
  }
  if (std::uint64_t{picture->width} * picture->height > kMostPixels) {
    refuse(name, fmt::format("{} × {} pixels are more than {} million", picture->width, picture->height,
                             kMostPixels / 1'000'000));
  }
  if (picture->format == Format::png) decode(*picture);  // so that it is known to be whole
  return picture;
}

PicturePtr read_picture(const std::filesystem::path& path) {
  return make_picture(base::read_file(path), path.string());
}

Pixels decode(const Picture& picture) {
  PngReader reader(picture.bytes);
  if (!reader.opened()) refuse("PNG", reader.message());
  Pixels pixels;
  pixels.grey = reader.is_grey();
  const bool has_alpha = reader.has_alpha();
  auto samples = reader.samples();
  if (!samples) refuse("PNG", fmt::format("it is damaged ({})", reader.message()));
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
