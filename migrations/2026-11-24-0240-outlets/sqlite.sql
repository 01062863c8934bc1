-- Community media: who they are, and since when they are on the air or silent.
CREATE TABLE outlets (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  frequency TEXT,
  reach TEXT,
  founded TEXT,
  area INTEGER NOT NULL,
  network TEXT,
  legal_form TEXT,
  deed_number TEXT,
  press_council TEXT NOT NULL,
  responsible TEXT,
  address TEXT,
  about TEXT,
  licence TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX outlets_area ON outlets (area, id);

CREATE TABLE outlet_airings (
  id INTEGER NOT NULL PRIMARY KEY,
  outlet_id INTEGER NOT NULL REFERENCES outlets (id),
  status TEXT NOT NULL,
  since TEXT,
  reason TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX outlet_airings_outlet ON outlet_airings (outlet_id, id);
