#pragma once
// The job file (TOML) of a batch; docs/batch.md describes it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "document/output_format.hpp"
#include "pdf/pdf.hpp"

namespace svodka::settings {

// A text of the file and where it stands.
struct JobText {
  std::string text;
  base::SourceSpan span;
  bool given() const { return span.source != nullptr; }
};

struct JobParameter {
  std::string name;
  JobText value;
};

struct JobReport {
  JobText name;
  std::string title;
  JobText template_name;
  JobText file;
  std::vector<document::OutputFormat> formats{document::OutputFormat::pdf, document::OutputFormat::xlsx};
  pdf::Standard standard = pdf::Standard::a2a;
  std::vector<JobParameter> parameters;
  JobText for_each;  // the span is that of the SQL, byte for byte where the file allows it
  JobText condition;
  base::SourceSpan span;
};

struct Job {
  std::string name;              // of the file
  std::filesystem::path folder;  // of the file: its paths are relative to it
  JobText database, output, as_of, period, templates, theme;
  double time_limit = 30;  // seconds
  std::int64_t row_limit = 1'000'000;
  std::vector<JobReport> reports;
};

// All mistakes that need no database are diagnostics.
Job read_job(const base::SourcePtr& source, const std::filesystem::path& folder,
             base::Diagnostics& diagnostics);

}  // namespace svodka::settings
