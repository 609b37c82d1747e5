#pragma once
// Pages made by hand, and what independent readers say of the file.

#include <stdlib.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "fonts/fonts.hpp"
#include "layout/pages.hpp"
#include "pdf/pdf.hpp"
#include "support/process.hpp"
#include "support/temporary.hpp"

namespace svodka::test {

inline const fonts::FontSet& serif() {
  static const fonts::FontSet set({"Liberation Serif"});
  return set;
}

class HandMade {
 public:
  HandMade() : shaper_(serif().make_shaper()) {
    pages.title = "Протокол № 7";
    pages.author = "Управление образования";
    pages.language = "ru";
    pages.created = *text::Date::from_parts(2026, 8, 28);
    pages.nodes.emplace_back().role = layout::Role::document;
    add_page();
  }

  layout::Page& add_page() {
    layout::Page& page = pages.pages.emplace_back();
    page.width = 595;
    page.height = 842;
    page.label = std::to_string(pages.pages.size());
    return page;
  }

  layout::NodeId add_node(layout::Role role, layout::NodeId parent = 0) {
    layout::Node& node = pages.nodes.emplace_back();
    node.role = role;
    node.parent = parent;
    return static_cast<layout::NodeId>(pages.nodes.size() - 1);
  }

  // Shapes the text and places it on the last page; a piece for each face. The width of it all.
  double place(layout::NodeId node, double x, double y, std::string_view text, fonts::Style style = {},
               double size = 12) {
    const fonts::ShapedText& shaped = shaper_->shape(text, style);
    double start = x;
    for (const fonts::GlyphRun& run : shaped.runs) {
      layout::PlacedText piece = piece_of(run, text, size);
      piece.node = node;
      piece.x = start;
      piece.y = y;
      start += piece.shown->width;
      pages.pages.back().items.emplace_back(std::move(piece));
    }
    return start - x;
  }

  // What a text shows, to be changed.
  static layout::ShownText& shown_of(layout::PlacedText& text) {
    auto own = std::make_shared<layout::ShownText>(*text.shown);
    auto& shown = *own;
    text.shown = std::move(own);
    return shown;
  }

  layout::PlacedText& last_text() { return std::get<layout::PlacedText>(pages.pages.back().items.back()); }

  layout::Pages pages;

 private:
  static layout::PlacedText piece_of(const fonts::GlyphRun& run, std::string_view text, double size) {
    layout::PlacedText piece;
    layout::ShownText shown;
    shown.size = size;
    shown.face = run.face;
    shown.text = text.substr(run.text_begin, run.text_end - run.text_begin);
    double pen = 0;
    for (const fonts::Glyph& glyph : run.glyphs) {
      shown.glyphs.push_back({static_cast<std::uint16_t>(glyph.id),
                              static_cast<std::uint16_t>(glyph.cluster - run.text_begin),
                              static_cast<float>((pen + glyph.x_offset) * size)});
      shown.rises.push_back(static_cast<float>(glyph.y_offset * size));
      pen += glyph.advance;
    }
    shown.width = pen * size;
    piece.shown = std::make_shared<const layout::ShownText>(std::move(shown));
    return piece;
  }

  std::unique_ptr<fonts::Shaper> shaper_;
};

// A file in a folder of its own, removed with it.
class TemporaryPdf {
 public:
  explicit TemporaryPdf(std::string_view bytes) { base::write_file(path(), bytes); }

  std::filesystem::path path() const { return folder_ / "made.pdf"; }

  // {"pdftotext", "FILE", "-"} with FILE replaced. Fails the test when the tool does.
  std::string ask(std::vector<std::string> command) const {
    for (std::string& word : command) {
      if (word == "FILE") word = path().string();
    }
    const ProcessResult result = run_process(command);
    if (result.exit_code != 0) throw std::runtime_error(command.front() + ": " + result.output);
    return result.output;
  }

 private:
  support::TemporaryFolder folder_;
};

// What poppler reads, without the form feeds and line breaks after each page.
inline std::string extracted(const std::string& bytes) {
  std::string text = TemporaryPdf(bytes).ask({"pdftotext", "FILE", "-"});
  while (!text.empty() && (text.back() == '\n' || text.back() == '\f')) text.pop_back();
  return text;
}

inline std::string written(const layout::Pages& pages, pdf::Standard standard = pdf::Standard::a2a) {
  pdf::Options options;
  options.standard = standard;
  return pdf::Writer(options).write(pages);
}

}  // namespace svodka::test
