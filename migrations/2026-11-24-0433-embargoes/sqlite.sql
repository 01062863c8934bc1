-- What the newsroom agreed not to publish before an hour: with whom, and why. The newest that was not ended holds.
CREATE TABLE draft_embargoes (
  id INTEGER NOT NULL PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  until_at INTEGER NOT NULL,
  -- Who asked for it.
  asked TEXT NOT NULL,
  why TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  ended_at INTEGER,
  ended_by INTEGER,
  ended_why TEXT
) STRICT;
CREATE INDEX draft_embargoes_draft ON draft_embargoes (draft_id, id);
