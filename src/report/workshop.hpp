#pragma once
// What is made once a run (theme, fonts, hyphenation) and what one worker keeps between documents.

#include <functional>
#include <memory>
#include <string>

#include "base/diagnostic.hpp"
#include "document/document.hpp"
#include "fonts/fonts.hpp"
#include "layout/layout.hpp"
#include "layout/text/paragraph_cache.hpp"
#include "pdf/pdf.hpp"
#include "text/breaks.hpp"

namespace svodka::report {

// Immutable, shared by all workers.
class Workshop {
 public:
  // Throws base::Error when a font or the hyphenation patterns are missing.
  explicit Workshop(document::Theme theme);

  const document::Theme& theme() const { return theme_; }
  const fonts::FontSet& fonts() const { return fonts_; }
  const text::Hyphenator& hyphenator() const { return hyphenator_; }

 private:
  document::Theme theme_;
  fonts::FontSet fonts_;
  text::Hyphenator hyphenator_;
};

// A finished file in memory.
struct Rendered {
  std::string bytes;
  std::size_t pages = 0;  // PDF
  std::size_t rows = 0;   // XLSX: rows of all tables
};

// One thread's tools. The workshop must outlive it.
class Worker {
 public:
  explicit Worker(const Workshop& workshop, const pdf::Options& options = {});

  // Who knows where a character comes from: layout::Tools::origin. Empty again: nobody.
  void set_origin(std::function<std::string(char32_t)> origin) { origin_ = std::move(origin); }
  layout::Pages paginate(const document::Document& document, base::Diagnostics& diagnostics);
  std::string write_pdf(layout::Pages pages) { return pdf_.write(std::move(pages)); }
  Rendered render_pdf(const document::Document& document, base::Diagnostics& diagnostics);
  Rendered render_xlsx(const document::Document& document, base::Diagnostics& diagnostics);

 private:
  const Workshop& workshop_;
  std::unique_ptr<fonts::Shaper> shaper_;
  text::LineBreaker breaker_;
  text::WordHyphens hyphens_;
  layout::ParagraphCache paragraphs_;
  pdf::Writer pdf_;
  std::function<std::string(char32_t)> origin_;
};

}  // namespace svodka::report
