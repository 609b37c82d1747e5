// Dumps of every stage against the files in tests/golden. SVODKA_REWRITE=1 rewrites them.

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "base/files.hpp"
#include "support/catch.hpp"
#include "whole_program.hpp"

using namespace svodka;
using namespace svodka::cli::test;

namespace {

void check_golden(const std::string& name, std::vector<std::string> arguments) {
  const auto outcome = run(std::move(arguments));
  CHECK(outcome.error == "");
  REQUIRE(outcome.exit_code == 0);
  const std::filesystem::path path = "tests/golden/" + name + ".txt";
  if (std::getenv("SVODKA_REWRITE") != nullptr) base::write_file(path, outcome.out);
  const auto golden = base::read_file(path);
  if (outcome.out == golden) return;
  const auto differs =
      std::mismatch(golden.begin(), golden.end(), outcome.out.begin(), outcome.out.end()).first;
  const auto line = 1 + std::count(golden.begin(), differs, '\n');
  FAIL(path.string() + " differs from line " + std::to_string(line) + "; SVODKA_REWRITE=1 rewrites it");
}

std::vector<std::string> dump(const std::string& stage, const std::string& report,
                              const std::vector<std::string>& parameters) {
  std::vector<std::string> words{"dump", "--stage", stage, report};
  if (stage == "template") return words;
  words.insert(words.end(), {"--db", district(), "--as-of", "2026-10-31"});
  for (const auto& parameter : parameters) words.insert(words.end(), {"--set", parameter});
  return words;
}

}  // namespace

TEST_CASE("the trees of the shipped templates are as they were") {
  for (const std::string report :
       {"protocol", "execution_report", "attendance_list", "execution_by_resolution",
        "execution_consolidated", "control_list", "indicators", "monthly_summary"}) {
    check_golden(report + ".template", dump("template", report, {}));
  }
}

TEST_CASE("the rows of an attendance list are as they were") {
  check_golden("attendance_list.data", dump("data", "attendance_list", {"meeting=council-2026-04"}));
}

// tests/golden/documents.txt: a line has the name of the golden file, the report, the as-of date, parameters.
TEST_CASE("the documents of the demo are as they were") {
  std::istringstream lines(base::read_file("tests/golden/documents.txt"));
  std::size_t documents = 0;
  for (std::string line; std::getline(lines, line); ++documents) {
    std::istringstream words(line);
    std::string name, report, as_of;
    words >> name >> report >> as_of;
    auto arguments = dump("document", report, {});
    *(std::find(arguments.begin(), arguments.end(), "--as-of") + 1) = as_of;
    for (std::string parameter; words >> parameter;) arguments.insert(arguments.end(), {"--set", parameter});
    check_golden(name + ".document", arguments);
  }
  CHECK(documents >= 22);
}

TEST_CASE("the pages of an attendance list are as they were") {
  check_golden("attendance_list.pages", dump("pages", "attendance_list", {"meeting=plenary-2025-12"}));
}

TEST_CASE("everything that can stand around the text is as it was") {
  for (const std::string stage : {"template", "document", "pages"}) {
    auto words = dump(stage, "tests/cli/order/order.xml", {"meeting=council-2026-04"});
    if (stage != "template") words.insert(words.end(), {"--theme", "tests/cli/order/theme.toml"});
    check_golden("order." + stage, words);
  }
}

TEST_CASE("charts and heat maps are as they were, from template to pages") {
  for (const std::string stage : {"template", "document", "pages"}) {
    check_golden("charts." + stage, dump(stage, "tests/golden/charts.xml", {}));
  }
}
