#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

namespace {

constexpr auto kEndless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS total FROM n";
constexpr auto kNumbers =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS total FROM n";
constexpr auto kGrowing =
    "WITH RECURSIVE n(i, s) AS (SELECT 1, "
    "'ааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааа' "
    "UNION SELECT i + 1, s FROM n) SELECT count(*) AS total FROM n";
constexpr auto kDoubling =
    "WITH RECURSIVE n(s) AS (SELECT 'а' UNION ALL SELECT s || s FROM n) SELECT length(s) AS total FROM n";

Database limited(const Folder& folder, const Limits& limits) {
  const auto path = folder / "district.db";
  if (!std::filesystem::exists(path)) run_sql(path, "CREATE TABLE directives(id, note)");
  return Database::open(path, {}, day("2026-09-01"), limits);
}

// What pulling all rows of the query throws.
std::string failure(Database& database, const std::string& sql) {
  const auto query = prepared(database, sql, {{"total", ValueType::integer, {}}});
  svodka::base::Diagnostics diagnostics;
  std::vector<Value> row;
  query->start({});
  try {
    while (query->next(row, diagnostics)) {
    }
  } catch (const std::runtime_error& error) {
    const std::string message = error.what();
    const auto path = message.find("/");
    return path == std::string::npos ? message
                                     : message.substr(0, path) + message.substr(message.find("district.db"));
  }
  return {};
}

}  // namespace

TEST_CASE("a query that takes too long is stopped") {
  const Folder folder;
  auto database = limited(folder, {std::chrono::milliseconds(50), 1000, 512 << 20});
  CHECK(failure(database, kEndless) ==
        "query 'people' on district.db took longer than 0.05 s and was stopped");
  CHECK(failure(database, "SELECT 1 AS total") == "");
}

TEST_CASE("a query that gives too many rows is stopped") {
  const Folder folder;
  auto database = limited(folder, {std::chrono::seconds(30), 1000, 512 << 20});
  CHECK(failure(database, kNumbers) == "query 'people' gives more than 1000 rows and was stopped");
  CHECK(failure(database, std::string(kNumbers) + " LIMIT 1000") == "");
}

TEST_CASE("a query that needs too much memory is stopped") {
  const Folder folder;
  {
    auto database = limited(folder, {std::chrono::seconds(30), 1000, 8 << 20});
    CHECK(failure(database, kGrowing) ==
          "query 'people' on district.db needs more than 8 MB of memory and was stopped");
  }
  sqlite3_hard_heap_limit64(0);
}

TEST_CASE("a value that grows too long is stopped") {
  const Folder folder;
  auto database = limited(folder, {});
  CHECK(failure(database, kDoubling) ==
        "query 'people' on district.db makes a value longer than 1048576 bytes");
}

TEST_CASE("time between two rows does not count") {
  const Folder folder;
  auto database = limited(folder, {std::chrono::milliseconds(40), 1000, 512 << 20});
  const auto query =
      prepared(database, std::string(kNumbers) + " LIMIT 3", {{"total", ValueType::integer, {}}});
  svodka::base::Diagnostics diagnostics;
  std::vector<Value> row;
  query->start({});
  int rows = 0;
  while (query->next(row, diagnostics)) {
    ++rows;
    usleep(30'000);
  }
  CHECK(rows == 3);
}
