-- Public bodies: who they are, what they answer for, who holds which office, what was promised.
CREATE TABLE agencies (
  id INTEGER NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  code TEXT UNIQUE,
  parent_id INTEGER REFERENCES agencies (id),
  area INTEGER,
  former_area TEXT,
  valid_from TEXT,
  valid_to TEXT,
  successor_id INTEGER REFERENCES agencies (id),
  address TEXT,
  phone TEXT,
  email TEXT,
  site TEXT,
  hours TEXT,
  source TEXT,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX agencies_name ON agencies (name_key, id);
CREATE INDEX agencies_parent ON agencies (parent_id, name_key);

-- Today's areas on a body's ground: one, or the successors of an area that is no more.
CREATE TABLE agency_areas (
  area INTEGER NOT NULL,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (area, agency_id)
) STRICT;
CREATE INDEX agency_areas_agency ON agency_areas (agency_id);

CREATE TABLE agency_affairs (
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  affair TEXT NOT NULL,
  PRIMARY KEY (agency_id, affair)
) STRICT;
CREATE INDEX agency_affairs_affair ON agency_affairs (affair, agency_id);

CREATE TABLE service_units (
  id INTEGER NOT NULL PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  name TEXT NOT NULL,
  address TEXT,
  hours TEXT,
  closed_on TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX service_units_agency ON service_units (agency_id, id);

CREATE TABLE services (
  id INTEGER NOT NULL PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  unit_id INTEGER REFERENCES service_units (id),
  affair TEXT,
  name TEXT NOT NULL,
  ended_on TEXT,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX services_agency ON services (agency_id, id);

CREATE TABLE offices (
  id INTEGER NOT NULL PRIMARY KEY,
  agency_id INTEGER NOT NULL REFERENCES agencies (id),
  title TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (agency_id, title)
) STRICT;

-- Who held an office. Days are inclusive. With known_on a missing end is not known; without it a missing until_day means
-- that the office is held still.
CREATE TABLE office_terms (
  id INTEGER NOT NULL PRIMARY KEY,
  office_id INTEGER NOT NULL REFERENCES offices (id),
  name TEXT NOT NULL,
  person_id INTEGER,
  from_day TEXT,
  until_day TEXT,
  known_on TEXT,
  source TEXT,
  at INTEGER NOT NULL,
  noted_by INTEGER
) STRICT;
CREATE INDEX office_terms_office ON office_terms (office_id, id);

CREATE TABLE promises (
  id INTEGER NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  agency_id INTEGER REFERENCES agencies (id),
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  until_day TEXT,
  said_on TEXT,
  kept_on TEXT,
  proof TEXT,
  kept_by INTEGER,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX promises_subject ON promises (subject_kind, subject_id, id);
CREATE INDEX promises_agency ON promises (agency_id, id);

-- Who speaks for a body: roles by their scope.
CREATE INDEX grants_scope ON grants (scope_kind, scope_id, role);
