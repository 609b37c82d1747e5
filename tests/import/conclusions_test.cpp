// Expert conclusions: the criteria with their answers, counts and points, on a small case worked by hand.

#include "support.hpp"
#include "support/catch.hpp"
#include "support/district_sample.hpp"

using namespace svodka;
using import::test::ImportFolder;
using test::Lines;
using test::rows_as_of;

namespace {

// One group of three criteria; «c3» stays without an answer.
constexpr std::string_view conclusion = R"(
  INSERT INTO criteria (id, key, meeting_id, parent_id, ordinal, number, text, options) VALUES
    (1, 'c1', 1, NULL, 1, '1.', 'Цели', NULL), (2, 'c1-1', 1, 1, 1, '1.1', 'Измеримы', NULL),
    (3, 'c1-2', 1, 1, 2, '1.2', 'Источники', NULL), (4, 'c1-3', 1, 1, 3, '1.3', 'Сроки', 'да; нет');
  INSERT INTO criterion_options (id, key, criterion_id, ordinal, marker, text, other, points) VALUES
    (1, 'yes', 2, 1, 'а)', 'да', 0, 2), (2, 'no', 2, 2, 'б)', 'нет', 0, 0),
    (3, 'test', 3, 1, 'а)', 'диагностика', 0, 1), (4, 'visits', 3, 2, 'б)', 'уроки', 0, 1.5),
    (5, 'other', 3, 3, 'в)', 'др.', 1, NULL);
  INSERT INTO expert_conclusions (id, key, organization_id, programme, meeting_id, concluded_on, verdict)
    VALUES (1, 'x', 2, 'Шаг вперёд', 1, '2025-11-20', 'returned');
  INSERT INTO conclusion_experts (conclusion_id, ordinal, person_id, name, position) VALUES
    (1, 1, 2, NULL, NULL), (1, 2, NULL, 'Лосев А. А.', 'доцент');
  INSERT INTO conclusion_choices (conclusion_id, option_id, text) VALUES
    (1, 1, NULL), (1, 3, NULL), (1, 4, NULL), (1, 5, 'опрос родителей');
  INSERT INTO conclusion_remarks (conclusion_id, criterion_id, text, points) VALUES (1, 2, 'Не для всех целей.', 1.5);
  INSERT INTO conclusion_paragraphs (conclusion_id, part, ordinal, kind, label, text) VALUES
    (1, 'summary', 1, 'paragraph', NULL, 'Программа доработана.'), (1, 'risk', 1, 'item', '1)', 'кадры');
)";

sqlite::Connection expertise_database() { return test::district_with(conclusion); }

}  // namespace

TEST_CASE("a conclusion shows every criterion with its answers, and leaves the unanswered empty") {
  auto connection = expertise_database();
  REQUIRE(
      rows_as_of(connection, "2025-12-01",
                 "SELECT number, depth, is_group, is_answered, options, answer, other_text, remark, points, "
                 "most_points FROM expert_answer_card WHERE conclusion = 'x' ORDER BY position") ==
      Lines{"1.|0|1|0|-|-|-|-|-|-", "1.1|1|0|1|да; нет|да|-|Не для всех целей.|1.5|2.0",
            "1.2|1|0|1|диагностика; уроки; др.|диагностика; уроки; др.: опрос родителей|опрос "
            "родителей|-|2.5|1.5",
            "1.3|1|0|0|да; нет|-|-|-|-|-"});
  REQUIRE(rows_as_of(connection, "2025-12-01",
                     "SELECT criterion, marker, is_other, is_chosen, chosen_text FROM expert_option_card "
                     "ORDER BY position, ordinal") == Lines{"c1-1|а)|0|1|-", "c1-1|б)|0|0|-", "c1-2|а)|0|1|-",
                                                            "c1-2|б)|0|1|-", "c1-2|в)|1|1|опрос родителей"});
}

TEST_CASE("a conclusion counts its criteria and points and names its experts") {
  auto connection = expertise_database();
  REQUIRE(
      rows_as_of(
          connection, "2025-12-01",
          "SELECT organization_name, programme, expert_names, expert_count, verdict_name, criterion_count, "
          "answered_count, points, most_points FROM expert_conclusion_card") ==
      Lines{"СОШ № 2|Шаг вперёд|Петрова А., Лосев А. А.|2|вернуть на доработку|3|2|4.0|3.5"});
  REQUIRE(
      rows_as_of(
          connection, "2025-12-01",
          "SELECT name_first, position, organization_name FROM conclusion_expert_card ORDER BY ordinal") ==
      Lines{"А. Петрова|методист|МЦ", "А. А. Лосев|доцент|-"});
  REQUIRE(
      rows_as_of(
          connection, "2025-12-01",
          "SELECT part_name, kind, label, text FROM conclusion_paragraph_card ORDER BY part DESC, ordinal") ==
      Lines{"Выводы|paragraph|-|Программа доработана.", "Риски|item|1)|кадры"});
}

TEST_CASE("a conclusion is not seen before its day") {
  auto connection = expertise_database();
  for (const char* view : {"expert_conclusion_card", "expert_answer_card", "expert_option_card",
                           "conclusion_expert_card", "conclusion_paragraph_card"}) {
    REQUIRE(rows_as_of(connection, "2025-11-19", std::string("SELECT 1 FROM ") + view).empty());
    REQUIRE_FALSE(rows_as_of(connection, "2025-11-20", std::string("SELECT 1 FROM ") + view).empty());
  }
}

namespace {

const std::string imported = R"({
"organizations": [{"key": "s", "full_name": "Школа", "short_name": "СОШ", "type": "school"}],
"meetings": [{"key": "m", "kind": "forum", "format": "mixed"}, {"key": "n", "kind": "forum", "format": "mixed"}],
"criteria": [{"key": "c", "meeting": "m", "ordinal": 1, "text": "Цели"}, {"key": "d", "meeting": "n", "ordinal": 1, "text": "Цели"}],
"criterion_options": [{"key": "c-a", "criterion": "c", "ordinal": 1, "text": "да"}, {"key": "d-a", "criterion": "d", "ordinal": 1, "text": "да"}],
"expert_conclusions": [{"key": "x", "organization": "s", "programme": "П", "meeting": "m"}],
"conclusion_choices": [{"conclusion": "x", "option": "c-a"}]})";

}  // namespace

TEST_CASE("a conclusion chooses only options of its own meeting's criteria") {
  ImportFolder folder;
  folder.import(imported);
  CHECK(folder.mistakes(R"({"conclusion_choices": [{"conclusion": "x", "option": "d-a"}]})") ==
        "a.json:1:55: /conclusion_choices/0/option: error[I204]: 'd-a' belongs to the meeting 'n', not 'm'\n"
        "    1 | {\"conclusion_choices\": [{\"conclusion\": \"x\", \"option\": \"d-a\"}]}\n"
        "      |                                                       ^~~~~\n");
}

TEST_CASE("a remark needs a text or points") {
  ImportFolder folder;
  folder.import(imported);
  CHECK(folder.mistakes(R"({"conclusion_remarks": [{"conclusion": "x", "criterion": "c"}]})") ==
        "a.json:1:25: /conclusion_remarks/0: error[I121]: either 'text' or 'points' is needed\n"
        "    1 | {\"conclusion_remarks\": [{\"conclusion\": \"x\", \"criterion\": \"c\"}]}\n"
        "      |                         ^\n");
}

TEST_CASE("an option that a conclusion has chosen cannot be left out") {
  ImportFolder folder;
  folder.import(imported);
  CHECK(folder.mistakes(
            R"({"criterion_options": [{"key": "c-b", "criterion": "c", "ordinal": 1, "text": "нет"}]})") ==
        "a.json:1:24: /criterion_options: error[I306]: 'c-a' is left out, but conclusion_choices of 'x' "
        "refers to it\n"
        "    1 | {\"criterion_options\": [{\"key\": \"c-b\", \"criterion\": \"c\", \"ordinal\": 1, \"text\": "
        "\"нет\"}]}\n"
        "      |                        ^\n");
}

TEST_CASE("a later import replaces the choices of a conclusion as a whole") {
  ImportFolder folder;
  folder.import(imported);
  folder.import(R"({"criterion_options": [{"key": "c-a", "criterion": "c", "ordinal": 1, "text": "да"},
    {"key": "c-b", "criterion": "c", "ordinal": 2, "text": "нет"}]})");
  folder.import(R"({"conclusion_choices": [{"conclusion": "x", "option": "c-b"}]})");
  CHECK(folder.rows("SELECT answer FROM expert_answer_card") == "нет\n");
  CHECK(folder.import(R"({"conclusion_choices": [{"conclusion": "x", "option": "c-b"}]})") ==
        import::ImportCounts{0, 0, 1, 0});
}
