#include "base/files.hpp"
#include "support/catch.hpp"
#include "whole_program.hpp"

using namespace svodka;
using namespace svodka::cli::test;

TEST_CASE("without a command the program says how it is used and exits with 2") {
  const auto outcome = run({});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.error == "svodka: no command is given\nsvodka: see 'svodka --help'\n");
}

TEST_CASE("help and version go to the output") {
  CHECK(run({"--help"}).exit_code == 0);
  CHECK(run({"--help"}).out.find("render") != std::string::npos);
  CHECK(run({"--version"}).out.starts_with("svodka "));
  for (const auto* command : {"init", "import", "render", "list", "check", "dump", "migrate"}) {
    const auto help = run({command, "--help"});
    CHECK(help.exit_code == 0);
    CHECK(help.error.empty());
    CHECK(help.out.find("Examples:\n  svodka " + std::string(command)) != std::string::npos);
  }
}

TEST_CASE("an unknown command and an unknown option are named") {
  CHECK(run({"rendr"}).error ==
        "svodka: unknown command 'rendr', did you mean 'render'?\nsvodka: see 'svodka --help'\n");
  const auto outcome = run({"check", "--dd", "x"});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.error == "svodka: unknown option --dd\nsvodka: see 'svodka check --help'\n");
}

TEST_CASE("init refuses an existing file and leaves it as it is") {
  const support::TemporaryFolder folder;
  const auto path = folder.path() / "a.db";
  base::write_file(path, "мой файл");
  const auto outcome = run({"init", path.string()});
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.error.find(path.string()) != std::string::npos);
  CHECK(base::read_file(path) == "мой файл");
}

TEST_CASE("an import with mistakes says how many and writes nothing") {
  const support::TemporaryFolder folder;
  const auto database = (folder.path() / "a.db").string();
  const auto file = (folder.path() / "bad.json").string();
  base::write_file(file, R"({"tags": [{"key": "a", "name": "А"}, {"key": "b"}]})");
  REQUIRE(run({"init", database}).exit_code == 0);
  const auto before = base::read_file(database);
  const auto outcome = run({"import", file, "--db", database});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.error.find("svodka: nothing was imported: 1 mistakes\n") != std::string::npos);
  CHECK(base::read_file(database) == before);
}

TEST_CASE("list shows templates, parameters and records, also as JSON") {
  const auto templates = run({"list", "templates"});
  CHECK(templates.exit_code == 0);
  for (const auto* name : {"attendance_list", "council_record", "execution_report", "extract", "protocol",
                           "protocol_conference", "protocol_short"}) {
    CHECK(templates.out.find(name) != std::string::npos);
  }
  const auto parameters = run({"list", "parameters", "execution_report"});
  CHECK(parameters.out.find("organization  key     organization  Организация") != std::string::npos);
  const auto meetings = run({"list", "meetings", "--db", district()});
  CHECK(meetings.exit_code == 0);
  CHECK(meetings.out.find("conf-2025-08") != std::string::npos);
  const auto json = run({"list", "organizations", "--db", district(), "--json"});
  CHECK(json.out.find("\"organization\": \"school-1\"") != std::string::npos);
}

TEST_CASE("check finds no mistake in the shipped templates and none in the demo database") {
  const auto without = run({"check"});
  CHECK(without.error.find("0 errors, 0 warnings") != std::string::npos);
  CHECK(without.exit_code == 0);
  const auto with = run({"check", "--db", district(), "--as-of", "2026-10-31"});
  CHECK(with.exit_code == 0);
  CHECK(with.error.find(" 0 errors, ") != std::string::npos);
}

TEST_CASE("check shows all mistakes of a template and exits with 2") {
  const support::TemporaryFolder folder;
  const auto path = (folder.path() / "bad.xml").string();
  base::write_file(path,
                   "<report name=\"bad\" title=\"Плохой\" xmlns=\"urn:svodka:report:1\">\n"
                   "<query name=\"m\"><![CDATA[SELECT meetng FROM meeting_card]]></query>\n"
                   "<section title=\"Лист\"><each in=\"m\"><p>{x | lang}</p></each></section>\n</report>\n");
  const auto outcome = run({"check", path});
  CHECK(outcome.exit_code == 2);
  CHECK(outcome.error.find("bad.xml:3:") != std::string::npos);
}

TEST_CASE("a database that is not there is an environment failure") {
  const auto outcome = run({"list", "meetings", "--db", "/nowhere/a.db"});
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.error.find("/nowhere/a.db") != std::string::npos);
}

TEST_CASE("commands that read leave the database as it is and nothing beside it") {
  const auto& database = district();
  const auto before = base::read_file(database);
  const auto folder = std::filesystem::path(database).parent_path();
  run({"list", "meetings", "--db", database});
  run({"check", "--db", database});
  run({"dump", "--stage", "document", "protocol", "--db", database, "--set", "meeting=conf-2025-08"});
  CHECK(base::read_file(database) == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator{}) ==
        1);
}
