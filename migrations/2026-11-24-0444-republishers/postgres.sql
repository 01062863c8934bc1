-- Who took a story over, and what they were told of it afterwards.
CREATE TABLE republishers (
  id BIGINT NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  -- Of their copy.
  address TEXT,
  email TEXT,
  since TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by BIGINT
);
CREATE INDEX republishers_subject ON republishers (subject_kind, subject_id, id);

CREATE TABLE republisher_tellings (
  id BIGINT NOT NULL PRIMARY KEY,
  republisher_id BIGINT NOT NULL REFERENCES republishers (id),
  -- What was heard: nobody is told twice of one event.
  event_id BIGINT NOT NULL,
  news TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- Without an address somebody has to tell them.
  mailed_at BIGINT,
  followed_at BIGINT,
  followed_by BIGINT,
  UNIQUE (republisher_id, event_id)
);
