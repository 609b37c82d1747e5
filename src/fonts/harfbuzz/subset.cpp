#include <hb-subset.h>

#include <cassert>

#include "base/error.hpp"
#include "fonts/harfbuzz/face.hpp"

namespace svodka::fonts {

namespace {

using InputPtr = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using PlanPtr = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

// A CIDFontType2 program needs outlines and metrics only (ISO 32000-1, 9.9, table 126).
constexpr const char* kDropped[] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "kern", "name", "cmap",
                                    "post", "OS/2", "gasp", "hdmx", "VDMX", "LTSH", "PCLT", "DSIG", "FFTM",
                                    "prep", "fpgm", "cvt ", "vhea", "vmtx", "VORG", "meta", "STAT"};

InputPtr make_input(const std::vector<std::uint32_t>& glyphs) {
  InputPtr input(hb_subset_input_create_or_fail());
  if (!input) return input;
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  auto* wanted = hb_subset_input_glyph_set(input.get());
  for (const auto glyph : glyphs) hb_set_add(wanted, glyph);
  auto* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const auto* tag : kDropped) hb_set_add(dropped, hb_tag_from_string(tag, 4));
  return input;
}

std::vector<std::uint32_t> renumbered(const hb_subset_plan_t* plan,
                                      const std::vector<std::uint32_t>& glyphs) {
  const auto* map = hb_subset_plan_old_to_new_glyph_mapping(plan);
  std::vector<std::uint32_t> out;
  for (const auto glyph : glyphs) {
    out.push_back(hb_map_get(map, glyph));
    assert(out.back() != HB_MAP_VALUE_INVALID);  // a glyph of another face
  }
  return out;
}

}  // namespace

Subset subset(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  const auto* file = dynamic_cast<const FileFace*>(&face);
  assert(file != nullptr);  // a test's fake has no outlines
  const auto input = make_input(glyphs);
  const PlanPtr plan(input ? hb_subset_plan_create_or_fail(file->harfbuzz_face(), input.get()) : nullptr);
  const FacePtr made(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!made) throw base::Error("cannot make a subset of the font " + file->source().path.string());
  const BlobPtr blob(hb_face_reference_blob(made.get()));
  unsigned size = 0;
  const auto* data = hb_blob_get_data(blob.get(), &size);
  return {std::string(data, size), renumbered(plan.get(), glyphs)};
}

}  // namespace svodka::fonts
