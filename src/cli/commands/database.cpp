#include <fmt/format.h>

#include "cli/commands/commands.hpp"
#include "database/schema.hpp"
#include "import/importer.hpp"

namespace svodka::cli {

namespace {

int init(const Arguments& arguments, const Console& console) {
  database::create_database(arguments.words().front());
  console.message(fmt::format("{}: an empty database of schema version {}", arguments.words().front(),
                              database::current_version()));
  return kDone;
}

int migrate(const Arguments& arguments, const Console& console) {
  database::migrate_database(arguments.words().front());
  console.message(
      fmt::format("{}: schema version {}", arguments.words().front(), database::current_version()));
  return kDone;
}

int import(const Arguments& arguments, const Console& console) {
  base::Diagnostics diagnostics;
  const std::vector<std::filesystem::path> files(arguments.words().begin(), arguments.words().end());
  const auto result = import::import_files(files, arguments.required("db"), diagnostics);
  console.diagnostics(diagnostics);
  if (diagnostics.has_errors()) {
    console.message(fmt::format("nothing was imported: {} mistakes", diagnostics.error_count()));
    return kWrongInput;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& [array, counts] : result.arrays) {
    rows.push_back({array, std::to_string(counts.added), std::to_string(counts.updated),
                    std::to_string(counts.unchanged), std::to_string(counts.removed)});
  }
  console.table({"array", "added", "updated", "unchanged", "removed"}, rows);
  return kDone;
}

}  // namespace

Command init_command() {
  return {{"init", "DB", "makes an empty database", "  svodka init district.db\n", {}, 1, 1}, init};
}

Command migrate_command() {
  return {{"migrate",
           "DB",
           "brings a database made by an older svodka to the current schema",
           "  svodka migrate district.db\n",
           {},
           1,
           1},
          migrate};
}

Command import_command() {
  return {{"import",
           "FILE… --db DB",
           "reads JSON files into the database: all of them or nothing",
           "  svodka import district.json people.json meetings.json --db district.db\n"
           "  svodka import execution-2026-10.json --db district.db\n",
           {{"db", "DB", "the database, made by 'svodka init'"}},
           1,
           -1},
          import};
}

}  // namespace svodka::cli
