-- Accounts, sessions, consents, one-time codes, roles.
CREATE TABLE people (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  pen_name TEXT,
  about TEXT,
  email TEXT UNIQUE,
  phone TEXT UNIQUE,
  password_hash TEXT,
  age_band TEXT NOT NULL,
  guardian_name TEXT,
  guardian_email TEXT,
  guardian_confirmed_at BIGINT,
  area BIGINT,
  joined_at BIGINT NOT NULL
);
CREATE INDEX people_name ON people (name, id);

CREATE TABLE sessions (
  id BIGINT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  person_id BIGINT NOT NULL REFERENCES people (id),
  started_at BIGINT NOT NULL,
  seen_on TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  browser TEXT NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id, id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE consents (
  person_id BIGINT NOT NULL REFERENCES people (id),
  document TEXT NOT NULL,
  version BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, document, version)
);

CREATE TABLE one_time_codes (
  ticket_hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  payload TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  tries BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX one_time_codes_expiry ON one_time_codes (expires_at);

CREATE TABLE recovery_codes (
  person_id BIGINT NOT NULL REFERENCES people (id),
  code_hash TEXT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (person_id, code_hash)
);

CREATE TABLE grants (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  scope_kind TEXT NOT NULL,
  scope_id BIGINT NOT NULL,
  granted_by BIGINT,
  granted_at BIGINT NOT NULL,
  ended_by BIGINT,
  ended_at BIGINT
);
CREATE INDEX grants_person ON grants (person_id, id);
CREATE INDEX grants_role ON grants (role, ended_at);
