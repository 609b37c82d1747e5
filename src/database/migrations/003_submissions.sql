-- Migration 3: when reports are to be submitted, and where the periods of reports begin.

-- A CHECK can only be changed by making the table anew.
CREATE TABLE settings_3 (
  key TEXT NOT NULL PRIMARY KEY
    CHECK (key IN ('due_soon_days', 'deadline_on_non_working_day', 'deadline_inclusive', 'present_by_name_limit',
                   'submission_days')),
  value TEXT NOT NULL,
  CHECK (CASE key
           WHEN 'deadline_on_non_working_day' THEN value IN ('previous', 'next', 'same')
           WHEN 'deadline_inclusive' THEN value IN ('0', '1')
           ELSE value <> '' AND value NOT GLOB '*[^0-9]*' AND length(value) <= 4
         END)
) STRICT, WITHOUT ROWID;
INSERT INTO settings_3 (key, value) SELECT key, value FROM settings;
INSERT INTO settings_3 (key, value) VALUES ('submission_days', '5');
DROP TABLE settings;
ALTER TABLE settings_3 RENAME TO settings;

-- Derived by refresh.sql. submit_by: the last day to report on a month, the setting submission_days after its end,
-- or the next working day. Every month that a deadline or an indicator's period ends in has a row.
CREATE TABLE submission_limits (
  month TEXT NOT NULL PRIMARY KEY,
  submit_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: the first day that anything was assigned on or reported for; none in an empty database.
CREATE TABLE report_start (
  first_day TEXT NOT NULL
) STRICT;

-- The co-executors of an item are looked up for each of its assignments, of which there is one for every organization.
CREATE INDEX assignments_co_executors ON assignments (item_id) WHERE role = 'co_executor';
