-- Survey rounds of a service, their states, and what was answered. Nobody's name, account or address stands here.
CREATE TABLE survey_rounds (
  id BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BIGINT,
  agency_id BIGINT NOT NULL,
  -- Of the body; absent for a national one.
  area BIGINT,
  title TEXT NOT NULL,
  -- A service of the body's list, or only a name; the name stands here in both cases.
  service_id BIGINT,
  service TEXT NOT NULL,
  -- What a respondent may have come for, one a line.
  kinds TEXT NOT NULL,
  provider TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  population BIGINT,
  -- The rule set it was made under, and how it weighs.
  rules TEXT NOT NULL,
  weight TEXT NOT NULL,
  -- The last of survey_states, and when it was opened or published: can be rebuilt from there.
  state TEXT NOT NULL,
  listed_at BIGINT
);
CREATE INDEX survey_rounds_listed ON survey_rounds (listed_at, id);
CREATE INDEX survey_rounds_agency ON survey_rounds (agency_id, listed_at, id);

CREATE TABLE survey_areas (
  area BIGINT NOT NULL,
  round_id BIGINT NOT NULL REFERENCES survey_rounds (id),
  PRIMARY KEY (area, round_id)
);

CREATE TABLE survey_states (
  id BIGINT NOT NULL PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES survey_rounds (id),
  state TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT,
  UNIQUE (round_id, state)
);

CREATE TABLE survey_responses (
  id BIGINT NOT NULL PRIMARY KEY,
  round_id BIGINT NOT NULL REFERENCES survey_rounds (id),
  -- Only the day, so that nobody at a counter knows whose it was.
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Who typed or imported it; absent for an online form.
  person_id BIGINT,
  -- Sent twice, it is one response.
  row_key TEXT,
  persyaratan BIGINT NOT NULL,
  prosedur BIGINT NOT NULL,
  waktu BIGINT NOT NULL,
  biaya BIGINT NOT NULL,
  produk BIGINT NOT NULL,
  kompetensi BIGINT NOT NULL,
  perilaku BIGINT NOT NULL,
  pengaduan BIGINT NOT NULL,
  sarana BIGINT NOT NULL,
  trust BIGINT,
  sex TEXT,
  age TEXT,
  education TEXT,
  occupation TEXT,
  kind TEXT,
  slot TEXT,
  UNIQUE (round_id, row_key)
);
