-- Drafts that are still being written, with every text that was saved; what editors settle about a draft before it is public.
ALTER TABLE drafts ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
ALTER TABLE drafts ADD COLUMN saved_at BIGINT NOT NULL DEFAULT 0;
-- What the open form that saved last is known by: a form whose acknowledgement was lost is no second writer.
ALTER TABLE drafts ADD COLUMN saved_form TEXT;
-- The open form that made it: the same form makes one draft.
ALTER TABLE drafts ADD COLUMN made_form TEXT;
-- To approve and to verify are two things.
ALTER TABLE drafts ADD COLUMN approved_at BIGINT;
ALTER TABLE drafts ADD COLUMN approved_by BIGINT;
ALTER TABLE drafts ADD COLUMN verified_at BIGINT;
ALTER TABLE drafts ADD COLUMN verified_by BIGINT;
-- When it goes public by itself.
ALTER TABLE drafts ADD COLUMN publish_at BIGINT;
UPDATE drafts SET saved_at = sent_at;
DROP INDEX drafts_once;
-- The same text sent twice is one draft; half a sentence that two working drafts begin with is none.
CREATE UNIQUE INDEX drafts_sent_once ON drafts (person_id, text_hash) WHERE state = 'sent';
CREATE UNIQUE INDEX drafts_made_once ON drafts (person_id, made_form) WHERE made_form IS NOT NULL;

-- What was saved, oldest first. Saves of one open form within a few minutes are one version.
CREATE TABLE draft_versions (
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  number BIGINT NOT NULL,
  began_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  form TEXT,
  -- Somebody else had saved meanwhile: kept beside, and not what the draft says.
  aside BOOLEAN NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (draft_id, number)
);
INSERT INTO draft_versions (draft_id, number, began_at, at, person_id, form, aside, title, body)
  SELECT id, 1, sent_at, sent_at, person_id, NULL, FALSE, title, body FROM drafts;

-- Who else wrote it.
CREATE TABLE draft_bylines (
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  person_id BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  added_by BIGINT NOT NULL,
  PRIMARY KEY (draft_id, person_id)
);

-- A note on one paragraph, answered below it.
CREATE TABLE draft_notes (
  id BIGINT NOT NULL PRIMARY KEY,
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  -- An answer names the note that it answers.
  answers BIGINT,
  person_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  -- How the paragraph began when the note was made; null: on the whole.
  anchor TEXT,
  words TEXT NOT NULL,
  settled_at BIGINT,
  settled_by BIGINT
);
CREATE INDEX draft_notes_draft ON draft_notes (draft_id, id);

-- Whom the desk asked, how, when, and what they said.
CREATE TABLE draft_checks (
  id BIGINT NOT NULL PRIMARY KEY,
  draft_id BIGINT NOT NULL REFERENCES drafts (id),
  person_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  asked TEXT NOT NULL,
  way TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  answer TEXT NOT NULL
);
CREATE INDEX draft_checks_draft ON draft_checks (draft_id, id);
