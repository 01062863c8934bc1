-- What a programme or an activity said before it was changed: published words are never just overwritten.
CREATE TABLE programme_words (
  id INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- Which words: the field or the list.
  part TEXT NOT NULL,
  stood TEXT NOT NULL
) STRICT;
CREATE INDEX programme_words_subject ON programme_words (kind, subject_id, id);
