// tests/images/pictures holds small pictures with known samples; most PNGs show 4 × 3 pixels.

#include "images/picture.hpp"

#include "base/error.hpp"
#include "base/files.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka;
using images::Format;

namespace {

const std::string kFolder = "tests/images/pictures/";

std::string bytes_of(const std::string& file) { return base::read_file(kFolder + file); }

images::PicturePtr picture(const std::string& file) { return images::read_picture(kFolder + file, file); }

// What is said of bytes that are no good.
std::string refusal(const std::string& bytes) {
  try {
    images::make_picture(bytes, "герб.png");
  } catch (const base::Error& error) {
    return error.what();
  }
  return "accepted";
}

const std::string kGrey("\x00\x55\xAA\xFF\x0A\x14\x1E\x28\xFF\x00\xFF\x00", 12);
const std::string kColour = std::string("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\xFF\xFF", 12) +
                            std::string("\0\1\2\3\4\5\6\7\x08\x09\x0A\x0B", 12) + std::string(12, '\x80');

}  // namespace

TEST_CASE("a grey PNG has one sample a pixel and the density that the file states") {
  const auto read = picture("grey.png");
  CHECK(read->format == Format::png);
  CHECK(read->width == 4);
  CHECK(read->height == 3);
  CHECK(read->dots_per_inch == 300);
  CHECK(read->bytes == bytes_of("grey.png"));
  const images::Pixels pixels = images::decode(*read);
  CHECK(pixels.grey);
  CHECK(pixels.colour == kGrey);
  CHECK(pixels.alpha.empty());
}

TEST_CASE("a colour PNG has three samples a pixel, 96 dots an inch unless it says otherwise") {
  const auto read = picture("rgb.png");
  CHECK(read->dots_per_inch == 96);
  const images::Pixels pixels = images::decode(*read);
  CHECK_FALSE(pixels.grey);
  CHECK(pixels.colour == kColour);
  CHECK(pixels.alpha.empty());
}

TEST_CASE("transparency is parted from colours, and is none when all is opaque") {
  const images::Pixels clear = images::decode(*picture("rgba.png"));
  CHECK(clear.colour == kColour);
  CHECK(clear.alpha == std::string("\0\x40\x80\xC0\0\x40\x80\xC0\0\x40\x80\xC0", 12));
  const images::Pixels opaque = images::decode(*picture("opaque.png"));
  CHECK(opaque.colour == kColour);
  CHECK(opaque.alpha.empty());
  const images::Pixels grey = images::decode(*picture("grey_alpha.png"));
  CHECK(grey.grey);
  CHECK(grey.colour == kGrey);
  CHECK(grey.alpha == std::string("\xFF\xAA\x55\x00\xF5\xEB\xE1\xD7\x00\xFF\x00\xFF", 12));
}

TEST_CASE("16 bits, 1 bit, palettes and interlacing become rows of 8-bit samples") {
  CHECK(images::decode(*picture("deep.png")).colour == kColour);
  CHECK(images::decode(*picture("interlaced.png")).colour == kGrey);
  CHECK(images::decode(*picture("bilevel.png")).colour ==
        std::string("\x00\xFF\x00\xFF\xFF\xFF\xFF\xFF\x00\x00\x00\x00", 12));
  const images::Pixels palette = images::decode(*picture("palette.png"));
  CHECK(palette.colour.substr(0, 12) == std::string("\xFF\0\0\0\xFF\0\0\0\xFF\xFF\0\0", 12));
  CHECK(palette.alpha == std::string("\xFF\x80\x00\xFF\x80\x80\x80\x80\x00\x00\x00\x00", 12));
}

TEST_CASE("a JPEG is kept as it is; its size, colours and density are known") {
  const auto grey = picture("grey.jpg");
  CHECK(grey->format == Format::jpeg);
  CHECK(grey->components == 1);
  CHECK(grey->width == 16);
  CHECK(grey->height == 8);
  CHECK(grey->dots_per_inch == 200);
  CHECK(grey->bytes == bytes_of("grey.jpg"));
  CHECK(picture("rgb.jpg")->components == 3);
  CHECK(picture("rgb.jpg")->dots_per_inch == 96);
  CHECK(picture("progressive.jpg")->components == 3);
  CHECK(picture("centimetre.jpg")->dots_per_inch == Approx(254));
}

TEST_CASE("a CMYK JPEG is refused with what to do") {
  CHECK(
      refusal(bytes_of("cmyk.jpg")) ==
      "cannot use the picture герб.png: the JPEG has CMYK colours, which an archive file may not hold; save "
      "it as RGB");
}

TEST_CASE("what is neither PNG nor JPEG is refused, whatever its name") {
  for (const std::string bytes : {"", "GIF89a", "<svg/>", "\x89PNG", "\xFF\xD8"}) {
    CHECK(refusal(bytes) == "cannot use the picture герб.png: it is neither PNG nor JPEG");
  }
}

TEST_CASE("a picture that is cut off anywhere is refused") {
  for (const std::string file : {"grey.png", "rgba.png", "palette.png", "interlaced.png"}) {
    const std::string whole = bytes_of(file);
    constexpr std::size_t end_chunk = 12;  // libpng does not look at it
    for (std::size_t size = 8; size < whole.size() - end_chunk; ++size) {
      INFO(file << " " << size);
      CHECK(refusal(whole.substr(0, size)).find("герб.png: the PNG is damaged or cut off (") !=
            std::string::npos);
    }
  }
  for (const std::string file : {"grey.jpg", "rgb.jpg", "progressive.jpg"}) {
    const std::string whole = bytes_of(file);
    for (std::size_t size = 3; size + 2 < whole.size(); ++size) {
      INFO(file << " " << size);
      CHECK(refusal(whole.substr(0, size)).find("герб.png: the JPEG is damaged or cut off (") !=
            std::string::npos);
    }
  }
}

TEST_CASE("damage is told in the words of the format's library") {
  std::string png = bytes_of("grey.png");
  png[png.size() - 20] ^= 1;  // in the samples
  CHECK(refusal(png) ==
        "cannot use the picture герб.png: the PNG is damaged or cut off (IDAT: incorrect data check)");
  const std::string jpeg = bytes_of("rgb.jpg");
  CHECK(refusal(jpeg.substr(0, jpeg.size() - 8)) ==
        "cannot use the picture герб.png: the JPEG is damaged or cut off (Premature end of JPEG file)");
}

TEST_CASE("no damaged byte crashes the reader") {
  for (const std::string file : {"rgba.png", "palette.png", "rgb.jpg", "progressive.jpg"}) {
    const std::string whole = bytes_of(file);
    for (std::size_t at = 0; at < whole.size(); ++at) {
      for (const char bit : {'\x01', '\x80'}) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ bit);
        const std::string said = refusal(bytes);
        CHECK((said == "accepted" || said.starts_with("cannot use the picture герб.png: ")));
      }
    }
  }
}

TEST_CASE("a picture of too many pixels is refused before its samples are read") {
  CHECK(refusal(bytes_of("huge.png")) ==
        "cannot use the picture герб.png: 10000 × 6000 pixels are more than 50 million");
}

TEST_CASE("a file that cannot be read is named") {
  CHECK_THROWS_WITH(images::read_picture("/nowhere/герб.png", "герб.png"),
                    "cannot read /nowhere/герб.png: No such file or directory");
  const support::TemporaryFolder folder;
  const auto path = folder.path() / "герб.png";
  base::write_file(path, "text");
  CHECK_THROWS_WITH(images::read_picture(path, path.string()),
                    "cannot use the picture " + path.string() + ": it is neither PNG nor JPEG");
}
