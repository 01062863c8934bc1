-- Corrections and replies that somebody asks for, with a number and a code. The clocks stand in base's deadlines.
CREATE TABLE replies (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  -- Of the form that sent it: a second sending is the same.
  once TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  -- Where it was written: whose editors answer it.
  area INTEGER,
  name TEXT NOT NULL,
  capacity TEXT NOT NULL,
  passage TEXT NOT NULL,
  wrong TEXT NOT NULL,
  -- What is to be published; of a correction, what is right.
  text TEXT NOT NULL,
  proof TEXT,
  lang TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  -- When the right of reply lapses: two months from publication. Of a correction, or where no day is known, never.
  window_until INTEGER,
  state TEXT NOT NULL,
  state_at INTEGER NOT NULL,
  due_at INTEGER,
  -- How often it began to wait for the desk: each time has a clock of its own.
  turn INTEGER NOT NULL,
  ground TEXT,
  proposed_by INTEGER,
  published_at INTEGER,
  -- Of a correction: the story's edition that mends it.
  edition INTEGER
) STRICT;
CREATE INDEX replies_state ON replies (state, due_at, id);
CREATE INDEX replies_subject ON replies (subject_kind, subject_id, published_at);
CREATE INDEX replies_public ON replies (published_at, id) WHERE published_at IS NOT NULL;

-- How the one who asked is reached. Read by letters and by the desk, on no page that anyone may see.
CREATE TABLE reply_senders (
  reply_id INTEGER NOT NULL PRIMARY KEY REFERENCES replies (id),
  email TEXT,
  phone TEXT
) STRICT;

-- Each thing that was done, with who and when.
CREATE TABLE reply_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  reply_id INTEGER NOT NULL REFERENCES replies (id),
  at INTEGER NOT NULL,
  -- Nobody: the one who asked, or the rule.
  person_id INTEGER,
  step TEXT NOT NULL,
  ground TEXT,
  words TEXT
) STRICT;
CREATE INDEX reply_steps_reply ON reply_steps (reply_id, id);
