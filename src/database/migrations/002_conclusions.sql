-- Migration 2: expert conclusions, bands of indicators, grammatical cases of units, full numbers of items, pictures.

-- Options of a criterion, one by one. other: «др.», which a free text belongs to.
CREATE TABLE criterion_options (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  criterion_id INTEGER NOT NULL REFERENCES criteria,
  ordinal INTEGER NOT NULL,
  marker TEXT,
  text TEXT NOT NULL CHECK (trim(text) <> ''),
  other INTEGER NOT NULL DEFAULT 0 CHECK (other IN (0, 1)),
  points REAL
) STRICT;
CREATE INDEX criterion_options_criterion ON criterion_options (criterion_id);

-- What experts say of one programme of an organization. meeting: the one whose criteria are used.
CREATE TABLE expert_conclusions (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  organization_id INTEGER NOT NULL REFERENCES organizations,
  programme TEXT NOT NULL CHECK (trim(programme) <> ''),
  meeting_id INTEGER NOT NULL REFERENCES meetings,
  number TEXT,
  concluded_on TEXT CHECK (concluded_on IS NULL OR date(concluded_on, '+0 days') IS concluded_on),
  verdict TEXT CHECK (verdict IN ('recommended', 'recommended_after_changes', 'returned', 'not_recommended')),
  verdict_text TEXT,
  draft INTEGER NOT NULL DEFAULT 0 CHECK (draft IN (0, 1))
) STRICT;
CREATE INDEX expert_conclusions_organization ON expert_conclusions (organization_id);
CREATE INDEX expert_conclusions_meeting ON expert_conclusions (meeting_id);

CREATE TABLE conclusion_experts (
  conclusion_id INTEGER NOT NULL REFERENCES expert_conclusions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  person_id INTEGER REFERENCES people,
  name TEXT CHECK (name IS NULL OR trim(name) <> ''),
  position TEXT,
  organization_name TEXT,
  PRIMARY KEY (conclusion_id, ordinal),
  CHECK ((person_id IS NULL) <> (name IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX conclusion_experts_person ON conclusion_experts (person_id);

CREATE TABLE conclusion_choices (
  conclusion_id INTEGER NOT NULL REFERENCES expert_conclusions ON DELETE CASCADE,
  option_id INTEGER NOT NULL REFERENCES criterion_options,
  text TEXT,
  PRIMARY KEY (conclusion_id, option_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conclusion_choices_option ON conclusion_choices (option_id);

CREATE TABLE conclusion_remarks (
  conclusion_id INTEGER NOT NULL REFERENCES expert_conclusions ON DELETE CASCADE,
  criterion_id INTEGER NOT NULL REFERENCES criteria,
  text TEXT,
  points REAL,
  PRIMARY KEY (conclusion_id, criterion_id),
  CHECK (text IS NOT NULL OR points IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX conclusion_remarks_criterion ON conclusion_remarks (criterion_id);

CREATE TABLE conclusion_paragraphs (
  conclusion_id INTEGER NOT NULL REFERENCES expert_conclusions ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('summary', 'risk', 'resource', 'recommendation')),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'paragraph', 'item')),
  label TEXT,
  text TEXT NOT NULL,
  PRIMARY KEY (conclusion_id, part, ordinal)
) STRICT, WITHOUT ROWID;

-- Both bounds are included; of two bands that touch, the one with more points takes the value.
CREATE TABLE indicator_bands (
  indicator_id INTEGER NOT NULL REFERENCES indicators,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  lower REAL,
  upper REAL,
  points REAL,
  type TEXT CHECK (type IN (
    'school', 'basic_school', 'lyceum', 'gymnasium', 'kindergarten', 'methodical_centre', 'institute', 'university',
    'methodical_association', 'education_office', 'administration', 'other')),
  valid_from TEXT CHECK (valid_from IS NULL OR date(valid_from, '+0 days') IS valid_from),
  valid_until TEXT CHECK (valid_until IS NULL OR date(valid_until, '+0 days') IS valid_until),
  PRIMARY KEY (indicator_id, ordinal),
  CHECK (lower IS NOT NULL OR upper IS NOT NULL),
  CHECK (lower IS NULL OR upper IS NULL OR lower <= upper),
  CHECK (valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from)
) STRICT, WITHOUT ROWID;

-- «не более 1 работы», «не менее 5 работ»
ALTER TABLE indicators ADD COLUMN unit_genitive TEXT;
ALTER TABLE indicators ADD COLUMN unit_genitive_plural TEXT;
ALTER TABLE item_targets ADD COLUMN unit_genitive TEXT;
ALTER TABLE item_targets ADD COLUMN unit_genitive_plural TEXT;

-- Pictures that items and paragraphs name by their file names.
CREATE TABLE pictures (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  content BLOB NOT NULL CHECK (length(content) <= 5242880)
) STRICT;

-- Derived. full_number: how a secretary refers to the item, «1.17, абз. 3».
ALTER TABLE item_effective ADD COLUMN full_number TEXT;

-- previous: the period of the same kind before it.
ALTER TABLE indicator_periods ADD COLUMN previous TEXT;
