#pragma once
// Styled text → lines of placed glyphs.

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/pages.hpp"
#include "layout/text/inline_text.hpp"
#include "layout/text/line_breaking.hpp"

namespace svodka::layout {

// A paragraph style with its font's measures, in points.
struct TextLook {
  fonts::Style face;
  Points size = 0;
  Colour colour;
  document::Align align = document::Align::left;
  bool hyphenate = false;
  Points line_height = 0;
  Points baseline = 0;  // from the top of a line
};

// Edges of a paragraph, in points from the left edge of the page.
struct Measure {
  Points first_left = 0;
  Points left = 0;
  Points right = 0;
};

// One line: x from the left edge of the page, y from the top of the line; all nodes still artifacts.
struct Line {
  std::vector<PlacedText> texts;
};

struct SetText {
  std::vector<Line> lines;  // none for an empty text
  std::string broken_word;  // a word wider than its line, which had to be broken between letters, or empty
};

// Natural widths of a text, in points.
struct Extent {
  Points widest_word = 0;
  Points widest_line = 0;
};

class Typesetter {
 public:
  Typesetter(Tools tools, base::Diagnostics& diagnostics)
      : tools_(tools), inline_(tools), diagnostics_(diagnostics) {}

  TextLook look_of(const document::ParagraphStyle& style);

  SetText set(std::span<const Span> spans, const TextLook& look, const Measure& measure);
  // Without line breaks; starts at x.
  Line set_line(std::string_view text, const TextLook& look, Points x);
  Extent extent(std::span<const Span> spans, const TextLook& look);
  Points width(std::string_view text, const TextLook& look);

  // Which part of the document is being set, for messages.
  void set_context(std::string context) { context_ = std::move(context); }
  const std::string& context() const { return context_; }

 private:
  bool may_be_known(std::span<const Span> spans) const;
  Extent extent_anew(std::span<const Span> spans, const TextLook& look);
  SetText set_anew(std::span<const Span> spans, const TextLook& look, const Measure& measure);
  void prepare(std::span<const Span> spans, const TextLook& look);
  void report_missing();

  Tools tools_;
  InlineText inline_;
  LineFitter fitter_;
  base::Diagnostics& diagnostics_;
  std::string context_;
  std::set<char32_t> reported_;
  std::vector<std::uint32_t> ends_;
};

// Messages name a part of the section, «table plan», while it lives; nothing of one without an id.
class Naming {
 public:
  Naming(Typesetter& typesetter, const std::string& kind, const std::string& id);
  ~Naming() { typesetter_.set_context(std::move(outer_)); }
  Naming(const Naming&) = delete;
  Naming& operator=(const Naming&) = delete;

 private:
  Typesetter& typesetter_;
  std::string outer_;
};

std::vector<Span> spans_of(const document::Runs& runs);

}  // namespace svodka::layout
