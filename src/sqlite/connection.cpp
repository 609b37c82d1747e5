#include "sqlite/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cassert>

#include "sqlite/functions.hpp"

namespace svodka::sqlite {

namespace {

constexpr int lock_wait_ms = 1000;

// SQLITE_TRANSIENT is a C cast.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
const sqlite3_destructor_type copied = SQLITE_TRANSIENT;
#pragma GCC diagnostic pop

std::string file_of(sqlite3* handle) {
  const char* name = sqlite3_db_filename(handle, "main");
  return name == nullptr || *name == '\0' ? ":memory:" : name;
}

// SQL in a message: one line, not too long.
std::string shown(std::string_view sql) {
  constexpr std::size_t longest = 200;
  std::string line;
  for (const char c : sql) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.size() > longest) {
    std::size_t end = longest;
    while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    line = line.substr(0, end) + "…";
  }
  return line;
}

[[noreturn]] void fail(sqlite3* handle, std::string_view sql) {
  throw SqlError(fmt::format("{}: {} (in: {})", file_of(handle), sqlite3_errmsg(handle), shown(sql)),
                 sqlite3_extended_errcode(handle));
}

[[noreturn]] void fail_to_open(sqlite3* handle, const std::string& name, int code) {
  const char* reason = handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle);
  throw SqlError(fmt::format("cannot open {}: {}", name, reason), code);
}

SqlError::Reason reason_of(int code) {
  switch (code & 0xFF) {  // the primary code of an extended one
    case SQLITE_NOTADB:
      return SqlError::Reason::not_a_database;
    case SQLITE_CORRUPT:
      return SqlError::Reason::damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SqlError::Reason::locked;
    default:
      return SqlError::Reason::other;
  }
}

int flags_of(Connection::Mode mode) {
  switch (mode) {
    case Connection::Mode::read_only:
      return SQLITE_OPEN_READONLY;
    case Connection::Mode::read_write:
      return SQLITE_OPEN_READWRITE;
    case Connection::Mode::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

SqlError::SqlError(const std::string& message, int code) : base::Error(message), reason_(reason_of(code)) {}

void Connection::Close::operator()(sqlite3* handle) const {
  [[maybe_unused]] const int code = sqlite3_close(handle);
  assert(code == SQLITE_OK);  // else a statement outlives its connection
}

Connection::Connection(const std::filesystem::path& path, Mode mode)
    : name_(path.string()), functions_(std::make_unique<FunctionContext>()) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name_.c_str(), &handle, flags_of(mode) | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail_to_open(handle, name_, code);
  const bool ready = sqlite3_busy_timeout(handle, lock_wait_ms) == SQLITE_OK &&
                     sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr) == SQLITE_OK &&
                     sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) == SQLITE_OK &&
                     sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr) == SQLITE_OK;
  if (!ready) fail_to_open(handle, name_, sqlite3_extended_errcode(handle));
  register_functions(handle, *functions_);
}

Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;

void Connection::set_as_of(text::Date date) { functions_->as_of = date; }

void Connection::exec(std::string_view sql) {
  const std::string whole(sql);
  if (sqlite3_exec(handle_.get(), whole.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    fail(handle_.get(), sql);
  }
}

Statement Connection::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const char* tail = nullptr;
  if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, &tail) !=
      SQLITE_OK) {
    fail(handle_.get(), sql);
  }
  assert(statement != nullptr);
  assert(std::string_view(tail, sql.data() + sql.size()).find_first_not_of(" \n;") == std::string_view::npos);
  return Statement(statement);
}

std::int64_t Connection::integer(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Connection::text(std::string_view sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.text(0) : std::string();
}

std::int64_t Connection::last_insert_rowid() const { return sqlite3_last_insert_rowid(handle_.get()); }

std::int64_t Connection::changes() const { return sqlite3_changes64(handle_.get()); }

std::string Connection::image() const {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> bytes(
      sqlite3_serialize(handle_.get(), "main", &size, 0), &sqlite3_free);
  if (bytes == nullptr) throw SqlError(fmt::format("{}: out of memory", name_), SQLITE_NOMEM);
  return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);  // returns the error of the last step, which step() has thrown
}

Statement::Statement(sqlite3_stmt* statement) : handle_(statement) {}

Statement& Statement::checked(int code) {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()), sqlite3_sql(handle_.get()));
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  return checked(sqlite3_bind_int64(handle_.get(), parameter, value));
}

Statement& Statement::bind(int parameter, double value) {
  return checked(sqlite3_bind_double(handle_.get(), parameter, value));
}

Statement& Statement::bind(int parameter, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  return checked(sqlite3_bind_text64(handle_.get(), parameter, bytes, value.size(), copied, SQLITE_UTF8));
}

Statement& Statement::bind_bytes(int parameter, std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  return checked(sqlite3_bind_blob64(handle_.get(), parameter, bytes, value.size(), copied));
}

Statement& Statement::bind_null(int parameter) {
  return checked(sqlite3_bind_null(handle_.get(), parameter));
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) fail(sqlite3_db_handle(handle_.get()), sqlite3_sql(handle_.get()));
  return false;
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

void Statement::reset() {
  sqlite3_reset(handle_.get());  // returns the error of the last step, which step() has thrown
}

int Statement::columns() const { return sqlite3_column_count(handle_.get()); }

std::string Statement::column_name(int column) const { return sqlite3_column_name(handle_.get(), column); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

double Statement::decimal(int column) const { return sqlite3_column_double(handle_.get(), column); }

std::string Statement::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(handle_.get(), column);
  if (bytes == nullptr) return {};
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

Transaction::Transaction(Connection& connection) : connection_(connection) {
  connection_.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.exec("ROLLBACK");
  } catch (const base::Error&) {  // SQLite has already rolled back
  }
}

void Transaction::commit() {
  connection_.exec("COMMIT");
  open_ = false;
}

}  // namespace svodka::sqlite
