#pragma once
// A small database to query, in memory or in a file of a folder that goes away.

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "data/database.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

namespace svodka::data::test {

inline const std::string schema = R"(
  CREATE TABLE organizations(id INTEGER PRIMARY KEY, key TEXT, name TEXT);
  CREATE TABLE directives(id INTEGER PRIMARY KEY, organization_id INTEGER, due TEXT, percent REAL, note);
  INSERT INTO organizations VALUES (1, 'school-2', 'СОШ № 2'), (2, 'school-10', 'СОШ № 10'), (3, 'elka', 'Ёлочка');
  INSERT INTO directives VALUES (1, 1, '2026-08-28', 12.5, NULL), (2, 1, '2026-09-30', 100, 'готово'),
                                (3, 2, NULL, NULL, 'нет');
  CREATE VIEW organization_card AS SELECT key AS organization, name FROM organizations;
  CREATE VIEW directive_card AS
    SELECT directives.id AS ordinal, o.key AS organization, due, percent, note,
           due < as_of() AS overdue, printf('%03d', directives.id) AS number
      FROM directives JOIN organizations AS o ON o.id = organization_id;
  CREATE VIEW odd_card AS SELECT 1 AS due;
)";

inline const Catalogue& catalogue() {
  using enum ValueType;
  static const Catalogue views{
      {"organization_card", "organizations", {{"organization", text, "key"}, {"name", text, "name"}}},
      {"directive_card",
       "directives",
       {{"ordinal", integer, ""},
        {"organization", text, "key"},
        {"due", date, ""},
        {"percent", decimal, ""},
        {"note", text, ""},
        {"overdue", integer, ""},
        {"number", text, ""}}},
      {"odd_card", "for tests", {{"due", integer, ""}}}};
  return views;
}

inline Date day(const char* iso) { return Date::parse(iso).value(); }

inline Database district() { return Database::in_memory(schema, catalogue(), day("2026-09-01")); }

inline base::SourceSpan span(const std::string& sql) {
  return {base::make_source("list.xml", sql), 0, sql.size()};
}

// The messages of preparing `sql` against the district.
inline std::string mistakes(const std::string& sql, const std::vector<DeclaredColumn>& declared = {}) {
  auto database = district();
  base::Diagnostics diagnostics;
  const auto query = database.prepare("people", span(sql), declared, diagnostics);
  CHECK((query == nullptr) == diagnostics.has_errors());
  return base::render(diagnostics);
}

using Parameters = std::vector<std::pair<std::string, Value>>;
using Rows = std::vector<std::vector<Value>>;

inline std::unique_ptr<Query> prepared(Database& database, const std::string& sql,
                                       const std::vector<DeclaredColumn>& declared = {}) {
  base::Diagnostics diagnostics;
  auto query = database.prepare("people", span(sql), declared, diagnostics);
  INFO(base::render(diagnostics));
  REQUIRE(query);
  return query;
}

inline Rows all_rows(Query& query, const Parameters& parameters = {}) {
  base::Diagnostics diagnostics;
  Rows rows;
  std::vector<Value> row;
  query.start(parameters);
  while (query.next(row, diagnostics)) rows.push_back(row);
  CHECK(base::render(diagnostics) == "");
  return rows;
}

// One text column, one row, as `SELECT … AS value` gives it.
inline Value single(Database& database, const std::string& expression, ValueType type = ValueType::text) {
  const auto query = prepared(database, "SELECT " + expression + " AS value", {{"value", type, {}}});
  return all_rows(*query).at(0).at(0);
}

inline void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  REQUIRE(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_close(handle) == SQLITE_OK);
}

using Folder = support::TemporaryFolder;

}  // namespace svodka::data::test
