-- Who took a story over, and what they were told of it afterwards.
CREATE TABLE republishers (
  id INTEGER NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- Of their copy.
  address TEXT,
  email TEXT,
  since TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER
) STRICT;
CREATE INDEX republishers_subject ON republishers (subject_kind, subject_id, id);

CREATE TABLE republisher_tellings (
  id INTEGER NOT NULL PRIMARY KEY,
  republisher_id INTEGER NOT NULL REFERENCES republishers (id),
  -- What was heard: nobody is told twice of one event.
  event_id INTEGER NOT NULL,
  news TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Without an address somebody has to tell them.
  mailed_at INTEGER,
  followed_at INTEGER,
  followed_by INTEGER,
  UNIQUE (republisher_id, event_id)
) STRICT;
