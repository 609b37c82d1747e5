#pragma once
// Read-only queries with SQL that is not trusted (it comes from templates). SQLite stays in the .cpp files.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/error.hpp"
#include "data/catalogue.hpp"
#include "text/value.hpp"

namespace svodka::data {

using text::Date;
using text::Value;
using text::ValueType;

struct Limits {
  std::chrono::milliseconds time{30'000};         // of one query
  std::int64_t rows = 1'000'000;                  // of one query
  std::int64_t memory = std::int64_t{512} << 20;  // of the process's SQLite heap
  const std::atomic<int>* stop = nullptr;         // not 0: every query ends at once
};

// A query that reached a limit, met a value it cannot compute with, or was told to stop: the fault of what
// was asked, not of the database.
class QueryStopped : public base::Error {
 public:
  using base::Error::Error;
};

struct QueryColumn {
  std::string name;
  ValueType type;
  bool is_key;  // named as a key of a view that the query reads
};

// Type of a computed column as the template declares it (<field name="…" type="…"/>).
struct DeclaredColumn {
  std::string name;
  ValueType type;
  base::SourceSpan span;
  bool required = true;  // the query must have the column
};

class Query;

// One connection: read-only, with an authorizer that allows SELECT from views and tables of main and listed
// functions; as_of() gives the date. Not for two threads at once.
class Database {
 public:
  // Throws base::Error: missing, unreadable, locked, not a database, corrupt. The file is never changed.
  // Schema version and application id are the caller's to check (store).
  static Database open(const std::filesystem::path& path, const Catalogue& catalogue, Date as_of,
                       const Limits& limits = {});
  // A file that nobody writes, a snapshot: without locks.
  static Database open_unchanging(const std::filesystem::path& path, const Catalogue& catalogue, Date as_of,
                                  const Limits& limits = {});
  // An empty in-memory database made by `schema_sql`, to prepare queries against.
  static Database in_memory(const std::string& schema_sql, const Catalogue& catalogue, Date as_of);
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  // Prepares one SELECT. Mistakes (syntax, unknown table or column, forbidden statement or function, second
  // statement, duplicate or untyped column, unknown declared column) become diagnostics that point into
  // the template, from whose pieces the SQL is put together; the query is then empty.
  // Types: declared ones first; else a column named as a column of a view that the query reads takes the
  // catalogue's type; else `otherwise`, and when that is empty a diagnostic asks for a <field>.
  std::unique_ptr<Query> prepare(std::string_view name, const base::ComposedText& sql,
                                 const std::vector<DeclaredColumn>& declared, base::Diagnostics& diagnostics,
                                 ValueType otherwise = ValueType::empty);

  Date as_of() const;

  // The bytes of a stored picture (PNG or JPEG); none when there is no picture of that name.
  std::optional<std::string> picture(const std::string& name) const;

 private:
  friend class Query;
  struct Impl;
  explicit Database(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// A prepared SELECT: started again for every document, rows pulled one by one.
class Query {
 public:
  ~Query();
  const std::string& name() const;
  const std::vector<QueryColumn>& columns() const;
  const std::vector<std::string>& parameters() const;  // without the colon, in order of first use

  // Binds by name; parameters not listed are NULL. Resets an earlier run.
  void start(const std::vector<std::pair<std::string, Value>>& parameters);
  // Pulls the next row into values of the columns' types. False at the end. A value that does not parse as
  // its column's type gives a diagnostic (query, row number, column, value) and is left empty. Throws
  // QueryStopped on a time, row or memory limit, base::Error when the database fails.
  bool next(std::vector<Value>& row, base::Diagnostics& diagnostics);

 private:
  friend class Database;
  struct Impl;
  explicit Query(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace svodka::data
