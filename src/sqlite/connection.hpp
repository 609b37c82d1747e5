#pragma once
// SQLite's C API under small RAII.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "text/date.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace svodka::sqlite {

struct FunctionContext;
class Statement;

// What SQLite refused, and why where a caller may have something to say of it.
class SqlError : public base::Error {
 public:
  enum class Reason { not_a_database, damaged, locked, other };

  // `code` is SQLite's, extended or not.
  SqlError(const std::string& message, int code);
  Reason reason() const { return reason_; }

 private:
  Reason reason_;
};

// One connection with foreign keys on and the SQL functions of functions.hpp registered. Waits a second for
// another program's lock. Every failure throws SqlError that names the file, what SQLite said and, for
// statements, the SQL.
class Connection {
 public:
  enum class Mode { read_only, read_write, create };

  // ":memory:" for a database in memory. as_of() is 1970-01-01 until set.
  Connection(const std::filesystem::path& path, Mode mode);
  ~Connection();
  Connection(Connection&&) noexcept;

  // What as_of() returns in statements prepared from now on.
  void set_as_of(text::Date date);

  // Runs every statement of `sql`; rows are dropped.
  void exec(std::string_view sql);
  // One statement; a second one is a bug.
  Statement prepare(std::string_view sql);

  // The first column of the first row.
  std::int64_t integer(std::string_view sql);  // 0 without rows
  std::string text(std::string_view sql);      // empty without rows

  std::int64_t last_insert_rowid() const;
  std::int64_t changes() const;  // rows of the last INSERT, UPDATE or DELETE
  // The bytes of the database as a file.
  std::string image() const;
  const std::string& name() const { return name_; }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::string name_;
  std::unique_ptr<sqlite::FunctionContext> functions_;  // read by SQL functions: its address must not move
  std::unique_ptr<sqlite3, Close> handle_;
};

// A prepared statement. Parameters count from 1, columns from 0.
class Statement {
 public:
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, int value) { return bind(parameter, std::int64_t{value}); }
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, std::string_view value);
  Statement& bind(int parameter, const char* value) { return bind(parameter, std::string_view(value)); }
  Statement& bind_bytes(int parameter, std::string_view value);  // as a BLOB
  Statement& bind_null(int parameter);

  bool step();   // true: a row is there
  void run();    // steps to the end and resets
  void reset();  // ready for other parameters; bindings stay

  int columns() const;
  std::string column_name(int column) const;
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double decimal(int column) const;
  std::string text(int column) const;  // empty for NULL

 private:
  friend class Connection;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement);
  Statement& checked(int code);

  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// BEGIN IMMEDIATE … COMMIT; rolled back unless committed.
class Transaction {
 public:
  explicit Transaction(Connection& connection);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace svodka::sqlite
