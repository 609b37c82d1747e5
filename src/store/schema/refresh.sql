-- Rebuilds the derived tables from the imported ones: trees in preorder, what items inherit, moved deadlines.
-- Paths are padded, so that they sort as the ordinals they are made of.

DELETE FROM agenda_effective;
INSERT INTO agenda_effective (agenda_item_id, position, depth)
  WITH RECURSIVE tree (id, meeting_id, path, depth) AS (
    SELECT id, meeting_id, printf('%011d.%010d', ordinal + 10000000000, id), 0
      FROM agenda_items WHERE parent_id IS NULL
    UNION ALL
    SELECT child.id, tree.meeting_id, tree.path || '/' || printf('%011d.%010d', child.ordinal + 10000000000, child.id),
           tree.depth + 1
      FROM tree JOIN agenda_items AS child ON child.parent_id = tree.id)
  SELECT id, row_number() OVER (PARTITION BY meeting_id ORDER BY path), depth FROM tree;

DELETE FROM criterion_effective;
INSERT INTO criterion_effective (criterion_id, position, depth)
  WITH RECURSIVE tree (id, meeting_id, path, depth) AS (
    SELECT id, meeting_id, printf('%011d.%010d', ordinal + 10000000000, id), 0 FROM criteria WHERE parent_id IS NULL
    UNION ALL
    SELECT child.id, tree.meeting_id, tree.path || '/' || printf('%011d.%010d', child.ordinal + 10000000000, child.id),
           tree.depth + 1
      FROM tree JOIN criteria AS child ON child.parent_id = tree.id)
  SELECT id, row_number() OVER (PARTITION BY meeting_id ORDER BY path), depth FROM tree;

DELETE FROM resolution_effective;
INSERT INTO resolution_effective (resolution_id, document)
  SELECT r.id,
         iif(r.kind = 'decision', 'протокол ', 'резолюция ')
         || coalesce(m.title_genitive,
                     (SELECT genitive FROM vocabulary WHERE domain = 'meeting_kind' AND value = m.kind))
         || ifnull(' № ' || iif(r.kind = 'decision', coalesce(m.number, r.number), r.number), '')
         || coalesce(strftime(' от %d.%m.%Y', iif(r.kind = 'decision', coalesce(m.held_on, r.approved_on),
                                                   coalesce(r.approved_on, m.held_on))),
                     printf(' %d г.', m.year), '')
    FROM resolutions AS r JOIN meetings AS m ON m.id = r.meeting_id;

-- Addressees as a document names them: executors, then co-executors.
DROP TABLE IF EXISTS temp.own_addressees;
CREATE TEMP TABLE own_addressees (item_id INTEGER PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO own_addressees (item_id, text)
  WITH tag_names (id, quoted) AS (SELECT id, replace(replace(name, '«', '„'), '»', '“') FROM tags)
  SELECT item_id, group_concat(name, ', ')
    FROM (SELECT a.item_id,
                 CASE WHEN a.text IS NOT NULL THEN a.text
                      ELSE CASE a.rule
                             WHEN 'organization' THEN (SELECT short_name FROM organizations WHERE id = a.organization_id)
                             WHEN 'person' THEN (SELECT name_last FROM people WHERE id = a.person_id)
                             WHEN 'all' THEN 'все общеобразовательные организации'
                             WHEN 'type' THEN
                               (SELECT name FROM vocabulary WHERE domain = 'organization_types' AND value = a.type)
                             WHEN 'tag' THEN 'организации «' || (SELECT quoted FROM tag_names WHERE id = a.tag_id) || '»'
                             WHEN 'except_tag' THEN
                               'все общеобразовательные организации, кроме «'
                               || (SELECT quoted FROM tag_names WHERE id = a.tag_id) || '»'
                           END
                           || iif(a.condition IS NULL, '', ' (' || a.condition || ')')
                 END AS name
            FROM item_addressees AS a
           ORDER BY a.item_id, a.role = 'co_executor', a.ordinal)
   GROUP BY item_id;

-- «1 июня и 25 декабря»
DROP TABLE IF EXISTS temp.yearly_dates;
CREATE TEMP TABLE yearly_dates (item_id INTEGER PRIMARY KEY, text TEXT NOT NULL);
INSERT INTO yearly_dates (item_id, text)
  SELECT item_id, group_concat(separator || day || ' ' || month_name, '')
    FROM (SELECT d.item_id, d.day, v.genitive AS month_name,
                 CASE row_number() OVER in_order
                   WHEN 1 THEN ''
                   WHEN count(*) OVER (PARTITION BY d.item_id) THEN ' и '
                   ELSE ', '
                 END AS separator
            FROM item_dates AS d
            JOIN vocabulary AS v ON v.domain = 'month' AND v.value = printf('%02d', d.month)
          WINDOW in_order AS (PARTITION BY d.item_id ORDER BY d.month, d.day)
           ORDER BY d.item_id, d.month, d.day)
   GROUP BY item_id;

-- A stem is a text that ends with a colon and that children complete. It reaches through other stems; a heading
-- that is no stem, an addressee, a direction or a level starts afresh.
DELETE FROM item_effective;
INSERT INTO item_effective (
    item_id, position, depth, number, full_text, modality, level, direction_id, controller_id, withdrawn,
    addressee_text, deadline, due_on, deadline_start, deadline_text, recurrence, deadline_item_id, agenda_item_id)
  WITH RECURSIVE
    tree (id, resolution_id, path, depth, number, full_text, stem, modality, level, direction_id, controller_id,
          withdrawn, addressee_text, deadline_item_id, agenda_item_id) AS (
      SELECT i.id, i.resolution_id, printf('%011d.%010d', i.ordinal + 10000000000, i.id), 0,
             i.number, i.text,
             iif(substr(rtrim(i.text), -1) = ':' AND i.kind NOT IN ('addressee', 'direction', 'level'), trim(i.text), NULL),
             i.modality, i.level, i.direction_id, i.controller_id, i.withdrawn,
             (SELECT text FROM own_addressees WHERE item_id = i.id),
             iif(i.deadline = 'inherited', NULL, i.id), i.agenda_item_id
        FROM items AS i WHERE i.parent_id IS NULL
      UNION ALL
      SELECT i.id, tree.resolution_id,
             tree.path || '/' || printf('%011d.%010d', i.ordinal + 10000000000, i.id), tree.depth + 1,
             coalesce(i.number, tree.number),
             iif(i.kind IN ('addressee', 'direction', 'level', 'heading', 'table', 'image'), i.text,
                 ifnull(tree.stem || ' ' || i.text, i.text)),
             CASE
               WHEN i.kind IN ('addressee', 'direction', 'level') THEN NULL
               WHEN i.text IS NULL THEN tree.stem
               WHEN substr(rtrim(i.text), -1) = ':' THEN ifnull(tree.stem || ' ', '') || trim(i.text)
             END,
             coalesce(i.modality, tree.modality), coalesce(i.level, tree.level),
             coalesce(i.direction_id, tree.direction_id), coalesce(i.controller_id, tree.controller_id),
             max(i.withdrawn, tree.withdrawn),
             CASE i.addressees
               WHEN 'inherit' THEN
                 coalesce(tree.addressee_text || ', ' || (SELECT text FROM own_addressees WHERE item_id = i.id),
                          tree.addressee_text, (SELECT text FROM own_addressees WHERE item_id = i.id))
               WHEN 'narrow' THEN
                 coalesce((SELECT text FROM own_addressees WHERE item_id = i.id), tree.addressee_text)
               ELSE (SELECT text FROM own_addressees WHERE item_id = i.id)
             END,
             iif(i.deadline = 'inherited', tree.deadline_item_id, i.id), coalesce(i.agenda_item_id, tree.agenda_item_id)
        FROM tree JOIN items AS i ON i.parent_id = tree.id),
    -- The day a resolution was taken on, from which «до конца года» counts.
    taken (resolution_id, day, exact_day) AS MATERIALIZED (
      SELECT r.id, coalesce(r.approved_on, m.held_on, m.year || '-01-01'), coalesce(r.approved_on, m.held_on)
        FROM resolutions AS r JOIN meetings AS m ON m.id = r.meeting_id),
    dated AS (
      SELECT tree.*, ifnull(d.deadline, 'none') AS deadline, d.deadline_start, d.deadline_text, d.recurrence,
             CASE d.deadline
               WHEN 'none' THEN NULL
               WHEN 'continuous' THEN NULL
               WHEN 'recurring' THEN NULL
               WHEN 'month_end' THEN
                 coalesce(d.deadline_on, date(taken.exact_day, 'start of month', '+1 month', '-1 day'))
               WHEN 'year_end' THEN coalesce(d.deadline_on, strftime('%Y-12-31', taken.day))
               WHEN 'academic_year' THEN
                 -- decided in July or August, it is the year that begins in September
                 coalesce(d.deadline_on,
                          strftime('%Y-08-31', ifnull(d.deadline_start, taken.day),
                                   iif(strftime('%m', ifnull(d.deadline_start, taken.day)) >= '07', '+1 year', '+0 year')))
               ELSE d.deadline_on
             END AS due_on
        FROM tree
        LEFT JOIN items AS d ON d.id = tree.deadline_item_id
        LEFT JOIN taken ON taken.resolution_id = tree.resolution_id)
  SELECT id, row_number() OVER (PARTITION BY resolution_id ORDER BY path), depth, number, full_text, modality, level,
         direction_id, controller_id, withdrawn, addressee_text, deadline, due_on, deadline_start,
         coalesce(deadline_text, CASE deadline
           WHEN 'month_end' THEN
             'до конца ' || (SELECT genitive FROM vocabulary WHERE domain = 'month' AND value = strftime('%m', due_on))
             || strftime(' %Y года', due_on)
           WHEN 'year_end' THEN strftime('до конца %Y года', due_on)
           WHEN 'start' THEN strftime('с %d.%m.%Y', deadline_start)
           WHEN 'range' THEN strftime('с %d.%m.%Y', deadline_start) || strftime(' по %d.%m.%Y', due_on)
           WHEN 'academic_year' THEN
             iif(strftime('%m', due_on) >= '09',
                 strftime('в течение %Y/', due_on) || strftime('%Y учебного года', due_on, '+1 year'),
                 strftime('в течение %Y/', due_on, '-1 year') || strftime('%Y учебного года', due_on))
           WHEN 'recurring' THEN
             CASE recurrence WHEN 'weekly' THEN 'еженедельно' WHEN 'monthly' THEN 'ежемесячно'
                             WHEN 'quarterly' THEN 'ежеквартально' ELSE 'ежегодно' END
             || ifnull(' до ' || (SELECT text FROM yearly_dates WHERE item_id = deadline_item_id), '')
           WHEN 'continuous' THEN 'постоянно'
           WHEN 'none' THEN NULL
           ELSE strftime('до %d.%m.%Y', due_on)
         END),
         recurrence, deadline_item_id, agenda_item_id
    FROM dated;

DROP TABLE temp.own_addressees;
DROP TABLE temp.yearly_dates;

DELETE FROM indicator_periods;
INSERT INTO indicator_periods (indicator_id, period, period_start, period_end)
  SELECT indicator_id, period, period_start, period_end FROM indicator_targets
  UNION SELECT indicator_id, period, period_start, period_end FROM indicator_values;

DELETE FROM indicator_types;
INSERT INTO indicator_types (indicator_id, type)
  SELECT DISTINCT v.indicator_id, o.type FROM indicator_values AS v JOIN organizations AS o ON o.id = v.organization_id;

DELETE FROM moved_deadlines;
INSERT INTO moved_deadlines (date, moved_on)
  WITH RECURSIVE
    deadlines (date) AS (
      SELECT due_on FROM item_effective WHERE due_on IS NOT NULL
      UNION SELECT due_on FROM occurrences
      UNION SELECT due_on FROM extensions),
    direction (step) AS (
      SELECT iif(value = 'next', '+1 day', '-1 day') FROM settings
       WHERE key = 'deadline_on_non_working_day' AND value <> 'same'),
    days (date, day, working) AS (
      SELECT date, date, (SELECT kind FROM calendar_days AS c WHERE c.date = deadlines.date) IS 'working'
             OR (strftime('%w', date) NOT IN ('0', '6')
                 AND (SELECT kind FROM calendar_days AS c WHERE c.date = deadlines.date) IS NOT 'holiday')
        FROM deadlines
      UNION ALL
      SELECT days.date, date(days.day, step),
             (SELECT kind FROM calendar_days AS c WHERE c.date = date(days.day, step)) IS 'working'
             OR (strftime('%w', days.day, step) NOT IN ('0', '6')
                 AND (SELECT kind FROM calendar_days AS c WHERE c.date = date(days.day, step)) IS NOT 'holiday')
        FROM days, direction
       WHERE NOT days.working AND abs(julianday(days.day) - julianday(days.date)) < 60)
  SELECT date, day FROM days WHERE working AND day <> date;

DELETE FROM submission_limits;
INSERT INTO submission_limits (month, submit_by)
  WITH RECURSIVE
    months (month) AS (
      SELECT strftime('%Y-%m', due_on) FROM item_effective WHERE due_on IS NOT NULL
      UNION SELECT strftime('%Y-%m', due_on) FROM occurrences
      UNION SELECT strftime('%Y-%m', due_on) FROM extensions
      UNION SELECT strftime('%Y-%m', moved_on) FROM moved_deadlines
      UNION SELECT strftime('%Y-%m', period_end) FROM indicator_periods),
    days (month, day, far) AS (
      SELECT months.month,
             date(months.month || '-01', '+1 month', '-1 day', format('+%d days', CAST(s.value AS INTEGER))), 0
        FROM months JOIN settings AS s ON s.key = 'submission_days'
      UNION ALL
      SELECT month, date(day, '+1 day'), far + 1
        FROM days
       WHERE far < 60
         AND (SELECT kind FROM calendar_days AS c WHERE c.date = day) IS NOT 'working'
         AND (strftime('%w', day) IN ('0', '6') OR (SELECT kind FROM calendar_days AS c WHERE c.date = day) IS 'holiday'))
  SELECT month, max(day) FROM days WHERE day IS NOT NULL GROUP BY month;

DELETE FROM report_start;
INSERT INTO report_start (first_day)
  SELECT day FROM (SELECT min(day) AS day
                     FROM (SELECT min(assigned_on) AS day FROM assignments
                           UNION ALL SELECT min(period_start) FROM entries
                           UNION ALL SELECT min(period_start) FROM indicator_values))
   WHERE day IS NOT NULL;
