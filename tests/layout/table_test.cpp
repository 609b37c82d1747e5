#include "layout/support.hpp"
#include "support/catch.hpp"

using namespace svodka;
using namespace svodka::layout;
using namespace svodka::layout::test;
using document::RowKind;
using document::StyleName;
using document::Table;
using Kind = document::Width::Kind;

namespace {

document::Column column(std::string title, double points) {
  document::Column result;
  result.title = std::move(title);
  result.width = {Kind::points, points};
  return result;
}

// Two columns of 40 points: 7 letters each beside the padding of 1.
Table table_of(const std::vector<std::vector<std::string>>& rows) {
  Table table;
  table.id = "t";
  table.columns = {column("А", 40), column("Б", 40)};
  table.rows.set_columns(2);
  for (const auto& row : rows) {
    table.rows.begin_row(RowKind::body);
    for (const auto& cell : row) table.rows.add(text::Value(cell));
  }
  return table;
}

document::Block block(Table table) { return {std::move(table), document::Only::both, false}; }
Laid lay_table(Table table, const document::Theme& theme = small_theme()) {
  return lay(document_of({block(std::move(table))}), theme);
}

PlacedText find(const Laid& laid, std::size_t page, std::string_view text) {
  for (const auto& placed : laid.texts(page)) {
    if (placed.shown->text == text) return placed;
  }
  FAIL("no text " << text);
  return {};
}

std::size_t count(const Laid& laid, std::size_t page, Colour colour) {
  std::size_t found = 0;
  for (const auto& box : laid.boxes(page)) found += box.colour == colour;
  return found;
}

std::vector<std::vector<std::string>> numbered(int rows) {
  std::vector<std::vector<std::string>> result;
  for (int i = 1; i <= rows; ++i) result.push_back({std::to_string(i), "x"});
  return result;
}

// «+» begins the title of a group, «++» of one within it; anything else is a row.
Table in_groups(const std::vector<std::string>& rows) {
  auto table = table_of({});
  for (const auto& row : rows) {
    const auto level = row.find_first_not_of('+');
    table.rows.begin_row(level > 0 ? RowKind::group : RowKind::body,
                         static_cast<std::uint8_t>(level > 0 ? level - 1 : 2));
    table.rows.add(text::Value(row.substr(level)));
    if (level == 0) table.rows.add(text::Value(std::string("x")));
  }
  return table;
}

}  // namespace

TEST_CASE("cells stand in their columns with padding on each side") {
  const auto laid = lay_table(table_of({{"раз", "два"}}));
  CHECK(find(laid, 0, "А").x == Approx(11));    // 10 margin + 1 padding
  CHECK(find(laid, 0, "Б").x == Approx(51));    // 10 + 40 + 1
  CHECK(find(laid, 0, "А").y == Approx(19));    // 10 margin + 1 padding + 8 ascent
  CHECK(find(laid, 0, "раз").y == Approx(31));  // a row of 10 + 2 × 1 lower
  CHECK(find(laid, 0, "два").x == Approx(51));
}

TEST_CASE("a row is as high as its tallest cell and the others stand as their column says") {
  auto table = table_of({{"раз два три", "раз"}, {"раз", "раз"}});
  table.columns[1].vertical = document::VerticalAlign::bottom;
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|А|Б|раз два |три|раз|раз|раз");
  const auto texts = laid.texts(0);
  CHECK(texts.at(4).y == texts.at(3).y);
  CHECK(texts.at(5).y == Approx(53));  // 10 + head 12 + row 22 + 1 + 8
}

TEST_CASE("rows have the height that the table asks for, and more when their text needs it") {
  auto table = table_of({{"раз", "раз"}, {"раз два три четыре", "раз"}, {"раз", "раз"}});
  table.row_height = 15;
  const auto laid = lay_table(std::move(table));
  CHECK(find(laid, 0, "раз").y == Approx(31));  // 10 margin + head 12 + 1 + 8
  const auto texts = laid.texts(0);
  CHECK(texts.at(4).y == Approx(46));   // the first row of 15 lower
  CHECK(texts.back().y == Approx(78));  // the second row of three lines, 32, lower
}

TEST_CASE("a row that is to be higher than a page takes a page") {
  auto table = table_of({{"раз", "раз"}, {"два", "два"}});
  table.row_height = 500;
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|А|Б|раз|раз");
  CHECK(laid.words(1) == "|А|Б|два|два");
}

TEST_CASE("rules frame every cell and vertical rules go through") {
  const auto laid = lay_table(table_of({{"раз", "два"}, {"три", "четыре"}}));
  std::vector<PlacedBox> vertical, horizontal;
  const auto theme = small_theme();
  for (const auto& box : laid.boxes(0)) {
    if (box.colour == theme.table.header_fill) continue;
    (box.height > box.width ? vertical : horizontal).push_back(box);
  }
  REQUIRE(vertical.size() == 3);
  CHECK(vertical[0].x == Approx(9.5));  // 10 - 1 / 2
  CHECK(vertical[0].y == Approx(10));
  CHECK(vertical[0].height == Approx(36));  // three rows of 12
  REQUIRE(horizontal.size() == 4);
  CHECK(horizontal[0].x == Approx(9.5));
  CHECK(horizontal[0].y == Approx(9.5));     // 10 - 1 / 2
  CHECK(horizontal[0].width == Approx(81));  // 80 + 1
  CHECK(horizontal[3].y == Approx(45.5));    // 10 + 36 - 1 / 2
}

TEST_CASE("the header is filled and stands behind its text") {
  const auto laid = lay_table(table_of({{"раз", "два"}}));
  const auto* fill = std::get_if<PlacedBox>(&laid.pages.pages[0].items.front());
  REQUIRE(fill != nullptr);
  CHECK(fill->x == 10);
  CHECK(fill->width == Approx(80));
  CHECK(fill->height == Approx(12));
  CHECK(fill->colour == small_theme().table.header_fill);
}

TEST_CASE("the header repeats on each page as an artifact") {
  const auto laid = lay_table(table_of(numbered(10)));
  // head and 5 rows of 12: 72 of 80
  CHECK(laid.words(0) == "|А|Б|1|x|2|x|3|x|4|x|5|x");
  CHECK(laid.words(1) == "|А|Б|6|x|7|x|8|x|9|x|10|x");
  CHECK(laid.texts(0).at(0).node != kArtifact);
  CHECK(laid.texts(1).at(0).node == kArtifact);
  CHECK(laid.texts(1).at(2).node != kArtifact);
  CHECK(laid.texts(1).at(0).y == laid.texts(0).at(0).y);
}

TEST_CASE("a table without titles has its upper border on each page") {
  auto table = table_of(numbered(10));
  for (auto& each : table.columns) each.title.clear();
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|1|x|2|x|3|x|4|x|5|x|6|x");
  CHECK(laid.nodes(Role::table_head).empty());
  for (const std::size_t page : {0U, 1U}) {
    bool upper = false;
    for (const auto& box : laid.boxes(page)) upper = upper || box.y == Approx(9.5);
    CHECK(upper);
  }
}

TEST_CASE("caption, header and first row share a page") {
  auto table = table_of({{"раз", "два"}, {"раз", "два"}});
  table.caption = "Таблица";
  const auto laid = lay(document_of({paragraph(lines(5)), block(table)}));
  CHECK(laid.texts(0).size() == 5);  // 50 + 10 caption + 12 + 12 = 84 > 80
  CHECK(laid.words(1).starts_with("|Таблица|А|Б|раз|два"));
  const auto caption = laid.nodes(Role::caption).at(0);
  CHECK(laid.pages.nodes[caption].parent == laid.nodes(Role::table).at(0));
}

TEST_CASE("a row goes whole to the next page when it does not fit") {
  auto rows = numbered(4);
  rows.push_back({"раз два три", "x"});  // 12 × 5 = 60 used; 22 more do not fit
  rows.push_back({"5", "x"});
  rows.push_back({"6", "x"});
  const auto laid = lay_table(table_of(rows));
  CHECK(laid.words(0) == "|А|Б|1|x|2|x|3|x|4|x");
  CHECK(laid.words(1) == "|А|Б|раз два |три|x|5|x|6|x");
}

TEST_CASE("the last row of a table does not stand alone on a page") {
  // head and 5 rows of 12 fill 72 of 80: the sixth would be alone.
  const auto laid = lay_table(table_of(numbered(6)));
  CHECK(laid.words(0) == "|А|Б|1|x|2|x|3|x|4|x");
  CHECK(laid.words(1) == "|А|Б|5|x|6|x");
}

TEST_CASE("the first row of a table does not stand alone under its header") {
  // 50 of text, a gap of 5, head 12 and one row 12 would be 79 of 80; the second row needs 12 more.
  const auto laid = lay(document_of({paragraph(lines(5)), block(table_of(numbered(3)))}));
  CHECK(laid.texts(0).size() == 5);
  CHECK(laid.words(1) == "|А|Б|1|x|2|x|3|x");
}

TEST_CASE("a tall row may stand alone: keeping two of them would tear holes") {
  const auto tall = "раз два три раз два";                    // 3 lines
  const auto taller = "раз два три раз два три раз два три";  // 5 lines: 52
  const auto laid = lay_table(table_of({{tall, "x"}, {taller, "x"}}));
  CHECK(laid.words(0).ends_with("|x"));  // head 12 and 32 of 80; 52 more do not fit
  CHECK(laid.pages.pages.size() == 2);
}

TEST_CASE("rules between rows only, or none at all, when the table asks for them") {
  auto table = table_of({{"раз", "два"}, {"три", "четыре"}});
  const auto rules = [&](document::Borders borders) {
    table.borders = borders;
    auto boxes = lay_table(table).boxes(0);
    std::erase_if(boxes, [](const auto& box) { return box.colour == small_theme().table.header_fill; });
    return boxes;
  };
  CHECK(rules(document::Borders::grid).size() == 7);  // 3 down, 4 across
  const auto across = rules(document::Borders::rows);
  REQUIRE(across.size() == 4);
  for (const auto& box : across) CHECK(box.width > box.height);
  CHECK(rules(document::Borders::none).empty());
}

TEST_CASE("a table that is cut at a page's end is closed by its own kind of border") {
  auto table = table_of({{"раз два три четыре пять шесть семь восемь девять десять", "x"}});
  table.borders = document::Borders::none;
  const auto laid = lay_table(std::move(table));
  REQUIRE(laid.pages.pages.size() == 2);
  CHECK(laid.boxes(0).size() == 1);  // the header's fill
}

TEST_CASE("a row taller than a page is split between lines, its border closed at the page's end") {
  std::string tall = "раз";
  for (int i = 1; i < 9; ++i) tall += "\nраз";
  const auto laid = lay_table(table_of({{tall, "x"}}));  // 9 lines = 92 > 80 - 12
  // 12 head + 1 padding + 6 lines = 73; with the seventh 83. The last two stay together anyway.
  CHECK(laid.words(0) == "|А|Б|раз|x|раз|раз|раз|раз|раз");
  CHECK(laid.words(1) == "|А|Б|раз|раз|раз");
  bool closed = false;
  for (const auto& box : laid.boxes(0)) closed = closed || box.y == Approx(82.5);  // 10 + 73 - 1 / 2
  CHECK(closed);
  const auto rows = laid.nodes(Role::row);
  CHECK(rows.size() == 2);
}

TEST_CASE("columns of a group have a header above them") {
  auto table = table_of({});
  table.columns = {column("А", 20), column("Б", 30), column("В", 30)};
  table.columns[1].group = table.columns[2].group = "Группа";
  table.rows.set_columns(3);
  table.rows.begin_row(RowKind::body);
  for (int i = 0; i < 3; ++i) table.rows.add(text::Value(std::string("x")));
  const auto laid = lay_table(std::move(table));
  CHECK(find(laid, 0, "Группа").x == Approx(31));  // 10 + 20 + 1
  CHECK(find(laid, 0, "Группа").y == Approx(19));
  CHECK(find(laid, 0, "Б").y == Approx(31));
  CHECK(find(laid, 0, "А").y == Approx(25));  // in the middle of two rows: 10 + (24 - 10) / 2 + 8
  const auto& nodes = laid.pages.nodes;
  const auto cells = laid.nodes(Role::header_cell);
  REQUIRE(cells.size() == 4);
  CHECK(nodes[cells[0]].row_span == 2);
  CHECK(nodes[cells[1]].column_span == 2);
  CHECK(laid.text_of(cells[1]) == "Группа");
  CHECK(nodes[cells[1]].column_header);
}

TEST_CASE("a number row stands under the titles and repeats with them") {
  auto table = table_of(numbered(8));
  table.number_row = true;
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|А|1|Б|2|1|x|2|x|3|x|4|x");
  CHECK(laid.words(1).starts_with("|А|1|Б|2|5|x"));
  CHECK(laid.texts(0).at(1).y == Approx(31));  // the second row
}

TEST_CASE("a group row spans the table, is filled, and never ends a page") {
  auto table = table_of(numbered(4));
  table.rows.begin_row(RowKind::group);
  table.rows.add(text::Value(std::string("Имя группы строк")));
  table.rows.begin_row(RowKind::body);
  table.rows.add(text::Value(std::string("5")));
  table.rows.add(text::Value(std::string("x")));
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|А|Б|1|x|2|x|3|x");
  CHECK(laid.words(1) == "|А|Б|4|x|Имя группы |строк|5|x");  // nor is the last row alone with its group
  CHECK(count(laid, 1, small_theme().table.group_fill) == 1);
  const auto cells = laid.nodes(Role::cell);
  CHECK(laid.pages.nodes[cells.at(8)].column_span == 2);
}

TEST_CASE("a group that goes on names itself under the header of the next page, as an artifact") {
  const auto laid = lay_table(in_groups({"+Г", "1", "2", "3", "4", "5", "6", "7", "8"}));
  // head, title and 4 rows of 12: 72 of 80; then the same with the title resumed
  CHECK(laid.words(0) == "|А|Б|Г|1|x|2|x|3|x|4|x");
  CHECK(laid.words(1) == "|А|Б|Г (продолжение)|5|x|6|x|7|x|8|x");
  const auto resumed = find(laid, 1, "Г (продолжение)");
  CHECK(resumed.node == kArtifact);
  CHECK(resumed.y == Approx(10 + 12 + 1 + 8));
  CHECK(find(laid, 1, "5").y == Approx(10 + 12 + 12 + 1 + 8));
  CHECK(count(laid, 1, small_theme().table.group_fill) == 1);
  CHECK(laid.nodes(Role::row).size() == 1 + 1 + 8);
}

TEST_CASE("of nested groups the outer is named first, and a new group only has those around it") {
  auto theme = small_theme();
  theme.page_width = 120;
  auto wide = in_groups({"+О", "++В", "1", "2", "3", "4", "5", "6"});
  wide.columns[0].width.amount = wide.columns[1].width.amount = 50;
  const auto nested = lay_table(std::move(wide), theme);
  CHECK(nested.words(0) == "|А|Б|О|В|1|x|2|x|3|x");
  CHECK(nested.words(1) == "|А|Б|О (продолжение)|В (продолжение)|4|x|5|x|6|x");
  CHECK(find(nested, 1, "В (продолжение)").x == Approx(find(nested, 0, "В").x));
  CHECK(find(nested, 1, "В (продолжение)").y == Approx(10 + 24 + 1 + 8));
  const auto inner = lay_table(in_groups({"+О", "++В", "1", "2", "3", "++Г", "4", "5"}));
  CHECK(inner.words(1) == "|А|Б|О (продолжение)|Г|4|x|5|x");
  const auto outer = lay_table(in_groups({"+О", "1", "2", "3", "4", "+В", "5", "6"}));
  CHECK(outer.words(1) == "|А|Б|В|5|x|6|x");
}

TEST_CASE("a row that only fits without it stands under the header alone, in a group too") {
  const std::string five = "aaaaaaa bbbbbbb ccccccc ddddddd eeeeeee";
  // 12 + 12 + 52 and 12 + 12 + 62 of 80
  const auto fits = lay_table(in_groups({"+Г", "1", "2", "3", "4", five, "6"}));
  CHECK(fits.words(1).starts_with("|А|Б|Г (продолжение)|aaaaaaa "));
  const auto high = lay_table(in_groups({"+Г", "1", "2", "3", "4", five + " fffffff", "6"}));
  CHECK(high.words(1).starts_with("|А|Б|aaaaaaa "));
  CHECK(high.words(2) == "|А|Б|Г (продолжение)|6|x");
}

TEST_CASE("totals are computed and never begin a page") {
  auto table = table_of({});
  table.columns[1].total.kind = document::Total::Kind::sum;
  for (int i = 1; i <= 5; ++i) {
    table.rows.begin_row(RowKind::body);
    table.rows.add(text::Value(std::string("x")));
    table.rows.add(text::Value(std::int64_t{i}));
  }
  table.rows.begin_row(RowKind::total);
  table.rows.add(text::Value(std::string("Итого")));
  table.rows.add(text::Value{});
  auto theme = small_theme();
  theme.style(StyleName::cell_total).bold = true;
  const auto laid = lay_table(std::move(table), theme);
  CHECK(laid.words(0) == "|А|Б|x|1|x|2|x|3|x|4");
  CHECK(laid.words(1) == "|А|Б|x|5|Итого|15");
}

TEST_CASE("a column that is as narrow as its words holds a bold word of few wide letters") {
  auto theme = small_theme();
  theme.states["overdue"].bold = true;
  auto table = table_of({});
  table.columns[0].width = {document::Width::Kind::share, 20};
  table.columns[1].width = {document::Width::Kind::share, 1};
  for (const char* word : {"первое", "второе", "третье", "шестое"}) {
    table.rows.begin_row(RowKind::body);
    table.rows.add(text::Value(std::string("а б")));
    table.rows.add(text::Value(std::string(word)));
  }
  table.rows.begin_row(RowKind::body);
  table.rows.add(text::Value(std::string("а б")));
  table.rows.add(text::Value(std::string("ЩЩЩЩ")), "overdue");
  CHECK(find(lay_table(table, theme), 0, "ЩЩЩЩ").shown->width == 40);  // 4 × 10
}

TEST_CASE("a state colours its cell and its text") {
  auto theme = small_theme();
  theme.states["overdue"] = {Colour{255, 0, 0}, true, false, Colour{0, 0, 255}};
  auto table = table_of({});
  table.rows.begin_row(RowKind::body);
  table.rows.add(text::Value(std::string("раз")), "overdue");
  table.rows.add(text::Value(std::string("два")));
  const auto laid = lay_table(std::move(table), theme);
  CHECK(find(laid, 0, "раз").colour == Colour{0, 0, 255});
  CHECK(find(laid, 0, "два").colour == Colour{});
  for (const auto& box : laid.boxes(0)) {
    if (box.colour != Colour{255, 0, 0}) continue;
    CHECK(box.x == 10);
    CHECK(box.y == 22);  // 10 + 12
    CHECK(box.width == 40);
    CHECK(box.height == 12);
  }
  CHECK(count(laid, 0, Colour{255, 0, 0}) == 1);
}

TEST_CASE("every other row has the stripe of the theme") {
  auto theme = small_theme();
  theme.table.zebra = Colour{1, 2, 3};
  CHECK(count(lay_table(table_of(numbered(5)), theme), 0, Colour{1, 2, 3}) == 2);
}

TEST_CASE("a cell's paragraphs are parted at line breaks and are nodes of their own") {
  auto table = table_of({{"раз\nдва", "три"}});
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|А|Б|раз|два|три");
  const auto paragraphs = laid.nodes(Role::paragraph);
  REQUIRE(paragraphs.size() == 2);
  CHECK(laid.text_of(paragraphs[1]) == "два");
  CHECK(laid.pages.nodes[paragraphs[0]].parent == laid.nodes(Role::cell).at(0));
  CHECK(laid.text_of(laid.nodes(Role::cell).at(1)) == "три");
  CHECK(find(laid, 0, "два").y - find(laid, 0, "раз").y == Approx(12));  // a line of 10 and a gap of 2
}

TEST_CASE("list items in a cell hang by their widest label and are a list") {
  const auto laid = lay_table(table_of({{"все:\n–\tраз два\n1)\tтри", "x"}}));
  CHECK(laid.words(0) == "|А|Б|все:|– |раз |два|1) |три|x");
  CHECK(find(laid, 0, "– ").x == Approx(11));    // 10 + padding
  CHECK(find(laid, 0, "раз ").x == Approx(26));  // and 3 letters: «1)» and a space
  CHECK(find(laid, 0, "два").x == Approx(26));
  CHECK(find(laid, 0, "1) ").y == find(laid, 0, "три").y);
  const auto list = laid.nodes(Role::list);
  REQUIRE(list.size() == 1);
  CHECK(laid.pages.nodes[list[0]].parent == laid.nodes(Role::cell).at(0));
  CHECK(laid.nodes(Role::list_item).size() == 2);
  CHECK(laid.text_of(laid.nodes(Role::label).at(1)) == "1) ");
  CHECK(laid.text_of(laid.nodes(Role::list_body).at(0)) == "раз два");
}

TEST_CASE("list items of a cell that a paragraph parts are two lists") {
  const auto laid = lay_table(table_of({{"–\tраз\nи\n–\tдва", "x"}}));
  CHECK(laid.nodes(Role::list).size() == 2);
}

TEST_CASE("styled runs of a cell keep their style across its paragraphs") {
  auto table = table_of({});
  table.rows.begin_row(RowKind::body);
  table.rows.add_runs({{"а", false, false, {}}, {"б\nв", true, false, "https://example.org/"}});
  table.rows.add(text::Value{});
  const auto laid = lay_table(std::move(table));
  CHECK(laid.words(0) == "|А|Б|а|б|в");
  CHECK(find(laid, 0, "в").shown->href == "https://example.org/");
  CHECK(find(laid, 0, "а").shown->href.empty());
  CHECK(laid.nodes(Role::cell).size() == 2);  // the empty one too
}

TEST_CASE("instead of a table without rows its empty text is printed") {
  auto table = table_of({});
  table.empty_text = {{"Сведений нет.", false, false, {}}};
  const auto laid = lay_table(table);
  CHECK(laid.words(0) == "|Сведений нет.");
  CHECK(laid.nodes(Role::table).empty());
  table.empty_text.clear();
  CHECK(lay_table(table).words(0) == "|А|Б");
}

TEST_CASE("a table too wide goes in panels that are one logical table") {
  Table table;
  table.id = "matrix";
  table.columns = {column("Имя", 20), column("1", 30), column("2", 30), column("3", 30), column("4", 30)};
  table.columns[0].repeat = true;
  table.rows.set_columns(5);
  for (const auto* name : {"А", "Б"}) {
    table.rows.begin_row(RowKind::body);
    table.rows.add(text::Value(std::string(name)));
    for (int i = 1; i <= 4; ++i) table.rows.add(text::Value(name + std::to_string(i)));
  }
  auto theme = small_theme();
  theme.page_height = 150;
  const auto laid = lay_table(std::move(table), theme);
  CHECK(laid.words(0) == "|Имя|1|2|А|А1|А2|Б|Б1|Б2|Имя|3|4|А|А3|А4|Б|Б3|Б4");
  const auto texts = laid.texts(0);
  CHECK(texts.at(9).node == kArtifact);   // the header again
  CHECK(texts.at(12).node == kArtifact);  // the name again
  CHECK(texts.at(9).y == Approx(65));     // 19 + 36 of the first panel + 10 between panels
  const auto& nodes = laid.pages.nodes;
  const auto rows = laid.nodes(Role::row);
  REQUIRE(rows.size() == 3);
  std::string first_row;
  for (const auto cell : laid.nodes(Role::cell)) {
    if (nodes[cell].parent == rows[1]) first_row += "|" + laid.text_of(cell);
  }
  CHECK(first_row == "|А|А1|А2|А3|А4");
  CHECK(laid.nodes(Role::header_cell).size() == 5);
}

TEST_CASE("automatic columns look at their content") {
  auto table = table_of({{"да", "слово слово слово"}});
  for (auto& each : table.columns) each.width = {};
  const auto laid = lay_table(std::move(table));
  CHECK(find(laid, 0, "Б").x == Approx(23));  // 10 + 2 letters and padding 12 + 1
}

TEST_CASE("ten thousand rows take time in proportion to a thousand") {
  const auto laid = lay_table(table_of(numbered(10'000)));
  CHECK(laid.pages.pages.size() == 2000);  // five a page
  CHECK(laid.words(1999) == "|А|Б|9996|x|9997|x|9998|x|9999|x|10000|x");
}
