#include "batch/work/manifest.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <set>

#include "base/files.hpp"

namespace svodka::batch {

using Json = nlohmann::ordered_json;

namespace {

// Every record that run.json will have, in its order: the plan's, then those of earlier runs.
class RecordWalk {
 public:
  RecordWalk(const ledger::FolderPaths& paths, const settings::Job& job, const Plan& plan,
             const ledger::Journal& journal, const ledger::Records& before)
      : paths_(paths), plan_(plan), job_(job), journal_(journal), before_(before) {
    for (const auto& report : plan.reports) planned_reports_.insert(job.reports[report.job_report].name.text);
    for (const auto& report : job.reports) job_reports_.insert(report.name.text);
    for (const auto& document : plan.documents) planned_.insert(document.path);
  }

  void each(const std::function<void(const ledger::DocumentRecord&)>& take) const {
    for (std::size_t place = 0; place < plan_.documents.size(); ++place) {
      auto record = journal_.record(place);
      take(record ? *record : pending(plan_.documents[place]));
    }
    for (const auto& name : before_.documents()) {
      if (planned_.count(name) > 0) continue;
      auto record = before_.of(name).front();
      const bool left_alone =
          job_reports_.count(record.report) > 0 && planned_reports_.count(record.report) == 0;
      if (!left_alone) {
        if (!lies_there(record)) continue;
        record.state = ledger::DocumentState::obsolete;
      }
      take(record);
    }
  }

 private:
  ledger::DocumentRecord pending(const PlannedDocument& planned) const {
    auto before = before_.of(planned.path);
    auto record = before.empty() ? ledger::DocumentRecord() : std::move(before.front());
    record.document = planned.path;
    record.report = job_.reports[plan_.reports[planned.report].job_report].name.text;
    record.state = ledger::DocumentState::pending;
    record.parameters = planned.parameters;
    record.row = planned.row;
    return record;
  }

  bool lies_there(const ledger::DocumentRecord& record) const {
    const auto lies = [&](const ledger::FileRecord& file) {
      return std::filesystem::exists(std::filesystem::symlink_status(paths_.root / file.path));
    };
    return std::any_of(record.files.begin(), record.files.end(), lies) ||
           std::any_of(record.earlier.begin(), record.earlier.end(), lies);
  }

  const ledger::FolderPaths& paths_;
  const Plan& plan_;
  const settings::Job& job_;
  const ledger::Journal& journal_;
  const ledger::Records& before_;
  std::set<std::string> planned_reports_, job_reports_, planned_;
};

std::string reports_text(const settings::Job& job) {
  std::string text;
  for (const auto& report : job.reports) {
    Json json;
    json["name"] = report.name.text;
    json["title"] = report.title;
    json["template"] = report.template_name.text;
    json["formats"] = Json::array();
    for (const auto format : report.formats) json["formats"].push_back(name_of(format));
    text += (text.empty() ? "" : ",\n") + json.dump();
  }
  return text;
}

std::string counts_text(const Counts& counts) {
  Json json;
  for (std::size_t i = 0; i < ledger::kDocumentStates; ++i) {
    json[std::string(name_of(static_cast<ledger::DocumentState>(i)))] = counts.states[i];
  }
  json["changed_by_hand"] = counts.changed_by_hand;
  return json.dump();
}

std::string field(std::string_view name, const Json& value) {
  return fmt::format("\"{}\": {},\n", name, value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string header_text(const settings::Job& job, const RunDates& dates, const RunHeader& header,
                        const Counts& counts) {
  const auto period = text::Period::parse(dates.period);
  std::string out = "{\n" + field("format", 1) + field("svodka", SVODKA_VERSION) + field("job", job.name);
  out += field("state", header.state) + field("reason", header.reason);
  out += field("as_of", dates.as_of.iso()) + field("period", dates.period);
  out += field("period_name", period ? period->russian() : std::string());
  out += field("snapshot", header.snapshot) + field("started", header.started);
  out += field("finished", header.finished);
  out += fmt::format("\"seconds\": {:.3f},\n\"counts\": {},\n", header.seconds, counts_text(counts));
  return out + fmt::format("\"reports\": [\n{}\n],\n\"documents\": [\n", reports_text(job));
}

}  // namespace

Counts write_manifest(const ledger::FolderPaths& paths, const settings::Job& job, const Plan& plan,
                      const RunDates& dates, const RunHeader& header, const ledger::Journal& journal,
                      const ledger::Records& before) {
  const RecordWalk walk(paths, job, plan, journal, before);
  Counts counts;
  walk.each([&](const ledger::DocumentRecord& record) {
    ++counts.states[static_cast<std::size_t>(record.state)];
    counts.changed_by_hand += !record.changed_by_hand.empty();
  });
  base::OutputFile file(paths.manifest(), paths.state() / "run.json");
  file.write(header_text(job, dates, header, counts));
  bool first = true;
  walk.each([&](const ledger::DocumentRecord& record) {
    file.write((first ? "" : ",\n") + ledger::to_line(record));
    first = false;
  });
  file.write(first ? "]\n}\n" : "\n]\n}\n");
  file.commit();
  return counts;
}

std::vector<Finding> verify_folder(const std::filesystem::path& folder) {
  const ledger::FolderPaths paths{folder};
  if (!std::filesystem::is_regular_file(paths.manifest())) {
    base::read_file(paths.manifest(), 0);  // says why
  }
  const ledger::Records records(paths);
  std::set<std::string> known{"run.json", "index.html"};
  std::vector<Finding> findings;
  for (const auto& name : records.documents()) {
    const auto record = records.of(name).front();
    for (const auto* files : {&record.files, &record.earlier}) {
      for (const auto& file : *files) {
        if (!known.insert(file.path).second) continue;
        const auto state = ledger::state_of(folder / file.path);
        if (state.lying == ledger::Lying::nothing) findings.push_back({"missing", file.path});
        if (state.lying == ledger::Lying::something_else ||
            (state.lying == ledger::Lying::file && state.sha256 != file.sha256)) {
          findings.push_back({"changed", file.path});
        }
      }
    }
    for (const auto& path : record.changed_by_hand) {
      if (known.insert(path).second) findings.push_back({"changed", path});
    }
  }
  for (auto entry = std::filesystem::recursive_directory_iterator(folder); entry != end(entry); ++entry) {
    const auto path = entry->path().lexically_relative(folder).string();
    if (path == ".svodka") entry.disable_recursion_pending();
    if (entry->is_directory() && !entry->is_symlink()) continue;
    if (known.count(path) == 0) findings.push_back({"unknown", path});
  }
  std::sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return findings;
}

}  // namespace svodka::batch
