#pragma once
// A batch: a job file → a folder of documents and its run.json.

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "batch/job/plan.hpp"
#include "batch/work/manifest.hpp"
#include "text/date.hpp"

namespace svodka::batch {

// Told of what happens, by one thread at a time.
class BatchObserver {
 public:
  virtual ~BatchObserver() = default;
  virtual void begin(const std::filesystem::path& folder, const RunDates& dates, std::size_t documents) = 0;
  virtual void document(const ledger::DocumentRecord& record) = 0;
};

struct BatchOptions {
  std::filesystem::path job;
  JobChanges changes;
  unsigned jobs = 1;
  bool force = false;
  text::Date today;
  std::vector<std::filesystem::path> template_folders;  // after the job's own
  std::function<std::chrono::nanoseconds()> clock;      // that only goes forward
  std::function<std::string()> wall_clock;              // for run.json
  const std::atomic<int>* stop = nullptr;               // not 0: end soon
};

// What a job comes to before any document is made.
struct BatchPlan {
  settings::Job job;
  RunDates dates;
  std::filesystem::path output;
  Plan plan;
};

// Reads the job and plans on the database as it stands. Writes nothing. With errors in the diagnostics the
// plan is not whole. Throws base::Error.
BatchPlan plan_batch(const BatchOptions& options, base::Diagnostics& diagnostics);

struct BatchResult {
  bool planned = false;  // false: mistakes in the job, nothing was written
  Counts counts;
  std::string state;   // as in run.json
  std::string reason;  // of a run that stopped
};

// Makes what the job says. Throws base::Error when the run cannot begin; once documents are being made, what
// the environment does ends the run with a true run.json and state "stopped".
BatchResult run_batch(const BatchOptions& options, BatchObserver& observer, base::Diagnostics& diagnostics);

}  // namespace svodka::batch
