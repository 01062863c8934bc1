-- Trainings that make reporters.
CREATE TABLE trainings (
  id BIGINT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  area BIGINT NOT NULL,
  place TEXT NOT NULL,
  organiser TEXT NOT NULL,
  curriculum TEXT NOT NULL,
  at BIGINT NOT NULL,
  made_by BIGINT NOT NULL,
  -- From then on who attended is trained.
  closed_at BIGINT,
  closed_by BIGINT
);
CREATE INDEX trainings_days ON trainings (starts_on, id);

CREATE TABLE training_people (
  training_id BIGINT NOT NULL REFERENCES trainings (id),
  person_id BIGINT NOT NULL REFERENCES reporters (person_id),
  at BIGINT NOT NULL,
  -- Themselves, or an editor.
  added_by BIGINT NOT NULL,
  -- Written when it is closed.
  attended_at BIGINT,
  PRIMARY KEY (training_id, person_id)
);
CREATE INDEX training_people_person ON training_people (person_id, training_id);
