#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>
#include <string>

#include "layout/pages.hpp"

namespace svodka::layout {

namespace {

constexpr float kLoose = 1.8F;  // spaces this much wider than natural are seen

std::string hex(Colour colour) {
  return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const auto c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// Minus zero would make two dumps of the same place differ.
Points tidy(Points length) { return std::abs(length) < 0.005 ? 0 : length; }

std::string owner(NodeId node) { return node == kArtifact ? "artifact" : fmt::format("node {}", node); }

void dump_item(const PlacedText& text, std::string& out) {
  const ShownText& shown = *text.shown;
  auto to = std::back_inserter(out);
  fmt::format_to(to, "  text x {:.2f} y {:.2f} width {:.2f} size {:.2f} {}", tidy(text.x), tidy(text.y),
                 tidy(shown.width), shown.size, owner(text.node));
  if (shown.face != nullptr) fmt::format_to(to, " {}", shown.face->postscript_name());
  if (text.colour != Colour{}) fmt::format_to(to, " {}", hex(text.colour));
  if (shown.stretch > kLoose) fmt::format_to(to, " loose {:.2f}", shown.stretch);
  if (shown.soft_hyphen) out += " hyphen";
  if (!shown.href.empty()) fmt::format_to(to, " href {}", in_quotes(shown.href));
  fmt::format_to(to, " {}\n", in_quotes(shown.text));
}

void dump_item(const PlacedBox& box, std::string& out) {
  auto to = std::back_inserter(out);
  fmt::format_to(to, "  box x {:.2f} y {:.2f} width {:.2f} height {:.2f} {}", tidy(box.x), tidy(box.y),
                 tidy(box.width), tidy(box.height), hex(box.colour));
  if (box.node != kArtifact) fmt::format_to(to, " {}", owner(box.node));
  out += '\n';
}

void dump_item(const PlacedPath& path, std::string& out) {
  auto to = std::back_inserter(out);
  fmt::format_to(to, "  {} {}", path.closed ? "area" : "line", owner(path.node));
  if (path.fill) fmt::format_to(to, " fill {}", hex(*path.fill));
  if (path.stroke_width > 0) fmt::format_to(to, " stroke {:.2f} {}", path.stroke_width, hex(path.stroke));
  for (const auto length : path.dash) fmt::format_to(to, " dash {:.2f}", length);
  for (const auto& point : path.points) fmt::format_to(to, " ({:.2f} {:.2f})", tidy(point.x), tidy(point.y));
  out += '\n';
}

void dump_item(const PlacedImage& image, std::string& out) {
  fmt::format_to(std::back_inserter(out),
                 "  image x {:.2f} y {:.2f} width {:.2f} height {:.2f} {} {} x {} px\n", tidy(image.x),
                 tidy(image.y), tidy(image.width), tidy(image.height), owner(image.node),
                 image.picture->width, image.picture->height);
}

void dump_node(NodeId id, const Node& node, std::string& out) {
  auto to = std::back_inserter(out);
  fmt::format_to(to, "node {} {} of {}", id, name_of(node.role), node.parent);
  if (node.level > 0) fmt::format_to(to, " level {}", node.level);
  if (node.column_span != 1) fmt::format_to(to, " columns {}", node.column_span);
  if (node.row_span != 1) fmt::format_to(to, " rows {}", node.row_span);
  if (node.column_header) out += " heads column";
  if (!node.name.empty()) {
    fmt::format_to(to, " {} {}", node.role == Role::table ? "id" : "alternative", in_quotes(node.name));
  }
  out += '\n';
}

}  // namespace

std::string_view name_of(Role role) {
  constexpr std::array<std::string_view, 17> names{
      "document",    "section",   "heading", "paragraph",  "list",       "list_item",
      "label",       "list_body", "table",   "table_head", "table_body", "row",
      "header_cell", "cell",      "caption", "link",       "figure"};
  static_assert(static_cast<std::size_t>(Role::figure) + 1 == names.size());
  return names[static_cast<std::size_t>(role)];
}

std::string dump(const Pages& pages) {
  std::string out;
  auto to = std::back_inserter(out);
  fmt::format_to(to, "title {}\nlanguage {}\ncreated {}\n", in_quotes(pages.title), pages.language,
                 pages.created.iso());
  if (!pages.author.empty()) fmt::format_to(to, "author {}\n", in_quotes(pages.author));
  if (!pages.subject.empty()) fmt::format_to(to, "subject {}\n", in_quotes(pages.subject));
  for (const auto& page : pages.pages) {
    fmt::format_to(to, "page {} {:.2f} × {:.2f}\n", page.label, page.width, page.height);
    for (const auto& item : page.items) {
      std::visit([&](const auto& placed) { dump_item(placed, out); }, item);
    }
  }
  for (const auto& entry : pages.outline) {
    fmt::format_to(to, "outline {} page {} y {:.2f} {}\n", entry.level, entry.page + 1, entry.y,
                   in_quotes(entry.title));
  }
  for (std::size_t id = 0; id < pages.nodes.size(); ++id) {
    dump_node(static_cast<NodeId>(id), pages.nodes[id], out);
  }
  return out;
}

}  // namespace svodka::layout
