-- What people ask about their own data: by their account, or by a number and a code. The clock stands in base's deadlines.
CREATE TABLE data_requests (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- Of those without an account.
  code_hash TEXT,
  person_id INTEGER,
  name TEXT NOT NULL,
  email TEXT,
  lang TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  answered_at INTEGER
) STRICT;
CREATE INDEX data_requests_open ON data_requests (state, due_at, id);
CREATE INDEX data_requests_person ON data_requests (person_id, id) WHERE person_id IS NOT NULL;

-- Each thing the desk did, with who and when.
CREATE TABLE data_request_acts (
  id INTEGER NOT NULL PRIMARY KEY,
  request_id INTEGER NOT NULL REFERENCES data_requests (id),
  at INTEGER NOT NULL,
  person_id INTEGER,
  act TEXT NOT NULL,
  -- Of a refusal: article 33 and the desk's own grounds.
  ground TEXT,
  words TEXT
) STRICT;
CREATE INDEX data_request_acts_request ON data_request_acts (request_id, id);
