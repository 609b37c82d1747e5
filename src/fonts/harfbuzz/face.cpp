#include "fonts/harfbuzz/face.hpp"

#include <array>
#include <utility>

#include "base/digest.hpp"
#include "base/error.hpp"

namespace svodka::fonts {

namespace {

// A table of the file, read as big-endian numbers (OpenType 1.9, «Data Types»). Zero past the end.
class Table {
 public:
  Table(hb_face_t* face, const char* tag) : blob_(hb_face_reference_table(face, hb_tag_from_string(tag, 4))) {
    unsigned length = 0;
    const auto* data = hb_blob_get_data(blob_.get(), &length);
    bytes_ = {data, length};
  }
  bool empty() const { return bytes_.empty(); }
  int int16(std::size_t at) const { return static_cast<std::int16_t>(byte(at) << 8 | byte(at + 1)); }
  double fixed(std::size_t at) const { return int16(at) + (byte(at + 2) << 8 | byte(at + 3)) / 65536.0; }

 private:
  int byte(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }

  BlobPtr blob_;
  std::string_view bytes_;
};

std::string name(hb_face_t* face, hb_ot_name_id_t id) {
  std::array<char, 256> text{};
  unsigned size = text.size();
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
  return std::string(text.data(), size);
}

}  // namespace

FileFace::FileFace(FaceSource source)
    : source_(std::move(source)), blob_(hb_blob_create_from_file_or_fail(source_.path.c_str())) {
  if (!blob_) throw base::Error("cannot read the font " + source_.path.string());
  face_.reset(hb_face_create(blob_.get(), static_cast<unsigned>(source_.index)));
  glyph_count_ = hb_face_get_glyph_count(face_.get());
  if (glyph_count_ == 0 || Table(face_.get(), "glyf").empty()) {
    throw base::Error("not a TrueType font: " + source_.path.string());
  }
  units_per_em_ = hb_face_get_upem(face_.get());
  hb_face_make_immutable(face_.get());
  font_.reset(hb_font_create(face_.get()));
  hb_font_make_immutable(font_.get());
  postscript_name_ = name(face_.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
  family_ = name(face_.get(), HB_OT_NAME_ID_FONT_FAMILY);
  read_tables();
  read_metrics();
}

void FileFace::read_tables() {
  const Table head(face_.get(), "head");
  bounds_ = {em(head.int16(36)), em(head.int16(38)), em(head.int16(40)), em(head.int16(42))};
  italic_angle_ = Table(face_.get(), "post").fixed(4);
}

void FileFace::read_metrics() {
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font_.get(), &extents);
  ascent_ = em(extents.ascender);
  descent_ = em(extents.descender);
  line_gap_ = em(extents.line_gap);
  cap_height_ = metric(HB_OT_METRICS_TAG_CAP_HEIGHT, top_of(U'H'));
  x_height_ = metric(HB_OT_METRICS_TAG_X_HEIGHT, top_of(U'x'));
  underline_position_ = metric(HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -0.1);
  underline_thickness_ = metric(HB_OT_METRICS_TAG_UNDERLINE_SIZE, 0.05);
}

double FileFace::metric(hb_ot_metrics_tag_t tag, double otherwise) const {
  hb_position_t position = 0;
  const bool known = hb_ot_metrics_get_position(font_.get(), tag, &position) && position != 0;
  return known ? em(position) : otherwise;
}

double FileFace::top_of(char32_t letter) const {
  hb_glyph_extents_t extents{};
  hb_font_get_glyph_extents(font_.get(), glyph_of(letter), &extents);
  return em(extents.y_bearing);
}

double FileFace::advance(std::uint32_t glyph) const {
  return em(hb_font_get_glyph_h_advance(font_.get(), glyph));
}

std::uint32_t FileFace::glyph_of(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_.get(), code_point, &glyph) ? glyph : 0;
}

std::string_view FileFace::digest() const {
  std::call_once(digested_, [this] {
    unsigned size = 0;
    const auto* data = hb_blob_get_data(blob_.get(), &size);
    digest_ = base::sha256({data, size});
  });
  return digest_;
}

}  // namespace svodka::fonts
