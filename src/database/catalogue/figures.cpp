#include "database/catalogue/parts.hpp"

namespace svodka::database::parts {

namespace {

data::CatalogueView deadline() {
  return {
      "deadline_card",
      "What discipline counts: one row for each order or recommendation that an organization executes and "
      "that has a deadline in force, an occurrence a row. Co-executors and cancelled assignments are not "
      "here. The counts are 1 or 0: add them up by organization, direction or days.",
      {text("assignment", "«item@organization»"), key("item", "key"), key("organization", "key"),
       text("organization_name", "short name of the organization"),
       date("occurrence", "of a recurring item: its date"), text("direction", "key of the direction"),
       text("direction_name", "name of the direction"), text("modality", "order or recommendation"),
       date("due", "deadline in force"),
       text("outcome", "on_time, late or overdue; ahead while the deadline has not come, executed or not"),
       integer("due_count", "an order whose deadline has come"), integer("done_count", "of those: executed"),
       integer("on_time_count", "of those: executed on time"),
       integer("late_count", "of those: executed late"), integer("overdue_count", "of those: not executed"),
       integer("ahead_count", "an order whose deadline is still ahead"),
       integer("recommended_due_count", "due_count of a recommendation"),
       integer("recommended_done_count", "done_count of a recommendation"),
       integer("recommended_on_time_count", "on_time_count of a recommendation")}};
}

data::CatalogueView discipline() {
  return {
      "discipline_card",
      "Executive discipline: deadline_card added up for each organization and period; nothing due, no "
      "row. An assignment counts in the day, month, quarter, calendar year and academic year of its "
      "deadline in force, so filter by period or kind; for a range of years sum the counts of its months. "
      "due_count = on_time_count + late_count + overdue_count. In a period that has not ended only the "
      "deadlines that have come count as due; the others are ahead, executed or not. A day ahead has a "
      "row; a longer period has one once it has begun. discipline = 100 × done_count ÷ due_count.",
      {key("organization", "key"), text("organization_name", "short name of the organization"),
       text("period", "«2026-10-15», «2026-10», «2026-Q4», «2026», «2026-2027»"),
       text("kind", "day, month, quarter, year or academic_year"), date("period_start", "first day"),
       date("period_end", "last day"),
       integer("due_count", "orders whose deadline lies in the period and has come"),
       integer("done_count", "of them executed"), integer("on_time_count", "of them executed on time"),
       integer("late_count", "of them executed late"), integer("overdue_count", "of them not executed"),
       integer("ahead_count", "orders whose deadline lies in the period and is still ahead"),
       decimal("discipline", "100 × done_count ÷ due_count; empty when nothing was due"),
       decimal("on_time_share", "100 × on_time_count ÷ due_count; empty when nothing was due"),
       integer("recommended_due_count", "due_count of recommendations"),
       integer("recommended_done_count", "done_count of recommendations"),
       integer("recommended_on_time_count", "on_time_count of recommendations"),
       decimal("recommended_discipline", "100 × recommended_done_count ÷ recommended_due_count")}};
}

data::CatalogueView submission() {
  return {
      "submission_card",
      "Completeness and timeliness of what an organization submits: one row for each organization and month "
      "in which a report or a value is expected of it. A report is expected on every assignment that it "
      "executes, of any modality, in the month of the deadline in force; an occurrence is expected in the "
      "month of its own deadline. None is expected on cancelled assignments, on those without a deadline, "
      "and "
      "on those taken off control without a report by the end of the month. Any entry counts whose period "
      "ends "
      "in the month or later, and an earlier one that says «исполнено», accepted or not; the first of them "
      "decides. An indicator value is expected, in the month that its period ends in, for every target that "
      "concerns the organization, its type, or everyone. On time is what is submitted by submit_by. "
      "expected_count = on_time_count + late_count + missing_count + awaited_count.",
      {key("organization", "key"),
       text("organization_name", "short name of the organization"),
       text("period", "the month: «2026-10»"),
       date("period_start", "first day"),
       date("period_end", "last day"),
       date("submit_by",
            "last day to submit: the setting submission_days after period_end; from a non-working day it "
            "moves to the next working day"),
       integer("expected_count", "reports expected"),
       integer("submitted_count", "on_time_count + late_count"),
       integer("on_time_count", "submitted by submit_by"),
       integer("late_count", "submitted later"),
       integer("missing_count", "not submitted, and submit_by is past"),
       integer("awaited_count", "not submitted, and submit_by is not past"),
       decimal("completeness", "100 × submitted_count ÷ expected_count"),
       decimal("timeliness", "100 × on_time_count ÷ (expected_count − awaited_count)"),
       integer("indicator_expected_count", "values of indicators expected"),
       integer("indicator_submitted_count", "indicator_on_time_count + indicator_late_count"),
       integer("indicator_on_time_count", "first recorded by submit_by"),
       integer("indicator_late_count", "first recorded later"),
       integer("indicator_missing_count", "not recorded, and submit_by is past"),
       integer("indicator_awaited_count", "not recorded, and submit_by is not past"),
       decimal("indicator_completeness", "100 × indicator_submitted_count ÷ indicator_expected_count"),
       decimal("indicator_timeliness",
               "100 × indicator_on_time_count ÷ (indicator_expected_count − indicator_awaited_count)")}};
}

}  // namespace

data::Catalogue figure_views() {
  return {
      {"period_card",
       "The periods that reports are made for: every month, quarter, calendar year and academic year (from 1 "
       "September) that has begun by the as-of date, from those of the first assignment, entry or indicator "
       "value on.",
       {text("period", "«2026-10», «2026-Q4», «2026», «2026-2027»"),
        text("kind", "month, quarter, year or academic_year"), date("period_start", "first day"),
        date("period_end", "last day"),
        text("academic_year",
             "«2026-2027»; empty for a calendar year and a third quarter, which lie in two of them"),
        text("name",
             "in words: «октябрь 2026 г.», «IV квартал 2026 г.», «2026 год», «2026/2027 учебный год»")}},
      deadline(),
      discipline(),
      submission(),
  };
}

}  // namespace svodka::database::parts
