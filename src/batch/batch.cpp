#include "batch/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

#include "base/error.hpp"
#include "base/files.hpp"
#include "batch/work/batch_worker.hpp"
#include "data/snapshot.hpp"
#include "database/schema.hpp"
#include "overview/index_page.hpp"
#include "settings/theme_file.hpp"

namespace svodka::batch {

namespace fs = std::filesystem;

namespace {

data::Limits limits_of(const settings::Job& job, const BatchOptions& options) {
  data::Limits limits;
  limits.time = std::chrono::milliseconds(static_cast<std::int64_t>(job.time_limit * 1000));
  limits.rows = job.row_limit;
  limits.stop = options.stop;
  return limits;
}

report::TemplateFiles template_files(const settings::Job& job, const BatchOptions& options) {
  auto folders = options.template_folders;
  if (job.templates.given()) folders.insert(folders.begin(), job.folder / job.templates.text);
  return report::TemplateFiles(std::move(folders));
}

document::Theme theme_of(const settings::Job& job, const report::TemplateFiles& files,
                         base::Diagnostics& diagnostics) {
  const auto path = job.theme.given() ? job.folder / job.theme.text : files.theme();
  if (path.empty()) return document::default_theme();
  return settings::read_theme(base::make_source(path.filename().string(), base::read_file(path)),
                              path.parent_path(), diagnostics);
}

// A relative path as the person would write it, not through the folder of the job.
fs::path tidy(const fs::path& path) { return path.lexically_normal(); }

// The threads of a run.
class Crew {
 public:
  Crew(const BatchTools& tools, BatchObserver& observer, const std::atomic<int>* stop)
      : tools_(tools), observer_(observer), stop_(stop) {}

  // Empty, or what the environment did.
  std::string work(unsigned jobs) {
    const auto count =
        std::min<std::size_t>(std::max(jobs, 1U), std::max<std::size_t>(tools_.plan.documents.size(), 1));
    std::vector<std::thread> threads;
    try {
      for (std::size_t i = 1; i < count; ++i) threads.emplace_back([this] { work_safely(); });
    } catch (const std::system_error&) {  // no more threads: those that there are do it
    }
    work_safely();
    for (auto& thread : threads) thread.join();
    return reason_;
  }

 private:
  void work_safely() {
    try {
      BatchWorker worker(tools_);
      for (auto place = next_++; place < tools_.plan.documents.size() && !over(); place = next_++) {
        auto finished = worker.make(place);
        {
          const std::lock_guard lock(mutex_);
          observer_.document(finished.record);
        }
        tools_.journal.add(std::move(finished));
      }
    } catch (const data::QueryStopped&) {  // a signal: the document is dropped
    } catch (const std::exception& error) {
      const std::lock_guard lock(mutex_);
      if (reason_.empty()) reason_ = error.what();
      failed_ = true;
    }
  }

  bool over() const { return failed_ || (stop_ != nullptr && stop_->load() != 0); }

  const BatchTools& tools_;
  BatchObserver& observer_;
  const std::atomic<int>* stop_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> failed_{false};
  std::mutex mutex_;
  std::string reason_;
};

// Commits what is finished and writes run.json, also after a failure: the copy of the database makes room.
void finish(ledger::FolderLock& lock, const BatchPlan& batch, ledger::Journal& journal,
            const ledger::Records& before, RunHeader& header, BatchResult& result) {
  std::error_code ignored;
  fs::remove(lock.paths().snapshot(), ignored);
  try {
    journal.checkpoint();
    ledger::sync_file_system(lock.paths().root);
  } catch (const base::Error& error) {
    if (header.reason.empty()) header.reason = error.what();
    header.state = "stopped";
  }
  lock.clean();
  result.counts = write_manifest(lock.paths(), batch.job, batch.plan, batch.dates, header, journal, before);
  journal.remove();
  result.state = header.state;
  result.reason = header.reason;
  try {
    overview::write_index_page(lock.paths());
  } catch (const base::Error& error) {
    fs::remove(lock.paths().root / "index.html", ignored);  // that of an earlier run would mislead
    if (result.state == "finished") result.state = "stopped";
    if (result.reason.empty()) result.reason = error.what();
  }
}

}  // namespace

BatchPlan plan_batch(const BatchOptions& options, base::Diagnostics& diagnostics) {
  BatchPlan batch;
  const auto source = base::make_source(options.job.filename().string(), base::read_file(options.job));
  batch.job = settings::read_job(source, options.job.parent_path(), diagnostics);
  if (diagnostics.has_errors()) return batch;
  batch.dates = dates_of(batch.job, options.changes, options.today, diagnostics);
  batch.output = tidy(output_of(batch.job, options.changes, batch.dates, diagnostics));
  if (diagnostics.has_errors()) return batch;
  const auto files = template_files(batch.job, options);
  theme_of(batch.job, files, diagnostics);
  const auto database = tidy(batch.job.folder / batch.job.database.text);
  database::require_usable(database);
  auto connection =
      data::Database::open(database, database::catalogue(), batch.dates.as_of, limits_of(batch.job, options));
  batch.plan = make_plan(batch.job, options.changes, batch.dates, files, connection, diagnostics);
  return batch;
}

BatchResult run_batch(const BatchOptions& options, BatchObserver& observer, base::Diagnostics& diagnostics) {
  const auto begin = options.clock();
  RunHeader header;
  header.started = options.wall_clock();
  auto batch = plan_batch(options, diagnostics);
  if (diagnostics.has_errors()) return {};

  ledger::FolderLock lock({batch.output});
  const auto& paths = lock.paths();
  const ledger::Records before(paths);
  data::copy_database(tidy(batch.job.folder / batch.job.database.text), paths.snapshot(), options.stop);
  header.snapshot = ledger::state_of(paths.snapshot()).sha256;
  const auto files = template_files(batch.job, options);
  const auto limits = limits_of(batch.job, options);
  {
    // What is made must agree with what is read: the plan too is the snapshot's.
    auto connection =
        data::Database::open_unchanging(paths.snapshot(), database::catalogue(), batch.dates.as_of, limits);
    base::Diagnostics again;
    batch.plan = {};  // two plans of thousands of documents need not stand side by side
    batch.plan = make_plan(batch.job, options.changes, batch.dates, files, connection, again);
    if (again.has_errors()) {
      diagnostics.append(again);
      lock.forget();
      return {};
    }
  }
  base::Diagnostics ignored;  // plan_batch has told of them
  const report::Workshop workshop(theme_of(batch.job, files, ignored));
  fs::create_directories(paths.unfinished());
  ledger::Journal journal(paths, batch.plan.documents.size());
  BatchTools tools{batch.job, batch.plan,      batch.dates, workshop,      before, paths,
                   journal,   header.snapshot, {},          options.force, limits, options.clock};
  for (const auto& report : batch.plan.reports) {
    tools.looks.push_back(look_of(batch.job.reports[report.job_report], workshop));
  }
  observer.begin(paths.root, batch.dates, batch.plan.documents.size());
  header.reason = Crew(tools, observer, options.stop).work(options.jobs);
  header.state = header.reason.empty() ? "finished" : "stopped";
  if (const int signal = options.stop == nullptr ? 0 : options.stop->load();
      signal != 0 && header.reason.empty()) {
    header.state = "interrupted";
    header.reason = fmt::format("signal {}", signal);
  }
  header.finished = options.wall_clock();
  header.seconds = std::chrono::duration<double>(options.clock() - begin).count();
  BatchResult result;
  result.planned = true;
  finish(lock, batch, journal, before, header, result);
  return result;
}

}  // namespace svodka::batch
