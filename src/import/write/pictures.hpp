#pragma once
// The pictures that items and paragraphs of an import name: files beside the import file.

#include <string>
#include <vector>

#include "import/importer.hpp"
#include "import/read/import_set.hpp"
#include "sqlite/connection.hpp"

namespace svodka::import {

inline constexpr std::size_t most_picture_bytes = std::size_t{5} << 20;

struct PictureFile {
  std::string name;
  std::string content;
};

// Each name once. What is no plain file name, is missing, too large or no whole PNG or JPEG is a mistake
// (I124).
std::vector<PictureFile> read_pictures(const ImportSet& set, Mistakes& mistakes);

ImportCounts write_pictures(sqlite::Connection& connection, const std::vector<PictureFile>& pictures);

}  // namespace svodka::import
