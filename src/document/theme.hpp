#pragma once
// How things look: resolved once a run, shared by every document. A district edits one theme file (run reads
// it).

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/units.hpp"
#include "images/picture.hpp"

namespace svodka::document {

using base::Points;

enum class Align : std::uint8_t { left, centre, right, justify };
enum class VerticalAlign : std::uint8_t { top, middle, bottom };
enum class Orientation : std::uint8_t { portrait, landscape };

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  auto operator<=>(const Colour&) const = default;
};

// A paragraph style. Lengths in points.
struct ParagraphStyle {
  std::uint16_t family = 0;  // index into Theme::families
  Points size = 14;
  bool bold = false;
  bool italic = false;
  Align align = Align::justify;
  double line_spacing = 1.15;  // times the font's single line height
  Points first_indent = 0;
  Points left_indent = 0;  // of every line
  Points hanging = 0;      // room for the label before the text; 0: the label runs in with the first line
  Points space_before = 0;
  Points space_after = 0;
  bool keep_with_next = false;
  bool hyphenate = false;
  Colour colour{};
};

// The styles every theme has; templates name them in lower_snake_case.
enum class StyleName : std::uint8_t {
  body,      // running text
  title,     // document title
  subtitle,  // what stands under it (kind in the genitive, dates)
  heading1,
  heading2,
  heading3,
  heading4,
  item,             // numbered or marked points of an outline
  cell,             // table body
  cell_header,      // table header
  cell_total,       // totals and subtotals
  caption,          // above a table
  note,             // small print
  signature,        // signature lines
  running,          // page number and running header
  appendix,         // «Приложение 1» at the right
  approval,         // «УТВЕРЖДАЮ» and what stands under it; its left indent places the block
  letterhead,       // name of the organization at the head of a letter
  letterhead_note,  // address under it
  chart,            // labels of axes, legend
  count_            // not a style
};
constexpr std::size_t kStyleCount = static_cast<std::size_t>(StyleName::count_);
std::optional<StyleName> style_name(const std::string& name);
std::string_view name_of(StyleName style);
// Of a heading of this level, from 1 on: the fourth also has the looks of deeper ones.
StyleName heading_style(int level);

// Named looks of a table cell (state="overdue"): legible in grey print, so colour never stands alone.
struct CellState {
  std::optional<Colour> fill;
  bool bold = false;
  bool italic = false;
  Colour text{};
};

enum class Borders : std::uint8_t {
  grid,  // around every cell
  rows,  // between rows, above and below the header
  none
};

struct TableLook {
  Borders borders = Borders::grid;
  Points rule = 0.5;  // border width
  Colour rule_colour{};
  Points padding_x = 3;  // left and right of a cell's text
  Points padding_y = 2;
  Points paragraph_gap = 2;  // between the paragraphs of a cell
  Colour header_fill{0xED, 0xED, 0xED};
  Colour group_fill{0xF5, 0xF5, 0xF5};
  std::optional<Colour> zebra;
};

// From worst to best: each lighter than the one before, so that grey print keeps the order.
struct HeatLook {
  Colour worst{0xE6, 0x9A, 0x8D}, middle{0xFB, 0xE3, 0xC0}, best{0xE9, 0xF5, 0xE4};
};

// What every letter of the office begins with.
struct Letterhead {
  images::PicturePtr picture;  // or null
  Points picture_height = base::millimetres(20);
  std::string alternative;         // what the picture shows
  std::vector<std::string> lines;  // style letterhead
  std::vector<std::string> notes;  // style letterhead_note
  bool rule = true;                // a line under it
};

struct Theme {
  std::string name;
  std::vector<std::string> families;  // each a list of alternatives; index 0 is the text face
  Points page_width = base::millimetres(210), page_height = base::millimetres(297);  // portrait
  Points margin_left = base::millimetres(30), margin_right = base::millimetres(10);
  Points margin_top = base::millimetres(20), margin_bottom = base::millimetres(20);
  bool page_number = true;                         // centred at the top from page 2
  Points page_number_top = base::millimetres(10);  // baseline, from the top edge
  std::array<ParagraphStyle, kStyleCount> styles;
  Points outline_indent = base::millimetres(7.5);  // further left indent of each nested item
  TableLook table;
  std::map<std::string, CellState> states;
  // Fills of a chart's series. Their greys stand at least 12 of 100 steps of lightness apart, neighbours'
  // mostly further.
  std::vector<Colour> palette{{0x1F, 0x4E, 0x79}, {0xF2, 0xA9, 0x3B}, {0x5B, 0x9B, 0x8C},
                              {0xD9, 0xD9, 0xD9}, {0xB5, 0x4A, 0x3A}, {0x45, 0x2A, 0x12}};
  HeatLook heat;
  Letterhead letterhead;
  std::string author;  // organization, for document properties

  const ParagraphStyle& style(StyleName wanted) const { return styles[static_cast<std::size_t>(wanted)]; }
  ParagraphStyle& style(StyleName wanted) { return styles[static_cast<std::size_t>(wanted)]; }
};

// GOST R 7.0.97-2025: A4, 30/10/20/20 mm, Times-like 14 pt, first-line indent 12.5 mm.
Theme default_theme();

// A stable text of everything in the theme that changes output, for dumps and digests.
std::string dump(const Theme& theme);

}  // namespace svodka::document
