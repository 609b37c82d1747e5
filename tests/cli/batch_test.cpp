#include <fmt/format.h>

#include "base/files.hpp"
#include "cli/terminal/console.hpp"
#include "cli/terminal/progress.hpp"
#include "support/catch.hpp"
#include "support/records.hpp"
#include "whole_program.hpp"

using namespace svodka;
using cli::Progress;

namespace {

ledger::DocumentRecord record(const std::string& name, ledger::DocumentState state) {
  auto made = test::record_of(name, state);
  made.milliseconds = 7;
  return made;
}

// What a run of three documents, one failing and one changed by hand, says, half a second a document.
std::string said(Progress::Mode mode, const std::string& log = {}) {
  std::ostringstream out, error;
  std::chrono::milliseconds now{0};
  cli::Environment environment{out, error, false, {}, {}};
  environment.clock = [&] { return now; };
  environment.wall_clock = [] { return "2026-11-01T02:00:00+03:00"; };
  const cli::Console console(environment);
  Progress progress(console, mode, log);
  progress.begin("out", {*text::Date::parse("2026-10-31"), "2026-10"}, 3);
  now += std::chrono::milliseconds(500);
  progress.document(record("a", ledger::DocumentState::made));
  now += std::chrono::milliseconds(500);
  auto failed = record("b", ledger::DocumentState::failed);
  failed.diagnostics.push_back({base::Severity::error, "B301", "query 'q'", "no such record", ""});
  progress.document(failed);
  now += std::chrono::milliseconds(500);
  auto changed = record("c", ledger::DocumentState::made);
  changed.changed_by_hand = {"c.pdf"};
  changed.files.push_back({"c (новый 2026-10-31).pdf", document::OutputFormat::pdf, 1, "", 1, 0, "c.pdf"});
  progress.document(changed);
  progress.end("made 2, kept 0, failed 1");
  return error.str();
}

}  // namespace

TEST_CASE("a batch on a terminal has a bar with count, rate, time left, failures and report") {
  CHECK(said(Progress::Mode::bar) ==
        "svodka: 3 documents as of 2026-10-31, period 2026-10 into out\n"
        "\r\x1b[K██████░░░░░░░░░░░░░░ 1 of 3, 2.0/s, 0:01 left, execution"
        "\r\x1b[Ksvodka: b: query 'q': error[B301]: no such record\n"
        "\r\x1b[K█████████████░░░░░░░ 2 of 3, 2.0/s, 0:01 left, 1 failed, execution"
        "\r\x1b[Ksvodka: изменён вручную: c.pdf; the new one is c (новый 2026-10-31).pdf\n"
        "\r\x1b[K████████████████████ 3 of 3, 2.0/s, 1 failed"
        "\r\x1b[K");
}

TEST_CASE("elsewhere it has lines, or nothing") {
  CHECK(said(Progress::Mode::plain) ==
        "svodka: 3 documents as of 2026-10-31, period 2026-10 into out\n"
        "svodka: b: query 'q': error[B301]: no such record\n"
        "svodka: изменён вручную: c.pdf; the new one is c (новый 2026-10-31).pdf\n"
        "svodka: 3 of 3, 2.0/s, 1 failed\n");
  CHECK(said(Progress::Mode::none) == "");
}

TEST_CASE("a log has a line a document and message, after what was there") {
  const support::TemporaryFolder folder;
  base::write_file(folder / "log", "before\n");
  said(Progress::Mode::none, (folder / "log").string());
  const std::string time = "2026-11-01T02:00:00+03:00 ";
  CHECK(base::read_file(folder / "log") ==
        "before\n" + time + "3 documents as of 2026-10-31, period 2026-10 into out\n" + time +
            "made a 7 ms\n" + time + "failed b 7 ms\n" + time +
            "b: query 'q': error[B301]: no such record\n" + time + "made c 7 ms\n" + time +
            "изменён вручную: c.pdf; the new one is c (новый 2026-10-31).pdf\n" + time +
            "made 2, kept 0, failed 1\n");
  CHECK_THROWS_WITH(said(Progress::Mode::none, (folder / "no/log").string()),
                    "cannot write " + (folder / "no/log").string() + ": No such file or directory");
}

TEST_CASE("wrong options of a batch are told of before anything is done") {
  const auto error_of = [](const std::vector<std::string>& words) {
    auto all = words;
    all.insert(all.begin(), "batch");
    const auto outcome = cli::test::run(all);
    CHECK(outcome.exit_code == 2);
    return outcome.error.substr(0, outcome.error.find('\n'));
  };
  CHECK(error_of({}) == "svodka: a job file is missing: svodka batch JOB.toml");
  CHECK(error_of({"j.toml", "--jobs", "0"}) == "svodka: --jobs '0' is not a number from 1 to 256");
  CHECK(error_of({"j.toml", "--jobs", "2x"}) == "svodka: --jobs '2x' is not a number from 1 to 256");
  CHECK(error_of({"j.toml", "--progress", "bar"}) == "svodka: --progress 'bar' is not auto, plain or none");
  CHECK(error_of({"j.toml", "--as-of", "today"}) == "svodka: --as-of 'today' is not a date like 2026-10-31");
  CHECK(error_of({"j.toml", "--verify", "out"}) == "svodka: --verify takes no job");
}

TEST_CASE("the shipped job plans every document of the demo district") {
  const support::TemporaryFolder folder;
  auto job = base::read_file("fixtures/monthly.toml");
  const std::string shipped = "../build/demo/demo.db";
  job.replace(job.find(shipped), shipped.size(), cli::test::district());
  base::write_file(folder / "monthly.toml", job);
  const auto outcome = cli::test::run({"batch", (folder / "monthly.toml").string(), "--dry-run"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.error.find(" documents as of 2026-10-31, period 2026-10 would go into ") !=
        std::string::npos);
  CHECK(outcome.out.find("execution\torganizations/school-7/execution-2026-10\tpdf,xlsx\t"
                         "organization=school-7 period=2026-10\n") != std::string::npos);
  CHECK(folder.files() == std::vector<std::string>{"monthly.toml"});
}

TEST_CASE("the job that docs/batch.md shows is one that plans") {
  const support::TemporaryFolder folder;
  const auto page = base::read_file("docs/batch.md");
  const std::string start = "```toml\n";
  const auto begin = page.find(start) + start.size();
  auto job = page.substr(begin, page.find("```", begin) - begin);
  const std::string database = "\"district.db\"";
  job.replace(job.find(database), database.size(), "\"" + cli::test::district() + "\"");
  base::write_file(folder / "monthly.toml", job);
  const auto outcome =
      cli::test::run({"batch", (folder / "monthly.toml").string(), "--dry-run", "--period", "2025-2026"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.error.find("as of 2026-10-31, period 2025-2026 would go into ") != std::string::npos);
  CHECK(outcome.out.find("execution\texecution/school-1/school-1-2025-2026\tpdf,xlsx\t") !=
        std::string::npos);
  CHECK(outcome.out.find("protocols\tprotocols/council-2026-04\tpdf\tmeeting=council-2026-04\n") !=
        std::string::npos);
}

TEST_CASE("an index page that cannot be written stops a run that is else finished, and the next writes it") {
  const support::TemporaryFolder folder;
  base::write_file(folder / "job.toml", "database = \"" + cli::test::district() + R"("
output = "out"
as_of = "2026-10-31"
[[report]]
name = "attendance"
template = "attendance_list"
file = "list"
parameters = { meeting = "conf-2025-08" }
)");
  const std::vector<std::string> words{"batch", (folder / "job.toml").string(), "--progress", "none"};
  const auto output = folder / "out";
  const auto page = output / "index.html";
  std::filesystem::create_directories(page / "in the way");
  const auto stopped = cli::test::run(words);
  CHECK(stopped.exit_code == 3);
  CHECK(stopped.error ==
        "svodka: made 1, kept 0; stopped: cannot write " + page.string() + ": Is a directory\n");
  CHECK(base::read_file(output / "run.json").find("\"state\": \"finished\"") != std::string::npos);
  CHECK(std::filesystem::exists(output / "list.pdf"));
  std::filesystem::remove_all(page);
  const auto finished = cli::test::run(words);
  CHECK(finished.exit_code == 0);
  CHECK(base::read_file(page).find("Все документы готовы") != std::string::npos);
}
