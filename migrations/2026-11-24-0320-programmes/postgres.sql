-- Programmes with outcomes, components and activities; partners and areas as they were named; workshops with what was
-- said and promised in them.
CREATE TABLE programmes (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  acronym TEXT,
  purpose TEXT NOT NULL,
  -- A year, a month or a day, as exactly as it is known: 2015-01.
  begins TEXT,
  ends TEXT,
  funding TEXT,
  source TEXT,
  at BIGINT NOT NULL
);

CREATE TABLE programme_partners (
  id BIGINT NOT NULL PRIMARY KEY,
  programme_id BIGINT NOT NULL REFERENCES programmes (id),
  position BIGINT NOT NULL,
  role TEXT NOT NULL,
  -- As the source names it; the body that it is today stands beside it.
  name TEXT NOT NULL,
  agency_id BIGINT
);
CREATE INDEX programme_partners_programme ON programme_partners (programme_id, position);

CREATE TABLE programme_outcomes (
  id BIGINT NOT NULL PRIMARY KEY,
  programme_id BIGINT NOT NULL REFERENCES programmes (id),
  parent_id BIGINT REFERENCES programme_outcomes (id),
  position BIGINT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  source TEXT
);
CREATE INDEX programme_outcomes_programme ON programme_outcomes (programme_id, position);

CREATE TABLE programme_components (
  id BIGINT NOT NULL PRIMARY KEY,
  programme_id BIGINT NOT NULL REFERENCES programmes (id),
  outcome_id BIGINT REFERENCES programme_outcomes (id),
  position BIGINT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT,
  source TEXT
);
CREATE INDEX programme_components_programme ON programme_components (programme_id, position);

CREATE TABLE activities (
  id BIGINT NOT NULL PRIMARY KEY,
  programme_id BIGINT NOT NULL REFERENCES programmes (id),
  component_id BIGINT REFERENCES programme_components (id),
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  summary TEXT,
  venue TEXT,
  budget TEXT,
  source TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX activities_programme ON activities (programme_id, id);

-- The newest row holds; the earlier ones show how often the day was moved.
CREATE TABLE activity_dates (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  why TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX activity_dates_activity ON activity_dates (activity_id, id);

-- The newest row holds.
CREATE TABLE activity_states (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  state TEXT NOT NULL,
  note TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX activity_states_activity ON activity_states (activity_id, id);

-- Where a programme works or an activity was held: the name as it was on that day, and one row for each of today's areas.
CREATE TABLE programme_areas (
  kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  position BIGINT NOT NULL,
  code BIGINT NOT NULL,
  name TEXT NOT NULL,
  on_day TEXT,
  PRIMARY KEY (kind, subject_id, position, code)
);

-- One row for each list that a programme or an activity stands in: its areas and all above them, its bodies.
CREATE TABLE programme_lists (
  list TEXT NOT NULL,
  list_key BIGINT NOT NULL,
  listed_at BIGINT NOT NULL,
  subject_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (list, list_key, listed_at, subject_id)
);
CREATE INDEX programme_lists_subject ON programme_lists (kind, subject_id);

CREATE TABLE activity_agenda (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  position BIGINT NOT NULL,
  -- As a clock in that place shows it: 09:30.
  starts TEXT,
  item TEXT NOT NULL
);
CREATE INDEX activity_agenda_activity ON activity_agenda (activity_id, position);

-- How many people of a group took part; never who.
CREATE TABLE activity_participants (
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  counted TEXT NOT NULL,
  people BIGINT NOT NULL,
  PRIMARY KEY (activity_id, counted)
);

CREATE TABLE activity_offices (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  position BIGINT NOT NULL,
  office TEXT NOT NULL,
  agency_id BIGINT,
  note TEXT,
  -- Null: nobody counted.
  people BIGINT
);
CREATE INDEX activity_offices_activity ON activity_offices (activity_id, position);

CREATE TABLE activity_speakers (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  position BIGINT NOT NULL,
  name TEXT NOT NULL,
  -- The office held that day.
  office TEXT,
  agency_id BIGINT,
  said TEXT
);
CREATE INDEX activity_speakers_activity ON activity_speakers (activity_id, position);

CREATE TABLE activity_decisions (
  id BIGINT NOT NULL PRIMARY KEY,
  activity_id BIGINT NOT NULL REFERENCES activities (id),
  position BIGINT NOT NULL,
  decision TEXT NOT NULL
);
CREATE INDEX activity_decisions_activity ON activity_decisions (activity_id, position);
