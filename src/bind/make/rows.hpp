#pragma once
// The rows of one document's queries while it is bound. Private to the room.

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.hpp"
#include "bind/bind.hpp"
#include "bind/compile/program.hpp"
#include "data/database.hpp"

namespace svodka::bind {

using Row = std::vector<text::Value>;
using RowList = std::vector<const Row*>;

// Runs each query at most once, when it is first needed. Remembers, for each query, the row that the loop
// around stands on.
class RowStore {
 public:
  RowStore(const Program& program, std::vector<std::unique_ptr<data::Query>>& queries,
           base::Diagnostics& diagnostics);

  void set_parameters(std::vector<std::pair<std::string, text::Value>> parameters);
  const text::Value& parameter(std::uint16_t index) const { return parameters_[index].second; }

  // All rows of a query that is not streamed.
  const RowList& all(std::uint16_t query);
  // The rows whose `field` equals the value; in order.
  const RowList& matching(std::uint16_t query, std::uint16_t field, const text::Value& value);
  // The row of a query of one row; null when there is none.
  const Row* single(std::uint16_t query);

  // Streams the rows of a query that one table uses once.
  void start(std::uint16_t query);
  bool next(std::uint16_t query, Row& row);

  const Row* current(std::uint16_t query) const { return current_[query]; }
  // Queries with a current row, outermost loop first.
  const std::vector<std::uint16_t>& walked() const { return walked_; }

 private:
  friend class Standing;
  struct Loaded {
    bool loaded = false;
    std::vector<Row> rows;
    RowList list;
    std::map<std::uint16_t, std::unordered_map<std::string, RowList>> by_field;
  };
  Loaded& load(std::uint16_t query);
  void check_count(std::uint16_t query, std::size_t count);

  const Program& program_;
  std::vector<std::unique_ptr<data::Query>>& queries_;
  base::Diagnostics& diagnostics_;
  std::vector<std::pair<std::string, text::Value>> parameters_;
  std::vector<Loaded> loaded_;
  std::vector<const Row*> current_;
  std::vector<std::uint16_t> walked_;
};

// Makes a row the current one of its query, and puts the former back.
class Standing {
 public:
  Standing(RowStore& rows, std::uint16_t query, const Row* row)
      : rows_(rows), query_(query), former_(rows.current_[query]) {
    rows_.current_[query_] = row;
    rows_.walked_.push_back(query_);
  }
  ~Standing() {
    rows_.current_[query_] = former_;
    rows_.walked_.pop_back();
  }
  Standing(const Standing&) = delete;
  Standing& operator=(const Standing&) = delete;

 private:
  RowStore& rows_;
  std::uint16_t query_;
  const Row* former_;
};

// Equal values have equal texts, of different types different ones.
std::string match_key(const text::Value& value);

}  // namespace svodka::bind
