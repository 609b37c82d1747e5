// Mistakes between records: references, duplicates, trees. Whole messages.

#include "support.hpp"

using svodka::import::test::ImportFolder;

namespace {

const std::string office =
    R"({"organizations": [{"key": "office", "full_name": "Управление", "short_name": "УО", "type": "education_office"}]})";

const std::string two_meetings = R"({
"meetings": [{"key": "m1", "kind": "forum", "format": "mixed"}, {"key": "m2", "kind": "forum", "format": "mixed"}],
"agenda_items": [{"key": "a2", "meeting": "m2", "ordinal": 1, "title": "О", "kind": "report"}],
"resolutions": [{"key": "r1", "meeting": "m1", "kind": "decision", "title": "Р"},
  {"key": "r2", "meeting": "m2", "kind": "decision", "title": "Р"}],
"items": [{"key": "i2", "resolution": "r2", "ordinal": 1, "kind": "heading", "text": "Т"}]})";

}  // namespace

TEST_CASE("an unknown reference is told of with the nearest key") {
  ImportFolder folder;
  folder.import(office);
  CHECK(folder.mistakes(R"({"people": [
{"key": "p", "surname": "Ёж", "organization": "ofice"}]})") ==
        "a.json:2:47: /people/0/organization: error[I201]: 'organizations' has no record 'ofice'\n"
        "    2 | {\"key\": \"p\", \"surname\": \"Ёж\", \"organization\": \"ofice\"}]}\n"
        "      |                                               ^~~~~~~\n"
        "  hint: did you mean 'office'?\n");
}

TEST_CASE("references hold across files in any order and into the database") {
  const std::string people = R"({"people": [{"key": "p", "surname": "Ёж", "organization": "office"}]})";
  ImportFolder before;
  CHECK(before.import({office, people}).added == 2);
  ImportFolder after;
  CHECK(after.import({people, office}).added == 2);
  ImportFolder later;
  later.import(office);
  CHECK(later.import(people).added == 1);
}

TEST_CASE("a record with a mistake does not make its references unknown") {
  ImportFolder folder;
  CHECK(folder.mistakes(R"({"tags": [{"key": "t"}],
"organizations": [{"key": "o", "full_name": "О", "short_name": "О", "type": "other"}],
"organization_tags": [{"organization": "o", "tag": "t", "since": "2026-01-01"}]})") ==
        "a.json:1:11: /tags/0: error[I111]: 'name' is missing: a text\n"
        "    1 | {\"tags\": [{\"key\": \"t\"}],\n"
        "      |           ^\n");
}

TEST_CASE("a key given twice is told of with both places") {
  ImportFolder folder;
  CHECK(folder.mistakes({R"({"tags": [{"key": "t", "name": "Т"}]})", R"({"tags": [
{"key": "t", "name": "Т"}]})"}) ==
        "b.json:2:9: /tags/0/key: error[I202]: the key 't' is already taken at a.json:1:11\n"
        "    2 | {\"key\": \"t\", \"name\": \"Т\"}]}\n"
        "      |         ^~~\n");
}

TEST_CASE("a record without a key given twice is told of with both places") {
  ImportFolder folder;
  CHECK(folder.mistakes(R"({"calendar_days": [{"date": "2026-01-01", "kind": "holiday"},
{"date": "2026-01-01", "kind": "working"}]})") ==
        "a.json:2:1: /calendar_days/1: error[I202]: date '2026-01-01' is already taken at a.json:1:20\n"
        "    2 | {\"date\": \"2026-01-01\", \"kind\": \"working\"}]}\n"
        "      | ^\n");
}

TEST_CASE("two siblings cannot have one place") {
  ImportFolder folder;
  CHECK(folder.mistakes({two_meetings, R"({"items": [
{"key": "x", "resolution": "r1", "ordinal": 1, "kind": "heading"},
{"key": "y", "resolution": "r1", "ordinal": 1, "kind": "heading"}]})"}) ==
        "b.json:3:1: /items/1: error[I202]: resolution 'r1', ordinal '1' is already taken at b.json:2:1\n"
        "    3 | {\"key\": \"y\", \"resolution\": \"r1\", \"ordinal\": 1, \"kind\": \"heading\"}]}\n"
        "      | ^\n");
}

TEST_CASE("a cycle of parents is told of once, with the way round") {
  ImportFolder folder;
  CHECK(folder.mistakes(R"({"territories": [
{"key": "c", "name": "В", "kind": "region", "parent": "a"},
{"key": "a", "name": "А", "kind": "region", "parent": "b"},
{"key": "b", "name": "Б", "kind": "region", "parent": "a"}]})") ==
        "a.json:3:55: /territories/1/parent: error[I203]: a cycle of parents: a → b → a\n"
        "    3 | {\"key\": \"a\", \"name\": \"А\", \"kind\": \"region\", \"parent\": \"b\"},\n"
        "      |                                                       ^~~\n");
}

TEST_CASE("a cycle through the database is told of") {
  ImportFolder folder;
  folder.import(R"({"territories": [{"key": "a", "name": "А", "kind": "region"},
    {"key": "b", "name": "Б", "kind": "region", "parent": "a"}]})");
  CHECK(folder.mistakes(R"({"territories": [
{"key": "a", "name": "А", "kind": "region", "parent": "b"}]})") ==
        "a.json:2:55: /territories/0/parent: error[I203]: a cycle of parents: a → b → a\n"
        "    2 | {\"key\": \"a\", \"name\": \"А\", \"kind\": \"region\", \"parent\": \"b\"}]}\n"
        "      |                                                       ^~~\n");
  CHECK(folder.rows("SELECT count(*) FROM territories WHERE parent_id IS NULL") == "1\n");
}

TEST_CASE("an item cannot be its own parent") {
  ImportFolder folder;
  const auto text = folder.mistakes({two_meetings, R"({"items": [
{"key": "x", "resolution": "r1", "parent": "x", "ordinal": 1, "kind": "heading"}]})"});
  CHECK(text.starts_with("b.json:2:44: /items/0/parent: error[I203]: a cycle of parents: x → x\n"));
}

TEST_CASE("a parent of another resolution is told of") {
  ImportFolder folder;
  CHECK(folder.mistakes({two_meetings, R"({"items": [
{"key": "x", "resolution": "r1", "parent": "i2", "ordinal": 1, "kind": "heading"}]})"}) ==
        "b.json:2:44: /items/0/parent: error[I204]: 'i2' belongs to the resolution 'r2', not 'r1'\n"
        "    2 | {\"key\": \"x\", \"resolution\": \"r1\", \"parent\": \"i2\", \"ordinal\": 1, \"kind\": "
        "\"heading\"}]}\n"
        "      |                                            ^~~~\n");
}

TEST_CASE("an agenda item of another meeting is told of") {
  ImportFolder folder;
  folder.import(two_meetings);
  CHECK(folder.mistakes(R"({"items": [
{"key": "x", "resolution": "r1", "agenda_item": "a2", "ordinal": 1, "kind": "heading"}]})") ==
        "a.json:2:49: /items/0/agenda_item: error[I204]: 'a2' belongs to the meeting 'm2', not 'm1'\n"
        "    2 | {\"key\": \"x\", \"resolution\": \"r1\", \"agenda_item\": \"a2\", \"ordinal\": 1, \"kind\": "
        "\"heading\"}]}\n"
        "      |                                                 ^~~~\n");
}

TEST_CASE("a key that another resolution's item bears is told of") {
  ImportFolder folder;
  folder.import(two_meetings);
  CHECK(folder.mistakes(R"({"items": [
{"key": "i2", "resolution": "r1", "ordinal": 1, "kind": "heading"}]})") ==
        "a.json:2:9: /items/0/key: error[I204]: 'i2' already belongs to the resolution 'r2'\n"
        "    2 | {\"key\": \"i2\", \"resolution\": \"r1\", \"ordinal\": 1, \"kind\": \"heading\"}]}\n"
        "      |         ^~~~\n"
        "  hint: keys of 'items' are unique over all of them: choose another\n");
}

TEST_CASE("a partner of itself is told of") {
  ImportFolder folder;
  folder.import(office);
  CHECK(folder.mistakes(R"({"partner_pairs": [
{"organization": "office", "partner": "office", "since": "2026-01-01"}]})") ==
        "a.json:2:39: /partner_pairs/0/partner: error[I205]: 'organization' and 'partner' are the same "
        "'office'\n"
        "    2 | {\"organization\": \"office\", \"partner\": \"office\", \"since\": \"2026-01-01\"}]}\n"
        "      |                                       ^~~~~~~~\n");
}
