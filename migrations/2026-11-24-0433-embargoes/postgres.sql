-- What the newsroom agreed not to publish before an hour: with whom, and why. The newest that was not ended holds.
CREATE TABLE draft_embargoes (
  id BIGINT NOT NULL PRIMARY KEY,
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  until_at BIGINT NOT NULL,
  -- Who asked for it.
  asked TEXT NOT NULL,
  why TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by BIGINT,
  ended_why TEXT
);
CREATE INDEX draft_embargoes_draft ON draft_embargoes (draft_id, id);
