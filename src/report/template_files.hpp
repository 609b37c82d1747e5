#pragma once
// Where templates lie: folders that are searched in order, or a file.

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "templates/template.hpp"

namespace svodka::report {

class TemplateFiles {
 public:
  explicit TemplateFiles(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

  // A name («protocol») is looked for as <folder>/<name>.xml; anything with a slash or ending in .xml is a
  // file. Empty, with a diagnostic that lists what there is, when nothing is found.
  std::filesystem::path find(const std::string& name, base::Diagnostics& diagnostics) const;

  // Every template of the folders, by name; of equal names the first folder's.
  std::vector<std::filesystem::path> all() const;

  // theme.toml of the first folder that has one; empty when none has.
  std::filesystem::path theme() const;

 private:
  std::vector<std::filesystem::path> folders_;
};

// Reads and checks one template file. With errors in the diagnostics it must not be used.
// Throws base::Error when the file cannot be read.
templates::Template read_template(const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace svodka::report
