#include "xlsx/measure.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace svodka::xlsx {

namespace {

constexpr Points kPixel = 0.75;  // rows stand on whole pixels of 1/96 inch

// The part of a line that may be filled: Excel draws on the screen with letters of whole pixels (14 pt
// is 18.67 pixels and drawn with 19), and a line or two of text may yet be a trifle wider.
double fill(Points size) {
  const double pixels = size / kPixel;
  return std::min(1.0, pixels / std::max(std::round(pixels), 1.0)) * 0.985;
}

bool hangs(char32_t c) { return c == ' ' || c == '\t' || c == '\n'; }

// Fills lines greedily; a word longer than a line breaks anywhere, as spreadsheets break it.
class LineFiller {
 public:
  LineFiller(std::vector<std::size_t>& starts, double room) : starts_(starts), room_(room) {}

  void may_break(const text::Break& at) {
    if (at.mandatory) return begin_line(at.offset, 0);
    last_break_ = at.offset;
    pen_at_break_ = pen_;
  }

  void add(std::size_t at, double advance, bool hanging) {
    if (!hanging && is_full(at, advance)) {
      if (last_break_ > starts_.back()) begin_line(last_break_, pen_ - pen_at_break_);
      if (is_full(at, advance)) begin_line(at, 0);
    }
    pen_ += advance;
  }

 private:
  bool is_full(std::size_t at, double advance) const { return pen_ + advance > room_ && at > starts_.back(); }
  void begin_line(std::size_t at, double filled) {
    starts_.push_back(at);
    pen_ = filled;
    last_break_ = 0;
  }

  std::vector<std::size_t>& starts_;
  double room_;  // em
  double pen_ = 0, pen_at_break_ = 0;
  std::size_t last_break_ = 0;  // 0: none in this line
};

}  // namespace

float Measure::advance(char32_t c, fonts::Style style) {
  constexpr std::size_t kTable = 0x2200;  // up to «№», arrows and mathematical operators
  auto& table = advances_[style];
  if (table.empty()) table.assign(kTable, -1.0F);
  if (c < kTable && table[c] >= 0) return table[c];
  std::string text;
  base::append_utf8(text, c);
  const auto width = c == '\n' ? 0.0F : static_cast<float>(shaper_.width(text, style));
  if (c < kTable) table[c] = width;
  return width;
}

Points Measure::width(std::string_view text, const TextLook& look) {
  double widest = 0, line = 0;
  const auto style = look.style();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    line = c == '\n' ? 0 : line + advance(c, style);
    widest = std::max(widest, line);
  }
  return widest * look.size;
}

Points Measure::longest_word(std::string_view text, const TextLook& look) {
  double widest = 0, word = 0;
  const auto style = look.style();
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    word = hangs(c) ? 0 : word + advance(c, style);
    widest = std::max(widest, word);
  }
  return widest * look.size;
}

Points Measure::pitch(const TextLook& look) {
  // 1.14 times the font's line gives Excel's own rows: Times 10, 11, 12, 14 pt → 13.5, 15, 15.75, 18.75 pt.
  const auto line = std::max(shaper_.metrics(look.style()).height, 1.15) * look.size * 1.14;
  return std::ceil(line / kPixel - 0.02) * kPixel;
}

const std::vector<std::size_t>& Measure::lines(const StyledText& text, const TextLook& look, Points width) {
  wrap(text.text, text.stretches, look, width);
  return starts_;
}

std::size_t Measure::count_lines(std::string_view text, const TextLook& look, Points width) {
  if (fits_one_line(text, look, width)) return 1;
  wrap(text, {}, look, width);
  return starts_.size();
}

bool Measure::fits_one_line(std::string_view text, const TextLook& look, Points width) {
  const double room = width * fill(look.size) / look.size;
  const auto style = look.style();
  double pen = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (c == '\n') return false;
    pen += advance(c, style);
    if (pen > room) return false;
  }
  return true;
}

void Measure::wrap(std::string_view text, const std::vector<Stretch>& stretches, const TextLook& look,
                   Points width) {
  starts_.assign(1, 0);
  breaker_.find(text, breaks_);
  LineFiller filler(starts_, std::max(width * fill(look.size) / look.size, 0.5));
  auto next_break = breaks_.begin();
  auto stretch = stretches.begin();
  auto style = look.style();
  for (std::size_t at = 0; at < text.size();) {
    const auto here = at;
    const char32_t c = base::next_code_point(text, at);
    while (stretch != stretches.end() && stretch->end <= here) ++stretch;
    if (stretch != stretches.end()) {
      style.bold = look.bold || stretch->bold;
      style.italic = look.italic || stretch->italic;
    }
    while (next_break != breaks_.end() && next_break->offset < here) ++next_break;
    if (next_break != breaks_.end() && next_break->offset == here) filler.may_break(*next_break);
    filler.add(here, advance(c, style), hangs(c));
  }
}

}  // namespace svodka::xlsx
