// What an import leaves in the database, and what it refuses because of what is there.

#include <algorithm>

#include "base/error.hpp"
#include "base/files.hpp"
#include "sample.hpp"
#include "support.hpp"

using svodka::import::ImportCounts;
using namespace svodka::import::test;

namespace {

const std::string items_left_out = replaced(
    resolution,
    R"({"key": "r-1.1", "resolution": "r", "parent": "r-1", "ordinal": 1, "kind": "directive", "text": "сделать;", "tracked": true},)",
    "");
const std::string without_first = replaced(
    items_left_out,
    R"("item_acts": [{"item": "r-1.1", "ordinal": 1, "title": "Приказ"}, {"item": "r-1.1", "ordinal": 2, "title": "Письмо"}],)",
    "");

std::string entry(const std::string& more) {
  return R"({"entries": [
{"item": "r-1.1", "organization": "school-1", "period": "2026-09", )" +
         more + R"(, "submitted_on": "2026-09-20"}]})";
}

}  // namespace

TEST_CASE("importing the same again changes nothing, not a byte") {
  ImportFolder folder;
  const auto first = folder.import({district, resolution, history});
  CHECK(first.added > 20);
  const auto bytes = svodka::base::read_file(folder.database());
  const auto second = folder.import({district, resolution, history});
  CHECK(second.added == 0);
  CHECK(second.updated == 0);
  CHECK(second.removed == 0);
  CHECK(folder.result.arrays["items"] == ImportCounts{0, 0, 3, 0});
  CHECK(folder.result.arrays["entries"] == ImportCounts{0, 0, 2, 0});
  CHECK(svodka::base::read_file(folder.database()) == bytes);
}

TEST_CASE("the order of files and of arrays does not matter") {
  const std::string dump =
      "SELECT i.key || ' ' || o.key || ' ' || a.id || ' ' || ifnull(e.state, '') FROM assignments a "
      "JOIN items i ON i.id = a.item_id JOIN organizations o ON o.id = a.organization_id "
      "LEFT JOIN entries e ON e.assignment_id = a.id ORDER BY 1";
  ImportFolder one;
  one.import({district, resolution, history});
  ImportFolder other;
  other.import({history, resolution, district});
  const auto rows = one.rows(dump);
  CHECK(rows == other.rows(dump));
  CHECK(std::count(rows.begin(), rows.end(), '\n') == 6);
}

TEST_CASE("a corrected record is updated, a left-out field becomes empty") {
  ImportFolder folder;
  folder.import(district);
  folder.import(
      replaced(district, R"("short_name": "СШ № 1")", R"("short_name": "СШ 1", "phone": "2-12-85")"));
  CHECK(folder.result.arrays["organizations"] == ImportCounts{0, 1, 3, 0});
  CHECK(folder.rows("SELECT short_name || ' ' || phone FROM organizations WHERE key = 'school-1'") ==
        "СШ 1 2-12-85\n");
  folder.import(district);
  CHECK(folder.rows("SELECT phone IS NULL FROM organizations WHERE key = 'school-1'") == "1\n");
}

TEST_CASE("with a mistake in any file nothing is written") {
  ImportFolder folder;
  CHECK(folder.mistakes({district, R"({"tags": [{"key": "x"}]})"}) != "");
  CHECK(folder.result.arrays.empty());
  CHECK(folder.rows("SELECT count(*) FROM organizations") == "0\n");
  // A mistake that is seen only while writing.
  CHECK(folder.mistakes({district, resolution,
                         entry(R"("revision": 1, "state": "done", "occurrence": "2026-01-01")")}) != "");
  CHECK(folder.result.arrays.empty());
  CHECK(folder.rows("SELECT count(*) FROM organizations") == "0\n");
}

TEST_CASE("dates, periods and numbers are stored by their types") {
  ImportFolder folder;
  folder.import(
      {district, R"({"indicators": [{"key": "k", "code": "1", "name": "Доля", "unit": "%", "better": "more",
    "group": "results", "baseline": 5, "decimals": 1.0}],
    "indicator_targets": [{"indicator": "k", "period": "2026-2027", "operator": "at_least", "value": 80}],
    "indicator_values": [{"indicator": "k", "organization": "garden", "period": "2026-Q4", "value": 0, "recorded_on": "2027-01-10"}]})"});
  CHECK(folder.rows("SELECT typeof(baseline) || decimals FROM indicators") == "real1\n");
  CHECK(folder.rows("SELECT period_start || '/' || period_end FROM indicator_targets") ==
        "2026-09-01/2027-08-31\n");
  CHECK(folder.rows("SELECT period_start || '/' || period_end || ' ' || value || ' ' || revision FROM "
                    "indicator_values") == "2026-10-01/2026-12-31 0.0 1\n");
}

TEST_CASE("a list is replaced as a whole, other lists stay") {
  ImportFolder folder;
  const std::string both =
      R"({"meetings": [{"key": "a", "kind": "forum", "format": "mixed"}, {"key": "b", "kind": "forum", "format": "mixed"}],
"attendance": [{"meeting": "a", "ordinal": 1, "name": "Первый", "role": "member", "state": "present"},
  {"meeting": "a", "ordinal": 2, "name": "Второй", "role": "member", "state": "present"},
  {"meeting": "b", "ordinal": 1, "name": "Третий", "role": "member", "state": "present"}]})";
  folder.import(both);
  folder.import(
      R"({"attendance": [{"meeting": "a", "ordinal": 1, "name": "Второй", "role": "member", "state": "late"}]})");
  CHECK(folder.result.arrays["attendance"] == ImportCounts{0, 1, 0, 1});
  CHECK(folder.rows("SELECT name || ' ' || state FROM attendance ORDER BY name") ==
        "Второй late\nТретий present\n");
}

TEST_CASE("an empty array beside the meeting's record empties its list") {
  ImportFolder folder;
  const std::string meeting = R"("meetings": [{"key": "a", "kind": "forum", "format": "mixed"}])";
  const std::string body = R"("meeting_bodies": [{"meeting": "a", "ordinal": 1, "name": "Совет"}])";
  folder.import("{" + meeting + "," + body + "}");
  folder.import({"{" + meeting + "}", R"({"meeting_bodies": []})"});
  CHECK(folder.rows("SELECT name FROM meeting_bodies") == "Совет\n");
  folder.import("{" + meeting + R"(, "meeting_bodies": []})");
  CHECK(folder.result.arrays["meeting_bodies"] == ImportCounts{0, 0, 0, 1});
  CHECK(folder.rows("SELECT count(*) FROM meeting_bodies") == "0\n");
}

TEST_CASE("items keep their assignments when their resolution is replaced") {
  ImportFolder folder;
  folder.import({district, resolution, history});
  const auto before = folder.rows("SELECT id FROM assignments ORDER BY id");
  folder.import(replaced(replaced(resolution, "сделать;", "сделать быстро;"),
                         R"("ordinal": 2, "kind": "directive")", R"("ordinal": 3, "kind": "directive")"));
  CHECK(folder.result.arrays["items"] == ImportCounts{0, 2, 1, 0});
  CHECK(folder.rows("SELECT id FROM assignments ORDER BY id") == before);
}

TEST_CASE("an item that is left out goes with its lists and assignments") {
  ImportFolder folder;
  folder.import({district, resolution});
  folder.import(without_first);
  CHECK(folder.result.arrays["items"] == ImportCounts{0, 0, 2, 1});
  CHECK(folder.result.arrays["item_acts"] == ImportCounts{0, 0, 0, 2});
  CHECK(folder.result.arrays["assignments"] == ImportCounts{0, 0, 0, 3});
  CHECK(folder.rows("SELECT key FROM items ORDER BY key") == "r-1\nr-1.2\n");
  CHECK(folder.rows("SELECT count(*) FROM assignments") == "3\n");
}

TEST_CASE("the lists of items are replaced with them") {
  ImportFolder folder;
  folder.import({district, resolution});
  folder.import(replaced(resolution, R"(, {"item": "r-1.1", "ordinal": 2, "title": "Письмо"})", ""));
  CHECK(folder.result.arrays["item_acts"] == ImportCounts{0, 0, 1, 1});
  // A file that has no items replaces only the lists that it names.
  folder.import(R"({"item_acts": [{"item": "r-1.2", "ordinal": 1, "title": "Закон"}]})");
  CHECK(folder.rows("SELECT title FROM item_acts ORDER BY title") == "Закон\nПриказ\n");
}

TEST_CASE("an item with history cannot be left out") {
  ImportFolder folder;
  folder.import({district, resolution, history});
  CHECK(folder.mistakes(without_first) ==
        "a.json:4:3: /items: error[I305]: the item 'r-1.1' is left out, but its execution has been reported "
        "on\n"
        "    4 |   {\"key\": \"r-1\", \"resolution\": \"r\", \"ordinal\": 1, \"kind\": \"addressee\", "
        "\"text\": \"Школам:\"},\n"
        "      |   ^\n"
        "  hint: keep the item and mark it \"withdrawn\": true\n");
  CHECK(folder.rows("SELECT count(*) FROM items") == "3\n");
  folder.import(replaced(resolution, R"("text": "сделать;")", R"("text": "сделать;", "withdrawn": true)"));
  CHECK(folder.rows("SELECT withdrawn FROM items WHERE key = 'r-1.1'") == "1\n");
}

TEST_CASE("a record that something outside its list refers to cannot be left out") {
  ImportFolder folder;
  folder.import({district, resolution,
                 R"({"resolutions": [{"key": "s", "meeting": "m", "kind": "decision", "title": "Второе"}],
"items": [{"key": "s-1", "resolution": "s", "ordinal": 1, "kind": "directive"}],
"item_links": [{"item": "s-1", "kind": "supersedes", "target": "r-1.1"}]})"});
  CHECK(folder.mistakes(without_first) ==
        "a.json:4:3: /items: error[I306]: 'r-1.1' is left out, but item_links of 's-1' refers to it\n"
        "    4 |   {\"key\": \"r-1\", \"resolution\": \"r\", \"ordinal\": 1, \"kind\": \"addressee\", "
        "\"text\": \"Школам:\"},\n"
        "      |   ^\n");
}

TEST_CASE("what these files leave out cannot be referred to") {
  ImportFolder folder;
  folder.import({district, resolution});
  CHECK(folder.mistakes(items_left_out) ==
        "a.json:9:24: /item_acts/0/item: error[I201]: 'r-1.1' is left out of 'items' by these files\n"
        "    9 | \"item_acts\": [{\"item\": \"r-1.1\", \"ordinal\": 1, \"title\": \"Приказ\"}, {\"item\": "
        "\"r-1.1\", \"ordinal\": 2, \"title\": \"Письмо\"}],\n"
        "      |                        ^~~~~~~\n"
        "a.json:9:76: /item_acts/1/item: error[I201]: 'r-1.1' is left out of 'items' by these files\n"
        "    9 | \"item_acts\": [{\"item\": \"r-1.1\", \"ordinal\": 1, \"title\": \"Приказ\"}, {\"item\": "
        "\"r-1.1\", \"ordinal\": 2, \"title\": \"Письмо\"}],\n"
        "      |                                                                            ^~~~~~~\n");
}

TEST_CASE("history is appended, never rewritten") {
  ImportFolder folder;
  folder.import({district, resolution, history});
  CHECK(folder.mistakes(entry(R"("revision": 1, "state": "done", "done": "Иначе.")")) ==
        "a.json:2:108: /entries/0/done: error[I301]: 'done' differs from what is stored for this record\n"
        "    2 | {\"item\": \"r-1.1\", \"organization\": \"school-1\", \"period\": \"2026-09\", "
        "\"revision\": 1, \"state\": \"done\", \"done\": \"Иначе.\", \"submitted_on\": \"2026-09-20\"}]}\n"
        "      |                                                                                             "
        "               ^~~~~~~~\n"
        "  hint: history is not rewritten: write revision 2\n");
  CHECK(folder.import(entry(R"("revision": 2, "state": "done", "done": "Иначе.")")).added == 1);
  CHECK(folder.rows("SELECT done FROM entries WHERE period = '2026-09' ORDER BY revision") ==
        "Сделано.\nИначе.\n");
}

TEST_CASE("reviews, evidence, extensions and control decisions are not rewritten either") {
  ImportFolder folder;
  folder.import({district, resolution, history});
  const auto refused = [&](const std::string& what, const std::string& with) {
    const auto text = folder.mistakes(replaced(history, what, with));
    const auto code = text.find("error[I301]");
    if (code == std::string::npos) return text;
    return text.substr(code, text.find('\n', code) - code) + " / " + text.substr(text.find("hint"));
  };
  CHECK(refused(R"("decision": "accepted")", R"("decision": "returned")") ==
        "error[I301]: 'decision' differs from what is stored for this record / "
        "hint: history is not rewritten: submit and review revision 2\n");
  CHECK(refused("Отчёт", "Справка") ==
        "error[I301]: 'title' differs from what is stored for this record / hint: history is not rewritten: "
        "write ordinal 2\n");
  CHECK(refused("2026-10-01", "2026-10-02") ==
        "error[I301]: 'due_on' differs from what is stored for this record / hint: history is not rewritten: "
        "write ordinal 2\n");
  CHECK(refused(R"("decision": "remove")", R"("decision": "keep")") ==
        "error[I301]: 'decision' differs from what is stored for this record / hint: history is not "
        "rewritten: write ordinal 2\n");
}

TEST_CASE("the acceptance of an indicator's value may be filled in later, its value not changed") {
  ImportFolder folder;
  const std::string value =
      R"({"indicators": [{"key": "k", "code": "1", "name": "Доля", "unit": "%", "better": "more", "group": "results"}],
"indicator_values": [{"indicator": "k", "organization": "garden", "period": "2026", "value": 7, "recorded_on": "2027-01-10"}]})";
  folder.import({district, value});
  const auto accepted = replaced(value, R"("recorded_on": "2027-01-10")",
                                 R"("recorded_on": "2027-01-10", "accepted_on": "2027-01-15")");
  folder.import(accepted);
  CHECK(folder.result.arrays["indicator_values"] == ImportCounts{0, 1, 0, 0});
  CHECK(folder.mistakes(value).find("error[I301]: 'accepted_on' differs") != std::string::npos);
  CHECK(folder.mistakes(replaced(accepted, "\"value\": 7", "\"value\": 8"))
            .find("error[I301]: 'value' differs") != std::string::npos);
}

TEST_CASE("an entry needs an assignment") {
  ImportFolder folder;
  folder.import({district, resolution});
  CHECK(folder.mistakes(replaced(entry(R"("revision": 1, "state": "done")"), "school-1", "garden")) ==
        "a.json:2:10: /entries/0/item: error[I302]: 'r-1.1' is not assigned to organization 'garden'\n"
        "    2 | {\"item\": \"r-1.1\", \"organization\": \"garden\", \"period\": \"2026-09\", \"revision\": "
        "1, \"state\": \"done\", \"submitted_on\": \"2026-09-20\"}]}\n"
        "      |          ^~~~~~~\n"
        "  hint: an 'assignment_runs' record assigns items that are tracked and not withdrawn; 'assignments' "
        "assigns any\n");
}

TEST_CASE("an entry on a recurring item names one of its occurrences") {
  ImportFolder folder;
  folder.import({district, resolution});
  const auto recurring = replaced(history, R"("occurrence": "2026-10-31", )", "");
  CHECK(folder.mistakes(recurring) ==
        "a.json:5:3: /entries/1/occurrence: error[I303]: 'r-1.2' is recurring: 'occurrence' must say which "
        "one is meant\n"
        "    5 |   {\"item\": \"r-1.2\", \"organization\": \"lyceum\", \"period\": \"2026-10\", "
        "\"revision\": 1,\n"
        "      |   ^\n"
        "  hint: an 'assignment_runs' record with 'until' makes the occurrences of recurring items\n");
  CHECK(folder.mistakes(replaced(history, "2026-10-31", "2026-10-30")) ==
        "a.json:5:61: /entries/1/occurrence: error[I303]: 'r-1.2' is not due from organization 'lyceum' on "
        "2026-10-30\n"
        "    5 |   {\"item\": \"r-1.2\", \"organization\": \"lyceum\", \"occurrence\": \"2026-10-30\", "
        "\"period\": \"2026-10\", \"revision\": 1,\n"
        "      |                                                             ^~~~~~~~~~~~\n"
        "  hint: an 'assignment_runs' record with 'until' makes the occurrences of recurring items\n");
}

TEST_CASE("a review needs its entry") {
  ImportFolder folder;
  folder.import({district, resolution});
  CHECK(folder.mistakes(R"({"entry_reviews": [
{"item": "r-1.1", "organization": "school-1", "period": "2026-09", "revision": 2, "decision": "accepted", "decided_on": "2026-09-21"}]})") ==
        "a.json:2:1: /entry_reviews/0: error[I304]: organization 'school-1' has no entry on 'r-1.1' for "
        "2026-09 with revision 2\n"
        "    2 | {\"item\": \"r-1.1\", \"organization\": \"school-1\", \"period\": \"2026-09\", "
        "\"revision\": 2, \"decision\": \"accepted\", \"decided_on\": \"2026-09-21\"}]}\n"
        "      | ^\n");
}

TEST_CASE("derived tables are made anew by an import") {
  ImportFolder folder;
  folder.import({district, resolution});
  CHECK(folder.rows(
            "SELECT i.key FROM item_effective e JOIN items i ON i.id = e.item_id ORDER BY e.position") ==
        "r-1\nr-1.1\nr-1.2\n");
}

TEST_CASE("a file or database that is not there is the environment's failure") {
  ImportFolder folder;
  svodka::base::Diagnostics diagnostics;
  CHECK_THROWS_AS(svodka::import::import_files({folder.database().parent_path() / "no.json"},
                                               folder.database(), diagnostics),
                  svodka::base::Error);
  CHECK_THROWS_AS(svodka::import::import_sources({}, folder.database().parent_path() / "no.db", diagnostics),
                  svodka::base::Error);
}
