-- Whoever was moderated asks once that somebody else looks again.
CREATE TABLE appeals (
  id INTEGER NOT NULL PRIMARY KEY,
  -- What is appealed against; once.
  decision_id INTEGER NOT NULL UNIQUE,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  decided_at INTEGER,
  decided_by INTEGER,
  answer TEXT,
  -- Decided by whoever took the decision, after a pause, because nobody else could.
  alone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX appeals_open ON appeals (due_at, id) WHERE state = 'open';
CREATE INDEX appeals_person ON appeals (person_id);
