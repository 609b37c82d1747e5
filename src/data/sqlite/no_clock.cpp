#include "data/sqlite/no_clock.hpp"

#include "base/error.hpp"
#include "data/sqlite/handles.hpp"

namespace svodka::data {

namespace {

int no_time(sqlite3_vfs*, double*) { return SQLITE_ERROR; }
int no_time_in_milliseconds(sqlite3_vfs*, sqlite3_int64*) { return SQLITE_ERROR; }

// SQLite keeps the address for the life of the process.
struct FileSystem {
  sqlite3_vfs vfs;

  FileSystem() : vfs(*sqlite3_vfs_find(nullptr)) {
    vfs.pNext = nullptr;
    vfs.zName = "svodka_without_clock";
    vfs.xCurrentTime = no_time;
    vfs.xCurrentTimeInt64 = no_time_in_milliseconds;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK) throw base::Error("SQLite refuses a file system");
  }
};

}  // namespace

const char* file_system_without_clock() {
  static FileSystem file_system;
  return file_system.vfs.zName;
}

}  // namespace svodka::data
