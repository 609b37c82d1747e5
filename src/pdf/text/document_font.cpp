#include "pdf/text/document_font.hpp"

#include <cstddef>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace svodka::pdf {

namespace {

constexpr char32_t kSoftHyphen = 0xAD;

// Below this many characters a subset of its own is quick to make and smaller than the repertoire.
constexpr std::size_t kFewCharacters = 40;

// Whether ToUnicode may hold it: PDF/A-2 (ISO 19005-2, 6.2.11.7.2–3) forbids 0, U+FEFF and U+FFFE, and wants
// ActualText for private use.
bool is_extractable(char32_t code) {
  if (code == 0 || code == 0xFEFF || (code & 0xFFFEU) == 0xFFFE) return false;
  return !((code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000);
}

char32_t extractable(char32_t code) { return is_extractable(code) ? code : 0xFFFD; }

std::string utf8_of(char32_t code) {
  std::string out;
  base::append_utf8(out, code);
  return out;
}

bool is_digit(const Character& character) {
  return character.text.size() == 1 && character.text.front() >= '0' && character.text.front() <= '9';
}

}  // namespace

Code code_of(Cid cid, int width) {
  Code code{cid, static_cast<std::int16_t>(width)};
  char* end = escape(code.bytes, static_cast<char>(cid >> 8U));
  end = escape(end, static_cast<char>(cid & 0xFFU));
  code.size = static_cast<std::uint8_t>(end - code.bytes);
  return code;
}

Repertoire::Repertoire(const fonts::Face& face) : face_(face), first_(face.glyph_count()) {
  const auto add_range = [&](char32_t from, char32_t to) {
    for (char32_t code = from; code <= to; ++code) add(face.glyph_of(code), code);
  };
  const auto add_each = [&](std::u32string_view codes) {
    for (const char32_t code : codes) add(face.glyph_of(code), code);
  };
  add_range(U' ', U'?');  // punctuation and digits
  add_range(U'А', U'я');
  add_each(U"Ёё«»–—№…§IVXLCDM\u00A0");
  add(face.glyph_of(' '), 0xA0);
  add(face.glyph_of('-'), kSoftHyphen);
  common_ = characters_.size();
  add_range(U'@', U'~');
  add_each(U"„“”‘’°·×−•₽→\u2011");
  for (const char32_t code : {char32_t{0xFFFD}, char32_t{0x25A1}, U'?'}) {
    if (replacement_ == 0) replacement_ = face.glyph_of(code);
  }
}

void Repertoire::add(std::uint32_t glyph, char32_t character) {
  if (glyph == 0 || glyph >= first_.size() || character == 0 || find(glyph, character)) return;
  characters_.push_back({static_cast<Cid>(characters_.size() + 1), glyph, utf8_of(character)});
  const Slot slot{character, code_of(size(), width_of(face_, glyph))};
  if (first_[glyph].code.cid == 0) {
    first_[glyph] = slot;
  } else {
    further_.emplace_back(glyph, slot);
  }
}

const Code* Repertoire::find_further(std::uint32_t glyph, char32_t character) const {
  for (const auto& [further_glyph, slot] : further_) {
    if (further_glyph == glyph && slot.character == character) return &slot.code;
  }
  return nullptr;
}

const FontFile& Repertoire::file(Cid highest, Compressor& compressor) {
  if (highest > common_) {
    if (!whole_file_) whole_file_ = make_font_file(face_, characters_, compressor);
    return *whole_file_;
  }
  if (!common_file_) {
    const std::vector<Character> common(characters_.begin(),
                                        characters_.begin() + static_cast<std::ptrdiff_t>(common_));
    common_file_ = make_font_file(face_, common, compressor);
  }
  return *common_file_;
}

const FontFile& Repertoire::file(const std::vector<Character>& characters, Compressor& compressor) {
  std::string key;
  for (const Character& character : characters) {
    append_integer(key, character.cid);
    append_integer(key += ' ', character.glyph);
    key += ' ' + character.text + '\0';
  }
  constexpr std::size_t most = 64;  // a few hundred kilobytes
  if (own_files_.size() >= most) own_files_.clear();
  const auto [place, is_new] = own_files_.try_emplace(std::move(key));
  if (is_new) place->second = make_font_file(face_, characters, compressor);
  return place->second;
}

const Code& DocumentFont::use_extra(std::uint32_t glyph, char32_t character) {
  Cid& known = extra_of_character_[std::uint64_t{glyph} << 32U | character];
  if (known == 0) known = add_extra(glyph, utf8_of(extractable(character)));
  return extra(known);
}

const Code& DocumentFont::use(std::uint32_t glyph, std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    base::append_utf8(clean, extractable(base::next_code_point(text, at)));
  }
  const auto [place, is_new] = extra_of_text_.try_emplace({glyph, clean}, Cid{0});
  if (is_new) place->second = add_extra(glyph, clean);
  return extra(place->second);
}

Cid DocumentFont::add_extra(std::uint32_t glyph, std::string text) {
  const std::size_t cid = std::size_t{repertoire_.size()} + extra_.size() + 1;
  if (cid > 0xFFFF) {
    throw base::Error("cannot make the PDF file: more than 65,535 different characters in the face " +
                      std::string(face().postscript_name()));
  }
  const std::uint32_t shown = glyph == 0 || glyph >= face().glyph_count() ? repertoire_.replacement() : glyph;
  extra_.push_back({static_cast<Cid>(cid), shown, std::move(text)});
  extra_codes_.push_back(code_of(static_cast<Cid>(cid), width_of(face(), shown)));
  return static_cast<Cid>(cid);
}

// One digit brings all: documents that differ by their numbers share a file.
std::vector<Character> DocumentFont::used_characters() const {
  bool digits = false;
  for (Cid cid = 1; cid <= repertoire_.size(); ++cid) {
    digits = digits || (used_[cid] != 0 && is_digit(repertoire_.character(cid)));
  }
  std::vector<Character> out;
  for (Cid cid = 1; cid <= repertoire_.size(); ++cid) {
    const Character& character = repertoire_.character(cid);
    if (used_[cid] != 0 || (digits && is_digit(character))) out.push_back(character);
  }
  out.insert(out.end(), extra_.begin(), extra_.end());
  return out;
}

Number DocumentFont::embed(Objects& objects, Compressor& compressor) const {
  const std::vector<Character> used = used_characters();
  const bool own = !extra_.empty() || used.size() <= kFewCharacters;
  if (own) return add_font(objects, face(), repertoire_.file(used, compressor));
  return add_font(objects, face(), repertoire_.file(used.back().cid, compressor));
}

}  // namespace svodka::pdf
