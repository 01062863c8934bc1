-- What authorities order to be taken down, and what they ask to be told: the register, with who decided and why.
CREATE TABLE legal_matters (
  id BIGINT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  authority TEXT NOT NULL,
  -- The number of their letter.
  reference TEXT NOT NULL,
  basis TEXT NOT NULL,
  asked TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  due_at BIGINT,
  entered_at BIGINT NOT NULL,
  entered_by BIGINT NOT NULL,
  state TEXT NOT NULL,
  given TEXT,
  reason TEXT,
  decided_at BIGINT,
  decided_by BIGINT
);
CREATE INDEX legal_matters_open ON legal_matters (due_at, id) WHERE state = 'open';
CREATE INDEX legal_matters_received ON legal_matters (received_at);
