#pragma once
// The database file: its schema, migrations, documented views, and whether this program may use it.

#include <filesystem>
#include <string>
#include <string_view>

#include "data/catalogue.hpp"

namespace svodka::database {

// PRAGMA application_id of svodka's databases ("Svdk").
inline constexpr int application_id = 0x5376646B;

// The number of the last migration; PRAGMA user_version of a current database.
int current_version();

// Makes an empty database: whole or not at all. Throws base::Error when the file exists or cannot be written.
void create_database(const std::filesystem::path& path);

// Brings an older database to the current schema in one transaction; a current one gets its views anew.
// Throws base::Error as require_usable does, except that it accepts older databases.
void migrate_database(const std::filesystem::path& path);

// All migrations and views: the schema of a current, empty database.
std::string schema_sql();

// Rebuilds the derived tables (item_effective, moved_deadlines and the like) from the imported ones. Every
// import ends with it, inside its transaction.
std::string_view refresh_sql();

// Throws base::Error: missing, locked, not a database, another program's, made by a newer svodka, older than
// this svodka (says to migrate). Damage behind the header shows when the schema is read, by whoever needs it.
// Opens read-only; the file stays untouched.
void require_usable(const std::filesystem::path& path);

// The views that templates read, with the types and descriptions of their columns, in the order of the page.
const data::Catalogue& catalogue();

// docs/database.md: the catalogue, and the tables behind it, as Markdown.
std::string database_page();

}  // namespace svodka::database
