#pragma once
// One thread of a batch: its connection, its binders, its tools. Private to the room.

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "batch/job/plan.hpp"
#include "bind/bind.hpp"
#include "data/database.hpp"
#include "ledger/journal.hpp"
#include "ledger/records.hpp"
#include "report/workshop.hpp"

namespace svodka::batch {

// What all workers of a run share. Immutable but for the journal.
struct BatchTools {
  const settings::Job& job;
  const Plan& plan;
  const RunDates& dates;
  const report::Workshop& workshop;
  const ledger::Records& records;
  const ledger::FolderPaths& paths;
  ledger::Journal& journal;
  std::string snapshot;            // SHA-256
  std::vector<std::string> looks;  // of the plan's reports: theme, fonts, formats, standard, version
  bool force = false;
  data::Limits limits;
  std::function<std::chrono::nanoseconds()> clock;
};

// SHA-256 of what decides how a report's documents look.
std::string look_of(const settings::JobReport& report, const report::Workshop& workshop);

class BatchWorker {
 public:
  // Opens the snapshot. The tools must outlive it.
  explicit BatchWorker(const BatchTools& tools);

  // Keeps or makes one document. Its failure is in the record. The files are under temporary names: they and
  // the record are the journal's to commit. Throws base::Error for the environment, data::QueryStopped when
  // told to stop.
  ledger::Finished make(std::size_t place);

 private:
  struct Task;
  bool keep(Task& task, const std::string& content);
  void bind_and_render(Task& task);
  void render(Task& task, const document::Document& document);
  void place_file(Task& task, document::OutputFormat format, report::Rendered rendered);
  bool is_settled(const ledger::DocumentRecord& record) const;
  bool is_stopped() const { return tools_.limits.stop != nullptr && tools_.limits.stop->load() != 0; }
  bind::Binder& binder(std::uint32_t report);
  report::Worker& worker(pdf::Standard standard);

  const BatchTools& tools_;
  data::Database database_;
  std::map<std::uint32_t, bind::Binder> binders_;
  std::map<pdf::Standard, report::Worker> workers_;
};

}  // namespace svodka::batch
