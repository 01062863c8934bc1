-- How a promise read before it was corrected: nothing public changes without a trace.
CREATE TABLE promise_versions (
  id INTEGER NOT NULL PRIMARY KEY,
  promise_id INTEGER NOT NULL REFERENCES promises (id),
  -- When it was replaced, and by whom.
  at INTEGER NOT NULL,
  person_id INTEGER,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  until_day TEXT
) STRICT;
CREATE INDEX promise_versions_promise ON promise_versions (promise_id, id);
