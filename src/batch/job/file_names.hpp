#pragma once
// Names of files that every file system takes and keeps apart.

#include <map>
#include <string>
#include <string_view>

namespace svodka::batch {

// Why a value may not be a part of a file name ("it holds '/'"); empty when it may.
std::string unfit_value(std::string_view value);

// Why a path without extension, parts parted by '/', may not be one; empty when it may.
std::string unfit_path(std::string_view path);

// Paths that were given out, told apart as the coarsest file system does: letter case and Unicode form aside.
class TakenPaths {
 public:
  // The path that stands in the way of a new one, or empty: then it is taken now.
  std::string take(const std::string& path);

 private:
  std::map<std::string, std::string> files_;    // folded → as written
  std::map<std::string, std::string> folders_;  // likewise
};

}  // namespace svodka::batch
