#include <cstdlib>
#include <filesystem>

#include "base/error.hpp"
#include "base/files.hpp"
#include "database/check.hpp"
#include "support/catch.hpp"
#include "support/district_sample.hpp"
#include "support/temporary.hpp"

using namespace svodka;

namespace {

// The sample district in a file of its own.
class District {
 public:
  explicit District(std::string_view sql) {
    database::create_database(path());
    sqlite::Connection connection(path(), sqlite::Connection::Mode::read_write);
    connection.exec(test::district);
    connection.exec(R"(
      INSERT INTO attendance (meeting_id, ordinal, person_id, role, state) VALUES
        (1, 1, 1, 'chair', 'present'), (1, 2, 2, 'secretary', 'present'))");
    connection.exec(sql);
    test::refresh(connection);
  }
  std::filesystem::path path() const { return folder_ / "d.db"; }

  // What the check says; the file is d.db in its messages.
  std::string findings(std::string_view as_of = "2026-06-30") const {
    base::Diagnostics diagnostics;
    database::check_database(path(), text::Date::parse(as_of).value(), diagnostics);
    std::string text = base::render(diagnostics);
    const std::string name = path().string();
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
      text.replace(at, name.size(), "d.db");
    return text;
  }

 private:
  support::TemporaryFolder folder_;
};

std::string findings(std::string_view sql, std::string_view as_of = "2026-06-30") {
  return District(sql).findings(as_of);
}

constexpr std::string_view assigned = R"(
  INSERT INTO items (id, key, resolution_id, ordinal, kind, number, text, tracked)
    VALUES (1, 'i', 1, 1, 'directive', '1.', 'Провести.', 1);
  INSERT INTO item_addressees (item_id, ordinal, role, rule) VALUES (1, 1, 'executor', 'all');
  INSERT INTO assignments (id, item_id, organization_id, role, assigned_on, source)
    VALUES (1, 1, 1, 'executor', '2025-09-01', 'run');
)";

std::string with(std::string_view more) { return std::string(assigned) + std::string(more); }

}  // namespace

TEST_CASE("a sound database has no findings") { REQUIRE(findings(assigned).empty()); }

TEST_CASE("check names a tracked item without addressees") {
  REQUIRE(findings("INSERT INTO items (key, resolution_id, ordinal, kind, text, tracked) "
                   "VALUES ('i', 1, 1, 'directive', 'Провести.', 1)") ==
          "item i: warning[S201]: a tracked item that nobody is responsible for\n"
          "  hint: add item_addressees to it or to an item above it\n");
}

TEST_CASE("check names a meeting that nobody chaired or recorded, unless it is a draft") {
  REQUIRE(findings("DELETE FROM attendance") ==
          "meeting m: warning[S202]: its attendance list names no chair\n"
          "  hint: give one attendance record the role chair\n"
          "meeting m: warning[S203]: its attendance list names no secretary\n"
          "  hint: give one attendance record the role secretary\n");
  REQUIRE(findings("DELETE FROM attendance; UPDATE meetings SET draft = 1").empty());
}

TEST_CASE("check names a tracked heading") {
  REQUIRE(findings(with("UPDATE items SET kind = 'heading'")) ==
          "item i: warning[S204]: an item of kind heading has a status of its own\n"
          "  hint: track the items below it\n");
}

TEST_CASE("check names repeated numbers, but not a numbering that restarts") {
  REQUIRE(findings(R"(
            INSERT INTO items (id, key, resolution_id, parent_id, ordinal, kind, number) VALUES
              (1, 'a', 1, NULL, 1, 'heading', 'I'), (2, 'b', 1, NULL, 2, 'heading', 'II'),
              (3, 'a1', 1, 1, 1, 'directive', '1.'), (4, 'b1', 1, 2, 1, 'directive', '1.'),
              (5, 'b2', 1, 2, 2, 'directive', '1.'), (6, 'a2', 1, 1, 2, 'directive', '2.5'),
              (7, 'b3', 1, 2, 3, 'directive', '2.5'))") ==
          "item b2: warning[S205]: number 1. is printed before, at item b1\n"
          "  hint: kept as it is; correct the import file if the document prints something else\n"
          "item b3: warning[S205]: number 2.5 is printed before, at item a2\n"
          "  hint: kept as it is; correct the import file if the document prints something else\n");
}

TEST_CASE("check names a gap among siblings, but not a restart") {
  REQUIRE(findings(R"(
            INSERT INTO items (key, resolution_id, ordinal, kind, number) VALUES
              ('a', 1, 1, 'directive', '1.3'), ('h', 1, 2, 'directive', '1.4'), ('b', 1, 3, 'directive', '1.6'),
              ('c', 1, 4, 'directive', '2.1'), ('d', 1, 5, 'directive', '5)'), ('e', 1, 6, 'directive', '–'))") ==
          "item b: warning[S206]: number 1.6 follows number 1.4\n"
          "  hint: kept as it is; check that no item is missing\n");
}

TEST_CASE("check names a letter that a list skips") {
  REQUIRE(findings(R"(
            INSERT INTO items (key, resolution_id, ordinal, kind, marker) VALUES
              ('a', 1, 1, 'bullet', 'а)'), ('b', 1, 2, 'bullet', 'б)'), ('d', 1, 3, 'bullet', 'г)'),
              ('e', 1, 4, 'bullet', 'д)'), ('g', 1, 5, 'bullet', 'е)'), ('zh', 1, 6, 'bullet', 'ж)'),
              ('i', 1, 7, 'bullet', 'и)'))") ==
          "item d: warning[S206]: number г) follows number б)\n"
          "  hint: kept as it is; check that no item is missing\n");
}

TEST_CASE("check names a directive that only names addressees") {
  REQUIRE(findings(R"(
            INSERT INTO items (id, key, resolution_id, parent_id, ordinal, kind, number, text) VALUES
              (1, 'a', 1, NULL, 1, 'directive', '1.', 'Руководителям общеобразовательных организаций:'),
              (2, 'b', 1, 1, 1, 'directive', '1.1', 'Руководителям школ провести анализ по трём направлениям.'),
              (3, 'c', 1, NULL, 2, 'directive', '2.', 'Продолжить работу по направлениям:'))") ==
          "item a: warning[S214]: a directive that only names addressees: «Руководителям общеобразовательных "
          "организаций:»\n"
          "  hint: make its kind addressee, and track the items below it\n");
}

TEST_CASE("check names a heading numbered among directives") {
  REQUIRE(findings(R"(
            INSERT INTO items (key, resolution_id, ordinal, kind, number) VALUES
              ('a', 1, 1, 'directive', '1.24.'), ('b', 1, 2, 'heading', '1.25.'), ('c', 1, 3, 'directive', '1.26.'),
              ('d', 1, 4, 'heading', '2.'), ('e', 1, 5, 'directive', '2.1.'))") ==
          "item b: warning[S215]: heading 1.25. stands between directives 1.24. and 1.26.\n"
          "  hint: kept as it is; correct the import file if the document prints something else\n");
}

TEST_CASE("check names a letter among numbers") {
  REQUIRE(findings(R"(
            INSERT INTO items (key, resolution_id, ordinal, kind, marker) VALUES
              ('a', 1, 1, 'bullet', '4.'), ('b', 1, 2, 'bullet', '5.'), ('c', 1, 3, 'bullet', 'б.'), ('d', 1, 4, 'bullet', '7.'))") ==
          "item c: warning[S216]: б. follows 5.\n"
          "  hint: kept as it is; correct the import file if the document prints a number\n");
}

TEST_CASE("check names an item that is tracked beside what stands below it") {
  REQUIRE(findings(with("INSERT INTO items (key, resolution_id, parent_id, ordinal, kind, text, tracked) "
                        "VALUES ('i-1', 1, 1, 1, 'bullet', 'часть', 1)")) ==
          "item i: warning[S217]: tracked, and so is item i-1 below it\n"
          "  hint: track the item or the items below it\n");
}

TEST_CASE("check names «др.» without a text") {
  REQUIRE(findings(R"(
            INSERT INTO criteria (id, key, meeting_id, ordinal, text) VALUES (1, 'c', 1, 1, 'Цели');
            INSERT INTO criterion_options (id, key, criterion_id, ordinal, text, other) VALUES (1, 'o', 1, 1, 'др.', 1);
            INSERT INTO expert_conclusions (id, key, organization_id, programme, meeting_id) VALUES (1, 'x', 1, 'П', 1);
            INSERT INTO conclusion_choices (conclusion_id, option_id) VALUES (1, 1))") ==
          "conclusion x: warning[S218]: criterion c: «др.» is chosen without a text\n"
          "  hint: write what the expert says to it\n");
}

TEST_CASE("check names a stated count that differs") {
  REQUIRE(findings("UPDATE meetings SET stated_count = 2").empty());
  REQUIRE(findings("UPDATE meetings SET stated_count = 29") ==
          "meeting m: warning[S207]: it states 29 participants, its list has 2\n"
          "  hint: both are kept; correct whichever is wrong\n");
}

TEST_CASE("check names an ambiguous target") {
  REQUIRE(findings(with("INSERT INTO item_targets (item_id, ordinal, operator, value, unit) "
                        "VALUES (1, 1, 'up_to', 80, '%')")) ==
          "item i: warning[S208]: target «до 80\u00A0%» may mean at least or at most\n"
          "  hint: say at_least for «довести до» and at_most for «снизить до»\n");
}

TEST_CASE("check names a deadline before the meeting") {
  REQUIRE(findings(with("UPDATE items SET deadline = 'date', deadline_on = '2025-08-28'")).empty());
  REQUIRE(findings(with("UPDATE items SET deadline = 'date', deadline_on = '2025-08-27'")) ==
          "item i: warning[S209]: deadline 2025-08-27 is before the meeting of 2025-08-28\n"
          "  hint: correct the deadline or the date of the meeting\n");
}

TEST_CASE("check names a directive that the runs assigned to nobody") {
  constexpr std::string_view run =
      "INSERT INTO assignment_runs (resolution_id, assigned_on) VALUES (1, '2025-09-01');";
  REQUIRE(findings(with(run)).empty());
  REQUIRE(findings(with(std::string(run) + "DELETE FROM assignments")) ==
          "item i: warning[S210]: assigned to nobody by the runs of resolution r\n"
          "  hint: check the tags and types of organizations on the date of the run\n");
}

TEST_CASE("check names history of unknown occurrences") {
  constexpr std::string_view entry =
      "INSERT INTO entries (assignment_id, occurrence, period, period_start, period_end, revision, state, "
      "submitted_on) ";
  REQUIRE(findings(with(std::string(entry) +
                        "VALUES (1, '2025-12-31', '2025', '2025-01-01', '2025-12-31', 1, 'done', "
                        "'2025-12-31')")) ==
          "entry of i@school-1: warning[S211]: the item has no occurrence on 2025-12-31\n"
          "  hint: give the date of an occurrence, or none when the item does not recur\n");
  REQUIRE(findings(with("INSERT INTO occurrences (assignment_id, due_on) VALUES (1, '2025-12-31');"
                        "INSERT INTO control_decisions (assignment_id, ordinal, decision, decided_on) "
                        "VALUES (1, 1, 'keep', '2025-12-01');")) ==
          "control decision of i@school-1: warning[S211]: no occurrence is given, and the item recurs\n"
          "  hint: give the date of an occurrence, or none when the item does not recur\n");
}

TEST_CASE("check names a tracked item without text") {
  REQUIRE(findings(with("UPDATE items SET text = ' '")) ==
          "item i: warning[S212]: a tracked item without text\n"
          "  hint: give its text\n");
}

TEST_CASE("check names history dated after its day") {
  const std::string extended = with(
      "INSERT INTO extensions (assignment_id, ordinal, due_on, reason, approved_on) "
      "VALUES (1, 1, '2025-12-31', 'ремонт', '2025-11-01')");
  REQUIRE(findings(extended, "2025-11-01").empty());
  REQUIRE(findings(extended, "2025-10-31") ==
          "table extensions: warning[S213]: 1 dated after 2025-10-31, the last on 2025-11-01\n"
          "  hint: correct the dates, or check as of a later day\n");
}

TEST_CASE("check names references to nothing as errors and looks no further") {
  REQUIRE(findings("PRAGMA foreign_keys = OFF; DELETE FROM attendance; DELETE FROM meetings") ==
          "table resolutions: error[S102]: row 1 refers to a missing row of meetings\n"
          "  hint: restore it from a copy, or import everything anew\n");
}

TEST_CASE("check names damage as an error") {
  const District district(assigned);
  std::string bytes = base::read_file(district.path());
  bytes.replace(bytes.rfind("school-1"), 8, "school-0");  // in the index of assignments, not in the table
  base::write_file(district.path(), bytes);
  REQUIRE(district.findings() ==
          "d.db: error[S101]: row 1 missing from index assignments_key\n"
          "  hint: restore it from a copy, or import everything anew\n");
}

TEST_CASE("check refuses what is not a database of svodka") {
  base::Diagnostics diagnostics;
  REQUIRE_THROWS_AS(database::check_database("/nonexistent/d.db", text::Date(), diagnostics), base::Error);
}
