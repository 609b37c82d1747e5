#include "batch/work/batch_worker.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "database/schema.hpp"

namespace svodka::batch {

namespace {

// «school-7 (новый 2026-10-31).pdf»
std::string path_beside(const std::string& path, const RunDates& dates, document::OutputFormat format,
                        int number) {
  const auto date = dates.as_of.iso();
  return number == 1 ? fmt::format("{} (новый {}).{}", path, date, name_of(format))
                     : fmt::format("{} (новый {}, {}).{}", path, date, number, name_of(format));
}

// A file of that path and content that svodka has made.
const ledger::FileRecord* known_file(const std::vector<ledger::DocumentRecord>& records,
                                     const std::string& path, const std::string& sha256) {
  for (const auto& record : records) {
    for (const auto* files : {&record.files, &record.earlier}) {
      for (const auto& file : *files) {
        if (file.path == path && file.sha256 == sha256) return &file;
      }
    }
  }
  return nullptr;
}

}  // namespace

std::string look_of(const settings::JobReport& report, const report::Workshop& workshop) {
  base::Sha256 digest;
  digest.add_field(SVODKA_VERSION);
  digest.add_field(document::dump(workshop.theme()));
  digest.add_field(workshop.theme().author);
  if (const auto& picture = workshop.theme().letterhead.picture) digest.add_field(picture->bytes);
  digest.add_field(workshop.fonts().digest());
  for (const auto format : report.formats) digest.add_field(name_of(format));
  digest.add_field(std::to_string(static_cast<int>(report.standard)));
  return digest.finish();
}

// A document on its way.
struct BatchWorker::Task {
  const PlannedDocument& planned;
  const settings::JobReport& report;
  std::vector<ledger::DocumentRecord> before;  // newest first
  ledger::Finished finished;

  ledger::DocumentRecord& record() { return finished.record; }

  void fail(const std::string& what) {
    record().diagnostics.push_back({base::Severity::error, {}, {}, what, {}});
    record().state = ledger::DocumentState::failed;
  }

  // Files that svodka made and that are not of this state of the data.
  void carry_earlier(const std::filesystem::path& root) {
    auto& own = record();
    for (const auto& old : before) {
      for (const auto* files : {&old.files, &old.earlier}) {
        for (const auto& file : *files) {
          const auto same = [&](const ledger::FileRecord& other) { return other.path == file.path; };
          if (std::any_of(own.files.begin(), own.files.end(), same)) continue;
          if (std::any_of(own.earlier.begin(), own.earlier.end(), same)) continue;
          if (std::filesystem::exists(std::filesystem::symlink_status(root / file.path)))
            own.earlier.push_back(file);
        }
      }
    }
  }
};

BatchWorker::BatchWorker(const BatchTools& tools)
    : tools_(tools),
      database_(data::Database::open_unchanging(tools.paths.snapshot(), database::catalogue(),
                                                tools.dates.as_of, tools.limits)) {}

bind::Binder& BatchWorker::binder(std::uint32_t report) {
  return binders_.try_emplace(report, tools_.plan.reports[report].program, database_).first->second;
}

report::Worker& BatchWorker::worker(pdf::Standard standard) {
  return workers_.try_emplace(standard, tools_.workshop, pdf::Options{standard, {}}).first->second;
}

ledger::Finished BatchWorker::make(std::size_t place) {
  const auto begin = tools_.clock();
  const auto& planned = tools_.plan.documents[place];
  const auto& report = tools_.plan.reports[planned.report];
  Task task{planned, tools_.job.reports[report.job_report], tools_.records.of(planned.path), {}};
  task.finished.place = place;
  auto& record = task.record();
  record.document = planned.path;
  record.report = task.report.name.text;
  record.parameters = planned.parameters;
  record.row = planned.row;
  record.look = tools_.looks[planned.report];
  base::Sha256 digest;
  for (const auto& part : {record.look, tools_.snapshot, report.digest, tools_.dates.as_of.iso()}) {
    digest.add_field(part);
  }
  for (const auto& [name, value] : planned.parameters) digest.add_field(name), digest.add_field(value);
  record.fingerprint = digest.finish();

  if (!keep(task, {})) bind_and_render(task);
  task.carry_earlier(tools_.paths.root);
  if (record.state == ledger::DocumentState::failed) record.fingerprint.clear(), record.content.clear();
  record.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(tools_.clock() - begin).count();
  return std::move(task.finished);
}

// The files of the last time are right: nothing that goes in has changed, or `content` is the same as then.
bool BatchWorker::keep(Task& task, const std::string& content) {
  if (tools_.force || task.before.empty()) return false;
  const auto& old = task.before.front();
  auto& record = task.record();
  const bool same = content.empty() ? old.fingerprint == record.fingerprint
                                    : old.look == record.look && old.content == content;
  if (!same || !is_settled(old)) return false;
  record.files = old.files;
  record.content = old.content;
  if (content.empty()) {
    record.title = old.title;
    record.diagnostics = old.diagnostics;
  }
  for (const auto& file : old.files) {
    if (!file.beside.empty()) record.changed_by_hand.push_back(file.beside);
  }
  record.state = old.files.empty() ? ledger::DocumentState::empty : ledger::DocumentState::kept;
  return true;
}

// Every file lies where the record says; one beside a changed file lies there still with reason.
bool BatchWorker::is_settled(const ledger::DocumentRecord& record) const {
  return std::all_of(record.files.begin(), record.files.end(), [&](const ledger::FileRecord& file) {
    const auto own = ledger::state_of(tools_.paths.root / file.path);
    if (own.lying != ledger::Lying::file || own.sha256 != file.sha256) return false;
    if (file.beside.empty()) return true;
    const auto changed = ledger::state_of(tools_.paths.root / file.beside);
    return changed.lying != ledger::Lying::nothing && changed.sha256 != file.sha256;
  });
}

void BatchWorker::bind_and_render(Task& task) {
  auto& record = task.record();
  base::Diagnostics diagnostics;
  document::Document document;
  try {
    document = binder(task.planned.report).bind(task.planned.parameters, diagnostics);
  } catch (const data::QueryStopped& stopped) {
    if (is_stopped()) throw;
    task.fail(stopped.what());
  }
  for (const auto& diagnostic : diagnostics.all())
    record.diagnostics.push_back(ledger::message_of(diagnostic));
  if (diagnostics.has_errors()) record.state = ledger::DocumentState::failed;
  if (record.state == ledger::DocumentState::failed) return;
  document.author = tools_.workshop.theme().author;
  record.title = document.title;
  record.content = document::digest_of(document);
  if (document.empty) {
    record.state = ledger::DocumentState::empty;
  } else if (!keep(task, record.content)) {
    render(task, document);
  }
}

void BatchWorker::render(Task& task, const document::Document& document) {
  auto& record = task.record();
  base::Diagnostics diagnostics;
  std::vector<report::Rendered> rendered;
  try {
    auto& tools = worker(task.report.standard);
    auto& origin = binder(task.planned.report);
    tools.set_origin([&](char32_t character) { return origin.origin_of(character); });
    for (const auto format : task.report.formats) {
      rendered.push_back(format == document::OutputFormat::pdf ? tools.render_pdf(document, diagnostics)
                                                               : tools.render_xlsx(document, diagnostics));
    }
  } catch (const std::exception& error) {
    if (is_stopped()) throw;
    task.fail(error.what());
  }
  for (const auto& diagnostic : diagnostics.all())
    record.diagnostics.push_back(ledger::message_of(diagnostic));
  if (diagnostics.has_errors()) record.state = ledger::DocumentState::failed;
  if (record.state == ledger::DocumentState::failed) return;
  record.state = ledger::DocumentState::made;
  for (std::size_t i = 0; i < rendered.size(); ++i)
    place_file(task, task.report.formats[i], std::move(rendered[i]));
  if (task.finished.files.empty()) record.state = ledger::DocumentState::kept;  // the same bytes lay there
}

// Only svodka's own file is replaced: whoever else's stays, and the new one goes beside it.
void BatchWorker::place_file(Task& task, document::OutputFormat format, report::Rendered rendered) {
  const auto& root = tools_.paths.root;
  const auto target = fmt::format("{}.{}", task.planned.path, name_of(format));
  ledger::FileRecord file{
      target, format, rendered.bytes.size(), base::sha256(rendered.bytes), rendered.pages, rendered.rows, {}};
  std::optional<ledger::FileRecord> replaced;
  bool is_there = false;
  const auto lying = ledger::state_of(root / target);
  if (const auto* known = known_file(task.before, target, lying.sha256)) {
    replaced = *known;
    is_there = lying.sha256 == file.sha256 && !tools_.force;
  } else if (lying.lying != ledger::Lying::nothing && lying.sha256 != file.sha256) {
    file.beside = target;
    task.record().changed_by_hand.push_back(target);
    for (int number = 1;; ++number) {
      file.path = path_beside(task.planned.path, tools_.dates, format, number);
      const auto taken = ledger::state_of(root / file.path);
      is_there = taken.lying == ledger::Lying::file && taken.sha256 == file.sha256;
      if (is_there || taken.lying == ledger::Lying::nothing) break;
    }
  } else {
    is_there = lying.lying == ledger::Lying::file;
  }
  if (!is_there) {
    const auto temporary =
        tools_.paths.unfinished() / fmt::format("{}.{}", task.finished.place, name_of(format));
    base::write_new_file(temporary, rendered.bytes);
    task.finished.files.push_back({temporary, file.path, replaced});
  }
  task.record().files.push_back(std::move(file));
}

}  // namespace svodka::batch
