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

TEST_CASE(
    "the dump of a document shows running matter, groups, pictures and what else stands around the text") {
  Document document;
  document.created = *svodka::text::Date::parse("2026-10-31");
  auto& section = document.sections.emplace_back();
  section.title = "Лист";
  RunningText footer;
  footer.edge = RunningText::Edge::bottom;
  footer.pages = RunningText::Pages::further;
  footer.runs = {{"с. "}, {"", true, false, "", PageField::number}, {"", false, false, "", PageField::count}};
  section.running = {footer};
  auto picture = std::make_shared<svodka::images::Picture>();
  picture->width = 300;
  picture->height = 200;
  section.blocks = {{LetterheadMark{}},
                    {Approval{"УТВЕРЖДАЮ", "Начальник", "И. П. Ёлкин", "1 мая"}},
                    {Image{picture, 30, 0, Align::left, "План"}, Only::both, false, 4},
                    {Rule{}, Only::pdf, false, 4}};
  const auto text = dump(document);
  CHECK(text.substr(text.find("section")) ==
        "section portrait: Лист\n"
        "  footer further centre: с. *{page-number}*{page-count}\n"
        "  letterhead\n"
        "  approval УТВЕРЖДАЮ | Начальник | И. П. Ёлкин | 1 мая\n"
        "  (group 4)\n"
        "  image 300 x 200 px, 30.00 x 0.00 left: План\n"
        "  (pdf only)\n"
        "  (group 4)\n"
        "  rule\n");
}

TEST_CASE("a picture's size follows what is given, its proportion, and the room there is") {
  auto picture = std::make_shared<svodka::images::Picture>();
  picture->width = 300;
  picture->height = 200;
  picture->dots_per_inch = 144;
  const auto size = [&](double width, double height) {
    const auto made = size_of({picture, width, height, Align::left, ""}, 200, 150);
    return std::pair(made.width, made.height);
  };
  CHECK(size(0, 0) == std::pair(150.0, 100.0));  // 300 / 144 inches
  CHECK(size(75, 0) == std::pair(75.0, 50.0));
  CHECK(size(0, 50) == std::pair(75.0, 50.0));
  CHECK(size(80, 80) == std::pair(80.0, 80.0));
  CHECK(size(400, 100) == std::pair(200.0, 50.0));
}
