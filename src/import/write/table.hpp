#pragma once
// Rows of one table: found by what identifies them, compared, written. Statements are prepared once.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "import/kinds.hpp"
#include "sqlite/connection.hpp"

namespace svodka::import {

// Where a column's value comes from.
enum class From { field, id, assignment, occurrence, entry, period_start, period_end, source };

struct Column {
  std::string name;
  From from = From::field;
  std::size_t field = 0;  // of the kind, for From::field
  bool identity = false;
  bool nullable = false;
  bool text = true;  // a text, not a number
};

std::vector<Column> columns_of(const RecordKind& kind);

// In the order of the columns; dates as text, references as row ids.
using Row = std::vector<text::Value>;

void bind_value(sqlite::Statement& statement, int parameter, const text::Value& value);
bool holds(const sqlite::Statement& statement, int column, const text::Value& value);

class Table {
 public:
  Table(sqlite::Connection& connection, const RecordKind& kind);

  const std::vector<Column>& columns() const { return columns_; }

  // The indices of the columns in which the stored row differs; nothing when no row is stored.
  std::optional<std::vector<std::size_t>> differences(const Row& row, std::vector<std::size_t>& filled);
  void insert(const Row& row);
  void update(const Row& row);

 private:
  std::vector<Column> columns_;
  std::vector<std::size_t> identity_;
  std::vector<std::size_t> content_;
  sqlite::Statement select_;
  sqlite::Statement insert_;
  std::optional<sqlite::Statement> update_;  // a table may be identity only
};

// The identity columns of a row, as one text.
std::string identity_of(const std::vector<Column>& columns, const Row& row);

// Deletes what has left the lists of a kind whose records have no keys.
class ListSweeper {
 public:
  ListSweeper(sqlite::Connection& connection, const RecordKind& kind);
  // Deletes the rows of the owner that are not in `kept` (texts of identity_of); how many.
  std::int64_t sweep(std::int64_t owner, const std::unordered_set<std::string>& kept);

 private:
  std::vector<Row> rows(std::int64_t owner);
  void remove(const Row& row);

  std::vector<Column> columns_;  // of the identity
  sqlite::Statement select_;
  sqlite::Statement delete_;
};

}  // namespace svodka::import
