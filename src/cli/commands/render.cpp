#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/commands/commands.hpp"
#include "cli/options/setup.hpp"

namespace svodka::cli {

namespace {

std::vector<document::OutputFormat> formats(const std::string& list) {
  std::vector<document::OutputFormat> found;
  std::stringstream words(list);
  for (std::string word; std::getline(words, word, ',');) {
    if (word != "pdf" && word != "xlsx") {
      throw UsageError{fmt::format("--format '{}' is not pdf, xlsx or pdf,xlsx", list)};
    }
    const auto format = word == "pdf" ? document::OutputFormat::pdf : document::OutputFormat::xlsx;
    if (std::find(found.begin(), found.end(), format) == found.end()) found.push_back(format);
  }
  if (found.empty()) throw UsageError{"--format is empty"};
  return found;
}

pdf::Options pdf_options(const std::optional<std::string>& standard) {
  if (!standard || *standard == "a-2a") return {pdf::Standard::a2a};
  if (*standard == "a-2b") return {pdf::Standard::a2b};
  if (*standard == "none") return {pdf::Standard::none};
  throw UsageError{fmt::format("--pdf-standard '{}' is not a-2a, a-2b or none", *standard)};
}

void check_folder(const std::filesystem::path& output) {
  const auto folder = output.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder)) {
    throw UsageError{fmt::format("the folder of --output, {}, does not exist", folder.string())};
  }
  if (output.filename().empty())
    throw UsageError{fmt::format("--output {} has no file name", output.string())};
}

std::string count_text(const report::WrittenFile& file) {
  return file.format == document::OutputFormat::pdf ? fmt::format("{} pages", file.pages)
                                                    : fmt::format("{} rows", file.rows);
}

int exit_code(report::Outcome outcome) {
  return outcome == report::Outcome::done     ? kDone
         : outcome == report::Outcome::failed ? kDocumentFailed
                                              : kWrongInput;
}

int render(const Arguments& arguments, const Console& console) {
  base::Diagnostics diagnostics;
  const auto files = template_files(arguments, console);
  report::ReportJob job;
  job.database = arguments.required("db");
  job.arguments = report_arguments(arguments);
  job.as_of = arguments.as_of(console.environment().today);
  job.formats = formats(arguments.optional("format").value_or("pdf,xlsx"));
  job.output = arguments.required("output");
  const auto options = pdf_options(arguments.optional("pdf-standard"));
  check_folder(job.output);
  job.template_file = files.find(arguments.words().front(), diagnostics);
  auto look = theme(arguments, files, diagnostics);
  if (diagnostics.has_errors()) {
    console.diagnostics(diagnostics);
    return kWrongInput;
  }
  const auto result = report::render_report(job, report::Workshop(std::move(look)), options, diagnostics);
  console.diagnostics(diagnostics);
  if (result.outcome == report::Outcome::done) {
    console.message(fmt::format("as of {}{}", job.as_of.iso(), result.empty ? ", nothing to report" : ""));
    for (const auto& file : result.files) {
      console.print(fmt::format("{}\t{}\t{}\n", file.path.string(), count_text(file), size_text(file.bytes)));
    }
  }
  return exit_code(result.outcome);
}

}  // namespace

Command render_command() {
  return {{"render",
           "TEMPLATE --db DB --set NAME=KEY… --output STEM",
           "makes one report: STEM.pdf and STEM.xlsx",
           "  svodka render protocol --db district.db --set meeting=conf-2025-08 --output protocol-4\n"
           "  svodka render execution_report --db district.db --set organization=school-7 --set "
           "period=2026-10 \\\n"
           "    --as-of 2026-10-31 --format xlsx --output report\n",
           {{"db", "DB", "the database"},
            {"set", "NAME=VALUE", "a parameter of the report; once for each", true},
            {"format", "LIST", "pdf, xlsx or pdf,xlsx (the default)"},
            {"output", "STEM", "path of the files without extension"},
            as_of_option(),
            {"pdf-standard", "NAME", "a-2a (the default: PDF/A-2a and PDF/UA-1), a-2b or none"},
            templates_option(),
            theme_option()},
           1,
           1},
          render};
}

}  // namespace svodka::cli
