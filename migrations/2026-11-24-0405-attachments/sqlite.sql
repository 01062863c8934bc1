-- What people send with their words: pictures and recordings, with what they say of them.
ALTER TABLE pictures ADD COLUMN consent TEXT NOT NULL DEFAULT '';
ALTER TABLE pictures ADD COLUMN made TEXT NOT NULL DEFAULT 'camera';

CREATE TABLE recordings (
  id INTEGER NOT NULL PRIMARY KEY,
  format TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  hash TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  caption TEXT NOT NULL,
  transcript TEXT NOT NULL,
  consent TEXT NOT NULL,
  made TEXT NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX recordings_hash ON recordings (hash);

-- Each hangs on a subject, or waits under the mark of a form until that is sent or a day is over.
CREATE TABLE attachments (
  id INTEGER NOT NULL PRIMARY KEY,
  subject_kind TEXT,
  subject_id INTEGER,
  mark_hash TEXT,
  expires_at INTEGER,
  picture_id INTEGER REFERENCES pictures (id),
  recording_id INTEGER REFERENCES recordings (id),
  -- In the address of its files on pages that are not for everyone.
  secret TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER
) STRICT;
CREATE INDEX attachments_subject ON attachments (subject_kind, subject_id, id);
CREATE INDEX attachments_mark ON attachments (mark_hash, id);
CREATE INDEX attachments_expires ON attachments (expires_at);
CREATE INDEX attachments_picture ON attachments (picture_id);
CREATE INDEX attachments_recording ON attachments (recording_id);
CREATE UNIQUE INDEX attachments_secret ON attachments (secret);

-- What each account sent on a day, against its allowance.
CREATE TABLE upload_days (
  person_id INTEGER NOT NULL,
  day TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  PRIMARY KEY (person_id, day)
) STRICT;
CREATE INDEX upload_days_day ON upload_days (day);

-- Files that come in pieces: what has arrived lies in the folder of uploads.
CREATE TABLE uploads (
  id INTEGER NOT NULL PRIMARY KEY,
  mark_hash TEXT NOT NULL,
  once_key TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  arrived_bytes INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  person_id INTEGER,
  attachment_id INTEGER
) STRICT;
CREATE UNIQUE INDEX uploads_once ON uploads (mark_hash, once_key);
CREATE INDEX uploads_expires ON uploads (expires_at);
