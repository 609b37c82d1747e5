#include "batch/work/manifest.hpp"

#include "base/files.hpp"
#include "ledger/records.hpp"
#include "support/catch.hpp"
#include "support/run_folder.hpp"

using namespace svodka;
using ledger::DocumentState;
using support::record;
namespace fs = std::filesystem;

TEST_CASE("run.json has the plan's documents, those not reached, and those that are obsolete") {
  support::RunFolder folder;
  settings::Job job;
  job.name = "job.toml";
  job.reports.resize(1);
  job.reports[0].name.text = "r";
  batch::Plan plan;
  plan.reports.push_back({0, nullptr, ""});
  plan.documents = {{0, "a", {}, {}}, {0, "b", {}, {}}};
  const batch::RunDates dates{*text::Date::parse("2026-10-31"), "2026-10"};
  {
    ledger::Journal journal(folder.paths, 2);
    journal.add(folder.finished(0, "a"));
    journal.add(folder.finished(1, "old"));
    journal.checkpoint();
  }
  const ledger::Records before(folder.paths);
  ledger::Journal journal(folder.paths, 2);
  journal.add({0, record("a"), {}});
  journal.checkpoint();
  const auto counts = batch::write_manifest(folder.paths, job, plan, dates,
                                            {"interrupted", "signal 15", "", "", "", 0}, journal, before);
  journal.remove();
  CHECK(counts.of(DocumentState::made) == 1);
  CHECK(counts.of(DocumentState::pending) == 1);
  CHECK(counts.of(DocumentState::obsolete) == 1);
  const ledger::Records after(folder.paths);
  CHECK(after.documents() == std::vector<std::string>{"a", "b", "old"});
  CHECK(after.of("old")[0].state == DocumentState::obsolete);
  CHECK(after.of("b")[0].state == DocumentState::pending);
  fs::remove_all(folder.paths.state());
  CHECK(batch::verify_folder(folder.paths.root).empty());
  base::write_file(folder.paths.root / "a.pdf", "x");
  const auto findings = batch::verify_folder(folder.paths.root);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].what + findings[0].path == "changeda.pdf");
}
