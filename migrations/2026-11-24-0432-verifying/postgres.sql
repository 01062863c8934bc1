-- Publishing before it is verified, questions before publication, and what stands beside a correction, a retraction, a seal.

-- The four conditions of the Pedoman 2012, 2c. Open from publication until a verification or an update story settles it.
CREATE TABLE draft_pending (
  draft_id BIGINT NOT NULL PRIMARY KEY REFERENCES drafts (id),
  person_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  urgent TEXT NOT NULL,
  source TEXT NOT NULL,
  unreachable TEXT NOT NULL,
  notice TEXT NOT NULL,
  opened_at BIGINT,
  closed_at BIGINT,
  closed_by BIGINT,
  -- The later story that tells what was found.
  update_story BIGINT
);
CREATE INDEX draft_pending_open ON draft_pending (opened_at) WHERE closed_at IS NULL AND opened_at IS NOT NULL;
CREATE INDEX draft_pending_update ON draft_pending (update_story) WHERE update_story IS NOT NULL;

-- What was asked before publication, of whom, until when, and the answer or the silence.
CREATE TABLE draft_questions (
  id BIGINT NOT NULL PRIMARY KEY,
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  person_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  asked TEXT NOT NULL,
  way TEXT NOT NULL,
  words TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  answer TEXT,
  answered_at BIGINT,
  answered_by BIGINT
);
CREATE INDEX draft_questions_draft ON draft_questions (draft_id, id);
CREATE INDEX drafts_story ON drafts (story_id);

-- Which words were wrong, and what they became.
CREATE TABLE edition_corrections (
  edition_id BIGINT NOT NULL PRIMARY KEY REFERENCES editions (id),
  was TEXT NOT NULL,
  became TEXT NOT NULL,
  apology TEXT NOT NULL
);

-- From closed lists; the words beside them stay free.
ALTER TABLE stories ADD COLUMN retraction_ground TEXT;
ALTER TABLE editions ADD COLUMN sealed_ground TEXT;
CREATE INDEX stories_retracted ON stories (retracted_at) WHERE retracted_at IS NOT NULL;
CREATE INDEX editions_corrections ON editions (at) WHERE kind = 'correction';
