-- What readers say under a subject, in threads.
CREATE TABLE comments (
  id BIGINT NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  parent_id BIGINT REFERENCES comments (id),
  -- Eight bytes for each comment from the thread's first to this one: byte order is reading order.
  position BYTEA NOT NULL,
  person_id BIGINT,
  -- Of imported comments, whose writers have no account.
  name TEXT,
  -- Null when it is not known: old pages.
  at BIGINT,
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  -- When others could first read it; null when they never could, or must not until a moderator has looked again.
  shown_at BIGINT,
  -- When and why it went from sight.
  ended_at BIGINT,
  reason TEXT,
  edited_at BIGINT,
  -- One form sent twice is one comment.
  once TEXT,
  text_hash TEXT NOT NULL
);
CREATE UNIQUE INDEX comments_once ON comments (person_id, once);
CREATE UNIQUE INDEX comments_position ON comments (subject_kind, subject_id, position) WHERE shown_at IS NOT NULL;
CREATE INDEX comments_unseen ON comments (person_id, subject_kind, subject_id, id) WHERE shown_at IS NULL;
CREATE INDEX comments_twins ON comments (person_id, text_hash, at);
CREATE INDEX comments_shown_of ON comments (person_id) WHERE state = 'shown';
CREATE INDEX comments_latest ON comments (at, id) WHERE state = 'shown' AND at IS NOT NULL;
CREATE INDEX comments_parent ON comments (parent_id);

-- The text as it was before each edit.
CREATE TABLE comment_editions (
  comment_id BIGINT NOT NULL REFERENCES comments (id),
  number BIGINT NOT NULL,
  text TEXT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (comment_id, number)
);

-- How many are shown, kept in the transactions that change it.
CREATE TABLE comment_counts (
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  shown BIGINT NOT NULL,
  PRIMARY KEY (subject_kind, subject_id)
);
