#include "document/document.hpp"
#include "support/catch.hpp"

using namespace svodka::document;
using svodka::text::Value;

TEST_CASE("the dump of a document shows every block, style, label, cell and total") {
  Document document;
  document.report = "sample";
  document.title = "Образец";
  document.created = *svodka::text::Date::parse("2026-10-31");
  document.properties = {{"meeting", "conf-1"}};
  auto& section = document.sections.emplace_back();
  section.title = "Лист";
  Paragraph heading;
  heading.role = ParagraphRole::heading;
  heading.style = StyleName::heading1;
  heading.level = 1;
  heading.runs = {{"Итоги", false, false, ""}};
  Paragraph item;
  item.role = ParagraphRole::item;
  item.style = StyleName::item;
  item.label = "1.17";
  item.runs = {{"Текст\n", false, false, ""}, {"важно", true, false, ""}};
  Table table;
  table.id = "sums";
  table.columns.resize(2);
  table.columns[0].title = "Имя";
  table.columns[1].title = "Число";
  table.columns[1].total.kind = Total::Kind::sum;
  table.rows.set_columns(2);
  table.rows.begin_row(RowKind::body);
  table.rows.add(Value{"а"});
  table.rows.add(Value{std::int64_t{5}}, "late");
  table.rows.begin_row(RowKind::total);
  table.rows.add(Value{"Всего"});
  table.rows.add({});
  section.blocks = {
      {heading, Only::both, false},     {item, Only::pdf, false},
      {table, Only::both, false},       {Signature{{{"Секретарь", "И. П. Ёлкин"}}}, Only::both, false},
      {PageBreak{}, Only::both, false}, {Space{10}, Only::both, false}};
  CHECK(dump(document) ==
        "document sample\n"
        "title: Образец\n"
        "created: 2026-10-31\n"
        "property meeting: conf-1\n"
        "section portrait: Лист\n"
        "  h1 heading1: Итоги\n"
        "  (pdf only)\n"
        "  item0 item [1.17]: Текст\\n*важно*\n"
        "  table sums\n"
        "    column auto left: Имя\n"
        "    column auto left sum: Число\n"
        "    row | а | i:5 <late>\n"
        "    total | Всего | 5\n"
        "  signature Секретарь | И. П. Ёлкин\n"
        "  page-break\n"
        "  space 10.00\n");
}
