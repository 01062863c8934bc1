-- Sections, occasions, stories with their editions, bylines, areas, tags and pictures, and the lists they stand in.
CREATE TABLE sections (
  id BIGINT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  position BIGINT NOT NULL
);

CREATE TABLE section_names (
  section_id BIGINT NOT NULL REFERENCES sections (id),
  lang TEXT NOT NULL,
  name TEXT NOT NULL,
  about TEXT,
  PRIMARY KEY (section_id, lang)
);

CREATE TABLE occasions (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  first_date TEXT,
  last_date TEXT,
  area BIGINT,
  venue TEXT,
  about TEXT
);

CREATE TABLE stories (
  id BIGINT NOT NULL PRIMARY KEY,
  lang TEXT NOT NULL,
  section_id BIGINT NOT NULL REFERENCES sections (id),
  status TEXT NOT NULL,
  shown BOOLEAN NOT NULL,
  -- Null: nobody knows. Never the day of an import.
  posted_at BIGINT,
  -- Where it stands in lists: posted_at, or the best that is known instead.
  listed_at BIGINT NOT NULL,
  edition_id BIGINT NOT NULL,
  occasion_id BIGINT REFERENCES occasions (id),
  occasion_date TEXT,
  occasion_date_written TEXT,
  dateline TEXT,
  signature TEXT,
  written_from BIGINT,
  happened_at BIGINT,
  venue TEXT,
  outlet_id BIGINT,
  licence TEXT,
  approved_at BIGINT,
  approved_by BIGINT,
  verified_at BIGINT,
  verified_by BIGINT,
  unverified_notice TEXT,
  retracted_at BIGINT,
  retracted_by BIGINT,
  retraction_reason TEXT,
  legacy_id BIGINT UNIQUE,
  legacy_slug TEXT,
  legacy_hash TEXT
);
-- An old page has no number of its own: its text tells whether it is here already.
CREATE UNIQUE INDEX stories_old_page ON stories (legacy_hash) WHERE legacy_id IS NULL AND legacy_hash IS NOT NULL;

-- Never changed, except that a sealed edition loses its text and keeps its hash.
CREATE TABLE editions (
  id BIGINT NOT NULL PRIMARY KEY,
  story_id BIGINT NOT NULL REFERENCES stories (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT,
  deck TEXT,
  body TEXT,
  format TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT,
  why TEXT,
  hash TEXT NOT NULL,
  sealed_at BIGINT,
  sealed_by BIGINT,
  sealed_reason TEXT,
  UNIQUE (story_id, number)
);

CREATE TABLE story_bylines (
  story_id BIGINT NOT NULL REFERENCES stories (id),
  position BIGINT NOT NULL,
  person_id BIGINT,
  name TEXT,
  PRIMARY KEY (story_id, position)
);

CREATE TABLE story_about (
  story_id BIGINT NOT NULL REFERENCES stories (id),
  position BIGINT NOT NULL,
  area BIGINT NOT NULL,
  PRIMARY KEY (story_id, position)
);

CREATE TABLE tags (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE story_tags (
  story_id BIGINT NOT NULL REFERENCES stories (id),
  position BIGINT NOT NULL,
  tag_id BIGINT NOT NULL REFERENCES tags (id),
  PRIMARY KEY (story_id, position)
);

CREATE TABLE story_pictures (
  story_id BIGINT NOT NULL REFERENCES stories (id),
  position BIGINT NOT NULL,
  picture_id BIGINT NOT NULL,
  PRIMARY KEY (story_id, position)
);

-- One row for each list that a public story stands in: the house, its section, its areas and all above them, its outlet,
-- people, tags, occasion, month. Every page of every list is one range of this key.
CREATE TABLE story_lists (
  list TEXT NOT NULL,
  list_key BIGINT NOT NULL,
  listed_at BIGINT NOT NULL,
  story_id BIGINT NOT NULL,
  PRIMARY KEY (list, list_key, listed_at, story_id)
);
