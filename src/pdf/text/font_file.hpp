#pragma once
// A face as it is embedded: Type0 with Identity-H and a CIDFontType2 descendant (ISO 32000-1, 9.7).

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fonts/fonts.hpp"
#include "pdf/objects/compressor.hpp"
#include "pdf/objects/objects.hpp"

namespace svodka::pdf {

using Cid = std::uint16_t;

// What a CID shows and what it means: two texts drawn with one glyph (a space and a no-break space) are two
// characters, so that extraction gives back the source.
struct Character {
  Cid cid = 0;
  std::uint32_t glyph = 0;
  std::string text;  // UTF-8, not empty
};

// The width of a glyph as W states it: thousandths of an em.
int width_of(const fonts::Face& face, std::uint32_t glyph);

// Everything of an embedded font that takes time to make.
struct FontFile {
  std::string name;              // "ABCDEF+LiberationSerif"
  std::string program;           // TrueType, compressed
  std::size_t program_size = 0;  // before compression
  std::string widths;            // W
  std::string glyphs;            // CIDToGIDMap, compressed
  std::string to_unicode;        // compressed
};

// `characters` in the order of their CIDs.
FontFile make_font_file(const fonts::Face& face, const std::vector<Character>& characters,
                        Compressor& compressor);

// The number of the Type0 font.
Number add_font(Objects& objects, const fonts::Face& face, const FontFile& file);

}  // namespace svodka::pdf
