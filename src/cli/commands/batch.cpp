#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <thread>

#include "cli/commands/commands.hpp"
#include "cli/options/setup.hpp"
#include "cli/terminal/interruption.hpp"
#include "cli/terminal/progress.hpp"

namespace svodka::cli {

namespace {

constexpr int kSignalBase = 128;  // what shells add to a signal

unsigned job_count(const Arguments& arguments) {
  const auto given = arguments.optional("jobs");
  if (!given) return std::max(1U, std::thread::hardware_concurrency());
  constexpr unsigned most = 256;
  unsigned count = 0;
  const auto* end = given->data() + given->size();
  const auto [stop, error] = std::from_chars(given->data(), end, count);
  if (error != std::errc{} || stop != end || count < 1 || count > most) {
    throw UsageError{fmt::format("--jobs '{}' is not a number from 1 to {}", *given, most)};
  }
  return count;
}

Progress::Mode progress_mode(const Arguments& arguments, const Console& console) {
  const auto given = arguments.optional("progress").value_or("auto");
  if (given == "auto") return console.environment().terminal ? Progress::Mode::bar : Progress::Mode::plain;
  if (given == "plain") return Progress::Mode::plain;
  if (given == "none") return Progress::Mode::none;
  throw UsageError{fmt::format("--progress '{}' is not auto, plain or none", given)};
}

batch::BatchOptions batch_options(const Arguments& arguments, const Console& console) {
  const auto& environment = console.environment();
  batch::BatchOptions options;
  options.job = arguments.words().front();
  if (arguments.has("as-of")) options.changes.as_of = arguments.as_of(environment.today);
  options.changes.period = arguments.optional("period");
  if (arguments.has("output")) options.changes.output = arguments.required("output");
  options.changes.only = arguments.all("only");
  options.jobs = job_count(arguments);
  options.force = arguments.has("force");
  options.today = environment.today;
  options.template_folders = environment.template_folders;
  options.clock = environment.clock;
  options.wall_clock = environment.wall_clock;
  return options;
}

int verify(const Arguments& arguments, const Console& console) {
  if (!arguments.words().empty()) throw UsageError{"--verify takes no job"};
  const auto findings = batch::verify_folder(arguments.required("verify"));
  for (const auto& finding : findings) console.print(fmt::format("{}\t{}\n", finding.what, finding.path));
  console.message(findings.empty() ? "every file is as run.json says"
                                   : fmt::format("{} files are not as run.json says", findings.size()));
  return findings.empty() ? kDone : kDocumentFailed;
}

int dry_run(const batch::BatchOptions& options, const Console& console) {
  base::Diagnostics diagnostics;
  const auto batch = batch::plan_batch(options, diagnostics);
  console.diagnostics(diagnostics);
  if (diagnostics.has_errors()) return kWrongInput;
  console.print("report\tfile\tformats\tparameters\n");
  for (const auto& document : batch.plan.documents) {
    const auto& report = batch.job.reports[batch.plan.reports[document.report].job_report];
    std::vector<std::string_view> formats;
    for (const auto format : report.formats) formats.push_back(document::name_of(format));
    std::vector<std::string> parameters;
    for (const auto& [name, value] : document.parameters) parameters.push_back(name + "=" + value);
    console.print(fmt::format("{}\t{}\t{}\t{}\n", report.name.text, document.path, fmt::join(formats, ","),
                              fmt::join(parameters, " ")));
  }
  const auto period = batch.dates.period.empty() ? std::string() : ", period " + batch.dates.period;
  console.message(fmt::format("{} documents as of {}{} would go into {}", batch.plan.documents.size(),
                              batch.dates.as_of.iso(), period, batch.output.string()));
  return kDone;
}

std::string summary_of(const batch::BatchResult& result) {
  std::string text;
  for (std::size_t i = 0; i < ledger::kDocumentStates; ++i) {
    const auto state = static_cast<ledger::DocumentState>(i);
    const auto count = result.counts.of(state);
    const bool always = state == ledger::DocumentState::made || state == ledger::DocumentState::kept;
    if (count > 0 || always)
      text += fmt::format("{}{} {}", text.empty() ? "" : ", ", ledger::name_of(state), count);
  }
  if (result.counts.changed_by_hand > 0)
    text += fmt::format(", изменено вручную {}", result.counts.changed_by_hand);
  return text;
}

int make(batch::BatchOptions options, const Console& console, Progress& progress) {
  const Interruption interruption;
  options.stop = interruption.flag();
  base::Diagnostics diagnostics;
  batch::BatchResult result;
  try {
    result = batch::run_batch(options, progress, diagnostics);
  } catch (const std::exception&) {
    if (interruption.signal() == 0) throw;
    console.message("interrupted before the first document");
    return kSignalBase + interruption.signal();
  }
  console.diagnostics(diagnostics);
  if (!result.planned) {
    console.message(fmt::format("nothing was written: {} mistakes", diagnostics.error_count()));
    return kWrongInput;
  }
  auto summary = summary_of(result);
  if (result.state != "finished") summary += fmt::format("; {}: {}", result.state, result.reason);
  progress.end(summary);
  console.message(summary);
  if (result.state == "interrupted") return kSignalBase + interruption.signal();
  if (result.state != "finished") return kEnvironmentFailed;
  return result.counts.of(ledger::DocumentState::failed) > 0 ? kDocumentFailed : kDone;
}

int batch(const Arguments& arguments, const Console& console) {
  if (arguments.has("verify")) return verify(arguments, console);
  if (arguments.words().empty()) throw UsageError{"a job file is missing: svodka batch JOB.toml"};
  const auto options = batch_options(arguments, console);
  const auto mode = progress_mode(arguments, console);
  if (arguments.has("dry-run")) return dry_run(options, console);
  Progress progress(console, mode, arguments.optional("log").value_or(""));
  return make(options, console, progress);
}

}  // namespace

Command batch_command() {
  return {{"batch",
           "JOB.toml | --verify FOLDER",
           "makes every document of a job: what has changed, in parallel",
           "  svodka batch monthly.toml\n"
           "  svodka batch monthly.toml --as-of 2026-10-31 --dry-run\n"
           "  svodka batch --verify documents/2026-10\n",
           {{"output", "FOLDER", "instead of the job's folder"},
            {"period", "PERIOD", "instead of the job's period: 2026-10, 'previous month'"},
            {"as-of", "DATE", "instead of the job's day: the state of the data that is reported"},
            {"only", "NAME", "only this report of the job; may be repeated", true},
            {"jobs", "N", "documents made at the same time; by default the number of processors"},
            {"force", "", "makes what has not changed too"},
            {"dry-run", "", "prints what would be made and writes nothing"},
            {"progress", "MODE", "auto (the default: a bar on a terminal), plain or none"},
            {"log", "FILE", "appends a line for each document"},
            {"verify", "FOLDER", "says which files of a folder are not as its run.json says"}},
           0,
           1},
          batch};
}

}  // namespace svodka::cli
