#include "images/picture.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/files.hpp"
#include "images/formats/formats.hpp"

namespace svodka::images {

namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";
constexpr std::string_view kJpegSignature = "\xFF\xD8\xFF";

void require_size(const Picture& picture, const std::string& name) {
  if (std::uint64_t{picture.width} * picture.height <= kMostPixels) return;
  refuse(name, fmt::format("{} × {} pixels are more than {} million", picture.width, picture.height,
                           kMostPixels / 1'000'000));
}

}  // namespace

void refuse(const std::string& name, const std::string& reason) {
  throw base::Error(fmt::format("cannot use the picture {}: {}", name, reason));
}

PicturePtr make_picture(std::string bytes, const std::string& name) {
  auto picture = std::make_shared<Picture>();
  picture->bytes = std::move(bytes);
  if (picture->bytes.starts_with(kPngSignature)) {
    picture->format = Format::png;
    read_png_header(*picture, name);
    require_size(*picture, name);
    decode_png(picture->bytes, name);  // so that it is known to be whole
  } else if (picture->bytes.starts_with(kJpegSignature)) {
    picture->format = Format::jpeg;
    read_jpeg_header(*picture, name);
    require_size(*picture, name);
    require_whole_jpeg(picture->bytes, name);
    if (const auto orientation = jpeg_orientation(picture->bytes); orientation != 1) {
      picture->bytes = turned_jpeg(picture->bytes, orientation, name);
      read_jpeg_header(*picture, name);
    }
  } else {
    refuse(name, "it is neither PNG nor JPEG");
  }
  return picture;
}

PicturePtr read_picture(const std::filesystem::path& path, const std::string& name) {
  return make_picture(base::read_file(path), name);
}

Pixels decode(const Picture& picture) { return decode_png(picture.bytes, "in memory"); }

}  // namespace svodka::images
