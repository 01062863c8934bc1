-- Pictures and their files; the bytes lie in the folder of blobs, under their hash.
CREATE TABLE pictures (
  id INTEGER NOT NULL PRIMARY KEY,
  alt TEXT NOT NULL,
  caption TEXT NOT NULL,
  credit TEXT NOT NULL,
  licence TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;

CREATE TABLE picture_files (
  picture_id INTEGER NOT NULL REFERENCES pictures (id),
  format TEXT NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  hash TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  PRIMARY KEY (picture_id, format, width_px)
) STRICT;
CREATE INDEX picture_files_hash ON picture_files (hash);
