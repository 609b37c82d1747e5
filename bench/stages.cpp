// Where the time of one document goes: CPU milliseconds of each stage, over a batch in one process.
//   svodka_bench DATABASE TEMPLATES [COUNT]

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "run/report.hpp"
#include "run/stages.hpp"
#include "run/workshop.hpp"

using namespace svodka;

namespace {

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double per_document(int count, const std::function<void()>& work) {
  work();  // caches are filled once a run
  const auto start = cpu_milliseconds();
  for (int i = 0; i < count; ++i) work();
  return (cpu_milliseconds() - start) / count;
}

struct Sample {
  std::string report;
  bind::Arguments arguments;
};

void measure(const Sample& sample, const std::string& database, const std::string& templates, int count,
             const run::Workshop& workshop) {
  base::Diagnostics diagnostics;
  const auto as_of = *text::Date::parse("2026-10-31");
  const auto stages =
      run::Stages::open(templates + "/" + sample.report + ".xml", database, as_of, diagnostics);
  if (!stages) {
    fmt::print(stderr, "{}", base::render(diagnostics));
    std::exit(2);
  }
  run::Worker worker(workshop);
  const auto document = stages->bind(sample.arguments, workshop.theme(), diagnostics);
  std::size_t pages = 0;
  std::size_t pdf_bytes = 0;
  std::size_t xlsx_bytes = 0;
  const auto bind =
      per_document(count, [&] { stages->bind(sample.arguments, workshop.theme(), diagnostics); });
  const auto layout =
      per_document(count, [&] { pages = worker.paginate(document, diagnostics).pages.size(); });
  const auto pdf =
      per_document(count, [&] { pdf_bytes = worker.render_pdf(document, diagnostics).bytes.size(); }) -
      layout;
  const auto xlsx =
      per_document(count, [&] { xlsx_bytes = worker.render_xlsx(document, diagnostics).bytes.size(); });
  const auto total = bind + layout + pdf + xlsx;
  fmt::print("{} ({} pages, {} KB PDF, {} KB XLSX): {:.1f} ms\n", sample.report, pages, pdf_bytes / 1000,
             xlsx_bytes / 1000, total);
  for (const auto& [name, share] :
       {std::pair("query and bind", bind), {"layout", layout}, {"write PDF", pdf}, {"write XLSX", xlsx}}) {
    fmt::print("  {:<15} {:6.2f} ms  {:3.0f} %\n", name, share, 100 * share / total);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "svodka_bench DATABASE TEMPLATES [COUNT]\n");
    return 2;
  }
  const int count = argc > 3 ? std::stoi(argv[3]) : 50;
  const run::Workshop workshop(document::default_theme());
  const std::vector<Sample> samples{
      {"protocol", {{"meeting", "council-2026-04"}}},
      {"execution_report", {{"organization", "school-7"}, {"period", "2025-2026"}}},
      {"attendance_list", {{"meeting", "conf-2025-08"}}}};
  for (const auto& sample : samples) measure(sample, argv[1], argv[2], count, workshop);
}
