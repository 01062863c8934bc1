-- Who stands behind a story and must not be known (Kode Etik Jurnalistik, article 7). What a record is about is sealed as
-- well: not even that there is one for a story can be read here.
CREATE TABLE informants (
  id INTEGER NOT NULL PRIMARY KEY,
  -- Sealed: the story, how what was told may be used, until when not.
  about TEXT NOT NULL,
  -- Sealed: name, how they are reached, notes.
  who TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- Who may read it.
CREATE TABLE informant_keepers (
  informant_id INTEGER NOT NULL REFERENCES informants (id),
  keeper_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  named_id INTEGER NOT NULL,
  PRIMARY KEY (informant_id, keeper_id)
) STRICT;
CREATE INDEX informant_keepers_person ON informant_keepers (keeper_id, informant_id);

-- Each reading and each change, with who and when.
CREATE TABLE informant_readings (
  id INTEGER NOT NULL PRIMARY KEY,
  informant_id INTEGER NOT NULL REFERENCES informants (id),
  at INTEGER NOT NULL,
  keeper_id INTEGER NOT NULL,
  act TEXT NOT NULL
) STRICT;
CREATE INDEX informant_readings_informant ON informant_readings (informant_id, id);
