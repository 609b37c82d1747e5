#pragma once
// The inside of a Query; for this room's .cpp files.

#include "data/database.hpp"
#include "data/sqlite/connection.hpp"

namespace svodka::data {

struct Query::Impl {
  std::shared_ptr<Connection> connection;
  StatementPtr statement;  // dies before the connection
  std::string name;
  std::vector<QueryColumn> columns;
  std::vector<std::string> parameters;
  std::chrono::nanoseconds budget{};  // left to this run
  std::int64_t rows = 0;              // pulled by this run
  int wrong_values = 0;               // of this run

  void bind(int parameter, const Value& value);
  void take(std::vector<Value>& row, base::Diagnostics& diagnostics);
  void report(std::size_t column, sqlite3_value* value, base::Diagnostics& diagnostics);
  void finish();
};

}  // namespace svodka::data
