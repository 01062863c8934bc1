-- What people send to the newsroom without an account. Every word of a sender is sealed by the vault.
CREATE TABLE tips (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  -- Of the form that sent it: a second sending is the same.
  once TEXT NOT NULL UNIQUE,
  what TEXT NOT NULL,
  happened TEXT,
  -- As coarse as the sender wants it; a kabupaten is enough.
  area INTEGER,
  attribution TEXT NOT NULL,
  lang TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  state_at INTEGER NOT NULL,
  -- Why it was closed, of a closed list.
  reason TEXT
) STRICT;
CREATE INDEX tips_state ON tips (state, id);

-- How the sender is reached, sealed; no row when they did not say, or when it was forgotten.
CREATE TABLE tip_senders (
  tip_id INTEGER NOT NULL PRIMARY KEY REFERENCES tips (id),
  contact TEXT NOT NULL
) STRICT;

-- Each thing that was done and said, with who and when; the words are sealed.
CREATE TABLE tip_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  tip_id INTEGER NOT NULL REFERENCES tips (id),
  at INTEGER NOT NULL,
  -- Nobody: the sender.
  person_id INTEGER,
  step TEXT NOT NULL,
  words TEXT
) STRICT;
CREATE INDEX tip_steps_tip ON tip_steps (tip_id, id);
