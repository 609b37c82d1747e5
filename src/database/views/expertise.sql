-- Views of links between items, of expert conclusions and of indicators. The rules of views.sql hold here too.

-- Each link from both of its ends.
CREATE VIEW item_link_card AS
  SELECT r.key AS resolution, i.key AS item, l.kind, l.is_back,
         (SELECT v.name FROM vocabulary AS v
           WHERE v.domain = iif(l.is_back, 'link_back', 'link') AND v.value = l.kind) AS kind_name,
         t.key AS linked_item, tr.key AS linked_resolution, te.full_number AS linked_number, te.full_text AS linked_text,
         td.document AS linked_document
    FROM (SELECT item_id, kind, target_id, 0 AS is_back FROM item_links
          UNION ALL SELECT target_id, kind, item_id, 1 FROM item_links) AS l
    JOIN items AS i ON i.id = l.item_id
    JOIN resolutions AS r ON r.id = i.resolution_id
    JOIN items AS t ON t.id = l.target_id
    JOIN item_effective AS te ON te.item_id = t.id
    JOIN resolutions AS tr ON tr.id = t.resolution_id
    JOIN resolution_effective AS td ON td.resolution_id = t.resolution_id;

CREATE VIEW criterion_option_card AS
  SELECT m.key AS meeting, c.key AS criterion, e.position, o.key AS option, o.ordinal, o.marker, o.text,
         o.other AS is_other, o.points
    FROM criterion_options AS o
    JOIN criteria AS c ON c.id = o.criterion_id
    JOIN criterion_effective AS e ON e.criterion_id = c.id
    JOIN meetings AS m ON m.id = c.meeting_id;

-- Counts and points are those of expert_answer_card.
CREATE VIEW expert_conclusion_card AS
  SELECT x.key AS conclusion, o.key AS organization, o.short_name AS organization_name,
         o.full_name AS organization_full_name, o.name_genitive AS organization_genitive, x.programme, m.key AS meeting,
         m.theme AS meeting_theme, m.held_on AS meeting_held_on, x.number, x.concluded_on,
         (SELECT group_concat(name, ', ')
            FROM (SELECT coalesce(p.name_last, name_last(ce.name)) AS name
                    FROM conclusion_experts AS ce LEFT JOIN people AS p ON p.id = ce.person_id
                   WHERE ce.conclusion_id = x.id ORDER BY ce.ordinal)) AS expert_names,
         (SELECT count(*) FROM conclusion_experts WHERE conclusion_id = x.id) AS expert_count,
         x.verdict, (SELECT name FROM vocabulary WHERE domain = 'verdict' AND value = x.verdict) AS verdict_name,
         x.verdict_text, x.draft,
         (SELECT count(*) FROM expert_answer_card AS a WHERE a.conclusion = x.key AND NOT a.is_group) AS criterion_count,
         (SELECT count(*) FROM expert_answer_card AS a WHERE a.conclusion = x.key AND a.is_answered) AS answered_count,
         (SELECT sum(a.points) FROM expert_answer_card AS a WHERE a.conclusion = x.key AND NOT a.is_group) AS points,
         (SELECT sum(a.most_points) FROM expert_answer_card AS a WHERE a.conclusion = x.key AND NOT a.is_group)
           AS most_points
    FROM expert_conclusions AS x
    JOIN organizations AS o ON o.id = x.organization_id
    JOIN meetings AS m ON m.id = x.meeting_id
   WHERE x.concluded_on IS NULL OR x.concluded_on <= as_of();

CREATE VIEW conclusion_expert_card AS
  SELECT x.key AS conclusion, e.ordinal, p.key AS person, coalesce(p.name_first, name_first(e.name)) AS name_first,
         coalesce(p.name_last, name_last(e.name)) AS name_last, coalesce(p.full_name, full_name(e.name)) AS full_name,
         coalesce(e.position, p.position) AS position, coalesce(e.organization_name, o.short_name) AS organization_name
    FROM conclusion_experts AS e
    JOIN expert_conclusions AS x ON x.id = e.conclusion_id
    LEFT JOIN people AS p ON p.id = e.person_id
    LEFT JOIN organizations AS o ON o.id = p.organization_id
   WHERE x.concluded_on IS NULL OR x.concluded_on <= as_of();

-- Points given by hand go before those of the chosen options. A group has no answer of its own.
CREATE VIEW expert_answer_card AS
  SELECT conclusion, organization, criterion, parent, position, depth, number, text, is_group, options, answer, other_text,
         answer IS NOT NULL OR remark IS NOT NULL AS is_answered, remark,
         coalesce(given_points, chosen_points) AS points, most_points
    FROM (
      SELECT x.key AS conclusion, o.key AS organization, c.key AS criterion, parent.key AS parent, e.position, e.depth,
             c.number, c.text, EXISTS (SELECT 1 FROM criteria AS child WHERE child.parent_id = c.id) AS is_group,
             coalesce((SELECT group_concat(text, '; ')
                         FROM (SELECT text FROM criterion_options WHERE criterion_id = c.id ORDER BY ordinal)),
                      c.options) AS options,
             (SELECT group_concat(text, '; ')
                FROM (SELECT co.text || ifnull(iif(co.other, ': ', ' – ') || ch.text, '') AS text
                        FROM conclusion_choices AS ch JOIN criterion_options AS co ON co.id = ch.option_id
                       WHERE ch.conclusion_id = x.id AND co.criterion_id = c.id ORDER BY co.ordinal)) AS answer,
             (SELECT group_concat(text, '; ')
                FROM (SELECT ch.text
                        FROM conclusion_choices AS ch JOIN criterion_options AS co ON co.id = ch.option_id
                       WHERE ch.conclusion_id = x.id AND co.criterion_id = c.id AND co.other ORDER BY co.ordinal))
               AS other_text,
             r.text AS remark, r.points AS given_points,
             (SELECT sum(co.points)
                FROM conclusion_choices AS ch JOIN criterion_options AS co ON co.id = ch.option_id
               WHERE ch.conclusion_id = x.id AND co.criterion_id = c.id) AS chosen_points,
             (SELECT max(points) FROM criterion_options WHERE criterion_id = c.id) AS most_points
        FROM expert_conclusions AS x
        JOIN organizations AS o ON o.id = x.organization_id
        JOIN criteria AS c ON c.meeting_id = x.meeting_id
        JOIN criterion_effective AS e ON e.criterion_id = c.id
        LEFT JOIN criteria AS parent ON parent.id = c.parent_id
        LEFT JOIN conclusion_remarks AS r ON r.conclusion_id = x.id AND r.criterion_id = c.id
       WHERE x.concluded_on IS NULL OR x.concluded_on <= as_of());

CREATE VIEW expert_option_card AS
  SELECT x.key AS conclusion, c.key AS criterion, e.position, co.key AS option, co.ordinal, co.marker, co.text,
         co.other AS is_other, ch.option_id IS NOT NULL AS is_chosen, ch.text AS chosen_text, co.points
    FROM expert_conclusions AS x
    JOIN criteria AS c ON c.meeting_id = x.meeting_id
    JOIN criterion_effective AS e ON e.criterion_id = c.id
    JOIN criterion_options AS co ON co.criterion_id = c.id
    LEFT JOIN conclusion_choices AS ch ON ch.conclusion_id = x.id AND ch.option_id = co.id
   WHERE x.concluded_on IS NULL OR x.concluded_on <= as_of();

CREATE VIEW conclusion_paragraph_card AS
  SELECT x.key AS conclusion, p.part, (SELECT name FROM vocabulary WHERE domain = 'conclusion_part' AND value = p.part) AS part_name,
         p.ordinal, p.kind, p.label, p.text
    FROM conclusion_paragraphs AS p
    JOIN expert_conclusions AS x ON x.id = p.conclusion_id
   WHERE x.concluded_on IS NULL OR x.concluded_on <= as_of();

CREATE VIEW indicator_list_card AS
  SELECT n.key AS indicator, n.code, n.name, n.unit, n.better, n."group",
         (SELECT v.name FROM vocabulary AS v WHERE v.domain = 'indicator_group' AND v.value = n."group") AS group_name,
         d.key AS direction, d.name AS direction_name, n.source, n.baseline, n.baseline_on, n.decimals, n.valid_from,
         n.valid_until
    FROM indicators AS n
    LEFT JOIN directions AS d ON d.id = n.direction_id;

-- A row wherever a target or a value exists. A target for everyone concerns the organizations of every type
-- that has reported the indicator at all. A missing value stays missing; an unaccepted one is pending.
CREATE VIEW indicator_card AS
  SELECT indicator, code, name, unit, better, "group",
         (SELECT v.name FROM vocabulary AS v WHERE v.domain = 'indicator_group' AND v.value = "group") AS group_name, direction,
         direction_name, organization, organization_name, period, period_start, period_end, plan, plan_operator,
         target_text(plan_operator,
                     (SELECT v.name FROM vocabulary AS v WHERE v.domain = 'operator' AND v.value = plan_operator),
                     plan, unit, unit_genitive, unit_genitive_plural) AS plan_text,
         fact, fact_text, provenance, pending,
         round(attainment(fact, plan, plan_operator, better), 1) AS attainment,
         CASE plan_operator
           WHEN 'at_least' THEN fact >= plan
           WHEN 'at_most' THEN fact <= plan
           WHEN 'exactly' THEN fact = plan
           WHEN 'up_to' THEN iif(better = 'less', fact <= plan, fact >= plan)
           WHEN 'trend_up' THEN fact >= start + ifnull(plan, 0) AND fact > start
           WHEN 'trend_down' THEN fact <= start - ifnull(plan, 0) AND fact < start
         END AS attained,
         decimals, baseline, baseline_on, own_baseline, band_name, points, previous AS previous_period, previous_fact,
         round(fact - previous_fact, 6) AS change, trend,
         (SELECT v.name FROM vocabulary AS v WHERE v.domain = 'trend' AND v.value = trend) AS trend_name,
         CASE WHEN trend <> 'same' THEN (trend = 'up') = (better = 'more') END AS trend_good
    FROM (
      SELECT n.key AS indicator, n.code, n.name, n.unit, n.unit_genitive, n.unit_genitive_plural, n.better, n."group", d.key AS direction, d.name AS direction_name,
             o.key AS organization, o.short_name AS organization_name, ip.period, ip.period_start, ip.period_end,
             t.id AS target_id, t.value AS plan, t.operator AS plan_operator, v.value AS fact, v.text AS fact_text,
             v.provenance,
             v.id IS NULL AND EXISTS (
               SELECT 1 FROM indicator_values AS w
                WHERE w.organization_id = o.id AND w.indicator_id = n.id AND w.period = ip.period
                  AND w.recorded_on <= as_of()) AS pending,
             v.id AS value_id, n.decimals, n.baseline, n.baseline_on, t.baseline AS own_baseline,
             coalesce(t.baseline, n.baseline) AS start, band.name AS band_name, band.points, ip.previous,
             before.value AS previous_fact,
             CASE sign(round(v.value - before.value, 6)) WHEN 1 THEN 'up' WHEN -1 THEN 'down' WHEN 0 THEN 'same' END
               AS trend
        FROM organizations AS o
        JOIN indicator_periods AS ip
        JOIN indicators AS n ON n.id = ip.indicator_id
        LEFT JOIN directions AS d ON d.id = n.direction_id
        LEFT JOIN indicator_targets AS t
          ON t.id = (SELECT id FROM indicator_targets
                      WHERE indicator_id = n.id AND period = ip.period
                        AND (organization_id = o.id
                             OR type = o.type
                             OR (organization_id IS NULL AND type IS NULL
                                 AND EXISTS (SELECT 1 FROM indicator_types AS it
                                              WHERE it.indicator_id = n.id AND it.type = o.type)))
                      ORDER BY organization_id IS NULL, type IS NULL LIMIT 1)
        LEFT JOIN indicator_values AS v
          ON v.id = (SELECT id FROM indicator_values
                      WHERE organization_id = o.id AND indicator_id = n.id AND period = ip.period
                        AND accepted_on <= as_of()
                      ORDER BY revision DESC LIMIT 1)
        LEFT JOIN indicator_values AS before
          ON before.id = (SELECT id FROM indicator_values
                           WHERE organization_id = o.id AND indicator_id = n.id AND period = ip.previous
                             AND accepted_on <= as_of()
                           ORDER BY revision DESC LIMIT 1)
        LEFT JOIN indicator_bands AS band
          ON band.indicator_id = n.id
         AND band.ordinal = (SELECT b.ordinal FROM indicator_bands AS b
                              WHERE b.indicator_id = n.id AND (b.lower IS NULL OR b.lower <= v.value)
                                AND (b.upper IS NULL OR b.upper >= v.value)
                                AND (b.valid_from IS NULL OR b.valid_from <= ip.period_end)
                                AND (b.valid_until IS NULL OR b.valid_until >= ip.period_end)
                                AND b.type IS (SELECT s.type FROM indicator_bands AS s
                                                WHERE s.indicator_id = n.id AND s.type = o.type
                                                  AND (s.valid_from IS NULL OR s.valid_from <= ip.period_end)
                                                  AND (s.valid_until IS NULL OR s.valid_until >= ip.period_end))
                              ORDER BY b.points DESC, b.ordinal LIMIT 1))
   WHERE target_id IS NOT NULL OR value_id IS NOT NULL OR pending;

CREATE VIEW indicator_band_card AS
  SELECT n.key AS indicator, n.code, n.name AS indicator_name, n.unit, b.ordinal, b.name, b.type,
         (SELECT v.name FROM vocabulary AS v WHERE v.domain = 'organization_types' AND v.value = b.type) AS type_name,
         b.lower, b.upper, band_text(b.lower, b.upper, n.unit, n.unit_genitive, n.unit_genitive_plural) AS range_text,
         b.points, n.decimals, b.valid_from, b.valid_until
    FROM indicator_bands AS b
    JOIN indicators AS n ON n.id = b.indicator_id;
