#pragma once
// What a careful person would write by hand for one report: queries, sheets, columns, and nothing measured.

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "bind/bind.hpp"
#include "sqlite/functions.hpp"

namespace svodka::bench {

enum class Kind { text, centred, whole, decimal, percent, date, state };

struct FloorColumn {
  const char* title;
  const char* name;  // of the query's column; «a+b» are joined by line ends
  Kind kind;
  double width;  // of the sheet's column, characters
};

struct FloorTable {
  const char* query;  // of the template
  std::vector<FloorColumn> columns;
  const char* group = nullptr;  // name: a row of its own before the rows of one value
  bool with_first = false;      // its rows are read together with those of the first sheet
  std::size_t total = 0;        // column that has a sum under the last row, from 1; 0: none
};

struct FloorSheet {
  const char* name;
  std::vector<const char*> lines;  // merged over the columns, above the table
  std::vector<FloorTable> tables;
  bool filter = false;
};

struct Floor {
  std::vector<FloorSheet> sheets;
  bool streamed = false;  // rows go out as they are written
};

Floor report_floor();
Floor register_floor(int rows);

class FloorWriter {
 public:
  FloorWriter(const Floor& floor, const std::string& template_file, const std::string& database);
  ~FloorWriter();
  FloorWriter(const FloorWriter&) = delete;
  FloorWriter& operator=(const FloorWriter&) = delete;

  void write(const bind::Arguments& arguments, const std::string& path);

 private:
  const Floor& floor_;
  sqlite::FunctionContext functions_;
  sqlite3* database_ = nullptr;
  std::vector<std::vector<sqlite3_stmt*>> statements_;  // by sheet and table
};

}  // namespace svodka::bench
