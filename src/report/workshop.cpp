#include "report/workshop.hpp"

#include <utility>

#include "xlsx/xlsx.hpp"

namespace svodka::report {

namespace {

std::size_t table_rows(const document::Document& document) {
  std::size_t rows = 0;
  for (const auto& section : document.sections) {
    for (const auto& block : section.blocks) {
      const auto* table = std::get_if<document::Table>(&block.content);
      if (table && block.only != document::Only::pdf) rows += table->rows.rows();
    }
  }
  return rows;
}

}  // namespace

Workshop::Workshop(document::Theme theme)
    : theme_(std::move(theme)), fonts_(theme_.families), hyphenator_(text::hyphenation_patterns()) {}

Worker::Worker(const Workshop& workshop, const pdf::Options& options)
    : workshop_(workshop),
      shaper_(workshop.fonts().make_shaper()),
      hyphens_(workshop.hyphenator()),
      pdf_(options) {}

layout::Pages Worker::paginate(const document::Document& document, base::Diagnostics& diagnostics) {
  return layout::paginate(document, workshop_.theme(), {*shaper_, breaker_, &hyphens_, &paragraphs_, origin_},
                          diagnostics);
}

Rendered Worker::render_pdf(const document::Document& document, base::Diagnostics& diagnostics) {
  auto pages = paginate(document, diagnostics);
  if (diagnostics.has_errors()) return {};
  const auto count = pages.pages.size();
  return {write_pdf(std::move(pages)), count, 0};
}

Rendered Worker::render_xlsx(const document::Document& document, base::Diagnostics& diagnostics) {
  auto bytes = xlsx::write(document, workshop_.theme(), {*shaper_, breaker_}, diagnostics);
  return {std::move(bytes), 0, table_rows(document)};
}

}  // namespace svodka::report
