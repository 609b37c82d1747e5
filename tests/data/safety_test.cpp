// SQL of templates is not trusted: what it must not do.

#include <algorithm>

#include "base/files.hpp"
#include "data/sqlite/authorizer.hpp"
#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

TEST_CASE("dangerous statements are refused with a diagnostic") {
  const Folder folder;
  const auto path = folder / "district.db";
  run_sql(path,
          "CREATE TABLE directives(id, note); INSERT INTO directives VALUES (1, 'а');"
          "CREATE VIRTUAL TABLE words USING fts5(word)");
  const auto before = folder.files();
  for (const std::string sql : {"INSERT INTO directives(note) VALUES('x')",
                                "UPDATE directives SET note='x'",
                                "DELETE FROM directives",
                                "REPLACE INTO directives VALUES (1, 'x')",
                                "DROP TABLE directives",
                                "CREATE TABLE t(a)",
                                "CREATE TEMP TABLE t(a)",
                                "CREATE VIEW v AS SELECT 1",
                                "CREATE TRIGGER t AFTER INSERT ON directives BEGIN SELECT 1; END",
                                "CREATE VIRTUAL TABLE w USING fts5(x)",
                                "ALTER TABLE directives RENAME TO d",
                                "ATTACH 'x.db' AS y",
                                "DETACH main",
                                "VACUUM",
                                "VACUUM INTO 'x.db'",
                                "PRAGMA writable_schema=1",
                                "PRAGMA table_info(directives)",
                                "PRAGMA query_only=0",
                                "SELECT * FROM pragma_table_info('directives')",
                                "SELECT 1 AS x FROM pragma_database_list",
                                "SELECT load_extension('x.so') AS x",
                                "SELECT * FROM sqlite_master",
                                "SELECT * FROM sqlite_schema",
                                "SELECT * FROM sqlite_temp_schema",
                                "SELECT writefile('z','1') AS x",
                                "SELECT readfile('/etc/passwd') AS x",
                                "SELECT fts3_tokenizer('x') AS x",
                                "SELECT randomblob(1000000000) AS x",
                                "SELECT zeroblob(1000000000) AS x",
                                "SELECT hex('x') AS x",
                                "SELECT printf('%.*c', 2000000000, 'x') AS x",
                                "SELECT format('%d', 1) AS x",
                                "SELECT random() AS x",
                                "SELECT 1 AS x; DELETE FROM directives",
                                "BEGIN EXCLUSIVE",
                                "COMMIT",
                                "SAVEPOINT a",
                                "EXPLAIN SELECT 1",
                                "EXPLAIN QUERY PLAN SELECT 1",
                                "REINDEX",
                                "ANALYZE",
                                "SELECT * FROM dbstat",
                                "SELECT value FROM json_each('[1]')",
                                "SELECT word FROM words",
                                "SELECT count(*) AS x FROM words",
                                "SELECT 1 AS x FROM json_each('[1]')",
                                "SELECT 1 AS x FROM sqlite_schema",
                                "SELECT * FROM bytecode('SELECT 1')",
                                "SELECT sqlite_compileoption_get(1) AS x",
                                "SELECT sqlite_version() AS x",
                                "SELECT current_timestamp AS x",
                                "SELECT date('now') AS x",
                                "SELECT last_insert_rowid() AS x",
                                "WITH x AS (SELECT 1) INSERT INTO directives SELECT 1, 2",
                                "SELECT 1 AS x RETURNING 1"}) {
    INFO(sql);
    auto database = Database::open(path, {}, day("2026-09-01"));
    svodka::base::Diagnostics diagnostics;
    const std::vector<DeclaredColumn> declared{{"x", ValueType::text, {}}};
    CHECK(database.prepare("people", span(sql), declared, diagnostics) == nullptr);
    REQUIRE(diagnostics.error_count() >= 1);
    const auto& code = diagnostics.all().front().code;
    CHECK((code == "Q101" || (code >= "Q102" && code <= "Q111")));
  }
  CHECK(folder.files() == before);
}

TEST_CASE("the clock cannot be read in a roundabout way") {
  auto database = district();
  CHECK(is_empty(single(database, "date('no' || 'w')")));
  CHECK(is_empty(single(database, "julianday(substr('xnow', 2))")));
  CHECK(is_empty(single(database, "datetime()")));
  CHECK(single(database, "date('2026-08-28', '+1 day')") == Value{std::string("2026-08-29")});
}

TEST_CASE("the views of the schema may format, a query may not") {
  auto database = district();
  const auto query = prepared(database, "SELECT number FROM directive_card ORDER BY number");
  CHECK(all_rows(*query).at(0).at(0) == Value{std::string("001")});
  CHECK(mistakes("SELECT printf('%03d', ordinal) AS number FROM directive_card").find("error[Q107]") !=
        std::string::npos);
  CHECK(mistakes("SELECT attainment(1, 2, 'at_least', 'more') AS x", {{"x", ValueType::decimal, {}}}) ==
        "list.xml:1:8: error[Q107]: the function attainment is not allowed\n"
        "    1 | SELECT attainment(1, 2, 'at_least', 'more') AS x\n"
        "      |        ^~~~~~~~~~\n"
        "  hint: the functions of queries are listed in docs/errors.md\n");
}

TEST_CASE("an endless pattern is refused") {
  auto database = district();
  const auto query =
      prepared(database, "SELECT 'а' LIKE :pattern AS value", {{"value", ValueType::integer, {}}});
  query->start({{"pattern", std::string(501, '%')}});
  svodka::base::Diagnostics diagnostics;
  std::vector<Value> row;
  CHECK_THROWS_WITH(
      query->next(row, diagnostics),
      "cannot read query 'people' on :memory:: LIKE pattern longer than 500 bytes (SQLite code 1)");
}

TEST_CASE("the page of errors lists every function that is allowed") {
  const auto page = svodka::base::read_file("docs/errors/data.md");
  const auto begin = page.find("| Q107 |");
  REQUIRE(begin != std::string::npos);
  const auto row = page.substr(begin, page.find('\n', begin) - begin);
  for (const auto& function : allowed_functions()) {
    INFO(function);
    CHECK((row.find(" " + function + ",") != std::string::npos ||
           row.find(" " + function + ";") != std::string::npos ||
           row.find(" " + function + "(") != std::string::npos));
  }
}
