#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;

namespace {

// The tree with its texts: role(children …).
std::string tree(const Laid& laid, NodeId id = 0) {
  std::string out(name_of(laid.pages.nodes[id].role));
  std::string inside = laid.text_of(id);
  for (NodeId child = id + 1; child < laid.pages.nodes.size(); ++child) {
    if (laid.pages.nodes[child].parent != id) continue;
    if (!inside.empty()) inside += " ";
    inside += tree(laid, child);
  }
  return inside.empty() ? out : out + "(" + inside + ")";
}

}  // namespace

TEST_CASE("items form lists nested by their levels") {
  const auto laid =
      lay(document_of({item("1", "а"), item("1.1", "б", 1), item("1.2", "в", 1), item("2", "г")}));
  CHECK(tree(laid) ==
        "document(section(list("
        "list_item(label(1 ) list_body(а list(list_item(label(1.1 ) list_body(б)) list_item(label(1.2 ) "
        "list_body(в))))) "
        "list_item(label(2 ) list_body(г)))))");
}

TEST_CASE("a level left out opens one list only") {
  const auto laid = lay(document_of({item("1", "а"), item("–", "б", 3), item("2", "в")}));
  CHECK(tree(laid) ==
        "document(section(list(list_item(label(1 ) list_body(а list(list_item(label(– ) list_body(б))))) "
        "list_item(label(2 ) list_body(в)))))");
}

TEST_CASE("other blocks end a list") {
  const auto laid = lay(document_of({item("1", "а"), paragraph("б"), item("", "в")}));
  CHECK(tree(laid) ==
        "document(section(list(list_item(label(1 ) list_body(а))) paragraph(б) "
        "list(list_item(list_body(в)))))");
}

TEST_CASE("a paragraph over a page break is one node") {
  const auto laid = lay(document_of({paragraph(lines(10))}));
  REQUIRE(laid.pages.pages.size() == 2);
  CHECK(laid.nodes(Role::paragraph).size() == 1);
  CHECK(laid.text_of(laid.nodes(Role::paragraph)[0]) == lines(10));
}

TEST_CASE("a link is a node of its own, once for all its lines") {
  auto block = paragraph("");
  std::get<document::Paragraph>(block.content).runs = {
      {"см. ", false, false, {}},
      {"первый адрес сайта", false, false, "https://example.org/"},
      {" и ", false, false, {}},
      {"второй", false, false, "https://example.com/"}};
  CHECK(tree(lay(document_of({block}))) ==
        "document(section(paragraph(см.  и  link(первый адрес сайта) link(второй))))");
}

TEST_CASE("a table has a head and a body of rows of cells") {
  document::Table table;
  table.columns.resize(2);
  table.columns[0].title = "А";
  table.columns[1].title = "Б";
  table.rows.set_columns(2);
  table.rows.begin_row(document::RowKind::body);
  table.rows.add(text::Value(std::int64_t{1}));
  table.rows.add(text::Value{});
  table.id = "t1";
  const auto laid = lay(document_of({{table, document::Only::both, false}}));
  CHECK(tree(laid) ==
        "document(section(table(table_head(row(header_cell(А) header_cell(Б))) table_body(row(cell(1) "
        "cell)))))");
  CHECK(laid.pages.nodes[laid.nodes(Role::table)[0]].name == "t1");
}

TEST_CASE("sections and headings make the outline") {
  auto numbered = heading("Раздел");
  std::get<document::Paragraph>(numbered.content).label = "1.";
  auto document = document_of({numbered, paragraph(lines(8)), heading("Глава", 2), paragraph("слово")});
  document.sections.front().title = "Отчёт";
  document.sections.push_back({});
  document.sections.back().blocks = {heading("Прочее")};
  const auto outline = lay(document).pages.outline;
  REQUIRE(outline.size() == 4);
  CHECK(outline[0].title == "Отчёт");
  CHECK(outline[0].level == 1);
  CHECK(outline[1].title == "1. Раздел");
  CHECK(outline[1].level == 2);
  CHECK(outline[1].page == 0);
  CHECK(outline[1].y == 10);
  CHECK(outline[2].title == "Глава");
  CHECK(outline[2].level == 3);
  CHECK(outline[2].page == 1);
  CHECK(outline[2].y == 30);     // under the last two lines of the paragraph: 10 + 20
  CHECK(outline[3].level == 1);  // its section has no title
}

TEST_CASE("the dump names every item, place and node") {
  auto theme = small_theme();
  theme.page_number = true;
  theme.style(document::StyleName::body).align = document::Align::justify;
  auto document = document_of({heading("Раздел"),
                               paragraph("слово да слово слово"),
                               {document::PageBreak{}, document::Only::both, false},
                               signature({{"Гл", "Ли \"А\""}})});
  document.title = "Отчёт";
  document.sections.front().title = "Лист";
  CHECK(dump(lay(document, theme).pages) ==
        R"(title "Отчёт"
language ru-RU
created 1970-01-01
page 1 100.00 × 100.00
  text x 10.00 y 18.00 width 30.00 size 10.00 node 2 "Раздел"
  text x 10.00 y 28.00 width 80.00 size 10.00 node 3 "слово да слово "
  text x 10.00 y 38.00 width 25.00 size 10.00 node 3 "слово"
page 2 100.00 × 100.00
  text x 47.50 y 7.00 width 5.00 size 10.00 artifact "2"
  text x 10.00 y 18.00 width 10.00 size 10.00 node 4 "Гл "
  text x 60.00 y 18.00 width 30.00 size 10.00 node 4 "Ли \"А\""
  box x 34.00 y 20.00 width 16.00 height 1.00 #000000
outline 1 page 1 y 10.00 "Лист"
outline 2 page 1 y 10.00 "Раздел"
node 0 document of 0
node 1 section of 0
node 2 heading of 1 level 1
node 3 paragraph of 1
node 4 paragraph of 1
)");
}

TEST_CASE("an appendix restarts the headings of the outline under its own entry") {
  auto document = document_of({heading("Раздел", 1), heading("Глава", 2)});
  document.sections.back().title = "Протокол";
  document.sections.push_back(document.sections.back());
  document.sections.back().title = "Памятка";
  document.sections.back().appendix = true;
  document.sections.back().label = "Приложение 1";
  const auto laid = lay(document);
  std::string outline;
  for (const auto& entry : laid.pages.outline) outline += std::to_string(entry.level) + entry.title + " ";
  CHECK(outline == "1Протокол 2Раздел 3Глава 1Памятка 2Раздел 3Глава ");
  CHECK(laid.pages.outline.at(3).page == 1);
}
