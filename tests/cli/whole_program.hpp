#pragma once
// Runs the whole program in process, on a database made from fixtures/.

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/temporary.hpp"

namespace svodka::cli::test {

struct Outcome {
  int exit_code;
  std::string out;
  std::string error;
};

inline Outcome run(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream error;
  const Environment environment{out, error, false, *text::Date::parse("2026-11-05"), {"report_templates"}};
  const int exit_code = run_program(arguments, environment);
  return {exit_code, out.str(), error.str()};
}

inline std::vector<std::string> fixture_files() {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("fixtures")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path().string());
  }
  return files;
}

// The demo district's database, made once.
inline const std::string& district() {
  static const support::TemporaryFolder folder;
  static const std::string path = [] {
    auto database = (folder.path() / "district.db").string();
    auto words = fixture_files();
    words.insert(words.begin(), "import");
    words.insert(words.end(), {"--db", database});
    if (run({"init", database}).exit_code != 0) throw std::runtime_error("init failed");
    const auto imported = run(words);
    if (imported.exit_code != 0) throw std::runtime_error(imported.error);
    return database;
  }();
  return path;
}

}  // namespace svodka::cli::test
