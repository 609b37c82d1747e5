#include <fmt/format.h>

#include "support.hpp"

namespace svodka::xlsx::test {

using document::Total;
using document::Width;
using text::Format;

namespace {

document::Document with(document::Table table) { return document_of<document::Table>({std::move(table)}); }

Value day(int year, int month, int of_month) { return *text::Date::from_parts(year, month, of_month); }

// Two groups of one and two rows with subtotals, and a total.
document::Table grouped() {
  auto table = table_of("summary", {"Школа", "Всего", "Исполнено", "Доля"});
  table.columns[0].total.kind = Total::Kind::count;
  table.columns[1].total.kind = table.columns[2].total.kind = Total::Kind::sum;
  table.columns[3].total = {Total::Kind::ratio, 2, 1};
  table.columns[3].format = {Format::Kind::percent, 1, true};
  add_row(table, RowKind::group, {"Город"});
  add_row(table, RowKind::body, {"№ 1", whole(10), whole(5), 50.0});
  add_row(table, RowKind::subtotal, {{}, {}, {}, {}});
  add_row(table, RowKind::group, {"Село"});
  add_row(table, RowKind::body, {"№ 2", whole(4), whole(4), 100.0});
  add_row(table, RowKind::body, {"№ 3", whole(0), whole(0), {}});
  add_row(table, RowKind::subtotal, {{}, {}, {}, {}});
  add_row(table, RowKind::total, {{}, {}, {}, {}});
  return table;
}

}  // namespace

TEST_CASE("values keep their types and get their formats") {
  auto table = table_of("typed", {"текст", "целое", "дробь", "доля", "дата", "пусто"});
  table.columns[2].format = {Format::Kind::number, 2, true};
  table.columns[3].format = {Format::Kind::percent, 0, true};
  add_row(table, RowKind::body, {"=1+1", whole(7), 1234.5, whole(85), day(2026, 8, 28), {}});
  const auto result = written(with(table));
  CHECK(result.has("cell A2 s '=1+1' | align=left vertical=top wrap boxed"));
  CHECK(result.has("cell B2 n 7 | format=0 align"));
  CHECK(result.has("cell C2 n 1234.5 | format=#,##0.00 align"));
  CHECK(result.has("cell D2 n 85 | format=0\" %\" align"));
  CHECK(result.has("cell E2 date 2026-08-28 | format=dd.mm.yyyy align"));
  CHECK(result.has("cell F2 blank | align=left vertical=top wrap boxed"));
  CHECK(result.messages.empty());
}

TEST_CASE("a cell's own digits are its number format") {
  auto table = table_of("digits", {"дробь", "доля"});
  table.columns[0].format = {Format::Kind::number, 2, true};
  table.columns[1].format = {Format::Kind::percent, 0, true};
  table.rows.begin_row(RowKind::body);
  table.rows.add(1234.5, {}, 1);
  table.rows.add(85.25, {}, 2);
  table.rows.begin_row(RowKind::body);
  table.rows.add(1234.5);
  table.rows.add(Value{}, {}, 2);
  const auto result = written(with(table));
  CHECK(result.has("cell A2 n 1234.5 | format=#,##0.0 align"));
  CHECK(result.has("cell B2 n 85.25 | format=0.00\" %\" align"));
  CHECK(result.has("cell A3 n 1234.5 | format=#,##0.00 align"));
  CHECK(result.has("cell B3 blank"));
}

TEST_CASE("dates have Russian formats and the serial numbers of Excel") {
  auto table = table_of("dates", {"а", "б", "в"});
  table.columns[0].format.kind = Format::Kind::date_long;
  table.columns[1].format.kind = Format::Kind::date_day_month;
  table.columns[2].format.kind = Format::Kind::date_month;
  add_row(table, RowKind::body, {day(1900, 1, 1), day(1900, 3, 1), day(2999, 12, 31)});
  const auto result = written(with(table));
  CHECK(result.has("cell A2 date 1900-01-01 | format=[$-419]d mmmm yyyy\" г.\""));
  CHECK(result.has("cell B2 date 1900-03-01 | format=[$-419]d mmmm"));
  CHECK(result.has("cell C2 date 2999-12-31 | format=[$-419]mmmm yyyy\" г.\""));
}

TEST_CASE("totals are formulas whose cached values are the document's") {
  auto table = table_of("plain", {"а", "б", "в"});
  table.columns[0].total.kind = Total::Kind::sum;
  table.columns[1].total.kind = Total::Kind::count;
  table.columns[2].total = {Total::Kind::ratio, 0, 0};
  add_row(table, RowKind::body, {whole(2), "x", {}});
  add_row(table, RowKind::body, {whole(3), {}, {}});
  add_row(table, RowKind::total, {{}, {}, {}});
  const auto result = written(with(table));
  CHECK(result.has("cell A4 formula =SUM(A2:A3) = 5 | format=0 bold"));
  CHECK(result.has("cell B4 formula =COUNTA(B2:B3) = 1 |"));
  CHECK(result.has("cell C4 formula =IF(SUM(A2:A3)=0,\"\",100*SUM(A2:A3)/SUM(A2:A3)) = 100 |"));
}

TEST_CASE("a sum of nothing and a ratio to zero are empty, not 0") {
  auto table = table_of("nothing", {"а", "б"});
  table.columns[0].total.kind = Total::Kind::sum;
  table.columns[1].total = {Total::Kind::ratio, 0, 0};
  add_row(table, RowKind::body, {{}, {}});
  add_row(table, RowKind::total, {{}, {}});
  const auto result = written(with(table));
  CHECK(result.has("cell A3 formula =IF(COUNT(A2:A2)=0,\"\",SUM(A2:A2)) = None |"));
  CHECK(result.has("cell B3 formula =IF(SUM(A2:A2)=0,\"\",100*SUM(A2:A2)/SUM(A2:A2)) = None |"));
}

TEST_CASE("subtotals are left out of the total, groups fold under their titles") {
  const auto result = written(with(grouped()));
  CHECK(result.has("cell B4 formula =SUBTOTAL(9,B3:B3) = 10 |"));
  CHECK(result.has("cell B8 formula =SUBTOTAL(9,B6:B7) = 4 |"));
  CHECK(result.has("cell A9 formula =SUBTOTAL(3,A2:A8)-2 = 3 |"));
  CHECK(result.has("cell B9 formula =SUBTOTAL(9,B2:B8) = 14 |"));
  CHECK(
      result.line("cell D9").starts_with("cell D9 formula =IF(SUBTOTAL(9,B2:B8)=0,\"\",100*SUBTOTAL(9,C2:C8)/"
                                         "SUBTOTAL(9,B2:B8)) = 64.2857142857142"));
  CHECK(result.has("merge A2:D2"));
  CHECK(result.line("row 2 ").ends_with("level=0"));
  CHECK(result.line("row 3 ").ends_with("level=1"));
  CHECK(result.line("row 4 ").ends_with("level=0"));
  CHECK(result.line("row 6 ").ends_with("level=1"));
}

TEST_CASE("each table has a name over its header and rows") {
  auto first = table_of("people", {"а", "б"});
  add_row(first, RowKind::body, {"x", "y"});
  auto second = table_of("people-2", {"а", "б"});
  second.number_row = true;
  add_row(second, RowKind::body, {"x", "y"});
  const auto result = written(document_of<document::Table>({first, second}));
  CHECK(result.has("name table_people 'Лист'!$A$1:$B$2"));
  CHECK(result.has("name table_people_2 'Лист'!$A$3:$B$5"));
  CHECK(result.has("cell B4 n 2 | fill=FFEDEDED align=center"));
}

TEST_CASE(
    "a register has a frozen header, a filter over its rows, bars behind percentages, and unmerged cells") {
  auto table = table_of("register", {"а", "б"});
  table.filter = true;
  table.columns[1].total.kind = Total::Kind::sum;
  table.columns[1].format.kind = Format::Kind::percent;
  for (int i = 0; i < 3; ++i) add_row(table, RowKind::body, {"x", whole(i)});
  add_row(table, RowKind::total, {"Итого", {}});
  const auto result = written(with(table));
  CHECK(result.has("rule B2:B4 dataBar"));
  CHECK(result.has("freeze A2 filter A1:B4 gridlines True"));
  CHECK(result.has("area $A$1:$B$5 repeat $1:$1"));
  CHECK(result.has("cell B5 formula =SUBTOTAL(9,B2:B4) = 3 |"));
  CHECK_FALSE(result.has("merge"));
}

TEST_CASE("a header is not held when text follows its table") {
  auto table = table_of("votes", {"а"});
  add_row(table, RowKind::body, {"x"});
  auto document = with(table);
  document.sections[0].blocks.push_back({paragraph("Решили")});
  const auto result = written(document);
  CHECK(result.has("freeze None filter None gridlines False"));
  CHECK(result.line("area").ends_with("repeat None"));
}

TEST_CASE("the header of a table with a filter is held though notes on it follow") {
  auto table = table_of("people", {"а"});
  table.filter = true;
  add_row(table, RowKind::body, {"x"});
  auto document = with(table);
  document.sections[0].blocks.push_back({paragraph("Всего в списке: 1 человек.")});
  const auto result = written(document);
  CHECK(result.has("freeze A2 filter A1:A2"));
  CHECK(result.line("area").ends_with("repeat $1:$1"));
}

TEST_CASE("columns under one group have a common title, others reach down") {
  auto table = table_of("deadlines", {"№", "исходный", "новый"});
  table.columns[1].group = table.columns[2].group = "Срок";
  add_row(table, RowKind::body, {"1", "x", "y"});
  const auto result = written(with(table));
  CHECK(result.has("merge A1:A2"));
  CHECK(result.has("merge B1:C1"));
  CHECK(result.has("cell A1 s '№' | bold fill=FFEDEDED align=center vertical=center wrap boxed"));
  CHECK(result.has("cell B1 s 'Срок'"));
  CHECK(result.has("cell C2 s 'новый'"));
}

TEST_CASE("a table has the borders that it asks for") {
  const auto written_with = [](document::Borders borders) {
    auto table = table_of("t", {"А"});
    table.borders = borders;
    add_row(table, RowKind::body, {"x"});
    return written(with(table));
  };
  CHECK(written_with(document::Borders::grid).has("cell A2 s 'x' | align=left vertical=top wrap boxed"));
  CHECK(written_with(document::Borders::rows).has("cell A2 s 'x' | align=left vertical=top wrap lined"));
  CHECK(!written_with(document::Borders::none).has("cell A2 s 'x' | align=left vertical=top wrap lined"));
  CHECK(written_with(document::Borders::none).has("cell A2 s 'x' | align=left vertical=top wrap"));
}

TEST_CASE("a state gives its look, an unknown one is told once") {
  auto table = table_of("states", {"Состояние"});
  for (const auto* state : {"overdue", "lost", "lost"}) {
    table.rows.begin_row(RowKind::body);
    table.rows.add(std::string("x"), state);
  }
  const auto result = written(with(table));
  CHECK(result.has("cell A2 s 'x' | bold fill=FFF4C7C3"));
  CHECK(result.messages ==
        "table states, column «Состояние»: warning[E105]: the theme has no cell state 'lost'\n");
}

TEST_CASE("of several tables with a filter the longest has the sheet's one filter") {
  auto longer = table_of("longer", {"а"});
  auto shorter = table_of("shorter", {"б"});
  longer.filter = shorter.filter = true;
  for (int row = 0; row < 3; ++row) add_row(longer, RowKind::body, {whole(row)});
  add_row(shorter, RowKind::body, {whole(1)});
  CHECK(written(document_of<document::Table>({longer, shorter})).has("freeze None filter A1:A4 "));
  CHECK(written(document_of<document::Table>({shorter, longer})).has("freeze None filter A3:A6 "));
}

TEST_CASE("rows of a long table are as high as those of a short one, whatever its columns repeat") {
  const auto height_of_last = [](int rows) {
    auto table = table_of("long", {"Узкий", "Широкий"});
    table.columns[1].width.amount = 180;
    const std::string wide = "ааа ббб ввв ггг ддд еее жжж ззз иии ккк ллл ммм ннн";
    for (int row = 1; row < rows; ++row) add_row(table, RowKind::body, {"коротко", wide});
    add_row(table, RowKind::body, {wide, "коротко"});
    const auto line = written(document_of<document::Table>({table})).line(fmt::format("row {} ", rows + 1));
    return line.substr(line.find("height="));
  };
  CHECK(height_of_last(1) == height_of_last(400));
  // 51 letters of 6 points: three words, 66 points, are more than a narrow line takes.
  CHECK(height_of_last(1) != "height=15.75 level=0");
}

TEST_CASE("a row is as high as its highest cell") {
  // 60 points leave 56.25 for text; 30 letters of 6 points take 4 lines of 9. 4 × 15.75 and 2 below.
  auto table = table_of("t", {"а", "б"});
  add_row(table, RowKind::body, {std::string(30, 'x'), "y"});
  CHECK(written(with(table)).has("row 2 height=65.25 "));
}

TEST_CASE("rows have the height that the table asks for, at least") {
  auto table = table_of("t", {"а"});
  table.row_height = 30;
  add_row(table, RowKind::body, {"x"});
  add_row(table, RowKind::body, {std::string(30, 'x')});
  const auto result = written(with(table));
  CHECK(result.has("row 2 height=30.0 "));
  CHECK(result.has("row 3 height=65.25 "));
}

TEST_CASE("a row taller than 409 points is merged over several") {
  auto table = table_of("tall", {"а", "б"});
  std::string text;
  for (int i = 0; i < 40; ++i) text += "строка\n";
  add_row(table, RowKind::body, {text, whole(1)});
  add_row(table, RowKind::body, {"после", whole(2)});
  const auto result = written(with(table));
  CHECK(result.has("merge A2:A3"));
  CHECK(result.has("merge B2:B3"));
  CHECK(result.has("cell B2 n 1 |"));
  CHECK(result.has("cell A4 s 'после'"));
}

TEST_CASE("a row of a register stays one row, with a warning when it is cut") {
  auto table = table_of("tall", {"а", "б"});
  table.filter = true;
  std::string text;
  for (int i = 0; i < 40; ++i) text += "строка\n";
  add_row(table, RowKind::body, {text, whole(1)});
  const auto result = written(with(table));
  CHECK(result.has("row 2 height=409.0"));
  CHECK(result.messages ==
        "table tall, row 1, column «а»: warning[E106]: the row needs 632 pt\n"
        "  hint: make the columns wider, or the table one without a filter\n");
}

TEST_CASE("the title of a group in a register is not merged") {
  auto table = table_of("register", {"а", "б"});
  table.filter = true;
  add_row(table, RowKind::group, {"Город"});
  add_row(table, RowKind::body, {"x", "y"});
  const auto result = written(with(table));
  CHECK_FALSE(result.has("merge"));
  CHECK(result.has("cell A2 s 'Город' | bold fill=FFF5F5F5"));
  CHECK(result.has("cell B2 blank | bold fill=FFF5F5F5"));
}

TEST_CASE("a table without rows is its sentence") {
  auto table = table_of("none", {"а", "б"});
  table.empty_text = {{"Сведения не внесены.", false, false, {}}};
  const auto result = written(with(table));
  CHECK(result.has("cell A1 s 'Сведения не внесены.'"));
  CHECK_FALSE(result.has("name"));
}

TEST_CASE("a caption stands over its table") {
  auto table = table_of("t", {"а"});
  table.caption = "Таблица 1";
  add_row(table, RowKind::body, {"x"});
  const auto result = written(with(table));
  CHECK(result.has("cell A1 s 'Таблица 1'"));
  CHECK(result.has("name table_t 'Лист'!$A$2:$A$3"));
}

namespace {

Result with_states(const std::vector<std::pair<std::string, std::string>>& cells, bool filter = true) {
  auto theme = small_theme();
  theme.states["done"] = {document::Colour{0xD9, 0xEA, 0xD3}, false, true,
                          document::Colour{0x10, 0x20, 0x30}};
  auto table = table_of("states", {"Состояние"});
  table.filter = filter;
  for (const auto& [text, state] : cells) {
    table.rows.begin_row(RowKind::body, 0);
    table.rows.add(text, state);
  }
  return written(document_of<document::Table>({table}), {}, theme);
}

}  // namespace

TEST_CASE("in a register the look of a state follows the text of the cell") {
  const auto result =
      with_states({{"Исполнено", "done"}, {"не исполнено", "overdue"}, {"Исполнено", "done"}, {"—", ""}});
  CHECK(result.has("rule A2:A5 cellIs \"исполнено\" → fill=FFD9EAD3 italic colour=FF102030\n"));
  CHECK(result.has("rule A2:A5 cellIs \"не исполнено\" → fill=FFF4C7C3 bold\n"));
  CHECK(result.has("cell A2 s 'Исполнено' | align=left vertical=top wrap boxed\n"));
  CHECK(result.has("cell A3 s 'не исполнено' | align=left vertical=top wrap boxed\n"));
}

TEST_CASE("a state of several texts is told by the beginning that they share") {
  const auto result =
      with_states({{"исполнено\nв срок", "done"}, {"исполнено\nпозже", "done"}, {"не исполнено", "overdue"}});
  CHECK(
      result.has("rule A2:A4 expression LEFT(A2,9)=\"исполнено\" → fill=FFD9EAD3 italic colour=FF102030\n"));
  CHECK(result.has("rule A2:A4 cellIs \"не исполнено\" → fill=FFF4C7C3 bold\n"));
}

TEST_CASE("a state of several texts is told by a line that they share") {
  const auto result = with_states({{"исполнено\nв срок", "done"},
                                   {"частично\nпросрочено", "overdue"},
                                   {"исполнено\nпросрочено", "overdue"}});
  CHECK(result.has("rule A2:A4 containsText NOT(ISERROR(SEARCH(\"просрочено\",A2))) → fill=FFF4C7C3 bold\n"));
}

TEST_CASE("a look stays with its cell where the text does not tell the state, and in documents") {
  const std::string still = "cell A2 s '85' | bold fill=FFF4C7C3 ";
  const auto same_text = with_states({{"85", "overdue"}, {"85", "done"}});
  CHECK(same_text.has(still));
  CHECK_FALSE(same_text.has("rule "));
  const auto part_of_another = with_states({{"85", "overdue"}, {"185\nв срок", "done"}, {"в срок\n", ""}});
  CHECK_FALSE(part_of_another.has("containsText"));
  const auto document = with_states({{"85", "overdue"}, {"9", "done"}}, false);
  CHECK(document.has(still));
  CHECK_FALSE(document.has("rule "));
}

TEST_CASE("stripes alternate and give way to states") {
  auto theme = small_theme();
  theme.table.zebra = document::Colour{0xEE, 0xEE, 0xFF};
  auto table = table_of("striped", {"а"});
  for (int i = 0; i < 3; ++i) add_row(table, RowKind::body, {"x"});
  const auto result = written(with(table), {}, theme);
  CHECK(result.has("cell A2 s 'x' | align"));
  CHECK(result.has("cell A3 s 'x' | fill=FFEEEEFF"));
  CHECK(result.has("cell A4 s 'x' | align"));
}

TEST_CASE("rows beyond a sheet go on in the next, with the header again and totals over both") {
  auto table = table_of("register", {"а", "б"});
  table.columns[1].total.kind = Total::Kind::sum;
  for (int i = 1; i <= 12; ++i) add_row(table, RowKind::body, {"x", whole(i)});
  add_row(table, RowKind::total, {"Итого", {}});
  for (const bool streamed : {false, true}) {
    const auto result = written(with(table), {.sheet_rows = 8, .streamed_cells = streamed ? 0U : 1000U});
    CHECK(result.has("sheets ['Лист', 'Лист (2)'] active Лист"));
    CHECK(result.has("name table_register 'Лист'!$A$1:$B$8"));
    CHECK(result.has("name table_register_2 'Лист (2)'!$A$1:$B$7"));
    CHECK(result.has("cell B7 formula =SUM('Лист'!B2:B8,B2:B6) = 78 |"));
  }
}

TEST_CASE("rows that go out as they are written read the same") {
  auto table = grouped();
  table.columns[1].group = table.columns[2].group = "Поручения";
  auto document = with(table);
  document.sections[0].blocks.push_back({paragraph("Текст")});
  const auto whole_book = written(document);
  const auto streamed = written(document, {.sheet_rows = 1048576, .streamed_cells = 0});
  CHECK(whole_book.lines == streamed.lines);
}

}  // namespace svodka::xlsx::test
