-- Migration 1: everything an import file can hold, and what is derived from it.
--
-- A table is named after its import array, a column after its field. A reference `x` of the import is the
-- column `x_id`. Booleans are 0 or 1. Dates are YYYY-MM-DD ('+0 days' makes SQLite refuse the 30th of February).
-- `occurrence` is the date of an occurrence, or ''.
-- An import runs under PRAGMA foreign_keys = ON and PRAGMA defer_foreign_keys = ON and ends with refresh.sql.

-- Vocabularies: the Russian names of every coded value. ---------------------------------------------------

CREATE TABLE vocabulary (
  domain TEXT NOT NULL,
  value TEXT NOT NULL,
  name TEXT NOT NULL,
  genitive TEXT,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (domain, value)
) STRICT, WITHOUT ROWID;

-- The district: territories, calendar, settings, organizations, people. ------------------------------------

CREATE TABLE territories (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  name_genitive TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('municipality', 'region')),
  parent_id INTEGER REFERENCES territories
) STRICT;
CREATE INDEX territories_parent ON territories (parent_id);

-- Saturdays and Sundays are non-working unless listed as working.
CREATE TABLE calendar_days (
  date TEXT NOT NULL PRIMARY KEY CHECK (date(date, '+0 days') IS date),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'working')),
  name TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY
    CHECK (key IN ('due_soon_days', 'deadline_on_non_working_day', 'deadline_inclusive', 'present_by_name_limit')),
  value TEXT NOT NULL,
  CHECK (CASE key
           WHEN 'deadline_on_non_working_day' THEN value IN ('previous', 'next', 'same')
           WHEN 'deadline_inclusive' THEN value IN ('0', '1')
           ELSE value <> '' AND value NOT GLOB '*[^0-9]*' AND length(value) <= 4
         END)
) STRICT, WITHOUT ROWID;
INSERT INTO settings (key, value) VALUES
  ('due_soon_days', '10'),
  ('deadline_on_non_working_day', 'previous'),
  ('deadline_inclusive', '1'),
  ('present_by_name_limit', '15');

CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> '')
) STRICT;

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  full_name TEXT NOT NULL CHECK (trim(full_name) <> ''),
  short_name TEXT NOT NULL CHECK (trim(short_name) <> ''),
  bare_name TEXT,
  name_genitive TEXT,
  type TEXT NOT NULL CHECK (type IN (
    'school', 'basic_school', 'lyceum', 'gymnasium', 'kindergarten', 'methodical_centre', 'institute', 'university',
    'methodical_association', 'education_office', 'administration', 'other')),
  parent_id INTEGER REFERENCES organizations,
  territory_id INTEGER REFERENCES territories,
  ordinal INTEGER,
  address TEXT,
  phone TEXT
) STRICT;
CREATE INDEX organizations_parent ON organizations (parent_id);
CREATE INDEX organizations_territory ON organizations (territory_id);
CREATE INDEX organizations_type ON organizations (type);

CREATE TABLE organization_tags (
  organization_id INTEGER NOT NULL REFERENCES organizations ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags,
  since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),
  until TEXT CHECK (until IS NULL OR date(until, '+0 days') IS until),
  PRIMARY KEY (organization_id, tag_id, since),
  CHECK (until IS NULL OR until >= since)
) STRICT, WITHOUT ROWID;
CREATE INDEX organization_tags_tag ON organization_tags (tag_id);

CREATE TABLE partner_pairs (
  organization_id INTEGER NOT NULL REFERENCES organizations,
  partner_id INTEGER NOT NULL REFERENCES organizations,
  since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),
  until TEXT CHECK (until IS NULL OR date(until, '+0 days') IS until),
  note TEXT,
  ordinal INTEGER,
  PRIMARY KEY (organization_id, partner_id, since),
  CHECK (organization_id <> partner_id),
  CHECK (until IS NULL OR until >= since)
) STRICT, WITHOUT ROWID;
CREATE INDEX partner_pairs_partner ON partner_pairs (partner_id);

-- `initials` are kept as given; the generated names below are what documents print.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  surname TEXT NOT NULL CHECK (trim(surname) <> ''),
  given_name TEXT CHECK (given_name IS NULL OR trim(given_name) <> ''),
  patronymic TEXT CHECK (patronymic IS NULL OR trim(patronymic) <> ''),
  initials TEXT CHECK (initials IS NULL OR trim(initials) <> ''),
  position TEXT,
  position_genitive TEXT,
  position_dative TEXT,
  surname_genitive TEXT,
  surname_dative TEXT,
  organization_id INTEGER REFERENCES organizations,
  head INTEGER NOT NULL DEFAULT 0 CHECK (head IN (0, 1)),
  acting INTEGER NOT NULL DEFAULT 0 CHECK (acting IN (0, 1)),
  contact TEXT,
  -- «И.П», «И . П.» and «И. П.» are all «И. П.»
  printed_initials TEXT GENERATED ALWAYS AS (
    CASE
      WHEN initials IS NOT NULL THEN
        replace(trim(replace(
          rtrim(replace(replace(replace(initials, ' ', ''), char(160), ''), char(8239), ''), '.') || '.', '.', '. ')),
          '. -', '.-')
      WHEN given_name IS NOT NULL THEN
        substr(given_name, 1, 1) || '.' || ifnull(' ' || substr(patronymic, 1, 1) || '.', '')
    END) VIRTUAL,
  name_last TEXT GENERATED ALWAYS AS (surname || ifnull(' ' || printed_initials, '')) VIRTUAL,
  name_first TEXT GENERATED ALWAYS AS (ifnull(printed_initials || ' ', '') || surname) VIRTUAL,
  full_name TEXT GENERATED ALWAYS AS (
    CASE WHEN given_name IS NULL THEN surname || ifnull(' ' || printed_initials, '')
         ELSE surname || ' ' || given_name || ifnull(' ' || patronymic, '') END) VIRTUAL,
  CHECK (patronymic IS NULL OR given_name IS NOT NULL)
) STRICT;
CREATE INDEX people_organization ON people (organization_id, head);

-- Meetings. --------------------------------------------------------------------------------------------------

CREATE TABLE meetings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  kind TEXT NOT NULL CHECK (kind IN (
    'conference_meeting', 'plenary', 'conference', 'round_table', 'forum', 'pedagogical_council',
    'methodical_council', 'governing_council', 'joint_council', 'collegium', 'other')),
  title_genitive TEXT,
  number TEXT,
  held_on TEXT CHECK (held_on IS NULL OR date(held_on, '+0 days') IS held_on),
  year INTEGER CHECK (year BETWEEN 1900 AND 2999),
  starts_at TEXT CHECK (starts_at IS NULL OR strftime('%H:%M', starts_at) IS starts_at),
  ends_at TEXT CHECK (ends_at IS NULL OR strftime('%H:%M', ends_at) IS ends_at),
  format TEXT NOT NULL CHECK (format IN ('in_person', 'remote', 'mixed')),
  link TEXT,
  place TEXT,
  theme TEXT,
  parent_id INTEGER REFERENCES meetings,
  territory_id INTEGER REFERENCES territories,
  goal TEXT,
  thesis TEXT,
  thesis_source TEXT,
  participant_categories TEXT,
  approval TEXT,
  reviews_id INTEGER REFERENCES resolutions,
  stated_count INTEGER CHECK (stated_count >= 0),
  quorum INTEGER CHECK (quorum >= 0),
  voting_members INTEGER CHECK (voting_members >= 0),
  draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1))
) STRICT;
CREATE INDEX meetings_parent ON meetings (parent_id);
CREATE INDEX meetings_territory ON meetings (territory_id);
CREATE INDEX meetings_reviews ON meetings (reviews_id);

CREATE TABLE meeting_bodies (
  meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  organization_id INTEGER REFERENCES organizations,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  PRIMARY KEY (meeting_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_bodies_organization ON meeting_bodies (organization_id);

CREATE TABLE meeting_paragraphs (
  meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('preamble', 'task', 'expected_result', 'problem', 'plan', 'thesis', 'goal')),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'item', 'image')),
  label TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (meeting_id, part, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_appendices (
  meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL CHECK (content IN ('attendance', 'partner_pairs', 'criteria', 'text')),
  text TEXT,
  PRIMARY KEY (meeting_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  meeting_id INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER REFERENCES people,
  name TEXT CHECK (name IS NULL OR trim(name) <> ''),
  position TEXT,
  organization_id INTEGER REFERENCES organizations,
  organization_name TEXT,
  role TEXT NOT NULL CHECK (role IN ('chair', 'secretary', 'member', 'speaker', 'invited', 'observer')),
  state TEXT NOT NULL CHECK (state IN ('present', 'absent', 'excused', 'late', 'left_early', 'remote')),
  reason TEXT,
  deputised_by_id INTEGER REFERENCES people,
  voting INTEGER NOT NULL DEFAULT 0 CHECK (voting IN (0, 1)),
  PRIMARY KEY (meeting_id, ordinal),
  CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_organization ON attendance (organization_id);
CREATE INDEX attendance_deputised_by ON attendance (deputised_by_id);

CREATE TABLE agenda_items (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  parent_id INTEGER REFERENCES agenda_items,
  ordinal INTEGER NOT NULL,
  number TEXT,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  kind TEXT NOT NULL CHECK (kind IN (
    'report', 'practice', 'interactive', 'accent_lecture', 'review', 'off_agenda', 'other')),
  time_limit INTEGER CHECK (time_limit > 0),
  heard TEXT,
  decision_word TEXT,
  votes_for INTEGER CHECK (votes_for >= 0),
  votes_against INTEGER CHECK (votes_against >= 0),
  votes_abstained INTEGER CHECK (votes_abstained >= 0),
  reviews_id INTEGER REFERENCES resolutions
) STRICT;
CREATE INDEX agenda_items_meeting ON agenda_items (meeting_id);
CREATE INDEX agenda_items_parent ON agenda_items (parent_id);
CREATE INDEX agenda_items_reviews ON agenda_items (reviews_id);

CREATE TABLE agenda_speakers (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER REFERENCES people,
  name TEXT CHECK (name IS NULL OR trim(name) <> ''),
  position TEXT,
  organization_name TEXT,
  PRIMARY KEY (agenda_item_id, ordinal),
  CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX agenda_speakers_person ON agenda_speakers (person_id);

CREATE TABLE speeches (
  agenda_item_id INTEGER NOT NULL REFERENCES agenda_items ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER REFERENCES people,
  name TEXT CHECK (name IS NULL OR trim(name) <> ''),
  position TEXT,
  organization_name TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (agenda_item_id, ordinal),
  CHECK (person_id IS NULL OR name IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX speeches_person ON speeches (person_id);

CREATE TABLE criteria (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  parent_id INTEGER REFERENCES criteria,
  ordinal INTEGER NOT NULL,
  number TEXT,
  text TEXT NOT NULL,
  options TEXT
) STRICT;
CREATE INDEX criteria_meeting ON criteria (meeting_id);
CREATE INDEX criteria_parent ON criteria (parent_id);

-- Resolutions: one ordered tree of items each. ---------------------------------------------------------------

CREATE TABLE directions (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  ordinal INTEGER NOT NULL,
  valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from),
  valid_until TEXT CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until)
) STRICT;

CREATE TABLE resolutions (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  kind TEXT NOT NULL CHECK (kind IN ('resolution', 'decision')),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  number TEXT,
  approved_on TEXT CHECK (approved_on IS NULL OR date(approved_on, '+0 days') IS approved_on),
  draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1))
) STRICT;
CREATE INDEX resolutions_meeting ON resolutions (meeting_id);

-- addressees: inherit = the parent's rules and its own besides; replace = its own only; narrow = those of the
-- parent's that its own rules also name.
CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  resolution_id INTEGER NOT NULL REFERENCES resolutions,
  parent_id INTEGER REFERENCES items,
  ordinal INTEGER NOT NULL,
  agenda_item_id INTEGER REFERENCES agenda_items,
  kind TEXT NOT NULL CHECK (kind IN (
    'addressee', 'direction', 'level', 'heading', 'directive', 'bullet', 'paragraph', 'table', 'image')),
  number TEXT,
  marker TEXT,
  text TEXT,
  content TEXT,
  tracked INTEGER NOT NULL DEFAULT 0 CHECK (tracked IN (0, 1)),
  modality TEXT CHECK (modality IN (
    'order', 'recommendation', 'proposal', 'task', 'take_note', 'approve', 'assess', 'continue', 'publish',
    'remove_from_control')),
  level TEXT CHECK (level IN ('municipal', 'organization')),
  direction_id INTEGER REFERENCES directions,
  controller_id INTEGER REFERENCES people,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  addressees TEXT NOT NULL DEFAULT 'inherit' CHECK (addressees IN ('inherit', 'replace', 'narrow')),
  deadline TEXT NOT NULL DEFAULT 'inherited' CHECK (deadline IN (
    'none', 'date', 'month_end', 'year_end', 'start', 'range', 'academic_year', 'month_event', 'event', 'recurring',
    'continuous', 'inherited')),
  deadline_on TEXT CHECK (deadline_on IS NULL OR date(deadline_on, '+0 days') IS deadline_on),
  deadline_start TEXT CHECK (deadline_start IS NULL OR date(deadline_start, '+0 days') IS deadline_start),
  deadline_text TEXT,
  recurrence TEXT CHECK (recurrence IN ('weekly', 'monthly', 'quarterly', 'yearly')),
  CHECK (parent_id IS NULL OR parent_id <> id),
  CHECK (deadline <> 'date' OR deadline_on IS NOT NULL),
  CHECK (deadline <> 'start' OR deadline_start IS NOT NULL),
  CHECK (deadline <> 'range' OR (deadline_start IS NOT NULL AND deadline_on IS NOT NULL)),
  CHECK (deadline <> 'recurring' OR recurrence IS NOT NULL),
  CHECK (deadline_on IS NULL OR deadline_start IS NULL OR deadline_on >= deadline_start)
) STRICT;
CREATE INDEX items_resolution ON items (resolution_id);
CREATE INDEX items_parent ON items (parent_id);
CREATE INDEX items_agenda_item ON items (agenda_item_id);
CREATE INDEX items_direction ON items (direction_id);
CREATE INDEX items_controller ON items (controller_id);

CREATE TABLE item_dates (
  item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
  PRIMARY KEY (item_id, month, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_addressees (
  item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('executor', 'co_executor')),
  rule TEXT NOT NULL CHECK (rule IN ('organization', 'person', 'all', 'type', 'tag', 'except_tag')),
  organization_id INTEGER REFERENCES organizations,
  person_id INTEGER REFERENCES people,
  tag_id INTEGER REFERENCES tags,
  type TEXT CHECK (type IN (
    'school', 'basic_school', 'lyceum', 'gymnasium', 'kindergarten', 'methodical_centre', 'institute', 'university',
    'methodical_association', 'education_office', 'administration', 'other')),
  condition TEXT,
  text TEXT,
  PRIMARY KEY (item_id, ordinal),
  CHECK ((rule = 'organization') = (organization_id IS NOT NULL)),
  CHECK ((rule = 'person') = (person_id IS NOT NULL)),
  CHECK ((rule IN ('tag', 'except_tag')) = (tag_id IS NOT NULL)),
  CHECK (rule = 'type' OR type IS NULL),
  CHECK (rule <> 'type' OR type IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_addressees_organization ON item_addressees (organization_id);
CREATE INDEX item_addressees_person ON item_addressees (person_id);
CREATE INDEX item_addressees_tag ON item_addressees (tag_id);

CREATE TABLE item_acts (
  item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  date TEXT CHECK (date IS NULL OR date(date, '+0 days') IS date),
  number TEXT,
  url TEXT,
  PRIMARY KEY (item_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE item_targets (
  item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  operator TEXT NOT NULL CHECK (operator IN ('at_least', 'at_most', 'up_to', 'exactly', 'trend_up', 'trend_down')),
  value REAL,
  unit TEXT,
  scope TEXT,
  population TEXT,
  indicator_id INTEGER REFERENCES indicators,
  PRIMARY KEY (item_id, ordinal),
  CHECK (operator IN ('trend_up', 'trend_down') OR value IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_targets_indicator ON item_targets (indicator_id);

CREATE TABLE item_links (
  item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('executes', 'closes', 'supersedes', 'part_of')),
  target_id INTEGER NOT NULL REFERENCES items,
  PRIMARY KEY (item_id, kind, target_id),
  CHECK (item_id <> target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_links_target ON item_links (target_id);

-- Assignments and their history. -----------------------------------------------------------------------------

CREATE TABLE assignment_runs (
  resolution_id INTEGER NOT NULL REFERENCES resolutions,
  assigned_on TEXT NOT NULL CHECK (date(assigned_on, '+0 days') IS assigned_on),
  until TEXT CHECK (until IS NULL OR date(until, '+0 days') IS until),
  PRIMARY KEY (resolution_id, assigned_on),
  CHECK (until IS NULL OR until >= assigned_on)
) STRICT, WITHOUT ROWID;

-- source: explicit = an array `assignments` named it; run = an assignment run made it from the rules.
CREATE TABLE assignments (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
  organization_id INTEGER REFERENCES organizations,
  person_id INTEGER REFERENCES people,
  role TEXT NOT NULL CHECK (role IN ('executor', 'co_executor')),
  assigned_on TEXT NOT NULL CHECK (date(assigned_on, '+0 days') IS assigned_on),
  source TEXT NOT NULL CHECK (source IN ('run', 'explicit')),
  CHECK ((organization_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX assignments_item_organization ON assignments (item_id, organization_id, person_id)
  WHERE organization_id IS NOT NULL AND person_id IS NULL;
CREATE UNIQUE INDEX assignments_item_person ON assignments (item_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX assignments_item ON assignments (item_id);
CREATE INDEX assignments_organization ON assignments (organization_id);
CREATE INDEX assignments_person ON assignments (person_id);

-- Only recurring items have rows here; every other assignment has the single occurrence ''.
CREATE TABLE occurrences (
  assignment_id INTEGER NOT NULL REFERENCES assignments ON DELETE CASCADE,
  due_on TEXT NOT NULL CHECK (date(due_on, '+0 days') IS due_on),
  PRIMARY KEY (assignment_id, due_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  assignment_id INTEGER NOT NULL REFERENCES assignments,
  occurrence TEXT NOT NULL DEFAULT '' CHECK (occurrence = '' OR date(occurrence, '+0 days') IS occurrence),
  period TEXT NOT NULL,
  period_start TEXT NOT NULL CHECK (date(period_start, '+0 days') IS period_start),
  period_end TEXT NOT NULL CHECK (date(period_end, '+0 days') IS period_end),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  state TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'done', 'partly_done', 'not_done', 'cancelled')),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  done TEXT,
  reasons TEXT,
  actual REAL,
  executed_on TEXT CHECK (executed_on IS NULL OR date(executed_on, '+0 days') IS executed_on),
  proposal TEXT CHECK (proposal IN ('remove_from_control', 'extend')),
  proposal_until TEXT CHECK (proposal_until IS NULL OR date(proposal_until, '+0 days') IS proposal_until),
  submitted_by_id INTEGER REFERENCES people,
  submitted_on TEXT NOT NULL CHECK (date(submitted_on, '+0 days') IS submitted_on),
  UNIQUE (assignment_id, occurrence, period_end, period, revision),
  CHECK (period_end >= period_start)
) STRICT;
CREATE INDEX entries_submitted_by ON entries (submitted_by_id);

CREATE TABLE entry_reviews (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL UNIQUE REFERENCES entries,
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'returned')),
  decided_on TEXT NOT NULL CHECK (date(decided_on, '+0 days') IS decided_on),
  decided_by_id INTEGER REFERENCES people,
  note TEXT
) STRICT;
CREATE INDEX entry_reviews_decided_by ON entry_reviews (decided_by_id);

CREATE TABLE evidence (
  entry_id INTEGER NOT NULL REFERENCES entries,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  file TEXT,
  url TEXT,
  PRIMARY KEY (entry_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE extensions (
  id INTEGER PRIMARY KEY,
  assignment_id INTEGER NOT NULL REFERENCES assignments,
  occurrence TEXT NOT NULL DEFAULT '' CHECK (occurrence = '' OR date(occurrence, '+0 days') IS occurrence),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  due_on TEXT NOT NULL CHECK (date(due_on, '+0 days') IS due_on),
  reason TEXT NOT NULL,
  approved_by_id INTEGER REFERENCES people,
  approved_on TEXT NOT NULL CHECK (date(approved_on, '+0 days') IS approved_on),
  UNIQUE (assignment_id, occurrence, ordinal)
) STRICT;
CREATE INDEX extensions_approved_by ON extensions (approved_by_id);

CREATE TABLE control_decisions (
  id INTEGER PRIMARY KEY,
  assignment_id INTEGER NOT NULL REFERENCES assignments,
  occurrence TEXT NOT NULL DEFAULT '' CHECK (occurrence = '' OR date(occurrence, '+0 days') IS occurrence),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  decision TEXT NOT NULL CHECK (decision IN ('on_control', 'keep', 'remove')),
  until TEXT CHECK (until IS NULL OR date(until, '+0 days') IS until),
  decided_by_id INTEGER REFERENCES people,
  decided_on TEXT NOT NULL CHECK (date(decided_on, '+0 days') IS decided_on),
  note TEXT,
  UNIQUE (assignment_id, occurrence, ordinal)
) STRICT;
CREATE INDEX control_decisions_decided_by ON control_decisions (decided_by_id);

-- History is kept, never overwritten.
CREATE TRIGGER entries_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entries_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
CREATE TRIGGER entry_reviews_update BEFORE UPDATE ON entry_reviews
  BEGIN SELECT RAISE(ABORT, 'entry_reviews are append-only'); END;
CREATE TRIGGER entry_reviews_delete BEFORE DELETE ON entry_reviews
  BEGIN SELECT RAISE(ABORT, 'entry_reviews are append-only'); END;
CREATE TRIGGER evidence_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER evidence_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence is append-only'); END;
CREATE TRIGGER extensions_update BEFORE UPDATE ON extensions
  BEGIN SELECT RAISE(ABORT, 'extensions are append-only'); END;
CREATE TRIGGER extensions_delete BEFORE DELETE ON extensions
  BEGIN SELECT RAISE(ABORT, 'extensions are append-only'); END;
CREATE TRIGGER control_decisions_update BEFORE UPDATE ON control_decisions
  BEGIN SELECT RAISE(ABORT, 'control_decisions are append-only'); END;
CREATE TRIGGER control_decisions_delete BEFORE DELETE ON control_decisions
  BEGIN SELECT RAISE(ABORT, 'control_decisions are append-only'); END;

-- Indicators. ------------------------------------------------------------------------------------------------

CREATE TABLE indicators (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  code TEXT NOT NULL,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  unit TEXT NOT NULL,
  better TEXT NOT NULL CHECK (better IN ('more', 'less')),
  "group" TEXT NOT NULL CHECK ("group" IN ('conditions', 'results', 'processes')),
  direction_id INTEGER REFERENCES directions,
  source TEXT,
  baseline REAL,
  baseline_on TEXT CHECK (baseline_on IS NULL OR date(baseline_on, '+0 days') IS baseline_on),
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from),
  valid_until TEXT CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until)
) STRICT;
CREATE INDEX indicators_direction ON indicators (direction_id);

CREATE TABLE indicator_targets (
  id INTEGER PRIMARY KEY,
  indicator_id INTEGER NOT NULL REFERENCES indicators,
  period TEXT NOT NULL,
  period_start TEXT NOT NULL CHECK (date(period_start, '+0 days') IS period_start),
  period_end TEXT NOT NULL CHECK (date(period_end, '+0 days') IS period_end),
  organization_id INTEGER REFERENCES organizations,
  type TEXT CHECK (type IN (
    'school', 'basic_school', 'lyceum', 'gymnasium', 'kindergarten', 'methodical_centre', 'institute', 'university',
    'methodical_association', 'education_office', 'administration', 'other')),
  operator TEXT NOT NULL CHECK (operator IN ('at_least', 'at_most', 'up_to', 'exactly', 'trend_up', 'trend_down')),
  value REAL,
  CHECK (organization_id IS NULL OR type IS NULL),
  CHECK (operator IN ('trend_up', 'trend_down') OR value IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX indicator_targets_key
  ON indicator_targets (indicator_id, period, ifnull(organization_id, 0), ifnull(type, ''));
CREATE INDEX indicator_targets_organization ON indicator_targets (organization_id);

CREATE TABLE indicator_values (
  id INTEGER PRIMARY KEY,
  indicator_id INTEGER NOT NULL REFERENCES indicators,
  organization_id INTEGER NOT NULL REFERENCES organizations,
  period TEXT NOT NULL,
  period_start TEXT NOT NULL CHECK (date(period_start, '+0 days') IS period_start),
  period_end TEXT NOT NULL CHECK (date(period_end, '+0 days') IS period_end),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  value REAL,
  text TEXT,
  provenance TEXT,
  recorded_on TEXT NOT NULL CHECK (date(recorded_on, '+0 days') IS recorded_on),
  accepted_on TEXT CHECK (accepted_on IS NULL OR date(accepted_on, '+0 days') IS accepted_on),
  UNIQUE (organization_id, indicator_id, period, revision)
) STRICT;
CREATE INDEX indicator_values_indicator ON indicator_values (indicator_id);

-- Derived from the tables above by refresh.sql at the end of every import; never written otherwise. -----------

-- An item with what it inherits. position: preorder place in its resolution, from 1. depth: 0 for a root.
-- deadline_item: the item whose own deadline is in force. stem: texts of the ancestors that it completes.
CREATE TABLE item_effective (
  item_id INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  position INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  number TEXT,
  full_text TEXT,
  modality TEXT,
  level TEXT,
  direction_id INTEGER REFERENCES directions,
  controller_id INTEGER REFERENCES people,
  withdrawn INTEGER NOT NULL,
  addressee_text TEXT,
  deadline TEXT NOT NULL,
  due_on TEXT,
  deadline_start TEXT,
  deadline_text TEXT,
  recurrence TEXT,
  deadline_item_id INTEGER,
  agenda_item_id INTEGER REFERENCES agenda_items
) STRICT;
CREATE INDEX item_effective_direction ON item_effective (direction_id);

-- document: how other documents refer to it, «протокол совещания № 4 от 28.08.2026».
CREATE TABLE resolution_effective (
  resolution_id INTEGER PRIMARY KEY REFERENCES resolutions ON DELETE CASCADE,
  document TEXT NOT NULL
) STRICT;

CREATE TABLE agenda_effective (
  agenda_item_id INTEGER PRIMARY KEY REFERENCES agenda_items ON DELETE CASCADE,
  position INTEGER NOT NULL,
  depth INTEGER NOT NULL
) STRICT;

CREATE TABLE criterion_effective (
  criterion_id INTEGER PRIMARY KEY REFERENCES criteria ON DELETE CASCADE,
  position INTEGER NOT NULL,
  depth INTEGER NOT NULL
) STRICT;

-- The periods that an indicator has targets or values for, and the types of organizations that have reported it.
CREATE TABLE indicator_periods (
  indicator_id INTEGER NOT NULL REFERENCES indicators ON DELETE CASCADE,
  period TEXT NOT NULL,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  PRIMARY KEY (indicator_id, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE indicator_types (
  indicator_id INTEGER NOT NULL REFERENCES indicators ON DELETE CASCADE,
  type TEXT NOT NULL,
  PRIMARY KEY (indicator_id, type)
) STRICT, WITHOUT ROWID;

-- The deadlines that fall on non-working days, and where the setting moves them.
CREATE TABLE moved_deadlines (
  date TEXT NOT NULL PRIMARY KEY,
  moved_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
