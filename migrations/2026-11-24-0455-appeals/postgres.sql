-- Whoever was moderated asks once that somebody else looks again.
CREATE TABLE appeals (
  id BIGINT NOT NULL PRIMARY KEY,
  -- What is appealed against; once.
  decision_id BIGINT NOT NULL UNIQUE,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  words TEXT NOT NULL,
  at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  decided_at BIGINT,
  decided_by BIGINT,
  answer TEXT,
  -- Decided by whoever took the decision, after a pause, because nobody else could.
  alone BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX appeals_open ON appeals (due_at, id) WHERE state = 'open';
CREATE INDEX appeals_person ON appeals (person_id);
