#include "ledger/journal.hpp"

#include "base/digest.hpp"
#include "base/error.hpp"
#include "base/files.hpp"
#include "ledger/records.hpp"
#include "support/catch.hpp"
#include "support/run_folder.hpp"

using namespace svodka;
using ledger::DocumentState;
namespace fs = std::filesystem;

using support::record;
using Folder = support::RunFolder;

TEST_CASE("a record is one line and reads back") {
  const auto written = record("a/б");
  const auto line = ledger::to_line(written);
  CHECK(line.find('\n') == std::string::npos);
  CHECK(ledger::document_of(line) == "a/б");
  const auto read = ledger::from_line(line);
  CHECK(ledger::to_line(read) == line);
  CHECK(read.files[0].sha256 == base::sha256("new"));
  CHECK(read.diagnostics[0].severity == base::Severity::warning);
  CHECK(ledger::document_of("{\"format\":1}").empty());
  CHECK_THROWS_AS(ledger::from_line("{\"document\":\"a\"}"), base::Error);
}

TEST_CASE("a file has its name only when its document is committed, and the journal knows it then") {
  Folder folder;
  ledger::Journal journal(folder.paths, 2);
  journal.add(folder.finished(1, "deep/er/b"));
  CHECK_FALSE(fs::exists(folder.paths.root / "deep"));
  CHECK_FALSE(journal.record(1));
  journal.checkpoint();
  CHECK(base::read_file(folder.paths.root / "deep/er/b.pdf") == "new");
  CHECK(journal.record(1)->document == "deep/er/b");
  CHECK_FALSE(journal.record(0));
  CHECK(ledger::Records(folder.paths).of("deep/er/b").size() == 1);
}

TEST_CASE("a file that came meanwhile is not overwritten, and what did not come true is not in the records") {
  Folder folder;
  ledger::Journal journal(folder.paths, 3);
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
    ledger::Journal journal(folder.paths, 1);
    journal.add(folder.finished(0, "a", "first"));
    journal.checkpoint();
  }
  auto text = base::read_file(folder.paths.journal());
  base::write_file(folder.paths.journal(), text + ledger::to_line(record("b")).substr(0, 50));
  CHECK(ledger::Records(folder.paths).documents() == std::vector<std::string>{"a"});
  ledger::Journal journal(folder.paths, 1);
  auto next = folder.finished(0, "a", "second");
  next.files[0].replaced = record("a", "first").files[0];
  journal.add(std::move(next));
  journal.checkpoint();
  const ledger::Records records(folder.paths);
  CHECK(records.documents() == std::vector<std::string>{"a"});
  const auto found = records.of("a");
  REQUIRE(found.size() == 2);
  CHECK(found[0].files[0].sha256 == base::sha256("second"));
  CHECK(found[1].files[0].sha256 == base::sha256("first"));
  CHECK(base::read_file(folder.paths.root / "a.pdf") == "second");
}

TEST_CASE("a run.json that somebody has reformatted or that is not svodka's is refused") {
  for (const auto& [text, why] :
       {std::pair("{", "it is not JSON"), std::pair("{\"format\": 2}", "its format is not 1"),
        std::pair("{\"format\": 1}", "it has no documents"),
        std::pair("{\"format\": 1, \"documents\": [{\n\"document\": \"a\"}]}",
                  "a document is not one line")}) {
    Folder folder;
    base::write_file(folder.paths.manifest(), text);
    CHECK_THROWS_WITH(ledger::Records(folder.paths),
                      folder.paths.manifest().string() +
                          " is not a list of documents that svodka has made (" + why +
                          "); move it away, or restore it");
  }
}

TEST_CASE("a folder is one run's, and what a killed run left there is cleaned") {
  const support::TemporaryFolder temporary;
  const ledger::FolderPaths paths{temporary / "out"};
  {
    const ledger::FolderLock lock(paths);
    base::write_file(paths.snapshot(), "x");
    CHECK_THROWS_WITH(
        ledger::FolderLock(paths),
        Catch::Matchers::Contains("another run (process ") &&
            Catch::Matchers::EndsWith(paths.root.string() + ": wait until it ends, or stop it"));
    CHECK(fs::exists(paths.snapshot()));
  }
  fs::create_directories(paths.unfinished());
  base::write_file(paths.unfinished() / "1.pdf", "x");
  base::write_file(paths.journal(), "kept");
  const ledger::FolderLock lock(paths);
  CHECK_FALSE(fs::exists(paths.unfinished()));
  CHECK_FALSE(fs::exists(paths.snapshot()));
  CHECK(base::read_file(paths.journal()) == "kept");
}

TEST_CASE("a run that never began leaves no trace") {
  const support::TemporaryFolder temporary;
  {
    ledger::FolderLock lock({temporary / "out"});
    lock.forget();
  }
  CHECK(temporary.files().empty());
}

TEST_CASE("what lies under a name is told with its digest") {
  const support::TemporaryFolder folder;
  base::write_file(folder / "f", "abc");
  fs::create_symlink("f", folder / "link");
  CHECK(ledger::state_of(folder / "f").sha256 == base::sha256("abc"));
  CHECK(ledger::state_of(folder / "f").bytes == 3);
  CHECK(ledger::state_of(folder / "none").lying == ledger::Lying::nothing);
  CHECK(ledger::state_of(folder / "f/none").lying == ledger::Lying::nothing);
  CHECK(ledger::state_of(folder / "link").lying == ledger::Lying::something_else);
  CHECK(ledger::state_of(folder.path()).lying == ledger::Lying::something_else);
}
