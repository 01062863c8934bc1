-- What people send to the newsroom without an account. Every word of a sender is sealed by the vault.
CREATE TABLE tips (
  id BIGINT NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  -- Of the form that sent it: a second sending is the same.
  once TEXT NOT NULL UNIQUE,
  what TEXT NOT NULL,
  happened TEXT,
  -- As coarse as the sender wants it; a kabupaten is enough.
  area BIGINT,
  attribution TEXT NOT NULL,
  lang TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  state_at BIGINT NOT NULL,
  -- Why it was closed, of a closed list.
  reason TEXT
);
CREATE INDEX tips_state ON tips (state, id);

-- How the sender is reached, sealed; no row when they did not say, or when it was forgotten.
CREATE TABLE tip_senders (
  tip_id BIGINT NOT NULL PRIMARY KEY REFERENCES tips (id),
  contact TEXT NOT NULL
);

-- Each thing that was done and said, with who and when; the words are sealed.
CREATE TABLE tip_steps (
  id BIGINT NOT NULL PRIMARY KEY,
  tip_id BIGINT NOT NULL REFERENCES tips (id),
  at BIGINT NOT NULL,
  -- Nobody: the sender.
  person_id BIGINT,
  step TEXT NOT NULL,
  words TEXT
);
CREATE INDEX tip_steps_tip ON tip_steps (tip_id, id);
