-- Accounts, sessions, consents, one-time codes, roles.
CREATE TABLE people (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  pen_name TEXT,
  about TEXT,
  email TEXT UNIQUE,
  phone TEXT UNIQUE,
  password_hash TEXT,
  age_band TEXT NOT NULL,
  guardian_name TEXT,
  guardian_email TEXT,
  guardian_confirmed_at INTEGER,
  area INTEGER,
  joined_at INTEGER NOT NULL
) STRICT;
CREATE INDEX people_name ON people (name, id);

CREATE TABLE sessions (
  id INTEGER NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  started_at INTEGER NOT NULL,
  seen_on TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  browser TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (person_id, id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE consents (
  person_id INTEGER NOT NULL REFERENCES people (id),
  document TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (person_id, document, version)
) STRICT;

CREATE TABLE one_time_codes (
  ticket_hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  payload TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  tries INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX one_time_codes_expiry ON one_time_codes (expires_at);

CREATE TABLE recovery_codes (
  person_id INTEGER NOT NULL REFERENCES people (id),
  code_hash TEXT NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (person_id, code_hash)
) STRICT;

CREATE TABLE grants (
  id INTEGER NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  scope_kind TEXT NOT NULL,
  scope_id INTEGER NOT NULL,
  granted_by INTEGER,
  granted_at INTEGER NOT NULL,
  ended_by INTEGER,
  ended_at INTEGER
) STRICT;
CREATE INDEX grants_person ON grants (person_id, id);
CREATE INDEX grants_role ON grants (role, ended_at);
