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
