#include <algorithm>

#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

TEST_CASE("columns take the types of the views that are read, declared ones first") {
  auto database = district();
  const auto query =
      prepared(database,
               "SELECT ordinal, due, percent, note, count(*) OVER () AS total, o.name AS organization "
               "FROM directive_card JOIN organization_card AS o USING (organization) ORDER BY ordinal",
               {{"total", ValueType::integer, {}}, {"note", ValueType::text, {}}});
  std::vector<std::string> names;
  for (const auto& column : query->columns()) {
    names.push_back(column.name + ":" + std::string(svodka::text::name_of(column.type)));
  }
  CHECK(names == std::vector<std::string>{"ordinal:integer", "due:date", "percent:decimal", "note:text",
                                          "total:integer", "organization:text"});
  const auto rows = all_rows(*query);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == std::vector<Value>{std::int64_t{1}, day("2026-08-28"), 12.5, Value{}, std::int64_t{3},
                                      std::string("СОШ № 2")});
  CHECK(rows[1][2] == Value{100.0});
  CHECK(is_empty(rows[2][1]));
}

TEST_CASE("types reach through a common table expression") {
  auto database = district();
  const auto query =
      prepared(database, "WITH d AS (SELECT due FROM directive_card) SELECT max(due) AS due FROM d");
  CHECK(query->columns().front().type == ValueType::date);
  CHECK(all_rows(*query) == Rows{{day("2026-09-30")}});
}

TEST_CASE("the tables below a view do not give types") {
  CHECK(mistakes("SELECT 1 AS name FROM directive_card").find("error[Q122]") != std::string::npos);
}

TEST_CASE("parameters are bound by name, in any type, and are NULL when not given") {
  auto database = district();
  const auto query = prepared(database, "SELECT :a AS a, :b AS b, :c AS c, :d AS d, :e AS e, :a AS f",
                              {{"a", ValueType::integer, {}},
                               {"b", ValueType::decimal, {}},
                               {"c", ValueType::date, {}},
                               {"d", ValueType::text, {}},
                               {"e", ValueType::text, {}},
                               {"f", ValueType::integer, {}}});
  CHECK(query->parameters() == std::vector<std::string>{"a", "b", "c", "d", "e"});
  const Parameters given{{"d", std::string("'; DROP TABLE x")},
                         {"a", std::int64_t{7}},
                         {"b", 2.5},
                         {"c", day("2026-08-28")},
                         {"z", 1.0}};
  CHECK(all_rows(*query, given) == Rows{{std::int64_t{7}, 2.5, day("2026-08-28"),
                                         std::string("'; DROP TABLE x"), Value{}, std::int64_t{7}}});
  CHECK(all_rows(*query) == Rows{{Value{}, Value{}, Value{}, Value{}, Value{}, Value{}}});
}

TEST_CASE("a query starts again in the middle of its rows") {
  auto database = district();
  const auto query =
      prepared(database, "SELECT ordinal FROM directive_card WHERE organization = :key ORDER BY 1");
  svodka::base::Diagnostics diagnostics;
  std::vector<Value> row;
  query->start({{"key", std::string("school-2")}});
  REQUIRE(query->next(row, diagnostics));
  CHECK(all_rows(*query, {{"key", std::string("school-10")}}) == Rows{{std::int64_t{3}}});
}

TEST_CASE("values are converted only when nothing is lost") {
  auto database = district();
  CHECK(single(database, "3.0", ValueType::integer) == Value{std::int64_t{3}});
  CHECK(single(database, "'12'", ValueType::integer) == Value{std::int64_t{12}});
  CHECK(single(database, "5", ValueType::decimal) == Value{5.0});
  CHECK(single(database, "'2.5'", ValueType::decimal) == Value{2.5});
  CHECK(single(database, "5", ValueType::text) == Value{std::string("5")});
  CHECK(single(database, "''", ValueType::text) == Value{std::string()});
}

TEST_CASE("values that would lose something are refused") {
  auto database = district();
  struct Case {
    const char* expression;
    ValueType type;
    const char* message;
  };
  for (const auto& c : {Case{"2.5", ValueType::integer, "2.5 is not a whole number"},
                        Case{"'12 шт.'", ValueType::integer, "'12 шт.' is not a whole number"},
                        Case{"''", ValueType::decimal, "'' is not a number"},
                        Case{"'2,5'", ValueType::decimal, "'2,5' is not a number"},
                        Case{"9e999", ValueType::decimal, "Inf is not a number"},
                        Case{"20260828", ValueType::date, "20260828 is not a date"},
                        Case{"'28.08.2026'", ValueType::date, "'28.08.2026' is not a date"},
                        Case{"x'410042'", ValueType::text, "a blob of 3 bytes is not a text"},
                        Case{"CAST(x'41ff' AS TEXT)", ValueType::text, "'A\uFFFD' is not a text"}}) {
    const auto query =
        prepared(database, std::string("SELECT ") + c.expression + " AS value", {{"value", c.type, {}}});
    svodka::base::Diagnostics diagnostics;
    std::vector<Value> row;
    query->start({});
    REQUIRE(query->next(row, diagnostics));
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all().front().message == c.message);
    CHECK(is_empty(row.at(0)));
  }
}

TEST_CASE("a query works after its database object is gone") {
  auto database = std::make_unique<Database>(district());
  const auto query = prepared(*database, "SELECT name FROM organization_card WHERE organization = 'elka'");
  database.reset();
  CHECK(all_rows(*query) == Rows{{std::string("Ёлочка")}});
}
