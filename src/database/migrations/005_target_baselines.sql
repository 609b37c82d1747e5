-- Migration 5: a target may have a starting value of its own: a school grows from its own, not from the district's.

ALTER TABLE indicator_targets ADD COLUMN baseline REAL;
