#include "cli/options/setup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "settings/theme_file.hpp"

namespace svodka::cli {

OptionRule templates_option() { return {"templates", "FOLDER", "where templates are looked for first"}; }
OptionRule theme_option() {
  return {"theme", "FILE", "theme file; by default theme.toml beside the templates"};
}
OptionRule as_of_option() { return {"as-of", "DATE", "the state of the data on this day; by default today"}; }

report::TemplateFiles template_files(const Arguments& arguments, const Console& console) {
  auto folders = console.environment().template_folders;
  if (const auto given = arguments.optional("templates")) {
    if (!std::filesystem::is_directory(*given))
      throw UsageError{fmt::format("--templates {} is not a folder", *given)};
    folders.insert(folders.begin(), *given);
  }
  return report::TemplateFiles(std::move(folders));
}

document::Theme theme(const Arguments& arguments, const report::TemplateFiles& files,
                      base::Diagnostics& diagnostics) {
  const std::filesystem::path path = arguments.optional("theme").value_or(files.theme().string());
  if (path.empty()) return document::default_theme();
  return settings::read_theme(base::make_source(path.filename().string(), base::read_file(path)),
                              path.parent_path(), diagnostics);
}

bind::Arguments report_arguments(const Arguments& arguments) {
  bind::Arguments values;
  for (const auto& word : arguments.all("set")) {
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw UsageError{fmt::format("--set '{}' is not NAME=VALUE", word)};
    }
    const auto name = word.substr(0, equals);
    if (std::any_of(values.begin(), values.end(), [&](const auto& value) { return value.first == name; })) {
      throw UsageError{fmt::format("--set {} is given twice", name)};
    }
    values.emplace_back(name, word.substr(equals + 1));
  }
  return values;
}

}  // namespace svodka::cli
