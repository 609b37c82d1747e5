#include "layout/flow/structure.hpp"

#include <string>

namespace svodka::layout {

NodeId Structure::add(Role role, NodeId parent) {
  Node node;
  node.role = role;
  node.parent = parent;
  nodes_.push_back(std::move(node));
  return static_cast<NodeId>(nodes_.size() - 1);
}

Structure::Item Structure::add_item(NodeId parent, std::uint8_t level, bool with_label) {
  while (!open_.empty() && open_.back().level > level) open_.pop_back();
  if (open_.empty() || open_.back().level < level) {
    const auto list = add(Role::list, open_.empty() ? parent : open_.back().last_body);
    open_.push_back({level, list, list});
  }
  const auto item = add(Role::list_item, open_.back().list);
  const auto label = with_label ? add(Role::label, item) : kArtifact;
  const auto body = add(Role::list_body, item);
  open_.back().last_body = body;
  return {label, body};
}

void Structure::own(std::vector<Line>& lines, NodeId node) {
  std::string_view href;  // of the link that is open
  NodeId link = node;
  for (auto& line : lines) {
    for (auto& text : line.texts) {
      const std::string_view target = text.shown->href;
      if (!target.empty() && target != href) link = add(Role::link, node);
      href = target;
      text.node = href.empty() ? node : link;
    }
  }
}

void Structure::own(Line& line, NodeId node) {
  for (auto& text : line.texts) text.node = node;
}

}  // namespace svodka::layout
