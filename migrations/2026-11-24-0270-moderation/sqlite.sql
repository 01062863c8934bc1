-- What readers point out to the moderators.
CREATE TABLE flags (
  id INTEGER NOT NULL PRIMARY KEY,
  -- What the one who flagged is told; nobody guesses it.
  number TEXT NOT NULL UNIQUE,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  words TEXT NOT NULL,
  person_id INTEGER,
  -- For the outcome; forgotten once that was sent.
  email TEXT,
  lang TEXT NOT NULL,
  once TEXT UNIQUE,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  decided_at INTEGER,
  decision_id INTEGER
) STRICT;
CREATE UNIQUE INDEX flags_person ON flags (subject_kind, subject_id, person_id) WHERE state = 'open' AND person_id IS NOT NULL;
CREATE INDEX flags_open ON flags (subject_kind, subject_id, due_at) WHERE state = 'open';
CREATE INDEX flags_decided ON flags (decision_id) WHERE email IS NOT NULL;

-- What moderators did: the public log. It names nobody but, inside, the moderator.
CREATE TABLE decisions (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  act TEXT NOT NULL,
  reason TEXT,
  flag_count INTEGER NOT NULL,
  was_held INTEGER NOT NULL,
  person_id INTEGER NOT NULL
) STRICT;
