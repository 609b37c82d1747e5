#include "data/snapshot.hpp"

#include <atomic>
#include <thread>

#include "base/files.hpp"
#include "district.hpp"

using namespace svodka::data;
using namespace svodka::data::test;

namespace {

std::int64_t count_of(const std::filesystem::path& path) {
  auto database = Database::open_unchanging(path, catalogue(), day("2026-09-01"));
  const auto query =
      prepared(database, "SELECT count(*) AS n FROM directives", {{"n", ValueType::integer, {}}});
  return std::get<std::int64_t>(all_rows(*query).at(0).at(0));
}

}  // namespace

TEST_CASE("the same database gives the same copy, in either journal mode") {
  for (const auto* mode : {"delete", "wal"}) {
    const Folder folder;
    const auto path = folder / "d.db";
    run_sql(path, std::string("PRAGMA journal_mode = ") + mode +
                      "; CREATE TABLE directives(id);"
                      " INSERT INTO directives VALUES (1), (2)");
    const auto files = folder.files();
    copy_database(path, folder / "one.db");
    copy_database(path, folder / "two.db");
    CHECK(svodka::base::read_file(folder / "one.db") == svodka::base::read_file(folder / "two.db"));
    CHECK(count_of(folder / "one.db") == 2);
    CHECK(folder.files().size() == files.size() + 2);  // nothing beside the database
    run_sql(path, "INSERT INTO directives VALUES (3)");
    CHECK(count_of(folder / "one.db") == 2);
    copy_database(path, folder / "three.db");
    CHECK(count_of(folder / "three.db") == 3);
  }
}

TEST_CASE("a copy has whole transactions though somebody writes meanwhile") {
  const Folder folder;
  const auto path = folder / "d.db";
  run_sql(path, "PRAGMA journal_mode = wal; CREATE TABLE directives(id)");
  std::atomic<bool> over{false};
  std::thread writer([&] {
    while (!over)
      run_sql(path, "BEGIN; INSERT INTO directives VALUES (1); INSERT INTO directives VALUES (2); COMMIT");
  });
  for (int i = 0; i < 20; ++i) {
    const auto copy = folder / ("copy" + std::to_string(i)).c_str();
    copy_database(path, copy);
    CHECK(count_of(copy) % 2 == 0);
  }
  over = true;
  writer.join();
}

TEST_CASE("a copy is told to stop, does not replace a file, and says what is wrong with the database") {
  const Folder folder;
  const auto path = folder / "d.db";
  run_sql(path, "CREATE TABLE directives(id)");
  const std::atomic<int> stop{15};
  CHECK_THROWS_AS(copy_database(path, folder / "copy.db", &stop), QueryStopped);
  svodka::base::write_file(folder / "there.db", "x");
  CHECK_THROWS_WITH(copy_database(path, folder / "there.db"),
                    "cannot write " + (folder / "there.db").string() + ": File exists");
  CHECK_THROWS_WITH(
      copy_database(folder / "no.db", folder / "new.db"),
      "cannot open the database " + (folder / "no.db").string() + ": No such file or directory");
}
