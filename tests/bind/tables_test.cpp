#include "sample.hpp"
#include "support/catch.hpp"

using namespace svodka::bind::sample;

TEST_CASE("a cell of one expression keeps its type, other cells are text") {
  CHECK(bound_of(report(people,
                        "<table each=\"people\"><column title=\"Имя\" width=\"10mm\">{name}</column>"
                        "<column title=\"Дата\" width=\"2fr\" align=\"center\">{born | date: short}</column>"
                        "<column title=\"Балл\" width=\"20%\" align=\"right\">{score | number: 1}</column>"
                        "<column title=\"Очки\">{points} <b>шт.</b></column></table>"))
            .dump ==
        "  table people\n"
        "    column 28.35pt left: Имя\n"
        "    column 2fr centre: Дата\n"
        "    column 20% right: Балл\n"
        "    column auto left: Очки\n"
        "    row | Ёлкин И. П. | date:01.05.1980 | d:4,5 | 10 *шт.*\n"
        "    row | Жукова А. А. | date:31.12.1991 |  | 0 *шт.*\n"
        "    row | Орлов |  | d:3,3 | 7 *шт.*\n");
}

TEST_CASE("list items of a cell are paragraphs with a label before a tab") {
  CHECK(bound_of(report(people,
                        "<table each=\"people\" borders=\"rows\"><column title=\"Кто\">{team}:"
                        "<li>{name}</li> <li label=\"{points})\"><b>{post}</b></li> всё</column></table>"))
            .dump ==
        "  table people rows\n"
        "    column auto left: Кто\n"
        "    row | a:\\n–\\tЁлкин И. П.\\n10)\\t*директор\\n*всё\n"
        "    row | a:\\n–\\tЖукова А. А.\\nвсё\n"
        "    row | b:\\n–\\tОрлов\\n7)\\t*методист\\n*всё\n");
}

TEST_CASE("a tab in a value is a space: only templates make list items") {
  const auto queries = query("people", "SELECT 'а' || char(9) || 'б' AS name WHERE :team = '*'", "many",
                             "<field name=\"name\" type=\"text\"/>");
  CHECK(bound_of(report(queries,
                        "<table each=\"people\"><column title=\"1\">{name}</column>"
                        "<column title=\"2\">{name}!</column></table>"))
            .dump ==
        "  table people\n    column auto left: 1\n    column auto left: 2\n    row | а б | а б!\n");
}

TEST_CASE("rows are as high as the template says, at least") {
  CHECK(bound_of(report(people,
                        "<table each=\"people\" row-height=\"10mm\"><column title=\"Имя\">{name}</column>"
                        "</table>"),
                 {{"team", "b"}})
            .dump == "  table people rows of 28.35\n    column auto left: Имя\n    row | Орлов\n");
}

TEST_CASE("an empty table says so") {
  CHECK(bound_of(report(people,
                        "<table each=\"people\"><column title=\"Имя\">{name}</column>"
                        "<empty>Никого <b>нет</b>.</empty></table>"),
                 {{"team", "x"}})
            .dump == "  table people\n    column auto left: Имя\n    empty: Никого *нет*.\n");
}

TEST_CASE("groups, subtotals and totals stand between the rows") {
  const auto queries = query("people", "SELECT * FROM people WHERE :team = '*' ORDER BY team, name");
  CHECK(bound_of(report(queries,
                        "<table each=\"people\" total=\"Всего\"><column title=\"Имя\">{name}</column>"
                        "<column name=\"p\" title=\"Очки\" total=\"sum\">{points}</column>"
                        "<column title=\"Есть балл\" total=\"count\">{score}</column>"
                        "<group by=\"team\" title=\"Команда {team}\" subtotal=\"Итого {team}\"/></table>"))
            .dump ==
        "  table people\n"
        "    column auto left: Имя\n"
        "    column auto left sum: Очки\n"
        "    column auto left count: Есть балл\n"
        "    group | Команда a\n"
        "    row | Ёлкин И. П. | i:10 | d:4,5\n"
        "    row | Жукова А. А. | i:0 | \n"
        "    subtotal | Итого a | 10 | 1\n"
        "    group | Команда b\n"
        "    row | Орлов | i:7 | d:3,25\n"
        "    subtotal | Итого b | 7 | 1\n"
        "    total | Всего | 17 | 2\n");
}

TEST_CASE("a ratio names its columns") {
  CHECK(bound_of(report(people,
                        "<table each=\"people\" total=\"Всего\"><column title=\"Имя\">{name}</column>"
                        "<column name=\"a\" title=\"А\" total=\"sum\">{points}</column>"
                        "<column name=\"b\" title=\"Б\" total=\"sum\">{score}</column>"
                        "<column title=\"%\" total=\"ratio(b, a)\">{post}</column></table>"))
            .dump.find("    total | Всего | 17 | 7,75 | 45,5882352941\n") != std::string::npos);
}

TEST_CASE("a matrix takes its columns from the data, missing pairs are empty") {
  const auto queries =
      query("marks", "SELECT name, team, points FROM people WHERE :team = '*' ORDER BY name");
  CHECK(bound_of(report(queries,
                        "<table each=\"marks\" row=\"name\"><column title=\"Имя\">{name}</column>"
                        "<columns by=\"team\" order=\"team\" title=\"Команда {team}\" fit=\"panels\">"
                        "<cell state=\"{team}\">{points}</cell></columns></table>"))
            .dump ==
        "  table marks\n"
        "    column auto left repeat: Имя\n"
        "    column auto centre: Команда a\n"
        "    column auto centre: Команда b\n"
        "    row | Ёлкин И. П. | i:10 <a> | \n"
        "    row | Жукова А. А. | i:0 <a> | \n"
        "    row | Орлов |  | i:7 <b>\n");
}

TEST_CASE("a table in a loop keeps its rows apart and its ids unique") {
  const auto queries = people + query("teams", "SELECT * FROM teams WHERE team <> 'c' ORDER BY team");
  const auto dump = bound_of(report(queries,
                                    "<each in=\"teams\"><table each=\"people\" match=\"team\" id=\"members\">"
                                    "<column title=\"Имя\">{name}</column></table></each>"))
                        .dump;
  CHECK(dump ==
        "  table members\n    column auto left: Имя\n    row | Ёлкин И. П.\n    row | Жукова А. А.\n"
        "  table members-2\n    column auto left: Имя\n    row | Орлов\n");
}
