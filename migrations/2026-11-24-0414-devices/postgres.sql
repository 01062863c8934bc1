-- Browsers that someone signed in with before, known by a secret of their own; no network address.
CREATE TABLE devices (
  id BIGINT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL,
  person_id BIGINT NOT NULL REFERENCES people (id),
  first_seen_on TEXT NOT NULL,
  seen_on TEXT NOT NULL,
  UNIQUE (person_id, token_hash)
);
CREATE INDEX devices_seen ON devices (seen_on);
ALTER TABLE sessions ADD COLUMN device_id BIGINT;
