#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using Kind = document::Width::Kind;

namespace {

document::Table table_with(double width, std::string cell) {
  document::Table table;
  table.id = "marks";
  document::Column column;
  column.title = "Имя";
  column.width = {Kind::points, width};
  table.columns = {column};
  table.rows.set_columns(1);
  table.rows.begin_row(document::RowKind::body);
  table.rows.add(text::Value(std::move(cell)));
  return table;
}

std::string messages(document::Document document) {
  document.sections.front().title = "Итоги";
  return base::render(lay(document).diagnostics);
}

}  // namespace

TEST_CASE("a character that no font has is reported once, with the text around it") {
  CHECK(messages(
            document_of({paragraph("Погода завтра ☃, а послезавтра будет видно"), paragraph("снова ☃")})) ==
        "section «Итоги»: warning[L101]: no font has the character U+2603 '☃' of «Погода завтра ☃, а "
        "послезавтра "
        "буд…»\n"
        "  hint: it prints as an empty box; replace it or install a font that has it\n");
}

TEST_CASE("a word wider than its column is reported once and broken, not cut") {
  auto table = table_with(40, "электрификация слово");
  table.rows.begin_row(document::RowKind::body);
  table.rows.add(text::Value(std::string("электрификация")));
  const auto document = document_of({{table, document::Only::both, false}});
  CHECK(messages(document) ==
        "section «Итоги», table marks: warning[L102]: column 1 'Имя' is too narrow for 'электрификация', "
        "which is "
        "broken between letters\n"
        "  hint: make the column wider or its text smaller\n");
  CHECK(lay(document).words(0) == "|Имя|электри|фикация |слово|электри|фикация");
}

TEST_CASE("a table wider than the page is reported and narrowed") {
  const auto document = document_of({{table_with(160, "слово"), document::Only::both, false}});
  CHECK(
      messages(document) ==
      "section «Итоги», table marks: warning[L103]: the columns need 56 mm, but the page has 28 mm; they are "
      "narrowed\n"
      "  hint: turn the section to landscape, make columns narrower or let some repeat in panels\n");
}

TEST_CASE("what fits gives no messages") {
  CHECK(messages(document_of({paragraph("слово"), {table_with(40, "слово"), document::Only::both, false}}))
            .empty());
}
