-- Who stands behind a story and must not be known (Kode Etik Jurnalistik, article 7). What a record is about is sealed as
-- well: not even that there is one for a story can be read here.
CREATE TABLE informants (
  id BIGINT NOT NULL PRIMARY KEY,
  -- Sealed: the story, how what was told may be used, until when not.
  about TEXT NOT NULL,
  -- Sealed: name, how they are reached, notes.
  who TEXT NOT NULL,
  version BIGINT NOT NULL,
  at BIGINT NOT NULL
);

-- Who may read it.
CREATE TABLE informant_keepers (
  informant_id BIGINT NOT NULL REFERENCES informants (id),
  keeper_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  named_id BIGINT NOT NULL,
  PRIMARY KEY (informant_id, keeper_id)
);
CREATE INDEX informant_keepers_person ON informant_keepers (keeper_id, informant_id);

-- Each reading and each change, with who and when.
CREATE TABLE informant_readings (
  id BIGINT NOT NULL PRIMARY KEY,
  informant_id BIGINT NOT NULL REFERENCES informants (id),
  at BIGINT NOT NULL,
  keeper_id BIGINT NOT NULL,
  act TEXT NOT NULL
);
CREATE INDEX informant_readings_informant ON informant_readings (informant_id, id);
