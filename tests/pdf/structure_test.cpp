// The structure tree, as poppler shows it.

#include "pdf/hand_made.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::test;
using layout::Role;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string tree(const layout::Pages& pages) {
  return TemporaryPdf(written(pages)).ask({"pdfinfo", "-struct-text", "FILE"});
}

}  // namespace

TEST_CASE("a paragraph that crosses a page is one element with content on both pages") {
  HandMade made;
  const auto node = made.add_node(Role::paragraph);
  made.place(node, 85, 800, "начало абзаца ");
  made.add_page();
  made.place(node, 85, 60, "и его конец");
  CHECK(tree(made.pages) ==
        "Document\n"
        "  P (block)\n"
        "    \"начало абзаца \"\n"
        "    \"и его конец\"\n");
}

TEST_CASE("headings are numbered by depth, so that the first is H1 and none skips a level") {
  HandMade made;
  const int levels[] = {2, 4, 4, 6, 3, 2, 1, 3};
  for (std::size_t i = 0; i < std::size(levels); ++i) {
    const auto heading = made.add_node(Role::heading);
    made.pages.nodes[heading].level = static_cast<std::uint8_t>(levels[i]);
    made.place(heading, 85, 100 + 20 * static_cast<double>(i), "Раздел");
  }
  CHECK(TemporaryPdf(written(made.pages)).ask({"pdfinfo", "-struct", "FILE"}) ==
        "Document\n  H1 (block)\n  H2 (block)\n  H2 (block)\n  H3 (block)\n  H2 (block)\n  H1 (block)\n"
        "  H1 (block)\n  H2 (block)\n");
}

TEST_CASE("the depth of headings begins anew in each section, and goes on behind a section inside") {
  HandMade made;
  const auto add_heading = [&](layout::NodeId parent, std::uint8_t level) {
    const auto heading = made.add_node(Role::heading, parent);
    made.pages.nodes[heading].level = level;
    made.place(heading, 85, 100 + 20 * static_cast<double>(heading), "Раздел");
  };
  const auto report = made.add_node(Role::section);
  add_heading(report, 1);
  add_heading(report, 2);
  const auto inner = made.add_node(Role::section, report);
  add_heading(inner, 3);
  add_heading(report, 2);
  const auto appendix = made.add_node(Role::section);
  add_heading(appendix, 2);
  add_heading(made.add_node(Role::list, appendix), 3);
  CHECK(TemporaryPdf(written(made.pages)).ask({"pdfinfo", "-struct", "FILE"}) ==
        "Document\n  Sect\n    H1 (block)\n    H2 (block)\n    Sect\n      H1 (block)\n    H2 (block)\n"
        "  Sect\n    H1 (block)\n    L (block)\n      H2 (block)\n");
}

TEST_CASE("running matter and rules are not in the tree") {
  HandMade made;
  made.place(layout::kArtifact, 300, 30, "2");
  made.place(made.add_node(Role::paragraph), 85, 100, "Решили");
  made.pages.pages[0].items.emplace_back(layout::PlacedBox{10, 10, 100, 0.5, {}});
  CHECK(tree(made.pages) == "Document\n  P (block)\n    \"Решили\"\n");
}

TEST_CASE("a table has head, body, spans and scopes, and its id as the title") {
  HandMade made;
  const auto table = made.add_node(Role::table);
  made.pages.nodes[table].name = "people";
  const auto head = made.add_node(Role::table_head, table);
  const auto head_row = made.add_node(Role::row, head);
  const auto header = made.add_node(Role::header_cell, head_row);
  made.pages.nodes[header].column_header = true;
  made.pages.nodes[header].column_span = 2;
  const auto body = made.add_node(Role::table_body, table);
  const auto row = made.add_node(Role::row, body);
  const auto row_header = made.add_node(Role::header_cell, row);
  made.pages.nodes[row_header].row_span = 3;
  made.add_node(Role::cell, row);  // empty, still a cell
  made.place(header, 85, 100, "Фамилия");
  made.place(row_header, 85, 120, "1");
  const TemporaryPdf file(written(made.pages));
  CHECK(file.ask({"pdfinfo", "-struct", "FILE"}) ==
        "Document\n"
        "  Table \"people\" (block)\n"
        "    THead\n"
        "      TR\n"
        "        TH:\n"
        "           /Scope /Column\n"
        "           /ColSpan 2\n"
        "    TBody\n"
        "      TR\n"
        "        TH:\n"
        "           /Scope /Row\n"
        "           /RowSpan 3\n"
        "        TD\n");
}

TEST_CASE("a list says how its labels count") {
  const std::pair<const char*, const char*> labels[] = {
      {"1.1.", "Decimal"}, {"II.", "UpperRoman"}, {"а)", "LowerAlpha"}, {"B.", "UpperAlpha"}, {"–", "Disc"}};
  for (const auto& [text, numbering] : labels) {
    HandMade made;
    const auto list = made.add_node(Role::list);
    const auto item = made.add_node(Role::list_item, list);
    const auto label = made.add_node(Role::label, item);
    const auto body = made.add_node(Role::list_body, item);
    made.place(label, 85, 100, std::string(text) + " ");
    made.place(body, 105, 100, "Подготовить отчёт.");
    CHECK(tree(made.pages) == std::string("Document\n  L (block):\n     /ListNumbering /") + numbering +
                                  "\n"
                                  "    LI (block)\n"
                                  "      Lbl (block)\n"
                                  "        \"" +
                                  text +
                                  " \"\n"
                                  "      LBody (block)\n"
                                  "        \"Подготовить отчёт.\"\n");
  }
}

TEST_CASE("a link inside a paragraph stands in its place, with its annotation") {
  HandMade made;
  const auto paragraph = made.add_node(Role::paragraph);
  const auto link = made.add_node(Role::link, paragraph);
  double x = 85;
  x += made.place(paragraph, x, 100, "Смотри ");
  x += made.place(link, x, 100, "сайт");
  HandMade::shown_of(made.last_text()).href = "https://школа.рф/отчёт";
  made.place(paragraph, x, 100, " школы.");
  const TemporaryPdf file(written(made.pages));
  CHECK(file.ask({"pdfinfo", "-struct-text", "FILE"}) ==
        "Document\n"
        "  P (block)\n"
        "    \"Смотри \"\n"
        "    Link (inline)\n"
        "      \"сайт\"\n"
        "      Object 5 0\n"
        "    \" школы.\"\n");
  const std::string annotation = file.ask({"mutool", "show", "-g", "FILE", "5"});
  CHECK(contains(annotation, "/URI(https://%D1%88%D0%BA%D0%BE%D0%BB%D0%B0.%D1%80%D1%84/"));
  CHECK(contains(annotation, "/StructParent 1"));
}

TEST_CASE("a link of another scheme is text without an annotation") {
  for (const char* href : {"javascript:alert(1)", "file:///etc/passwd", "HTTPX://a", "/local"}) {
    HandMade made;
    made.place(made.add_node(Role::link, made.add_node(Role::paragraph)), 85, 100, "ссылка");
    HandMade::shown_of(made.last_text()).href = href;
    const std::string bytes = written(made.pages);
    CHECK_FALSE(contains(bytes, "/Annot"));
    CHECK(extracted(bytes) == "ссылка");
  }
}

TEST_CASE("pieces of one link on one line are one annotation, on two lines two") {
  HandMade made;
  const auto link = made.add_node(Role::link, made.add_node(Role::paragraph));
  for (const auto& [x, y] : {std::pair{85.0, 100.0}, {140.0, 100.0}, {85.0, 114.0}}) {
    made.place(link, x, y, "часть ");
    HandMade::shown_of(made.last_text()).href = "mailto:rono@example.ru";
  }
  const std::string bytes = written(made.pages, pdf::Standard::none);
  std::size_t count = 0;
  for (auto at = bytes.find("/Annot/"); at != std::string::npos; at = bytes.find("/Annot/", at + 1)) ++count;
  CHECK(count == 2);
}

TEST_CASE("a paragraph without content is left out") {
  HandMade made;
  made.add_node(Role::paragraph);
  made.place(made.add_node(Role::paragraph), 85, 100, "текст");
  CHECK(tree(made.pages) == "Document\n  P (block)\n    \"текст\"\n");
}
