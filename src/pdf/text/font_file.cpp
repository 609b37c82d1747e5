#include "pdf/text/font_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace svodka::pdf {

namespace {

constexpr std::size_t kBlock = 100;  // entries of one beginbfrange (Adobe Technical Note 5014)

// Six letters that differ when the subset differs.
std::string subset_tag(const std::vector<Character>& characters) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  const auto mix = [&](std::uint64_t value) { hash = (hash ^ value) * 1099511628211U; };
  for (const Character& character : characters) {
    mix(character.cid);
    mix(character.glyph);
    for (const char byte : character.text) mix(static_cast<unsigned char>(byte));
  }
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

// W: runs of consecutive CIDs, "1[250 333]7[500]".
std::string widths_of(const fonts::Face& face, const std::vector<Character>& characters) {
  std::string out = "[";
  int previous = -2;
  for (const Character& character : characters) {
    if (character.cid == previous + 1) {
      out += ' ';
    } else {
      if (previous >= 0) out += ']';
      append_integer(out, character.cid);
      out += '[';
    }
    append_integer(out, width_of(face, character.glyph));
    previous = character.cid;
  }
  return out += characters.empty() ? "]" : "]]";
}

std::string glyph_map_of(const std::vector<Character>& characters,
                         const std::vector<std::uint32_t>& new_glyph) {
  std::string out(characters.empty() ? 2 : 2 * (std::size_t{characters.back().cid} + 1), '\0');
  for (std::size_t i = 0; i < characters.size(); ++i) {
    out[2 * std::size_t{characters[i].cid}] = static_cast<char>(new_glyph[i] >> 8U);
    out[2 * std::size_t{characters[i].cid} + 1] = static_cast<char>(new_glyph[i] & 0xFFU);
  }
  return out;
}

// A run of CIDs whose texts are code points that count on with them.
struct Range {
  const Character* first;
  Cid last;
  char32_t next = 0;  // the code point that would go on; 0 when none can
};

// The code point of a text in the Basic Multilingual Plane, 0 for any other text.
char32_t basic_code_point(const std::string& text) {
  std::size_t at = 0;
  const char32_t code = base::next_code_point(text, at);
  return at == text.size() && code < 0x10000 ? code : 0;
}

// Neither side of a range may go beyond its last byte (Adobe Technical Note 5014).
bool goes_on(const Range& range, const Character& character, char32_t code) {
  return range.next != 0 && code == range.next && character.cid == range.last + 1 && (code & 0xFFU) != 0 &&
         (character.cid & 0xFFU) != 0;
}

std::vector<Range> ranges_of(const std::vector<Character>& characters) {
  std::vector<Range> out;
  for (const Character& character : characters) {
    const char32_t code = basic_code_point(character.text);
    if (out.empty() || !goes_on(out.back(), character, code)) out.push_back({&character, character.cid});
    out.back().last = character.cid;
    out.back().next = code == 0 ? 0 : code + 1;
  }
  return out;
}

std::string to_unicode_of(const std::vector<Character>& characters) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  const std::vector<Range> ranges = ranges_of(characters);
  for (std::size_t first = 0; first < ranges.size(); first += kBlock) {
    const std::size_t count = std::min(kBlock, ranges.size() - first);
    out += fmt::format("{} beginbfrange\n", count);
    for (std::size_t i = first; i < first + count; ++i) {
      out += fmt::format("<{:04X}> <{:04X}> <", ranges[i].first->cid, ranges[i].last);
      append_utf16_hex(out, ranges[i].first->text);
      out += ">\n";
    }
    out += "endbfrange\n";
  }
  return out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

int thousandths(double em) { return static_cast<int>(std::lround(em * 1000)); }

Number add_descriptor(Objects& objects, const fonts::Face& face, const FontFile& file) {
  const Number program =
      objects.add_stream({{"Length1", fmt::format("{}", file.program_size)}}, file.program, Filter::flate);
  constexpr int symbolic = 1 << 2;  // ISO 32000-1, table 123
  constexpr int italic = 1 << 6;
  const fonts::Face::Box box = face.bounds();
  return objects.add(fmt::format(
      "<</Type/FontDescriptor/FontName{}/Flags {}/FontBBox[{} {} {} {}]/ItalicAngle {}/Ascent {}/Descent {}"
      "/CapHeight {}/XHeight {}/StemV {}/FontFile2 {} 0 R>>",
      name(file.name), symbolic | (face.italic() ? italic : 0), thousandths(box.left),
      thousandths(box.bottom), thousandths(box.right), thousandths(box.top), std::lround(face.italic_angle()),
      thousandths(face.ascent()), thousandths(face.descent()), thousandths(face.cap_height()),
      thousandths(face.x_height()), face.bold() ? 140 : 80, program));
}

}  // namespace

int width_of(const fonts::Face& face, std::uint32_t glyph) { return thousandths(face.advance(glyph)); }

FontFile make_font_file(const fonts::Face& face, const std::vector<Character>& characters,
                        Compressor& compressor) {
  std::vector<std::uint32_t> glyphs;
  glyphs.reserve(characters.size());
  for (const Character& character : characters) glyphs.push_back(character.glyph);
  const fonts::Subset subset = fonts::subset(face, glyphs);
  FontFile file;
  file.name = subset_tag(characters) + '+' + std::string(face.postscript_name());
  file.program = compressor.zlib(subset.bytes);
  file.program_size = subset.bytes.size();
  file.widths = widths_of(face, characters);
  file.glyphs = compressor.zlib(glyph_map_of(characters, subset.new_glyph));
  file.to_unicode = compressor.zlib(to_unicode_of(characters));
  return file;
}

Number add_font(Objects& objects, const fonts::Face& face, const FontFile& file) {
  const Number descriptor = add_descriptor(objects, face, file);
  const Number glyphs = objects.add_stream({}, file.glyphs, Filter::flate);
  const Number to_unicode = objects.add_stream({}, file.to_unicode, Filter::flate);
  const std::string base = name(file.name);
  const Number descendant = objects.add(fmt::format(
      "<</Type/Font/Subtype/CIDFontType2/BaseFont{}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
      "/Supplement 0>>/FontDescriptor {} 0 R/DW {}/W{}/CIDToGIDMap {} 0 R>>",
      base, descriptor, width_of(face, 0), file.widths, glyphs));
  return objects.add(
      fmt::format("<</Type/Font/Subtype/Type0/BaseFont{}/Encoding/Identity-H/DescendantFonts[{} 0 R]"
                  "/ToUnicode {} 0 R>>",
                  base, descendant, to_unicode));
}

}  // namespace svodka::pdf
