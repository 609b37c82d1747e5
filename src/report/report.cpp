#include "report/report.hpp"

#include <optional>

#include "base/files.hpp"
#include "report/stages.hpp"

namespace svodka::report {

namespace {

std::filesystem::path with_extension(const std::filesystem::path& stem, document::OutputFormat format) {
  auto path = stem;  // not replace_extension: «отчёт за 2026.10» has none
  path += ".";
  path += name_of(format);
  return path;
}

}  // namespace

ReportResult render_report(const ReportJob& job, const Workshop& workshop, const pdf::Options& options,
                           base::Diagnostics& diagnostics) {
  auto stages = Stages::open(job.template_file, job.database, job.as_of, diagnostics);
  if (!stages) return {Outcome::wrong_input, {}, false};
  const auto document = stages->bind(job.arguments, workshop.theme(), diagnostics);
  if (diagnostics.has_errors()) {
    return {document.sections.empty() ? Outcome::wrong_input : Outcome::failed, {}, false};
  }
  Worker worker(workshop, options);
  worker.set_origin([&](char32_t character) { return stages->origin_of(character); });
  ReportResult result{Outcome::done, {}, document.empty};
  std::vector<std::string> contents;
  for (const auto format : job.formats) {
    auto rendered = format == document::OutputFormat::pdf ? worker.render_pdf(document, diagnostics)
                                                          : worker.render_xlsx(document, diagnostics);
    result.files.push_back(
        {with_extension(job.output, format), format, rendered.pages, rendered.rows, rendered.bytes.size()});
    contents.push_back(std::move(rendered.bytes));
  }
  if (diagnostics.has_errors()) return {Outcome::failed, {}, false};
  for (std::size_t i = 0; i < contents.size(); ++i) base::write_file(result.files[i].path, contents[i]);
  return result;
}

}  // namespace svodka::report
