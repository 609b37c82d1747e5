// The page here is 200 × 200 with margins of 30 and 14 lines; running matter stands 10 from the edges.

#include "support/running.hpp"
#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using document::Align;
using document::PageField;
using document::RunningText;
using Edge = RunningText::Edge;
using On = RunningText::Pages;
using svodka::test::field;
using svodka::test::running;

namespace {

constexpr double kAir = base::millimetres(2);

document::Theme wide_theme() {
  auto theme = small_theme();
  theme.page_width = theme.page_height = 200;
  theme.margin_left = theme.margin_right = theme.margin_top = theme.margin_bottom = 30;
  theme.page_number_top = 10;
  return theme;
}

RunningText page_of_pages() {
  return running(Edge::bottom, Align::centre,
                 {{"С "}, field(PageField::number), {" из "}, field(PageField::count)});
}

document::Document with(std::vector<RunningText> matter, int line_count = 1) {
  auto document = document_of({paragraph(lines(line_count))});
  document.sections.back().running = std::move(matter);
  return document;
}

PlacedText find(const Laid& laid, std::size_t page, std::string_view text) {
  for (const auto& placed : laid.texts(page)) {
    if (placed.shown->text.find(text) != std::string::npos) return placed;
  }
  FAIL("no text " << text);
  return {};
}

}  // namespace

TEST_CASE("page X of Y is known on every page and stands as far from the lower edge as the theme says") {
  const auto laid = lay(with({page_of_pages()}, 20), wide_theme());
  REQUIRE(laid.pages.pages.size() == 2);
  const auto first = find(laid, 0, "С 1");
  CHECK(first.shown->text == "С 1 из 2");
  CHECK(first.y == Approx(190));              // 200 - 10
  CHECK(first.x == Approx(80).margin(0.02));  // 100 - 8 × 5 / 2
  CHECK(find(laid, 1, "С 2").shown->text == "С 2 из 2");
}

TEST_CASE("running matter is an artifact and makes no node") {
  const auto with_matter = lay(with({page_of_pages()}), wide_theme());
  CHECK(find(with_matter, 0, "С 1").node == kArtifact);
  CHECK(with_matter.pages.nodes.size() == lay(with({}), wide_theme()).pages.nodes.size());
  CHECK(with_matter.pages.pages[0].label == "1");
}

TEST_CASE("the first page of each section may differ from its further pages") {
  auto document = with({running(Edge::top, Align::right, {{"раз"}}, On::first),
                        running(Edge::top, Align::right, {{"далее"}}, On::further)},
                       20);
  document.sections.push_back(document.sections.front());
  const auto laid = lay(document, wide_theme());
  REQUIRE(laid.pages.pages.size() == 4);
  for (const std::size_t page : {0, 2}) CHECK(laid.texts(page).front().shown->text == "раз");
  for (const std::size_t page : {1, 3}) CHECK(laid.texts(page).front().shown->text == "далее");
  const auto header = laid.texts(0).front();
  CHECK(header.y == Approx(10));
  CHECK(header.x == Approx(155).margin(0.02));  // 170 - 3 × 5
}

TEST_CASE("sides share an edge and wrap in their share") {
  const auto text = std::string("слово слово слово");  // 17 letters; 130 for both are 13 letters each
  const auto laid =
      lay(with({running(Edge::top, Align::left, {{text}}), running(Edge::top, Align::right, {{text}})}),
          wide_theme());
  const auto texts = laid.texts(0);
  CHECK(texts.at(0).shown->text == "слово слово ");
  CHECK(texts.at(0).x == Approx(30));
  CHECK(texts.at(1).shown->text == "слово слово ");
  CHECK(texts.at(1).x == Approx(115));  // 170 - 11 × 5
  CHECK(texts.at(2).shown->text == "слово");
  CHECK(texts.at(2).y == Approx(20));
}

TEST_CASE("a short side leaves its room to the long one") {
  const auto text = std::string("слово слово слово");
  const auto laid =
      lay(with({running(Edge::top, Align::left, {{text}}), running(Edge::top, Align::right, {{"стр."}})}),
          wide_theme());
  CHECK(laid.texts(0).at(0).shown->text == text);  // 85 + 10 + 20 of 140
}

TEST_CASE("several texts at one place stand below one another") {
  const auto laid = lay(with({running(Edge::bottom, Align::left, {{"раз"}}),
                              running(Edge::bottom, Align::left, {{"два"}}, On::first)}),
                        wide_theme());
  CHECK(find(laid, 0, "раз").y == Approx(180));
  CHECK(find(laid, 0, "два").y == Approx(190));
}

TEST_CASE("text gives way to running matter higher than the margin, on the pages that have it") {
  // Three lines on baselines 10, 20, 30 end at 32.
  const auto above = lay(with({running(Edge::top, Align::left, {{"а\nб\nв"}}, On::first)}, 20), wide_theme());
  CHECK(above.texts(0).at(2).y == Approx(30));
  CHECK(find(above, 0, "слово-1x").y == Approx(32 + kAir + 8));
  CHECK(above.texts(1).at(0).y == Approx(38));
  // Baselines 190, 180, 170: the text ends above 162 - 2 mm = 156.3, 12 lines of 30 + 120.
  const auto below = lay(with({running(Edge::bottom, Align::left, {{"а\nб\nв"}})}, 14), wide_theme());
  CHECK(below.texts(0).size() == 12 + 3);
  CHECK(below.texts(1).size() == 2 + 3);
}

TEST_CASE("on a turned page running matter keeps its distance from the edges") {
  auto theme = wide_theme();
  theme.page_height = 300;
  auto document = with({page_of_pages()});
  document.sections.back().orientation = document::Orientation::landscape;
  const auto text = find(lay(document, theme), 0, "С 1");
  CHECK(text.y == Approx(190));               // the page is 300 × 200
  CHECK(text.x == Approx(130).margin(0.02));  // 150 - 40 / 2
}

TEST_CASE(
    "the theme's page number gives way to one that the section prints, or to what stands in its place") {
  auto theme = wide_theme();
  theme.page_number = true;
  const auto top_of_page_2 = [&](std::vector<RunningText> matter) {
    const auto laid = lay(with(std::move(matter), 20), theme);
    return laid.texts(1).front().shown->text;
  };
  CHECK(top_of_page_2({}) == "2");
  CHECK(top_of_page_2({running(Edge::bottom, Align::left, {{"низ"}})}) == "2");
  CHECK(top_of_page_2({running(Edge::top, Align::centre, {{"верх"}})}) == "верх");
  CHECK(top_of_page_2({page_of_pages()}).starts_with("слово"));
  CHECK(top_of_page_2({running(Edge::top, Align::centre, {{"верх"}}, On::first)}) == "2");
}

TEST_CASE("the theme's page number has its share of the upper edge") {
  auto theme = wide_theme();
  theme.page_number = true;
  const auto text = std::string("слово слово слово");  // beside 5 + 10 in the middle: (140 - 5) / 2 - 10 = 57
  const auto laid = lay(with({running(Edge::top, Align::left, {{text}}, On::further)}, 20), theme);
  CHECK(laid.texts(1).at(0).shown->text == "слово слово ");
  CHECK(find(laid, 1, "2").x == Approx(97.5).margin(0.02));
}

TEST_CASE("running matter higher than a third of the page is cut with a warning") {
  std::string text = "1";
  for (int i = 2; i <= 12; ++i) text += "\n" + std::to_string(i);
  auto document = with({running(Edge::top, Align::left, {{text}})});
  document.sections.back().title = "Лист";
  const auto laid = lay(document, wide_theme());
  // A third of 200 less the 10 above: 5 lines; baselines 10–50, 2 below the last and 2 mm.
  CHECK(laid.words(0) == "|1 |2 |3 |4 |5 |слово-1xxxxxxxxx");
  CHECK(laid.texts(0).back().y == Approx(52 + kAir + 8));
  CHECK(base::render(laid.diagnostics) ==
        "section «Лист»: warning[L104]: a header or footer has 12 lines, a third of the page holds 5\n"
        "  hint: the rest is left out; shorten it in the template\n");
}
