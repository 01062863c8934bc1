-- Community media: who they are, and since when they are on the air or silent.
CREATE TABLE outlets (
  id BIGINT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  frequency TEXT,
  reach TEXT,
  founded TEXT,
  area BIGINT NOT NULL,
  network TEXT,
  legal_form TEXT,
  deed_number TEXT,
  press_council TEXT NOT NULL,
  responsible TEXT,
  address TEXT,
  about TEXT,
  licence TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX outlets_area ON outlets (area, id);

CREATE TABLE outlet_airings (
  id BIGINT NOT NULL PRIMARY KEY,
  outlet_id BIGINT NOT NULL REFERENCES outlets (id),
  status TEXT NOT NULL,
  since TEXT,
  reason TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX outlet_airings_outlet ON outlet_airings (outlet_id, id);
