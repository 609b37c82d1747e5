// Every code of the room with its whole message.

#include <algorithm>

#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

TEST_CASE("wrong syntax points at the token") {
  CHECK(mistakes("SELECT name FORM organization_card") ==
        "list.xml:1:18: error[Q101]: near \"organization_card\": syntax error\n"
        "    1 | SELECT name FORM organization_card\n"
        "      |                  ^~~~~~~~~~~~~~~~~\n");
  CHECK(mistakes("SELEC 1") ==
        "list.xml:1:1: error[Q101]: near \"SELEC\": syntax error\n"
        "    1 | SELEC 1\n"
        "      | ^~~~~\n");
  CHECK(mistakes("SELECT 'а") ==
        "list.xml:1:8: error[Q101]: unrecognized token: \"'а\"\n"
        "    1 | SELECT 'а\n"
        "      |        ^~\n");
}

TEST_CASE("places are those of the template, not of the statement") {
  const std::string text =
      "<query name=\"people\"><![CDATA[\n  SELECT имя FROM organization_card\n]]></query>";
  const auto begin = text.find("\n");
  const svodka::base::SourceSpan sql{svodka::base::make_source("list.xml", text), begin, text.find("]]>")};
  auto database = district();
  svodka::base::Diagnostics diagnostics;
  CHECK_FALSE(database.prepare("people", sql, {}, diagnostics));
  CHECK(svodka::base::render(diagnostics) ==
        "list.xml:2:10: error[Q103]: unknown column 'имя'\n"
        "    2 |   SELECT имя FROM organization_card\n"
        "      |          ^~~\n");
}

TEST_CASE("an unknown table or view is named, with the nearest") {
  CHECK(mistakes("SELECT name FROM organisation_card") ==
        "list.xml:1:18: error[Q102]: unknown table or view 'organisation_card'\n"
        "    1 | SELECT name FROM organisation_card\n"
        "      |                  ^~~~~~~~~~~~~~~~~\n"
        "  hint: did you mean 'organization_card'?\n");
}

TEST_CASE("a documented view that the database lacks wants a migration, not another name") {
  auto database = Database::in_memory("CREATE TABLE organizations(key TEXT)", catalogue(), day("2026-09-01"));
  svodka::base::Diagnostics diagnostics;
  CHECK(database.prepare("people", span("SELECT name FROM organization_card"), {}, diagnostics) == nullptr);
  CHECK(svodka::base::render(diagnostics) ==
        "list.xml:1:18: error[Q102]: unknown table or view 'organization_card'\n"
        "    1 | SELECT name FROM organization_card\n"
        "      |                  ^~~~~~~~~~~~~~~~~\n"
        "  hint: the database was made by an older svodka: run svodka migrate\n");
}

TEST_CASE("an unknown column is named, with the nearest of the views in the query") {
  CHECK(mistakes("SELECT d.numbr FROM directive_card AS d") ==
        "list.xml:1:10: error[Q103]: unknown column 'numbr'\n"
        "    1 | SELECT d.numbr FROM directive_card AS d\n"
        "      |          ^~~~~\n"
        "  hint: did you mean 'number'?\n");
}

TEST_CASE("a name in double quotes is never a text") {
  CHECK(mistakes("SELECT name FROM organization_card WHERE name = \"Ёлочка\"") ==
        "list.xml:1:49: error[Q103]: unknown column 'Ёлочка'\n"
        "    1 | SELECT name FROM organization_card WHERE name = \"Ёлочка\"\n"
        "      |                                                 ^~~~~~~~\n");
}

TEST_CASE("an unknown function is named, with the nearest") {
  CHECK(mistakes("SELECT cout(*) AS n FROM directive_card") ==
        "list.xml:1:8: error[Q104]: unknown function 'cout'\n"
        "    1 | SELECT cout(*) AS n FROM directive_card\n"
        "      |        ^~~~\n"
        "  hint: did you mean 'count'?\n");
}

TEST_CASE("only SELECT is a query") {
  CHECK(mistakes("DELETE FROM directives") ==
        "list.xml:1:1: error[Q105]: DELETE is not allowed in a query\n"
        "    1 | DELETE FROM directives\n"
        "      | ^~~~~~\n"
        "  hint: a query is one SELECT (or WITH … SELECT) that only reads\n");
  CHECK(mistakes("WITH x AS (SELECT 1) UPDATE directives SET note = 1") ==
        "list.xml:1:22: error[Q105]: UPDATE is not allowed in a query\n"
        "    1 | WITH x AS (SELECT 1) UPDATE directives SET note = 1\n"
        "      |                      ^~~~~~\n"
        "  hint: a query is one SELECT (or WITH … SELECT) that only reads\n");
}

TEST_CASE("SQLite's own tables may not be read") {
  CHECK(mistakes("SELECT name FROM sqlite_schema") ==
        "list.xml:1:18: error[Q106]: 'sqlite_schema' may not be read\n"
        "    1 | SELECT name FROM sqlite_schema\n"
        "      |                  ^~~~~~~~~~~~~\n"
        "  hint: the views that templates read are listed in docs/database.md\n");
}

TEST_CASE("functions outside the list are refused") {
  CHECK(mistakes("SELECT randomblob(1000000000) AS x") ==
        "list.xml:1:8: error[Q107]: the function randomblob is not allowed\n"
        "    1 | SELECT randomblob(1000000000) AS x\n"
        "      |        ^~~~~~~~~~\n"
        "  hint: the functions of queries are listed in docs/errors.md\n");
}

TEST_CASE("a query is one statement") {
  CHECK(mistakes("SELECT name FROM organization_card; -- end\n DELETE FROM directives") ==
        "list.xml:2:2: error[Q108]: a query holds one statement only\n"
        "    2 |  DELETE FROM directives\n"
        "      |  ^~~~~~\n"
        "  hint: put the second one into a <query> of its own\n");
  CHECK(mistakes("SELECT name FROM organization_card; -- end\n ;") == "");
}

TEST_CASE("an empty query is a mistake") {
  CHECK(mistakes(" -- nothing\n") ==
        "list.xml:1:1: error[Q109]: the query is empty\n"
        "    1 |  -- nothing\n"
        "      | ^\n"
        "  hint: a query is one SELECT (or WITH … SELECT) that only reads\n");
}

TEST_CASE("what else SQLite refuses is said in its words") {
  CHECK(mistakes("SELECT organization FROM organization_card, directive_card") ==
        "list.xml:1:8: error[Q110]: ambiguous column name: organization\n"
        "    1 | SELECT organization FROM organization_card, directive_card\n"
        "      |        ^~~~~~~~~~~~\n");
}

TEST_CASE("a query may not read the clock") {
  CHECK(mistakes("SELECT date('Now') AS due FROM directive_card") ==
        "list.xml:1:13: error[Q111]: a query may not read the clock\n"
        "    1 | SELECT date('Now') AS due FROM directive_card\n"
        "      |             ^~~~~\n"
        "  hint: use as_of()\n");
}

TEST_CASE("parameters have names") {
  CHECK(mistakes("SELECT name FROM organization_card WHERE organization = ?") ==
        "list.xml:1:57: error[Q112]: the parameter '?' has no name\n"
        "    1 | SELECT name FROM organization_card WHERE organization = ?\n"
        "      |                                                         ^\n"
        "  hint: write a colon and the parameter's name, as in :meeting\n");
}

TEST_CASE("columns differ in name") {
  CHECK(mistakes("SELECT o.name, d.note AS name FROM organization_card AS o, directive_card AS d") ==
        "list.xml:1:10: error[Q121]: two columns are called 'name'\n"
        "    1 | SELECT o.name, d.note AS name FROM organization_card AS o, directive_card AS d\n"
        "      |          ^~~~\n"
        "  hint: give each a name of its own with AS\n");
}

TEST_CASE("a computed column declares its type") {
  CHECK(mistakes("SELECT count(*) AS total FROM directive_card") ==
        "list.xml:1:20: error[Q122]: the type of the column 'total' is not known\n"
        "    1 | SELECT count(*) AS total FROM directive_card\n"
        "      |                    ^~~~~\n"
        "  hint: declare it in the query: <field name=\"total\" type=\"…\"/>\n");
  CHECK(mistakes("SELECT count(*) FROM directive_card") ==
        "list.xml:1:1: error[Q122]: the type of the column 'count(*)' is not known\n"
        "    1 | SELECT count(*) FROM directive_card\n"
        "      | ^~~~~~\n"
        "  hint: give it a name with AS and declare it in the query with <field>\n");
}

TEST_CASE("a column that two views type differently declares its type") {
  CHECK(
      mistakes("SELECT d.due FROM directive_card AS d, odd_card AS o WHERE o.due = d.ordinal") ==
      "list.xml:1:10: error[Q122]: the type of the column 'due' is not known: the views that the query reads "
      "disagree\n"
      "    1 | SELECT d.due FROM directive_card AS d, odd_card AS o WHERE o.due = d.ordinal\n"
      "      |          ^~~\n"
      "  hint: declare it in the query: <field name=\"due\" type=\"…\"/>\n");
}

TEST_CASE("a declared field is a column, once") {
  const auto field = span("<field name=\"totl\"/>");
  CHECK(mistakes("SELECT count(*) AS total FROM directive_card",
                 {{"total", ValueType::integer, field}, {"totl", ValueType::integer, field}}) ==
        "list.xml:1:1: error[Q123]: the query has no column 'totl'\n"
        "    1 | <field name=\"totl\"/>\n"
        "      | ^~~~~~~~~~~~~~~~~~~~\n"
        "  hint: did you mean 'total'?\n");
  CHECK(mistakes("SELECT count(*) AS totl FROM directive_card",
                 {{"totl", ValueType::integer, field}, {"totl", ValueType::text, field}}) ==
        "list.xml:1:1: error[Q124]: the field 'totl' is declared twice\n"
        "    1 | <field name=\"totl\"/>\n"
        "      | ^~~~~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("a value of another type names its query, row and column, and is left empty") {
  auto database = district();
  const auto query =
      prepared(database, "SELECT organization AS due, ordinal FROM directive_card ORDER BY ordinal");
  svodka::base::Diagnostics diagnostics;
  std::vector<Value> row;
  query->start({});
  REQUIRE(query->next(row, diagnostics));
  CHECK(svodka::base::render(diagnostics) ==
        "query 'people', row 1, column 'due': error[D101]: 'school-2' is not a date\n"
        "  hint: dates are written YYYY-MM-DD\n");
  CHECK(row == std::vector<Value>{Value{}, std::int64_t{1}});
}

TEST_CASE("a column of wrong values does not drown its reader") {
  auto database = district();
  const auto query = prepared(database,
                              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) "
                              "SELECT 'а' AS x FROM n",
                              {{"x", ValueType::integer, {}}});
  svodka::base::Diagnostics diagnostics;
  std::vector<Value> row;
  query->start({});
  while (query->next(row, diagnostics)) {
  }
  REQUIRE(diagnostics.all().size() == 20);
  CHECK(svodka::base::render(diagnostics.all().back()) ==
        "query 'people', row 20, column 'x': error[D101]: 'а' is not a whole number\n"
        "  hint: numbers are written in digits, with a dot before decimals; further values of this query are "
        "not "
        "listed\n");
}
