#include "pdf/structure/structure.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "base/utf8.hpp"

namespace svodka::pdf {

using layout::Node;
using layout::NodeId;
using layout::Role;

namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

bool is_cell(Role role) { return role == Role::cell || role == Role::header_cell; }

// What the label of a list's first item says about all of them (ISO 32000-1, table 347).
std::string_view numbering_of(std::string_view label) {
  std::size_t at = 0;
  const char32_t first = label.empty() ? 0 : base::next_code_point(label, at);
  const auto within = [&](char32_t from, char32_t to) { return first >= from && first <= to; };
  if (within(U'0', U'9')) return "Decimal";
  if (first == U'I' || first == U'V' || first == U'X') return "UpperRoman";
  if (within(U'A', U'Z') || within(U'А', U'Я')) return "UpperAlpha";
  if (within(U'a', U'z') || within(U'а', U'я')) return "LowerAlpha";
  return "Disc";
}

}  // namespace

Structure::Structure(const std::vector<Node>& nodes) : nodes_(nodes) { number_headings(); }

void Structure::number_headings() {
  std::map<NodeId, std::vector<std::uint8_t>>
      open;                                    // by section: levels of the headings that this one is below
  std::vector<NodeId> section(nodes_.size());  // that a node is in, or is
  for (NodeId node = 0; node < nodes_.size(); ++node) {
    const bool begins = node == 0 || nodes_[node].role == Role::section;
    section[node] = begins ? node : section[nodes_[node].parent];
    if (nodes_[node].role != Role::heading) continue;
    std::vector<std::uint8_t>& above = open[section[node]];
    while (!above.empty() && above.back() >= nodes_[node].level) above.pop_back();
    above.push_back(nodes_[node].level);
    heading_depth_[node] = above.size();
  }
}

std::string_view Structure::type_of(NodeId node) const {
  static constexpr std::array<std::string_view, 6> headings{"H1", "H2", "H3", "H4", "H5", "H6"};
  switch (nodes_[node].role) {
    case Role::document:
      return "Document";
    case Role::section:
      return "Sect";
    case Role::heading:
      return headings[std::min(heading_depth_.at(node), headings.size()) - 1];
    case Role::paragraph:
      return "P";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::table_head:
      return "THead";
    case Role::table_body:
      return "TBody";
    case Role::row:
      return "TR";
    case Role::header_cell:
      return "TH";
    case Role::cell:
      return "TD";
    case Role::caption:
      return "Caption";
    case Role::link:
      return "Link";
    case Role::figure:
      return "Figure";
  }
  assert(false);
  return "Span";
}

void Structure::add_page(Number page, const std::vector<Mark>& marks) {
  const auto index = static_cast<std::uint32_t>(pages_.size());
  pages_.push_back(page);
  std::vector<NodeId>& nodes = marks_.emplace_back();
  nodes.reserve(marks.size());
  for (const Mark& mark : marks) {
    pieces_.push_back({mark.node, index, static_cast<std::uint32_t>(nodes.size()), false});
    nodes.push_back(mark.node);
    if (nodes_[mark.node].role == Role::label) note_label(mark.node, mark.text);
  }
}

void Structure::note_label(NodeId label, std::string_view text) {
  const NodeId list = nodes_[nodes_[label].parent].parent;
  if (nodes_[list].role == Role::list) numbering_.try_emplace(list, numbering_of(text));
}

void Structure::add_annotation(NodeId link, Number annotation, std::uint32_t key) {
  pieces_.push_back({link, static_cast<std::uint32_t>(pages_.size() - 1), annotation, true});
  annotations_.push_back({key, link});
}

void Structure::add_figures(const std::vector<FigureArea>& figures) {
  for (const FigureArea& figure : figures) {
    const auto [place, is_new] = figure_areas_.try_emplace(figure.node, PageArea{pages_.size(), figure.area});
    if (!is_new && place->second.page == pages_.size()) place->second.area.include(figure.area);
  }
}

Number Structure::write(ObjectSink& objects) {
  assert(!nodes_.empty());
  const Groups pieces = pieces_by_node();
  const Groups children = children_by_node();
  const Number root = objects.next();
  const Number tree = root + 1;
  number_elements(root + 2);
  const std::size_t keys = pages_.size() + annotations_.size();
  std::string body = "<</Type/StructTreeRoot/K ";
  append_reference(body, numbers_[0]);
  body += "/ParentTree ";
  append_reference(body, tree);
  body += "/ParentTreeNextKey ";
  append_integer(body, static_cast<long long>(keys));
  objects.add(body += ">>");
  objects.add(parent_tree());
  for (NodeId node = 0; node < nodes_.size(); ++node) {
    if (numbers_[node] == 0) continue;
    body.clear();
    append_element(body, node, root, pieces, children);
    const Number number = objects.add(body);
    assert(number == numbers_[node]);
    static_cast<void>(number);
  }
  return root;
}

Structure::Groups Structure::pieces_by_node() const {
  Groups out{std::vector<std::uint32_t>(nodes_.size() + 1), std::vector<std::uint32_t>(pieces_.size())};
  for (const Piece& piece : pieces_) ++out.begin[piece.node + 1];
  for (std::size_t i = 1; i < out.begin.size(); ++i) out.begin[i] += out.begin[i - 1];
  std::vector<std::uint32_t> next = out.begin;
  for (std::uint32_t i = 0; i < pieces_.size(); ++i) out.values[next[pieces_[i].node]++] = i;
  return out;
}

Structure::Groups Structure::children_by_node() const {
  Groups out{std::vector<std::uint32_t>(nodes_.size() + 1), std::vector<std::uint32_t>(nodes_.size() - 1)};
  for (NodeId node = 1; node < nodes_.size(); ++node) ++out.begin[nodes_[node].parent + 1];
  for (std::size_t i = 1; i < out.begin.size(); ++i) out.begin[i] += out.begin[i - 1];
  std::vector<std::uint32_t> next = out.begin;
  for (NodeId node = 1; node < nodes_.size(); ++node) out.values[next[nodes_[node].parent]++] = node;
  return out;
}

std::size_t Structure::choose_elements() {
  first_.assign(nodes_.size(), kNone);
  for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
    std::uint32_t& known = first_[pieces_[i].node];
    known = std::min(known, i);
  }
  kept_.assign(nodes_.size(), 0);
  std::size_t count = 2;  // the root and the parent tree
  for (NodeId node = static_cast<NodeId>(nodes_.size()); node-- > 0;) {
    if (node == 0 || first_[node] != kNone || is_cell(nodes_[node].role)) kept_[node] = 1;
    if (kept_[node] == 0) continue;
    ++count;
    if (node == 0) break;
    const NodeId parent = nodes_[node].parent;
    assert(parent < node);
    kept_[parent] = 1;
    first_[parent] = std::min(first_[parent], first_[node]);
  }
  return count;
}

void Structure::number_elements(Number first) {
  numbers_.assign(nodes_.size(), 0);
  for (NodeId node = 0; node < nodes_.size(); ++node) {
    if (kept_[node] != 0) numbers_[node] = first++;
  }
}

void Structure::append_element(std::string& out, NodeId node, Number root, const Groups& pieces,
                               const Groups& children) const {
  out += "<</S/";
  out += type_of(node);
  out += "/P ";
  append_reference(out, node == 0 ? root : numbers_[nodes_[node].parent]);
  append_kids(out, node, pieces, children);
  append_attributes(out, node);
  out += ">>";
}

// Children in the order of the nodes; the node's own pieces among them where they were drawn.
void Structure::append_kids(std::string& out, NodeId node, const Groups& pieces,
                            const Groups& children) const {
  const std::uint32_t* piece = pieces.values.data() + pieces.begin[node];
  const std::uint32_t* const last_piece = pieces.values.data() + pieces.begin[node + 1];
  const std::uint32_t* child = children.values.data() + children.begin[node];
  const std::uint32_t* const last_child = children.values.data() + children.begin[node + 1];
  std::uint32_t own_page = kNone;
  if (piece != last_piece) {
    own_page = pieces_[*piece].page;
    out += "/Pg ";
    append_reference(out, pages_[own_page]);
  }
  if (piece == last_piece && child == last_child) return;
  out += "/K[";
  while (piece != last_piece || child != last_child) {
    if (out.back() != '[') out += ' ';
    if (piece == last_piece || (child != last_child && first_[*child] < *piece)) {
      if (numbers_[*child] != 0) append_reference(out, numbers_[*child]);
      ++child;
    } else {
      append_piece(out, pieces_[*piece++], own_page);
    }
  }
  out += ']';
}

void Structure::append_piece(std::string& out, const Piece& piece, std::uint32_t own_page) const {
  if (!piece.is_annotation && piece.page == own_page) {
    append_integer(out, piece.value);
    return;
  }
  out += piece.is_annotation ? "<</Type/OBJR/Pg " : "<</Type/MCR/Pg ";
  append_reference(out, pages_[piece.page]);
  out += piece.is_annotation ? "/Obj " : "/MCID ";
  append_integer(out, piece.value);
  out += piece.is_annotation ? " 0 R>>" : ">>";
}

void Structure::append_attributes(std::string& out, NodeId id) const {
  const Node& node = nodes_[id];
  if (is_cell(node.role)) {
    std::string attributes;
    if (node.role == Role::header_cell) attributes += node.column_header ? "/Scope/Column" : "/Scope/Row";
    if (node.column_span > 1) append_integer(attributes += "/ColSpan ", node.column_span);
    if (node.row_span > 1) append_integer(attributes += "/RowSpan ", node.row_span);
    if (!attributes.empty()) out += "/A<</O/Table" + attributes + ">>";
  }
  if (const auto numbering = numbering_.find(id); numbering != numbering_.end()) {
    out += "/A<</O/List/ListNumbering/";
    out += numbering->second;
    out += ">>";
  }
  if (is_figure(id)) append_figure(out, id);
  if (node.role == Role::table && !node.name.empty()) out += "/T" + text_string(printable(node.name));
}

void Structure::append_figure(std::string& out, NodeId id) const {
  out += "/Alt" + text_string(printable(nodes_[id].name));
  const auto drawn = figure_areas_.find(id);
  if (drawn == figure_areas_.end()) return;
  const Area& area = drawn->second.area;
  out += "/A<</O/Layout/Placement/Block/BBox[";
  for (const double value : {area.left, area.bottom, area.right, area.top}) {
    append_hundredths(out, hundredths(value));
    out += ' ';
  }
  out.back() = ']';
  out += ">>";
}

// From the keys of pages and annotations to elements.
std::string Structure::parent_tree() const {
  std::string out = "<</Nums[";
  for (std::size_t page = 0; page < marks_.size(); ++page) {
    append_integer(out, static_cast<long long>(page));
    out += '[';
    for (const NodeId node : marks_[page]) {
      append_reference(out, numbers_[node]);
      out += ' ';
    }
    out += ']';
  }
  for (const AnnotationKey& annotation : annotations_) {
    append_integer(out, annotation.key);
    out += ' ';
    append_reference(out, numbers_[annotation.node]);
    out += ' ';
  }
  return out += "]>>";
}

}  // namespace svodka::pdf
