// The published schema, page and example agree with the program. SVODKA_REWRITE=1 writes them anew.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/files.hpp"
#include "import/kinds.hpp"
#include "import/kinds/record_docs.hpp"
#include "support.hpp"

namespace fs = std::filesystem;
using namespace svodka;
using import::test::ImportFolder;

namespace {

void check_file(const fs::path& path, const std::string& expected) {
  if (std::getenv("SVODKA_REWRITE") != nullptr) base::write_file(path, expected);
  INFO(path.string() << " differs; SVODKA_REWRITE=1 writes it anew");
  CHECK(base::read_file(path) == expected);
}

// The text with what stands between the line of `begin` and that of `end` replaced.
std::string with_part(const std::string& text, const std::string& begin, const std::string& end,
                      const std::string& part) {
  const auto first = text.find('\n', text.find(begin)) + 1;
  const auto last = text.find(end, first);
  REQUIRE(last != std::string::npos);
  return text.substr(0, first) + "\n" + part + "\n" + text.substr(last);
}

std::vector<fs::path> fixtures() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator("fixtures")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("docs/import.schema.json is made from the record kinds") {
  check_file("docs/import.schema.json", import::import_schema());
}

TEST_CASE("docs/import.md lists the record kinds and prints the example") {
  auto page = base::read_file("docs/import.md");
  page = with_part(page, "<!-- example", "<!-- end of example",
                   "```json\n" + base::read_file("docs/import-example.json") + "```\n");
  page = with_part(page, "<!-- fields", "<!-- end of fields", import::import_field_reference());
  check_file("docs/import.md", page);
}

TEST_CASE("the schema closes every object and lists every field") {
  const auto schema = nlohmann::json::parse(import::import_schema());
  CHECK(schema["additionalProperties"] == false);
  for (const auto& kind : import::record_kinds()) {
    const auto& record = schema["$defs"][std::string(kind.name)];
    CHECK(record["additionalProperties"] == false);
    CHECK(record["properties"].size() == kind.fields.size());
  }
}

TEST_CASE("the example of the page is imported without a mistake, twice") {
  ImportFolder folder;
  const auto example = base::read_file("docs/import-example.json");
  CHECK(folder.import(example).added > 0);
  const auto again = folder.import(example);
  CHECK(again.added + again.updated + again.removed == 0);
}

TEST_CASE("the fixtures are imported without a mistake, twice") {
  ImportFolder folder;
  for (int round = 0; round < 2; ++round) {
    base::Diagnostics diagnostics;
    const auto result = import::import_files(fixtures(), folder.database(), diagnostics);
    CHECK(base::render(diagnostics) == "");
    CHECK((result.total().added > 0) == (round == 0));
    CHECK(result.total().updated + result.total().removed == 0);
  }
}

TEST_CASE("every import code is explained and has a test") {
  const auto header = base::read_file("src/import/codes.hpp");
  const auto page = base::read_file("docs/errors/import.md");
  std::string tests;
  for (const auto* name : {"file", "check", "write", "pictures"}) {
    tests += base::read_file(std::string("tests/import/") + name + "_test.cpp");
  }
  const std::regex code("\\{\"(I[0-9]+)\", \"([^\"]+)\"\\}");
  int count = 0;
  for (std::sregex_iterator at(header.begin(), header.end(), code), end; at != end; ++at, ++count) {
    INFO(at->str(1));
    CHECK(page.find("| " + at->str(1) + " | " + at->str(2) + " |") != std::string::npos);
    CHECK(tests.find("error[" + at->str(1) + "]: ") != std::string::npos);
  }
  CHECK(count == std::count(page.begin(), page.end(), '\n') - 2);
}

TEST_CASE("record kinds are whole") {
  std::set<std::string_view> names;
  for (const auto& kind : import::record_kinds()) {
    CHECK(names.insert(kind.name).second);
    CHECK(!kind.identity.empty());
    CHECK((kind.mode == import::Mode::replaced) == !kind.owner.empty());
    for (const auto& field : kind.fields) {
      INFO(kind.name << "." << field.name);
      CHECK((field.type == import::FieldType::reference) == (import::find_kind(field.target) != nullptr));
      CHECK((field.type == import::FieldType::vocabulary) == !field.words.empty());
      CHECK(field.description.ends_with('.'));
    }
  }
}

TEST_CASE("every field has its column") {
  ImportFolder folder;
  for (const auto& kind : import::record_kinds()) {
    for (const auto& field : kind.fields) {
      const bool absorbed =
          kind.about == import::About::entry && (field.name == "period" || field.name == "revision");
      const bool named = field.name == "item" || field.name == "organization" || field.name == "person" ||
                         field.name == "occurrence";
      if (absorbed || (kind.about != import::About::nothing && named)) continue;
      const auto column = std::string(field.name) + (field.type == import::FieldType::reference ? "_id" : "");
      INFO(kind.name << "." << column);
      CHECK(folder.rows("SELECT count(*) FROM pragma_table_info('" + std::string(kind.name) +
                        "') WHERE name = '" + column + "'") == "1\n");
    }
  }
}
