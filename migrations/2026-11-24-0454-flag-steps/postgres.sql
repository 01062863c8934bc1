-- What became of a complaint, step by step: received, examined, acted or refused with a ground; who, when.
ALTER TABLE flags ADD COLUMN examined_at BIGINT;
ALTER TABLE flags ADD COLUMN ground TEXT;
ALTER TABLE flags ADD COLUMN answer TEXT;
-- How often the desk was reminded that its hours run out.
ALTER TABLE flags ADD COLUMN urged BIGINT NOT NULL DEFAULT 0;
CREATE INDEX flags_due ON flags (due_at, id) WHERE state = 'open';
CREATE TABLE flag_steps (
  id BIGINT NOT NULL PRIMARY KEY,
  flag_id BIGINT NOT NULL,
  step TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX flag_steps_flag ON flag_steps (flag_id, id);
INSERT INTO flag_steps (id, flag_id, step, at) SELECT id, id, 'received', at FROM flags;

-- Decided by whom it concerns, after a pause, because nobody else could: the public log marks it.
ALTER TABLE decisions ADD COLUMN alone BOOLEAN NOT NULL DEFAULT FALSE;
