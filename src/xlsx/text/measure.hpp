#pragma once
// How much room text takes in a spreadsheet cell. Lengths in points.

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "base/units.hpp"
#include "fonts/fonts.hpp"
#include "text/breaks.hpp"
#include "xlsx/text/formats.hpp"
#include "xlsx/text/styled_text.hpp"

namespace svodka::xlsx {

using base::Points;

// Spreadsheet programs add up the advances of single characters, without kerning: so does this. An estimate
// may be a line or two too tall, never too low.
class Measure {
 public:
  Measure(fonts::Shaper& shaper, text::LineBreaker& breaker) : shaper_(shaper), breaker_(breaker) {}

  struct Extent {
    Points line = 0, word = 0;  // the longest
  };
  Extent extent(std::string_view text, const TextLook& look);
  // Of the longest line of the text.
  Points width(std::string_view text, const TextLook& look) { return extent(text, look).line; }
  // The height of one line of a row, as Excel sets it on a screen at 100 % or at 125 %, whichever is more:
  // Times 12 pt gives 15.75 pt, 10 pt gives 13.2 pt.
  Points pitch(const TextLook& look);
  // Byte offsets at which lines begin when `width` is between the cell's paddings; the first is 0.
  // Valid until the next call.
  const std::vector<std::size_t>& lines(const StyledText& text, const TextLook& look, Points width);
  std::size_t count_lines(std::string_view text, const TextLook& look, Points width);

 private:
  // The advances of a style's characters, em, by code point; negative: not asked yet.
  using Advances = std::vector<float>;
  Advances& advances_of(fonts::Style style);
  float advance(char32_t c, fonts::Style style, Advances& known) {
    return c < known.size() && known[c] >= 0 ? known[c] : ask_advance(c, style, known);
  }
  float ask_advance(char32_t c, fonts::Style style, Advances& known);
  std::size_t count_at_spaces(std::string_view text, const TextLook& look, double room);
  void wrap(std::string_view text, const std::vector<Stretch>& stretches, const TextLook& look, Points width);

  fonts::Shaper& shaper_;
  text::LineBreaker& breaker_;
  std::map<fonts::Style, Advances> advances_;
  std::vector<text::Break> breaks_;
  std::vector<std::size_t> starts_;
};

}  // namespace svodka::xlsx
