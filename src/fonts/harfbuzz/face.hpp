#pragma once
// A face of HarfBuzz; for this room's .cpp files.

#include <hb-ot.h>
#include <hb.h>

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "fonts/fonts.hpp"

namespace svodka::fonts {

template <auto destroy>
struct Destroy {
  template <typename Handle>
  void operator()(Handle* handle) const {
    destroy(handle);
  }
};
using BlobPtr = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using FacePtr = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using FontPtr = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using BufferPtr = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using SetPtr = std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>>;

// Where a face is and what fontconfig says of it.
struct FaceSource {
  std::filesystem::path path;
  int index = 0;  // in a collection
  bool bold = false;
  bool italic = false;
  bool operator==(const FaceSource&) const = default;
};

class FileFace final : public Face {
 public:
  // Throws base::Error when the file is not a TrueType font.
  explicit FileFace(FaceSource source);

  std::string_view postscript_name() const override { return postscript_name_; }
  std::string_view family() const override { return family_; }
  bool bold() const override { return source_.bold; }
  bool italic() const override { return source_.italic; }
  double ascent() const override { return ascent_; }
  double descent() const override { return descent_; }
  double cap_height() const override { return cap_height_; }
  double x_height() const override { return x_height_; }
  double italic_angle() const override { return italic_angle_; }
  double underline_position() const override { return underline_position_; }
  double underline_thickness() const override { return underline_thickness_; }
  Box bounds() const override { return bounds_; }
  double advance(std::uint32_t glyph) const override;
  std::uint32_t glyph_count() const override { return glyph_count_; }
  std::uint32_t glyph_of(char32_t code_point) const override;
  std::string_view digest() const override;

  double line_gap() const { return line_gap_; }
  double em(double units) const { return units / units_per_em_; }
  const FaceSource& source() const { return source_; }
  hb_face_t* harfbuzz_face() const { return face_.get(); }
  hb_font_t* harfbuzz_font() const { return font_.get(); }

 private:
  void read_tables();
  void read_metrics();
  double metric(hb_ot_metrics_tag_t tag, double otherwise) const;
  double top_of(char32_t letter) const;

  FaceSource source_;
  BlobPtr blob_;
  FacePtr face_;
  FontPtr font_;
  double units_per_em_ = 0;
  std::string postscript_name_;
  std::string family_;
  double ascent_ = 0, descent_ = 0, line_gap_ = 0, cap_height_ = 0, x_height_ = 0;
  double italic_angle_ = 0, underline_position_ = 0, underline_thickness_ = 0;
  Box bounds_{};
  std::uint32_t glyph_count_ = 0;
  mutable std::once_flag digested_;
  mutable std::string digest_;
};

}  // namespace svodka::fonts
