#include "xlsx/text/measure.hpp"

#include <algorithm>
#include <cmath>

#include "base/utf8.hpp"

namespace svodka::xlsx {

namespace {

constexpr Points kPixel = 0.75;      // rows stand on whole pixels of 1/96 inch
constexpr Points kSmallPixel = 0.6;  // and of 1/120 on a screen at 125 %

// The part of a line that may be filled: Excel draws on the screen with letters of whole pixels (14 pt
// is 18.67 pixels and drawn with 19), and LibreOffice's screen sets a few texts up to a twentieth wider than
// their font says: at 0.985 one row in 120 lacked a line there, at 0.975 one in 800.
double fill(Points size) {
  const double pixels = size / kPixel;
  return std::min(1.0, pixels / std::max(std::round(pixels), 1.0)) * 0.975;
}

// Em, between the paddings.
double room_in(const TextLook& look, Points width) {
  return std::max(width * fill(look.size) / look.size, 0.5);
}

// What a line takes of a row in Excel: the font's line in whole pixels, and two or three more. It gives the
// rows that files saved by Excel have: of Times 10, 11, 12, 14 pt 12.75, 15, 15.75, 18.75 pt at 100 %, of 11
// pt 13.8 pt at 125 %; other sizes and screens are reckoned alike.
Points pitch_on_screen(double line, Points size, Points pixel) {
  const double letters = std::round(size / pixel);
  return (std::ceil(line * letters - 0.02) + (letters > 18 ? 3 : 2)) * pixel;
}

// Every program breaks after the spaces before these.
bool begins_word(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c >= U'А' && c <= U'я') || c == U'ё' || c == U'Ё' || c == U'«' || c == U'№';
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

Measure::Advances& Measure::advances_of(fonts::Style style) {
  constexpr std::size_t kTable = 0x2200;  // up to «№», arrows and mathematical operators
  auto& known = advances_[style];
  if (known.empty()) known.assign(kTable, -1.0F);
  return known;
}

float Measure::ask_advance(char32_t c, fonts::Style style, Advances& known) {
  std::string text;
  base::append_utf8(text, c);
  const auto width = c == '\n' ? 0.0F : static_cast<float>(shaper_.width(text, style));
  if (c < known.size()) known[c] = width;
  return width;
}

Measure::Extent Measure::extent(std::string_view text, const TextLook& look) {
  double widest_line = 0, line = 0, widest_word = 0, word = 0;
  const auto style = look.style();
  auto& known = advances_of(style);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    const double wide = advance(c, style, known);
    line = c == '\n' ? 0 : line + wide;
    word = hangs(c) ? 0 : word + wide;
    widest_line = std::max(widest_line, line);
    widest_word = std::max(widest_word, word);
  }
  return {widest_line * look.size, widest_word * look.size};
}

Points Measure::pitch(const TextLook& look) {
  const auto line = std::max(shaper_.metrics(look.style()).height, 1.15);
  return std::max(pitch_on_screen(line, look.size, kPixel), pitch_on_screen(line, look.size, kSmallPixel));
}

const std::vector<std::size_t>& Measure::lines(const StyledText& text, const TextLook& look, Points width) {
  wrap(text.text, text.stretches, look, width);
  return starts_;
}

std::size_t Measure::count_lines(std::string_view text, const TextLook& look, Points width) {
  const auto lines = count_at_spaces(text, look, room_in(look, width));
  if (lines > 0) return lines;
  wrap(text, {}, look, width);
  return starts_.size();
}

// The lines of a text that breaks at spaces only: never fewer than there will be, and far quicker found. 0
// when a word is longer than a line.
std::size_t Measure::count_at_spaces(std::string_view text, const TextLook& look, double room) {
  const auto style = look.style();
  auto& known = advances_of(style);
  std::size_t lines = 1;
  double pen = 0, pen_at_break = 0;
  bool can_break = false;  // in this line
  char32_t before = 0;
  bool opened = false;  // by a bracket that keeps what follows
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (before == '\n') {
      ++lines;
      pen = 0;
      can_break = false;
    }
    if (hangs(c)) {
      pen += advance(c, style, known);
      before = c;
      continue;
    }
    if (before == ' ' && !opened && begins_word(c)) {
      pen_at_break = pen;
      can_break = true;
    }
    const double wide = advance(c, style, known);
    if (pen + wide > room && can_break) {
      ++lines;
      pen -= pen_at_break;
      can_break = false;
    }
    if (pen + wide > room) return 0;
    pen += wide;
    before = c;
    opened = c == '(' || c == '[' || c == '{';
  }
  return lines;
}

void Measure::wrap(std::string_view text, const std::vector<Stretch>& stretches, const TextLook& look,
                   Points width) {
  starts_.assign(1, 0);
  breaker_.find(text, breaks_);
  LineFiller filler(starts_, room_in(look, width));
  auto next_break = breaks_.begin();
  auto stretch = stretches.begin();
  auto style = look.style();
  auto* known = &advances_of(style);
  for (std::size_t at = 0; at < text.size();) {
    const auto here = at;
    const char32_t c = base::next_code_point(text, at);
    while (stretch != stretches.end() && stretch->end <= here) ++stretch;
    if (stretch != stretches.end()) {
      style.bold = look.bold || stretch->bold;
      style.italic = look.italic || stretch->italic;
      known = &advances_of(style);
    }
    while (next_break != breaks_.end() && next_break->offset < here) ++next_break;
    if (next_break != breaks_.end() && next_break->offset == here) filler.may_break(*next_break);
    filler.add(here, advance(c, style, *known), hangs(c));
  }
}

}  // namespace svodka::xlsx
