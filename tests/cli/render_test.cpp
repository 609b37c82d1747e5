#include "base/files.hpp"
#include "support/catch.hpp"
#include "whole_program.hpp"

using namespace svodka;
using namespace svodka::cli::test;

namespace {

std::vector<std::string> protocol(const std::filesystem::path& output) {
  return {"render",  "protocol",   "--db",     district(),     "--set", "meeting=conf-2025-08",
          "--as-of", "2026-10-31", "--output", output.string()};
}

}  // namespace

TEST_CASE("render writes both formats and says what it wrote") {
  const support::TemporaryFolder folder;
  const auto outcome = run(protocol(folder.path() / "протокол 4"));
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.error == "svodka: as of 2026-10-31\n");
  CHECK(base::read_file(folder.path() / "протокол 4.pdf").starts_with("%PDF-1.7"));
  CHECK(base::read_file(folder.path() / "протокол 4.xlsx").starts_with("PK"));
  CHECK(outcome.out.find("протокол 4.pdf\t") != std::string::npos);
  CHECK(outcome.out.find(" rows\t") != std::string::npos);
}

TEST_CASE("render makes only the formats asked for") {
  const support::TemporaryFolder folder;
  auto words = protocol(folder.path() / "a.b");
  words.insert(words.end(), {"--format", "xlsx"});
  CHECK(run(words).exit_code == 0);
  CHECK(std::filesystem::exists(folder.path() / "a.b.xlsx"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a.b.pdf"));
}

TEST_CASE("the as-of date defaults to today and is printed") {
  const support::TemporaryFolder folder;
  const auto outcome = run({"render", "attendance_list", "--db", district(), "--set", "meeting=conf-2025-08",
                            "--output", (folder.path() / "a").string()});
  CHECK(outcome.error == "svodka: as of 2026-11-05\n");
}

TEST_CASE("missing, empty and wrong parameters exit with 2 and write nothing") {
  const support::TemporaryFolder folder;
  const auto output = (folder.path() / "a").string();
  const auto render = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"render", "protocol", "--db", district(), "--output", output};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  CHECK(render({}).error.find("error[B201]: parameter 'meeting' (Совещание) is missing") !=
        std::string::npos);
  CHECK(render({"--set", "meeting="}).error.find("is empty") != std::string::npos);
  CHECK(render({"--set", "meeting"}).error.find("--set 'meeting' is not NAME=VALUE") != std::string::npos);
  CHECK(render({"--set", "meeting=нет"}).error.find("found no row for meeting = 'нет'") != std::string::npos);
  CHECK(render({"--set", "meeting=a", "--set", "meeting=b"}).error.find("given twice") != std::string::npos);
  for (const auto& more : std::vector<std::vector<std::string>>{
           {}, {"--set", "meeting="}, {"--set", "meeting"}, {"--set", "meeting=нет"}, {"--set", "x=y"}}) {
    CHECK(render(more).exit_code == 2);
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("wrong options of render exit with 2") {
  const support::TemporaryFolder folder;
  const auto with = [&](const std::string& option, const std::string& value) {
    auto words = protocol(folder.path() / "a");
    words.insert(words.end(), {option, value});
    return run(words);
  };
  CHECK(with("--format", "docx").exit_code == 2);
  CHECK(with("--pdf-standard", "a-9").exit_code == 2);
  CHECK(with("--theme", "none.toml").exit_code == 3);
  CHECK(run({"render", "protocol", "--db", district(), "--output", "/nowhere/x", "--set",
             "meeting=conf-2025-08"})
            .error.find("the folder of --output, /nowhere, does not exist") != std::string::npos);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("an organization without assignments gets a report that says so") {
  const support::TemporaryFolder folder;
  const auto outcome =
      run({"render", "execution_report", "--db", district(), "--set", "organization=univ", "--set",
           "period=2024-01", "--as-of", "2026-10-31", "--output", (folder.path() / "a").string()});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.error == "svodka: as of 2026-10-31, nothing to report\n");
}

TEST_CASE("a second render over the same data gives the same bytes") {
  const support::TemporaryFolder folder;
  REQUIRE(run(protocol(folder.path() / "a")).exit_code == 0);
  REQUIRE(run(protocol(folder.path() / "b")).exit_code == 0);
  CHECK(base::read_file(folder.path() / "a.pdf") == base::read_file(folder.path() / "b.pdf"));
  CHECK(base::read_file(folder.path() / "a.xlsx") == base::read_file(folder.path() / "b.xlsx"));
}

TEST_CASE("a character that no font has is told of with its field and record") {
  const support::TemporaryFolder folder;
  const auto file = (folder.path() / "names.xml").string();
  base::write_file(file, R"(<?xml version="1.0" encoding="UTF-8"?>
<report name="names" title="Имена" xmlns="urn:svodka:report:1">
  <query name="people"><![CDATA[
    SELECT person, CASE person WHEN 'p-admin-head' THEN 'Ж' || char(43072) || 'ук' ELSE surname END AS name
    FROM person_card ORDER BY surname
  ]]><field name="name" type="text"/></query>
  <section title="Имена"><table each="people"><column title="Имя" width="1fr">{name}</column></table></section>
</report>
)");
  const auto outcome = run({"render", file, "--db", district(), "--as-of", "2026-10-31", "--format", "pdf",
                            "--output", (folder.path() / "a").string()});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.error.find(
            "warning[L101]: no font has the character U+A840 '\uA840' of «Ж\uA840ук», from field "
            "'name' of query 'people', row ") != std::string::npos);
  CHECK(outcome.error.find(" (person 'p-admin-head')\n") != std::string::npos);
}

TEST_CASE("a database with a corrupt schema is refused, and nothing is written") {
  const support::TemporaryFolder folder;
  auto bytes = base::read_file(district());
  const std::string intact = "CREATE TABLE organizations (", corrupt = "CREATE TABLX organizations (";
  bytes.replace(bytes.find(intact), intact.size(), corrupt);
  const auto database = (folder / "d.db").string();
  base::write_file(database, bytes);
  const auto outcome = run({"render", "protocol", "--db", database, "--set", "meeting=conf-2025-08",
                            "--output", (folder / "a").string()});
  CHECK(outcome.exit_code == 3);
  CHECK(outcome.out.empty());
  CHECK(outcome.error == "svodka: the database " + database +
                             " is damaged: malformed database schema (organizations) - near \"TABLX\": "
                             "syntax error\n");
  CHECK(folder.files() == std::vector<std::string>{"d.db"});
}
