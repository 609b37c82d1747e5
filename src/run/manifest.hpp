#pragma once
// run.json: what a run has made; docs/batch.md describes it.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "run/job_plan.hpp"
#include "run/journal.hpp"
#include "run/output_folder.hpp"
#include "run/record.hpp"
#include "run/records.hpp"

namespace svodka::run {

struct Counts {
  std::array<std::size_t, kDocumentStates> states{};
  std::size_t changed_by_hand = 0;
  std::size_t of(DocumentState state) const { return states[static_cast<std::size_t>(state)]; }
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
Counts write_manifest(const FolderPaths& paths, const Job& job, const Plan& plan, const RunDates& dates,
                      const RunHeader& header, const Journal& journal, const Records& before);

// What is wrong in a folder: files of run.json that are missing or changed, and files that it does not know.
struct Finding {
  std::string what;  // "missing", "changed", "unknown"
  std::string path;  // relative
};
// In the order of the paths. Throws base::Error when there is no run.json.
std::vector<Finding> verify_folder(const std::filesystem::path& folder);

}  // namespace svodka::run
