#pragma once
// What a batch will make: every document with its name and parameters, checked before anything is written.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "bind/bind.hpp"
#include "data/database.hpp"
#include "report/template_files.hpp"
#include "settings/job_file.hpp"
#include "text/date.hpp"

namespace svodka::batch {

// What a command gives instead of the job's own.
struct JobChanges {
  std::optional<text::Date> as_of;
  std::optional<std::string> period;
  std::optional<std::filesystem::path> output;
  std::vector<std::string> only;  // names of reports; empty: all
};

struct RunDates {
  text::Date as_of;
  std::string period;  // as templates take it; may be empty
};

// Words of as_of count from `today`, those of the period from the as-of date.
RunDates dates_of(const settings::Job& job, const JobChanges& changes, text::Date today,
                  base::Diagnostics& diagnostics);

// The folder of the documents; its parent need not exist.
std::filesystem::path output_of(const settings::Job& job, const JobChanges& changes, const RunDates& dates,
                                base::Diagnostics& diagnostics);

using Texts = std::vector<std::pair<std::string, std::string>>;

struct PlannedReport {
  std::size_t job_report = 0;  // index into Job::reports
  std::shared_ptr<const bind::Program> program;
  std::string digest;  // of the template and its pictures
};

struct PlannedDocument {
  std::uint32_t report = 0;  // index into Plan::reports
  std::string path;          // below the output folder, without extension; unique
  bind::Arguments parameters;
  Texts row;  // of for_each
};

struct Plan {
  std::vector<PlannedReport> reports;  // those that were asked for, in the order of the job
  std::vector<PlannedDocument> documents;
};

// Reads templates and runs the job's queries on `database`. With errors in the diagnostics the plan is not
// whole.
Plan make_plan(const settings::Job& job, const JobChanges& changes, const RunDates& dates,
               const report::TemplateFiles& files, data::Database& database, base::Diagnostics& diagnostics);

}  // namespace svodka::batch
