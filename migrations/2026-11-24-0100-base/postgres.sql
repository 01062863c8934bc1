-- What every feature shares: the log of events, work to do, links, holds, deadlines, settings, parked forms.
CREATE TABLE events (
  id BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BIGINT,
  verb TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  detail TEXT
);
CREATE INDEX events_subject ON events (subject_kind, subject_id, id);

CREATE TABLE jobs (
  id BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  once_key TEXT UNIQUE,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  lease_until BIGINT,
  dead_at BIGINT,
  last_error TEXT
);
CREATE INDEX jobs_next ON jobs (run_at, id) WHERE dead_at IS NULL;

CREATE TABLE links (
  id BIGINT NOT NULL PRIMARY KEY,
  from_kind TEXT NOT NULL,
  from_id BIGINT NOT NULL,
  to_kind TEXT NOT NULL,
  to_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT,
  UNIQUE (from_kind, from_id, to_kind, to_id, kind)
);
CREATE INDEX links_to ON links (to_kind, to_id);

CREATE TABLE holds (
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  reason TEXT NOT NULL,
  person_id BIGINT,
  since BIGINT NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
);
CREATE INDEX holds_since ON holds (since, subject_id);

CREATE TABLE deadlines (
  id BIGINT NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  clock TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  rule TEXT NOT NULL,
  met_at BIGINT,
  UNIQUE (subject_kind, subject_id, clock)
);
CREATE INDEX deadlines_open ON deadlines (due_at) WHERE met_at IS NULL;

CREATE TABLE settings (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT
);

CREATE TABLE parked_forms (
  token_hash TEXT NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,
  body TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX parked_forms_expiry ON parked_forms (expires_at);
