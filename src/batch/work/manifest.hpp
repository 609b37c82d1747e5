#pragma once
// run.json: what a run has made; docs/batch.md describes it.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "batch/job/plan.hpp"
#include "ledger/journal.hpp"
#include "ledger/output_folder.hpp"
#include "ledger/record.hpp"
#include "ledger/records.hpp"

namespace svodka::batch {

struct Counts {
  std::array<std::size_t, ledger::kDocumentStates> states{};
  std::size_t changed_by_hand = 0;
  std::size_t of(ledger::DocumentState state) const { return states[static_cast<std::size_t>(state)]; }
};

struct RunHeader {
  std::string state;   // finished, interrupted, stopped
  std::string reason;  // of the last two
  std::string snapshot;
  std::string started, finished;  // times with their zone
  double seconds = 0;
};

// Writes run.json whole: the plan's documents from the journal, those it does not have as pending, and what
// earlier runs have left. Throws base::Error.
Counts write_manifest(const ledger::FolderPaths& paths, const settings::Job& job, const Plan& plan,
                      const RunDates& dates, const RunHeader& header, const ledger::Journal& journal,
                      const ledger::Records& before);

// What is wrong in a folder: files of run.json that are missing or changed, and files that it does not know.
struct Finding {
  std::string what;  // "missing", "changed", "unknown"
  std::string path;  // relative
};
// In the order of the paths. Throws base::Error when there is no run.json.
std::vector<Finding> verify_folder(const std::filesystem::path& folder);

}  // namespace svodka::batch
