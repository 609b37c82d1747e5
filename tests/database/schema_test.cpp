#include "database/schema.hpp"

#include <cstdlib>
#include <filesystem>
#include <functional>

#include "base/error.hpp"
#include "base/files.hpp"
#include "database/sql/files.hpp"
#include "support/catch.hpp"
#include "support/district_sample.hpp"
#include "support/temporary.hpp"

using namespace svodka;
using test::Lines;
namespace fs = std::filesystem;

namespace {

using Folder = support::TemporaryFolder;

std::string message_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.what();
  }
  return "no error";
}

void pragma(const fs::path& path, std::string_view sql) {
  sqlite::Connection(path, sqlite::Connection::Mode::create).exec(sql);
}

}  // namespace

TEST_CASE("a new database is usable, empty and leaves no other file") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  database::create_database(path);
  database::require_usable(path);
  sqlite::Connection connection(path, sqlite::Connection::Mode::read_only);
  REQUIRE(connection.integer("PRAGMA user_version") == database::current_version());
  REQUIRE(connection.integer("PRAGMA application_id") == database::application_id);
  REQUIRE(connection.integer("SELECT count(*) FROM organizations") == 0);
  REQUIRE(connection.text("SELECT value FROM settings WHERE key = 'due_soon_days'") == "10");
  REQUIRE(connection.text("SELECT value FROM settings WHERE key = 'submission_days'") == "5");
  REQUIRE(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("creating refuses a file that exists and keeps it") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  base::write_file(path, "mine");
  REQUIRE(message_of([&] { database::create_database(path); }) == path.string() + " already exists");
  REQUIRE(base::read_file(path) == "mine");
}

TEST_CASE("creating in a missing folder fails and says why") {
  const Folder folder;
  const fs::path path = folder / "none/d.db";
  REQUIRE(message_of([&] { database::create_database(path); }) ==
          "cannot write " + path.string() + ": No such file or directory");
}

TEST_CASE("a missing database is refused with the way to make one") {
  const Folder folder;
  const std::string path = (folder / "d.db").string();
  REQUIRE(message_of([&] { database::require_usable(path); }) ==
          "there is no database " + path + " (make one with: svodka init " + path + ")");
  REQUIRE_FALSE(fs::exists(path));
}

TEST_CASE("a folder is not a database") {
  const Folder folder;
  REQUIRE(message_of([&] { database::require_usable(folder.path()); }) ==
          folder.path().string() + " is not a file");
}

TEST_CASE("a file that is no database is refused and untouched") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  const std::string letter(4096, 'x');
  base::write_file(path, letter);
  REQUIRE(message_of([&] { database::require_usable(path); }) == path.string() + " is not a database");
  REQUIRE(message_of([&] { database::migrate_database(path); }) == path.string() + " is not a database");
  REQUIRE(base::read_file(path) == letter);
}

TEST_CASE("another program's database is refused, an empty file too") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  pragma(path, "CREATE TABLE t (x); PRAGMA application_id = 7");
  const std::string expected = path.string() + " is a database of another program, not of svodka";
  REQUIRE(message_of([&] { database::require_usable(path); }) == expected);
  REQUIRE(message_of([&] { database::migrate_database(path); }) == expected);
  base::write_file(path, "");
  REQUIRE(message_of([&] { database::require_usable(path); }) == expected);
}

TEST_CASE("a newer database is refused and untouched") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  database::create_database(path);
  pragma(path, "PRAGMA user_version = 99");
  const std::string before = base::read_file(path);
  const std::string expected = path.string() +
                               " was made by a newer svodka (its schema is 99, this program knows " +
                               std::to_string(database::current_version()) + "): update svodka";
  REQUIRE(message_of([&] { database::require_usable(path); }) == expected);
  REQUIRE(message_of([&] { database::migrate_database(path); }) == expected);
  REQUIRE(base::read_file(path) == before);
}

TEST_CASE("an older database asks to be migrated, and migrating makes it current") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  pragma(path, "PRAGMA application_id = " + std::to_string(database::application_id));
  const std::string before = base::read_file(path);
  REQUIRE(message_of([&] { database::require_usable(path); }) ==
          path.string() + " was made by an older svodka (its schema is 0, this program needs " +
              std::to_string(database::current_version()) + "): run svodka migrate " + path.string());
  REQUIRE(base::read_file(path) == before);
  database::migrate_database(path);
  database::require_usable(path);
  const fs::path fresh = folder / "fresh.db";
  database::create_database(fresh);
  constexpr std::string_view schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
  sqlite::Connection migrated(path, sqlite::Connection::Mode::read_only);
  sqlite::Connection made(fresh, sqlite::Connection::Mode::read_only);
  REQUIRE(test::rows(migrated, schema) == test::rows(made, schema));
}

TEST_CASE("migrating a current database keeps its rows and restores its views") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  database::create_database(path);
  pragma(path, test::district);
  pragma(path, "DROP VIEW item_card; CREATE VIEW stray AS SELECT 1; DELETE FROM vocabulary");
  database::migrate_database(path);
  sqlite::Connection connection(path, sqlite::Connection::Mode::read_only);
  REQUIRE(connection.integer("SELECT count(*) FROM organization_card") == 4);
  REQUIRE(connection.integer("SELECT count(*) FROM item_card") == 0);
  REQUIRE(connection.text("SELECT kind_name FROM meeting_card") == "совещание");
  REQUIRE(connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'stray'") == 0);
}

TEST_CASE("a database of schema 1 keeps its rows and gets full numbers and keys of assignments") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  pragma(path, database::sql::initial);
  pragma(path,
         "PRAGMA application_id = " + std::to_string(database::application_id) + "; PRAGMA user_version = 1");
  pragma(path, test::district);
  pragma(path, R"(
    INSERT INTO items (id, key, resolution_id, ordinal, kind, number, text) VALUES (1, 'i', 1, 1, 'directive', '1.', 'Раз.');
    INSERT INTO item_targets (item_id, ordinal, operator, value, unit) VALUES (1, 1, 'at_most', 1, 'чел.');
    INSERT INTO indicators (key, code, name, unit, better, "group") VALUES ('n', '1', 'Доля', '%', 'more', 'results');
    INSERT INTO assignments (item_id, organization_id, person_id, role, assigned_on, source)
      SELECT 1, id, NULL, 'executor', '2025-09-01', 'run' FROM organizations ORDER BY id LIMIT 1;
    INSERT INTO assignments (item_id, organization_id, person_id, role, assigned_on, source)
      SELECT 1, NULL, id, 'executor', '2025-09-01', 'run' FROM people ORDER BY id LIMIT 1)");
  database::migrate_database(path);
  database::require_usable(path);
  sqlite::Connection connection(path, sqlite::Connection::Mode::read_only);
  REQUIRE(test::rows(connection, "SELECT item, full_number FROM item_card") == Lines{"i|1"});
  REQUIRE(test::rows(connection, "SELECT text FROM item_target_card") == Lines{"не более 1\u00A0чел."});
  REQUIRE(test::rows(
              connection,
              "SELECT a.key = 'i' || iif(o.key IS NULL, '@@' || p.key, '@' || o.key) FROM assignments AS a "
              "LEFT JOIN organizations AS o ON o.id = a.organization_id "
              "LEFT JOIN people AS p ON p.id = a.person_id") == Lines{"1", "1"});
  REQUIRE(connection.integer("SELECT count(*) FROM indicator_list_card") == 1);
  REQUIRE(connection.integer("SELECT count(*) FROM expert_conclusion_card") == 0);
  REQUIRE(connection.integer("SELECT count(*) FROM organization_card") == 4);
}

TEST_CASE("migrating from the first schema keeps the settings") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  pragma(path, database::sql::initial);
  pragma(path, "PRAGMA application_id = " + std::to_string(database::application_id) +
                   "; PRAGMA user_version = 1; CREATE VIEW reader AS SELECT value FROM settings; "
                   "UPDATE settings SET value = '3' WHERE key = 'due_soon_days'");
  database::migrate_database(path);
  sqlite::Connection connection(path, sqlite::Connection::Mode::read_only);
  REQUIRE(test::rows(connection, "SELECT key, value FROM settings ORDER BY key") ==
          Lines{"deadline_inclusive|1", "deadline_on_non_working_day|previous", "due_soon_days|3",
                "present_by_name_limit|15", "submission_days|5"});
}

TEST_CASE("a failed migration changes nothing") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  pragma(path,
         "PRAGMA application_id = " + std::to_string(database::application_id) + "; CREATE TABLE items (x)");
  const std::string before = base::read_file(path);
  REQUIRE(message_of([&] {
            database::migrate_database(path);
          }).starts_with(path.string() + ": table items already exists (in: -- Migration 1:"));
  REQUIRE(base::read_file(path) == before);
}

TEST_CASE("a corrupt database is refused") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  database::create_database(path);
  std::string bytes = base::read_file(path);
  for (std::size_t i = 100; i < 4096; ++i) bytes[i] = '\x7F';  // the page of the schema, behind the header
  base::write_file(path, bytes);
  REQUIRE(message_of([&] { database::migrate_database(path); }).starts_with(path.string() + " is corrupt: "));
  REQUIRE(base::read_file(path) == bytes);
}

TEST_CASE("a locked database is refused after a short wait") {
  const Folder folder;
  const fs::path path = folder / "d.db";
  database::create_database(path);
  sqlite::Connection other(path, sqlite::Connection::Mode::read_write);
  other.exec("BEGIN EXCLUSIVE");
  REQUIRE(message_of([&] { database::require_usable(path); }) ==
          path.string() + " is locked by another program");
  REQUIRE(message_of([&] { database::migrate_database(path); }) ==
          path.string() + " is locked by another program");
}

TEST_CASE("an SQL mistake names the file, the reason and the statement") {
  sqlite::Connection connection = test::empty_database();
  REQUIRE(message_of([&] { connection.exec("SELECT  x\n FROM y"); }) ==
          ":memory:: no such table: y (in: SELECT x FROM y)");
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  sqlite::Connection connection = test::empty_database();
  {
    sqlite::Transaction transaction(connection);
    connection.exec("INSERT INTO tags (key, name) VALUES ('t', 'T')");
  }
  REQUIRE(connection.integer("SELECT count(*) FROM tags") == 0);
  {
    sqlite::Transaction transaction(connection);
    connection.exec("INSERT INTO tags (key, name) VALUES ('t', 'T')");
    transaction.commit();
  }
  REQUIRE(connection.integer("SELECT count(*) FROM tags") == 1);
}

TEST_CASE("tables refuse impossible dates, unknown words and broken references") {
  sqlite::Connection connection = test::district_database();
  const auto refused = [&](std::string_view sql) {
    return message_of([&] { connection.exec(sql); }).starts_with(":memory:: CHECK constraint failed") ||
           message_of([&] { connection.exec(sql); }).starts_with(":memory:: FOREIGN KEY constraint failed");
  };
  REQUIRE(refused("INSERT INTO calendar_days (date, kind) VALUES ('2026-02-30', 'holiday')"));
  REQUIRE(refused("INSERT INTO calendar_days (date, kind) VALUES ('2026-2-3', 'holiday')"));
  REQUIRE(refused("INSERT INTO calendar_days (date, kind) VALUES ('2026-02-03', 'day off')"));
  REQUIRE(refused("UPDATE meetings SET held_on = '28.08.2025'"));
  REQUIRE(refused("UPDATE meetings SET starts_at = '25:00'"));
  REQUIRE(refused("UPDATE meetings SET draft = 2"));
  REQUIRE(refused("UPDATE organizations SET type = 'shop' WHERE id = 1"));
  REQUIRE(refused("UPDATE organizations SET parent_id = 77 WHERE id = 1"));
  REQUIRE(refused("UPDATE settings SET value = '-3' WHERE key = 'due_soon_days'"));
  REQUIRE(refused("UPDATE settings SET value = '5 дней' WHERE key = 'submission_days'"));
  REQUIRE(refused("UPDATE settings SET value = 'никогда' WHERE key = 'deadline_on_non_working_day'"));
  REQUIRE(
      refused("INSERT INTO items (key, resolution_id, ordinal, kind, deadline) VALUES ('i', 1, 1, 'bullet', "
              "'date')"));
  REQUIRE(refused("INSERT INTO items (key, resolution_id, ordinal, kind) VALUES ('i', 9, 1, 'bullet')"));
  REQUIRE(
      refused("INSERT INTO item_addressees (item_id, ordinal, role, rule, tag_id) VALUES (1, 1, 'executor', "
              "'all', 1)"));
  REQUIRE(
      refused("INSERT INTO attendance (meeting_id, ordinal, role, state) VALUES (1, 1, 'chair', 'present')"));
  REQUIRE(
      refused("INSERT INTO assignments (item_id, organization_id, person_id, role, assigned_on, source) "
              "VALUES (1, 1, 1, 'executor', '2025-09-01', 'run')"));
}

TEST_CASE("history can be neither changed nor deleted") {
  sqlite::Connection connection = test::district_database();
  connection.exec(R"(
    INSERT INTO items (id, key, resolution_id, ordinal, kind) VALUES (1, 'i', 1, 1, 'directive');
    INSERT INTO assignments (id, item_id, organization_id, role, assigned_on, source)
      VALUES (1, 1, 1, 'executor', '2025-09-01', 'run');
    INSERT INTO entries (id, assignment_id, period, period_start, period_end, revision, state, submitted_on)
      VALUES (1, 1, '2025-10', '2025-10-01', '2025-10-31', 1, 'done', '2025-11-01');
    INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (1, 'accepted', '2025-11-02');
    INSERT INTO evidence (entry_id, ordinal, title) VALUES (1, 1, 'Приказ');
    INSERT INTO extensions (assignment_id, ordinal, due_on, reason, approved_on)
      VALUES (1, 1, '2025-12-01', 'болезнь', '2025-10-01');
    INSERT INTO control_decisions (assignment_id, ordinal, decision, decided_on) VALUES (1, 1, 'keep', '2025-10-01');
  )");
  const std::vector<std::pair<std::string, std::string>> tables = {
      {"entries", "entries are append-only"},
      {"entry_reviews", "entry_reviews are append-only"},
      {"evidence", "evidence is append-only"},
      {"extensions", "extensions are append-only"},
      {"control_decisions", "control_decisions are append-only"}};
  for (const auto& [table, refusal] : tables) {
    const std::string first = table == "evidence" || table == "entry_reviews" ? "entry_id" : "assignment_id";
    const std::string update = "UPDATE " + table + " SET " + first + " = " + first;
    REQUIRE(message_of([&] { connection.exec(update); }) == ":memory:: " + refusal + " (in: " + update + ")");
    REQUIRE(message_of([&] { connection.exec("DELETE FROM " + table); }) ==
            ":memory:: " + refusal + " (in: DELETE FROM " + table + ")");
  }
  REQUIRE(message_of([&] { connection.exec("DELETE FROM items"); }) ==
          ":memory:: FOREIGN KEY constraint failed (in: DELETE FROM items)");
}
