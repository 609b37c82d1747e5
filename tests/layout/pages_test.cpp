#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using document::StyleName;

namespace {

// How many texts each page has.
std::vector<std::size_t> counts(const Laid& laid) {
  std::vector<std::size_t> result;
  for (std::size_t page = 0; page < laid.pages.pages.size(); ++page)
    result.push_back(laid.texts(page).size());
  return result;
}

using Counts = std::vector<std::size_t>;

document::Block space(double height) { return {document::Space{height}, document::Only::both, false}; }
document::Block page_break() { return {document::PageBreak{}, document::Only::both, false}; }

}  // namespace

TEST_CASE("a page holds as many lines as fit and no widow or orphan") {
  CHECK(counts(lay(document_of({paragraph(lines(8))}))) == Counts{8});
  CHECK(counts(lay(document_of({paragraph(lines(9))}))) == Counts{7, 2});  // not 8 and 1
  CHECK(counts(lay(document_of({paragraph(lines(10))}))) == Counts{8, 2});
  CHECK(counts(lay(document_of({paragraph(lines(7)), paragraph(lines(4))}))) == Counts{7, 4});  // not 8 and 3
  CHECK(counts(lay(document_of({paragraph(lines(6)), paragraph(lines(3))}))) == Counts{6, 3});  // not 2 and 1
  CHECK(counts(lay(document_of({paragraph(lines(6)), paragraph(lines(4))}))) == Counts{8, 2});
}

TEST_CASE("a heading never ends a page") {
  const auto laid = lay(document_of({paragraph(lines(6)), heading("Раздел"), paragraph(lines(4))}));
  CHECK(counts(laid) == Counts{6, 5});  // the heading needs two lines with it: 6 + 1 + 2 = 9 > 8
  CHECK(counts(lay(document_of({paragraph(lines(5)), heading("Раздел"), paragraph(lines(4))}))) ==
        Counts{8, 2});
}

TEST_CASE("headings in a row and the space between them stay together") {
  const auto laid = lay(document_of(
      {paragraph(lines(5)), heading("Раздел"), space(1), heading("Глава", 2), paragraph(lines(4))}));
  CHECK(counts(laid) == Counts{5, 6});
}

TEST_CASE("blocks kept with the next share its page") {
  auto kept = paragraph("слово");
  kept.keep_with_next = true;
  CHECK(counts(lay(document_of({paragraph(lines(6)), kept, paragraph(lines(2))}))) == Counts{6, 3});
  CHECK(counts(lay(document_of({paragraph(lines(5)), kept, paragraph(lines(2))}))) == Counts{8});
}

TEST_CASE("more than a page that is to be kept together is split after all") {
  auto kept = paragraph("слово");
  kept.keep_with_next = true;
  std::vector<document::Block> blocks(10, kept);
  CHECK(counts(lay(document_of(blocks))) == Counts{8, 2});
}

TEST_CASE("of two spaces between blocks the larger counts, and none at the top of a page") {
  auto theme = small_theme();
  theme.style(StyleName::heading1).space_before = 10;
  theme.style(StyleName::heading1).space_after = 4;
  theme.style(StyleName::body).space_before = 2;
  const auto laid = lay(document_of({heading("Раздел"), paragraph("слово"), heading("Раздел")}), theme);
  const auto texts = laid.texts(0);
  CHECK(texts.at(0).y == 18);  // 10 margin + 8
  CHECK(texts.at(1).y == 32);  // 18 + 10 + 4
  CHECK(texts.at(2).y == 52);  // 32 + 10 + 10
}

TEST_CASE("a space is dropped where a page filled up and stays where one was begun on purpose") {
  const auto filled = lay(document_of({paragraph(lines(8)), space(30), paragraph("слово")}));
  CHECK(filled.texts(1).at(0).y == 18);
  const auto begun =
      lay(document_of({space(30), paragraph("слово"), page_break(), space(20), paragraph("слово")}));
  CHECK(begun.texts(0).at(0).y == 48);  // 18 + 30
  CHECK(begun.texts(1).at(0).y == 38);  // 18 + 20
}

TEST_CASE("page breaks make no empty pages at the ends of a section") {
  const auto laid = lay(document_of(
      {page_break(), paragraph("раз"), page_break(), page_break(), paragraph("два"), page_break()}));
  CHECK(counts(laid) == Counts{1, 1});
}

TEST_CASE("each section begins a page of its orientation") {
  auto document = document_of({paragraph("раз")});
  document.sections.push_back({});
  document.sections.back().orientation = document::Orientation::landscape;
  document.sections.back().blocks = {paragraph("слово слово слово слово")};
  auto theme = small_theme();
  theme.page_height = 150;
  const auto laid = lay(document, theme);
  REQUIRE(laid.pages.pages.size() == 2);
  CHECK(laid.pages.pages[0].width == 100);
  CHECK(laid.pages.pages[1].width == 150);
  CHECK(laid.pages.pages[1].height == 100);
  CHECK(laid.words(1) == "|слово слово слово слово");  // 150 - 20 = 130 = 26 letters
}

TEST_CASE("a section that continues goes on where the one before it ended") {
  auto document = document_of({paragraph("раз")});
  document.sections.push_back({});
  document.sections.back().continues = true;
  document.sections.back().blocks = {paragraph("два")};
  auto laid = lay(document);
  CHECK(counts(laid) == Counts{2});
  CHECK(laid.words(0) == "|раз|два");
  document.sections.back().orientation = document::Orientation::landscape;
  laid = lay(document);
  CHECK(counts(laid) == Counts{1, 1});
}

TEST_CASE("the running matter of a shared page is that of the section that began it") {
  auto document = document_of({paragraph(lines(10))});
  document.sections.push_back(document.sections.back());
  document.sections.back().continues = true;
  auto theme = small_theme();
  theme.page_number = true;
  const auto laid = lay(document, theme);
  REQUIRE(laid.pages.pages.size() == 3);
  CHECK(laid.texts(1).at(0).shown->text == "2");
  CHECK(laid.texts(2).at(0).shown->text == "3");
}

TEST_CASE("an appendix has its label above it") {
  auto document = document_of({paragraph("текст")});
  document.sections.back().appendix = true;
  document.sections.back().label = "Приложение 1";
  auto theme = small_theme();
  theme.style(StyleName::appendix).align = document::Align::right;
  const auto laid = lay(document, theme);
  CHECK(laid.words(0) == "|Приложение 1|текст");
  CHECK(laid.texts(0).at(0).x == Approx(30));  // 90 - 12 × 5
}

TEST_CASE("the page number stands centred at the top from page 2") {
  auto theme = small_theme();
  theme.page_number = true;
  const auto laid = lay(document_of({paragraph(lines(10))}), theme);
  CHECK(counts(laid) == Counts{8, 3});
  const auto number = laid.texts(1).at(0);
  CHECK(number.shown->text == "2");
  CHECK(number.x == Approx(47.5));  // 10 + (80 - 5) / 2
  CHECK(number.y == 7);
  CHECK(number.node == kArtifact);
  CHECK(laid.pages.pages[0].label == "1");
  CHECK(laid.pages.pages[1].label == "2");
}

TEST_CASE("what is for the workbook alone has no pages") {
  auto hidden = paragraph("слово");
  hidden.only = document::Only::xlsx;
  auto document = document_of({hidden});
  document.sections.push_back({});
  document.sections.back().blocks = {hidden, paragraph("текст")};
  const auto laid = lay(document);
  REQUIRE(laid.pages.pages.size() == 1);
  CHECK(laid.words(0) == "|текст");
}

TEST_CASE("an empty document has one page") { CHECK(counts(lay(document::Document{})) == Counts{0}); }

TEST_CASE("a signature has its position at the left, a rule, and its name at the right") {
  const auto laid = lay(document_of({signature({{"Гла", "Ли А."}})}));
  const auto texts = laid.texts(0);
  CHECK(laid.words(0) == "|Гла |Ли А.");
  CHECK(texts.at(0).x == 10);
  CHECK(texts.at(1).x == Approx(65));  // 90 - 5 × 5
  const auto rule = laid.boxes(0).at(0);
  CHECK(rule.x == Approx(39));      // 65 - 10 gap - 0.2 × 80
  CHECK(rule.width == Approx(16));  // to 55
  CHECK(rule.y == Approx(20));      // baseline 18 + 2
  CHECK(rule.height == 1);
}

TEST_CASE("a long position wraps and the name stands on its last line") {
  const auto laid = lay(document_of({signature({{"Гл вс уч", "Ли А."}})}));
  CHECK(laid.words(0) == "|Гл |вс |уч |Ли А.");  // 39 - 10 - 10 = 19: three letters and a bit
  CHECK(laid.texts(0).at(3).y == laid.texts(0).at(2).y);
  CHECK(laid.boxes(0).at(0).y == Approx(40));  // baseline 38 + 2
}

TEST_CASE("the names of several signatures begin at the same place") {
  const auto laid = lay(document_of({signature({{"Гл", "Ли А."}, {"Се", "Ни"}})}));
  CHECK(laid.texts(0).at(1).x == laid.texts(0).at(3).x);
}

TEST_CASE("a signature never stands alone on a page") {
  const auto sign = signature({{"Гл", "Ли А."}, {"Се", "Ни Б."}});
  // 6 lines and two of signatures fit; with 7 the last two lines go along.
  CHECK(counts(lay(document_of({paragraph(lines(6)), sign}))) == Counts{10});
  CHECK(counts(lay(document_of({paragraph(lines(7)), sign}))) == Counts{5, 6});
  CHECK(counts(lay(document_of({paragraph(lines(7)), space(3), sign}))) == Counts{5, 6});
  CHECK(counts(lay(document_of({paragraph(lines(7)), paragraph("слово"), sign}))) == Counts{7, 5});
}

TEST_CASE("a paragraph that leads in with a colon does not end a page") {
  // 7 lines of 8; the lead-in would be the last.
  const auto laid = lay(document_of({paragraph(lines(7)), paragraph("Решили:"), paragraph("слово")}));
  CHECK(laid.words(1).starts_with("|Решили:|слово"));
}
