#pragma once
// A finished layout: pages with items at fixed positions. Points from the top left corner, y downwards.
// The PDF writer draws and tags this; it decides nothing.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/units.hpp"
#include "document/theme.hpp"
#include "fonts/fonts.hpp"
#include "images/picture.hpp"
#include "text/date.hpp"

namespace svodka::layout {

using base::Points;
using document::Colour;

// Semantic role of an element, in PDF's standard structure types (ISO 32000-1, 14.8.4).
enum class Role : std::uint8_t {
  document,
  section,
  heading,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  table,
  table_head,
  table_body,
  row,
  header_cell,
  cell,
  caption,
  link,
  figure
};
std::string_view name_of(Role role);

using NodeId = std::uint32_t;
constexpr NodeId kArtifact = 0xFFFFFFFF;  // running matter, rules, repeated headers

// The logical structure: nodes in reading order, each after its parent; node 0 is the document.
struct Node {
  Role role = Role::paragraph;
  NodeId parent = 0;
  std::uint8_t level = 0;  // heading: 1–6
  std::uint16_t column_span = 1;
  std::uint16_t row_span = 1;
  bool column_header = false;  // header cell: scope Column (else Row)
  std::string name;  // table: Table::id; figure: its alternative text: all that is drawn for it, its texts
                     // too, is one piece
};

struct PlacedGlyph {
  std::uint16_t id;
  std::uint16_t cluster;  // byte offset in ShownText::text
  float x;                // points from PlacedText::x, of the glyph's origin
};

// Part of one line in one face and size: what it shows is the same for every place where it stands.
// Extraction must give `text`: a space at its end is part of it and has a glyph, also where the line breaks.
struct ShownText {
  std::string text;  // a line break or tab of the source is a space here
  std::vector<PlacedGlyph> glyphs;
  std::vector<float> rises;  // of the glyphs, points up from the baseline; empty: all on it
  const fonts::Face* face = nullptr;
  Points size = 0;
  Points width = 0;    // without the spaces at its end
  float stretch = 1;   // of its spaces' width, that would fill the line; where it is too much, it stays short
  float tracking = 0;  // points that a tightly filled line adds after each glyph; `glyphs` have it already
  bool soft_hyphen = false;  // the last glyph is a hyphen that the text does not have
  std::string href;
};

// A register has hundreds of thousands of these: texts that were set before share what they show.
struct PlacedText {
  NodeId node = kArtifact;
  Colour colour;
  Points x = 0;
  Points y = 0;                            // of the baseline
  std::shared_ptr<const ShownText> shown;  // never null on a page
};

// Filled rectangle; a rule is a thin one.
struct PlacedBox {
  Points x = 0, y = 0, width = 0, height = 0;
  Colour colour;
  NodeId node = kArtifact;  // or a figure
};

struct Point {
  Points x = 0, y = 0;
};

// A line through points, or an area.
struct PlacedPath {
  NodeId node = kArtifact;  // or a figure
  std::vector<Point> points;
  bool closed = false;
  std::optional<Colour> fill;  // of a closed path
  Points stroke_width = 0;     // 0: no stroke
  Colour stroke;
  std::vector<Points> dash;  // lengths on, off, …; empty: solid
};

struct PlacedImage {
  NodeId node = kArtifact;  // or a figure
  Points x = 0, y = 0, width = 0, height = 0;
  images::PicturePtr picture;
};

using Item = std::variant<PlacedText, PlacedBox, PlacedPath, PlacedImage>;

struct Page {
  Points width = 0, height = 0;
  std::string label;        // printed page number
  std::vector<Item> items;  // in drawing order
};

struct OutlineEntry {
  std::string title;
  std::uint8_t level = 1;
  std::uint32_t page = 0;  // zero-based
  Points y = 0;
};

struct Pages {
  std::string title, author, subject, language;
  text::Date created;
  std::vector<Page> pages;
  std::vector<Node> nodes;
  std::vector<OutlineEntry> outline;
};

// One line an item with positions to 0.01 pt, for `dump` and golden tests.
std::string dump(const Pages& pages);

}  // namespace svodka::layout
