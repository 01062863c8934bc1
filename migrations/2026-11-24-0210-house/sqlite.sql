-- The house's own pages. A save is a new version; no row is ever changed.
CREATE TABLE house_pages (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  language TEXT NOT NULL,
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  body TEXT NOT NULL,
  responsible TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER,
  why TEXT,
  UNIQUE (slug, language, version)
) STRICT;
