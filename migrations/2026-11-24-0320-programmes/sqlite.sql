-- Programmes with outcomes, components and activities; partners and areas as they were named; workshops with what was
-- said and promised in them.
CREATE TABLE programmes (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  acronym TEXT,
  purpose TEXT NOT NULL,
  -- A year, a month or a day, as exactly as it is known: 2015-01.
  begins TEXT,
  ends TEXT,
  funding TEXT,
  source TEXT,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE programme_partners (
  id INTEGER NOT NULL PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programmes (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  -- As the source names it; the body that it is today stands beside it.
  name TEXT NOT NULL,
  agency_id INTEGER
) STRICT;
CREATE INDEX programme_partners_programme ON programme_partners (programme_id, position);

CREATE TABLE programme_outcomes (
  id INTEGER NOT NULL PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programmes (id),
  parent_id INTEGER REFERENCES programme_outcomes (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  source TEXT
) STRICT;
CREATE INDEX programme_outcomes_programme ON programme_outcomes (programme_id, position);

CREATE TABLE programme_components (
  id INTEGER NOT NULL PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programmes (id),
  outcome_id INTEGER REFERENCES programme_outcomes (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT,
  source TEXT
) STRICT;
CREATE INDEX programme_components_programme ON programme_components (programme_id, position);

CREATE TABLE activities (
  id INTEGER NOT NULL PRIMARY KEY,
  programme_id INTEGER NOT NULL REFERENCES programmes (id),
  component_id INTEGER REFERENCES programme_components (id),
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  summary TEXT,
  venue TEXT,
  budget TEXT,
  source TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX activities_programme ON activities (programme_id, id);

-- The newest row holds; the earlier ones show how often the day was moved.
CREATE TABLE activity_dates (
  id INTEGER NOT NULL PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  why TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX activity_dates_activity ON activity_dates (activity_id, id);

-- The newest row holds.
CREATE TABLE activity_states (
  id INTEGER NOT NULL PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  state TEXT NOT NULL,
  note TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX activity_states_activity ON activity_states (activity_id, id);

-- Where a programme works or an activity was held: the name as it was on that day, and one row for each of today's areas.
CREATE TABLE programme_areas (
  kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  code INTEGER NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT,
  PRIMARY KEY (kind, subject_id, position, code)
) STRICT, WITHOUT ROWID;

-- One row for each list that a programme or an activity stands in: its areas and all above them, its bodies.
CREATE TABLE programme_lists (
  list TEXT NOT NULL,
  list_key INTEGER NOT NULL,
  listed_at INTEGER NOT NULL,
  subject_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (list, list_key, listed_at, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX programme_lists_subject ON programme_lists (kind, subject_id);

CREATE TABLE activity_agenda (
  id INTEGER NOT NULL PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  position INTEGER NOT NULL,
  -- As a clock in that place shows it: 09:30.
  starts TEXT,
  item TEXT NOT NULL
) STRICT;
CREATE INDEX activity_agenda_activity ON activity_agenda (activity_id, position);

-- How many people of a group took part; never who.
CREATE TABLE activity_participants (
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  counted TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (activity_id, counted)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_offices (
  id INTEGER NOT NULL PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  position INTEGER NOT NULL,
  office TEXT NOT NULL,
  agency_id INTEGER,
  note TEXT,
  -- Null: nobody counted.
  people INTEGER
) STRICT;
CREATE INDEX activity_offices_activity ON activity_offices (activity_id, position);

CREATE TABLE activity_speakers (
  id INTEGER NOT NULL PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- The office held that day.
  office TEXT,
  agency_id INTEGER,
  said TEXT
) STRICT;
CREATE INDEX activity_speakers_activity ON activity_speakers (activity_id, position);

CREATE TABLE activity_decisions (
  id INTEGER NOT NULL PRIMARY KEY,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  position INTEGER NOT NULL,
  decision TEXT NOT NULL
) STRICT;
CREATE INDEX activity_decisions_activity ON activity_decisions (activity_id, position);
