-- Innovations of public bodies. What changes stands in editions, which are never overwritten; the columns here that
-- repeat something (edition, name, affair, stage, state, verified_at) can be rebuilt from the other tables.
CREATE TABLE innovations (
  id BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BIGINT,
  agency_id BIGINT NOT NULL,
  unit_id BIGINT,
  -- Of the body; absent for a national one.
  area BIGINT,
  -- Copied from public sources by the house; the body has not confirmed it.
  is_example BOOLEAN NOT NULL,
  edition BIGINT NOT NULL,
  name TEXT NOT NULL,
  affair TEXT,
  year_begun BIGINT,
  stage TEXT,
  state TEXT,
  verified_at BIGINT,
  verified_by BIGINT,
  UNIQUE (agency_id, name)
);
CREATE INDEX innovations_newest ON innovations (at, id);
CREATE INDEX innovations_agency ON innovations (agency_id, at, id);

-- One row for each area that an innovation is listed in: that of its body and those above.
CREATE TABLE innovation_areas (
  area BIGINT NOT NULL,
  at BIGINT NOT NULL,
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  PRIMARY KEY (area, at, innovation_id)
);

CREATE TABLE innovation_editions (
  id BIGINT NOT NULL PRIMARY KEY,
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT,
  why TEXT,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  year_begun BIGINT,
  initiator TEXT,
  origin TEXT,
  adapted_id BIGINT,
  adapted_from TEXT,
  affair TEXT,
  digital TEXT,
  -- The rule set whose criteria the texts answer.
  rules TEXT NOT NULL,
  UNIQUE (innovation_id, number)
);

CREATE TABLE innovation_texts (
  edition_id BIGINT NOT NULL REFERENCES innovation_editions (id),
  part TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (edition_id, part)
);

CREATE TABLE innovation_stages (
  id BIGINT NOT NULL PRIMARY KEY,
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  stage TEXT NOT NULL,
  on_date TEXT NOT NULL,
  document TEXT,
  document_number TEXT,
  document_link TEXT,
  note TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT,
  UNIQUE (innovation_id, stage, on_date)
);

-- Values are decimal numbers in their exact text: "12.50".
CREATE TABLE innovation_indicators (
  id BIGINT NOT NULL PRIMARY KEY,
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  baseline TEXT,
  baseline_on TEXT,
  baseline_source TEXT,
  target TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT,
  UNIQUE (innovation_id, name)
);

CREATE TABLE innovation_observations (
  id BIGINT NOT NULL PRIMARY KEY,
  indicator_id BIGINT NOT NULL REFERENCES innovation_indicators (id),
  value TEXT NOT NULL,
  on_date TEXT NOT NULL,
  source TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX innovation_observations_indicator ON innovation_observations (indicator_id, on_date, id);

CREATE TABLE innovation_checks (
  id BIGINT NOT NULL PRIMARY KEY,
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  state TEXT NOT NULL,
  note TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX innovation_checks_innovation ON innovation_checks (innovation_id, id);

CREATE TABLE innovation_awards (
  id BIGINT NOT NULL PRIMARY KEY,
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  year BIGINT NOT NULL,
  level TEXT NOT NULL,
  title TEXT NOT NULL,
  source TEXT NOT NULL,
  link TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT,
  UNIQUE (innovation_id, year, title)
);

-- Where what is said of an innovation can be read.
CREATE TABLE innovation_sources (
  innovation_id BIGINT NOT NULL REFERENCES innovations (id),
  position BIGINT NOT NULL,
  title TEXT NOT NULL,
  link TEXT,
  PRIMARY KEY (innovation_id, position)
);

CREATE TABLE replications (
  id BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BIGINT,
  origin_id BIGINT NOT NULL REFERENCES innovations (id),
  origin_agency_id BIGINT NOT NULL,
  agency_id BIGINT NOT NULL,
  -- What the copy is called in the registry, if it stands there.
  own_id BIGINT REFERENCES innovations (id),
  mode TEXT NOT NULL,
  extent TEXT NOT NULL,
  basis TEXT,
  basis_number TEXT,
  basis_on TEXT,
  started_on TEXT,
  differs TEXT NOT NULL,
  process TEXT NOT NULL,
  state TEXT NOT NULL,
  -- When the second side agreed; it counts from then on.
  counted_at BIGINT,
  UNIQUE (origin_id, agency_id)
);
CREATE INDEX replications_agency ON replications (agency_id, at, id);
CREATE INDEX replications_origin_agency ON replications (origin_agency_id, at, id);

-- What each side said of a replication; the newest of a side holds.
CREATE TABLE replication_answers (
  id BIGINT NOT NULL PRIMARY KEY,
  replication_id BIGINT NOT NULL REFERENCES replications (id),
  side TEXT NOT NULL,
  answer TEXT NOT NULL,
  -- The letter that the desk has it from; absent when the officer said it here.
  letter TEXT,
  letter_on TEXT,
  note TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX replication_answers_replication ON replication_answers (replication_id, id);

CREATE TABLE replication_states (
  id BIGINT NOT NULL PRIMARY KEY,
  replication_id BIGINT NOT NULL REFERENCES replications (id),
  state TEXT NOT NULL,
  on_date TEXT,
  note TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX replication_states_replication ON replication_states (replication_id, id);
