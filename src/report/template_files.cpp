#include "report/template_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "base/files.hpp"
#include "base/suggest.hpp"
#include "report/codes.hpp"

namespace svodka::report {

namespace fs = std::filesystem;

fs::path TemplateFiles::find(const std::string& name, base::Diagnostics& diagnostics) const {
  if (name.find('/') != std::string::npos || name.ends_with(".xml")) return name;
  std::vector<std::string> names;
  for (const auto& path : all()) {
    if (path.stem() == name) return path;
    names.push_back(path.stem().string());
  }
  auto hint = base::did_you_mean(name, names);
  if (hint.empty()) hint = fmt::format("there are: {}", fmt::join(names, ", "));
  if (names.empty()) hint = "no folder of the search path holds a template: give --templates FOLDER";
  diagnostics.error_in(codes::no_template, "svodka", fmt::format("no template is called '{}'", name), hint);
  return {};
}

std::vector<fs::path> TemplateFiles::all() const {
  std::map<std::string, fs::path> found;
  for (const auto& folder : folders_) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      if (entry.path().extension() == ".xml") found.emplace(entry.path().stem().string(), entry.path());
    }
  }
  std::vector<fs::path> paths;
  for (auto& [name, path] : found) paths.push_back(std::move(path));
  return paths;
}

fs::path TemplateFiles::theme() const {
  for (const auto& folder : folders_) {
    if (fs::is_regular_file(folder / "theme.toml")) return folder / "theme.toml";
  }
  return {};
}

templates::Template read_template(const fs::path& path, base::Diagnostics& diagnostics) {
  const auto import = [&](const std::string& src) {
    return base::make_source(src, base::read_file(path.parent_path() / src));
  };
  const auto source = base::make_source(path.filename().string(), base::read_file(path));
  auto report = templates::parse_template(source, import, diagnostics);
  report.folder = path.parent_path();
  return report;
}

}  // namespace svodka::report
