-- What moderators do to a person: a warning, a time without writing, a time without roles too.
CREATE TABLE measures (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- For the person, beside the reason.
  words TEXT NOT NULL,
  -- What they wrote that it is about.
  subject_kind TEXT,
  subject_id BIGINT,
  at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  taken_by BIGINT NOT NULL,
  seen_at BIGINT,
  ended_at BIGINT,
  ended_by BIGINT
);
CREATE INDEX measures_person ON measures (person_id, id);

-- What the site has to tell someone, until they say that they have read it.
CREATE TABLE person_notices (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL,
  word TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  reason TEXT,
  path TEXT NOT NULL,
  at BIGINT NOT NULL,
  seen_at BIGINT
);
CREATE INDEX person_notices_person ON person_notices (person_id, id);
CREATE INDEX person_notices_unseen ON person_notices (person_id) WHERE seen_at IS NULL;

-- What moderators tell each other about a person; nobody else reads it, and it does not go into the person's own data.
CREATE TABLE person_remarks (
  id BIGINT NOT NULL PRIMARY KEY,
  about_id BIGINT NOT NULL,
  words TEXT NOT NULL,
  at BIGINT NOT NULL,
  written_by BIGINT NOT NULL
);
CREATE INDEX person_remarks_about ON person_remarks (about_id, id);
