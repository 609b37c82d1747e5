// Approval blocks, pictures, rules, letterheads, and groups that share a page.

#include <memory>

#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using document::Align;
using document::StyleName;

namespace {

document::Image image(std::uint32_t width, std::uint32_t height, std::string alternative = "план") {
  auto picture = std::make_shared<images::Picture>();
  picture->width = width;
  picture->height = height;
  picture->dots_per_inch = 72;  // a pixel is a point
  document::Image image;
  image.picture = picture;
  image.alternative = std::move(alternative);
  return image;
}

document::Block block(document::Content content, std::uint32_t group = 0) {
  document::Block made;
  made.content = std::move(content);
  made.group = group;
  return made;
}

document::Block grouped(document::Block block, std::uint32_t group = 1) {
  block.group = group;
  return block;
}

std::vector<PlacedImage> images_of(const Laid& laid, std::size_t page) {
  std::vector<PlacedImage> found;
  for (const auto& item : laid.pages.pages.at(page).items) {
    if (const auto* image = std::get_if<PlacedImage>(&item)) found.push_back(*image);
  }
  return found;
}

using Counts = std::vector<std::size_t>;
Counts counts(const std::vector<document::Block>& blocks) {
  const auto laid = lay(document_of(blocks));
  Counts result;
  for (std::size_t page = 0; page < laid.pages.pages.size(); ++page)
    result.push_back(laid.texts(page).size());
  return result;
}

document::Table table_of(int rows) {
  document::Table table;
  table.columns.resize(1);
  table.columns[0].title = "А";
  table.rows.set_columns(1);
  for (int i = 0; i < rows; ++i) {
    table.rows.begin_row(document::RowKind::body);
    table.rows.add(text::Value(std::to_string(i + 1)));
  }
  return table;
}

}  // namespace

TEST_CASE("an approval stands at the right: word, position, a line to sign on, name, date") {
  auto theme = small_theme();
  theme.style(StyleName::approval).left_indent = 30;  // 50 are left: 10 letters
  const document::Approval approval{"УТВ", "Глава всего", "Ли А.", "28.08.2026"};
  const auto laid = lay(document_of({block(approval), paragraph("текст")}), theme);
  CHECK(laid.words(0) == "|УТВ|Глава |всего|Ли А.|28.08.2026|текст");
  const auto texts = laid.texts(0);
  CHECK(texts.at(0).x == 40);
  CHECK(texts.at(0).y == 18);
  CHECK(texts.at(3).x == Approx(65));  // 90 - 5 × 5
  CHECK(texts.at(3).y == Approx(56));  // three lines, 8 above it, 8 to the baseline: 10 + 30 + 8 + 8
  CHECK(texts.at(4).y == Approx(70));  // 4 above the date: 48 + 10 + 4 + 8
  const auto rule = laid.boxes(0).at(0);
  CHECK(rule.x == 40);
  CHECK(rule.width == Approx(20));  // half a letter's size short of the name
  CHECK(rule.node == kArtifact);
  CHECK(laid.nodes(Role::paragraph).size() == 5);  // word, position, name, date, text
}

TEST_CASE("an approval is never parted") {
  const document::Approval approval{"УТВ", "Глава", "Ли А.", "28.08.2026"};  // 10 + 10 + 18 + 14 = 52
  CHECK(counts({paragraph(lines(2)), block(approval)}) == Counts{6});
  CHECK(counts({paragraph(lines(3)), block(approval)}) == Counts{3, 4});
}

TEST_CASE("an approval on a turned page is as wide as on an upright one") {
  auto theme = small_theme();
  theme.page_height = 150;
  theme.style(StyleName::approval).left_indent = 30;
  auto document = document_of({block(document::Approval{"УТВ", "Гл", "Ли", "год"})});
  document.sections.back().orientation = document::Orientation::landscape;
  CHECK(lay(document, theme).texts(0).at(0).x == 90);  // 140 - (80 - 30)
}

TEST_CASE("a picture is a figure with its alternative, as wide as it says") {
  auto picture = image(40, 20);
  const auto centred = lay(document_of({block(picture)}));
  const auto placed = images_of(centred, 0).at(0);
  CHECK(placed.x == 30);  // 10 + (80 - 40) / 2
  CHECK(placed.y == 10);
  CHECK(placed.width == 40);
  CHECK(placed.height == 20);
  CHECK(centred.pages.nodes.at(placed.node).role == Role::figure);
  CHECK(centred.pages.nodes.at(placed.node).name == "план");
  picture.width = 10;
  picture.align = Align::right;
  const auto narrow = images_of(lay(document_of({block(picture)})), 0).at(0);
  CHECK(narrow.x == 80);
  CHECK(narrow.height == 5);  // its proportion
}

TEST_CASE("a picture is never wider or higher than the text") {
  const auto wide = images_of(lay(document_of({block(image(800, 400))})), 0).at(0);
  CHECK(wide.width == Approx(80));
  CHECK(wide.height == Approx(40));
  const auto high = images_of(lay(document_of({block(image(400, 800))})), 0).at(0);
  CHECK(high.width == Approx(40));
  CHECK(high.height == Approx(80));
}

TEST_CASE("a picture without an alternative is decoration") {
  const auto laid = lay(document_of({block(image(40, 20, ""))}));
  CHECK(images_of(laid, 0).at(0).node == kArtifact);
  CHECK(laid.nodes(Role::figure).empty());
}

TEST_CASE("a rule goes across the text and is an artifact") {
  const auto laid = lay(document_of({paragraph("текст"), block(document::Rule{}), paragraph("текст")}));
  const auto rule = laid.boxes(0).at(0);
  CHECK(rule.x == 10);
  CHECK(rule.width == 80);
  CHECK(rule.y == Approx(24));  // 4 below the line
  CHECK(rule.node == kArtifact);
  CHECK(laid.texts(0).at(1).y == Approx(41));  // 24 + 1 + 8 + 8
}

TEST_CASE("the theme's letterhead stands where the document asks for it; without one nothing does") {
  const auto document = document_of({block(document::LetterheadMark{}), paragraph("текст")});
  CHECK(lay(document).words(0) == "|текст");
  auto theme = small_theme();
  theme.letterhead.picture = image(40, 40).picture;
  theme.letterhead.picture_height = 20;
  theme.letterhead.alternative = "герб";
  theme.letterhead.lines = {"Отдел"};
  theme.letterhead.notes = {"улица"};
  const auto laid = lay(document, theme);
  CHECK(laid.words(0) == "|Отдел|улица|текст");
  CHECK(images_of(laid, 0).at(0).width == 20);
  CHECK(images_of(laid, 0).at(0).x == 40);
  CHECK(laid.texts(0).at(0).y == Approx(44));  // 10 + 20 + 6 + 8
  CHECK(laid.boxes(0).size() == 1);
  theme.letterhead.rule = false;
  CHECK(lay(document, theme).boxes(0).empty());
}

TEST_CASE("a group shares a page") {
  CHECK(counts({paragraph(lines(4)), grouped(paragraph(lines(3))), grouped(paragraph(lines(3)))}) ==
        Counts{4, 6});
  CHECK(counts({paragraph(lines(4)), paragraph(lines(3)), paragraph(lines(3))}) == Counts{7, 3});
}

TEST_CASE("the end of a group that had to be dissolved is printed, also as the last of the document") {
  // 4 + 3 lines and a heading are the 80 points of a page; the gaps before and after the heading are too
  // much.
  auto theme = small_theme();
  theme.style(document::StyleName::heading1).space_before = 6;
  auto document =
      document_of({grouped(paragraph(lines(4))), grouped(paragraph(lines(3))), grouped(heading("Конец"))});
  auto laid = lay(document, theme);
  std::string all;
  for (std::size_t page = 0; page < laid.pages.pages.size(); ++page) all += laid.words(page);
  CHECK(all.ends_with("|Конец"));
  document.sections.emplace_back();
  document.sections.back().blocks = {paragraph("дальше")};
  laid = lay(document, theme);
  CHECK(laid.words(laid.pages.pages.size() - 1) == "|дальше");
}

TEST_CASE("neighbouring groups are two, and what follows a group is free") {
  CHECK(counts({paragraph(lines(2)), grouped(paragraph(lines(4))), grouped(paragraph(lines(4)), 2),
                paragraph(lines(6))}) == Counts{6, 8, 2});
}

TEST_CASE("items, tables, pictures and signatures can be of a group") {
  // A header and two rows of 12 in all 36 and 5 below; a signature of 10: with 3 lines 81 > 80.
  CHECK(counts({paragraph(lines(3)), grouped(block(table_of(2))), grouped(signature({{"Гл", "Ли А."}}))}) ==
        Counts{3, 5});
  const auto laid = lay(document_of({paragraph(lines(5)), grouped(item("1.", "пункт")),
                                     grouped(block(image(40, 30)))}));  // 50 + 10 + 6 + 30
  CHECK(laid.texts(0).size() == 5);
  CHECK(laid.words(1) == "|1. |пункт");
  CHECK(images_of(laid, 1).size() == 1);
}

TEST_CASE("a group higher than a page breaks where it must and keeps its headings and lines together") {
  CHECK(counts({paragraph(lines(2)), grouped(paragraph(lines(4))), grouped(paragraph(lines(4))),
                grouped(paragraph(lines(4)))}) == Counts{8, 6});
  CHECK(counts({paragraph(lines(2)), grouped(paragraph(lines(5))), grouped(heading("Раздел")),
                grouped(paragraph(lines(6)))}) == Counts{7, 7});
}

TEST_CASE("a heading goes with the group after it, which stays whole") {
  CHECK(counts({paragraph(lines(4)), heading("Раздел"), grouped(paragraph(lines(3))),
                grouped(paragraph(lines(4)))}) == Counts{4, 8});
}

TEST_CASE("a group that is too high together with its heading breaks, for a heading never ends a page") {
  CHECK(counts({paragraph(lines(4)), heading("Раздел"), grouped(paragraph(lines(4))),
                grouped(paragraph(lines(4)))}) == Counts{7, 6});
}

TEST_CASE("a space before a group does not count where it is dropped") {
  CHECK(counts({paragraph(lines(4)), block(document::Space{10}), grouped(paragraph(lines(4))),
                grouped(paragraph(lines(4)))}) == Counts{4, 8});
}

TEST_CASE("a page break begins a page even in a group") {
  CHECK(counts({grouped(paragraph("раз")), grouped(block(document::PageBreak{})),
                grouped(paragraph("два"))}) == Counts{1, 1});
}

TEST_CASE("a rule does not part a signature from the text") {
  // 6 lines, the rule with its gaps 13, the signature 10: 83 > 80
  CHECK(counts({paragraph(lines(6)), block(document::Rule{}), signature({{"Гл", "Ли А."}})}) == Counts{4, 4});
}

TEST_CASE("paragraphs kept together with a signature do not stand alone on a page") {
  const auto sign = grouped(signature({{"Гл", "Ли А."}}));
  CHECK(counts({paragraph(lines(6)), grouped(paragraph("Верно")), sign}) == Counts{9});
  CHECK(counts({paragraph(lines(7)), grouped(paragraph("Верно")), sign}) == Counts{5, 5});
  CHECK(counts({paragraph(lines(7)), grouped(paragraph("Верно")), grouped(paragraph("Дата"))}) ==
        Counts{7, 2});
}

TEST_CASE("of a table before a signature the last two rows go with it") {
  // A header and 5 rows of 12 make 72; with 5 below and the signature 87 > 80.
  const auto laid = lay(document_of({block(table_of(5)), signature({{"Гл", "Ли А."}})}));
  CHECK(laid.words(0) == "|А|1|2|3");
  CHECK(laid.words(1) == "|А|4|5|Гл |Ли А.");
}

TEST_CASE("a note under a table does not begin a page alone, unless it belongs to what follows") {
  auto note = paragraph("слово");
  std::get<document::Paragraph>(note.content).style = document::StyleName::note;
  // A header and 5 rows of 12 make 72; with 5 below and the note it would be more than 80.
  const auto laid = lay(document_of({block(table_of(5)), note}));
  CHECK(laid.words(0) == "|А|1|2|3");
  CHECK(laid.words(1) == "|А|4|5|слово");
  note.keep_with_next = true;
  const auto apart = lay(document_of({block(table_of(5)), note, paragraph("текст")}));
  CHECK(apart.words(0) == "|А|1|2|3|4|5");
  CHECK(apart.words(1) == "|слово|текст");
}
