// Properties that hold for every document, on many made at random (always the same ones).

#include <random>

#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using Kind = document::Width::Kind;

namespace {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int upto(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }
  bool chance(int of_ten) { return upto(9) < of_ten; }

  std::string word() {
    static const std::vector<std::string> letters{"а", "б", "ж", "Щ", "ё", "x", "7",
                                                  "-", "«", "»", ",", "№", "–", "/"};
    std::string text;
    const auto length = chance(1) ? upto(40) : upto(9);
    for (int i = 0; i <= length; ++i) text += letters[static_cast<std::size_t>(upto(13))];
    return text;
  }

  std::string text(int words) {
    std::string out;
    const auto count = upto(words);
    for (int i = 0; i < count; ++i) {
      if (i > 0) out += chance(1) ? "\u00A0" : chance(1) ? "  " : chance(1) ? "\n" : " ";
      out += word();
    }
    return out;
  }

  document::Runs runs(int words) {
    document::Runs result;
    const auto count = 1 + upto(3);
    for (int i = 0; i < count; ++i) {
      result.push_back({text(words), chance(3), chance(2), chance(1) ? "https://example.org/" : ""});
    }
    return result;
  }

  document::Block paragraph() {
    document::Paragraph paragraph;
    paragraph.runs = runs(15);
    const auto kind = upto(9);
    if (kind == 0) paragraph.role = document::ParagraphRole::heading;
    if (kind > 5) paragraph.role = document::ParagraphRole::item;
    paragraph.level = static_cast<std::uint8_t>(upto(3));
    if (chance(4)) paragraph.label = "1." + std::to_string(upto(99));
    paragraph.align = static_cast<document::Align>(upto(3));
    paragraph.keep_with_next = chance(1);
    return {paragraph, document::Only::both, false};
  }

  document::Block table() {
    document::Table table;
    const auto columns = static_cast<std::size_t>(1 + upto(4));
    for (std::size_t i = 0; i < columns; ++i) {
      document::Column column;
      column.title = text(3);
      if (chance(3)) column.group = "Группа";
      column.width = {static_cast<Kind>(upto(3)), 1.0 + upto(30)};
      column.align = static_cast<document::Align>(upto(3));
      column.repeat = i == 0 && chance(5);
      table.columns.push_back(column);
    }
    table.number_row = chance(2);
    table.rows.set_columns(columns);
    const auto rows = upto(12);
    for (int row = 0; row < rows; ++row) {
      if (chance(1)) {
        table.rows.begin_row(document::RowKind::group);
        table.rows.add(text::Value(text(5)));
        continue;
      }
      table.rows.begin_row(document::RowKind::body);
      for (std::size_t i = 0; i < columns; ++i) table.rows.add(text::Value(text(chance(1) ? 40 : 4)));
    }
    return {table, document::Only::both, false};
  }

  document::RunningText running() {
    document::RunningText made;
    made.edge = static_cast<document::RunningText::Edge>(upto(1));
    made.pages = static_cast<document::RunningText::Pages>(upto(2));
    made.align = static_cast<document::Align>(upto(2));
    made.runs = runs(6);
    for (auto& run : made.runs) run.href.clear();
    document::Run number;
    number.field = chance(5) ? document::PageField::number : document::PageField::count;
    made.runs.push_back(number);
    return made;
  }

  // With everything around the text.
  document::Document framed_document() {
    auto result = document();
    for (auto& section : result.sections) {
      for (int i = upto(4); i > 0; --i) section.running.push_back(running());
      std::uint32_t group = 0;
      for (auto& block : section.blocks) {
        if (chance(4)) ++group;
        if (chance(5)) block.group = group;
        if (chance(1)) block.content = document::Approval{text(2), text(6), text(3), text(3)};
        if (chance(1)) block.content = document::Rule{};
      }
    }
    return result;
  }

  document::Document document() {
    document::Document result;
    const auto sections = 1 + upto(1);
    for (int s = 0; s < sections; ++s) {
      document::Section section;
      section.orientation = static_cast<document::Orientation>(upto(1));
      const auto blocks = upto(12);
      for (int b = 0; b < blocks; ++b) {
        if (chance(3)) {
          section.blocks.push_back(table());
        } else if (chance(1)) {
          section.blocks.push_back(signature({{text(6), text(2)}, {text(1), text(1)}}));
        } else {
          section.blocks.push_back(paragraph());
        }
      }
      result.sections.push_back(std::move(section));
    }
    return result;
  }

 private:
  std::mt19937 random_;
};

document::Theme wide_theme() {
  auto theme = small_theme();
  theme.page_width = 200;
  theme.page_height = 240;
  theme.style(document::StyleName::body).space_after = 3;
  theme.style(document::StyleName::body).first_indent = 12;
  return theme;
}

std::string as_spaces(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// Letters of one line of one page overlap no others: they share a baseline and part horizontally, or lie
// apart.
bool overlap(const PlacedText& a, const PlacedText& b) {
  constexpr double rounding = 0.01;
  const bool beside = a.x + a.shown->width <= b.x + rounding || b.x + b.shown->width <= a.x + rounding;
  const bool above = a.y + 0.2 * a.shown->size <= b.y - 0.8 * b.shown->size + rounding ||
                     b.y + 0.2 * b.shown->size <= a.y - 0.8 * a.shown->size + rounding;
  return !beside && !above;
}

// On every page each text lies this far from the edges, and none lies on another. Of a text's height, 8
// points are above its baseline and 2 below.
void require_apart(const Laid& laid, double left, double right, double top, double bottom) {
  constexpr double rounding = 0.01;
  for (std::size_t page = 0; page < laid.pages.pages.size(); ++page) {
    const auto& sheet = laid.pages.pages[page];
    const auto texts = laid.texts(page);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto& text = texts[i];
      CAPTURE(page, text.shown->text, text.x, text.y, text.shown->width);
      REQUIRE(text.x >= left - rounding);
      REQUIRE(text.x + text.shown->width <= sheet.width - right + rounding);
      REQUIRE(text.y - 8 >= top - rounding);
      REQUIRE(text.y + 2 <= sheet.height - bottom + rounding);
      for (std::size_t other = i + 1; other < texts.size(); ++other) {
        CAPTURE(texts[other].shown->text, texts[other].x, texts[other].y);
        REQUIRE_FALSE(overlap(text, texts[other]));
      }
    }
  }
}

}  // namespace

TEST_CASE("a paragraph's lines together are its text") {
  Maker maker(1);
  for (int round = 0; round < 300; ++round) {
    auto block = maker.paragraph();
    auto& content = std::get<document::Paragraph>(block.content);
    content.label.clear();
    const auto source = as_spaces(document::plain_text(content.runs));
    const auto laid = lay(document_of({block}));
    std::string extracted;
    for (std::size_t page = 0; page < laid.pages.pages.size(); ++page) {
      for (const auto& text : laid.texts(page)) extracted += text.shown->text;
    }
    REQUIRE(extracted == source);
  }
}

TEST_CASE("paragraphs follow one another over the pages in their order") {
  Maker maker(3);
  std::vector<document::Block> blocks;
  std::string expected;
  for (int i = 0; i < 200; ++i) {
    blocks.push_back(maker.paragraph());
    const auto& paragraph = std::get<document::Paragraph>(blocks.back().content);
    if (!paragraph.label.empty()) expected += paragraph.label + " ";
    expected += as_spaces(document::plain_text(paragraph.runs));
  }
  const auto laid = lay(document_of(blocks), wide_theme());
  REQUIRE(laid.pages.pages.size() > 20);
  std::string extracted;
  for (std::size_t page = 0; page < laid.pages.pages.size(); ++page) {
    for (const auto& text : laid.texts(page)) extracted += text.shown->text;
  }
  CHECK(extracted == expected);
}

TEST_CASE("every glyph's cluster is a place in its text, in order") {
  Maker maker(2);
  for (int round = 0; round < 100; ++round) {
    const auto laid = lay(document_of({maker.paragraph()}));
    for (const auto& text : laid.texts(0)) {
      std::uint32_t before = 0;
      for (const auto& glyph : text.shown->glyphs) {
        REQUIRE(glyph.cluster >= before);
        REQUIRE(glyph.cluster < text.shown->text.size());
        before = glyph.cluster;
      }
    }
  }
}

TEST_CASE("no text lies outside the margins and none overlaps another") {
  const auto theme = wide_theme();
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    require_apart(lay(Maker(seed).document(), theme), theme.margin_left, theme.margin_right, theme.margin_top,
                  theme.margin_bottom);
  }
}

TEST_CASE("nothing around the text overlaps it or leaves the page") {
  auto theme = wide_theme();
  theme.page_number = true;
  theme.page_number_top = 12;
  theme.margin_top = 20;
  for (unsigned seed = 300; seed < 500; ++seed) {
    CAPTURE(seed);  // running matter begins 12 from the upper edge
    require_apart(lay(Maker(seed).framed_document(), theme), theme.margin_left, theme.margin_right, 4, 10);
  }
}

TEST_CASE("all text is in the structure, in order") {
  for (unsigned seed = 200; seed < 300; ++seed) {
    CAPTURE(seed);
    const auto document = Maker(seed).document();
    const auto laid = lay(document, wide_theme());
    std::vector<std::string> texts(laid.pages.nodes.size());
    for (std::size_t page = 0; page < laid.pages.pages.size(); ++page) {
      for (const auto& text : laid.texts(page)) {
        if (text.node != kArtifact) texts[text.node] += text.shown->text;
      }
    }
    // Links are children of their paragraph; this test looks at texts without them.
    std::vector<std::string> expected, found;
    for (const auto& section : document.sections) {
      for (const auto& block : section.blocks) {
        if (const auto* table = std::get_if<document::Table>(&block.content)) {
          for (std::size_t row = 0; row < table->rows.rows(); ++row) {
            for (std::size_t cell = 0; cell < table->rows.cells(row); ++cell) {
              std::string text(table->rows.cell(row, cell).text);
              text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
              expected.push_back(text);
            }
          }
        }
      }
    }
    std::vector<std::vector<NodeId>> children(laid.pages.nodes.size());
    for (NodeId id = 1; id < laid.pages.nodes.size(); ++id)
      children[laid.pages.nodes[id].parent].push_back(id);
    for (const auto row : laid.nodes(Role::row)) {
      for (const auto cell : children[row]) {
        if (laid.pages.nodes[cell].role != Role::cell) continue;
        auto text = texts[cell];
        for (const auto paragraph : children[cell]) text += texts[paragraph];
        found.push_back(text);
      }
    }
    REQUIRE(found == expected);
  }
}

TEST_CASE("the same document gives the same pages") {
  const auto document = Maker(7).document();
  CHECK(dump(lay(document, wide_theme()).pages) == dump(lay(document, wide_theme()).pages));
}
