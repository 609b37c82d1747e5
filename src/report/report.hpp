#pragma once
// One report: template + database + parameters → files.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "bind/bind.hpp"
#include "document/output_format.hpp"
#include "report/workshop.hpp"
#include "text/date.hpp"

namespace svodka::report {

struct ReportJob {
  std::filesystem::path template_file;
  std::filesystem::path database;
  bind::Arguments arguments;
  text::Date as_of;
  std::vector<document::OutputFormat> formats;
  std::filesystem::path output;  // without extension; its folder must exist
};

struct WrittenFile {
  std::filesystem::path path;
  document::OutputFormat format = document::OutputFormat::pdf;
  std::size_t pages = 0;
  std::size_t rows = 0;
  std::size_t bytes = 0;
};

enum class Outcome { done, wrong_input, failed };

struct ReportResult {
  Outcome outcome = Outcome::done;
  std::vector<WrittenFile> files;
  bool empty = false;  // the template said there is nothing to report
};

// All files of the job or none: every format is rendered before the first is written. Mistakes of the
// template or the parameters are wrong_input, mistakes in the data failed. Throws base::Error for the
// environment.
ReportResult render_report(const ReportJob& job, const Workshop& workshop, const pdf::Options& options,
                           base::Diagnostics& diagnostics);

}  // namespace svodka::report
