#pragma once
// Faces, shaping and measuring. Lengths are in em (multiply by the size in points). Nothing here knows a
// page.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace svodka::fonts {

// One font file, mapped and made immutable: shared by all threads for the whole run.
class Face {
 public:
  virtual ~Face() = default;
  virtual std::string_view postscript_name() const = 0;
  virtual std::string_view family() const = 0;
  virtual bool bold() const = 0;
  virtual bool italic() const = 0;
  virtual double ascent() const = 0;        // em, positive up (typographic or hhea)
  virtual double descent() const = 0;       // em, negative
  virtual double cap_height() const = 0;    // em
  virtual double x_height() const = 0;      // em
  virtual double italic_angle() const = 0;  // degrees, negative for a right slant
  virtual double underline_position() const = 0;
  virtual double underline_thickness() const = 0;
  struct Box {
    double left, bottom, right, top;
  };
  virtual Box bounds() const = 0;                         // em, of all glyphs
  virtual double advance(std::uint32_t glyph) const = 0;  // em, unkerned
  virtual std::uint32_t glyph_count() const = 0;
  virtual std::uint32_t glyph_of(char32_t code_point) const = 0;  // 0 when missing
  // SHA-256 or another lasting digest of the file, in hexadecimal; computed once.
  virtual std::string_view digest() const = 0;
};

// The TrueType bytes of a subset: glyphs renumbered in the order of their old numbers, parts of composite
// glyphs added (index 0 is always .notdef, in the list or not), without hints, layout and name tables. Same
// glyphs in any order, same bytes. The face comes from a FontSet. Throws base::Error.
struct Subset {
  std::string bytes;
  std::vector<std::uint32_t> new_glyph;  // parallel to the request
};
Subset subset(const Face& face, const std::vector<std::uint32_t>& glyphs);

struct Style {
  std::uint16_t family = 0;  // index into the families the FontSet was opened with
  bool bold = false;
  bool italic = false;
  auto operator<=>(const Style&) const = default;
};

struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  // byte offset in the shaped text; glyphs of one cluster share it
  float advance = 0;          // em, kerning included
  float x_offset = 0;         // em
  float y_offset = 0;         // em, up
};

// Consecutive glyphs of one face.
struct GlyphRun {
  const Face* face = nullptr;  // null only from a test's fake
  std::size_t text_begin = 0;  // bytes
  std::size_t text_end = 0;
  std::vector<Glyph> glyphs;
};

struct ShapedText {
  std::vector<GlyphRun> runs;
  double width = 0;  // em
  // Characters no face has, reported by who asked. Their cluster is drawn as one U+FFFD: PDF/A forbids
  // .notdef.
  std::vector<char32_t> missing;
};

struct LineMetrics {
  double ascent = 0;   // em, positive
  double descent = 0;  // em, positive
  double height = 0;   // em, of a single-spaced line, gap included
};

// Words of all styles together that a Shaper keeps between documents, about 3 MB.
inline constexpr std::size_t kMostWords = 6'144;

// What layout and xlsx measure with. Keeps caches: not for two threads at once. A test uses a fixed-width
// fake.
class Shaper {
 public:
  virtual ~Shaper() = default;
  // Left to right, Russian, kerning on, no ligatures; NBSP (U+00A0) takes the width of a space; U+00AD has no
  // glyph. Falls back per grapheme cluster. The reference stays valid until trim() (words are cached: shape
  // words, not pages).
  virtual const ShapedText& shape(std::string_view text, Style style) = 0;
  virtual LineMetrics metrics(Style style) = 0;
  // Between documents: forgets all words at once when there are more than kMostWords, so that memory does not
  // grow with a run. Returns how many it still knows.
  virtual std::size_t trim() { return 0; }
  double width(std::string_view text, Style style) { return shape(text, style).width; }
};

// Families found through fontconfig, with their fall-back chain. Immutable after construction; shared.
class FontSet {
 public:
  // Each family may name alternatives in order ("Times New Roman, PT Astra Serif, Liberation Serif"); the
  // first that is installed is taken. Falls back through PT Serif, DejaVu Sans. Throws base::Error when none
  // of a family's alternatives is installed, naming them and the Debian package of Liberation.
  explicit FontSet(const std::vector<std::string>& families);
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  const Face& face(Style style) const;
  // Of the files of all faces, fall-backs too, in their order: equal when every text is set the same.
  std::string digest() const;
  std::unique_ptr<Shaper> make_shaper() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::fonts
