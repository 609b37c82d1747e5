#include "fonts/harfbuzz/shaper.hpp"

#include <algorithm>
#include <span>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace svodka::fonts {

namespace {

struct Character {
  char32_t code = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t drawn = 0;  // what is shaped in its place; 0 for nothing
  const FileFace* face = nullptr;
};

constexpr char32_t kReplacement = 0xFFFD;  // PDF/A forbids .notdef (ISO 19005-2, 6.2.11.8)

// No-break space and tab are spaces.
char32_t drawn_as(char32_t c) { return c == 0x00A0 || c == U'\t' ? U' ' : c; }

std::vector<Character> characters(std::string_view text) {
  std::vector<Character> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto code = base::next_code_point(text, at);
    out.push_back({code, begin, at, drawn_as(code), nullptr});
  }
  return out;
}

constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_mark(char32_t c) {
  const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool is_emoji_modifier(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

// Characters that HarfBuzz draws as nothing.
bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

bool has(const FileFace& face, char32_t c) {
  constexpr char32_t hyphen = 0x2010;
  constexpr char32_t no_break_hyphen = 0x2011;  // HarfBuzz draws it as a hyphen
  return is_invisible(c) || face.glyph_of(drawn_as(c)) != 0 ||
         (c == no_break_hyphen && face.glyph_of(hyphen) != 0);
}

// The end of the grapheme cluster that begins at `begin`: a base with its marks and what is joined to it.
std::size_t cluster_end(const std::vector<Character>& text, std::size_t begin) {
  auto end = begin + 1;
  while (end < text.size()) {
    const auto c = text[end].code;
    const bool joined = text[end - 1].code == kZeroWidthJoiner;
    if (!joined && !is_mark(c) && c != kZeroWidthJoiner && !is_emoji_modifier(c)) break;
    ++end;
  }
  return end;
}

const FileFace* first_with(const FaceChain& faces, char32_t c) {
  const auto found = std::ranges::find_if(faces, [&](const auto* face) { return has(*face, c); });
  return found == faces.end() ? nullptr : *found;
}

// One cluster is drawn by one face: the first that has all of it. A cluster that no face has becomes U+FFFD.
void choose_face(std::span<Character> cluster, const FaceChain& faces, std::vector<char32_t>& missing) {
  const auto whole = std::ranges::find_if(faces, [&](const auto* face) {
    return std::ranges::all_of(cluster, [&](const Character& c) { return has(*face, c.code); });
  });
  const auto* face = whole == faces.end() ? nullptr : *whole;
  if (face == nullptr) {
    for (auto& c : cluster) {
      if (first_with(faces, c.code) == nullptr) missing.push_back(c.code);
      c.drawn = 0;
    }
    face = first_with(faces, kReplacement);
    cluster.front().drawn = face != nullptr ? kReplacement : U'?';
    if (face == nullptr) face = faces.front();
  }
  for (auto& c : cluster) c.face = face;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

class HarfBuzzShaper final : public Shaper {
 public:
  explicit HarfBuzzShaper(const std::vector<FaceChain>& chains)
      : chains_(chains), buffer_(hb_buffer_create()), words_(chains.size()) {
    if (!hb_buffer_allocation_successful(buffer_.get())) throw base::Error("out of memory for shaping");
  }

  const ShapedText& shape(std::string_view text, Style style) override {
    auto& words = words_.at(chain_index(style));
    if (const auto known = words.find(text); known != words.end()) return known->second;
    return words.emplace(std::string(text), shape_anew(text, chain(style))).first->second;
  }

  std::size_t trim() override {
    std::size_t known = 0;
    for (const auto& words : words_) known += words.size();
    if (known <= kMostWords) return known;
    for (auto& words : words_) words.clear();
    return 0;
  }

  LineMetrics metrics(Style style) override {
    const auto& face = *chain(style).front();
    return {face.ascent(), -face.descent(), face.ascent() - face.descent() + face.line_gap()};
  }

 private:
  const FaceChain& chain(Style style) const { return chains_.at(chain_index(style)); }

  ShapedText shape_anew(std::string_view text, const FaceChain& faces) {
    auto letters = characters(text);
    const std::span all(letters);
    ShapedText shaped;
    for (std::size_t begin = 0; begin < letters.size();) {
      const auto end = cluster_end(letters, begin);
      choose_face(all.subspan(begin, end - begin), faces, shaped.missing);
      begin = end;
    }
    for (std::size_t begin = 0; begin < letters.size();) {
      auto end = begin + 1;
      while (end < letters.size() && letters[end].face == letters[begin].face) ++end;
      shaped.runs.push_back(shape_run(all.subspan(begin, end - begin), shaped.width));
      begin = end;
    }
    return shaped;
  }

  // Adds the run's width to `width`.
  GlyphRun shape_run(std::span<const Character> letters, double& width) {
    const auto& face = *letters.front().face;
    auto* buffer = buffer_.get();
    hb_buffer_clear_contents(buffer);
    for (const auto& letter : letters) {
      if (letter.drawn != 0) hb_buffer_add(buffer, letter.drawn, static_cast<unsigned>(letter.begin));
    }
    hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_CYRILLIC);
    hb_buffer_set_language(buffer, language_);
    hb_shape(face.harfbuzz_font(), buffer, features_.data(), features_.size());
    if (!hb_buffer_allocation_successful(buffer)) throw base::Error("out of memory for shaping");
    GlyphRun run{&face, letters.front().begin, letters.back().end, {}};
    width += take_glyphs(face, run.glyphs);
    return run;
  }

  double take_glyphs(const FileFace& face, std::vector<Glyph>& glyphs) {
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(buffer_.get(), &count);
    const auto* positions = hb_buffer_get_glyph_positions(buffer_.get(), &count);
    const auto em = [&](hb_position_t units) { return static_cast<float>(face.em(units)); };
    double width = 0;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
      const auto& place = positions[i];
      glyphs.push_back({infos[i].codepoint, infos[i].cluster, em(place.x_advance), em(place.x_offset),
                        em(place.y_offset)});
      width += face.em(place.x_advance);
    }
    return width;
  }

  const std::vector<FaceChain>& chains_;
  BufferPtr buffer_;
  std::vector<std::unordered_map<std::string, ShapedText, TextHash, std::equal_to<>>> words_;
  hb_language_t language_ = hb_language_from_string("ru", -1);
  // A ligature would join letters across the place of a hyphen and blur copied text.
  std::array<hb_feature_t, 2> features_{
      hb_feature_t{HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
      hb_feature_t{HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}};
};

}  // namespace

std::unique_ptr<Shaper> make_harfbuzz_shaper(const std::vector<FaceChain>& chains) {
  return std::make_unique<HarfBuzzShaper>(chains);
}

}  // namespace svodka::fonts
