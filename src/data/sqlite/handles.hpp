#pragma once
// SQLite's handles; for this room's .cpp files.

#include <sqlite3.h>

#include <memory>

namespace svodka::data {

struct CloseDatabase {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using DatabasePtr = std::unique_ptr<sqlite3, CloseDatabase>;

struct FinalizeStatement {
  // Repeats the code of the last step, which was looked at then.
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

}  // namespace svodka::data
