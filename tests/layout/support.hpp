#pragma once
// A page and letters with round numbers. Every code point is half an em wide, at 10 points 5; a line is 10
// high, its baseline 8 below its top; only a bold Щ is twice as wide. The page is 100 × 100 with margins of
// 10: lines of 16 letters, 8 lines.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "layout/layout.hpp"

namespace svodka::layout::test {

class FakeShaper : public fonts::Shaper {
 public:
  const fonts::ShapedText& shape(std::string_view text, fonts::Style style) override {
    const auto [known, added] = cache_.try_emplace({std::string(text), style});
    if (added) known->second = shape_anew(text, style);
    return known->second;
  }
  fonts::LineMetrics metrics(fonts::Style) override { return {0.8, 0.2, 1.0}; }

 private:
  static fonts::ShapedText shape_anew(std::string_view text, fonts::Style style) {
    fonts::ShapedText shaped;
    fonts::GlyphRun run;
    run.text_end = text.size();
    for (std::size_t at = 0; at < text.size();) {
      const auto cluster = static_cast<std::uint32_t>(at);
      const auto character = base::next_code_point(text, at);
      if (character == U'\u00AD') continue;  // has no glyph
      if (character == U'☃') shaped.missing.push_back(character);
      const auto width = style.bold && character == U'Щ' ? 1.0F : 0.5F;
      run.glyphs.push_back({static_cast<std::uint32_t>(character), cluster, width, 0, 0});
      shaped.width += static_cast<double>(width);
    }
    shaped.runs.push_back(std::move(run));
    return shaped;
  }
  std::map<std::pair<std::string, fonts::Style>, fonts::ShapedText> cache_;
};

inline document::Theme small_theme() {
  document::Theme theme;
  theme.families = {"Fake"};
  theme.page_width = theme.page_height = 100;
  theme.margin_left = theme.margin_right = theme.margin_top = theme.margin_bottom = 10;
  theme.page_number = false;
  theme.page_number_top = 7;
  theme.outline_indent = 5;
  for (auto& style : theme.styles) {
    style.size = 10;
    style.line_spacing = 1;
    style.align = document::Align::left;
  }
  theme.table.padding_x = 1;
  theme.table.padding_y = 1;
  theme.table.rule = 1;
  return theme;
}

inline document::Block paragraph(std::string text) {
  document::Paragraph paragraph;
  paragraph.runs = {{std::move(text), false, false, {}}};
  return {paragraph, document::Only::both, false};
}

inline document::Block heading(std::string text, std::uint8_t level = 1) {
  auto block = paragraph(std::move(text));
  auto& heading = std::get<document::Paragraph>(block.content);
  heading.role = document::ParagraphRole::heading;
  heading.level = level;
  heading.style = document::StyleName::heading1;
  return block;
}

inline document::Block item(std::string label, std::string text, std::uint8_t level = 0) {
  auto block = paragraph(std::move(text));
  auto& item = std::get<document::Paragraph>(block.content);
  item.role = document::ParagraphRole::item;
  item.level = level;
  item.style = document::StyleName::item;
  item.label = std::move(label);
  return block;
}

inline document::Block signature(std::vector<document::SignatureLine> lines) {
  return {document::Signature{std::move(lines)}, document::Only::both, false};
}

// n lines of one word each, so that line i of the page is word i.
inline std::string lines(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    if (i > 1) text += " ";
    text += "слово-" + std::to_string(i) + std::string(static_cast<std::size_t>(10 - (i > 9 ? 2 : 1)), 'x');
  }
  return text;
}

inline document::Document document_of(std::vector<document::Block> blocks) {
  document::Document document;
  document.sections.push_back({});
  document.sections.back().blocks = std::move(blocks);
  return document;
}

struct Laid {
  Pages pages;
  base::Diagnostics diagnostics;

  std::vector<PlacedText> texts(std::size_t page) const {
    std::vector<PlacedText> found;
    for (const auto& item : pages.pages.at(page).items) {
      if (const auto* text = std::get_if<PlacedText>(&item)) found.push_back(*text);
    }
    return found;
  }
  std::vector<PlacedBox> boxes(std::size_t page) const {
    std::vector<PlacedBox> found;
    for (const auto& item : pages.pages.at(page).items) {
      if (const auto* box = std::get_if<PlacedBox>(&item)) found.push_back(*box);
    }
    return found;
  }
  // The texts of a page, each after a bar.
  std::string words(std::size_t page) const {
    std::string out;
    for (const auto& text : texts(page)) out += "|" + text.shown->text;
    return out;
  }
  // The text of all pages that belongs to a node.
  std::string text_of(NodeId node) const {
    std::string out;
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
      for (const auto& text : texts(page)) {
        if (text.node == node) out += text.shown->text;
      }
    }
    return out;
  }
  std::vector<NodeId> nodes(Role role) const {
    std::vector<NodeId> found;
    for (NodeId id = 0; id < pages.nodes.size(); ++id) {
      if (pages.nodes[id].role == role) found.push_back(id);
    }
    return found;
  }
};

inline Laid lay(const document::Document& document, const document::Theme& theme = small_theme(),
                const text::Hyphenator* hyphenator = nullptr) {
  FakeShaper shaper;
  text::LineBreaker breaker;
  Laid laid;
  std::optional<text::WordHyphens> hyphens;
  if (hyphenator != nullptr) hyphens.emplace(*hyphenator);
  laid.pages = paginate(document, theme, {shaper, breaker, hyphens ? &*hyphens : nullptr}, laid.diagnostics);
  return laid;
}

}  // namespace svodka::layout::test
