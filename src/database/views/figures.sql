-- The views of derived figures: periods, discipline, submissions. They follow views.sql and are written by the same
-- rules. Their formulas stand in the catalogue. They count in windows and not in groups: SQLite takes a WHERE on
-- organization down through a PARTITION BY to the tables in time to use their indices, but not through a GROUP BY.

-- Every period that has begun by as_of(), from the one that the first assignment, entry or value lies in.
CREATE VIEW period_card AS
  WITH RECURSIVE
    months (month) AS (
      SELECT date(first_day, 'start of month') FROM report_start WHERE first_day <= as_of()
      UNION ALL
      SELECT date(month, '+1 month') FROM months WHERE date(month, '+1 month') <= as_of()),
    parts (month, year, number) AS (
      SELECT month, CAST(strftime('%Y', month) AS INTEGER), CAST(strftime('%m', month) AS INTEGER) FROM months),
    quarters (year, number) AS (SELECT DISTINCT year, (number + 2) / 3 FROM parts),
    academic (year) AS (SELECT DISTINCT year - (number < 9) FROM parts)
  SELECT strftime('%Y-%m', month) AS period, 'month' AS kind, month AS period_start,
         date(month, '+1 month', '-1 day') AS period_end,
         format('%04d-%04d', year - (number < 9), year + (number >= 9)) AS academic_year,
         (SELECT name FROM vocabulary WHERE domain = 'month' AND value = strftime('%m', month))
         || strftime(' %Y г.', month) AS name
    FROM parts
  UNION ALL
  SELECT format('%04d-Q%d', year, number), 'quarter', format('%04d-%02d-01', year, number * 3 - 2),
         date(format('%04d-%02d-01', year, number * 3), '+1 month', '-1 day'),
         iif(number = 3, NULL, format('%04d-%04d', year - (number < 3), year + (number = 4))),
         CASE number WHEN 1 THEN 'I' WHEN 2 THEN 'II' WHEN 3 THEN 'III' ELSE 'IV' END || format(' квартал %04d г.', year)
    FROM quarters
  UNION ALL
  SELECT format('%04d', year), 'year', format('%04d-01-01', year), format('%04d-12-31', year), NULL,
         format('%04d год', year)
    FROM (SELECT DISTINCT year FROM parts)
  UNION ALL
  SELECT format('%04d-%04d', year, year + 1), 'academic_year', format('%04d-09-01', year),
         format('%04d-08-31', year + 1), format('%04d-%04d', year, year + 1),
         format('%04d/%04d учебный год', year, year + 1)
    FROM academic;

-- outcome: on_time, late, overdue, or ahead while the deadline in force has not come. The counts are 1 or 0: what
-- adds them up, by organization, direction or period, need not know the rules.
CREATE VIEW deadline_card AS
  SELECT assignment, item, organization, organization_name, occurrence, direction, direction_name, modality, due, outcome,
         is_order AND outcome <> 'ahead' AS due_count,
         is_order AND outcome IN ('on_time', 'late') AS done_count,
         is_order AND outcome = 'on_time' AS on_time_count,
         is_order AND outcome = 'late' AS late_count,
         is_order AND outcome = 'overdue' AS overdue_count,
         is_order AND outcome = 'ahead' AS ahead_count,
         NOT is_order AND outcome <> 'ahead' AS recommended_due_count,
         NOT is_order AND outcome IN ('on_time', 'late') AS recommended_done_count,
         NOT is_order AND outcome = 'on_time' AS recommended_on_time_count
    FROM (
      SELECT assignment, item, organization, organization_name, occurrence, direction, direction_name, modality,
             modality = 'order' AS is_order, due,
             iif(due > as_of() OR timeliness = 'not_due', 'ahead', timeliness) AS outcome
        FROM assignment_card
       WHERE organization IS NOT NULL AND role = 'executor' AND modality IN ('order', 'recommendation')
         AND timeliness IS NOT NULL);

CREATE VIEW discipline_card AS
  SELECT organization, organization_name, period, kind, period_start, period_end, due_count, done_count, on_time_count,
         late_count, overdue_count, ahead_count, round(100.0 * done_count / nullif(due_count, 0), 1) AS discipline,
         round(100.0 * on_time_count / nullif(due_count, 0), 1) AS on_time_share, recommended_due_count,
         recommended_done_count, recommended_on_time_count,
         round(100.0 * recommended_done_count / nullif(recommended_due_count, 0), 1) AS recommended_discipline
    FROM (
      SELECT DISTINCT organization, organization_name, period, kind, period_start, period_end,
             sum(due_count) OVER whole AS due_count,
             sum(done_count) OVER whole AS done_count,
             sum(on_time_count) OVER whole AS on_time_count,
             sum(late_count) OVER whole AS late_count,
             sum(overdue_count) OVER whole AS overdue_count,
             sum(ahead_count) OVER whole AS ahead_count,
             sum(recommended_due_count) OVER whole AS recommended_due_count,
             sum(recommended_done_count) OVER whole AS recommended_done_count,
             sum(recommended_on_time_count) OVER whole AS recommended_on_time_count
        FROM (
          SELECT c.*, k.kind,
                 CASE k.kind
                   WHEN 'day' THEN c.due
                   WHEN 'month' THEN strftime('%Y-%m', c.due)
                   WHEN 'quarter' THEN strftime('%Y-Q', c.due) || ((strftime('%m', c.due) + 2) / 3)
                   WHEN 'year' THEN strftime('%Y', c.due)
                   ELSE strftime('%Y-', c.due, '-8 months') || strftime('%Y', c.due, 'start of month', '+4 months')
                 END AS period,
                 CASE k.kind
                   WHEN 'day' THEN c.due
                   WHEN 'month' THEN date(c.due, 'start of month')
                   WHEN 'quarter' THEN date(c.due, 'start of month', -((strftime('%m', c.due) + 2) % 3) || ' months')
                   WHEN 'year' THEN date(c.due, 'start of year')
                   ELSE strftime('%Y-09-01', c.due, 'start of month', '-8 months')
                 END AS period_start,
                 CASE k.kind
                   WHEN 'day' THEN c.due
                   WHEN 'month' THEN date(c.due, 'start of month', '+1 month', '-1 day')
                   WHEN 'quarter' THEN
                     date(c.due, 'start of month', (3 - (strftime('%m', c.due) + 2) % 3) || ' months', '-1 day')
                   WHEN 'year' THEN strftime('%Y-12-31', c.due)
                   ELSE strftime('%Y-08-31', c.due, 'start of month', '+4 months')
                 END AS period_end
            FROM deadline_card AS c
            CROSS JOIN (SELECT column1 AS kind
                          FROM (VALUES ('day'), ('month'), ('quarter'), ('year'), ('academic_year'))) AS k)
       WHERE period_start <= as_of() OR kind = 'day'
      WINDOW whole AS (PARTITION BY organization, kind, period));

-- One report is expected of every executor whose deadline lies in the month, and one value of every target whose
-- period ends in it. judged: 1 when the day to submit by is past.
CREATE VIEW submission_card AS
  SELECT organization, organization_name, period, period_start, period_end, submit_by, expected_count,
         on_time_count + late_count AS submitted_count, on_time_count, late_count,
         iif(judged, expected_count - on_time_count - late_count, 0) AS missing_count,
         iif(judged, 0, expected_count - on_time_count - late_count) AS awaited_count,
         round(100.0 * (on_time_count + late_count) / nullif(expected_count, 0), 1) AS completeness,
         round(100.0 * on_time_count / nullif(iif(judged, expected_count, on_time_count + late_count), 0), 1)
           AS timeliness,
         indicator_expected_count,
         indicator_on_time_count + indicator_late_count AS indicator_submitted_count, indicator_on_time_count,
         indicator_late_count,
         iif(judged, indicator_expected_count - indicator_on_time_count - indicator_late_count, 0)
           AS indicator_missing_count,
         iif(judged, 0, indicator_expected_count - indicator_on_time_count - indicator_late_count)
           AS indicator_awaited_count,
         round(100.0 * (indicator_on_time_count + indicator_late_count) / nullif(indicator_expected_count, 0), 1)
           AS indicator_completeness,
         round(100.0 * indicator_on_time_count
               / nullif(iif(judged, indicator_expected_count, indicator_on_time_count + indicator_late_count), 0), 1)
           AS indicator_timeliness
    FROM (
      SELECT DISTINCT organization, organization_name, month AS period, month || '-01' AS period_start,
             date(month || '-01', '+1 month', '-1 day') AS period_end, submit_by, submit_by < as_of() AS judged,
             sum(is_report) OVER whole AS expected_count,
             sum(is_report AND in_time IS 1) OVER whole AS on_time_count,
             sum(is_report AND in_time IS 0) OVER whole AS late_count,
             sum(NOT is_report) OVER whole AS indicator_expected_count,
             sum(NOT is_report AND in_time IS 1) OVER whole AS indicator_on_time_count,
             sum(NOT is_report AND in_time IS 0) OVER whole AS indicator_late_count
        FROM (
          SELECT organization, organization_name, month, submit_by, 1 AS is_report, submitted_on <= submit_by AS in_time
            FROM (SELECT c.organization, c.organization_name, l.month, l.submit_by,
                         (SELECT min(e.submitted_on) FROM entries AS e
                           WHERE e.assignment_id = a.id AND e.occurrence = ifnull(c.occurrence, '')
                             AND e.submitted_on <= as_of()
                             AND (e.state = 'done' OR e.period_end >= l.month || '-01')) AS submitted_on,
                         iif(c.control = 'remove',
                             (SELECT max(d.decided_on) FROM control_decisions AS d
                               WHERE d.assignment_id = a.id AND d.occurrence = ifnull(c.occurrence, '')
                                 AND d.decision = 'remove' AND d.decided_on <= as_of()), '9999') AS removed_on
                    FROM assignment_card AS c
                    CROSS JOIN submission_limits AS l ON l.month = strftime('%Y-%m', c.due)
                    CROSS JOIN assignments AS a ON a.key = c.assignment
                   WHERE c.organization IS NOT NULL AND c.role = 'executor' AND c.state <> 'cancelled')
           WHERE removed_on > month || '-31' OR submitted_on IS NOT NULL
          UNION ALL
          SELECT o.key, o.short_name, l.month, l.submit_by, 0,
                 (SELECT min(v.recorded_on) FROM indicator_values AS v
                   WHERE v.organization_id = o.id AND v.indicator_id = ip.indicator_id AND v.period = ip.period
                     AND v.recorded_on <= as_of()) <= l.submit_by
            FROM organizations AS o
            CROSS JOIN indicator_periods AS ip
            JOIN submission_limits AS l ON l.month = strftime('%Y-%m', ip.period_end)
           WHERE EXISTS (SELECT 1 FROM indicator_targets AS t
                          WHERE t.indicator_id = ip.indicator_id AND t.period = ip.period
                            AND (t.organization_id = o.id OR t.type = o.type
                                 OR (t.organization_id IS NULL AND t.type IS NULL
                                     AND EXISTS (SELECT 1 FROM indicator_types AS it
                                                  WHERE it.indicator_id = t.indicator_id AND it.type = o.type)))))
       WHERE month <= strftime('%Y-%m', as_of())
      WINDOW whole AS (PARTITION BY organization, month));
