#include "run/journal.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "run/manifest.hpp"
#include "run/records.hpp"
#include "support/catch.hpp"
#include "support/temporary.hpp"

using namespace svodka;
using run::DocumentState;
namespace fs = std::filesystem;

namespace {

run::DocumentRecord record(const std::string& path, const std::string& content = "new") {
  run::DocumentRecord made;
  made.document = path;
  made.report = "r";
  made.state = DocumentState::made;
  made.title = "Отчёт «Школа»\n\"x\"";
  made.parameters = {{"organization", "school-7"}};
  made.files.push_back(
      {path + ".pdf", run::OutputFormat::pdf, content.size(), base::sha256(content), 2, 0, {}});
  made.diagnostics.push_back({base::Severity::warning, "L101", "here", "too wide", "make it narrower"});
  made.fingerprint = "f";
  return made;
}

struct Folder {
  support::TemporaryFolder temporary;
  run::FolderPaths paths{temporary.path()};
  Folder() { fs::create_directories(paths.unfinished()); }

  run::Finished finished(std::size_t place, const std::string& path, const std::string& content = "new") {
    const auto unfinished = paths.unfinished() / std::to_string(place);
    base::write_new_file(unfinished, content);
    return {place, record(path, content), {{unfinished, path + ".pdf"}}};
  }
};

}  // namespace

TEST_CASE("a record is one line and reads back") {
  const auto written = record("a/б");
  const auto line = run::to_line(written);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(run::document_of(line) == "a/б");
  const auto read = run::from_line(line);
  CHECK(run::to_line(read) == line);
  CHECK(read.files[0].sha256 == base::sha256("new"));
  CHECK(read.diagnostics[0].severity == base::Severity::warning);
  CHECK(run::document_of("{\"format\":1}").empty());
  CHECK_THROWS_AS(run::from_line("{\"document\":\"a\"}"), base::Error);
}

TEST_CASE("a file has its name only when its document is committed, and the journal knows it then") {
  Folder folder;
  run::Journal journal(folder.paths, 2);
  journal.add(folder.finished(1, "deep/er/b"));
  CHECK_FALSE(fs::exists(folder.paths.root / "deep"));
  CHECK_FALSE(journal.record(1));
  journal.checkpoint();
  CHECK(base::read_file(folder.paths.root / "deep/er/b.pdf") == "new");
  CHECK(journal.record(1)->document == "deep/er/b");
  CHECK_FALSE(journal.record(0));
  CHECK(run::Records(folder.paths).of("deep/er/b").size() == 1);
}

TEST_CASE("a file that came meanwhile is not overwritten, and what did not come true is not in the records") {
  Folder folder;
  run::Journal journal(folder.paths, 3);
  journal.add(folder.finished(0, "a"));
  journal.add(folder.finished(1, "b"));
  journal.add(folder.finished(2, "c"));
  base::write_file(folder.paths.root / "b.pdf", "somebody's");
  CHECK_THROWS_WITH(journal.checkpoint(),
                    "cannot write " + (folder.paths.root / "b.pdf").string() + ": File exists");
  CHECK(base::read_file(folder.paths.root / "b.pdf") == "somebody's");
  CHECK(journal.record(0)->state == DocumentState::made);
  for (const std::size_t place : {1U, 2U}) {
    CHECK(journal.record(place)->state == DocumentState::pending);
    CHECK(journal.record(place)->files.empty());
    CHECK(journal.record(place)->fingerprint.empty());
  }
}

TEST_CASE("the newest record stands first, and a line that a killed run has not finished is none") {
  Folder folder;
  {
    run::Journal journal(folder.paths, 1);
    journal.add(folder.finished(0, "a", "first"));
    journal.checkpoint();
  }
  auto text = base::read_file(folder.paths.journal());
  base::write_file(folder.paths.journal(), text + run::to_line(record("b")).substr(0, 50));
  CHECK(run::Records(folder.paths).documents() == std::vector<std::string>{"a"});
  run::Journal journal(folder.paths, 1);
  auto next = folder.finished(0, "a", "second");
  next.files[0].replaced = record("a", "first").files[0];
  journal.add(std::move(next));
  journal.checkpoint();
  const run::Records records(folder.paths);
  CHECK(records.documents() == std::vector<std::string>{"a"});
  const auto found = records.of("a");
  REQUIRE(found.size() == 2);
  CHECK(found[0].files[0].sha256 == base::sha256("second"));
  CHECK(found[1].files[0].sha256 == base::sha256("first"));
  CHECK(base::read_file(folder.paths.root / "a.pdf") == "second");
}

TEST_CASE("run.json has the plan's documents, those not reached, and those that are obsolete") {
  Folder folder;
  run::Job job;
  job.name = "job.toml";
  job.reports.resize(1);
  job.reports[0].name.text = "r";
  run::Plan plan;
  plan.reports.push_back({0, nullptr, ""});
  plan.documents = {{0, "a", {}, {}}, {0, "b", {}, {}}};
  const run::RunDates dates{*text::Date::parse("2026-10-31"), "2026-10"};
  {
    run::Journal journal(folder.paths, 2);
    journal.add(folder.finished(0, "a"));
    journal.add(folder.finished(1, "old"));
    journal.checkpoint();
  }
  const run::Records before(folder.paths);
  run::Journal journal(folder.paths, 2);
  journal.add({0, record("a"), {}});
  journal.checkpoint();
  const auto counts = run::write_manifest(folder.paths, job, plan, dates,
                                          {"interrupted", "signal 15", "", "", "", 0}, journal, before);
  journal.remove();
  CHECK(counts.of(DocumentState::made) == 1);
  CHECK(counts.of(DocumentState::pending) == 1);
  CHECK(counts.of(DocumentState::obsolete) == 1);
  const run::Records after(folder.paths);
  CHECK(after.documents() == std::vector<std::string>{"a", "b", "old"});
  CHECK(after.of("old")[0].state == DocumentState::obsolete);
  CHECK(after.of("b")[0].state == DocumentState::pending);
  fs::remove_all(folder.paths.state());
  CHECK(run::verify_folder(folder.paths.root).empty());
  base::write_file(folder.paths.root / "a.pdf", "x");
  const auto findings = run::verify_folder(folder.paths.root);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].what + findings[0].path == "changeda.pdf");
}

TEST_CASE("a run.json that somebody has reformatted or that is not svodka's is refused") {
  for (const auto& [text, why] :
       {std::pair("{", "it is not JSON"), std::pair("{\"format\": 2}", "its format is not 1"),
        std::pair("{\"format\": 1}", "it has no documents"),
        std::pair("{\"format\": 1, \"documents\": [{\n\"document\": \"a\"}]}",
                  "a document is not one line")}) {
    Folder folder;
    base::write_file(folder.paths.manifest(), text);
    CHECK_THROWS_WITH(run::Records(folder.paths), folder.paths.manifest().string() +
                                                      " is not a list of documents that svodka has made (" +
                                                      why + "); move it away, or restore it");
  }
}

TEST_CASE("a folder is one run's, and what a killed run left there is cleaned") {
  const support::TemporaryFolder temporary;
  const run::FolderPaths paths{temporary / "out"};
  {
    const run::FolderLock lock(paths);
    base::write_file(paths.snapshot(), "x");
    CHECK_THROWS_WITH(
        run::FolderLock(paths),
        Catch::Matchers::Contains("another run (process ") &&
            Catch::Matchers::EndsWith(paths.root.string() + ": wait until it ends, or stop it"));
    CHECK(fs::exists(paths.snapshot()));
  }
  fs::create_directories(paths.unfinished());
  base::write_file(paths.unfinished() / "1.pdf", "x");
  base::write_file(paths.journal(), "kept");
  const run::FolderLock lock(paths);
  CHECK_FALSE(fs::exists(paths.unfinished()));
  CHECK_FALSE(fs::exists(paths.snapshot()));
  CHECK(base::read_file(paths.journal()) == "kept");
}

TEST_CASE("a run that never began leaves no trace") {
  const support::TemporaryFolder temporary;
  {
    run::FolderLock lock({temporary / "out"});
    lock.forget();
  }
  CHECK(temporary.files().empty());
}

TEST_CASE("what lies under a name is told with its digest") {
  const support::TemporaryFolder folder;
  base::write_file(folder / "f", "abc");
  fs::create_symlink("f", folder / "link");
  CHECK(run::state_of(folder / "f").sha256 == base::sha256("abc"));
  CHECK(run::state_of(folder / "f").bytes == 3);
  CHECK(run::state_of(folder / "none").lying == run::Lying::nothing);
  CHECK(run::state_of(folder / "f/none").lying == run::Lying::nothing);
  CHECK(run::state_of(folder / "link").lying == run::Lying::something_else);
  CHECK(run::state_of(folder.path()).lying == run::Lying::something_else);
}
