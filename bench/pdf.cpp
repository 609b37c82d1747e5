// The PDF of three documents beside the floor of each: deflating the same page contents and writing them with
// the same fonts, which no program can do without. CPU milliseconds a document, single thread.
//   svodka_bench_pdf DATABASE TEMPLATES BENCH_TEMPLATES SVODKA FOLDER

#include <fcntl.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/memory.hpp"
#include "bench/workshop.hpp"
#include "report/stages.hpp"

extern char** environ;

using namespace svodka;

namespace {

struct Setting {
  std::string database, templates, bench_templates, program, folder;
};

const auto kAsOf = *text::Date::parse("2026-10-31");

using bench::fail;

double timed(const std::function<void()>& work) {
  const auto start = bench::cpu_milliseconds();
  work();
  return bench::cpu_milliseconds() - start;
}

// ---- the floor ------------------------------------------------------------------------------------------

// The streams of a finished file: page contents inflated, everything else (fonts, profile) as it stands.
struct Streams {
  std::vector<std::string> contents;
  std::string rest;
};

std::string inflated(std::string_view bytes) {
  std::string out;
  auto* decompressor = libdeflate_alloc_decompressor();
  for (std::size_t room = std::max<std::size_t>(bytes.size() * 8, 4096);; room *= 2) {
    out.resize(room);
    std::size_t size = 0;
    const auto result =
        libdeflate_zlib_decompress(decompressor, bytes.data(), bytes.size(), out.data(), room, &size);
    if (result == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
    out.resize(result == LIBDEFLATE_SUCCESS ? size : 0);
    break;
  }
  libdeflate_free_decompressor(decompressor);
  return out;
}

Streams streams_of(std::string_view file) {
  constexpr std::string_view begins = "stream\n", ends = "\nendstream";
  Streams streams;
  for (std::size_t at = 0; (at = file.find(begins, at)) != std::string_view::npos;) {
    const auto begin = at + begins.size();
    const auto end = file.find(ends, begin);
    if (end == std::string_view::npos) break;
    const auto bytes = file.substr(begin, end - begin);
    auto content = inflated(bytes);
    if (content.find(" Tf\n") != std::string::npos) {
      streams.contents.push_back(std::move(content));
    } else {
      streams.rest += bytes;
    }
    at = end + ends.size();
  }
  return streams;
}

double floor_of(const std::string& file, const std::string& path, int count) {
  constexpr int level = 1;  // as the program's
  const auto streams = streams_of(file);
  auto* compressor = libdeflate_alloc_compressor(level);
  const auto once = [&] {
    std::string out = streams.rest;
    std::string buffer;
    for (const auto& content : streams.contents) {
      buffer.resize(libdeflate_zlib_compress_bound(compressor, content.size()));
      out.append(buffer.data(), libdeflate_zlib_compress(compressor, content.data(), content.size(),
                                                         buffer.data(), buffer.size()));
    }
    base::write_file(path, out);
  };
  once();
  const auto spent = timed([&] {
    for (int i = 0; i < count; ++i) once();
  });
  libdeflate_free_compressor(compressor);
  return spent / count;
}

// ---- a cold process -------------------------------------------------------------------------------------

struct ProcessCost {
  double milliseconds = 0;
  double megabytes = 0;
};

ProcessCost run(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  }
  pid_t child = 0;
  if (posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0) {
    fail("cannot start " + words.front());
  }
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child || status != 0) fail(words[1] + " failed");
  const auto milliseconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
  };
  return {milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

void measure_cold(const Setting& setting) {
  constexpr int runs = 20;
  const auto stem = setting.folder + "/protocol";
  std::vector<double> times;
  ProcessCost cost;
  for (int i = 0; i < runs; ++i) {
    cost = run({setting.program, "render", setting.templates + "/protocol.xml", "--db", setting.database,
                "--as-of", "2026-10-31", "--set", "meeting=forum", "--format", "pdf", "--output", stem});
    times.push_back(cost.milliseconds);
  }
  std::sort(times.begin(), times.end());
  const auto file = base::read_file(stem + ".pdf");
  const auto floor = floor_of(file, setting.folder + "/floor.pdf", 50);
  fmt::print(
      "protocol, 70 directives, 29 attendees, a cold process each\n"
      "  {:.1f} ms (median of {}), {:.0f} MB at most, {} KB; floor {:.2f} ms\n",
      times[times.size() / 2], runs, cost.megabytes, file.size() / 1000, floor);
}

// ---- in a batch -----------------------------------------------------------------------------------------

struct Batch {
  std::string title;
  std::string template_file;
  std::vector<bind::Arguments> documents;
};

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure_batch(const Batch& batch, const Setting& setting) {
  base::Diagnostics diagnostics;
  const auto stages = report::Stages::open(batch.template_file, setting.database, kAsOf, diagnostics);
  if (!stages) fail(base::render(diagnostics));
  const auto workshop = bench::workshop_of(setting.templates);
  report::Worker worker(workshop);
  const auto path = setting.folder + "/batch.pdf";
  double bind = 0, layout = 0, write = 0, floor = 0;
  double peak = 0;  // before the floor of the last takes its own
  std::size_t pages = 0, bytes = 0;
  const auto make = [&](const bind::Arguments& arguments) {
    document::Document document;
    bind += timed([&] { document = stages->bind(arguments, workshop.theme(), diagnostics); });
    layout::Pages laid;
    layout += timed([&] { laid = worker.paginate(document, diagnostics); });
    pages = laid.pages.size();
    std::string file;
    write += timed([&] {
      file = worker.write_pdf(std::move(laid));
      base::write_file(path, file);
    });
    bytes = file.size();
    peak = peak_megabytes();
    floor += floor_of(file, path, 1);
  };
  if (batch.documents.size() > 1) make(batch.documents.front());  // fonts are made once a run
  bind = layout = write = floor = 0;
  for (const auto& arguments : batch.documents) make(arguments);
  const auto count = static_cast<double>(batch.documents.size());
  const auto all = bind + layout + write;
  fmt::print("{}: {} documents of {} pages, {} KB\n", batch.title, batch.documents.size(), pages,
             bytes / 1000);
  for (const auto& [name, spent] :
       {std::pair("query and bind", bind), {"layout", layout}, {"write PDF", write}}) {
    fmt::print("  {:<15} {:8.2f} ms  {:3.0f} %\n", name, spent / count, 100 * spent / all);
  }
  fmt::print("  {:<15} {:8.2f} ms, layout and writing {:.2f} ms\n", "together", all / count,
             (layout + write) / count);
  fmt::print("  {:<15} {:8.2f} ms: layout and writing are {:.1f} times that\n", "floor", floor / count,
             (layout + write) / floor);
  fmt::print("  {:<15} {:8.0f} MB\n", "peak memory", peak);
}

// In a process of its own, so that the peak of memory is its own.
void measure_alone(const Batch& batch, const Setting& setting) {
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    measure_batch(batch, setting);
    std::fflush(stdout);
    _exit(0);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) fail(batch.title + " failed");
}

}  // namespace

int main(int argc, char** argv) {
  base::keep_freed_memory();  // as main() does
  if (argc != 6) fail("DATABASE TEMPLATES BENCH_TEMPLATES SVODKA FOLDER");
  const Setting setting{argv[1], argv[2], argv[3], argv[4], argv[5]};
  measure_cold(setting);
  Batch reports{
      "execution report, 60 assignments, 15 indicators", setting.templates + "/execution_report.xml", {}};
  for (int i = 1; i <= 100; ++i) {
    reports.documents.push_back({{"organization", fmt::format("org-{}", i)}, {"period", "2026-10"}});
  }
  measure_alone(reports, setting);
  measure_alone({"register of 10,000 rows", setting.bench_templates + "/register.xml", {{}}}, setting);
}
