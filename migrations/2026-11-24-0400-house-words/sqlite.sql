-- Words that the house vouches for, in small letters; one that was taken out keeps its row.
CREATE TABLE house_words (
  word TEXT NOT NULL PRIMARY KEY,
  added_at INTEGER NOT NULL,
  added_by INTEGER NOT NULL,
  removed_at INTEGER,
  removed_by INTEGER
) STRICT;
