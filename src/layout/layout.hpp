#pragma once
// Document → pages.

#include <functional>
#include <string>

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "layout/pages.hpp"
#include "text/breaks.hpp"

namespace svodka::layout {

class ParagraphCache;

// What a worker keeps between documents. Not for two threads at once.
struct Tools {
  fonts::Shaper& shaper;
  text::LineBreaker& breaker;
  text::WordHyphens* hyphens = nullptr;  // null: no hyphenation
  ParagraphCache* paragraphs = nullptr;  // null: every paragraph is set anew
  // Where a character of the document comes from («field 'name' of query 'people', row 3»), asked only for
  // messages; empty: nobody knows.
  std::function<std::string(char32_t)> origin{};
};

Pages paginate(const document::Document& document, const document::Theme& theme, Tools tools,
               base::Diagnostics& diagnostics);

}  // namespace svodka::layout
