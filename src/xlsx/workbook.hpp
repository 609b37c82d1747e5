#pragma once
// The whole way with other limits than the program's, for tests.

#include <cstddef>
#include <string>

#include "xlsx/book.hpp"
#include "xlsx/xlsx.hpp"

namespace svodka::xlsx {

struct Written {
  std::string bytes;
  std::size_t parts = 0;  // that were kept by part_files.cpp
};

Written write_within(const document::Document& document, const document::Theme& theme, Tools tools,
                     Limits limits, base::Diagnostics& diagnostics);

}  // namespace svodka::xlsx
