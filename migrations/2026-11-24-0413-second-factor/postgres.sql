-- The second factor of an account: the secret shared with an authenticator app, and codes written down for when it is lost.
CREATE TABLE second_factors (
  person_id BIGINT NOT NULL PRIMARY KEY REFERENCES people (id),
  secret TEXT NOT NULL,
  begun_at BIGINT NOT NULL,
  confirmed_at BIGINT,
  -- The newest step of 30 seconds whose code was taken: no code is taken twice.
  last_step BIGINT NOT NULL
);

CREATE TABLE spare_codes (
  person_id BIGINT NOT NULL REFERENCES people (id),
  code_hash TEXT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (person_id, code_hash)
);
