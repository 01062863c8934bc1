-- Summonses, threats and suits over what was written. Only who is named on one sees it.
CREATE TABLE incidents (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  against_name TEXT NOT NULL,
  from_name TEXT NOT NULL,
  what TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  -- Who helps.
  helper TEXT,
  opened_by INTEGER NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT,
  ended_at INTEGER,
  ended_by INTEGER
) STRICT;

-- Who sees it; the one who opened it is the first.
CREATE TABLE incident_people (
  incident_id INTEGER NOT NULL REFERENCES incidents (id),
  person_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  named_by INTEGER NOT NULL,
  PRIMARY KEY (incident_id, person_id)
) STRICT;
CREATE INDEX incident_people_person ON incident_people (person_id, incident_id);

CREATE TABLE incident_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incidents (id),
  at INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  step TEXT NOT NULL,
  words TEXT
) STRICT;
CREATE INDEX incident_steps_incident ON incident_steps (incident_id, id);
