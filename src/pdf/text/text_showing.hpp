#pragma once
// One piece of text as a TJ array.

#include <cstddef>
#include <string>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/text/document_font.hpp"

namespace svodka::pdf {

// The texts of one document, whose places share what they show: the operators of one that comes again are
// there.
class TextShowing {
 public:
  // Appends the operators that show the glyphs from the current text position: glyphs go where layout placed
  // them, whatever the rounded widths of the file add up to. The text's tracking is the current one (Tc). Of
  // the document's texts none may take the memory of another.
  void show(std::string& out, const layout::ShownText& text, DocumentFont& font);

 private:
  struct Known {
    const layout::ShownText* text = nullptr;
    std::string operators;
  };
  static constexpr std::size_t kMost = 2039;  // a prime: a text takes the place of one with the same rest
  std::vector<Known> known_ = std::vector<Known>(kMost);
};

}  // namespace svodka::pdf
