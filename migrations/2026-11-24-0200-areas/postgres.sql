-- Areas that the official list lacks: a hamlet, a neighbourhood, the invented places of the demonstration.
CREATE TABLE areas_local (
  code BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  zone TEXT NOT NULL
);
