#include "sample.hpp"
#include "support/catch.hpp"

using namespace svodka::bind::sample;

TEST_CASE("a loop repeats its content once a row, or gives its empty part") {
  CHECK(bound_of(report(people, "<each in=\"people\"><p>{name}</p></each>")).dump ==
        "  p body: Ёлкин И. П.\n  p body: Жукова А. А.\n  p body: Орлов\n");
  CHECK(bound_of(report(people, "<each in=\"people\"><p>{name}</p><empty><p>Нет.</p></empty></each>"),
                 {{"team", "x"}})
            .dump == "  p body: Нет.\n");
}

TEST_CASE("groups walk runs of equal values, nested loops their rows") {
  const auto queries = query("people", "SELECT * FROM people WHERE :team = '*' ORDER BY team, name");
  CHECK(
      bound_of(
          report(queries, "<each in=\"people\" by=\"team\"><h2>{team}</h2><each><p>{name}</p></each></each>"))
          .dump ==
      "  h2 heading2: a\n  p body: Ёлкин И. П.\n  p body: Жукова А. А.\n  h2 heading2: b\n  p body: Орлов\n");
}

TEST_CASE("groups nest: a loop without a query walks the groups of the group around") {
  const auto queries =
      query("people", "SELECT * FROM people WHERE :team = '*' ORDER BY team, post IS NULL, name");
  CHECK(bound_of(report(queries,
                        "<each in=\"people\" by=\"team\"><each by=\"post\"><p>{team} {post}:</p>"
                        "<each><p>{name}</p></each></each></each>"))
            .dump ==
        "  p body: a директор:\n  p body: Ёлкин И. П.\n  p body: a :\n  p body: Жукова А. А.\n"
        "  p body: b методист:\n  p body: Орлов\n");
}

TEST_CASE("an item for one format stays in that format") {
  const auto queries = query("tree", "SELECT * FROM tree WHERE kind = 'item' ORDER BY position") + people;
  CHECK(bound_of(report(queries,
                        "<outline each=\"tree\" level=\"depth\"><case kind=\"*\">"
                        "<if test=\"number eq 'а)'\" only=\"pdf\"><item>{text}</item></if></case></outline>"
                        "<each in=\"people\"></each>"))
            .dump == "  (pdf only)\n  item0 item: вложенное\n");
}

TEST_CASE("match takes the rows that belong to the row around") {
  const auto queries = people + query("teams", "SELECT * FROM teams ORDER BY team");
  CHECK(bound_of(report(queries,
                        "<each in=\"teams\"><p>{title}: <each in=\"people\" match=\"team\" separator=\", \">"
                        "{name}</each></p></each>"))
            .dump ==
        "  p body: Первая: Ёлкин И. П., Жукова А. А.\n  p body: Вторая: Орлов\n  p body: Пустая:\n");
}

TEST_CASE("match works in the innermost loop whatever the order of the queries") {
  const auto queries = query("teams", "SELECT * FROM teams ORDER BY team") + people;
  CHECK(bound_of(report(queries,
                        "<each in=\"people\"><p>{name}: <each in=\"teams\" match=\"team\">{title}</each></p>"
                        "</each>"))
            .dump ==
        "  p body: Ёлкин И. П.: Первая\n  p body: Жукова А. А.: Первая\n  p body: Орлов: Вторая\n");
}

TEST_CASE("an outline nests headings under headings and items under items") {
  const auto queries = query("tree", "SELECT * FROM tree ORDER BY position") + people;
  const auto bound =
      bound_of(report(queries,
                      "<h1>Решили</h1><outline each=\"tree\" level=\"depth\">"
                      "<case kind=\"heading\"><heading label=\"{number}\">{text}</heading></case>"
                      "<case kind=\"item\"><item label=\"{number}\">{text}</item></case>"
                      "<case kind=\"*\"><p>{text}</p></case></outline><each in=\"people\"></each>"));
  CHECK(bound.messages == "");
  CHECK(bound.dump ==
        "  h1 heading1: Решили\n"
        "  h2 heading2 [1.]: Направление\n"
        "  h3 heading3: Уровень\n"
        "  item0 item [1.1]: Первое\n"
        "  item1 item [а)]: вложенное\n"
        "  item0 item [–]: Второе\n"
        "  p body: Примечание\n");
}

TEST_CASE("an outline says which heading it hangs on when the last one before it is another") {
  const auto queries = query("tree", "SELECT * FROM tree WHERE kind = 'heading' ORDER BY position") + people;
  const auto with = [&](const std::string& under) {
    return bound_of(report(queries, "<h3>Итоги</h3><outline each=\"tree\" level=\"depth\" under=\"" + under +
                                        "\"><case kind=\"*\"><heading>{text}</heading></case></outline>"
                                        "<each in=\"people\"></each>"))
        .dump;
  };
  CHECK(with("h1") == "  h3 heading3: Итоги\n  h2 heading2: Направление\n  h3 heading3: Уровень\n");
  CHECK(with("title") == "  h3 heading3: Итоги\n  h1 heading1: Направление\n  h2 heading2: Уровень\n");
}

TEST_CASE("a marker stands where an item has no label") {
  const auto queries =
      query("tree",
            "SELECT position, depth, kind, text, NULL AS number, '·' AS kindmark "
            "FROM tree WHERE kind = 'item' AND :team = '*' ORDER BY position",
            "many", "<field name=\"number\" type=\"text\"/><field name=\"kindmark\" type=\"text\"/>");
  CHECK(bound_of(report(queries,
                        "<outline each=\"tree\" level=\"depth\"><case kind=\"item\">"
                        "<item label=\"{number}\" marker=\"{kindmark}\">{text}</item></case></outline>"))
            .dump == "  item0 item [·]: Первое\n  item1 item [·]: вложенное\n  item0 item [·]: Второе\n");
}

TEST_CASE("signatures, spaces, page breaks and format-only parts become blocks") {
  CHECK(bound_of(report(people,
                        "<signatures><signature position=\"Председатель\" name=\"{team}\"/>"
                        "<signature position=\"Секретарь\" name=\"\"/></signatures><page-break/>"
                        "<space height=\"10mm\"/><p only=\"xlsx\">лист</p><each in=\"people\"></each>"))
            .dump ==
        "  signature Председатель | *\n  signature Секретарь | \n  page-break\n  space 28.35\n"
        "  (xlsx only)\n  p body: лист\n");
}

TEST_CASE("a signature of several can be one for each row of a query") {
  const auto bound = [&](const std::string& signatures, const std::string& team) {
    return bound_of(report(people, "<signatures>" + signatures + "</signatures>"), {{"team", team}});
  };
  const std::string members = "<signature each=\"people\" position=\"Член комиссии\" name=\"{name}\"/>";
  CHECK(bound("<signature position=\"Председатель\" name=\"{team}\"/>" + members, "*").dump ==
        "  signature Председатель | *\n  signature Член комиссии | Ёлкин И. П.\n"
        "  signature Член комиссии | Жукова А. А.\n  signature Член комиссии | Орлов\n");
  CHECK(bound(members, "x").dump.empty());
}

TEST_CASE("a signature for each row takes the rows that belong to the row around") {
  const auto queries = people + query("teams", "SELECT * FROM teams ORDER BY team");
  CHECK(bound_of(report(queries,
                        "<each in=\"teams\"><signatures><signature each=\"people\" match=\"team\" "
                        "position=\"{title}\" name=\"{name}\"/></signatures></each>"))
            .dump ==
        "  signature Первая | Ёлкин И. П.\n  signature Первая | Жукова А. А.\n  signature Вторая | Орлов\n");
}

TEST_CASE("templates take every style that themes have") {
  for (std::size_t i = 0; i < svodka::document::kStyleCount; ++i) {
    const std::string name(svodka::document::name_of(static_cast<svodka::document::StyleName>(i)));
    const auto bound = bound_of(report(people, "<p style=\"" + name + "\">а</p><each in=\"people\"></each>"));
    CHECK(bound.messages == "");
    CHECK(bound.dump == "  p " + name + ": а\n");
  }
}

TEST_CASE("a paragraph whose every part came out empty is left out") {
  CHECK(
      bound_of(report(people, "<p><if test=\"team eq 'q'\">да</if></p><p>нет</p><each in=\"people\"></each>"))
          .dump == "  p body: нет\n");
}

TEST_CASE("a section with a false condition is left out") {
  auto xml = report(people, "<p>а</p><each in=\"people\"></each>");
  xml.insert(xml.find("</report>"), "<section title=\"Б\" if=\"team eq 'x'\"><p>б</p></section>");
  CHECK(bound_of(xml).dump == "  p body: а\n");
  CHECK(bound_of(xml, {{"team", "x"}}).dump == "  p body: а\nsection portrait: Б\n  p body: б\n");
}

TEST_CASE("a binder finds where a character of its last document comes from, and by which keys") {
  const auto queries =
      query("one", "SELECT title, team FROM teams WHERE team = 'a' AND :team <> ''", "one") + people;
  const auto xml = report(queries, "<p>{one.title}</p><each in=\"people\"><p>{name}</p></each>");
  OpenReport opened(xml);
  opened.binder.bind({{"team", "a"}}, opened.diagnostics);
  CHECK(opened.binder.origin_of(U'Ж') == "field 'name' of query 'people', row 2");
  CHECK(opened.binder.origin_of(U'П') == "field 'title' of query 'one', row 1 (team 'a')");
  CHECK(opened.binder.origin_of(U'Ъ') == "the template");
}

TEST_CASE("a second document of the same binder sees nothing of the first") {
  const auto xml = report(people, "<each in=\"people\"><p>{name}</p></each>");
  OpenReport opened(xml);
  const auto first = opened.binder.bind({{"team", "b"}}, opened.diagnostics);
  const auto second = opened.binder.bind({{"team", "a"}}, opened.diagnostics);
  const auto again = opened.binder.bind({{"team", "b"}}, opened.diagnostics);
  CHECK(opened.diagnostics.all().empty());
  CHECK(first.sections[0].blocks.size() == 1);
  CHECK(second.sections[0].blocks.size() == 2);
  CHECK(svodka::document::dump(first) == svodka::document::dump(again));
}

TEST_CASE("running matter keeps its page fields between styled words") {
  const auto queries = query("one", "SELECT * FROM teams WHERE team = 'a' AND :team = '*'", "one");
  CHECK(bound_of(report(queries,
                        "<header pages=\"further\" align=\"right\">Команда <b>{one.title}</b></header>"
                        "<footer>Страница <page-number/> из <b><page-count/></b><br/>всего</footer><p>x</p>"))
            .dump ==
        "  header further right: Команда *Первая*\n"
        "  footer all centre: Страница {page-number} из *{page-count}*\\nвсего\n  p body: x\n");
}

TEST_CASE("a section without a header of its own has the report's; an empty one means none") {
  const auto both = people + "<header>Общий</header><footer>Низ</footer>";
  const std::string body = "<p>x</p><each in=\"people\"></each>";
  CHECK(bound_of(report(both, body)).dump ==
        "  header all centre: Общий\n  footer all centre: Низ\n  p body: x\n");
  CHECK(bound_of(report(both, "<header align=\"left\">Свой</header><footer/>" + body)).dump ==
        "  header all left: Свой\n  footer all centre: \n  p body: x\n");
}

TEST_CASE("every section of a draft says so, at a side that its headers leave free") {
  auto xml = report(people, "<header align=\"right\">Справа</header><p>x</p><each in=\"people\"></each>");
  xml.insert(xml.find(" xmlns"), " draft=\"team eq 'a'\"");
  CHECK(bound_of(xml, {{"team", "a"}}).dump ==
        "  header all right: Справа\n  header all left: *ПРОЕКТ*\n  p body: x\n");
  CHECK(bound_of(xml, {{"team", "b"}}).dump == "  header all right: Справа\n  p body: x\n");
}

TEST_CASE("running matter of which every part came out empty is none") {
  CHECK(bound_of(report(people,
                        "<header><if test=\"team eq 'x'\">Шапка</if></header><p>x</p>"
                        "<each in=\"people\"></each>"))
            .dump == "  header all centre: \n  p body: x\n");
}

TEST_CASE("an approval without a word or date has the usual word and room to write the date") {
  CHECK(bound_of(report(people,
                        "<each in=\"people\"><if test=\"born\"><approval position=\"{post}\" "
                        "name=\"{name}\"/></if></each>"),
                 {{"team", "a"}})
            .dump ==
        "  approval УТВЕРЖДАЮ | директор | Ёлкин И. П. | «___» ____________ 2026 г.\n"
        "  approval УТВЕРЖДАЮ |  | Жукова А. А. | «___» ____________ 2026 г.\n");
  CHECK(bound_of(report("",
                        "<approval word=\"СОГЛАСОВАНО\" position=\"{team}\" name=\"И. О.\" "
                        "date=\"{as_of | date: long}\"/>"))
            .dump == "  approval СОГЛАСОВАНО | * | И. О. | 31 октября 2026 г.\n");
}

TEST_CASE("what stands in <keep> is one group, also where another stands in it") {
  CHECK(bound_of(report("",
                        "<keep><p>а {team}</p><keep><p>б</p></keep><hr/></keep><p>в</p>"
                        "<keep only=\"pdf\"><letterhead/></keep>"))
            .dump ==
        "  (group 1)\n  p body: а *\n  (group 1)\n  p body: б\n  (group 1)\n  rule\n  p body: в\n"
        "  (pdf only)\n  (group 2)\n  letterhead\n");
}

TEST_CASE("<keep> holds the items of an outline's row") {
  const auto queries = query("tree", "SELECT * FROM tree WHERE number = '1.1' AND :team = '*'");
  CHECK(bound_of(report(queries,
                        "<outline each=\"tree\" level=\"depth\"><case kind=\"*\"><keep>"
                        "<item label=\"{number}\">{text}</item><p>x</p></keep></case></outline>"))
            .dump == "  (group 1)\n  item0 item [1.1]: Первое\n  (group 1)\n  p body: x\n");
}

TEST_CASE("a picture of the database is shown by its name") {
  const auto queries = query("shown", "SELECT 'rgb.png' AS file, :team AS note", "one",
                             "<field name=\"file\" type=\"text\"/><field name=\"note\" type=\"text\"/>");
  const auto bound =
      bound_of(report(queries, "<image picture=\"{shown.file}\" width=\"72mm\" alt=\"План {team}\"/>"));
  CHECK(bound.messages == "");
  CHECK(bound.dump.find(" px, 204.09 x 0.00 centre: План *\n") != std::string::npos);
}

TEST_CASE("of a picture that the database does not hold the name is printed, of an empty name nothing") {
  const auto show = [](const std::string& value, const std::string& alt) {
    return bound_of(report(query("shown", "SELECT " + value + " AS file, :team AS note", "one",
                                 "<field name=\"file\" type=\"text\"/><field name=\"note\" type=\"text\"/>"),
                           "<image picture=\"{shown.file}\" alt=\"" + alt + "\"/><p>x</p>"));
  };
  const auto missing = show("'нет.png'", "Схема");
  CHECK(missing.dump == "  p note centre: _[Схема: файл «нет.png» не загружен]_\n  p body: x\n");
  CHECK(missing.messages ==
        "picture нет.png: warning[B209]: the database has no picture 'нет.png'\n"
        "  hint: import it beside the records that name it; its name is printed instead\n");
  const auto broken = show("'broken.png'", "");
  CHECK(broken.dump == "  p note centre: _[Изображение: файл «broken.png» не загружен]_\n  p body: x\n");
  CHECK(broken.messages.find("picture broken.png: warning[B209]: ") == 0);
  CHECK(show("NULL", "Схема").dump == "  p body: x\n");
  CHECK(show("NULL", "Схема").messages == "");
}

TEST_CASE("a picture is read from the template's folder and keeps its size and alternative") {
  CHECK(bound_of(report("",
                        "<image src=\"tests/images/pictures/rgb.png\" height=\"25.4mm\" "
                        "align=\"left\" alt=\"План {team}\"/>"))
            .dump.find(" px, 0.00 x 72.00 left: План *\n") != std::string::npos);
}
