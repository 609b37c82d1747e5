// squares.jpg, 48 × 32 pixels at 150 dots an inch, has two rows of squares: red, green, blue over black,
// white, grey.

#include <cstdio>  // jpeglib.h needs it before
#include <cstdlib>

#include <jpeglib.h>

#include "base/files.hpp"
#include "images/picture.hpp"
#include "support/catch.hpp"

using namespace svodka;

namespace {

const std::string kSquares = base::read_file("tests/images/pictures/squares.jpg");

std::string number(unsigned value, int size, bool little) {
  std::string out;
  for (int i = 0; i < size; ++i) {
    const auto byte = static_cast<char>(value >> 8 * (size - 1 - i) & 0xFFU);
    out.insert(little ? out.begin() : out.end(), byte);
  }
  return out;
}

// A block of Exif that says one thing before the orientation.
std::string exif(unsigned orientation, bool little = true) {
  const auto two = [&](unsigned value) { return number(value, 2, little); };
  const auto four = [&](unsigned value) { return number(value, 4, little); };
  return std::string("Exif\0\0", 6) + (little ? "II" : "MM") + two(42) + four(8) + two(2) +  //
         two(0x0100) + two(4) + four(1) + four(48) +                                         //
         two(0x0112) + two(3) + four(1) + two(orientation) + two(0) + four(0);
}

// The squares with the block after the header of JFIF.
std::string with(const std::string& block) {
  constexpr std::size_t after_jfif = 2 + 18;
  return kSquares.substr(0, after_jfif) + "\xFF\xE1" +
         number(static_cast<unsigned>(block.size()) + 2, 2, false) + block + kSquares.substr(after_jfif);
}

char letter(const JSAMPLE* sample) {
  const auto is = [&](int red, int green, int blue) {
    return std::abs(sample[0] - red) < 12 && std::abs(sample[1] - green) < 12 &&
           std::abs(sample[2] - blue) < 12;
  };
  return is(255, 0, 0)       ? 'r'
         : is(0, 255, 0)     ? 'g'
         : is(0, 0, 255)     ? 'b'
         : is(0, 0, 0)       ? '0'
         : is(255, 255, 255) ? '1'
         : is(128, 128, 128) ? 'h'
                             : '?';
}

// The middles of the squares, row by row.
std::string squares(const images::Picture& picture) {
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&info);
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(picture.bytes.data()), picture.bytes.size());
  jpeg_read_header(&info, TRUE);
  jpeg_start_decompress(&info);
  std::string out;
  std::string row(std::size_t{info.output_width} * 3, '\0');
  for (unsigned y = 0; y < info.output_height; ++y) {
    JSAMPROW rows[] = {reinterpret_cast<JSAMPLE*>(row.data())};
    jpeg_read_scanlines(&info, rows, 1);
    if (y % 16 != 8) continue;
    if (!out.empty()) out += ' ';
    for (unsigned x = 8; x < info.output_width; x += 16) out += letter(rows[0] + std::size_t{x} * 3);
  }
  jpeg_finish_decompress(&info);
  jpeg_destroy_decompress(&info);
  return out;
}

void check_unturned(const std::string& bytes) {
  const auto picture = images::make_picture(bytes, "фото.jpg");
  CHECK(picture->bytes == bytes);
  CHECK(picture->width == 48);
  CHECK(squares(*picture) == "rgb 01h");
}

}  // namespace

TEST_CASE("a photo that a camera took on its side stands upright, whatever order its numbers have") {
  const std::vector<std::pair<unsigned, std::string>> upright = {
      {2, "bgr h10"},  {3, "h10 bgr"},  {4, "01h rgb"}, {5, "r0 g1 bh"},
      {6, "0r 1g hb"}, {7, "hb 1g 0r"}, {8, "bh g1 r0"}};
  for (const auto& [orientation, expected] : upright) {
    for (const bool little : {true, false}) {
      INFO(orientation << (little ? ", little endian" : ", big endian"));
      const auto picture = images::make_picture(with(exif(orientation, little)), "фото.jpg");
      CHECK(picture->format == images::Format::jpeg);
      CHECK(picture->width == (orientation < 5 ? 48 : 32));
      CHECK(picture->height == (orientation < 5 ? 32 : 48));
      CHECK(picture->dots_per_inch == 150);
      CHECK(squares(*picture) == expected);
      CHECK(images::make_picture(picture->bytes, "фото.jpg")->bytes == picture->bytes);  // turned once
    }
  }
}

TEST_CASE("a photo that stands upright, or says nothing of it, is used as it is") {
  check_unturned(kSquares);
  check_unturned(with(exif(1)));
  check_unturned(with("http://ns.adobe.com/xap/1.0/"));
}

TEST_CASE("a grey photo stays grey when it is turned") {
  auto grey = base::read_file("tests/images/pictures/grey.jpg");
  const auto before = images::make_picture(grey, "фото.jpg");
  const auto block = exif(6);
  grey.insert(2, "\xFF\xE1" + number(static_cast<unsigned>(block.size()) + 2, 2, false) + block);
  const auto picture = images::make_picture(grey, "фото.jpg");
  CHECK(picture->components == 1);
  CHECK(picture->width == before->height);
  CHECK(picture->height == before->width);
}

TEST_CASE("damaged Exif is no reason to turn or to refuse a photo") {
  const auto whole = exif(6);
  for (std::size_t size = 0; size < whole.size() - 6; ++size) {  // the value ends six bytes before the end
    INFO(size);
    check_unturned(with(whole.substr(0, size)));
  }
  check_unturned(with(exif(0)));
  check_unturned(with(exif(9)));
  check_unturned(with(exif(65535)));
  auto damaged = whole;
  damaged[6] = 'X';  // neither II nor MM
  check_unturned(with(damaged));
  damaged = whole;
  damaged[8] = 43;
  check_unturned(with(damaged));
  for (std::size_t at = 10; at < 14; ++at) {  // the directory's place
    damaged = whole;
    damaged[at] = '\xFF';
    check_unturned(with(damaged));
  }
  damaged = whole;
  damaged[30] = 4;  // the tag's type
  check_unturned(with(damaged));
}
