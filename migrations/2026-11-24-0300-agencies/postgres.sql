-- Public bodies: who they are, what they answer for, who holds which office, what was promised.
CREATE TABLE agencies (
  id BIGINT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL,
  code TEXT UNIQUE,
  parent_id BIGINT REFERENCES agencies (id),
  area BIGINT,
  former_area TEXT,
  valid_from TEXT,
  valid_to TEXT,
  successor_id BIGINT REFERENCES agencies (id),
  address TEXT,
  phone TEXT,
  email TEXT,
  site TEXT,
  hours TEXT,
  source TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX agencies_name ON agencies (name_key, id);
CREATE INDEX agencies_parent ON agencies (parent_id, name_key);

-- Today's areas on a body's ground: one, or the successors of an area that is no more.
CREATE TABLE agency_areas (
  area BIGINT NOT NULL,
  agency_id BIGINT NOT NULL REFERENCES agencies (id),
  PRIMARY KEY (area, agency_id)
);
CREATE INDEX agency_areas_agency ON agency_areas (agency_id);

CREATE TABLE agency_affairs (
  agency_id BIGINT NOT NULL REFERENCES agencies (id),
  affair TEXT NOT NULL,
  PRIMARY KEY (agency_id, affair)
);
CREATE INDEX agency_affairs_affair ON agency_affairs (affair, agency_id);

CREATE TABLE service_units (
  id BIGINT NOT NULL PRIMARY KEY,
  agency_id BIGINT NOT NULL REFERENCES agencies (id),
  name TEXT NOT NULL,
  address TEXT,
  hours TEXT,
  closed_on TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX service_units_agency ON service_units (agency_id, id);

CREATE TABLE services (
  id BIGINT NOT NULL PRIMARY KEY,
  agency_id BIGINT NOT NULL REFERENCES agencies (id),
  unit_id BIGINT REFERENCES service_units (id),
  affair TEXT,
  name TEXT NOT NULL,
  ended_on TEXT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX services_agency ON services (agency_id, id);

CREATE TABLE offices (
  id BIGINT NOT NULL PRIMARY KEY,
  agency_id BIGINT NOT NULL REFERENCES agencies (id),
  title TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (agency_id, title)
);

-- Who held an office. Days are inclusive. With known_on a missing end is not known; without it a missing until_day means
-- that the office is held still.
CREATE TABLE office_terms (
  id BIGINT NOT NULL PRIMARY KEY,
  office_id BIGINT NOT NULL REFERENCES offices (id),
  name TEXT NOT NULL,
  person_id BIGINT,
  from_day TEXT,
  until_day TEXT,
  known_on TEXT,
  source TEXT,
  at BIGINT NOT NULL,
  noted_by BIGINT
);
CREATE INDEX office_terms_office ON office_terms (office_id, id);

CREATE TABLE promises (
  id BIGINT NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  agency_id BIGINT REFERENCES agencies (id),
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  until_day TEXT,
  said_on TEXT,
  kept_on TEXT,
  proof TEXT,
  kept_by BIGINT,
  at BIGINT NOT NULL,
  person_id BIGINT
);
CREATE INDEX promises_subject ON promises (subject_kind, subject_id, id);
CREATE INDEX promises_agency ON promises (agency_id, id);

-- Who speaks for a body: roles by their scope.
CREATE INDEX grants_scope ON grants (scope_kind, scope_id, role);
