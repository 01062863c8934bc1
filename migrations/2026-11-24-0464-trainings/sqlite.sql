-- Trainings that make reporters.
CREATE TABLE trainings (
  id INTEGER NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  area INTEGER NOT NULL,
  place TEXT NOT NULL,
  organiser TEXT NOT NULL,
  curriculum TEXT NOT NULL,
  at INTEGER NOT NULL,
  made_by INTEGER NOT NULL,
  -- From then on who attended is trained.
  closed_at INTEGER,
  closed_by INTEGER
) STRICT;
CREATE INDEX trainings_days ON trainings (starts_on, id);

CREATE TABLE training_people (
  training_id INTEGER NOT NULL REFERENCES trainings (id),
  person_id INTEGER NOT NULL REFERENCES reporters (person_id),
  at INTEGER NOT NULL,
  -- Themselves, or an editor.
  added_by INTEGER NOT NULL,
  -- Written when it is closed.
  attended_at INTEGER,
  PRIMARY KEY (training_id, person_id)
) STRICT;
CREATE INDEX training_people_person ON training_people (person_id, training_id);
