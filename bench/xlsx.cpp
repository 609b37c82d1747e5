// Workbooks beside the floor of each: a program written by hand on libxlsxwriter that reads the same queries
// by plain sqlite3 calls and writes the same cells, with the same parts in memory, and leaves compressing
// them to the library. CPU milliseconds with data read, single thread; memory is the peak of a process that
// made nothing else.
//   svodka_bench_xlsx DATABASE TEMPLATES BENCH_TEMPLATES FOLDER

#include <algorithm>
#include <vector>

#include "base/files.hpp"
#include "base/memory.hpp"
#include "bench/floor.hpp"
#include "bench/measure.hpp"
#include "bench/workshop.hpp"
#include "report/stages.hpp"

using namespace svodka;

namespace {

struct Work {
  std::string title;
  std::string template_file;
  std::vector<bind::Arguments> documents;
  bench::Floor floor;
};

struct Setting {
  std::string database, templates, path, floor_path;
};

const auto kAsOf = *text::Date::parse("2026-10-31");

// Fonts are loaded once a run and do not count; the first of several documents warms the caches.
double made_by_program(const Work& work, const Setting& setting, std::size_t& bytes) {
  base::keep_freed_memory();  // as main() does
  base::Diagnostics diagnostics;
  const auto stages = report::Stages::open(work.template_file, setting.database, kAsOf, diagnostics);
  if (!stages) bench::fail(base::render(diagnostics));
  const auto workshop = bench::workshop_of(setting.templates);
  report::Worker worker(workshop);
  const auto make = [&](const bind::Arguments& arguments) {
    const auto document = stages->bind(arguments, workshop.theme(), diagnostics);
    const auto rendered = worker.render_xlsx(document, diagnostics);
    base::write_file(setting.path, rendered.bytes);
    bytes = rendered.bytes.size();
  };
  if (work.documents.size() > 1) make(work.documents.front());
  const auto start = bench::cpu_milliseconds();
  for (const auto& arguments : work.documents) make(arguments);
  if (diagnostics.has_errors()) bench::fail(base::render(diagnostics));
  return (bench::cpu_milliseconds() - start) / static_cast<double>(work.documents.size());
}

double made_by_hand(const Work& work, const Setting& setting) {
  bench::FloorWriter floor(work.floor, work.template_file, setting.database);
  if (work.documents.size() > 1) floor.write(work.documents.front(), setting.floor_path);
  const auto start = bench::cpu_milliseconds();
  for (const auto& arguments : work.documents) floor.write(arguments, setting.floor_path);
  return (bench::cpu_milliseconds() - start) / static_cast<double>(work.documents.size());
}

// The machine's speed wavers: both sides take turns, and the least of each counts.
void measure(const Work& work, const Setting& setting) {
  const int rounds = work.documents.size() > 1 ? 5 : 3;
  bench::Cost program{1e12, 0}, floor{1e12, 0};
  const auto better = [](bench::Cost& best, const bench::Cost& cost) {
    best.milliseconds = std::min(best.milliseconds, cost.milliseconds);
    best.megabytes = std::max(best.megabytes, cost.megabytes);
  };
  for (int i = 0; i < rounds; ++i) {
    std::size_t bytes = 0;
    better(program, bench::alone([&] { return made_by_program(work, setting, bytes); }));
    better(floor, bench::alone([&] { return made_by_hand(work, setting); }));
  }
  fmt::print("{:<42} {:8.2f} ms {:5.0f} MB   floor {:8.2f} ms {:5.0f} MB   {:4.2f} times\n", work.title,
             program.milliseconds, program.megabytes, floor.milliseconds, floor.megabytes,
             program.milliseconds / floor.milliseconds);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) bench::fail("svodka_bench_xlsx DATABASE TEMPLATES BENCH_TEMPLATES FOLDER");
  const std::string templates = argv[2], bench_templates = argv[3], folder = argv[4];
  const Setting setting{argv[1], argv[2], folder + "/batch.xlsx", folder + "/floor.xlsx"};
  Work reports{"execution report, 60 rows, batch of 100",
               templates + "/execution_report.xml",
               {},
               bench::report_floor()};
  for (int i = 1; i <= 100; ++i) {
    reports.documents.push_back({{"organization", fmt::format("org-{}", i)}, {"period", "2026-10"}});
  }
  measure(reports, setting);
  for (const int rows : {1000, 10000, 100000}) {
    measure({fmt::format("register of {} rows of 12", rows),
             bench_templates + "/cells.xml",
             {{{"rows", fmt::to_string(rows)}}},
             bench::register_floor(rows)},
            setting);
  }
}
