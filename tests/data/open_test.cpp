#include <algorithm>
#include <fstream>

#include "base/files.hpp"
#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

namespace {

Database open(const std::filesystem::path& path) {
  return Database::open(path, catalogue(), day("2026-09-01"));
}

Rows ids(Database& database) {
  const auto query =
      prepared(database, "SELECT id FROM directives ORDER BY id", {{"id", ValueType::integer, {}}});
  return all_rows(*query);
}

}  // namespace

TEST_CASE("a missing file is an error and is not made") {
  const Folder folder;
  const auto path = folder / "no.db";
  CHECK_THROWS_WITH(open(path), "cannot open the database " + path.string() + ": No such file or directory");
  CHECK(folder.files().empty());
}

TEST_CASE("a folder is not a database") {
  const Folder folder;
  const auto path = folder / "";
  CHECK_THROWS_WITH(open(path), "cannot open the database " + path.string() + ": Is a directory");
}

TEST_CASE("another kind of file is not a database and stays as it is") {
  const Folder folder;
  const auto path = folder / "letter.db";
  const std::string letter(2000, 'x');
  svodka::base::write_file(path, letter);
  CHECK_THROWS_WITH(open(path), path.string() + " is not a SQLite database");
  CHECK(svodka::base::read_file(path) == letter);
}

TEST_CASE("a damaged database is called so") {
  const Folder folder;
  const auto path = folder / "district.db";
  run_sql(path, "CREATE TABLE directives(id); INSERT INTO directives VALUES (1)");
  auto bytes = svodka::base::read_file(path);
  std::fill(bytes.begin() + 100, bytes.begin() + 4096, '\x7f');
  svodka::base::write_file(path, bytes);
  CHECK_THROWS_WITH(open(path),
                    "the database " + path.string() + " is damaged: database disk image is malformed");
}

TEST_CASE("a database that another program has locked is called so") {
  const Folder folder;
  const auto path = folder / "district.db";
  run_sql(path, "CREATE TABLE directives(id)");
  sqlite3* writer = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &writer) == SQLITE_OK);
  REQUIRE(sqlite3_exec(writer, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
  CHECK_THROWS_WITH(open(path), "the database " + path.string() + " is locked by another program");
  CHECK(sqlite3_close(writer) == SQLITE_OK);
}

TEST_CASE("a database left in the middle of a change is called so") {
  const Folder folder;
  const auto path = folder / "district.db";
  const auto copy = folder / "copy.db";
  run_sql(path, "CREATE TABLE directives(id, note)");
  sqlite3* writer = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &writer) == SQLITE_OK);
  const auto* change =
      "PRAGMA cache_size = 1; BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i "
      "< 20000) "
      "INSERT INTO directives SELECT i, 'записка' FROM n";
  REQUIRE(sqlite3_exec(writer, change, nullptr, nullptr, nullptr) == SQLITE_OK);
  std::filesystem::copy_file(path, copy);
  std::filesystem::copy_file(folder / "district.db-journal", folder / "copy.db-journal");
  CHECK(sqlite3_close(writer) == SQLITE_OK);
  CHECK_THROWS_WITH(open(copy),
                    "the database " + copy.string() +
                        " was left in the middle of a change; let the program that wrote it open it once");
}

TEST_CASE("reading changes no byte and leaves no file") {
  for (const auto* mode : {"DELETE", "WAL"}) {
    INFO(mode);
    const Folder folder;
    const auto path = folder / "district.db";
    run_sql(path, std::string("PRAGMA journal_mode = ") + mode +
                      "; CREATE TABLE directives(id); INSERT INTO directives VALUES (1), (2)");
    const auto bytes = svodka::base::read_file(path);
    {
      auto database = open(path);
      CHECK(ids(database) == Rows{{std::int64_t{1}}, {std::int64_t{2}}});
      CHECK(folder.files() == std::vector<std::string>{"district.db"});
    }
    CHECK(folder.files() == std::vector<std::string>{"district.db"});
    CHECK(svodka::base::read_file(path) == bytes);
  }
}

TEST_CASE("what a writer has only in its log is read too") {
  const Folder folder;
  const auto path = folder / "district.db";
  sqlite3* writer = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &writer) == SQLITE_OK);
  REQUIRE(sqlite3_exec(
              writer,
              "PRAGMA journal_mode = WAL; CREATE TABLE directives(id); INSERT INTO directives VALUES (7)",
              nullptr, nullptr, nullptr) == SQLITE_OK);
  {
    auto database = open(path);
    CHECK(ids(database) == Rows{{std::int64_t{7}}});
  }
  CHECK(sqlite3_close(writer) == SQLITE_OK);
}

TEST_CASE("a path may hold any character") {
  const Folder folder;
  const auto path = folder / "район №1? 50%#.db";
  run_sql(path, "CREATE TABLE directives(id); INSERT INTO directives VALUES (1)");
  auto database = open(path);
  CHECK(ids(database).size() == 1);
}

TEST_CASE("a faulty schema in memory is an error") {
  CHECK_THROWS_WITH(Database::in_memory("CREATE TABL x", {}, day("2026-09-01")),
                    "cannot read the database :memory:: near \"TABL\": syntax error (SQLite code 1)");
}
