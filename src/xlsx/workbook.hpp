#pragma once
// The whole way with other limits than the program's, for tests.

#include <cstddef>
#include <string>

#include "xlsx/sheet/book.hpp"
#include "xlsx/xlsx.hpp"

namespace svodka::xlsx {

struct Written {
  std::string bytes;
  std::size_t parts = 0;       // that were kept by part_files.cpp
  std::size_t compressed = 0;  // entries of the archive, by zip_entries.cpp in one piece
  std::size_t streamed = 0;    // entries that were too large for it
};

Written write_within(const document::Document& document, const document::Theme& theme, Tools tools,
                     Limits limits, base::Diagnostics& diagnostics);

}  // namespace svodka::xlsx
