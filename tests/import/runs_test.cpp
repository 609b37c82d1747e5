// Assignment runs: addressee rules into assignments and occurrences.

#include "import/write/runs.hpp"

#include "sample.hpp"
#include "support.hpp"

using namespace svodka::import::test;
using svodka::import::due_days;
using svodka::import::MonthDay;
using svodka::import::Recurrence;
using svodka::text::Date;

namespace {

std::string due(Recurrence recurrence, const std::vector<MonthDay>& days, const char* first,
                const char* last) {
  std::string out;
  for (const auto day : due_days(recurrence, days, *Date::parse(first), *Date::parse(last)))
    out += day.iso() + " ";
  return out;
}

const std::string all_assignments =
    "SELECT i.key || ' ' || coalesce(o.key, p.key) || ' ' || role || ' ' || assigned_on FROM assignments a "
    "JOIN items i ON i.id = a.item_id LEFT JOIN organizations o ON o.id = a.organization_id "
    "LEFT JOIN people p ON p.id = a.person_id ORDER BY 1";

// Imports a resolution of one tracked item «r-1» under «r-0» with these rules and runs it; who has it.
std::string assigned(const std::string& parent_rules, const std::string& mode, const std::string& own_rules) {
  ImportFolder folder;
  folder.import({district,
                 R"({"resolutions": [{"key": "r", "meeting": "m", "kind": "decision", "title": "Решение"}],
    "items": [{"key": "r-0", "resolution": "r", "ordinal": 1, "kind": "addressee"},
      {"key": "r-1", "resolution": "r", "parent": "r-0", "ordinal": 1, "kind": "directive", "tracked": true, "addressees": ")" +
                     mode + R"("}],
    "assignment_runs": [{"resolution": "r", "assigned_on": "2026-09-01"}]})",
                 "{\"item_addressees\": [" + parent_rules +
                     (parent_rules.empty() || own_rules.empty() ? "" : ",") + own_rules + "]}"});
  return folder.rows(
      "SELECT coalesce(o.key, p.key) || iif(role = 'executor', '', '*') FROM assignments a "
      "LEFT JOIN organizations o ON o.id = a.organization_id LEFT JOIN people p ON p.id = a.person_id ORDER "
      "BY 1");
}

std::string rule(const std::string& item, int ordinal, const std::string& rest,
                 const std::string& role = "executor") {
  return R"({"item": ")" + item + R"(", "ordinal": )" + std::to_string(ordinal) + R"(, "role": ")" + role +
         R"(", "rule": )" + rest + "}";
}

}  // namespace

TEST_CASE("weekly items are due on Sundays") {
  // 2026-09-06 is a Sunday.
  CHECK(due(Recurrence::weekly, {}, "2026-09-01", "2026-09-20") == "2026-09-06 2026-09-13 2026-09-20 ");
  CHECK(due(Recurrence::weekly, {}, "2026-09-06", "2026-09-12") == "2026-09-06 ");
}

TEST_CASE("monthly and quarterly items are due on the last day") {
  CHECK(due(Recurrence::monthly, {}, "2027-12-31", "2028-03-30") == "2027-12-31 2028-01-31 2028-02-29 ");
  CHECK(due(Recurrence::quarterly, {}, "2026-09-01", "2027-03-31") == "2026-09-30 2026-12-31 2027-03-31 ");
}

TEST_CASE("yearly items are due on their fixed days, else on 31 December") {
  CHECK(due(Recurrence::yearly, {}, "2026-01-01", "2027-12-31") == "2026-12-31 2027-12-31 ");
  CHECK(due(Recurrence::yearly, {{12, 25}, {6, 1}}, "2026-06-02", "2027-06-01") == "2026-12-25 2027-06-01 ");
  CHECK(due(Recurrence::yearly, {{2, 29}}, "2027-01-01", "2028-12-31") == "2027-02-28 2028-02-29 ");
}

TEST_CASE("nothing is due before the beginning or after the end") {
  CHECK(due(Recurrence::monthly, {}, "2026-09-01", "2026-09-29") == "");
  CHECK(due(Recurrence::weekly, {}, "2026-09-10", "2026-09-01") == "");
  CHECK(due(Recurrence::yearly, {}, "2999-01-01", "2999-12-31") == "2999-12-31 ");
}

TEST_CASE("every rule finds its addressees") {
  CHECK(assigned(rule("r-0", 1, R"("all")"), "inherit", "") == "lyceum\nschool-1\nschool-2\n");
  CHECK(assigned(rule("r-0", 1, R"("organization", "organization": "garden")"), "inherit", "") == "garden\n");
  CHECK(assigned(rule("r-0", 1, R"("person", "person": "head")"), "inherit", "") == "head\n");
  CHECK(assigned(rule("r-0", 1, R"("type", "type": "kindergarten")"), "inherit", "") == "garden\n");
  CHECK(assigned(rule("r-0", 1, R"("tag", "tag": "project")"), "inherit", "") == "school-1\n");
  CHECK(assigned(rule("r-0", 1, R"("except_tag", "tag": "project")"), "inherit", "") == "lyceum\nschool-2\n");
}

TEST_CASE("own addressees are added to the inherited ones, replace them or narrow them") {
  const auto all = rule("r-0", 1, R"("all")");
  const auto garden = rule("r-1", 1, R"("organization", "organization": "garden")");
  const auto both = garden + "," + rule("r-1", 2, R"("tag", "tag": "project")");
  CHECK(assigned(all, "inherit", garden) == "garden\nlyceum\nschool-1\nschool-2\n");
  CHECK(assigned(all, "replace", garden) == "garden\n");
  CHECK(assigned(all, "narrow", both) == "school-1\n");
  CHECK(assigned(all, "narrow", "") == "lyceum\nschool-1\nschool-2\n");
  CHECK(assigned(all, "replace", "") == "");
}

TEST_CASE("an executor stays one beside other rules; co-executors are kept apart") {
  const auto co = rule("r-0", 1, R"("all")", "co_executor");
  CHECK(assigned(co, "inherit", rule("r-1", 1, R"("organization", "organization": "lyceum")")) ==
        "lyceum\nschool-1*\nschool-2*\n");
  CHECK(assigned(rule("r-0", 1, R"("organization", "organization": "lyceum")"), "inherit",
                 rule("r-1", 1, R"("all")", "co_executor")) == "lyceum\nschool-1*\nschool-2*\n");
}

TEST_CASE("only tracked items that are not withdrawn, themselves or above, are assigned") {
  ImportFolder folder;
  folder.import(
      {district, replaced(resolution, R"("text": "Школам:")", R"("text": "Школам:", "withdrawn": true)")});
  CHECK(folder.rows(all_assignments) == "");
  ImportFolder other;
  other.import(
      {district, replaced(resolution, R"("text": "сделать;", "tracked": true)", R"("text": "сделать;")")});
  CHECK(other.rows(all_assignments) ==
        "r-1.2 lyceum executor 2026-09-01\nr-1.2 school-1 executor 2026-09-01\nr-1.2 school-2 executor "
        "2026-09-01\n");
}

TEST_CASE("a school that joined later is assigned by a later run, not backwards") {
  ImportFolder folder;
  const auto by_tag = replaced(resolution, R"("rule": "all")", R"("rule": "tag", "tag": "project")");
  folder.import({district, by_tag});
  CHECK(folder.rows(all_assignments) ==
        "r-1.1 school-1 executor 2026-09-01\nr-1.2 school-1 executor 2026-09-01\n");

  // Joined on 1 October: the run of September does not see it, that of October does.
  folder.import(
      {R"({"organization_tags": [{"organization": "lyceum", "tag": "project", "since": "2026-10-01"}]})",
       by_tag});
  CHECK(folder.result.arrays["assignments"].added == 0);
  folder.import(
      R"({"assignment_runs": [{"resolution": "r", "assigned_on": "2026-10-15", "until": "2026-11-30"}]})");
  CHECK(folder.result.arrays["assignments"].added == 2);
  CHECK(folder.rows(all_assignments) ==
        "r-1.1 lyceum executor 2026-10-15\nr-1.1 school-1 executor 2026-09-01\n"
        "r-1.2 lyceum executor 2026-10-15\nr-1.2 school-1 executor 2026-09-01\n");
  CHECK(
      folder.rows("SELECT o.key || ' ' || due_on FROM occurrences JOIN assignments a ON a.id = assignment_id "
                  "JOIN organizations o ON o.id = a.organization_id ORDER BY 1") ==
      "lyceum 2026-10-31\nlyceum 2026-11-30\n"
      "school-1 2026-09-30\nschool-1 2026-10-31\nschool-1 2026-11-30\n");
}

TEST_CASE("every rule counts tags as of the day of its run, joint addressees beside it") {
  const auto members = [](const std::string& rule_text, const std::string& day) {
    ImportFolder folder;
    folder.import(
        {district,
         R"({"organization_tags": [{"organization": "lyceum", "tag": "project", "since": "2026-10-01"}],
      "resolutions": [{"key": "r", "meeting": "m", "kind": "decision", "title": "Решение"}],
      "items": [{"key": "r-1", "resolution": "r", "ordinal": 1, "kind": "directive", "tracked": true}],
      "assignment_runs": [{"resolution": "r", "assigned_on": ")" +
             day + "\"}]}",
         "{\"item_addressees\": [" + rule("r-1", 1, rule_text) + "," +
             rule("r-1", 2, R"("organization", "organization": "garden")", "co_executor") + "]}"});
    return folder.rows(
        "SELECT o.key || iif(role = 'executor', '', '*') FROM assignments a "
        "JOIN organizations o ON o.id = a.organization_id ORDER BY 1");
  };
  CHECK(members(R"("tag", "tag": "project")", "2026-09-30") == "garden*\nschool-1\n");
  CHECK(members(R"("tag", "tag": "project")", "2026-10-01") == "garden*\nlyceum\nschool-1\n");
  CHECK(members(R"("except_tag", "tag": "project")", "2026-09-30") == "garden*\nlyceum\nschool-2\n");
  CHECK(members(R"("except_tag", "tag": "project")", "2026-10-01") == "garden*\nschool-2\n");
  CHECK(members(R"("all")", "2026-09-30") == "garden*\nlyceum\nschool-1\nschool-2\n");
}

TEST_CASE("a run never removes: who has left the project keeps the assignment") {
  ImportFolder folder;
  const auto by_tag = replaced(resolution, R"("rule": "all")", R"("rule": "tag", "tag": "project")");
  folder.import({district, by_tag});
  folder.import(
      {replaced(district, R"("since": "2026-01-01")", R"("since": "2026-01-01", "until": "2026-08-31")"),
       by_tag});
  CHECK(folder.rows("SELECT count(*) FROM assignments") == "2\n");
}

TEST_CASE("a longer run adds occurrences") {
  ImportFolder folder;
  folder.import({district, resolution});
  CHECK(folder.result.arrays["occurrences"].added == 9);  // 3 schools × September, October, November
  folder.import(replaced(resolution, "2026-11-30", "2026-12-31"));
  CHECK(folder.result.arrays["occurrences"].added == 3);
}

TEST_CASE("an explicit assignment keeps its role and day beside runs") {
  ImportFolder folder;
  folder.import({district, resolution, R"({"assignments": [
    {"item": "r-1.1", "organization": "lyceum", "role": "co_executor", "assigned_on": "2026-09-10"},
    {"item": "r-1.1", "person": "head", "role": "executor", "assigned_on": "2026-09-11"}]})"});
  CHECK(folder.rows(replaced(all_assignments, "ORDER BY", "WHERE i.key = 'r-1.1' ORDER BY")) ==
        "r-1.1 head executor 2026-09-11\nr-1.1 lyceum co_executor 2026-09-10\n"
        "r-1.1 school-1 executor 2026-09-01\nr-1.1 school-2 executor 2026-09-01\n");
}

TEST_CASE("a recurring deadline is inherited with its fixed days") {
  ImportFolder folder;
  auto text = replaced(resolution, R"("text": "Школам:")",
                       R"("text": "Школам:", "deadline": "recurring", "recurrence": "yearly")");
  text = replaced(text, R"("deadline": "recurring", "recurrence": "monthly")", R"("deadline": "none")");
  folder.import(
      {district, replaced(text, R"("item_acts")",
                          R"("item_dates": [{"item": "r-1", "month": 10, "day": 5}], "item_acts")")});
  CHECK(
      folder.rows("SELECT i.key || ' ' || due_on FROM occurrences JOIN assignments a ON a.id = assignment_id "
                  "JOIN items i ON i.id = a.item_id ORDER BY 1") ==
      "r-1.1 2026-10-05\nr-1.1 2026-10-05\nr-1.1 2026-10-05\n");
}
