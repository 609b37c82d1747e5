#pragma once
// Document → pages.

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "layout/pages.hpp"
#include "text/breaks.hpp"

namespace svodka::layout {

// What a worker keeps between documents. Not for two threads at once.
struct Tools {
  fonts::Shaper& shaper;
  text::LineBreaker& breaker;
  text::WordHyphens* hyphens = nullptr;  // null: no hyphenation
};

Pages paginate(const document::Document& document, const document::Theme& theme, Tools tools,
               base::Diagnostics& diagnostics);

}  // namespace svodka::layout
