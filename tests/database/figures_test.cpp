// Periods, discipline and submissions, on small cases worked by hand.

#include "support/catch.hpp"
#include "support/district_sample.hpp"
#include "text/date.hpp"

using namespace svodka;
using test::Lines;
using test::rows;
using test::rows_as_of;

namespace {

// Of school-1, by assignment: 1 executed on time, 2 executed late, 3 not executed, 4 due next academic year,
// 5 a recommendation executed on time, 6 as co-executor, 7 cancelled, 8 without a deadline. No day is a day
// off.
sqlite::Connection reported_database() {
  return test::district_with(R"(
    INSERT INTO items (id, key, resolution_id, ordinal, kind, text, tracked, modality, deadline, deadline_on) VALUES
      (1, 'i1', 1, 1, 'directive', '.', 1, 'order', 'date', '2025-10-31'),
      (2, 'i2', 1, 2, 'directive', '.', 1, 'order', 'date', '2025-11-28'),
      (3, 'i3', 1, 3, 'directive', '.', 1, 'order', 'date', '2025-11-20'),
      (4, 'i4', 1, 4, 'directive', '.', 1, 'order', 'date', '2026-09-01'),
      (5, 'i5', 1, 5, 'directive', '.', 1, 'recommendation', 'date', '2025-12-15'),
      (6, 'i6', 1, 6, 'directive', '.', 1, 'order', 'date', '2025-11-27'),
      (7, 'i7', 1, 7, 'directive', '.', 1, 'order', 'date', '2025-11-25'),
      (8, 'i8', 1, 8, 'directive', '.', 1, 'order', 'continuous', NULL);
    INSERT INTO assignments (id, item_id, organization_id, role, assigned_on, source)
      SELECT id, id, 1, iif(id = 6, 'co_executor', 'executor'), '2025-09-01', 'run' FROM items;
    INSERT INTO entries (id, assignment_id, period, period_start, period_end, revision, state, executed_on, submitted_on)
      VALUES (1, 1, '2025-10', '2025-10-01', '2025-10-31', 1, 'done', '2025-10-29', '2025-10-29'),
             (2, 2, '2025-12', '2025-12-01', '2025-12-31', 1, 'done', '2025-12-01', '2025-12-08'),
             (5, 5, '2025-11', '2025-11-01', '2025-11-30', 1, 'done', '2025-11-30', '2025-12-02'),
             (7, 7, '2025-11', '2025-11-01', '2025-11-30', 1, 'cancelled', NULL, '2025-11-03');
    INSERT INTO entry_reviews (entry_id, decision, decided_on) SELECT id, 'accepted', submitted_on FROM entries;
  )");
}

std::string discipline(std::string_view period) {
  return "SELECT due_count, done_count, on_time_count, late_count, overdue_count, ahead_count, discipline, "
         "on_time_share FROM discipline_card WHERE organization = 'school-1' AND period = '" +
         std::string(period) + "'";
}

std::string submission(std::string_view period) {
  return "SELECT submit_by, expected_count, submitted_count, on_time_count, late_count, missing_count, "
         "awaited_count, completeness, timeliness FROM submission_card WHERE organization = 'school-1' AND "
         "period = '" +
         std::string(period) + "'";
}

// The days and words of each row against those that the same key has in templates.
void require_periods(sqlite::Connection& connection, std::string_view query) {
  sqlite::Statement found = connection.prepare(query);
  int count = 0;
  for (; found.step(); ++count) {
    const auto period = text::Period::parse(found.text(0));
    CAPTURE(found.text(0));
    REQUIRE(period);
    REQUIRE(found.text(1) == period->first.iso());
    REQUIRE(found.text(2) == period->last.iso());
    if (found.columns() > 3) REQUIRE(found.text(3) == period->russian());
  }
  REQUIRE(count > 0);
}

}  // namespace

TEST_CASE("the periods are those that have begun since the first assignment, entry or value") {
  auto connection = reported_database();
  constexpr std::string_view query =
      "SELECT period, kind, period_start, period_end, academic_year, name FROM period_card ORDER BY kind, "
      "period";
  REQUIRE(rows_as_of(connection, "2025-10-01", query) ==
          Lines{"2025-2026|academic_year|2025-09-01|2026-08-31|2025-2026|2025/2026 учебный год",
                "2025-09|month|2025-09-01|2025-09-30|2025-2026|сентябрь 2025 г.",
                "2025-10|month|2025-10-01|2025-10-31|2025-2026|октябрь 2025 г.",
                "2025-Q3|quarter|2025-07-01|2025-09-30|-|III квартал 2025 г.",
                "2025-Q4|quarter|2025-10-01|2025-12-31|2025-2026|IV квартал 2025 г.",
                "2025|year|2025-01-01|2025-12-31|-|2025 год"});
  REQUIRE(rows_as_of(connection, "2025-08-31", query).empty());
  connection.exec(R"(
    INSERT INTO indicators (id, key, code, name, unit, better, "group") VALUES (1, 'n', '1', 'Д', '%', 'more', 'results');
    INSERT INTO indicator_values (indicator_id, organization_id, period, period_start, period_end, value, recorded_on)
      VALUES (1, 1, '2024-2025', '2024-09-01', '2025-08-31', 5, '2025-09-10'))");
  test::refresh(connection);
  REQUIRE(rows_as_of(connection, "2026-08-31",
                     "SELECT kind, count(*), min(period), max(period) FROM period_card GROUP BY kind") ==
          Lines{"academic_year|2|2024-2025|2025-2026", "month|24|2024-09|2026-08",
                "quarter|9|2024-Q3|2026-Q3", "year|3|2024|2026"});
  require_periods(connection, "SELECT period, period_start, period_end, name FROM period_card");
}

TEST_CASE("an empty database has no periods") {
  auto connection = test::empty_database();
  test::refresh(connection);
  REQUIRE(rows_as_of(connection, "2025-10-01", "SELECT * FROM period_card").empty());
}

TEST_CASE("discipline counts a deadline once, by its outcome, orders apart from recommendations") {
  auto connection = reported_database();
  REQUIRE(rows_as_of(
              connection, "2025-12-31",
              "SELECT item, modality, due, outcome, due_count, done_count, on_time_count, late_count, "
              "overdue_count, ahead_count, recommended_due_count, recommended_done_count, "
              "recommended_on_time_count FROM deadline_card WHERE organization = 'school-1' ORDER BY item") ==
          Lines{"i1|order|2025-10-31|on_time|1|1|1|0|0|0|0|0|0", "i2|order|2025-11-28|late|1|1|0|1|0|0|0|0|0",
                "i3|order|2025-11-20|overdue|1|0|0|0|1|0|0|0|0",
                "i4|order|2026-09-01|ahead|0|0|0|0|0|1|0|0|0",
                "i5|recommendation|2025-12-15|on_time|0|0|0|0|0|0|1|1|1"});
}

TEST_CASE("discipline is what was executed of the orders come due, and on time of them") {
  auto connection = reported_database();
  REQUIRE(rows_as_of(connection, "2026-08-31", discipline("2025-2026")) == Lines{"3|2|1|1|1|0|66.7|33.3"});
  REQUIRE(rows(connection, discipline("2025-Q4")) == Lines{"3|2|1|1|1|0|66.7|33.3"});
  REQUIRE(rows(connection, discipline("2025")) == Lines{"3|2|1|1|1|0|66.7|33.3"});
  REQUIRE(rows(connection, discipline("2025-10")) == Lines{"1|1|1|0|0|0|100.0|100.0"});
  REQUIRE(rows(connection, discipline("2025-11")) == Lines{"2|1|0|1|1|0|50.0|0.0"});
  REQUIRE(rows(connection, discipline("2025-11-20")) == Lines{"1|0|0|0|1|0|0.0|0.0"});
}

TEST_CASE("recommendations have a discipline of their own, and nothing due is empty, not zero") {
  auto connection = reported_database();
  REQUIRE(rows_as_of(connection, "2025-12-31", discipline("2025-12")) == Lines{"0|0|0|0|0|0|-|-"});
  constexpr std::string_view recommended =
      "SELECT recommended_due_count, recommended_done_count, recommended_on_time_count, "
      "recommended_discipline FROM discipline_card WHERE organization = 'school-1' AND period = ";
  REQUIRE(rows(connection, std::string(recommended) + "'2025-12'") == Lines{"1|1|1|100.0"});
  REQUIRE(rows(connection, std::string(recommended) + "'2025-11'") == Lines{"0|0|0|-"});
  REQUIRE(rows(connection, discipline("2026-01")).empty());
  REQUIRE(rows(connection, "SELECT * FROM discipline_card WHERE organization = 'school-2'").empty());
}

TEST_CASE("a deadline ahead is not due yet, executed or not") {
  auto connection = reported_database();
  REQUIRE(rows_as_of(connection, "2025-10-30", discipline("2025-10")) == Lines{"0|0|0|0|0|1|-|-"});
  REQUIRE(rows_as_of(connection, "2025-10-31", discipline("2025-10")) == Lines{"1|1|1|0|0|0|100.0|100.0"});
  REQUIRE(rows_as_of(connection, "2025-11-20", discipline("2025-Q4")) == Lines{"1|1|1|0|0|2|100.0|100.0"});
  REQUIRE(rows_as_of(connection, "2025-11-21", discipline("2025-Q4")) == Lines{"2|1|1|0|1|1|50.0|50.0"});
  connection.exec("UPDATE settings SET value = '0' WHERE key = 'deadline_inclusive'");
  REQUIRE(rows_as_of(connection, "2025-11-20", discipline("2025-Q4")) == Lines{"2|1|1|0|1|1|50.0|50.0"});
  // 2026-2027 has an order, and has not begun
  REQUIRE(rows_as_of(connection, "2026-08-31", discipline("2026-2027")).empty());
  REQUIRE(rows_as_of(connection, "2026-09-02", discipline("2026-2027")) == Lines{"1|0|0|0|1|0|0.0|0.0"});
}

TEST_CASE("an order counts in the period of its deadline in force") {
  auto connection = reported_database();
  connection.exec(R"(
    INSERT INTO extensions (assignment_id, ordinal, due_on, reason, approved_on)
      VALUES (3, 1, '2026-01-03', 'ремонт', '2025-11-18');
    INSERT INTO calendar_days (date, kind) VALUES ('2026-01-02', 'holiday'), ('2026-01-01', 'holiday'))");
  test::refresh(connection);
  // 2026-01-03 is a Saturday after two holidays: the deadline in force is 2025-12-31
  REQUIRE(rows_as_of(connection, "2026-01-31", discipline("2025-11")) == Lines{"1|1|0|1|0|0|100.0|0.0"});
  REQUIRE(rows(connection, discipline("2025-12-31")) == Lines{"1|0|0|0|1|0|0.0|0.0"});
  REQUIRE(rows(connection, discipline("2026-01")).empty());
}

TEST_CASE("every occurrence counts in its own month") {
  auto connection = reported_database();
  connection.exec(R"(
    UPDATE items SET deadline = 'recurring', deadline_on = NULL, recurrence = 'quarterly' WHERE id = 3;
    INSERT INTO occurrences (assignment_id, due_on) VALUES (3, '2025-09-30'), (3, '2025-12-31'), (3, '2026-03-31'))");
  test::refresh(connection);
  REQUIRE(rows_as_of(connection, "2025-12-31",
                     "SELECT period, due_count, overdue_count, ahead_count FROM discipline_card WHERE kind = "
                     "'month' AND period IN ('2025-09', '2025-12', '2026-03') ORDER BY period") ==
          Lines{"2025-09|1|1|0", "2025-12|0|0|1"});
  REQUIRE(rows(connection, submission("2025-09")) == Lines{"2025-10-06|1|0|0|0|1|0|0.0|0.0"});
}

TEST_CASE("periods of discipline begin and end as those of templates") {
  auto connection = test::district_with(R"(
    UPDATE settings SET value = 'same' WHERE key = 'deadline_on_non_working_day';
    WITH RECURSIVE days (day) AS (
      SELECT '2024-01-01' UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2026-01-01')
    INSERT INTO items (key, resolution_id, ordinal, kind, tracked, modality, deadline, deadline_on)
      SELECT day, 1, 1, 'directive', 1, 'order', 'date', day FROM days;
    INSERT INTO assignments (item_id, organization_id, role, assigned_on, source)
      SELECT id, 1, 'executor', '2024-01-01', 'run' FROM items)");
  connection.set_as_of(text::Date::parse("2026-01-01").value());
  require_periods(connection, "SELECT period, period_start, period_end FROM discipline_card");
  REQUIRE(rows(connection,
               "SELECT d.kind, count(*), sum(d.due_count), sum(d.due_count <> (SELECT count(*) FROM "
               "assignment_card AS a WHERE a.due BETWEEN d.period_start AND d.period_end AND a.due < "
               "as_of())) FROM discipline_card AS d WHERE d.kind <> 'day' GROUP BY d.kind") ==
          Lines{"academic_year|3|731|0", "month|25|731|0", "quarter|9|731|0", "year|3|731|0"});
  REQUIRE(rows(connection,
               "SELECT period FROM discipline_card WHERE kind <> 'day' EXCEPT SELECT period FROM period_card")
              .empty());
}

TEST_CASE("a report is on time until submission_days after its month") {
  auto connection = reported_database();
  REQUIRE(rows_as_of(connection, "2025-12-31", submission("2025-10")) ==
          Lines{"2025-11-05|1|1|1|0|0|0|100.0|100.0"});
  REQUIRE(rows(connection, submission("2025-11")) == Lines{"2025-12-05|2|1|0|1|1|0|50.0|0.0"});
  connection.exec("UPDATE settings SET value = '8' WHERE key = 'submission_days'");
  test::refresh(connection);
  REQUIRE(rows(connection, submission("2025-11")) == Lines{"2025-12-08|2|1|1|0|1|0|50.0|50.0"});
}

TEST_CASE("a report is awaited until the last day to submit it, and missing from then on") {
  auto connection = reported_database();
  REQUIRE(rows_as_of(connection, "2025-12-05", submission("2025-11")) ==
          Lines{"2025-12-05|2|0|0|0|0|2|0.0|-"});
  REQUIRE(rows_as_of(connection, "2025-12-06", submission("2025-11")) ==
          Lines{"2025-12-05|2|0|0|0|2|0|0.0|0.0"});
  REQUIRE(rows_as_of(connection, "2025-12-08", submission("2025-11")) ==
          Lines{"2025-12-05|2|1|0|1|1|0|50.0|0.0"});
  REQUIRE(rows_as_of(connection, "2025-10-31", submission("2025-11")).empty());
}

TEST_CASE("an earlier report counts only when it says that all is done, accepted or not") {
  auto connection = reported_database();
  // i5, due in December: reported as done on 2 December for November
  REQUIRE(rows_as_of(connection, "2025-12-01", submission("2025-12")) ==
          Lines{"2026-01-05|1|0|0|0|0|1|0.0|-"});
  REQUIRE(rows_as_of(connection, "2025-12-02", submission("2025-12")) ==
          Lines{"2026-01-05|1|1|1|0|0|0|100.0|100.0"});
  connection.exec(R"(
    INSERT INTO entries (assignment_id, period, period_start, period_end, revision, state, submitted_on) VALUES
      (3, '2025-10', '2025-10-01', '2025-10-31', 1, 'in_progress', '2025-11-01'))");
  REQUIRE(rows_as_of(connection, "2025-12-08", submission("2025-11")) ==
          Lines{"2025-12-05|2|1|0|1|1|0|50.0|0.0"});
  connection.exec(R"(
    INSERT INTO entries (assignment_id, period, period_start, period_end, revision, state, submitted_on) VALUES
      (3, '2025-11', '2025-11-01', '2025-11-30', 1, 'in_progress', '2025-12-01'))");
  REQUIRE(rows(connection, submission("2025-11")) == Lines{"2025-12-05|2|2|1|1|0|0|100.0|50.0"});
}

TEST_CASE("nothing is expected on what was taken off control by the end of the month") {
  auto connection = reported_database();
  connection.exec(
      "INSERT INTO control_decisions (assignment_id, ordinal, decision, decided_on) VALUES (3, 1, 'remove', "
      "'2025-12-01')");
  REQUIRE(rows_as_of(connection, "2025-12-31", submission("2025-11")) ==
          Lines{"2025-12-05|2|1|0|1|1|0|50.0|0.0"});
  connection.exec(R"(
    DROP TRIGGER control_decisions_update;
    UPDATE control_decisions SET decided_on = '2025-11-30')");
  REQUIRE(rows(connection, submission("2025-11")) == Lines{"2025-12-05|1|1|0|1|0|0|100.0|0.0"});
  // what was reported in spite of it stays reported
  connection.exec(
      "INSERT INTO control_decisions (assignment_id, ordinal, decision, decided_on) VALUES (1, 1, 'remove', "
      "'2025-10-30')");
  REQUIRE(rows(connection, submission("2025-10")) == Lines{"2025-11-05|1|1|1|0|0|0|100.0|100.0"});
}

TEST_CASE("the last day to submit moves to the next working day") {
  auto connection = reported_database();
  const auto limit = [&](std::string_view due) {
    connection.prepare("UPDATE items SET deadline_on = ? WHERE id = 1").bind(1, due).run();
    test::refresh(connection);
    return rows(connection, "SELECT submit_by FROM submission_limits WHERE month = '" +
                                std::string(due.substr(0, 7)) + "'");
  };
  REQUIRE(limit("2025-09-30") == Lines{"2025-10-06"});  // from Sunday the 5th
  connection.exec(R"(
    INSERT INTO calendar_days (date, kind) VALUES
      ('2026-01-05', 'holiday'), ('2026-01-06', 'holiday'), ('2026-01-07', 'holiday'), ('2026-01-08', 'holiday'),
      ('2026-01-09', 'holiday'), ('2026-09-05', 'working'))");
  REQUIRE(limit("2025-12-15") == Lines{"2026-01-12"});  // from a Monday, over holidays and a week-end
  REQUIRE(limit("2026-08-31") == Lines{"2026-09-05"});  // a working Saturday
  connection.exec("UPDATE settings SET value = '0' WHERE key = 'submission_days'");
  REQUIRE(limit("2025-10-31") == Lines{"2025-10-31"});
}

TEST_CASE("indicator values are expected of those whom a target concerns") {
  auto connection = test::district_with(R"(
    INSERT INTO indicators (id, key, code, name, unit, better, "group") VALUES
      (1, 'n1', '1', 'Доля', '%', 'more', 'results'), (2, 'n2', '2', 'Число', 'ед.', 'more', 'results'),
      (3, 'n3', '3', 'Доля', '%', 'more', 'results');
    INSERT INTO indicator_targets (indicator_id, period, period_start, period_end, organization_id, type, operator, value)
      VALUES (1, '2025-Q4', '2025-10-01', '2025-12-31', NULL, 'school', 'at_least', 50),
             (2, '2025-12', '2025-12-01', '2025-12-31', 1, NULL, 'at_least', 50),
             (3, '2025', '2025-01-01', '2025-12-31', NULL, NULL, 'at_least', 50);
    INSERT INTO indicator_values (indicator_id, organization_id, period, period_start, period_end, revision, value,
                                  recorded_on, accepted_on) VALUES
      (1, 1, '2025-Q4', '2025-10-01', '2025-12-31', 1, 0, '2026-01-05', NULL),
      (1, 1, '2025-Q4', '2025-10-01', '2025-12-31', 2, 7, '2026-01-20', '2026-01-21'),
      (2, 1, '2025-12', '2025-12-01', '2025-12-31', 1, 9, '2026-01-06', '2026-01-07'),
      (2, 3, '2025-12', '2025-12-01', '2025-12-31', 1, 9, '2026-01-06', '2026-01-07'),
      (3, 4, '2025', '2025-01-01', '2025-12-31', 1, 1, '2025-12-20', '2025-12-20');
  )");
  constexpr std::string_view query =
      "SELECT organization, submit_by, indicator_expected_count, indicator_submitted_count, "
      "indicator_on_time_count, indicator_late_count, indicator_missing_count, indicator_awaited_count, "
      "indicator_completeness, indicator_timeliness, expected_count, completeness FROM submission_card WHERE "
      "period = '2025-12' ORDER BY organization";
  // the target for everyone concerns kindergartens, which have reported the indicator, and not schools
  REQUIRE(rows_as_of(connection, "2026-01-31", query) ==
          Lines{"garden|2026-01-05|1|1|1|0|0|0|100.0|100.0|0|-",
                "school-1|2026-01-05|2|2|1|1|0|0|100.0|50.0|0|-",
                "school-2|2026-01-05|1|0|0|0|1|0|0.0|0.0|0|-"});
  REQUIRE(rows_as_of(connection, "2026-01-05", query) ==
          Lines{"garden|2026-01-05|1|1|1|0|0|0|100.0|100.0|0|-",
                "school-1|2026-01-05|2|1|1|0|0|1|50.0|100.0|0|-",
                "school-2|2026-01-05|1|0|0|0|0|1|0.0|-|0|-"});
}
