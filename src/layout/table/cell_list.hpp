#pragma once
// List items in a table cell: labels hang before the text, all of one cell by the same width.

#include <vector>

#include "layout/blocks/blocks.hpp"

namespace svodka::layout {

class CellList {
 public:
  // Takes the labels (what stands before a U+0009) out of the paragraphs. `node`: the cell.
  CellList(std::vector<std::vector<Span>>& paragraphs, const TextLook& look, const Measure& measure,
           NodeId node, Context& context);

  bool is_item(std::size_t paragraph) const {
    return !labels_.empty() && labels_[paragraph].data() != nullptr;
  }
  const Measure& measure() const { return measure_; }  // of the items' text
  // Puts the label before the first line and makes both parts of a list; paragraphs in their order.
  void label(std::size_t paragraph, std::vector<Line>& lines);

 private:
  const TextLook& look_;
  Points label_x_;
  Measure measure_;
  NodeId cell_;
  Context& context_;
  std::vector<std::string_view> labels_;  // by paragraph; null: not an item. Empty: no items at all
  NodeId list_ = kArtifact;
  std::size_t last_item_ = 0;
};

}  // namespace svodka::layout
