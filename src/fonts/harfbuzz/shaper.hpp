#pragma once
// The Shaper of HarfBuzz; for this room's .cpp files.

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "fonts/harfbuzz/face.hpp"

namespace svodka::fonts {

// Faces to try for one style, nearest first; never empty. Not owned.
using FaceChain = std::vector<const FileFace*>;

// `chains` holds four for each family (2 × bold + italic) and outlives the shaper.
std::unique_ptr<Shaper> make_harfbuzz_shaper(const std::vector<FaceChain>& chains);

inline std::size_t chain_index(Style style) {
  return std::size_t{style.family} * 4 + (style.bold ? 2 : 0) + (style.italic ? 1 : 0);
}

}  // namespace svodka::fonts
