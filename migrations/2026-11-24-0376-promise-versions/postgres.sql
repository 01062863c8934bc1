-- How a promise read before it was corrected: nothing public changes without a trace.
CREATE TABLE promise_versions (
  id BIGINT NOT NULL PRIMARY KEY,
  promise_id BIGINT NOT NULL REFERENCES promises (id),
  -- When it was replaced, and by whom.
  at BIGINT NOT NULL,
  person_id BIGINT,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  until_day TEXT
);
CREATE INDEX promise_versions_promise ON promise_versions (promise_id, id);
