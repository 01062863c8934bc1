-- What moderators do to a person: a warning, a time without writing, a time without roles too.
CREATE TABLE measures (
  id INTEGER NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  -- For the person, beside the reason.
  words TEXT NOT NULL,
  -- What they wrote that it is about.
  subject_kind TEXT,
  subject_id INTEGER,
  at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  taken_by INTEGER NOT NULL,
  seen_at INTEGER,
  ended_at INTEGER,
  ended_by INTEGER
) STRICT;
CREATE INDEX measures_person ON measures (person_id, id);

-- What the site has to tell someone, until they say that they have read it.
CREATE TABLE person_notices (
  id INTEGER NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL,
  word TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  reason TEXT,
  path TEXT NOT NULL,
  at INTEGER NOT NULL,
  seen_at INTEGER
) STRICT;
CREATE INDEX person_notices_person ON person_notices (person_id, id);
CREATE INDEX person_notices_unseen ON person_notices (person_id) WHERE seen_at IS NULL;

-- What moderators tell each other about a person; nobody else reads it, and it does not go into the person's own data.
CREATE TABLE person_remarks (
  id INTEGER NOT NULL PRIMARY KEY,
  about_id INTEGER NOT NULL,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  written_by INTEGER NOT NULL
) STRICT;
CREATE INDEX person_remarks_about ON person_remarks (about_id, id);
