#include <hb-ot.h>
#include <hb.h>

#include <memory>

#include "fonts/fonts.hpp"
#include "support/catch.hpp"

using namespace svodka::fonts;

namespace {

// A subset read back by HarfBuzz.
class ReadBack {
 public:
  explicit ReadBack(const std::string& bytes)
      : blob_(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE,
                             nullptr, nullptr)),
        face_(hb_face_create(blob_, 0)),
        font_(hb_font_create(face_)) {}
  ~ReadBack() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
    hb_blob_destroy(blob_);
  }
  ReadBack(const ReadBack&) = delete;
  ReadBack& operator=(const ReadBack&) = delete;

  unsigned glyph_count() const { return hb_face_get_glyph_count(face_); }
  double advance(std::uint32_t glyph) const {
    return hb_font_get_glyph_h_advance(font_, glyph) / static_cast<double>(hb_face_get_upem(face_));
  }
  bool has_outline(std::uint32_t glyph) const {
    hb_glyph_extents_t extents{};
    return hb_font_get_glyph_extents(font_, glyph, &extents) && extents.width > 0;
  }
  bool has_table(const char* tag) const {
    hb_blob_t* table = hb_face_reference_table(face_, hb_tag_from_string(tag, 4));
    const bool found = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return found;
  }

 private:
  hb_blob_t* blob_;
  hb_face_t* face_;
  hb_font_t* font_;
};

}  // namespace

TEST_CASE("a subset holds the glyphs asked for, under new numbers, with their widths") {
  const FontSet fonts({"Liberation Serif"});
  const auto& face = fonts.face({});
  const std::vector<std::uint32_t> glyphs{face.glyph_of(U'Ж'), face.glyph_of(U'б'), face.glyph_of(U'1'), 0};
  const auto made = subset(face, glyphs);
  REQUIRE(made.new_glyph.size() == 4);
  CHECK(made.new_glyph[3] == 0);
  const ReadBack read(made.bytes);
  CHECK(read.glyph_count() == 4);
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    CHECK(read.advance(made.new_glyph[i]) == Approx(face.advance(glyphs[i])));
    CHECK(read.has_outline(made.new_glyph[i]) == (glyphs[i] != 0));  // .notdef of this font is blank
  }
  CHECK(made.bytes.size() < 4000);
}

TEST_CASE(".notdef is there without being asked for") {
  const FontSet fonts({"DejaVu Sans"});
  const auto made = subset(fonts.face({}), {fonts.face({}).glyph_of(U'Ж')});
  CHECK(made.new_glyph == std::vector<std::uint32_t>{1});
  const ReadBack read(made.bytes);
  CHECK(read.glyph_count() == 2);
  CHECK(read.has_outline(0));
}

TEST_CASE("the parts of a composite glyph come with it") {
  const FontSet fonts({"DejaVu Sans"});
  const auto& face = fonts.face({});
  const auto made = subset(face, {face.glyph_of(U'ё')});
  const ReadBack read(made.bytes);
  CHECK(read.glyph_count() > 2);
  CHECK(read.has_outline(made.new_glyph[0]));
}

TEST_CASE("a subset carries outlines and metrics only, the same bytes each time") {
  const FontSet fonts({"Liberation Serif"});
  const auto& face = fonts.face({});
  const auto made = subset(face, {face.glyph_of(U'а'), face.glyph_of(U'б')});
  const ReadBack read(made.bytes);
  for (const auto* tag : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}) CHECK(read.has_table(tag));
  for (const auto* tag : {"GSUB", "GPOS", "name", "cmap", "post", "OS/2", "fpgm", "prep"}) {
    INFO(tag);
    CHECK_FALSE(read.has_table(tag));
  }
  CHECK(made.bytes == subset(face, {face.glyph_of(U'б'), face.glyph_of(U'а')}).bytes);
}
