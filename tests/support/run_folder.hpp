#pragma once
// A folder of a run, and finished documents for its journal.

#include <filesystem>
#include <string>

#include "base/digest.hpp"
#include "base/files.hpp"
#include "ledger/journal.hpp"
#include "support/temporary.hpp"

namespace svodka::support {

inline ledger::DocumentRecord record(const std::string& path, const std::string& content = "new") {
  ledger::DocumentRecord made;
  made.document = path;
  made.report = "r";
  made.state = ledger::DocumentState::made;
  made.title = "Отчёт «Школа»\n\"x\"";
  made.parameters = {{"organization", "school-7"}};
  made.files.push_back(
      {path + ".pdf", document::OutputFormat::pdf, content.size(), base::sha256(content), 2, 0, {}});
  made.diagnostics.push_back({base::Severity::warning, "L101", "here", "too wide", "make it narrower"});
  made.fingerprint = "f";
  return made;
}

struct RunFolder {
  TemporaryFolder temporary;
  ledger::FolderPaths paths{temporary.path()};
  RunFolder() { std::filesystem::create_directories(paths.unfinished()); }

  ledger::Finished finished(std::size_t place, const std::string& path, const std::string& content = "new") {
    const auto unfinished = paths.unfinished() / std::to_string(place);
    base::write_new_file(unfinished, content);
    return {place, record(path, content), {{unfinished, path + ".pdf"}}};
  }
};

}  // namespace svodka::support
