-- The second factor of an account: the secret shared with an authenticator app, and codes written down for when it is lost.
CREATE TABLE second_factors (
  person_id INTEGER NOT NULL PRIMARY KEY REFERENCES people (id),
  secret TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  -- The newest step of 30 seconds whose code was taken: no code is taken twice.
  last_step INTEGER NOT NULL
) STRICT;

CREATE TABLE spare_codes (
  person_id INTEGER NOT NULL REFERENCES people (id),
  code_hash TEXT NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (person_id, code_hash)
) STRICT;
