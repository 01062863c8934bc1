-- What people ask about their own data: by their account, or by a number and a code. The clock stands in base's deadlines.
CREATE TABLE data_requests (
  id BIGINT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- Of those without an account.
  code_hash TEXT,
  person_id BIGINT,
  name TEXT NOT NULL,
  email TEXT,
  lang TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  answered_at BIGINT
);
CREATE INDEX data_requests_open ON data_requests (state, due_at, id);
CREATE INDEX data_requests_person ON data_requests (person_id, id) WHERE person_id IS NOT NULL;

-- Each thing the desk did, with who and when.
CREATE TABLE data_request_acts (
  id BIGINT NOT NULL PRIMARY KEY,
  request_id BIGINT NOT NULL REFERENCES data_requests (id),
  at BIGINT NOT NULL,
  person_id BIGINT,
  act TEXT NOT NULL,
  -- Of a refusal: article 33 and the desk's own grounds.
  ground TEXT,
  words TEXT
);
CREATE INDEX data_request_acts_request ON data_request_acts (request_id, id);
