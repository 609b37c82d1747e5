#pragma once
// CIDs. A face numbers the characters of Russian text once a run (its repertoire); a document adds those it
// has beyond them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pdf/text/font_file.hpp"

namespace svodka::pdf {

// How a character stands in a content stream.
struct Code {
  Cid cid = 0;
  std::int16_t width = 0;  // thousandths of an em
  std::uint8_t size = 0;
  char bytes[4]{};  // of the CID inside a literal string
};
Code code_of(Cid cid, int width);

// Immutable but for the embedded files, which are made when they are first asked for.
class Repertoire {
 public:
  explicit Repertoire(const fonts::Face& face);

  const fonts::Face& face() const { return face_; }
  Cid size() const { return static_cast<Cid>(characters_.size()); }  // CIDs 1 … size()
  const Character& character(Cid cid) const { return characters_[cid - 1U]; }
  // What stands for a character that the face does not have: PDF/A forbids showing .notdef.
  std::uint32_t replacement() const { return replacement_; }

  // Null when the pair is not in the repertoire.
  const Code* find(std::uint32_t glyph, char32_t character) const {
    if (glyph < first_.size() && first_[glyph].character == character) return &first_[glyph].code;
    return find_further(glyph, character);
  }

  // A font with the common characters when `highest` is one of them, else with all.
  const FontFile& file(Cid highest, Compressor& compressor);
  // A font with these characters; documents of one report often have the same. Valid until the next call.
  const FontFile& file(const std::vector<Character>& characters, Compressor& compressor);

 private:
  struct Slot {
    char32_t character = 0xFFFFFFFF;
    Code code;
  };
  void add(std::uint32_t glyph, char32_t character);
  const Code* find_further(std::uint32_t glyph, char32_t character) const;

  const fonts::Face& face_;
  std::vector<Character> characters_;
  std::vector<Slot> first_;                              // by glyph
  std::vector<std::pair<std::uint32_t, Slot>> further_;  // second meanings of a glyph
  std::uint32_t replacement_ = 0;
  std::size_t common_ = 0;  // the first so many characters: no Latin letters but those of Roman numerals
  std::optional<FontFile> common_file_, whole_file_;
  std::unordered_map<std::string, FontFile> own_files_;  // by all that a font file depends on
};

// The characters that one document shows in one face.
class DocumentFont {
 public:
  DocumentFont(Repertoire& repertoire, std::string resource)
      : repertoire_(repertoire), resource_(std::move(resource)), used_(repertoire.size() + 1U) {}

  const fonts::Face& face() const { return repertoire_.face(); }
  const std::string& resource() const { return resource_; }  // "F0"

  // Marks the character as used. Valid until the next call. Throws base::Error when the document has more
  // than 65,535 of them.
  const Code& use(std::uint32_t glyph, char32_t character) {
    const Code* const known = repertoire_.find(glyph, character);
    if (!known) return use_extra(glyph, character);
    used_[known->cid] = 1;
    return *known;
  }
  const Code& use(std::uint32_t glyph, std::string_view text);

  // Embeds the repertoire when that holds all that is shown, else a subset of its own. The number of
  // the font object.
  Number embed(Objects& objects, Compressor& compressor) const;

 private:
  const Code& use_extra(std::uint32_t glyph, char32_t character);
  const Code& extra(Cid cid) const { return extra_codes_[cid - repertoire_.size() - 1U]; }
  Cid add_extra(std::uint32_t glyph, std::string text);
  std::vector<Character> used_characters() const;

  Repertoire& repertoire_;
  std::string resource_;
  std::vector<char> used_;  // by CID of the repertoire
  std::vector<Character> extra_;
  std::vector<Code> extra_codes_;
  std::unordered_map<std::uint64_t, Cid> extra_of_character_;
  std::map<std::pair<std::uint32_t, std::string>, Cid> extra_of_text_;
};

}  // namespace svodka::pdf
