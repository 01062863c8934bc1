-- Accounts whose owners asked for their end: it waits some days, and signing in takes it back.
CREATE TABLE account_endings (
  person_id BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
  asked_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL
);
CREATE INDEX account_endings_due ON account_endings (due_at);
ALTER TABLE people ADD COLUMN ended_at BIGINT;
