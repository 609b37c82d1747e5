#pragma once
// JSON import files → the database. docs/import.md explains the format to its users.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace svodka::import {

struct ImportCounts {
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t removed = 0;
  auto operator<=>(const ImportCounts&) const = default;
};

// By array, for arrays that the files touch; "assignments" and "occurrences" that runs made; and "pictures".
struct ImportResult {
  std::map<std::string, ImportCounts> arrays;
  ImportCounts total() const;
};

// Imports all files in one transaction: with mistakes in any of them nothing is written and the result is
// empty. When nothing differs from what the database holds, the database file stays as it is, to the byte.
// Throws base::Error: a file that cannot be read, a database that cannot be used or written.
ImportResult import_files(const std::vector<std::filesystem::path>& files,
                          const std::filesystem::path& database, base::Diagnostics& diagnostics);

// The same from texts; diagnostics call them by their names, and pictures lie beside them.
ImportResult import_sources(const std::vector<base::SourcePtr>& sources,
                            const std::filesystem::path& database, base::Diagnostics& diagnostics);

}  // namespace svodka::import
