#pragma once
// One piece of text as a TJ array.

#include <string>

#include "layout/pages.hpp"
#include "pdf/document_font.hpp"

namespace svodka::pdf {

// Appends the operators that show the glyphs from the current text position: glyphs go where layout placed
// them, whatever the rounded widths of the file add up to. The text's tracking is the current one (Tc).
void show_text(std::string& out, const layout::PlacedText& text, DocumentFont& font);

}  // namespace svodka::pdf
