#include "import/importer.hpp"

#include "base/files.hpp"
#include "database/schema.hpp"
#include "import/check/check.hpp"
#include "import/check/keys.hpp"
#include "import/check/replacements.hpp"
#include "import/read/batch.hpp"
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

ImportResult import_batch(const Batch& batch, sqlite::Connection& connection, Mistakes& mistakes) {
  sqlite::Transaction transaction(connection);
  connection.exec("PRAGMA defer_foreign_keys = ON");
  Keys keys(connection, batch, mistakes);
  const auto plan = plan_replacements(connection, batch, keys);
  check_references(batch, keys, mistakes);
  check_duplicates(batch, mistakes);
  check_trees(batch, keys, mistakes);
  check_leavers(connection, batch, keys, plan, mistakes);
  const auto pictures = read_pictures(batch, mistakes);
  if (mistakes.any()) return {};
  ImportResult result;
  write_batch(connection, batch, keys, plan, mistakes, result);
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
  Batch batch;
  for (const auto& source : sources) read_import_file(without_mark(source), batch, mistakes);
  sqlite::Connection connection(database, sqlite::Connection::Mode::read_write);
  auto result = import_batch(batch, connection, mistakes);
  mistakes.finish();
  return result;
}

}  // namespace svodka::import
