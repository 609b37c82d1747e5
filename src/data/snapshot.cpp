#include "data/snapshot.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>

#include "base/error.hpp"
#include "data/sqlite/connection.hpp"

namespace svodka::data {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{60};

struct FinishBackup {
  // Repeats the code of the last step, which was looked at then.
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};
using BackupPtr = std::unique_ptr<sqlite3_backup, FinishBackup>;

DatabasePtr create(const std::filesystem::path& target) {
  std::error_code ignored;
  if (std::filesystem::exists(target, ignored)) base::throw_errno("write", target.string(), EEXIST);
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(
      target.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE, nullptr);
  DatabasePtr copy(handle);
  if (code != SQLITE_OK) {
    throw base::Error(fmt::format("cannot write {}: {}", target.string(), sqlite3_errstr(code)));
  }
  // The copy is remade after a power cut; a page that does not reach the disk is still an error.
  if (sqlite3_exec(handle, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nullptr, nullptr,
                   nullptr) != SQLITE_OK) {
    throw base::Error(fmt::format("cannot write {}: {}", target.string(), sqlite3_errmsg(handle)));
  }
  return copy;
}

// What changes when somebody writes.
struct FileState {
  std::uintmax_t size = 0;
  std::filesystem::file_time_type changed;
  bool operator==(const FileState&) const = default;
};

FileState state_of(const std::filesystem::path& file) {
  std::error_code unknown;
  return {std::filesystem::file_size(file, unknown), std::filesystem::last_write_time(file, unknown)};
}

bool is_busy(int code) { return (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED; }

void copy(const Connection& source, const std::filesystem::path& database,
          const std::filesystem::path& target, const std::atomic<int>* stop) {
  const auto copy = create(target);
  const BackupPtr backup(sqlite3_backup_init(copy.get(), "main", source.handle(), "main"));
  if (!backup) {
    throw base::Error(fmt::format("cannot write {}: {}", target.string(), sqlite3_errmsg(copy.get())));
  }
  const auto until = Clock::now() + kPatience;
  int code = SQLITE_OK;
  do {  // each step waits a second for a lock
    if (stop != nullptr && stop->load() != 0)
      throw QueryStopped("the copying of the database was interrupted");
    code = sqlite3_backup_step(backup.get(), -1);
  } while (is_busy(code) && Clock::now() < until);
  if (code == SQLITE_DONE) return;
  if ((code & 0xFF) == SQLITE_FULL) base::throw_errno("write", target.string(), ENOSPC);
  if (is_busy(code) || (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB) source.fail(code);
  throw base::Error(fmt::format("cannot copy the database {} to {}: {}", database.string(), target.string(),
                                sqlite3_errstr(code)));
}

}  // namespace

// A WAL database with an empty log is read without making SQLite's files beside it, and again with them when
// somebody began to write meanwhile.
void copy_database(const std::filesystem::path& database, const std::filesystem::path& target,
                   const std::atomic<int>* stop) {
  if (is_resting_wal(database)) {
    const auto before = state_of(database);
    Connection source(database.string(), {}, {}, {});
    source.open_unchanging_file(database);
    copy(source, database, target, stop);
    if (is_resting_wal(database) && state_of(database) == before) return;
    std::filesystem::remove(target);
  }
  Connection source(database.string(), {}, {}, {});
  source.open_shared_file(database);
  copy(source, database, target, stop);
}

}  // namespace svodka::data
