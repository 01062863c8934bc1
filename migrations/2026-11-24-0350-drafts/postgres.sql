-- Stories on their way to the editors: what the writer sent, and what became of it.
CREATE TABLE drafts (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  lang TEXT NOT NULL,
  section_id BIGINT NOT NULL REFERENCES sections (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  written_from BIGINT,
  occasion_date TEXT,
  state TEXT NOT NULL,
  -- Of title and body: the same text sent twice is one draft.
  text_hash TEXT NOT NULL,
  sent_at BIGINT NOT NULL,
  story_id BIGINT
);
CREATE UNIQUE INDEX drafts_once ON drafts (person_id, text_hash);
CREATE INDEX drafts_person ON drafts (person_id, id);
CREATE INDEX drafts_state ON drafts (state, sent_at, id);

-- Each step with who, when and the words that go with it.
CREATE TABLE draft_steps (
  id BIGINT NOT NULL PRIMARY KEY,
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  state TEXT NOT NULL,
  words TEXT
);
CREATE INDEX draft_steps_draft ON draft_steps (draft_id, id);
