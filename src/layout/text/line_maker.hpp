#pragma once
// One line's words → placed glyphs.

#include <span>
#include <string>
#include <string_view>

#include "layout/text/inline_text.hpp"
#include "layout/text/line_filling.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

class LineMaker {
 public:
  LineMaker(InlineText& text, std::span<const Span> spans, const TextLook& look)
      : text_(text), spans_(spans), look_(look) {}

  // The line after `begin` (its offset and atom; a fresh Opportunity for the first) up to `end`, starting at
  // x.
  Line make(const Opportunity& begin, const Opportunity& end, Points x, const LineFilling& filling);

 private:
  void add(const Atom& atom, std::size_t begin, std::size_t end);
  void add_space(const Atom& atom);
  void add_hyphen();
  bool looks_alike(std::uint16_t a, std::uint16_t b) const;
  PlacedText& text_in(const fonts::Face* face, std::uint16_t span);
  void add_glyph(PlacedText& placed, const fonts::Glyph& glyph, std::size_t cluster);

  InlineText& text_;
  std::span<const Span> spans_;
  const TextLook& look_;
  Line line_;
  ShownText* shown_ = nullptr;  // of the last text of the line
  std::uint16_t span_ = 0;      // of the last text of the line
  std::string_view room_;       // the line's text, until its first PlacedText has room for it
  std::string invisible_;       // text without glyphs before the first glyph
  Points pen_ = 0;
  LineFilling filling_;
};

}  // namespace svodka::layout
