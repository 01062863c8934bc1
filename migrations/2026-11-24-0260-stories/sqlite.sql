-- Sections, occasions, stories with their editions, bylines, areas, tags and pictures, and the lists they stand in.
CREATE TABLE sections (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE section_names (
  section_id INTEGER NOT NULL REFERENCES sections (id),
  lang TEXT NOT NULL,
  name TEXT NOT NULL,
  about TEXT,
  PRIMARY KEY (section_id, lang)
) STRICT;

CREATE TABLE occasions (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  first_date TEXT,
  last_date TEXT,
  area INTEGER,
  venue TEXT,
  about TEXT
) STRICT;

CREATE TABLE stories (
  id INTEGER NOT NULL PRIMARY KEY,
  lang TEXT NOT NULL,
  section_id INTEGER NOT NULL REFERENCES sections (id),
  status TEXT NOT NULL,
  shown INTEGER NOT NULL,
  -- Null: nobody knows. Never the day of an import.
  posted_at INTEGER,
  -- Where it stands in lists: posted_at, or the best that is known instead.
  listed_at INTEGER NOT NULL,
  edition_id INTEGER NOT NULL,
  occasion_id INTEGER REFERENCES occasions (id),
  occasion_date TEXT,
  occasion_date_written TEXT,
  dateline TEXT,
  signature TEXT,
  written_from INTEGER,
  happened_at INTEGER,
  venue TEXT,
  outlet_id INTEGER,
  licence TEXT,
  approved_at INTEGER,
  approved_by INTEGER,
  verified_at INTEGER,
  verified_by INTEGER,
  unverified_notice TEXT,
  retracted_at INTEGER,
  retracted_by INTEGER,
  retraction_reason TEXT,
  legacy_id INTEGER UNIQUE,
  legacy_slug TEXT,
  legacy_hash TEXT
) STRICT;
-- An old page has no number of its own: its text tells whether it is here already.
CREATE UNIQUE INDEX stories_old_page ON stories (legacy_hash) WHERE legacy_id IS NULL AND legacy_hash IS NOT NULL;

-- Never changed, except that a sealed edition loses its text and keeps its hash.
CREATE TABLE editions (
  id INTEGER NOT NULL PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES stories (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT,
  deck TEXT,
  body TEXT,
  format TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER,
  why TEXT,
  hash TEXT NOT NULL,
  sealed_at INTEGER,
  sealed_by INTEGER,
  sealed_reason TEXT,
  UNIQUE (story_id, number)
) STRICT;

CREATE TABLE story_bylines (
  story_id INTEGER NOT NULL REFERENCES stories (id),
  position INTEGER NOT NULL,
  person_id INTEGER,
  name TEXT,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_about (
  story_id INTEGER NOT NULL REFERENCES stories (id),
  position INTEGER NOT NULL,
  area INTEGER NOT NULL,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE story_tags (
  story_id INTEGER NOT NULL REFERENCES stories (id),
  position INTEGER NOT NULL,
  tag_id INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_pictures (
  story_id INTEGER NOT NULL REFERENCES stories (id),
  position INTEGER NOT NULL,
  picture_id INTEGER NOT NULL,
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

-- One row for each list that a public story stands in: the house, its section, its areas and all above them, its outlet,
-- people, tags, occasion, month. Every page of every list is one range of this key.
CREATE TABLE story_lists (
  list TEXT NOT NULL,
  list_key INTEGER NOT NULL,
  listed_at INTEGER NOT NULL,
  story_id INTEGER NOT NULL,
  PRIMARY KEY (list, list_key, listed_at, story_id)
) STRICT, WITHOUT ROWID;
