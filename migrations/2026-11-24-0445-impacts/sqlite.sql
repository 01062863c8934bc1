-- What a story brought about, with its proof; struck out when it was noted by mistake.
CREATE TABLE impacts (
  id INTEGER NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  amount INTEGER,
  happened_on TEXT NOT NULL,
  proof TEXT NOT NULL,
  -- The story that tells of it.
  story_kind TEXT,
  story_id INTEGER,
  at INTEGER NOT NULL,
  person_id INTEGER NOT NULL,
  struck_at INTEGER,
  struck_by INTEGER
) STRICT;
CREATE INDEX impacts_subject ON impacts (subject_kind, subject_id, happened_on);
