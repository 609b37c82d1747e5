#pragma once
// The format-neutral document that both writers take. It names styles; the theme resolves them.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/chart.hpp"
#include "document/table.hpp"
#include "document/theme.hpp"
#include "images/picture.hpp"
#include "text/value.hpp"

namespace svodka::document {

enum class Only : std::uint8_t { both, pdf, xlsx };  // in which format a block appears

// What a paragraph is, for tags and outline.
enum class ParagraphRole : std::uint8_t { paragraph, heading, item };

// One paragraph; text may hold U+000A for a forced line break. The label («1.17», «б.») stands before the
// text verbatim and is never counted.
struct Paragraph {
  ParagraphRole role = ParagraphRole::paragraph;
  StyleName style = StyleName::body;
  std::optional<Align> align;  // instead of the style's
  std::uint8_t level = 0;      // heading: 1–6; item: nesting depth from 0
  std::string label;           // number or marker as printed, or empty
  Runs runs;
  bool keep_with_next = false;  // besides the style's own
};

// «Председатель ________ И. П. Сидоров»; several lines stay together and with what is before them.
struct SignatureLine {
  std::string position;
  std::string name;
};
struct Signature {
  std::vector<SignatureLine> lines;
};

// «УТВЕРЖДАЮ» over who approves, room to sign, and the date: a block at the right.
struct Approval {
  std::string word;
  std::string position;
  std::string name;
  std::string date;  // as printed, or room to write it
};

// A picture by itself. Of width and height 0 the picture's own proportion makes one of the other; with
// neither it has its own size. Never wider than the text.
struct Image {
  images::PicturePtr picture;
  Points width = 0;
  Points height = 0;
  Align align = Align::centre;
  std::string alternative;  // what it shows, for those who cannot see it; empty: decoration
};

struct Rule {};  // a line across the text

struct LetterheadMark {};  // the theme's letterhead stands here, if it has one

struct PageBreak {};

struct Space {
  base::Points height = 0;
};

using Content =
    std::variant<Paragraph, Table, Signature, Approval, LetterheadMark, Image, Chart, Rule, PageBreak, Space>;

struct Block {
  Content content;
  Only only = Only::both;
  bool keep_with_next = false;
  std::uint32_t group = 0;  // not 0: all neighbours of the same group stand on one page
};

// Running matter of the pages of a section: printed in the upper or lower margin, at its side.
struct RunningText {
  enum class Pages : std::uint8_t { all, first, further };  // of the section
  enum class Edge : std::uint8_t { top, bottom };
  Edge edge = Edge::top;
  Pages pages = Pages::all;
  Align align = Align::centre;  // left, centre or right
  Runs runs;                    // may hold page fields
};

// A sheet in XLSX, a sequence of pages in PDF.
struct Section {
  std::string title;  // sheet name before it is made safe; outline entry
  Orientation orientation = Orientation::portrait;
  bool continues = false;  // no new page in PDF, unless the section before is turned the other way
  bool appendix = false;   // starts with its label at the right: «Приложение 1»
  std::string label;       // that label
  std::vector<RunningText> running;
  std::vector<Block> blocks;
};

struct Property {  // custom document property, printed nowhere
  std::string name;
  std::string value;
};

struct Document {
  std::string report;  // template name
  std::string title;
  std::string language = "ru-RU";
  std::string author;
  std::string subject;
  text::Date created;                // the job's as-of date: nothing reads the clock
  std::vector<Property> properties;  // report, parameters, as-of date
  bool empty = false;                // the template said there is nothing to report
  std::vector<Section> sections;
};

// Readable text of the whole document, for `dump` and golden tests.
std::string dump(const Document& document);

// SHA-256 of everything in it: documents of one digest make the same files under one theme.
std::string digest_of(const Document& document);

std::string plain_text(const Runs& runs);

// As printed, in points.
struct Size {
  Points width = 0, height = 0;
};
Size size_of(const Image& image, Points most_width, Points most_height);

// Between the margins of an upright or a turned page.
Points text_width(const Theme& theme, Orientation orientation);
// Of the block «УТВЕРЖДАЮ»; as wide on a turned page as on an upright one.
Points approval_width(const Theme& theme);
// Where something stands that leaves this much of a width. Justified: at the left.
Points left_of(Align align, Points spare);
// Of running matter: 0 left, 1 centre, 2 right.
std::size_t side_of(Align align);

// What a LetterheadMark stands for: picture, lines, notes, rule; none when the theme has no letterhead.
std::vector<Block> letterhead_blocks(const Theme& theme);

}  // namespace svodka::document
