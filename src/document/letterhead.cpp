#include <utility>

#include "document/document.hpp"

namespace svodka::document {

namespace {

Block text_block(const std::string& text, StyleName style) {
  Paragraph paragraph;
  paragraph.style = style;
  paragraph.runs = {{text, false, false, {}}};
  return {std::move(paragraph)};
}

}  // namespace

std::vector<Block> letterhead_blocks(const Theme& theme) {
  const auto& head = theme.letterhead;
  std::vector<Block> blocks;
  if (head.picture) {
    blocks.push_back({Image{head.picture, 0, head.picture_height, Align::centre, head.alternative}});
  }
  for (const auto& line : head.lines) blocks.push_back(text_block(line, StyleName::letterhead));
  for (const auto& note : head.notes) blocks.push_back(text_block(note, StyleName::letterhead_note));
  if (head.rule && !blocks.empty()) blocks.push_back({Rule{}});
  for (auto& block : blocks) block.keep_with_next = true;
  return blocks;
}

}  // namespace svodka::document
