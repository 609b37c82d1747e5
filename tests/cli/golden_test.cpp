// Dumps of every stage against the files in tests/golden. SVODKA_REWRITE=1 rewrites them.

#include <algorithm>
#include <cstdlib>

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
  for (const std::string report : {"protocol", "execution_report", "attendance_list"}) {
    check_golden(report + ".template", dump("template", report, {}));
  }
}

TEST_CASE("the rows of an attendance list are as they were") {
  check_golden("attendance_list.data", dump("data", "attendance_list", {"meeting=council-2026-04"}));
}

TEST_CASE("the documents of the demo are as they were") {
  check_golden("protocol-conf.document", dump("document", "protocol", {"meeting=conf-2025-08"}));
  check_golden("protocol-council.document", dump("document", "protocol", {"meeting=council-2026-04"}));
  check_golden("protocol-forum.document", dump("document", "protocol", {"meeting=forum-2025-10"}));
  check_golden("protocol-plenary.document", dump("document", "protocol", {"meeting=plenary-2025-12"}));
  check_golden("protocol-round-table.document",
               dump("document", "protocol", {"meeting=round-table-2026-03"}));
  check_golden("protocol_short.document", dump("document", "protocol_short", {"meeting=council-2026-04"}));
  check_golden("protocol_conference.document",
               dump("document", "protocol_conference", {"meeting=conf-2025-08"}));
  check_golden("council_record.document", dump("document", "council_record", {"meeting=council-2026-04"}));
  check_golden("extract.document",
               dump("document", "extract", {"meeting=council-2026-04", "organization=school-9"}));
  check_golden("attendance_list.document", dump("document", "attendance_list", {"meeting=council-2026-04"}));
  check_golden("registration_sheet.document",
               dump("document", "registration_sheet", {"meeting=round-table-2026-03"}));
  check_golden("attendance_summary.document", dump("document", "attendance_summary", {"period=2025-2026"}));
  check_golden("resolution-council.document",
               dump("document", "resolution", {"resolution=res-council-2026-04"}));
  check_golden("resolution-forum.document", dump("document", "resolution", {"resolution=res-forum-2025-10"}));
  check_golden("expert_conclusion.document",
               dump("document", "expert_conclusion", {"conclusion=exp-school-12"}));
  check_golden("execution_report.document",
               dump("document", "execution_report", {"organization=school-7", "period=2026-10"}));
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
