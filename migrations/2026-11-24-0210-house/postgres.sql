-- The house's own pages. A save is a new version; no row is ever changed.
CREATE TABLE house_pages (
  id BIGINT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL,
  language TEXT NOT NULL,
  version BIGINT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  body TEXT NOT NULL,
  responsible TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT,
  why TEXT,
  UNIQUE (slug, language, version)
);
