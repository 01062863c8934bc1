-- Survey rounds of a service, their states, and what was answered. Nobody's name, account or address stands here.
CREATE TABLE survey_rounds (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  person_id INTEGER,
  agency_id INTEGER NOT NULL,
  -- Of the body; absent for a national one.
  area INTEGER,
  title TEXT NOT NULL,
  -- A service of the body's list, or only a name; the name stands here in both cases.
  service_id INTEGER,
  service TEXT NOT NULL,
  -- What a respondent may have come for, one a line.
  kinds TEXT NOT NULL,
  provider TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  population INTEGER,
  -- The rule set it was made under, and how it weighs.
  rules TEXT NOT NULL,
  weight TEXT NOT NULL,
  -- The last of survey_states, and when it was opened or published: can be rebuilt from there.
  state TEXT NOT NULL,
  listed_at INTEGER
) STRICT;
CREATE INDEX survey_rounds_listed ON survey_rounds (listed_at, id);
CREATE INDEX survey_rounds_agency ON survey_rounds (agency_id, listed_at, id);

CREATE TABLE survey_areas (
  area INTEGER NOT NULL,
  round_id INTEGER NOT NULL REFERENCES survey_rounds (id),
  PRIMARY KEY (area, round_id)
) STRICT;

CREATE TABLE survey_states (
  id INTEGER NOT NULL PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES survey_rounds (id),
  state TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER,
  UNIQUE (round_id, state)
) STRICT;

CREATE TABLE survey_responses (
  id INTEGER NOT NULL PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES survey_rounds (id),
  -- Only the day, so that nobody at a counter knows whose it was.
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Who typed or imported it; absent for an online form.
  person_id INTEGER,
  -- Sent twice, it is one response.
  row_key TEXT,
  persyaratan INTEGER NOT NULL,
  prosedur INTEGER NOT NULL,
  waktu INTEGER NOT NULL,
  biaya INTEGER NOT NULL,
  produk INTEGER NOT NULL,
  kompetensi INTEGER NOT NULL,
  perilaku INTEGER NOT NULL,
  pengaduan INTEGER NOT NULL,
  sarana INTEGER NOT NULL,
  trust INTEGER,
  sex TEXT,
  age TEXT,
  education TEXT,
  occupation TEXT,
  kind TEXT,
  slot TEXT,
  UNIQUE (round_id, row_key)
) STRICT;
