#include "pdf/text_showing.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <span>
#include <string_view>

#include "base/utf8.hpp"
#include "pdf/syntax.hpp"

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
  TextArray(std::string& out, const layout::PlacedText& text, DocumentFont& font)
      : out_(out),
        text_(text),
        font_(font),
        scale_(1000 / text.size),
        tracking_(static_cast<double>(ten_thousandths(static_cast<double>(text.tracking))) / 10'000 *
                  scale_) {
    put('[');
  }

  void show(const layout::PlacedGlyph& glyph, char32_t code) { show(glyph, font_.use(glyph.id, code)); }
  void show(const layout::PlacedGlyph& glyph, std::string_view meaning) {
    const char32_t code = single_code_point(meaning);
    show(glyph, code != 0 ? font_.use(glyph.id, code) : font_.use(glyph.id, meaning));
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
  void show(const layout::PlacedGlyph& glyph, const Code& code) {
    if (end_ > buffer_ + kBuffer - kMostForGlyph) flush();
    if (!text_.rises.empty()) raise_to(glyph);
    const double ahead = pen_ - static_cast<double>(glyph.x) * scale_;
    if (ahead > kTolerance || ahead < -kTolerance) adjust(ahead);
    if (!in_string_) put('(');
    in_string_ = true;
    std::memcpy(end_, code.bytes, sizeof code.bytes);
    end_ += code.size;
    pen_ += code.width + tracking_;
  }

  void adjust(double ahead) {
    const long adjustment = rounded(ahead);
    end_string();
    end_ = std::to_chars(end_, buffer_ + kBuffer, adjustment).ptr;
    pen_ -= static_cast<double>(adjustment);
  }

  void raise_to(const layout::PlacedGlyph& glyph) {
    const auto index = static_cast<std::size_t>(&glyph - text_.glyphs.data());
    const long long rise = hundredths(static_cast<double>(text_.rises[index]));
    if (rise == rise_) return;
    end_array();
    flush();
    append_hundredths(out_, rise);
    out_ += " Ts[";
    rise_ = rise;
  }

  void end_string() {
    if (in_string_) put(')');
    in_string_ = false;
  }

  void end_array() {
    end_string();
    for (const char byte : {']', 'T', 'J', '\n'}) put(byte);
  }

  void put(char byte) { *end_++ = byte; }

  void flush() {
    out_.append(buffer_, end_);
    end_ = buffer_;
  }

  std::string& out_;
  const layout::PlacedText& text_;
  DocumentFont& font_;
  double scale_;        // points to thousandths of an em
  double tracking_;     // as the file states it, thousandths of an em
  double pen_ = 0;      // where the viewer is, from the start of the text
  long long rise_ = 0;  // hundredths of a point
  bool in_string_ = false;

  // What has not yet gone to `out_`: nearly all that a page holds passes here, byte by byte.
  static constexpr std::size_t kBuffer = 512;
  static constexpr std::size_t kMostForGlyph = 64;
  char buffer_[kBuffer];
  char* end_ = buffer_;
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

}  // namespace

void show_text(std::string& out, const layout::PlacedText& text, DocumentFont& font) {
  TextArray array(out, text, font);
  const std::string_view source = text.text;
  const Glyphs all = text.glyphs;
  const Glyphs glyphs = text.soft_hyphen ? all.first(all.size() - 1) : all;
  std::size_t begin = 0;
  for (std::size_t first = 0, last = 0; first < glyphs.size(); first = last) {
    while (last < glyphs.size() && glyphs[last].cluster == glyphs[first].cluster) ++last;
    const std::size_t end = last == glyphs.size()
                                ? source.size()
                                : std::clamp<std::size_t>(glyphs[last].cluster, begin, source.size());
    const std::string_view meaning = source.substr(begin, end - begin);
    const char32_t only = last - first == 1 && !meaning.empty() ? single_code_point(meaning) : 0;
    if (only != 0) {  // nearly always
      array.show(glyphs[first], only);
    } else {
      show_cluster(array, glyphs.subspan(first, last - first), meaning);
    }
    begin = end;
  }
  if (text.soft_hyphen) array.show(all.back(), char32_t{0xAD});
  array.finish();
}

}  // namespace svodka::pdf
