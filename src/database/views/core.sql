-- The views that templates read. Keys are the users' keys; no row ids. Whatever happened after as_of() is not
-- seen. A view's filter columns (meeting, resolution, organization, item) are plain columns of tables, so that
-- a WHERE on them reaches the indices. Functions outside the list of data/ may not stand here.

-- The district. ----------------------------------------------------------------------------------------------

CREATE VIEW organization_card AS
  SELECT o.key AS organization, o.full_name, o.short_name, o.bare_name, o.name_genitive, o.type,
         (SELECT name FROM vocabulary WHERE domain = 'organization_type' AND value = o.type) AS type_name,
         parent.key AS parent, parent.short_name AS parent_name, t.key AS territory, t.name AS territory_name,
         o.ordinal, o.address, o.phone, head.name_first AS head_name, head.name_last AS head_name_last,
         head.position AS head_position
    FROM organizations AS o
    LEFT JOIN organizations AS parent ON parent.id = o.parent_id
    LEFT JOIN territories AS t ON t.id = o.territory_id
    LEFT JOIN people AS head
      ON head.id = (SELECT min(id) FROM people WHERE organization_id = o.id AND people.head = 1);

CREATE VIEW territory_card AS
  SELECT t.key AS territory, t.name, t.name_genitive, t.kind, parent.key AS parent, parent.name AS parent_name
    FROM territories AS t
    LEFT JOIN territories AS parent ON parent.id = t.parent_id;

CREATE VIEW calendar_card AS
  SELECT date, kind, name FROM calendar_days;

CREATE VIEW organization_tag_card AS
  SELECT o.key AS organization, t.key AS tag, t.name AS tag_name, ot.since, ot.until
    FROM organization_tags AS ot
    JOIN organizations AS o ON o.id = ot.organization_id
    JOIN tags AS t ON t.id = ot.tag_id
   WHERE ot.since <= as_of() AND (ot.until IS NULL OR ot.until >= as_of());

-- Those that ended, too: a document prints the pairs of its day.
CREATE VIEW partner_pair_history_card AS
  SELECT o.key AS organization, o.short_name AS organization_name, p.key AS partner, p.short_name AS partner_name,
         pp.since, pp.until, pp.note, pp.ordinal
    FROM partner_pairs AS pp
    JOIN organizations AS o ON o.id = pp.organization_id
    JOIN organizations AS p ON p.id = pp.partner_id
   WHERE pp.since <= as_of();

CREATE VIEW partner_pair_card AS
  SELECT * FROM partner_pair_history_card WHERE until IS NULL OR until >= as_of();

CREATE VIEW person_card AS
  SELECT p.key AS person, p.surname, p.printed_initials AS initials, p.name_last, p.name_first, p.full_name,
         p.position, p.position_genitive, p.position_dative, p.surname_genitive, p.surname_dative,
         o.key AS organization, o.short_name AS organization_name, p.head, p.acting, p.contact
    FROM people AS p
    LEFT JOIN organizations AS o ON o.id = p.organization_id;

CREATE VIEW direction_card AS
  SELECT key AS direction, name, ordinal, valid_from, valid_until FROM directions;

-- Meetings. --------------------------------------------------------------------------------------------------

CREATE VIEW meeting_card AS
  SELECT m.key AS meeting, m.kind, k.name AS kind_name, coalesce(m.title_genitive, k.genitive) AS kind_genitive,
         m.number, m.held_on, coalesce(m.year, CAST(substr(m.held_on, 1, 4) AS INTEGER)) AS year, m.starts_at, m.ends_at,
         m.format,
         (SELECT name FROM vocabulary WHERE domain = 'meeting_format' AND value = m.format) AS format_name,
         m.link, m.place, m.theme, t.key AS territory, t.name AS territory_name, parent.key AS parent,
         parent.theme AS parent_theme, m.goal, m.thesis, m.thesis_source, m.participant_categories, m.approval,
         reviewed.key AS reviews, reviewed.title AS reviews_title, m.stated_count, m.quorum, m.voting_members, m.draft,
         (SELECT group_concat(name, ', ')
            FROM (SELECT name FROM meeting_bodies WHERE meeting_id = m.id ORDER BY ordinal)) AS body_names,
         coalesce(chair_person.name_first, name_first(chair_row.name)) AS chair,
         coalesce(chair_row.position, chair_person.position) AS chair_position,
         post(coalesce(chair_row.position, chair_person.position), coalesce(chair_row.organization_name, chair_of.short_name),
              iif(chair_row.organization_name IS NULL, chair_of.name_genitive, NULL)) AS chair_post,
         coalesce(chair_person.name_last, name_last(chair_row.name)) AS chair_last,
         coalesce(secretary_person.name_first, name_first(secretary_row.name)) AS secretary,
         coalesce(secretary_row.position, secretary_person.position) AS secretary_position,
         post(coalesce(secretary_row.position, secretary_person.position),
              coalesce(secretary_row.organization_name, secretary_of.short_name), iif(secretary_row.organization_name IS NULL, secretary_of.name_genitive, NULL)) AS secretary_post,
         coalesce(secretary_person.name_last, name_last(secretary_row.name)) AS secretary_last,
         (SELECT count(DISTINCT coalesce(person_id, name)) FROM attendance WHERE meeting_id = m.id) AS listed_count,
         (SELECT count(DISTINCT coalesce(person_id, name)) FROM attendance
           WHERE meeting_id = m.id AND state NOT IN ('absent', 'excused')) AS present_count,
         (SELECT count(DISTINCT coalesce(person_id, name)) FROM attendance
           WHERE meeting_id = m.id AND state NOT IN ('absent', 'excused') AND role <> 'invited') AS present_own_count,
         (SELECT count(DISTINCT coalesce(person_id, name)) FROM attendance
           WHERE meeting_id = m.id AND state IN ('absent', 'excused')) AS absent_count,
         (SELECT count(DISTINCT coalesce(person_id, name)) FROM attendance
           WHERE meeting_id = m.id AND role = 'invited') AS invited_count,
         (SELECT count(DISTINCT coalesce(person_id, name)) FROM attendance
           WHERE meeting_id = m.id AND state NOT IN ('absent', 'excused') AND role <> 'invited')
           <= (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'present_by_name_limit') AS present_by_name,
         r.key AS resolution, r.title AS resolution_title
    FROM meetings AS m
    JOIN vocabulary AS k ON k.domain = 'meeting_kind' AND k.value = m.kind
    LEFT JOIN territories AS t ON t.id = m.territory_id
    LEFT JOIN meetings AS parent ON parent.id = m.parent_id
    LEFT JOIN resolutions AS reviewed ON reviewed.id = m.reviews_id
    LEFT JOIN attendance AS chair_row
      ON chair_row.meeting_id = m.id
     AND chair_row.ordinal = (SELECT min(ordinal) FROM attendance WHERE meeting_id = m.id AND role = 'chair')
    LEFT JOIN people AS chair_person ON chair_person.id = chair_row.person_id
    LEFT JOIN organizations AS chair_of ON chair_of.id = coalesce(chair_row.organization_id, chair_person.organization_id)
    LEFT JOIN attendance AS secretary_row
      ON secretary_row.meeting_id = m.id
     AND secretary_row.ordinal = (SELECT min(ordinal) FROM attendance WHERE meeting_id = m.id AND role = 'secretary')
    LEFT JOIN people AS secretary_person ON secretary_person.id = secretary_row.person_id
    LEFT JOIN organizations AS secretary_of ON secretary_of.id = coalesce(secretary_row.organization_id, secretary_person.organization_id)
    LEFT JOIN resolutions AS r ON r.id = (SELECT min(id) FROM resolutions WHERE meeting_id = m.id);

CREATE VIEW meeting_body_card AS
  SELECT m.key AS meeting, b.ordinal, b.name, o.key AS organization
    FROM meeting_bodies AS b
    JOIN meetings AS m ON m.id = b.meeting_id
    LEFT JOIN organizations AS o ON o.id = b.organization_id;

CREATE VIEW meeting_paragraph_card AS
  SELECT m.key AS meeting, p.part, p.ordinal, p.kind, p.label, p.text
    FROM meeting_paragraphs AS p
    JOIN meetings AS m ON m.id = p.meeting_id;

CREATE VIEW appendix_card AS
  SELECT m.key AS meeting, a.ordinal, a.title, a.content, a.text
    FROM meeting_appendices AS a
    JOIN meetings AS m ON m.id = a.meeting_id;

CREATE VIEW attendance_card AS
  SELECT m.key AS meeting, a.ordinal, p.key AS person, coalesce(p.full_name, full_name(a.name)) AS full_name,
         coalesce(p.name_last, name_last(a.name)) AS name_last, coalesce(p.name_first, name_first(a.name)) AS name_first,
         coalesce(p.surname,
                  substr(full_name(a.name), 1, instr(full_name(a.name) || ' ', ' ') - 1)) AS surname,
         coalesce(a.position, p.position) AS position, coalesce(o.key, own.key) AS organization,
         coalesce(a.organization_name, o.short_name, own.short_name) AS organization_name,
         post(coalesce(a.position, p.position), coalesce(a.organization_name, o.short_name, own.short_name),
              iif(a.organization_name IS NULL, iif(o.id IS NULL, own.name_genitive, o.name_genitive), NULL)) AS post, a.role,
         (SELECT name FROM vocabulary WHERE domain = 'attendance_role' AND value = a.role) AS role_name, a.state,
         (SELECT name FROM vocabulary WHERE domain = 'attendance_state' AND value = a.state) AS state_name,
         a.reason, deputy.name_last AS deputised_by, a.voting, a.state NOT IN ('absent', 'excused') AS is_present,
         p.contact
    FROM attendance AS a
    JOIN meetings AS m ON m.id = a.meeting_id
    LEFT JOIN people AS p ON p.id = a.person_id
    LEFT JOIN organizations AS o ON o.id = a.organization_id
    LEFT JOIN organizations AS own ON own.id = p.organization_id
    LEFT JOIN people AS deputy ON deputy.id = a.deputised_by_id;

CREATE VIEW agenda_card AS
  SELECT m.key AS meeting, a.key AS agenda_item, parent.key AS parent, e.position AS ordinal, e.depth, a.number,
         a.title, a.kind,
         (SELECT name FROM vocabulary WHERE domain = 'agenda_kind' AND value = a.kind) AS kind_name,
         a.time_limit, a.heard, a.decision_word, a.votes_for, a.votes_against, a.votes_abstained,
         coalesce(a.votes_for, a.votes_against, a.votes_abstained) IS NOT NULL AS has_votes,
         reviewed.key AS reviews, reviewed.title AS reviews_title
    FROM agenda_items AS a
    JOIN agenda_effective AS e ON e.agenda_item_id = a.id
    JOIN meetings AS m ON m.id = a.meeting_id
    LEFT JOIN agenda_items AS parent ON parent.id = a.parent_id
    LEFT JOIN resolutions AS reviewed ON reviewed.id = a.reviews_id;

CREATE VIEW agenda_speaker_card AS
  SELECT m.key AS meeting, a.key AS agenda_item, s.ordinal, coalesce(p.name_first, name_first(s.name)) AS name_first,
         coalesce(p.name_last, name_last(s.name)) AS name_last, coalesce(s.position, p.position) AS position,
         coalesce(s.organization_name, o.short_name) AS organization_name,
         post(coalesce(s.position, p.position), coalesce(s.organization_name, o.short_name),
              iif(s.organization_name IS NULL, o.name_genitive, NULL)) AS post
    FROM agenda_speakers AS s
    JOIN agenda_items AS a ON a.id = s.agenda_item_id
    JOIN meetings AS m ON m.id = a.meeting_id
    LEFT JOIN people AS p ON p.id = s.person_id
    LEFT JOIN organizations AS o ON o.id = p.organization_id;

CREATE VIEW speech_card AS
  SELECT m.key AS meeting, a.key AS agenda_item, s.ordinal, coalesce(p.name_first, name_first(s.name)) AS name_first,
         coalesce(p.name_last, name_last(s.name)) AS name_last, coalesce(s.position, p.position) AS position,
         coalesce(s.organization_name, o.short_name) AS organization_name,
         post(coalesce(s.position, p.position), coalesce(s.organization_name, o.short_name),
              iif(s.organization_name IS NULL, o.name_genitive, NULL)) AS post, s.text
    FROM speeches AS s
    JOIN agenda_items AS a ON a.id = s.agenda_item_id
    JOIN meetings AS m ON m.id = a.meeting_id
    LEFT JOIN people AS p ON p.id = s.person_id
    LEFT JOIN organizations AS o ON o.id = p.organization_id;

CREATE VIEW criterion_card AS
  SELECT m.key AS meeting, c.key AS criterion, parent.key AS parent, e.position, e.depth, c.number, c.text,
         coalesce((SELECT group_concat(text, '; ')
                     FROM (SELECT text FROM criterion_options WHERE criterion_id = c.id ORDER BY ordinal)),
                  c.options) AS options
    FROM criteria AS c
    JOIN criterion_effective AS e ON e.criterion_id = c.id
    JOIN meetings AS m ON m.id = c.meeting_id
    LEFT JOIN criteria AS parent ON parent.id = c.parent_id;

-- Resolutions. -----------------------------------------------------------------------------------------------

CREATE VIEW resolution_card AS
  SELECT r.key AS resolution, m.key AS meeting, r.kind, k.name AS kind_name, r.title, r.number, r.approved_on, r.draft,
         mk.name AS meeting_kind_name, m.number AS meeting_number, m.held_on AS meeting_held_on, m.theme AS meeting_theme,
         e.document
    FROM resolutions AS r
    JOIN meetings AS m ON m.id = r.meeting_id
    JOIN resolution_effective AS e ON e.resolution_id = r.id
    JOIN vocabulary AS k ON k.domain = 'resolution_kind' AND k.value = r.kind
    JOIN vocabulary AS mk ON mk.domain = 'meeting_kind' AND mk.value = m.kind;

CREATE VIEW item_card AS
  SELECT r.key AS resolution, m.key AS meeting, i.key AS item, parent.key AS parent, a.key AS agenda_item, e.position,
         e.depth, i.kind, i.number, i.marker, i.text, i.content, i.tracked, e.modality,
         (SELECT name FROM vocabulary WHERE domain = 'modality' AND value = e.modality) AS modality_name, e.level,
         (SELECT name FROM vocabulary WHERE domain = 'level' AND value = e.level) AS level_name,
         d.key AS direction, d.name AS direction_name, c.name_last AS controller_name, e.withdrawn, e.deadline,
         e.due_on AS deadline_on, e.deadline_start, e.deadline_text, e.addressee_text, e.full_text,
         e.number AS effective_number, e.full_number
    FROM items AS i
    JOIN item_effective AS e ON e.item_id = i.id
    JOIN resolutions AS r ON r.id = i.resolution_id
    JOIN meetings AS m ON m.id = r.meeting_id
    LEFT JOIN items AS parent ON parent.id = i.parent_id
    LEFT JOIN agenda_items AS a ON a.id = e.agenda_item_id
    LEFT JOIN directions AS d ON d.id = e.direction_id
    LEFT JOIN people AS c ON c.id = e.controller_id;

CREATE VIEW item_target_card AS
  SELECT r.key AS resolution, i.key AS item, t.ordinal, t.operator, t.value, t.unit, t.scope, t.population,
         n.key AS indicator,
         target_text(t.operator, v.name, t.value, t.unit, t.unit_genitive, t.unit_genitive_plural) AS text,
         target_text(t.operator, v.name, t.value, t.unit, t.unit_genitive, t.unit_genitive_plural)
         || ifnull(' ' || t.scope, '') || ifnull(' (' || t.population || ')', '') AS full_text
    FROM item_targets AS t
    JOIN vocabulary AS v ON v.domain = 'operator' AND v.value = t.operator
    JOIN items AS i ON i.id = t.item_id
    JOIN resolutions AS r ON r.id = i.resolution_id
    LEFT JOIN indicators AS n ON n.id = t.indicator_id;

CREATE VIEW item_act_card AS
  SELECT r.key AS resolution, i.key AS item, a.ordinal, a.title, a.date, a.number, a.url
    FROM item_acts AS a
    JOIN items AS i ON i.id = a.item_id
    JOIN resolutions AS r ON r.id = i.resolution_id;

CREATE VIEW item_addressee_card AS
  SELECT r.key AS resolution, i.key AS item, a.ordinal, a.role,
         (SELECT name FROM vocabulary WHERE domain = 'assignment_role' AND value = a.role) AS role_name, a.rule,
         coalesce(o.short_name, p.name_last, t.name,
                  (SELECT name FROM vocabulary WHERE domain = 'organization_types' AND value = a.type)) AS name,
         a.condition, a.text
    FROM item_addressees AS a
    JOIN items AS i ON i.id = a.item_id
    JOIN resolutions AS r ON r.id = i.resolution_id
    LEFT JOIN organizations AS o ON o.id = a.organization_id
    LEFT JOIN people AS p ON p.id = a.person_id
    LEFT JOIN tags AS t ON t.id = a.tag_id;

-- Assignments: one row for each occurrence. ------------------------------------------------------------------

-- The state is that of the last entry accepted by as_of(), last by period and revision. A withdrawn item's
-- assignments are cancelled. The three axes (state, control, timeliness) stay apart.
CREATE VIEW assignment_card AS
  SELECT assignment, item, organization, organization_name, person, person_name, role, role_name, occurrence, resolution,
         meeting, document, position, number, full_number, text, modality, level, direction, direction_name, due_original, due,
         iif(occurrence IS NULL, deadline_text, 'до ' || ru_date(occurrence)) AS due_text,
         'до ' || ru_date(extended_to) AS extended_text, extension_count, extended_to IS NOT NULL AS is_extended,
         addressee_text, executors AS executor_names, co_executors, controller_name, state,
         (SELECT name FROM vocabulary WHERE domain = 'state' AND value = state) AS state_name, pending, returned, percent, done,
         reasons, actual, quantity_text(actual, target_unit, unit_genitive, unit_genitive_plural) AS actual_text, target_text,
         target_full_text, target_value, target_unit AS unit,
         round(attainment(actual, target_value, target_operator, better), 1) AS attainment,
         executed_on, proposal,
         (SELECT name FROM vocabulary WHERE domain = 'proposal' AND value = proposal)
         || ifnull(strftime(' до %d.%m.%Y', proposal_until), '') AS proposal_name,
         proposal_until, control,
         (SELECT name FROM vocabulary WHERE domain = 'control' AND value = control)
         || ifnull(strftime(' до %d.%m.%Y', control_until), '') AS control_name,
         control_until, timeliness,
         (SELECT name FROM vocabulary WHERE domain = 'timeliness' AND value = timeliness) AS timeliness_name,
         CASE timeliness
           WHEN 'overdue' THEN CAST(julianday(as_of()) - julianday(due) AS INTEGER)
           WHEN 'late' THEN CAST(julianday(done_on) - julianday(due) AS INTEGER)
         END AS overdue_days,
         iif(timeliness = 'not_due', CAST(julianday(due) - julianday(as_of()) AS INTEGER), NULL) AS days_left,
         ifnull(timeliness = 'not_due'
                AND julianday(due) - julianday(as_of())
                    <= (SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'due_soon_days'), 0) AS due_soon,
         (SELECT group_concat(title, '; ')
            FROM (SELECT title FROM evidence WHERE entry_id = accepted_id ORDER BY ordinal)) AS evidence,
         last_period, submitted_on, submitted_by_name, accepted_on, assigned_on
    FROM (
      SELECT *,
             CASE
               WHEN due IS NULL OR state = 'cancelled' THEN NULL
               WHEN state = 'done' THEN iif(done_on < due OR (done_on = due AND inclusive), 'on_time', 'late')
               WHEN due < as_of() OR (due = as_of() AND NOT inclusive) THEN 'overdue'
               ELSE 'not_due'
             END AS timeliness
        FROM (
          SELECT a.key AS assignment, i.key AS item, o.key AS organization,
                 o.short_name AS organization_name, p.key AS person, p.name_last AS person_name, a.role,
                 (SELECT name FROM vocabulary WHERE domain = 'assignment_role' AND value = a.role) AS role_name,
                 oc.due_on AS occurrence, r.key AS resolution, m.key AS meeting, re.document, ie.position, ie.number, ie.full_number,
                 ie.full_text AS text, ie.modality, ie.level, d.key AS direction, d.name AS direction_name,
                 coalesce(oc.due_on, ie.due_on) AS due_original,
                 coalesce(moved.moved_on, x.due_on, oc.due_on, ie.due_on) AS due, ie.deadline_text,
                 x.due_on AS extended_to,
                 (SELECT count(*) FROM extensions
                   WHERE assignment_id = a.id AND occurrence = ifnull(oc.due_on, '') AND approved_on <= as_of())
                   AS extension_count,
                 ie.addressee_text,
                 (SELECT group_concat(name, ', ')
                    FROM (SELECT coalesce(co.short_name, cp.name_last) AS name
                            FROM assignments AS ca
                            LEFT JOIN organizations AS co ON co.id = ca.organization_id
                            LEFT JOIN people AS cp ON cp.id = ca.person_id
                           WHERE a.role = 'co_executor' AND ca.item_id = a.item_id AND ca.role = 'executor'
                             AND ca.assigned_on <= as_of()
                           ORDER BY co.ordinal, co.key, cp.key)) AS executors,
                 (SELECT group_concat(name, ', ')
                    FROM (SELECT coalesce(co.short_name, cp.name_last) AS name
                            FROM assignments AS ca
                            LEFT JOIN organizations AS co ON co.id = ca.organization_id
                            LEFT JOIN people AS cp ON cp.id = ca.person_id
                           WHERE ca.item_id = a.item_id AND ca.id <> a.id AND ca.role = 'co_executor'
                             AND ca.assigned_on <= as_of()
                           ORDER BY co.ordinal, co.key, cp.key)) AS co_executors,
                 controller.name_last AS controller_name,
                 iif(ie.withdrawn, 'cancelled', ifnull(e.state, 'not_started')) AS state,
                 last.id IS NOT NULL AND review.id IS NULL AS pending,
                 ifnull(review.decision = 'returned', 0) AS returned,
                 e.percent, e.done, e.reasons, e.actual,
                 (SELECT group_concat(text, '; ') FROM item_target_card AS tc WHERE tc.item = i.key) AS target_text,
                 (SELECT group_concat(full_text, '; ') FROM item_target_card AS tc WHERE tc.item = i.key)
                   AS target_full_text,
                 t.value AS target_value, t.unit AS target_unit, t.unit_genitive, t.unit_genitive_plural, t.operator AS target_operator,
                 coalesce(n.better, iif(t.unit = '%', 'more', 'less')) AS better,
                 e.executed_on, coalesce(e.executed_on, e.submitted_on) AS done_on, e.proposal, e.proposal_until,
                 ifnull(c.decision, 'on_control') AS control, c.until AS control_until, e.id AS accepted_id,
                 e.period AS last_period, e.submitted_on, author.name_last AS submitted_by_name,
                 accepted.decided_on AS accepted_on, a.assigned_on,
                 (SELECT value = '1' FROM settings WHERE key = 'deadline_inclusive') AS inclusive
            FROM assignments AS a
            JOIN items AS i ON i.id = a.item_id
            JOIN item_effective AS ie ON ie.item_id = a.item_id
            JOIN resolutions AS r ON r.id = i.resolution_id
            JOIN resolution_effective AS re ON re.resolution_id = i.resolution_id
            JOIN meetings AS m ON m.id = r.meeting_id
            LEFT JOIN organizations AS o ON o.id = a.organization_id
            LEFT JOIN people AS p ON p.id = a.person_id
            LEFT JOIN directions AS d ON d.id = ie.direction_id
            LEFT JOIN people AS controller ON controller.id = ie.controller_id
            LEFT JOIN item_targets AS t
              ON t.item_id = a.item_id AND t.ordinal = (SELECT min(ordinal) FROM item_targets WHERE item_id = a.item_id)
            LEFT JOIN indicators AS n ON n.id = t.indicator_id
            LEFT JOIN occurrences AS oc ON oc.assignment_id = a.id
            LEFT JOIN extensions AS x
              ON x.id = (SELECT id FROM extensions
                          WHERE assignment_id = a.id AND occurrence = ifnull(oc.due_on, '') AND approved_on <= as_of()
                          ORDER BY ordinal DESC LIMIT 1)
            LEFT JOIN moved_deadlines AS moved ON moved.date = coalesce(x.due_on, oc.due_on, ie.due_on)
            LEFT JOIN entries AS e
              ON e.id = (SELECT en.id FROM entries AS en JOIN entry_reviews AS er ON er.entry_id = en.id
                          WHERE en.assignment_id = a.id AND en.occurrence = ifnull(oc.due_on, '')
                            AND er.decision = 'accepted' AND er.decided_on <= as_of()
                          ORDER BY en.period_end DESC, en.revision DESC, en.id DESC LIMIT 1)
            LEFT JOIN entry_reviews AS accepted ON accepted.entry_id = e.id
            LEFT JOIN people AS author ON author.id = e.submitted_by_id
            LEFT JOIN entries AS last
              ON last.id = (SELECT id FROM entries
                             WHERE assignment_id = a.id AND occurrence = ifnull(oc.due_on, '')
                               AND submitted_on <= as_of()
                             ORDER BY period_end DESC, revision DESC, id DESC LIMIT 1)
            LEFT JOIN entry_reviews AS review ON review.entry_id = last.id AND review.decided_on <= as_of()
            LEFT JOIN control_decisions AS c
              ON c.id = (SELECT id FROM control_decisions
                          WHERE assignment_id = a.id AND occurrence = ifnull(oc.due_on, '') AND decided_on <= as_of()
                          ORDER BY ordinal DESC LIMIT 1)
           WHERE a.assigned_on <= as_of()));

CREATE VIEW entry_card AS
  SELECT a.key AS assignment, i.key AS item, o.key AS organization, p.key AS person,
         nullif(e.occurrence, '') AS occurrence, e.period, e.period_start, e.period_end, e.revision, e.state,
         (SELECT name FROM vocabulary WHERE domain = 'state' AND value = e.state) AS state_name, e.percent, e.done,
         e.reasons, e.actual, e.executed_on, e.proposal, e.proposal_until, e.submitted_on,
         author.name_last AS submitted_by_name, review.decision AS review,
         (SELECT name FROM vocabulary WHERE domain = 'review' AND value = review.decision) AS review_name,
         review.decided_on AS reviewed_on, reviewer.name_last AS reviewed_by_name, review.note AS review_note
    FROM entries AS e
    JOIN assignments AS a ON a.id = e.assignment_id
    JOIN items AS i ON i.id = a.item_id
    LEFT JOIN organizations AS o ON o.id = a.organization_id
    LEFT JOIN people AS p ON p.id = a.person_id
    LEFT JOIN people AS author ON author.id = e.submitted_by_id
    LEFT JOIN entry_reviews AS review ON review.entry_id = e.id AND review.decided_on <= as_of()
    LEFT JOIN people AS reviewer ON reviewer.id = review.decided_by_id
   WHERE e.submitted_on <= as_of();

CREATE VIEW evidence_card AS
  SELECT a.key AS assignment, i.key AS item, o.key AS organization, p.key AS person,
         nullif(e.occurrence, '') AS occurrence, e.period, e.revision, v.ordinal, v.title, v.file, v.url
    FROM evidence AS v
    JOIN entries AS e ON e.id = v.entry_id
    JOIN assignments AS a ON a.id = e.assignment_id
    JOIN items AS i ON i.id = a.item_id
    LEFT JOIN organizations AS o ON o.id = a.organization_id
    LEFT JOIN people AS p ON p.id = a.person_id
   WHERE e.submitted_on <= as_of();

CREATE VIEW extension_card AS
  SELECT a.key AS assignment, i.key AS item, o.key AS organization, p.key AS person,
         nullif(x.occurrence, '') AS occurrence, x.ordinal, x.due_on, x.reason, approver.name_last AS approved_by_name,
         x.approved_on
    FROM extensions AS x
    JOIN assignments AS a ON a.id = x.assignment_id
    JOIN items AS i ON i.id = a.item_id
    LEFT JOIN organizations AS o ON o.id = a.organization_id
    LEFT JOIN people AS p ON p.id = a.person_id
    LEFT JOIN people AS approver ON approver.id = x.approved_by_id
   WHERE x.approved_on <= as_of();

CREATE VIEW control_decision_card AS
  SELECT a.key AS assignment, i.key AS item, o.key AS organization, p.key AS person,
         nullif(c.occurrence, '') AS occurrence, c.ordinal, c.decision,
         (SELECT name FROM vocabulary WHERE domain = 'control' AND value = c.decision) AS decision_name, c.until,
         decider.name_last AS decided_by_name, c.decided_on, c.note
    FROM control_decisions AS c
    JOIN assignments AS a ON a.id = c.assignment_id
    JOIN items AS i ON i.id = a.item_id
    LEFT JOIN organizations AS o ON o.id = a.organization_id
    LEFT JOIN people AS p ON p.id = a.person_id
    LEFT JOIN people AS decider ON decider.id = c.decided_by_id
   WHERE c.decided_on <= as_of();
