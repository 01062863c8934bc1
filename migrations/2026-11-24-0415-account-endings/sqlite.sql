-- Accounts whose owners asked for their end: it waits some days, and signing in takes it back.
CREATE TABLE account_endings (
  person_id INTEGER NOT NULL PRIMARY KEY REFERENCES people (id),
  asked_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL
) STRICT;
CREATE INDEX account_endings_due ON account_endings (due_at);
ALTER TABLE people ADD COLUMN ended_at INTEGER;
