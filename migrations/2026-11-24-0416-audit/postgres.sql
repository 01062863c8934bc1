-- The log of events, sealed in batches: each holds the hash of its rows and of the batch before.
CREATE TABLE audit_batches (
  id BIGINT NOT NULL PRIMARY KEY,
  sealed_at BIGINT NOT NULL,
  -- Ids of events: those after the batch before, up to this one.
  last_event BIGINT NOT NULL UNIQUE,
  row_count BIGINT NOT NULL,
  rows_hash TEXT NOT NULL,
  -- Unique, so that the chain never forks.
  before_hash TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL
);
