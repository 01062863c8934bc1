-- What every feature shares: the log of events, work to do, links, holds, deadlines, settings, parked forms.
CREATE TABLE events (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  person_id INTEGER,
  verb TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  detail TEXT
) STRICT;
CREATE INDEX events_subject ON events (subject_kind, subject_id, id);

CREATE TABLE jobs (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  once_key TEXT UNIQUE,
  run_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  lease_until INTEGER,
  dead_at INTEGER,
  last_error TEXT
) STRICT;
CREATE INDEX jobs_next ON jobs (run_at, id) WHERE dead_at IS NULL;

CREATE TABLE links (
  id INTEGER NOT NULL PRIMARY KEY,
  from_kind TEXT NOT NULL,
  from_id INTEGER NOT NULL,
  to_kind TEXT NOT NULL,
  to_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER,
  UNIQUE (from_kind, from_id, to_kind, to_id, kind)
) STRICT;
CREATE INDEX links_to ON links (to_kind, to_id);

CREATE TABLE holds (
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  person_id INTEGER,
  since INTEGER NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
) STRICT;
CREATE INDEX holds_since ON holds (since, subject_id);

CREATE TABLE deadlines (
  id INTEGER NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  clock TEXT NOT NULL,
  starts_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  rule TEXT NOT NULL,
  met_at INTEGER,
  UNIQUE (subject_kind, subject_id, clock)
) STRICT;
CREATE INDEX deadlines_open ON deadlines (due_at) WHERE met_at IS NULL;

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;

CREATE TABLE parked_forms (
  token_hash TEXT NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,
  body TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX parked_forms_expiry ON parked_forms (expires_at);
