#pragma once
// The logical structure while it grows: nodes in reading order, lists nested by level.

#include <cstdint>
#include <vector>

#include "layout/pages.hpp"
#include "layout/text/typesetter.hpp"

namespace svodka::layout {

class Structure {
 public:
  // Node 0 is the document.
  explicit Structure(std::vector<Node>& nodes) : nodes_(nodes) { add(Role::document, 0); }

  NodeId add(Role role, NodeId parent);
  Node& node(NodeId id) { return nodes_[id]; }

  // A point of an outline: it continues the open list of its level, or opens one inside the point before.
  struct Item {
    NodeId label;  // kArtifact without a label
    NodeId body;
  };
  Item add_item(NodeId parent, std::uint8_t level, bool with_label);
  void close_lists() { open_.clear(); }

  // Makes the texts of a paragraph parts of `node`, its links children of it.
  void own(std::vector<Line>& lines, NodeId node);
  static void own(Line& line, NodeId node);

 private:
  struct OpenList {
    std::uint8_t level;
    NodeId list;
    NodeId last_body;
  };
  std::vector<Node>& nodes_;
  std::vector<OpenList> open_;
};

}  // namespace svodka::layout
