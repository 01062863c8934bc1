-- When someone wrote in the last hour, while the house counts it: who writes very much waits for a moderator.
CREATE TABLE recent_texts (
  id INTEGER NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX recent_texts_person ON recent_texts (person_id, at);
