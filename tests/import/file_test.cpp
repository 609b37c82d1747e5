// Mistakes in the form of import files and in single records: whole messages.

#include "import/read/import_set.hpp"
#include "support.hpp"

using svodka::import::test::ImportFolder;

namespace {

// Mistakes of one record of the array, in an otherwise sound file.
std::string of_record(const std::string& array, const std::string& record) {
  ImportFolder folder;
  return folder.mistakes("{\"" + array + "\": [\n" + record + "\n]}");
}

}  // namespace

TEST_CASE("a missing bracket is told of with its place") {
  ImportFolder folder;
  CHECK(folder.mistakes("{\n  \"tags\": [\n    {\"key\": \"t\", \"name\": \"Т\"\n  ]\n}\n") ==
        "a.json:4:3: error[I101]: not JSON: unexpected ']'; expected '}'\n"
        "    4 |   ]\n"
        "      |   ^\n");
}

TEST_CASE("an empty file is not JSON") {
  ImportFolder folder;
  CHECK(folder.mistakes("") == "a.json:1:1: error[I101]: not JSON: the file is empty\n");
  CHECK(folder.mistakes("\n \n") == "a.json:1:1: error[I101]: not JSON: the file is empty\n");
}

TEST_CASE("a number too large for any type is told of") {
  ImportFolder folder;
  CHECK(folder.mistakes("{\"tags\": [{\"key\": 1e999}]}") ==
        "a.json:1:19: error[I101]: not JSON: number overflow parsing '1e999'\n"
        "    1 | {\"tags\": [{\"key\": 1e999}]}\n"
        "      |                   ^\n");
}

TEST_CASE("another encoding is told of with its first byte") {
  ImportFolder folder;
  CHECK(folder.mistakes("{\"tags\": [\n{\"key\": \"t\", \"name\": \"\xCF\xF0\"}]}") ==
        "a.json:2:23: error[I102]: byte CF is not UTF-8\n"
        "    2 | {\"key\": \"t\", \"name\": \"\xCF\xF0\"}]}\n"
        "      |                       ^\n"
        "  hint: save the file as UTF-8\n");
}

TEST_CASE("the byte order mark of some editors is passed over") {
  ImportFolder folder;
  CHECK(folder.import("\xEF\xBB\xBF{\"tags\": [{\"key\": \"t\", \"name\": \"Т\"}]}").added == 1);
}

TEST_CASE("the file must be an object of arrays of records of single values") {
  ImportFolder folder;
  CHECK(folder.mistakes("[]") ==
        "a.json:1:1: error[I103]: expected an object of arrays, not an array\n"
        "    1 | []\n"
        "      | ^\n");
  CHECK(folder.mistakes("5") ==
        "a.json:1:1: error[I103]: expected an object of arrays, not a number\n"
        "    1 | 5\n"
        "      | ^\n");
  CHECK(folder.mistakes("{\"tags\": {\"key\": \"t\"}}") ==
        "a.json:1:10: /tags: error[I103]: expected an array of records, not an object\n"
        "    1 | {\"tags\": {\"key\": \"t\"}}\n"
        "      |          ^\n");
  CHECK(folder.mistakes("{\"tags\": [{\"key\": \"t\", \"name\": \"Т\"}, \"t\"]}") ==
        "a.json:1:38: /tags/1: error[I103]: expected a record (an object), not a text\n"
        "    1 | {\"tags\": [{\"key\": \"t\", \"name\": \"Т\"}, \"t\"]}\n"
        "      |                                      ^~~\n");
  CHECK(folder.mistakes("{\"people\": [{\"key\": \"p\", \"surname\": \"Ёлкин\", \"contact\": [1, {}]}]}") ==
        "a.json:1:57: /people/0/contact: error[I103]: expected a single value, not an array\n"
        "    1 | {\"people\": [{\"key\": \"p\", \"surname\": \"Ёлкин\", \"contact\": [1, {}]}]}\n"
        "      |                                                         ^\n");
}

TEST_CASE("records after a misplaced value keep their places") {
  ImportFolder folder;
  CHECK(folder.mistakes("{\"tags\": [[[]], 7,\n  {\"key\": \"t\"}]}") ==
        "a.json:1:11: /tags/0: error[I103]: expected a record (an object), not an array\n"
        "    1 | {\"tags\": [[[]], 7,\n"
        "      |           ^\n"
        "a.json:1:17: /tags/1: error[I103]: expected a record (an object), not a number\n"
        "    1 | {\"tags\": [[[]], 7,\n"
        "      |                 ^\n"
        "a.json:2:3: /tags/2: error[I111]: 'name' is missing: a text\n"
        "    2 |   {\"key\": \"t\"}]}\n"
        "      |   ^\n");
}

TEST_CASE("nesting is bounded") {
  ImportFolder folder;
  const auto text = folder.mistakes(std::string(100000, '['));
  CHECK(text.substr(0, text.find("    1 |")) ==
        "a.json:1:1: error[I103]: expected an object of arrays, not an array\n"
        "a.json:1:65: error[I103]: nested deeper than 64 levels\n");
}

TEST_CASE("an unknown array is told of once, with the nearest name") {
  ImportFolder folder;
  CHECK(folder.mistakes("{\"peple\": [{\"key\": \"p\"}, {\"what\": [[]]}]}") ==
        "a.json:1:2: /peple: error[I104]: unknown array 'peple'\n"
        "    1 | {\"peple\": [{\"key\": \"p\"}, {\"what\": [[]]}]}\n"
        "      |  ^~~~~~~\n"
        "  hint: did you mean 'people'?\n");
  CHECK(folder.mistakes("{\"a/b~c\": []}") ==
        "a.json:1:2: /a~1b~0c: error[I104]: unknown array 'a/b~c'\n"
        "    1 | {\"a/b~c\": []}\n"
        "      |  ^~~~~~~\n");
}

TEST_CASE("an unknown field is told of with the nearest name") {
  CHECK(of_record("tags", "{\"key\": \"t\", \"nane\": \"Т\", \"name\": \"Т\"}") ==
        "a.json:2:14: /tags/0/nane: error[I105]: 'tags' has no field 'nane'\n"
        "    2 | {\"key\": \"t\", \"nane\": \"Т\", \"name\": \"Т\"}\n"
        "      |              ^~~~~~\n"
        "  hint: did you mean 'name'?\n");
}

TEST_CASE("a member given twice is told of") {
  CHECK(of_record("tags", "{\"key\": \"t\", \"name\": \"Т\", \"name\": \"У\"}") ==
        "a.json:2:27: /tags/0/name: error[I106]: 'name' is given twice\n"
        "    2 | {\"key\": \"t\", \"name\": \"Т\", \"name\": \"У\"}\n"
        "      |                           ^~~~~~\n");
  ImportFolder folder;
  CHECK(folder.mistakes("{\"tags\": [], \"tags\": []}") ==
        "a.json:1:14: /tags: error[I106]: 'tags' is given twice\n"
        "    1 | {\"tags\": [], \"tags\": []}\n"
        "      |              ^~~~~~\n");
}

TEST_CASE("after two hundred mistakes the rest is counted") {
  std::string records = "{}";
  for (int i = 1; i < 150; ++i) records += ",{}";
  ImportFolder folder;
  const auto text = folder.mistakes("{\"tags\": [" + records + "]}");
  CHECK(text.substr(text.rfind("error[I107]")) ==
        "error[I107]: 100 more mistakes are not listed\n"
        "  hint: mend the first ones and try again\n");
}

TEST_CASE("every missing field is told of; null is missing") {
  CHECK(of_record("tags", "{\"name\": null}") ==
        "a.json:2:1: /tags/0: error[I111]: 'key' is missing: a key\n"
        "    2 | {\"name\": null}\n"
        "      | ^\n"
        "a.json:2:1: /tags/0: error[I111]: 'name' is missing: a text\n"
        "    2 | {\"name\": null}\n"
        "      | ^\n");
}

TEST_CASE("a value of another type is told of with what was expected") {
  CHECK(of_record("agenda_speakers",
                  "{\"agenda_item\": 7, \"ordinal\": \"1\", \"name\": true, \"position\": 1.5}") ==
        "a.json:2:17: /agenda_speakers/0/agenda_item: error[I112]: expected a key of a record, not the "
        "number 7\n"
        "    2 | {\"agenda_item\": 7, \"ordinal\": \"1\", \"name\": true, \"position\": 1.5}\n"
        "      |                 ^\n"
        "a.json:2:31: /agenda_speakers/0/ordinal: error[I112]: expected an integer, not the text '1'\n"
        "    2 | {\"agenda_item\": 7, \"ordinal\": \"1\", \"name\": true, \"position\": 1.5}\n"
        "      |                               ^~~\n"
        "a.json:2:44: /agenda_speakers/0/name: error[I112]: expected a text, not true\n"
        "    2 | {\"agenda_item\": 7, \"ordinal\": \"1\", \"name\": true, \"position\": 1.5}\n"
        "      |                                            ^~~~\n"
        "a.json:2:62: /agenda_speakers/0/position: error[I112]: expected a text, not the number 1.5\n"
        "    2 | {\"agenda_item\": 7, \"ordinal\": \"1\", \"name\": true, \"position\": 1.5}\n"
        "      |                                                              ^~~\n"
        "  hint: write it in quotation marks\n");
  CHECK(of_record("people", "{\"key\": \"p\", \"surname\": \"Ёж\", \"head\": 1}") ==
        "a.json:2:39: /people/0/head: error[I112]: expected true or false, not the number 1\n"
        "    2 | {\"key\": \"p\", \"surname\": \"Ёж\", \"head\": 1}\n"
        "      |                                       ^\n");
}

TEST_CASE("an unknown word brings the nearest or all words") {
  CHECK(of_record("territories", "{\"key\": \"t\", \"name\": \"Т\", \"kind\": \"regoin\"}") ==
        "a.json:2:35: /territories/0/kind: error[I113]: 'regoin' is not a word of 'kind'\n"
        "    2 | {\"key\": \"t\", \"name\": \"Т\", \"kind\": \"regoin\"}\n"
        "      |                                   ^~~~~~~~\n"
        "  hint: did you mean 'region'?\n");
  CHECK(of_record("territories", "{\"key\": \"t\", \"name\": \"Т\", \"kind\": \"район\"}") ==
        "a.json:2:35: /territories/0/kind: error[I113]: 'район' is not a word of 'kind'\n"
        "    2 | {\"key\": \"t\", \"name\": \"Т\", \"kind\": \"район\"}\n"
        "      |                                   ^~~~~~~\n"
        "  hint: one of municipality or region\n");
}

TEST_CASE("a key has letters, digits and few marks") {
  for (const auto* key : {"school-3", "Школа_3", "2026.10", "Ёж", "ё"}) {
    ImportFolder folder;
    CHECK(folder.mistakes(std::string("{\"tags\": [{\"key\": \"") + key + "\", \"name\": \"Т\"}]}") == "");
  }
  for (const auto* key : {"-a", "a b", "a/b", ".a", "é", "a№"}) {
    ImportFolder folder;
    CHECK(folder.mistakes(std::string("{\"tags\": [{\"key\": \"") + key + "\", \"name\": \"Т\"}]}")
              .find("I114") != std::string::npos);
  }
  CHECK(of_record("tags", "{\"key\": \"a b\", \"name\": \"Т\"}") ==
        "a.json:2:9: /tags/0/key: error[I114]: 'a b' is not a key\n"
        "    2 | {\"key\": \"a b\", \"name\": \"Т\"}\n"
        "      |         ^~~~~\n"
        "  hint: a key is letters and digits, after the first also '.', '_' and '-'\n");
}

TEST_CASE("an impossible date is told of") {
  CHECK(of_record("calendar_days", "{\"date\": \"2026-02-30\", \"kind\": \"holiday\"}") ==
        "a.json:2:10: /calendar_days/0/date: error[I115]: '2026-02-30' is not a date\n"
        "    2 | {\"date\": \"2026-02-30\", \"kind\": \"holiday\"}\n"
        "      |          ^~~~~~~~~~~~\n"
        "  hint: dates are written YYYY-MM-DD, and the day must exist\n");
  CHECK(of_record("item_dates", "{\"item\": \"i\", \"month\": 6, \"day\": 31}")
            .starts_with("a.json:2:34: /item_dates/0/day: error[I115]: month 6 has no day 31\n"
                         "    2 | {\"item\": \"i\", \"month\": 6, \"day\": 31}\n"
                         "      |                                  ^~\n"));
}

TEST_CASE("an impossible time is told of") {
  CHECK(of_record("meetings",
                  "{\"key\": \"m\", \"kind\": \"forum\", \"format\": \"mixed\", \"starts_at\": \"24:00\"}") ==
        "a.json:2:63: /meetings/0/starts_at: error[I116]: '24:00' is not a time\n"
        "    2 | {\"key\": \"m\", \"kind\": \"forum\", \"format\": \"mixed\", \"starts_at\": \"24:00\"}\n"
        "      |                                                               ^~~~~~~\n"
        "  hint: times are written HH:MM\n");
}

TEST_CASE("an impossible period is told of") {
  const auto text = of_record("indicator_targets",
                              "{\"indicator\": \"i\", \"period\": \"2026-13\", \"operator\": \"trend_up\"}");
  CHECK(text.starts_with(
      "a.json:2:30: /indicator_targets/0/period: error[I117]: '2026-13' is not a period\n"
      "    2 | {\"indicator\": \"i\", \"period\": \"2026-13\", \"operator\": \"trend_up\"}\n"
      "      |                              ^~~~~~~~~\n"
      "  hint: periods are written 2026-10, 2026-Q3, 2026, 2026-2027 (academic year) or 2026-10-05\n"));
}

TEST_CASE("a number out of range is told of") {
  CHECK(
      of_record(
          "meetings",
          "{\"key\": \"m\", \"kind\": \"forum\", \"format\": \"mixed\", \"quorum\": -1, \"year\": 3000}") ==
      "a.json:2:60: /meetings/0/quorum: error[I118]: -1 is less than 0\n"
      "    2 | {\"key\": \"m\", \"kind\": \"forum\", \"format\": \"mixed\", \"quorum\": -1, \"year\": 3000}\n"
      "      |                                                            ^~\n"
      "a.json:2:72: /meetings/0/year: error[I118]: 3000 is more than 2999\n"
      "    2 | {\"key\": \"m\", \"kind\": \"forum\", \"format\": \"mixed\", \"quorum\": -1, \"year\": 3000}\n"
      "      |                                                                        ^~~~\n");
}

TEST_CASE("a text is neither empty nor unprintable") {
  CHECK(of_record("tags", "{\"key\": \"t\", \"name\": \" \\n\"}") ==
        "a.json:2:22: /tags/0/name: error[I119]: the text is empty\n"
        "    2 | {\"key\": \"t\", \"name\": \" \\n\"}\n"
        "      |                      ^~~~~\n"
        "  hint: leave the field out\n");
  CHECK(of_record("tags", "{\"key\": \"t\", \"name\": \"Т\\u0000\"}") ==
        "a.json:2:22: /tags/0/name: error[I119]: the text holds a control character\n"
        "    2 | {\"key\": \"t\", \"name\": \"Т\\u0000\"}\n"
        "      |                      ^~~~~~~~~\n"
        "  hint: only line breaks and tabs may stand in a text\n");
  CHECK(of_record("tags", "{\"key\": \"t\", \"name\": \"Т\\uFFFE\"}").find("error[I119]") !=
        std::string::npos);
}

TEST_CASE("fields that exclude each other are told of") {
  CHECK(of_record("people",
                  "{\"key\": \"p\", \"surname\": \"Ёж\", \"given_name\": \"Иван\", \"initials\": \"И.\"}") ==
        "a.json:2:65: /people/0/initials: error[I120]: 'given_name' and 'initials' exclude each other\n"
        "    2 | {\"key\": \"p\", \"surname\": \"Ёж\", \"given_name\": \"Иван\", \"initials\": \"И.\"}\n"
        "      |                                                                 ^~~~\n");
  CHECK(of_record("item_addressees",
                  "{\"item\": \"i\", \"ordinal\": 1, \"role\": \"executor\", \"rule\": \"all\", \"type\": "
                  "\"school\"}")
            .starts_with("a.json:2:72: /item_addressees/0/type: error[I120]: 'type' stands only where 'rule' "
                         "is 'type'\n"));
}

TEST_CASE("fields that the record needs are told of") {
  CHECK(of_record("items",
                  "{\"key\": \"i\", \"resolution\": \"r\", \"ordinal\": 1, \"kind\": \"bullet\", "
                  "\"deadline\": \"date\"}")
            .starts_with("a.json:2:77: /items/0/deadline: error[I121]: 'deadline_on' is needed when "
                         "'deadline' is 'date'\n"));
  CHECK(of_record("assignments", "{\"item\": \"i\", \"role\": \"executor\", \"assigned_on\": \"2026-09-01\"}")
            .starts_with(
                "a.json:2:1: /assignments/0: error[I121]: either 'organization' or 'person' is needed\n"));
  CHECK(of_record("people", "{\"key\": \"p\", \"surname\": \"Ёж\", \"patronymic\": \"Иванович\"}")
            .starts_with("a.json:2:45: /people/0/patronymic: error[I121]: 'given_name' is needed when "
                         "'patronymic' is given\n"));
}

TEST_CASE("an end before its beginning is told of") {
  CHECK(of_record("directions",
                  "{\"key\": \"d\", \"name\": \"Н\", \"ordinal\": 1, \"valid_from\": \"2026-09-01\", "
                  "\"valid_until\": \"2026-08-31\"}") ==
        "a.json:2:84: /directions/0/valid_until: error[I122]: 'valid_until' 2026-08-31 is before "
        "'valid_from' 2026-09-01\n"
        "    2 | {\"key\": \"d\", \"name\": \"Н\", \"ordinal\": 1, \"valid_from\": \"2026-09-01\", "
        "\"valid_until\": \"2026-08-31\"}\n"
        "      |                                                                                    "
        "^~~~~~~~~~~~\n");
}

TEST_CASE("a setting takes only its values") {
  CHECK(of_record("settings", "{\"key\": \"deadline_inclusive\", \"value\": \"да\"}") ==
        "a.json:2:40: /settings/0/value: error[I123]: 'да' is not a value of 'deadline_inclusive': expected "
        "1 or 0\n"
        "    2 | {\"key\": \"deadline_inclusive\", \"value\": \"да\"}\n"
        "      |                                        ^~~~\n");
  CHECK(of_record("settings", "{\"key\": \"due_soon_days\", \"value\": \"-1\"}") ==
        "a.json:2:35: /settings/0/value: error[I123]: '-1' is not a value of 'due_soon_days': expected a "
        "number of up to 4 digits\n"
        "    2 | {\"key\": \"due_soon_days\", \"value\": \"-1\"}\n"
        "      |                                   ^~~~\n");
}

TEST_CASE("places are right after escapes, lines and Cyrillic") {
  ImportFolder folder;
  CHECK(folder.mistakes("{\r\n \"tags\" : [ {\r\n  \"key\":\"t\", \"name\" : \"«\\\"Т\\\\\" } , "
                        "{\"key\":\"Ы\",\"name\":5e0}]}") ==
        "a.json:3:54: /tags/1/name: error[I112]: expected a text, not the number 5\n"
        "    3 |   \"key\":\"t\", \"name\" : \"«\\\"Т\\\\\" } , {\"key\":\"Ы\",\"name\":5e0}]}\n"
        "      |                                                      ^~~\n"
        "  hint: write it in quotation marks\n");
}
