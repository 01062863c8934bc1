-- Pictures and their files; the bytes lie in the folder of blobs, under their hash.
CREATE TABLE pictures (
  id BIGINT NOT NULL PRIMARY KEY,
  alt TEXT NOT NULL,
  caption TEXT NOT NULL,
  credit TEXT NOT NULL,
  licence TEXT NOT NULL,
  at BIGINT NOT NULL,
  person_id BIGINT
);

CREATE TABLE picture_files (
  picture_id BIGINT NOT NULL REFERENCES pictures (id),
  format TEXT NOT NULL,
  width_px BIGINT NOT NULL,
  height_px BIGINT NOT NULL,
  hash TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  PRIMARY KEY (picture_id, format, width_px)
);
CREATE INDEX picture_files_hash ON picture_files (hash);
