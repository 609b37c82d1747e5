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
                             WHEN 'tag' THEN 'организации с признаком «' || (SELECT quoted FROM tag_names WHERE id = a.tag_id) || '»'
                             WHEN 'except_tag' THEN
                               'все общеобразовательные организации, кроме организаций с признаком «'
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
             || strftime(' %Y г.', due_on)
           WHEN 'year_end' THEN strftime('до конца %Y года', due_on)
           WHEN 'start' THEN 'с ' || ru_date(deadline_start)
           WHEN 'range' THEN
             -- «с 1 по 15 октября 2026 г.», «с 10 ноября по 20 декабря 2026 г.», «с 1 сентября 2026 г. по 31 мая 2027 г.»
             CASE
               WHEN deadline_start = due_on THEN ru_date(due_on)
               ELSE 'с '
                    || CASE
                         WHEN substr(deadline_start, 1, 7) = substr(due_on, 1, 7) THEN
                           CAST(substr(deadline_start, 9) AS INTEGER)
                         WHEN substr(deadline_start, 1, 4) = substr(due_on, 1, 4) THEN
                           CAST(substr(deadline_start, 9) AS INTEGER) || ' '
                           || (SELECT genitive FROM vocabulary
                                WHERE domain = 'month' AND value = substr(deadline_start, 6, 2))
                         ELSE ru_date(deadline_start)
                       END
                    || ' по ' || ru_date(due_on)
             END
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
           ELSE 'до ' || ru_date(due_on)
         END),
         recurrence, deadline_item_id, agenda_item_id
    FROM dated;

DROP TABLE temp.own_addressees;
DROP TABLE temp.yearly_dates;

-- Full numbers. A unit is what a reference can name: an item with a number or a marker of letters or digits, or a
-- heading. «1.17» names itself, unless it is printed twice; «а)» and «2)» need the units above. A heading without
-- a number is named («направление 2», «раздел 1») where it divides a numbered item or where numbering restarts.
-- Other items are paragraphs of their unit; the unit's own text is its first («абз. 3» is the second dash).
DROP TABLE IF EXISTS temp.units;
CREATE TEMP TABLE units (
  id INTEGER PRIMARY KEY, resolution_id INTEGER NOT NULL, parent_id INTEGER, kind TEXT NOT NULL, position INTEGER NOT NULL,
  label TEXT, compound INTEGER NOT NULL, heading TEXT, has_text INTEGER NOT NULL);
INSERT INTO units (id, resolution_id, parent_id, kind, position, label, compound, heading, has_text)
  WITH labelled AS (
    SELECT i.id, i.resolution_id, i.parent_id, i.kind, e.position, i.level,
           nullif(rtrim(trim(coalesce(i.number, iif(i.marker GLOB '*[0-9A-Za-zА-Яа-яЁё]*', i.marker, NULL))), '. '), '')
             AS label,
           i.kind IN ('addressee', 'direction', 'level', 'heading') AS is_heading,
           i.kind IN ('directive', 'bullet', 'paragraph') AND i.text IS NOT NULL AS has_text
      FROM items AS i JOIN item_effective AS e ON e.item_id = i.id)
  SELECT id, resolution_id, parent_id, kind, position, label, ifnull(label GLOB '*[0-9].[0-9]*', 0),
         CASE
           WHEN NOT is_heading OR label IS NOT NULL THEN NULL
           WHEN kind = 'level' AND level = 'municipal' THEN 'мун. уровень'
           WHEN kind = 'level' AND level = 'organization' THEN 'уровень ОО'
           ELSE CASE kind WHEN 'direction' THEN 'направление ' WHEN 'level' THEN 'уровень ' ELSE 'раздел ' END
                || sum(is_heading AND label IS NULL) OVER (
                     PARTITION BY resolution_id, ifnull(parent_id, 0), kind = 'direction', kind = 'level' ORDER BY position)
         END,
         has_text
    FROM labelled;

-- short: without headings that no number stands above. above: what stood before the last label.
DROP TABLE IF EXISTS temp.named_units;
CREATE TEMP TABLE named_units (
  id INTEGER PRIMARY KEY, resolution_id INTEGER NOT NULL, unit_id INTEGER, position INTEGER NOT NULL, is_unit INTEGER NOT NULL,
  has_text INTEGER NOT NULL, label TEXT, short TEXT, long TEXT);
INSERT INTO named_units (id, resolution_id, unit_id, position, is_unit, has_text, label, short, long)
  WITH RECURSIVE
    tree (id, resolution_id, unit_id, position, is_unit, has_text, label, own_label, after_heading, short, long, above)
      AS (
      SELECT id, resolution_id, iif(label IS NOT NULL OR heading IS NOT NULL, id, NULL), position,
             label IS NOT NULL OR heading IS NOT NULL, has_text, label, label, heading IS NOT NULL OR kind = 'direction',
             iif(kind = 'direction', 'направление ', '') || label,
             coalesce(heading, iif(kind = 'direction', 'направление ', '') || label), NULL
        FROM units WHERE parent_id IS NULL
      UNION ALL
      SELECT u.id, u.resolution_id, iif(u.label IS NOT NULL OR u.heading IS NOT NULL, u.id, tree.unit_id), u.position,
             u.label IS NOT NULL OR u.heading IS NOT NULL, u.has_text, coalesce(u.label, tree.label), u.label,
             CASE WHEN u.heading IS NOT NULL OR (u.label IS NOT NULL AND u.kind = 'direction') THEN 1
                  WHEN u.label IS NOT NULL THEN 0 ELSE tree.after_heading END,
             CASE
               WHEN u.compound THEN u.label
               WHEN u.label IS NOT NULL THEN
                 ifnull(tree.short || ', ', '')
                 || CASE WHEN u.kind = 'direction' THEN 'направление ' WHEN tree.short IS NULL THEN ''
                         WHEN tree.after_heading THEN 'п.' || char(160) ELSE 'подп.' || char(160) END || u.label
               WHEN u.heading IS NOT NULL AND tree.label IS NOT NULL THEN tree.short || ', ' || u.heading
               ELSE tree.short
             END,
             CASE
               WHEN u.compound THEN
                 ifnull(iif(substr(u.label, 1, length(tree.label) + 1) = tree.label || '.', tree.above, tree.long) || ', ', '')
                 || u.label
               WHEN u.label IS NOT NULL THEN
                 ifnull(tree.long || ', ', '')
                 || CASE WHEN u.kind = 'direction' THEN 'направление ' WHEN tree.long IS NULL THEN ''
                         WHEN tree.after_heading THEN 'п.' || char(160) ELSE 'подп.' || char(160) END || u.label
               WHEN u.heading IS NOT NULL THEN ifnull(tree.long || ', ', '') || u.heading
               ELSE tree.long
             END,
             CASE
               WHEN u.compound THEN
                 iif(substr(u.label, 1, length(tree.label) + 1) = tree.label || '.', tree.above, tree.long)
               WHEN u.label IS NOT NULL THEN tree.long
               ELSE tree.above
             END
        FROM tree JOIN units AS u ON u.parent_id = tree.id)
  SELECT id, resolution_id, unit_id, position, is_unit, has_text, own_label, short, long FROM tree;

UPDATE item_effective SET full_number = numbered.full_number
  FROM (
    WITH
      -- Where a short reference means two items, the long ones are used throughout the resolution.
      ambiguous (resolution_id) AS (
        SELECT DISTINCT resolution_id
          FROM (SELECT resolution_id FROM named_units WHERE label IS NOT NULL
                 GROUP BY resolution_id, short HAVING count(DISTINCT long) > 1)),
      named AS (
        SELECT n.*, iif(n.label IS NULL OR n.resolution_id IN (SELECT resolution_id FROM ambiguous), n.long, n.short) AS name
          FROM named_units AS n),
      paragraphs (id, place) AS (
        SELECT p.id, row_number() OVER (PARTITION BY p.resolution_id, p.unit_id ORDER BY p.position) + ifnull(u.has_text, 0)
          FROM named_units AS p LEFT JOIN named_units AS u ON u.id = p.unit_id
         WHERE NOT p.is_unit AND p.has_text)
    SELECT n.id, CASE WHEN n.is_unit THEN n.name
                      ELSE nullif(ifnull(u.name, '')
                                  || ifnull(iif(u.name IS NULL, '', ', ') || 'абз.' || char(160) || p.place, ''), '') END AS full_number
      FROM named AS n
      LEFT JOIN named AS u ON u.id = n.unit_id
      LEFT JOIN paragraphs AS p ON p.id = n.id) AS numbered
 WHERE numbered.id = item_effective.item_id;

DROP TABLE temp.units;
DROP TABLE temp.named_units;

DELETE FROM indicator_periods;
INSERT INTO indicator_periods (indicator_id, period, period_start, period_end, previous)
  WITH periods (indicator_id, period, period_start, period_end) AS (
    SELECT indicator_id, period, period_start, period_end FROM indicator_targets
    UNION SELECT indicator_id, period, period_start, period_end FROM indicator_values)
  -- '2026-10', '2026-Q3', '2026', '2026-2027', '2026-10-05' tell their kind by length and Q; ranges of years by span
  SELECT indicator_id, period, period_start, period_end,
         lag(period) OVER (PARTITION BY indicator_id, length(period), instr(period, 'Q') > 0,
                                        CAST((julianday(period_end) - julianday(period_start)) / 300 AS INTEGER)
                               ORDER BY period_start)
    FROM periods;

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
