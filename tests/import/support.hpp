#pragma once
// An empty database in a folder of its own, and imports of short texts into it.

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/files.hpp"
#include "database/schema.hpp"
#include "import/importer.hpp"
#include "sqlite/connection.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

namespace svodka::import::test {

class ImportFolder {
 public:
  ImportFolder() {
    static const auto empty = make_empty(database());
    restore(empty);
  }

  std::filesystem::path database() const { return folder_ / "d.db"; }

  std::string bytes() const { return base::read_file(database()); }
  void restore(const std::string& bytes) const { std::ofstream(database(), std::ios::binary) << bytes; }

  // Imports texts as files a.json, b.json …; the rendered mistakes.
  std::string mistakes(std::initializer_list<std::string> texts) {
    std::vector<base::SourcePtr> sources;
    char name = 'a';
    for (const auto& text : texts)
      sources.push_back(base::make_source(std::string(1, name++) + ".json", text));
    base::Diagnostics diagnostics;
    result = import_sources(sources, database(), diagnostics);
    return base::render(diagnostics);
  }
  std::string mistakes(const std::string& text) { return mistakes({text}); }

  // Imports what has no mistakes.
  ImportCounts import(std::initializer_list<std::string> texts) {
    REQUIRE(mistakes(texts) == "");
    return result.total();
  }
  ImportCounts import(const std::string& text) { return import({text}); }

  // The first column of all rows, one a line.
  std::string rows(const std::string& sql) const {
    sqlite::Connection connection(database(), sqlite::Connection::Mode::read_only);
    auto statement = connection.prepare(sql);
    std::string out;
    while (statement.step()) out += statement.text(0) + "\n";
    return out;
  }

  ImportResult result;

 private:
  // Making a database takes long, copying one does not.
  static std::string make_empty(const std::filesystem::path& path) {
    database::create_database(path);
    return base::read_file(path);
  }

  support::TemporaryFolder folder_;
};

}  // namespace svodka::import::test
