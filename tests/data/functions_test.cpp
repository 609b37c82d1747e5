#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

namespace {

std::string text(Database& database, const std::string& expression) {
  const auto value = single(database, expression);
  return is_empty(value) ? "NULL" : std::get<std::string>(value);
}

bool like(Database& database, const std::string& expression) {
  return std::get<std::int64_t>(single(database, expression, ValueType::integer)) == 1;
}

}  // namespace

TEST_CASE("as_of() is the date of the job") {
  auto database = district();
  CHECK(text(database, "as_of()") == "2026-09-01");
  CHECK(database.as_of().iso() == "2026-09-01");
}

TEST_CASE("case functions know Russian letters") {
  auto database = district();
  CHECK(text(database, "lower('ЁЛКА Щ')") == "ёлка щ");
  CHECK(text(database, "upper('ёлка щ')") == "ЁЛКА Щ");
  CHECK(text(database, "lower(NULL)") == "NULL");
}

TEST_CASE("LIKE disregards case of Russian letters") {
  auto database = district();
  for (const auto* yes : {"'ИВАНОВ' LIKE 'иван%'", "'Приказ № 5' LIKE '%ПРИКАЗ_№%'",
                          "'50%' LIKE '50!%' ESCAPE '!'", "'' LIKE '%'", "'' LIKE ''", "'ааб' LIKE '%аб'",
                          "'абаб' LIKE 'а%б'", "'а_б' LIKE 'а!_б' ESCAPE '!'", "'ё' LIKE '_'"}) {
    INFO(yes);
    CHECK(like(database, yes));
  }
  for (const auto* no : {"'50x' LIKE '50!%' ESCAPE '!'", "'абв' LIKE ''", "'абв' LIKE 'аб'",
                         "'аб' LIKE 'абв'", "'а-б' LIKE 'а!_б' ESCAPE '!'", "'ёж' LIKE '_'", "'' LIKE '_'"}) {
    INFO(no);
    CHECK_FALSE(like(database, no));
  }
  CHECK(is_empty(single(database, "NULL LIKE 'а'", ValueType::integer)));
}

TEST_CASE("plural, periods and dates are Russian") {
  auto database = district();
  CHECK(text(database, "plural(21, 'школа', 'школы', 'школ')") == "школа");
  CHECK(text(database, "plural(NULL, 'школа', 'школы', 'школ')") == "NULL");
  CHECK(text(database, "period_start('2026-Q3')") == "2026-07-01");
  CHECK(text(database, "period_end('2026-2027')") == "2027-08-31");
  CHECK(text(database, "period_end('скоро')") == "NULL");
  CHECK(text(database, "ru_date('2026-08-28')") == "28 августа 2026 г.");
  CHECK(text(database, "ru_date('2026-02-30')") == "NULL");
}

TEST_CASE("the collation russian sorts by alphabet and number") {
  auto database = district();
  const auto query = prepared(database, "SELECT name FROM organization_card ORDER BY name COLLATE russian");
  CHECK(all_rows(*query) ==
        Rows{{std::string("Ёлочка")}, {std::string("СОШ № 2")}, {std::string("СОШ № 10")}});
}

TEST_CASE("attainment follows the operator and the direction") {
  struct Case {
    const char* arguments;  // fact, plan, operator, better
    Value percent;
  };
  const Value none;
  const std::vector<Case> cases{
      {"60, 80, 'at_least', 'more'", 75.0},   // 60 ÷ 80
      {"60, 80, 'at_least', 'less'", 75.0},   // the operator says all
      {"88, 80, 'at_least', 'more'", 110.0},  // more than the plan
      {"-4, 80, 'at_least', 'more'", 0.0},    // not below zero
      {"5, 0, 'at_least', 'more'", 100.0},    // nothing to divide by: kept
      {"0, 0, 'at_least', 'more'", 100.0},    {"-1, 0, 'at_least', 'more'", 0.0},  // or not
      {"-1, -2, 'at_least', 'more'", 100.0},  {"4, 5, 'at_most', 'less'", 100.0},  // not exceeded
      {"5, 5, 'at_most', 'more'", 100.0},     {"8, 5, 'at_most', 'less'", 62.5},   // 5 ÷ 8
      {"0, 0, 'at_most', 'less'", 100.0},     {"3, 0, 'at_most', 'less'", 0.0},
      {"60, 80, 'up_to', 'more'", 75.0},                                           // to be reached
      {"60, 80, 'up_to', NULL", 75.0},        {"60, 80, 'up_to', 'less'", 100.0},  // not to be exceeded
      {"100, 80, 'up_to', 'less'", 80.0},                                          // 80 ÷ 100
      {"4, 4, 'exactly', 'more'", 100.0},     {"5, 4, 'exactly', 'more'", 80.0},   // 4 ÷ 5
      {"3, 4, 'exactly', 'less'", 75.0},                                           // 3 ÷ 4
      {"0, 0, 'exactly', 'more'", 100.0},     {"0, 4, 'exactly', 'more'", 0.0},
      {"4, 0, 'exactly', 'more'", 0.0},       {"-4, 4, 'exactly', 'more'", 0.0},  // of other signs
      {"-4, -5, 'exactly', 'more'", 80.0},                                        // of one sign: 4 ÷ 5
      {"51, 0, 'trend_up', 'more'", none},    {"45, 5, 'trend_down', 'less'", none},
      {"NULL, 80, 'at_least', 'more'", none}, {"60, NULL, 'at_least', 'more'", none},
      {"60, 80, NULL, 'more'", none}};
  for (const auto& [arguments, percent] : cases) {
    INFO(arguments);
    const std::string view = std::string("CREATE VIEW figure_card AS SELECT round(attainment(") + arguments +
                             "), 1) AS attainment";
    auto database = Database::in_memory(view, {{"figure_card", "", {{"attainment", ValueType::decimal, ""}}}},
                                        day("2026-09-01"));
    CHECK(all_rows(*prepared(database, "SELECT attainment FROM figure_card")) == Rows{{percent}});
  }
}
