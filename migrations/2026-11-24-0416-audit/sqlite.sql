-- The log of events, sealed in batches: each holds the hash of its rows and of the batch before.
CREATE TABLE audit_batches (
  id INTEGER NOT NULL PRIMARY KEY,
  sealed_at INTEGER NOT NULL,
  -- Ids of events: those after the batch before, up to this one.
  last_event INTEGER NOT NULL UNIQUE,
  row_count INTEGER NOT NULL,
  rows_hash TEXT NOT NULL,
  -- Unique, so that the chain never forks.
  before_hash TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL
) STRICT;
