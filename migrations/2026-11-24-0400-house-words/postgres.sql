-- Words that the house vouches for, in small letters; one that was taken out keeps its row.
CREATE TABLE house_words (
  word TEXT NOT NULL PRIMARY KEY,
  added_at BIGINT NOT NULL,
  added_by BIGINT NOT NULL,
  removed_at BIGINT,
  removed_by BIGINT
);
