#pragma once
// A paragraph's text cut into shaped words and spaces, and the places where its lines may end.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/layout.hpp"
#include "layout/text/line_breaking.hpp"

namespace svodka::layout {

// Text in one face. The views must outlive the paragraph's layout.
struct Span {
  std::string_view text;
  bool bold = false;
  bool italic = false;
  std::string_view href;
};

enum class AtomKind : std::uint8_t {
  word,
  space,        // stretches unless it binds; hangs at a line's end
  fixed_space,  // U+00A0: binds
  line_break,   // U+000A and its like: drawn as a space
};

// A word (or the part of one in one face) or one space.
struct Atom {
  std::uint32_t begin = 0;  // bytes of the paragraph's text
  std::uint32_t end = 0;
  std::uint16_t span = 0;
  AtomKind kind = AtomKind::word;
  bool binds = false;  // a space where no line may end: it keeps its width
  const fonts::ShapedText* shaped = nullptr;
  double start = 0;   // natural width before it, points
  double spaces = 0;  // how much of that is spaces
  double width = 0;   // points
};

class InlineText {
 public:
  explicit InlineText(Tools tools) : tools_(tools) {}

  // Shapes the spans at `size` points over `base` (a span's bold and italic add to it). The text stays valid
  // until the next call.
  void prepare(std::span<const Span> spans, fonts::Style base, double size);

  // Adds the breaks that the hyphenation patterns allow, if there are any.
  void hyphenate();

  // Adds breaks of last resort where nothing else keeps a line within `width`; false: there was no need.
  bool add_last_resorts(double width);

  std::string_view text() const { return text_; }
  const std::vector<Atom>& atoms() const { return atoms_; }
  // Ascending by offset; the last is forced and is the end of the text.
  const std::vector<Opportunity>& opportunities() const { return opportunities_; }
  const std::vector<std::pair<char32_t, std::uint32_t>>& missing() const { return missing_; }  // with offset
  const fonts::ShapedText& hyphen(std::uint16_t span) { return tools_.shaper.shape("-", faces_[span]); }

 private:
  void join(std::span<const Span> spans);
  void cut();
  void add_atom(std::size_t begin, std::size_t end, std::uint16_t span, AtomKind kind, bool binds);
  const fonts::ShapedText& space(std::uint16_t span, std::string_view drawn);
  void add_opportunity(std::size_t offset, BreakKind kind);
  void add_hyphenation(std::size_t index, std::vector<Opportunity>& out);
  void add_inside(const Atom& atom, std::size_t index, std::size_t offset, BreakKind kind,
                  std::vector<Opportunity>& out) const;
  bool is_initial(std::size_t index) const;
  void add_last_resorts_between(const Opportunity& before, const Opportunity& after, double width,
                                std::vector<Opportunity>& out) const;

  Tools tools_;
  double size_ = 0;
  std::string_view text_;
  std::string joined_;
  std::vector<std::size_t> span_ends_;
  std::vector<fonts::Style> faces_;
  std::vector<const fonts::ShapedText*> shaped_spaces_;  // by span, null until asked for
  std::vector<text::Break> breaks_;
  std::vector<Atom> atoms_;
  std::vector<Opportunity> opportunities_;
  std::vector<Opportunity> hyphenated_;  // what they will be
  std::vector<std::pair<char32_t, std::uint32_t>> missing_;
  double width_ = 0;  // of the atoms so far
  double spaces_ = 0;
};

// Natural width of the part of a shaped word before byte `offset` of it, em.
double width_before(const fonts::ShapedText& shaped, std::size_t offset);

}  // namespace svodka::layout
