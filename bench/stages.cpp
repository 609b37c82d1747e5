// Where the time of one document goes: CPU milliseconds of each stage, over a batch in one process.
//   svodka_bench DATABASE TEMPLATES [COUNT]           three reports of the demo, COUNT times each
//   svodka_bench DATABASE TEMPLATES COUNT region      execution reports of COUNT organizations of
//   bench/region.py

#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/memory.hpp"
#include "bench/measure.hpp"
#include "bench/workshop.hpp"
#include "bind/bind.hpp"
#include "data/database.hpp"
#include "database/schema.hpp"
#include "report/report.hpp"
#include "report/stages.hpp"
#include "report/template_files.hpp"

using namespace svodka;

namespace {

const auto kAsOf = *text::Date::parse("2026-10-31");

struct Sample {
  std::string report;
  std::vector<bind::Arguments> documents;
};

struct Setting {
  std::string database, templates;
};

void require_none(const base::Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) bench::fail(base::render(diagnostics));
}

// The queries alone: every row is read and forgotten.
void drain(const std::vector<std::unique_ptr<data::Query>>& queries, const bind::Arguments& arguments) {
  std::vector<std::pair<std::string, data::Value>> values(arguments.begin(), arguments.end());
  base::Diagnostics diagnostics;
  std::vector<data::Value> row;
  for (const auto& query : queries) {
    query->start(values);
    while (query->next(row, diagnostics)) continue;
  }
}

void measure(const Sample& sample, const Setting& setting, const report::Workshop& workshop) {
  base::Diagnostics diagnostics;
  const auto path = setting.templates + "/" + sample.report + ".xml";
  const auto stages = report::Stages::open(path, setting.database, kAsOf, diagnostics);
  require_none(diagnostics);
  auto database = data::Database::open(setting.database, database::catalogue(), kAsOf);
  const auto compiled = bind::compile(report::read_template(path, diagnostics), database, diagnostics);
  report::Worker worker(workshop);

  const auto count = static_cast<double>(sample.documents.size());
  const auto per_document = [&](const std::function<void(std::size_t)>& work) {
    work(0);  // caches are filled once a run
    const auto start = bench::cpu_milliseconds();
    for (std::size_t i = 0; i < sample.documents.size(); ++i) work(i);
    return (bench::cpu_milliseconds() - start) / count;
  };
  std::vector<document::Document> documents(sample.documents.size());
  double pages = 0;
  double pdf_bytes = 0;
  double xlsx_bytes = 0;
  const auto query = per_document([&](std::size_t i) { drain(compiled.queries, sample.documents[i]); });
  const auto bind = per_document([&](std::size_t i) {
    documents[i] = stages->bind(sample.documents[i], workshop.theme(), diagnostics);
  });
  const auto layout = per_document([&](std::size_t i) { worker.paginate(documents[i], diagnostics); });
  const auto pdf = per_document([&](std::size_t i) {
    const auto file = worker.render_pdf(documents[i], diagnostics);
    pages += static_cast<double>(file.pages);
    pdf_bytes += static_cast<double>(file.bytes.size());
  });
  const auto xlsx = per_document([&](std::size_t i) {
    xlsx_bytes += static_cast<double>(worker.render_xlsx(documents[i], diagnostics).bytes.size());
  });
  require_none(diagnostics);
  const auto total = bind + pdf + xlsx;
  fmt::print("{} ({:.0f} pages, {:.0f} KB PDF, {:.0f} KB XLSX): {:.1f} ms\n", sample.report,
             pages / (count + 1), pdf_bytes / (count + 1) / 1000, xlsx_bytes / (count + 1) / 1000, total);
  for (const auto& [name, share] : {std::pair("query", query),
                                    {"bind", bind - query},
                                    {"layout", layout},
                                    {"write PDF", pdf - layout},
                                    {"write XLSX", xlsx}}) {
    fmt::print("  {:<15} {:6.2f} ms  {:3.0f} %\n", name, share, 100 * share / total);
  }
}

std::vector<Sample> demo(std::size_t count) {
  const auto copies = [&](const bind::Arguments& arguments) {
    return std::vector<bind::Arguments>(count, arguments);
  };
  return {{"protocol", copies({{"meeting", "council-2026-04"}})},
          {"execution_report", copies({{"organization", "school-7"}, {"period", "2025-2026"}})},
          {"attendance_list", copies({{"meeting", "conf-2025-08"}})}};
}

Sample region(std::size_t count) {
  Sample sample{"execution_report", {}};
  for (std::size_t i = 1; i <= count; ++i) {
    sample.documents.push_back({{"organization", fmt::format("org-{}", i)}, {"period", "2026-10"}});
  }
  return sample;
}

}  // namespace

int main(int argc, char** argv) {
  base::keep_freed_memory();  // as main() does
  if (argc < 3) bench::fail("svodka_bench DATABASE TEMPLATES [COUNT [region]]");
  const std::size_t count = argc > 3 ? std::stoul(argv[3]) : 50;
  const bool of_region = argc > 4 && std::string_view(argv[4]) == "region";
  const auto workshop = bench::workshop_of(argv[2]);
  for (const auto& sample : of_region ? std::vector{region(count)} : demo(count)) {
    measure(sample, {argv[1], argv[2]}, workshop);
  }
}
