#include "pdf/text/text_showing.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <functional>
#include <span>
#include <string_view>

#include "base/utf8.hpp"
#include "pdf/objects/syntax.hpp"

namespace svodka::pdf {

namespace {

using Glyphs = std::span<const layout::PlacedGlyph>;

// Thousandths of an em: 0.03 pt at 14 pt. Less is left to the next adjustment.
constexpr double kTolerance = 2;

long rounded(double value) { return static_cast<long>(value < 0 ? value - 0.5 : value + 0.5); }

// The only code point of the text, or 0 when it has several.
char32_t single_code_point(std::string_view text) {
  std::size_t at = 0;
  const char32_t code = base::next_code_point(text, at);
  return at == text.size() ? code : 0;
}

class TextArray {
 public:
  TextArray(std::string& out, const layout::ShownText& text, DocumentFont& font)
      : out_(out),
        shown_(text),
        font_(font),
        scale_(1000 / text.size),
        tracking_(static_cast<double>(ten_thousandths(static_cast<double>(text.tracking))) / 10'000 *
                  scale_) {
    *pen_.end++ = '[';
  }

  void show(const layout::PlacedGlyph& glyph, char32_t code) { show(glyph, font_.use(glyph.id, code)); }
  void show(const layout::PlacedGlyph& glyph, std::string_view meaning) {
    const char32_t code = single_code_point(meaning);
    show(glyph, code != 0 ? font_.use(glyph.id, code) : font_.use(glyph.id, meaning));
  }

  // From `first` on, as long as each glyph stands for one character of its own: nearly all of every text. The
  // index of the first that does not, or their number; its text begins at `begin`.
  std::size_t show_single(Glyphs glyphs, std::size_t first, std::size_t& begin) {
    if (!shown_.rises.empty()) return first;
    const std::string_view source = shown_.text;
    Pen pen = pen_;  // a local: the bytes written could be members, for all the compiler knows
    std::size_t i = first;
    for (; i < glyphs.size(); ++i) {
      const std::size_t next = i + 1 < glyphs.size() ? glyphs[i + 1].cluster : source.size();
      if (begin != glyphs[i].cluster || next <= begin || next > source.size()) break;
      std::size_t at = begin;
      const char32_t character = base::next_code_point(source.substr(0, next), at);
      if (at != next || character == 0) break;
      put(glyphs[i], font_.use(glyphs[i].id, character), pen);
      begin = next;
    }
    pen_ = pen;
    return i;
  }

  // Glyphs that together mean `meaning`, more of them than it has characters.
  void show_together(Glyphs glyphs, std::string_view meaning) {
    end_array();
    flush();
    out_ += "/Span<</ActualText<FEFF";
    append_utf16_hex(out_, meaning);
    out_ += ">>>BDC[";
    for (const auto& glyph : glyphs) show(glyph, meaning);
    end_array();
    flush();
    out_ += "EMC[";
  }

  void finish() {
    end_array();
    flush();
    if (rise_ != 0) out_ += "0 Ts\n";
  }

 private:
  // What was written, and where the viewer is.
  struct Pen {
    char* end;  // in buffer_
    double x;   // thousandths of an em from the start of the text
    bool in_string;
  };

  void show(const layout::PlacedGlyph& glyph, const Code& code) {
    if (!shown_.rises.empty()) raise_to(glyph);
    put(glyph, code, pen_);
  }

  [[gnu::always_inline]] void put(const layout::PlacedGlyph& glyph, const Code& code, Pen& pen) {
    if (pen.end > buffer_ + kBuffer - kMostForGlyph) pen.end = flushed(pen.end);
    const double ahead = pen.x - static_cast<double>(glyph.x) * scale_;
    if (ahead > kTolerance || ahead < -kTolerance) {
      const long adjustment = rounded(ahead);
      end_string(pen);
      pen.end = std::to_chars(pen.end, buffer_ + kBuffer, adjustment).ptr;
      pen.x -= static_cast<double>(adjustment);
    }
    if (!pen.in_string) *pen.end++ = '(';
    pen.in_string = true;
    std::memcpy(pen.end, code.bytes, sizeof code.bytes);
    pen.end += code.size;
    pen.x += code.width + tracking_;
  }

  void raise_to(const layout::PlacedGlyph& glyph) {
    const auto index = static_cast<std::size_t>(&glyph - shown_.glyphs.data());
    const long long rise = hundredths(static_cast<double>(shown_.rises[index]));
    if (rise == rise_) return;
    end_array();
    flush();
    append_hundredths(out_, rise);
    out_ += " Ts[";
    rise_ = rise;
  }

  static void end_string(Pen& pen) {
    if (pen.in_string) *pen.end++ = ')';
    pen.in_string = false;
  }

  void end_array() {
    end_string(pen_);
    for (const char byte : {']', 'T', 'J', '\n'}) *pen_.end++ = byte;
  }

  void flush() { pen_.end = flushed(pen_.end); }
  char* flushed(const char* end) {
    out_.append(buffer_, static_cast<std::size_t>(end - buffer_));
    return buffer_;
  }

  std::string& out_;
  const layout::ShownText& shown_;
  DocumentFont& font_;
  double scale_;        // points to thousandths of an em
  double tracking_;     // as the file states it, thousandths of an em
  long long rise_ = 0;  // hundredths of a point
  // What has not yet gone to `out_`: nearly all that a page holds passes here, byte by byte.
  static constexpr std::size_t kBuffer = 512;
  static constexpr std::size_t kMostForGlyph = 64;
  char buffer_[kBuffer];
  Pen pen_{buffer_, 0, false};
};

// The glyphs of one cluster and the source text they stand for.
void show_cluster(TextArray& array, Glyphs glyphs, std::string_view meaning) {
  if (meaning.empty()) {  // no source: damaged clusters
    for (const auto& glyph : glyphs) array.show(glyph, char32_t{0xFFFD});
  } else if (glyphs.size() == 1) {
    array.show(glyphs.front(), meaning);
  } else if (base::count_code_points(meaning) < glyphs.size()) {
    array.show_together(glyphs, meaning);
  } else {  // a base and its marks
    std::size_t at = 0;
    for (const auto& glyph : glyphs.first(glyphs.size() - 1)) {
      array.show(glyph, base::next_code_point(meaning, at));
    }
    array.show(glyphs.back(), meaning.substr(at));
  }
}

void show_text(std::string& out, const layout::ShownText& text, DocumentFont& font) {
  TextArray array(out, text, font);
  const std::string_view source = text.text;
  const Glyphs all = text.glyphs;
  const Glyphs glyphs = text.soft_hyphen ? all.first(all.size() - 1) : all;
  std::size_t begin = 0;
  for (std::size_t first = 0;;) {
    first = array.show_single(glyphs, first, begin);
    if (first == glyphs.size()) break;
    auto last = first;
    while (last < glyphs.size() && glyphs[last].cluster == glyphs[first].cluster) ++last;
    const std::size_t end = last == glyphs.size()
                                ? source.size()
                                : std::clamp<std::size_t>(glyphs[last].cluster, begin, source.size());
    show_cluster(array, glyphs.subspan(first, last - first), source.substr(begin, end - begin));
    begin = end;
    first = last;
  }
  if (text.soft_hyphen) array.show(all.back(), char32_t{0xAD});
  array.finish();
}

}  // namespace

void TextShowing::show(std::string& out, const layout::ShownText& text, DocumentFont& font) {
  Known& known = known_[std::hash<const layout::ShownText*>{}(&text) % kMost];
  if (known.text == &text) {
    out += known.operators;
    return;
  }
  const std::size_t begin = out.size();
  show_text(out, text, font);
  known.text = &text;
  known.operators.assign(out, begin);
}

}  // namespace svodka::pdf
