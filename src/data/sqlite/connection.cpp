#include "data/sqlite/connection.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/error.hpp"
#include "data/sqlite/no_clock.hpp"

namespace svodka::data {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kWaitForLock = 1000;       // milliseconds
constexpr int kStepsBetweenLooks = 100;  // virtual machine steps between looks at the deadline
constexpr int kLongestValue = 1 << 20;   // bytes

void require_readable_file(const fs::path& path) {
  std::error_code unknown;
  if (fs::is_directory(path, unknown)) base::throw_errno("open the database", path.string(), EISDIR);
  if (::access(path.c_str(), R_OK) != 0) base::throw_errno("open the database", path.string(), errno);
}

// The file change counter's neighbours say which journal the last writer used (SQLite file format, 1.3.3).
bool uses_wal(const fs::path& path) {
  std::array<char, 20> header{};
  std::ifstream file(path, std::ios::binary);
  file.read(header.data(), header.size());
  return file.gcount() == static_cast<std::streamsize>(header.size()) && header[18] == 2;
}

bool has_wal_file(const fs::path& path) {
  std::error_code unknown;
  const auto size = fs::file_size(path.string() + "-wal", unknown);
  return !unknown && size > 0;
}

std::string uri_of(const fs::path& path, std::string_view options) {
  std::string uri = "file:";
  for (const char c : path.string()) {
    uri += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02X}", static_cast<unsigned char>(c))
                                            : std::string(1, c);
  }
  return uri.append(options);
}

}  // namespace

bool is_resting_wal(const fs::path& path) {
  std::error_code unknown;
  const auto real = fs::canonical(path, unknown);
  return !unknown && uses_wal(real) && !has_wal_file(real);
}

Connection::Connection(std::string name, const Catalogue& catalogue, Date as_of, const Limits& limits)
    : name_(std::move(name)), catalogue_(catalogue), limits_(limits), functions_{as_of, {}} {}
Connection::~Connection() = default;

// A database in WAL mode whose log is empty is read as a file that does not change: otherwise SQLite would
// make files beside it, or, in a folder that is read-only, refuse it.
void Connection::open_file(const fs::path& path) {
  require_readable_file(path);
  if (is_resting_wal(path)) return open_unchanging_file(path);
  open_shared_file(path);
}

void Connection::open_shared_file(const fs::path& path) {
  require_readable_file(path);
  open(uri_of(fs::canonical(path), "?mode=ro"), SQLITE_OPEN_READONLY);
  guard();
}

void Connection::open_unchanging_file(const fs::path& path) {
  require_readable_file(path);
  open(uri_of(fs::canonical(path), "?mode=ro&immutable=1"), SQLITE_OPEN_READONLY);
  guard();
}

void Connection::open_memory(const std::string& schema_sql) {
  open("file::memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  execute(schema_sql);
  guard();
}

void Connection::open(const std::string& location, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(location.c_str(), &handle,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   file_system_without_clock());
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(code);
  sqlite3_hard_heap_limit64(limits_.memory);
  if (sqlite3_busy_timeout(handle, kWaitForLock) != SQLITE_OK) fail(SQLITE_MISUSE);
  sqlite::register_functions(handle, functions_);
}

void Connection::guard() {
  configure(SQLITE_DBCONFIG_DEFENSIVE, 1);
  configure(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  configure(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
  configure(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
  configure(SQLITE_DBCONFIG_DQS_DML, 0);
  configure(SQLITE_DBCONFIG_DQS_DDL, 0);
  execute(
      "PRAGMA query_only = 1; PRAGMA cell_size_check = 1; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0");
  constexpr std::pair<int, int> limits[] = {{SQLITE_LIMIT_ATTACHED, 0},
                                            {SQLITE_LIMIT_SQL_LENGTH, 64 << 10},
                                            {SQLITE_LIMIT_LENGTH, kLongestValue},
                                            {SQLITE_LIMIT_EXPR_DEPTH, 200},
                                            {SQLITE_LIMIT_COMPOUND_SELECT, 50},
                                            {SQLITE_LIMIT_VDBE_OP, 50'000},
                                            {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500},
                                            {SQLITE_LIMIT_WORKER_THREADS, 0},
                                            {SQLITE_LIMIT_FUNCTION_ARG, 32}};
  for (const auto& [limit, value] : limits) sqlite3_limit(handle(), limit, value);
  authorizer_ = std::make_unique<Authorizer>(schema_names());
  authorizer_->attach(handle());
  sqlite3_progress_handler(handle(), kStepsBetweenLooks, past_deadline, this);
}

void Connection::configure(int option, int value) {
  int now = -1;
  const int code = sqlite3_db_config(handle(), option, value, &now);
  if (code != SQLITE_OK || now != value) throw base::Error(fmt::format("SQLite refuses option {}", option));
}

void Connection::execute(const std::string& sql) {
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

SchemaNames Connection::schema_names() {
  SchemaNames names;
  names.readable = column(
      "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> "
      "'sqlite_'"
      " AND upper(substr(sql, 1, 14)) <> 'CREATE VIRTUAL'");
  names.reserved = column(
      "SELECT name FROM pragma_module_list UNION SELECT name FROM main.sqlite_schema"
      " WHERE upper(substr(sql, 1, 14)) = 'CREATE VIRTUAL'");
  return names;
}

// The first column of every row of our own statement.
std::vector<std::string> Connection::column(std::string_view sql) {
  sqlite3_stmt* made = nullptr;
  const int prepared = sqlite3_prepare_v2(handle(), sql.data(), static_cast<int>(sql.size()), &made, nullptr);
  const StatementPtr statement(made);
  if (prepared != SQLITE_OK) fail(prepared);
  std::vector<std::string> texts;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
    texts.emplace_back(sqlite::text_of(sqlite3_column_value(statement.get(), 0)));
  }
  if (code != SQLITE_DONE) fail(code);
  return texts;
}

int Connection::step(sqlite3_stmt* statement, std::chrono::nanoseconds& budget) {
  const auto begin = Clock::now();
  deadline_ = begin + budget;
  const int code = sqlite3_step(statement);
  deadline_ = Clock::time_point::max();
  budget -= Clock::now() - begin;
  return code;
}

int Connection::past_deadline(void* self) noexcept {
  const auto& connection = *static_cast<const Connection*>(self);
  const auto deadline = connection.deadline_;
  if (deadline == Clock::time_point::max()) return 0;  // statements of our own, and preparing
  return connection.stopped() || Clock::now() > deadline;
}

void Connection::fail(int code, const std::string& query) const {
  const auto what =
      query.empty() ? fmt::format("the database {}", name_) : fmt::format("query '{}' on {}", query, name_);
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      throw base::Error(fmt::format("{} is not a SQLite database", name_));
    case SQLITE_CORRUPT:
      throw base::Error(fmt::format("{} is damaged: {}", what, sqlite3_errmsg(handle())));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw base::Error(fmt::format("{} is locked by another program", what));
    case SQLITE_READONLY:
      throw base::Error(fmt::format(
          "{} was left in the middle of a change; let the program that wrote it open it once", what));
    case SQLITE_INTERRUPT:
      if (stopped()) throw QueryStopped(fmt::format("{} was interrupted", what));
      throw QueryStopped(fmt::format("{} took longer than {} s and was stopped", what,
                                     std::chrono::duration<double>(limits_.time).count()));
    case SQLITE_NOMEM:
      throw QueryStopped(
          fmt::format("{} needs more than {} MB of memory and was stopped", what, limits_.memory >> 20));
    case SQLITE_TOOBIG:
      throw QueryStopped(fmt::format("{} makes a value longer than {} bytes", what, kLongestValue));
    default: {
      const auto message =
          fmt::format("cannot read {}: {} (SQLite code {})", what, sqlite3_errmsg(handle()), code);
      if (!query.empty() && (code & 0xFF) == SQLITE_ERROR) throw QueryStopped(message);  // an overflow
      throw base::Error(message);
    }
  }
}

}  // namespace svodka::data
