#include "layout/table/cell_list.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace svodka::layout {

CellList::CellList(std::vector<std::vector<Span>>& paragraphs, const TextLook& look, const Measure& measure,
                   NodeId node, Context& context)
    : look_(look), label_x_(measure.left), measure_(measure), cell_(node), context_(context) {
  Points widest = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].empty()) continue;
    auto& first = paragraphs[i].front();
    const auto tab = first.text.find('\t');
    if (tab == std::string_view::npos) continue;
    labels_.resize(paragraphs.size());
    labels_[i] = first.text.substr(0, tab);
    first.text.remove_prefix(tab + 1);
    widest = std::max(widest, context.typesetter.width(std::string(labels_[i]) + "\u00A0", look));
  }
  measure_.left = measure_.first_left = std::min(measure.left + widest, (measure.left + measure.right) / 2);
}

void CellList::label(std::size_t paragraph, std::vector<Line>& lines) {
  auto label = context_.typesetter.set_line(std::string(labels_[paragraph]) + " ", look_, label_x_);
  if (cell_ != kArtifact) {
    auto& structure = context_.structure;
    if (list_ == kArtifact || last_item_ + 1 != paragraph) list_ = structure.add(Role::list, cell_);
    const auto item = structure.add(Role::list_item, list_);
    Structure::own(label, structure.add(Role::label, item));
    structure.own(lines, structure.add(Role::list_body, item));
    last_item_ = paragraph;
  }
  auto& texts = lines.front().texts;
  texts.insert(texts.begin(), std::make_move_iterator(label.texts.begin()),
               std::make_move_iterator(label.texts.end()));
}

}  // namespace svodka::layout
