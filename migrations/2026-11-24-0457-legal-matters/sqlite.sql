-- What authorities order to be taken down, and what they ask to be told: the register, with who decided and why.
CREATE TABLE legal_matters (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  authority TEXT NOT NULL,
  -- The number of their letter.
  reference TEXT NOT NULL,
  basis TEXT NOT NULL,
  asked TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  due_at INTEGER,
  entered_at INTEGER NOT NULL,
  entered_by INTEGER NOT NULL,
  state TEXT NOT NULL,
  given TEXT,
  reason TEXT,
  decided_at INTEGER,
  decided_by INTEGER
) STRICT;
CREATE INDEX legal_matters_open ON legal_matters (due_at, id) WHERE state = 'open';
CREATE INDEX legal_matters_received ON legal_matters (received_at);
