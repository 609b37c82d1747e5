// The three axes of an assignment, on small cases worked by hand.

#include "support/catch.hpp"
#include "support/district_sample.hpp"

using namespace svodka;
using test::Lines;
using test::rows;
using test::rows_as_of;

namespace {

// One tracked item due on 2025-11-28, a Friday, assigned to both schools; the centre helps.
sqlite::Connection assigned_database() {
  return test::district_with(R"(
    INSERT INTO items (id, key, resolution_id, ordinal, kind, number, text, tracked, modality, deadline, deadline_on)
      VALUES (1, 'i', 1, 1, 'directive', '1.1', 'Провести анализ.', 1, 'order', 'date', '2025-11-28');
    INSERT INTO assignments (id, item_id, organization_id, role, assigned_on, source) VALUES
      (1, 1, 1, 'executor', '2025-09-01', 'run'),
      (2, 1, 2, 'executor', '2025-09-01', 'run'),
      (3, 1, 3, 'co_executor', '2025-09-01', 'run');
  )");
}

// An entry of school-1 on item i, submitted and accepted on the given days; `accepted` may be empty.
void report(sqlite::Connection& connection, int id, std::string_view month, std::string_view state,
            std::string_view executed, std::string_view submitted, std::string_view accepted,
            int revision = 1) {
  connection
      .prepare(
          "INSERT INTO entries (id, assignment_id, period, period_start, period_end, revision, state, "
          "executed_on, "
          "submitted_on) VALUES (?1, 1, ?2, ?2 || '-01', date(?2 || '-01', '+1 month', '-1 day'), ?6, ?3, "
          "nullif(?4, ''), ?5)")
      .bind(1, id)
      .bind(2, month)
      .bind(3, state)
      .bind(4, executed)
      .bind(5, submitted)
      .bind(6, revision)
      .run();
  if (accepted.empty()) return;
  connection.prepare("INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (?, 'accepted', ?)")
      .bind(1, id)
      .bind(2, accepted)
      .run();
}

constexpr std::string_view axes =
    "SELECT state, control, timeliness, overdue_days, due_soon, pending FROM assignment_card "
    "WHERE organization = 'school-1'";

}  // namespace

TEST_CASE("without entries the state is not started and the deadline alone speaks") {
  auto connection = assigned_database();
  REQUIRE(rows_as_of(connection, "2025-11-17", axes) == Lines{"not_started|on_control|not_due|-|0|0"});
  REQUIRE(rows_as_of(connection, "2025-11-18", axes) ==
          Lines{"not_started|on_control|not_due|-|1|0"});  // 10 days
  REQUIRE(rows_as_of(connection, "2025-11-28", axes) == Lines{"not_started|on_control|not_due|-|1|0"});
  REQUIRE(rows_as_of(connection, "2025-11-29", axes) == Lines{"not_started|on_control|overdue|1|0|0"});
  REQUIRE(rows_as_of(connection, "2025-12-31", axes) == Lines{"not_started|on_control|overdue|33|0|0"});
}

TEST_CASE("an assignment does not exist before it is made") {
  auto connection = assigned_database();
  REQUIRE(rows_as_of(connection, "2025-08-31", axes).empty());
  REQUIRE(rows_as_of(connection, "2025-09-01", axes).size() == 1);
}

TEST_CASE("an entry counts from its acceptance and is pending from its submission") {
  auto connection = assigned_database();
  report(connection, 1, "2025-11", "done", "2025-11-20", "2025-12-02", "2025-12-10");
  REQUIRE(rows_as_of(connection, "2025-12-01", axes) == Lines{"not_started|on_control|overdue|3|0|0"});
  REQUIRE(rows_as_of(connection, "2025-12-02", axes) == Lines{"not_started|on_control|overdue|4|0|1"});
  REQUIRE(rows_as_of(connection, "2025-12-09", axes) == Lines{"not_started|on_control|overdue|11|0|1"});
  REQUIRE(rows_as_of(connection, "2025-12-10", axes) == Lines{"done|on_control|on_time|-|0|0"});
}

TEST_CASE("executed on the deadline is in time, a day after is late") {
  auto connection = assigned_database();
  report(connection, 1, "2025-10", "done", "2025-11-28", "2025-11-28", "2025-11-28");
  REQUIRE(rows_as_of(connection, "2025-11-28", axes) == Lines{"done|on_control|on_time|-|0|0"});
  report(connection, 2, "2025-11", "done", "2025-11-30", "2025-12-01", "2025-12-01");
  REQUIRE(rows_as_of(connection, "2025-12-01", axes) == Lines{"done|on_control|late|2|0|0"});
  connection.exec("UPDATE settings SET value = '0' WHERE key = 'deadline_inclusive'");
  REQUIRE(rows_as_of(connection, "2025-11-28", axes) == Lines{"done|on_control|late|0|0|0"});
}

TEST_CASE("an exclusive deadline is overdue on its own day") {
  auto connection = assigned_database();
  connection.exec("UPDATE settings SET value = '0' WHERE key = 'deadline_inclusive'");
  REQUIRE(rows_as_of(connection, "2025-11-27", axes) == Lines{"not_started|on_control|not_due|-|1|0"});
  REQUIRE(rows_as_of(connection, "2025-11-28", axes) == Lines{"not_started|on_control|overdue|0|0|0"});
}

TEST_CASE("executed without a date counts as executed when submitted") {
  auto connection = assigned_database();
  report(connection, 1, "2025-11", "done", "", "2025-12-01", "2025-12-05");
  REQUIRE(rows_as_of(connection, "2025-12-05", axes) == Lines{"done|on_control|late|3|0|0"});
}

TEST_CASE("cancelled has no timeliness, and withdrawing an item cancels it") {
  auto connection = assigned_database();
  report(connection, 1, "2025-11", "cancelled", "", "2025-12-01", "2025-12-01");
  REQUIRE(rows_as_of(connection, "2025-12-05", axes) == Lines{"cancelled|on_control|-|-|0|0"});
  connection.exec("UPDATE items SET withdrawn = 1");
  test::refresh(connection);
  REQUIRE(
      rows(connection, "SELECT organization, state, timeliness FROM assignment_card ORDER BY organization") ==
      Lines{"centre|cancelled|-", "school-1|cancelled|-", "school-2|cancelled|-"});
}

TEST_CASE("the last period wins, then the last revision, however late an earlier one is accepted") {
  auto connection = assigned_database();
  report(connection, 1, "2025-10", "in_progress", "", "2025-11-01", "2025-11-20");
  report(connection, 2, "2025-11", "partly_done", "", "2025-11-10", "2025-11-11");
  REQUIRE(rows_as_of(connection, "2025-11-20", axes) == Lines{"partly_done|on_control|not_due|-|1|0"});
  report(connection, 3, "2025-11", "not_done", "", "2025-11-12", "2025-11-21", 2);
  REQUIRE(rows_as_of(connection, "2025-11-20", axes) == Lines{"partly_done|on_control|not_due|-|1|1"});
  REQUIRE(rows_as_of(connection, "2025-11-21", axes) == Lines{"not_done|on_control|not_due|-|1|0"});
}

TEST_CASE("a returned entry is neither pending nor counted") {
  auto connection = assigned_database();
  report(connection, 1, "2025-10", "done", "2025-10-20", "2025-11-01", "");
  connection.exec(
      "INSERT INTO entry_reviews (entry_id, decision, decided_on, note) "
      "VALUES (1, 'returned', '2025-11-03', 'нет подтверждения')");
  constexpr std::string_view query =
      "SELECT state, pending, returned FROM assignment_card WHERE organization = 'school-1'";
  REQUIRE(rows_as_of(connection, "2025-11-02", query) == Lines{"not_started|1|0"});
  REQUIRE(rows_as_of(connection, "2025-11-03", query) == Lines{"not_started|0|1"});
  REQUIRE(rows_as_of(connection, "2025-11-02", "SELECT review, review_note FROM entry_card") == Lines{"-|-"});
  REQUIRE(rows_as_of(connection, "2025-11-03", "SELECT review, review_name, review_note FROM entry_card") ==
          Lines{"returned|возвращено на доработку|нет подтверждения"});
}

TEST_CASE("an approved extension moves the deadline, not the original one") {
  auto connection = assigned_database();
  connection.exec(R"(
    INSERT INTO extensions (assignment_id, ordinal, due_on, reason, approved_on) VALUES
      (1, 1, '2025-12-12', 'ремонт', '2025-11-20'), (1, 2, '2025-12-26', 'карантин', '2025-12-10'))");
  test::refresh(connection);
  constexpr std::string_view query =
      "SELECT due_original, due, due_text, extended_text, extension_count, is_extended, timeliness "
      "FROM assignment_card WHERE organization = 'school-1'";
  REQUIRE(rows_as_of(connection, "2025-11-19", query) ==
          Lines{"2025-11-28|2025-11-28|до 28 ноября 2025 г.|-|0|0|not_due"});
  REQUIRE(rows_as_of(connection, "2025-12-01", query) ==
          Lines{"2025-11-28|2025-12-12|до 28 ноября 2025 г.|до 12 декабря 2025 г.|1|1|not_due"});
  REQUIRE(rows_as_of(connection, "2025-12-15", query) ==
          Lines{"2025-11-28|2025-12-26|до 28 ноября 2025 г.|до 26 декабря 2025 г.|2|1|not_due"});
  REQUIRE(rows_as_of(connection, "2025-12-01", "SELECT ordinal, due_on, reason FROM extension_card") ==
          Lines{"1|2025-12-12|ремонт"});
}

TEST_CASE("a deadline on a non-working day moves as the setting says") {
  auto connection = assigned_database();
  // 2026-01-11 is a Sunday; the holidays run to 2026-01-11, 2025-12-27 is a working Saturday.
  connection.exec("UPDATE items SET deadline_on = '2026-01-11'");
  connection.exec(R"(
    WITH RECURSIVE days (day) AS (
      SELECT '2025-12-31' UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2026-01-09')
    INSERT INTO calendar_days (date, kind) SELECT day, 'holiday' FROM days)");
  connection.exec("INSERT INTO calendar_days (date, kind) VALUES ('2025-12-27', 'working')");
  constexpr std::string_view query =
      "SELECT due_original, due FROM assignment_card WHERE organization = 'school-1'";
  test::refresh(connection);
  REQUIRE(rows_as_of(connection, "2025-12-01", query) == Lines{"2026-01-11|2025-12-30"});
  connection.exec("UPDATE settings SET value = 'next' WHERE key = 'deadline_on_non_working_day'");
  test::refresh(connection);
  REQUIRE(rows(connection, query) == Lines{"2026-01-11|2026-01-12"});
  connection.exec("UPDATE settings SET value = 'same' WHERE key = 'deadline_on_non_working_day'");
  test::refresh(connection);
  REQUIRE(rows(connection, query) == Lines{"2026-01-11|2026-01-11"});
  connection.exec("UPDATE settings SET value = 'previous' WHERE key = 'deadline_on_non_working_day'");
  connection.exec("UPDATE items SET deadline_on = '2025-12-28'");  // Sunday after the working Saturday
  test::refresh(connection);
  REQUIRE(rows(connection, query) == Lines{"2025-12-28|2025-12-27"});
}

TEST_CASE("days overdue and days left count from the deadline in force, moved off days off") {
  auto connection = assigned_database();
  connection.exec("UPDATE items SET deadline_on = '2025-11-30'");  // a Sunday
  constexpr std::string_view query =
      "SELECT due, timeliness, overdue_days, days_left, due_soon FROM assignment_card WHERE organization = "
      "'school-1'";
  const auto moved = [&](std::string_view setting) {
    connection.prepare("UPDATE settings SET value = ? WHERE key = 'deadline_on_non_working_day'")
        .bind(1, setting)
        .run();
    test::refresh(connection);
  };
  moved("previous");
  REQUIRE(rows_as_of(connection, "2025-11-17", query) == Lines{"2025-11-28|not_due|-|11|0"});
  REQUIRE(rows_as_of(connection, "2025-11-28", query) == Lines{"2025-11-28|not_due|-|0|1"});
  REQUIRE(rows_as_of(connection, "2025-12-01", query) == Lines{"2025-11-28|overdue|3|-|0"});
  moved("next");
  REQUIRE(rows_as_of(connection, "2025-12-01", query) == Lines{"2025-12-01|not_due|-|0|1"});
  REQUIRE(rows_as_of(connection, "2025-12-02", query) == Lines{"2025-12-01|overdue|1|-|0"});
  moved("same");
  REQUIRE(rows_as_of(connection, "2025-12-02", query) == Lines{"2025-11-30|overdue|2|-|0"});
  connection.exec("UPDATE settings SET value = '3' WHERE key = 'due_soon_days'");
  REQUIRE(rows_as_of(connection, "2025-11-26", query) == Lines{"2025-11-30|not_due|-|4|0"});
  REQUIRE(rows_as_of(connection, "2025-11-27", query) == Lines{"2025-11-30|not_due|-|3|1"});
}

TEST_CASE("an extension to a day off moves too, and what is late counts from it") {
  auto connection = assigned_database();
  connection.exec(R"(
    INSERT INTO extensions (assignment_id, ordinal, due_on, reason, approved_on)
      VALUES (1, 1, '2025-12-13', 'ремонт', '2025-11-20'))");  // a Saturday
  report(connection, 1, "2025-12", "done", "2025-12-15", "2025-12-16", "2025-12-16");
  test::refresh(connection);
  constexpr std::string_view query =
      "SELECT due, extended_text, timeliness, overdue_days, days_left FROM assignment_card WHERE "
      "organization "
      "= 'school-1'";
  REQUIRE(rows_as_of(connection, "2025-12-12", query) ==
          Lines{"2025-12-12|до 13 декабря 2025 г.|not_due|-|0"});
  REQUIRE(rows_as_of(connection, "2025-12-15", query) ==
          Lines{"2025-12-12|до 13 декабря 2025 г.|overdue|3|-"});
  REQUIRE(rows_as_of(connection, "2025-12-16", query) == Lines{"2025-12-12|до 13 декабря 2025 г.|late|3|-"});
  connection.exec("UPDATE settings SET value = 'next' WHERE key = 'deadline_on_non_working_day'");
  test::refresh(connection);
  REQUIRE(rows(connection, query) == Lines{"2025-12-15|до 13 декабря 2025 г.|on_time|-|-"});
}

TEST_CASE("a directive without a deadline has no timeliness") {
  auto connection = assigned_database();
  connection.exec("UPDATE items SET deadline = 'none', deadline_on = NULL");
  test::refresh(connection);
  REQUIRE(rows_as_of(connection, "2026-06-30", axes) == Lines{"not_started|on_control|-|-|0|0"});
}

TEST_CASE("control is an axis of its own and follows the last decision of its day") {
  auto connection = assigned_database();
  connection.exec(R"(
    INSERT INTO control_decisions (assignment_id, ordinal, decision, until, decided_on) VALUES
      (1, 1, 'keep', '2025-12-20', '2025-12-01'), (1, 2, 'remove', NULL, '2025-12-22'))");
  constexpr std::string_view query =
      "SELECT control, control_name, control_until FROM assignment_card WHERE organization = 'school-1'";
  REQUIRE(rows_as_of(connection, "2025-11-30", query) == Lines{"on_control|на контроле|-"});
  REQUIRE(rows_as_of(connection, "2025-12-01", query) ==
          Lines{"keep|оставлено на контроле до 20.12.2025|2025-12-20"});
  REQUIRE(rows_as_of(connection, "2025-12-22", query) == Lines{"remove|снято с контроля|-"});
}

TEST_CASE("every occurrence of a recurring item has its own status") {
  auto connection = assigned_database();
  connection.exec(R"(
    UPDATE items SET deadline = 'recurring', deadline_on = NULL, recurrence = 'quarterly';
    INSERT INTO occurrences (assignment_id, due_on) VALUES (1, '2025-09-30'), (1, '2025-12-31');
    INSERT INTO entries (id, assignment_id, occurrence, period, period_start, period_end, revision, state, executed_on,
                         submitted_on)
      VALUES (1, 1, '2025-09-30', '2025-Q3', '2025-07-01', '2025-09-30', 1, 'done', '2025-09-29', '2025-09-29');
    INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (1, 'accepted', '2025-10-01');
  )");
  test::refresh(connection);
  REQUIRE(rows_as_of(connection, "2026-01-01",
                     "SELECT occurrence, due, due_text, state, timeliness FROM assignment_card "
                     "WHERE organization = 'school-1' ORDER BY occurrence") ==
          Lines{"2025-09-30|2025-09-30|до 30 сентября 2025 г.|done|on_time",
                "2025-12-31|2025-12-31|до 31 декабря 2025 г.|not_started|overdue"});
  REQUIRE(rows(connection, "SELECT deadline_text, deadline_on FROM item_card") == Lines{"ежеквартально|-"});
}

TEST_CASE("an assignment shows its document, co-executors, target and evidence") {
  auto connection = assigned_database();
  connection.exec(R"(
    INSERT INTO item_targets (item_id, ordinal, operator, value, unit, unit_genitive, scope) VALUES
      (1, 1, 'at_least', 80, '%', NULL, 'в классе'), (1, 2, 'at_most', 2.5, 'час', 'часа', NULL);
    INSERT INTO entries (id, assignment_id, period, period_start, period_end, revision, state, actual, proposal,
                         proposal_until, submitted_by_id, submitted_on)
      VALUES (1, 1, '2025-10', '2025-10-01', '2025-10-31', 1, 'partly_done', 60, 'extend', '2025-12-15', 1, '2025-11-01');
    INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (1, 'accepted', '2025-11-02');
    INSERT INTO evidence (entry_id, ordinal, title) VALUES (1, 2, 'Справка'), (1, 1, 'Приказ № 5');
  )");
  REQUIRE(
      rows_as_of(connection, "2025-11-05",
                 "SELECT assignment, document, number, text, co_executors, target_text, target_full_text, "
                 "actual_text, attainment, proposal_name, evidence, submitted_by_name, accepted_on, "
                 "last_period FROM assignment_card "
                 "WHERE organization = 'school-1'") ==
      Lines{"i@school-1|протокол совещания № 4 от 28.08.2025|1.1|Провести анализ.|МЦ|не менее 80\u00A0%; не "
            "более "
            "2,5\u00A0часа|не менее 80\u00A0% в классе; не более 2,5\u00A0часа|60\u00A0%|75.0|продлить срок "
            "до 15.12.2025|Приказ № 5; Справка|Иванов П. И.|2025-11-02|2025-10"});
  REQUIRE(rows(connection, "SELECT assignment, ordinal, title FROM evidence_card ORDER BY ordinal") ==
          Lines{"i@school-1|1|Приказ № 5", "i@school-1|2|Справка"});
}

TEST_CASE("attainment follows the operator, for directives and indicators alike") {
  auto connection = assigned_database();
  connection.exec(R"(
    INSERT INTO item_targets (item_id, ordinal, operator, value) VALUES (1, 1, 'at_least', 0);
    INSERT INTO entries (id, assignment_id, period, period_start, period_end, revision, state, actual, submitted_on)
      VALUES (1, 1, '2025-10', '2025-10-01', '2025-10-31', 1, 'done', 0, '2025-11-01');
    INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (1, 'accepted', '2025-11-02');
    INSERT INTO indicators (id, key, code, name, unit, better, "group", baseline)
      VALUES (1, 'n', '1', 'Доля', '%', 'more', 'results', 50);
    INSERT INTO indicator_targets (indicator_id, period, period_start, period_end, operator, value)
      VALUES (1, '2025', '2025-01-01', '2025-12-31', 'at_least', 0);
    INSERT INTO indicator_values (indicator_id, organization_id, period, period_start, period_end, value, recorded_on,
                                  accepted_on)
      VALUES (1, 1, '2025', '2025-01-01', '2025-12-31', 0, '2025-11-01', '2025-11-02');
    UPDATE item_targets SET indicator_id = 1;
  )");
  test::refresh(connection);
  connection.set_as_of(text::Date::parse("2025-12-31").value());
  const auto attainment = [&](std::string_view op, double plan, double fact) {
    connection.prepare("UPDATE item_targets SET operator = ?, value = ?").bind(1, op).bind(2, plan).run();
    connection.prepare("UPDATE indicator_targets SET operator = ?, value = ?")
        .bind(1, op)
        .bind(2, plan)
        .run();
    connection.prepare("UPDATE indicator_values SET value = ?").bind(1, fact).run();
    static int revision = 1;
    connection
        .prepare(
            "INSERT INTO entries (assignment_id, period, period_start, period_end, revision, state, actual, "
            "submitted_on) VALUES (1, '2025-10', '2025-10-01', '2025-10-31', ?, 'done', ?, '2025-11-01')")
        .bind(1, ++revision)
        .bind(2, fact)
        .run();
    connection
        .prepare(
            "INSERT INTO entry_reviews (entry_id, decision, decided_on) VALUES (?, 'accepted', '2025-11-02')")
        .bind(1, connection.last_insert_rowid())
        .run();
    const std::string of_item =
        rows(connection, "SELECT attainment FROM assignment_card WHERE organization = 'school-1'").at(0);
    const std::string of_indicator =
        rows(connection, "SELECT attainment FROM indicator_card WHERE organization = 'school-1'").at(0);
    REQUIRE(of_item == of_indicator);
    return of_indicator + "/" +
           rows(connection, "SELECT attained FROM indicator_card WHERE organization = 'school-1'").at(0);
  };
  REQUIRE(attainment("at_least", 80, 60) == "75.0/0");
  REQUIRE(attainment("at_least", 80, 88) == "110.0/1");
  REQUIRE(attainment("at_least", 0, 5) == "100.0/1");
  REQUIRE(attainment("at_most", 5, 4) == "100.0/1");
  REQUIRE(attainment("at_most", 5, 8) == "62.5/0");
  REQUIRE(attainment("exactly", 4, 4) == "100.0/1");
  REQUIRE(attainment("exactly", 4, 5) == "80.0/0");
  REQUIRE(attainment("exactly", 4, 3) == "75.0/0");
  REQUIRE(attainment("up_to", 80, 60) == "75.0/0");  // more is better: reach it
  REQUIRE(attainment("trend_up", 0, 51) == "-/1");   // baseline 50
  REQUIRE(attainment("trend_up", 0, 50) == "-/0");
  REQUIRE(attainment("trend_up", 5, 54) == "-/0");
  REQUIRE(attainment("trend_down", 5, 45) == "-/1");
  REQUIRE(attainment("trend_down", 5, 46) == "-/0");
  REQUIRE(attainment("trend_down", 0, 50) == "-/0");
  connection.exec("UPDATE indicator_targets SET baseline = 20");  // the organization's own
  REQUIRE(attainment("trend_up", 0, 21) == "-/1");
  REQUIRE(attainment("trend_up", 5, 24) == "-/0");
  REQUIRE(attainment("trend_down", 0, 21) == "-/0");
  connection.exec("UPDATE indicator_targets SET baseline = NULL");
  REQUIRE(attainment("at_least", 80, 0) == "0.0/0");
  REQUIRE(attainment("at_least", 80, -4) == "0.0/0");
  REQUIRE(attainment("at_least", 0, -1) == "0.0/0");
  REQUIRE(attainment("at_least", -2, -1) == "100.0/1");
  REQUIRE(attainment("at_most", 0, 0) == "100.0/1");
  REQUIRE(attainment("at_most", 0, 3) == "0.0/0");
  REQUIRE(attainment("at_most", -2, -1) == "0.0/0");
  REQUIRE(attainment("exactly", 0, 0) == "100.0/1");
  REQUIRE(attainment("exactly", 4, 0) == "0.0/0");
  REQUIRE(attainment("exactly", 0, 4) == "0.0/0");
  REQUIRE(attainment("exactly", 4, -4) == "0.0/0");
  REQUIRE(attainment("up_to", 80, 88) == "110.0/1");
  connection.exec("UPDATE indicators SET better = 'less'");
  REQUIRE(attainment("up_to", 5, 4) == "100.0/1");
  REQUIRE(attainment("at_least", 80, 60) == "75.0/0");  // the operator speaks, whatever is better
  REQUIRE(attainment("at_most", 5, 8) == "62.5/0");
  REQUIRE(attainment("exactly", 4, 5) == "80.0/0");
  REQUIRE(attainment("trend_up", 5, 55) == "-/1");
  REQUIRE(attainment("trend_down", 5, 45) == "-/1");
  REQUIRE(attainment("up_to", 5, 8) == "62.5/0");  // less is better: stay below it
  constexpr std::string_view unlinked =
      "SELECT attainment FROM assignment_card WHERE organization = 'school-1'";
  connection.exec("UPDATE item_targets SET indicator_id = NULL, unit = 'ч'");
  REQUIRE(rows(connection, unlinked) == Lines{"62.5"});
  connection.exec("UPDATE item_targets SET unit = '%'");
  REQUIRE(rows(connection, unlinked) == Lines{"160.0"});
}
