#pragma once
// The structure tree (ISO 32000-1, 14.7–14.8; ISO 14289-1).

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/pages.hpp"
#include "pdf/content/graphics.hpp"
#include "pdf/objects/objects.hpp"

namespace svodka::pdf {

// A marked-content sequence; its MCID is its index in the page.
struct Mark {
  layout::NodeId node;
  std::string_view text;  // of its first item
};

// What a figure covers of a page.
struct FigureArea {
  layout::NodeId node;
  Area area;
};

// Collects what the pages show of each node, then writes the tree. A node with content on several pages is
// one element; one without any is left out unless it is a table cell.
class Structure {
 public:
  explicit Structure(const std::vector<layout::Node>& nodes);

  // The structure type, "TD". Headings are numbered by their depth below earlier ones of their section, as
  // PDF/UA-1 (7.4.2) asks: the first is H1 and no level is skipped, whatever levels the pages use.
  std::string_view type_of(layout::NodeId node) const;
  bool is_link(layout::NodeId node) const { return has_role(node, layout::Role::link); }

  bool is_figure(layout::NodeId node) const {
    return has_role(node, layout::Role::figure) && !nodes_[node].name.empty();
  }
  // A figure that nothing is told of.
  bool is_decoration(layout::NodeId node) const {
    return has_role(node, layout::Role::figure) && nodes_[node].name.empty();
  }

  // In the order of the pages. `page` is the page's object.
  void add_page(Number page, const std::vector<Mark>& marks);
  // A link annotation of the page that was added last; its /StructParent is `key`.
  void add_annotation(layout::NodeId link, Number annotation, std::uint32_t key);
  // Of the page that was added last.
  void add_figures(const std::vector<FigureArea>& figures);

  // When all pages are added: how many objects write() adds.
  std::size_t choose_elements();
  // The number of the StructTreeRoot.
  Number write(ObjectSink& objects);

 private:
  // A piece of a page, or an annotation on it, that belongs to a node.
  struct Piece {
    layout::NodeId node;
    std::uint32_t page;
    std::uint32_t value;  // MCID, or the annotation's object
    bool is_annotation;
  };
  struct AnnotationKey {
    std::uint32_t key;
    layout::NodeId node;
  };
  // Values grouped by node: those of node n are values[begin[n]] … values[begin[n + 1] - 1].
  struct Groups {
    std::vector<std::uint32_t> begin, values;
  };

  bool has_role(layout::NodeId node, layout::Role role) const {
    return node != layout::kArtifact && nodes_[node].role == role;
  }
  void number_headings();
  Groups pieces_by_node() const;
  Groups children_by_node() const;
  void number_elements(Number first);
  void append_element(std::string& out, layout::NodeId node, Number root, const Groups& pieces,
                      const Groups& children) const;
  void append_kids(std::string& out, layout::NodeId node, const Groups& pieces, const Groups& children) const;
  void append_piece(std::string& out, const Piece& piece, std::uint32_t own_page) const;
  void append_attributes(std::string& out, layout::NodeId node) const;
  void append_figure(std::string& out, layout::NodeId node) const;
  std::string parent_tree() const;
  void note_label(layout::NodeId label, std::string_view text);

  const std::vector<layout::Node>& nodes_;
  std::map<layout::NodeId, std::size_t> heading_depth_;  // from 1
  std::vector<Number> pages_;
  std::vector<std::vector<layout::NodeId>> marks_;  // by page, then MCID
  std::vector<Piece> pieces_;                       // in drawing order
  std::vector<AnnotationKey> annotations_;
  std::map<layout::NodeId, std::string_view> numbering_;  // ListNumbering of a list
  struct PageArea {
    std::size_t page;  // 1 …
    Area area;
  };
  std::map<layout::NodeId, PageArea> figure_areas_;  // on the first page that has something of the figure

  std::vector<std::uint32_t> first_;  // by node: its first piece, descendants' included
  std::vector<char> kept_;            // by node: whether it is an element
  std::vector<Number> numbers_;       // by node: its element, 0 when left out
};

}  // namespace svodka::pdf
