#include "fonts/fonts.hpp"
#include "support/catch.hpp"

using namespace svodka::fonts;

TEST_CASE("metrics of Liberation Serif are those of its tables, in em") {
  const FontSet fonts({"Liberation Serif"});
  const auto& face = fonts.face({});
  CHECK(face.ascent() == Approx(1825 / 2048.0));
  CHECK(face.descent() == Approx(-443 / 2048.0));
  CHECK(face.cap_height() == Approx(0.66).margin(0.02));
  CHECK(face.x_height() == Approx(0.46).margin(0.02));
  CHECK(face.underline_position() < 0);
  CHECK(face.underline_thickness() > 0.02);
  CHECK(face.italic_angle() == 0);
  CHECK(fonts.face({0, false, true}).italic_angle() < -10);
  const auto box = face.bounds();
  CHECK(box.left < 0);
  CHECK(box.bottom < face.descent());
  CHECK(box.right > 1);
  CHECK(box.top > face.cap_height());
}

TEST_CASE("characters have glyphs and glyphs have advances") {
  const FontSet fonts({"Liberation Serif"});
  const auto& face = fonts.face({});
  CHECK(face.glyph_of(U'Ж') != 0);
  CHECK(face.glyph_of(U'₽') == 0);
  CHECK(face.glyph_of(U'Ж') < face.glyph_count());
  CHECK(face.advance(face.glyph_of(U' ')) == 0.25);  // 512 of 2048
}

TEST_CASE("the digest of a face is a SHA-256 that tells files apart") {
  const FontSet fonts({"Liberation Serif"});
  const auto digest = fonts.face({}).digest();
  CHECK(digest.size() == 64);
  CHECK(digest.find_first_not_of("0123456789abcdef") == std::string_view::npos);
  CHECK(digest == fonts.face({}).digest());
  CHECK(digest != fonts.face({0, true, false}).digest());
}
