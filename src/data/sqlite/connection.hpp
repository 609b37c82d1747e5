#pragma once
// The guarded connection that Database and its queries share; for this room's .cpp files.

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "data/database.hpp"
#include "data/sqlite/authorizer.hpp"
#include "data/sqlite/handles.hpp"
#include "sqlite/functions.hpp"

namespace svodka::data {

// In WAL mode with an empty log.
bool is_resting_wal(const std::filesystem::path& path);

class Connection {
 public:
  Connection(std::string name, const Catalogue& catalogue, Date as_of, const Limits& limits);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void open_file(const std::filesystem::path& path);
  void open_unchanging_file(const std::filesystem::path& path);
  void open_shared_file(const std::filesystem::path& path);  // others may write meanwhile
  void open_memory(const std::string& schema_sql);

  // One sqlite3_step within `budget`, which is lessened by the time it took.
  int step(sqlite3_stmt* statement, std::chrono::nanoseconds& budget);

  // Throws base::Error: what happened to the database, or to the query when `query` is not empty.
  [[noreturn]] void fail(int code, const std::string& query = {}) const;

  sqlite3* handle() const { return handle_.get(); }
  Authorizer& authorizer() { return *authorizer_; }
  const Catalogue& catalogue() const { return catalogue_; }
  const Limits& limits() const { return limits_; }
  Date as_of() const { return functions_.as_of; }

 private:
  void open(const std::string& location, int flags);
  void guard();
  void configure(int option, int value);
  void execute(const std::string& sql);
  std::vector<std::string> column(std::string_view sql);
  SchemaNames schema_names();
  bool stopped() const noexcept { return limits_.stop != nullptr && limits_.stop->load() != 0; }
  static int past_deadline(void* self) noexcept;

  std::string name_;  // of the file, for messages
  Catalogue catalogue_;
  Limits limits_;
  sqlite::FunctionContext functions_;
  std::unique_ptr<Authorizer> authorizer_;
  std::chrono::steady_clock::time_point deadline_ = std::chrono::steady_clock::time_point::max();
  DatabasePtr handle_;
};

}  // namespace svodka::data
