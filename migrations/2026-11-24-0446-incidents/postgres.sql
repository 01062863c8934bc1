-- Summonses, threats and suits over what was written. Only who is named on one sees it.
CREATE TABLE incidents (
  id BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  against_name TEXT NOT NULL,
  from_name TEXT NOT NULL,
  what TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  -- Who helps.
  helper TEXT,
  opened_by BIGINT NOT NULL,
  at BIGINT NOT NULL,
  outcome TEXT,
  ended_at BIGINT,
  ended_by BIGINT
);

-- Who sees it; the one who opened it is the first.
CREATE TABLE incident_people (
  incident_id BIGINT NOT NULL REFERENCES incidents (id),
  person_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  named_by BIGINT NOT NULL,
  PRIMARY KEY (incident_id, person_id)
);
CREATE INDEX incident_people_person ON incident_people (person_id, incident_id);

CREATE TABLE incident_steps (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_id BIGINT NOT NULL REFERENCES incidents (id),
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  step TEXT NOT NULL,
  words TEXT
);
CREATE INDEX incident_steps_incident ON incident_steps (incident_id, id);
