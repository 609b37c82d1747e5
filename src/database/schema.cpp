#include "database/schema.hpp"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "base/error.hpp"
#include "base/files.hpp"
#include "database/sql/files.hpp"
#include "sqlite/connection.hpp"

namespace svodka::database {

namespace {

// Migration n is at n - 1.
std::array<std::string_view, 5> migrations() {
  return {sql::initial, sql::conclusions, sql::submissions, sql::assignment_keys, sql::target_baselines};
}

// The views and the vocabulary hold no data of anybody's: every migration writes them anew. Views go before
// the tables change: a table that a view reads cannot be renamed.
void drop_views(sqlite::Connection& connection) {
  std::vector<std::string> names;
  sqlite::Statement views = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'");
  while (views.step()) names.push_back(views.text(0));
  views.reset();
  for (const auto& name : names) connection.exec(fmt::format("DROP VIEW \"{}\"", name));
}

void write_views(sqlite::Connection& connection) {
  connection.exec(sql::vocabulary);
  connection.exec(sql::views_core);
  connection.exec(sql::views_expertise);
  connection.exec(sql::views_figures);
}

// From the database's version to the current one, inside the caller's transaction.
void migrate(sqlite::Connection& connection) {
  const auto steps = migrations();
  drop_views(connection);
  for (auto step = connection.integer("PRAGMA user_version"); step < current_version(); ++step) {
    connection.exec(steps[static_cast<std::size_t>(step)]);
  }
  write_views(connection);
  connection.exec(sql::refresh);
  connection.exec(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, current_version()));
}

[[noreturn]] void explain(const std::filesystem::path& path, const sqlite::SqlError& error) {
  const std::string name = path.string();
  switch (error.reason()) {
    case sqlite::SqlError::Reason::not_a_database:
      throw base::Error(fmt::format("{} is not a database", name));
    case sqlite::SqlError::Reason::damaged:
      throw base::Error(fmt::format("{} is corrupt: {}", name, error.what()));
    case sqlite::SqlError::Reason::locked:
      throw base::Error(fmt::format("{} is locked by another program", name));
    case sqlite::SqlError::Reason::other:
      break;
  }
  throw base::Error(error);
}

void require_file(const std::filesystem::path& path) {
  std::error_code ignored;
  const auto kind = std::filesystem::status(path, ignored).type();
  if (kind == std::filesystem::file_type::not_found) {
    throw base::Error(
        fmt::format("there is no database {} (make one with: svodka init {})", path.string(), path.string()));
  }
  if (kind != std::filesystem::file_type::regular) {
    throw base::Error(fmt::format("{} is not a file", path.string()));
  }
}

// Throws unless the database is svodka's and no newer than this program. Returns its version.
int version_of(sqlite::Connection& connection) {
  const std::string& name = connection.name();
  if (connection.integer("PRAGMA application_id") != application_id) {
    throw base::Error(fmt::format("{} is a database of another program, not of svodka", name));
  }
  const auto version = connection.integer("PRAGMA user_version");
  if (version < 0 || version > current_version()) {
    throw base::Error(
        fmt::format("{} was made by a newer svodka (its schema is {}, this program knows {}): update svodka",
                    name, version, current_version()));
  }
  return static_cast<int>(version);
}

}  // namespace

int current_version() { return static_cast<int>(migrations().size()); }

void create_database(const std::filesystem::path& path) {
  std::error_code ignored;
  if (std::filesystem::symlink_status(path, ignored).type() != std::filesystem::file_type::not_found) {
    throw base::Error(fmt::format("{} already exists", path.string()));
  }
  sqlite::Connection connection(":memory:", sqlite::Connection::Mode::create);
  migrate(connection);
  base::write_file(path, connection.image());
}

void migrate_database(const std::filesystem::path& path) {
  require_file(path);
  try {
    sqlite::Connection connection(path, sqlite::Connection::Mode::read_write);
    version_of(connection);
    sqlite::Transaction transaction(connection);
    version_of(connection);  // another program may have migrated it meanwhile
    migrate(connection);
    transaction.commit();
  } catch (const sqlite::SqlError& error) {
    explain(path, error);
  }
}

std::string schema_sql() {
  std::string all;
  for (const auto step : migrations()) all += step;
  all += sql::vocabulary;
  all += sql::views_core;
  all += sql::views_expertise;
  all += sql::views_figures;
  return all;
}

std::string_view refresh_sql() { return sql::refresh; }

void require_usable(const std::filesystem::path& path) {
  require_file(path);
  try {
    sqlite::Connection connection(path, sqlite::Connection::Mode::read_only);
    const int version = version_of(connection);
    if (version < current_version()) {
      throw base::Error(fmt::format(
          "{} was made by an older svodka (its schema is {}, this program needs {}): run svodka migrate {}",
          path.string(), version, current_version(), path.string()));
    }
  } catch (const sqlite::SqlError& error) {
    explain(path, error);
  }
}

}  // namespace svodka::database
