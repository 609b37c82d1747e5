#include "import/importer.hpp"

#include "base/files.hpp"
#include "database/schema.hpp"
#include "import/check/check.hpp"
#include "import/check/keys.hpp"
#include "import/check/replacements.hpp"
#include "import/read/import_set.hpp"
#include "import/read/reader.hpp"
#include "import/write/pictures.hpp"
#include "import/write/write.hpp"
#include "sqlite/connection.hpp"

namespace svodka::import {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

base::SourcePtr without_mark(const base::SourcePtr& source) {
  if (!source->text.starts_with(byte_order_mark)) return source;
  return base::make_source(source->name, source->text.substr(byte_order_mark.size()));
}

ImportResult import_batch(const ImportSet& set, sqlite::Connection& connection, Mistakes& mistakes) {
  sqlite::Transaction transaction(connection);
  connection.exec("PRAGMA defer_foreign_keys = ON");
  Keys keys(connection, set, mistakes);
  const auto plan = plan_replacements(connection, set, keys);
  check_references(set, keys, mistakes);
  check_duplicates(set, mistakes);
  check_trees(set, keys, mistakes);
  check_left_out(connection, set, keys, plan, mistakes);
  const auto pictures = read_pictures(set, mistakes);
  if (mistakes.any()) return {};
  ImportResult result;
  write_set(connection, set, keys, plan, mistakes, result);
  if (mistakes.any()) return {};
  if (!pictures.empty()) result.arrays["pictures"] = write_pictures(connection, pictures);
  const auto total = result.total();
  if (total.added + total.updated + total.removed == 0) return result;
  connection.exec(database::refresh_sql());
  transaction.commit();
  return result;
}

}  // namespace

ImportCounts ImportResult::total() const {
  ImportCounts sum;
  for (const auto& [name, counts] : arrays) {
    sum.added += counts.added;
    sum.updated += counts.updated;
    sum.unchanged += counts.unchanged;
    sum.removed += counts.removed;
  }
  return sum;
}

ImportResult import_files(const std::vector<std::filesystem::path>& files,
                          const std::filesystem::path& database, base::Diagnostics& diagnostics) {
  std::vector<base::SourcePtr> sources;
  for (const auto& file : files) sources.push_back(base::make_source(file.string(), base::read_file(file)));
  return import_sources(sources, database, diagnostics);
}

ImportResult import_sources(const std::vector<base::SourcePtr>& sources,
                            const std::filesystem::path& database, base::Diagnostics& diagnostics) {
  database::require_usable(database);
  Mistakes mistakes(diagnostics);
  ImportSet set;
  for (const auto& source : sources) read_import_file(without_mark(source), set, mistakes);
  sqlite::Connection connection(database, sqlite::Connection::Mode::read_write);
  auto result = import_batch(set, connection, mistakes);
  mistakes.finish();
  return result;
}

}  // namespace svodka::import
