-- What residents report about public services, and every step that followed.
CREATE TABLE reports (
  id INTEGER NOT NULL PRIMARY KEY,
  -- As people say it: L-261124-7KQ2M.
  number TEXT NOT NULL UNIQUE,
  -- One form sent twice is one report.
  once_hash TEXT NOT NULL UNIQUE,
  -- Of the secret by which its sender comes back.
  code_hash TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  category TEXT NOT NULL,
  class TEXT NOT NULL,
  area INTEGER NOT NULL,
  landmark TEXT,
  happened_on TEXT,
  visibility TEXT NOT NULL,
  -- Only who wants to be named; who sent it stands in report_senders.
  person_id INTEGER,
  state TEXT NOT NULL,
  -- Whose turn it is, since when and until when.
  turn TEXT NOT NULL,
  turn_since INTEGER NOT NULL,
  due_at INTEGER,
  -- When it was told that the time is up.
  overdue_at INTEGER,
  sent_at INTEGER NOT NULL,
  verified_at INTEGER,
  refusal TEXT,
  -- The body that the reporter thinks of.
  wanted_agency_id INTEGER,
  -- The body that has it now.
  agency_id INTEGER,
  delivered_at INTEGER,
  received_at INTEGER,
  answered_at INTEGER,
  promised_until TEXT,
  repaired_at INTEGER,
  closed_at INTEGER,
  verdict TEXT,
  -- Public since; null: not public.
  listed_at INTEGER,
  hidden_at INTEGER,
  hidden_reason TEXT
) STRICT;
CREATE INDEX reports_turn ON reports (turn, due_at, id);
CREATE INDEX reports_inbox ON reports (agency_id, turn, due_at, id) WHERE agency_id IS NOT NULL;
CREATE INDEX reports_of_agency ON reports (agency_id, listed_at, id) WHERE listed_at IS NOT NULL;
CREATE INDEX reports_of_person ON reports (person_id, listed_at, id) WHERE person_id IS NOT NULL;
CREATE INDEX reports_unanswered ON reports (delivered_at, id) WHERE turn = 'body' AND listed_at IS NOT NULL;

-- Who sent a report and how they are reached: apart from it, so that no page of a body can show it.
CREATE TABLE report_senders (
  report_id INTEGER NOT NULL PRIMARY KEY REFERENCES reports (id),
  person_id INTEGER,
  email TEXT,
  phone TEXT,
  lang TEXT NOT NULL,
  -- The one-time code that was mailed.
  code_hash TEXT,
  code_expires_at INTEGER,
  code_tries INTEGER NOT NULL,
  confirmed_at INTEGER,
  -- The version of the terms that a sender without an account agreed to.
  terms_version INTEGER
) STRICT;
CREATE INDEX report_senders_person ON report_senders (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX report_senders_email ON report_senders (email) WHERE email IS NOT NULL;

-- The area of a report, those around it, and 0 for everywhere.
CREATE TABLE report_areas (
  area INTEGER NOT NULL,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  -- As in reports.
  listed_at INTEGER,
  PRIMARY KEY (area, report_id)
) STRICT;
CREATE INDEX report_areas_report ON report_areas (report_id);
CREATE INDEX report_areas_listed ON report_areas (area, listed_at, report_id) WHERE listed_at IS NOT NULL;

CREATE TABLE report_deliveries (
  id INTEGER NOT NULL PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  agency_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  person_id INTEGER,
  way TEXT NOT NULL,
  -- What the desk passes on of a secret report.
  words TEXT,
  due_at INTEGER,
  -- The rule set behind the due time.
  rule TEXT,
  received_at INTEGER,
  returned_at INTEGER,
  return_words TEXT
) STRICT;
CREATE INDEX report_deliveries_report ON report_deliveries (report_id, at);
CREATE INDEX report_deliveries_agency ON report_deliveries (agency_id, report_id);

-- What a body says: an answer, a promise, a repair.
CREATE TABLE report_answers (
  id INTEGER NOT NULL PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  agency_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- The officer who wrote it, or the person of the desk who noted it from a letter.
  person_id INTEGER,
  way TEXT NOT NULL,
  -- The day of the letter, of the repair.
  on_day TEXT,
  text TEXT NOT NULL,
  link TEXT,
  until TEXT,
  once_hash TEXT NOT NULL,
  UNIQUE (report_id, once_hash)
) STRICT;
CREATE INDEX report_answers_report ON report_answers (report_id, at);

CREATE TABLE report_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- Never the reporter.
  person_id INTEGER,
  agency_id INTEGER,
  words TEXT,
  -- When the desk took the words from sight; the moment of the step itself: they wait for the desk.
  hidden_at INTEGER
) STRICT;
CREATE INDEX report_steps_report ON report_steps (report_id, at, id);
CREATE INDEX report_steps_waiting ON report_steps (at) WHERE hidden_at IS NOT NULL;

-- Between the desk and the sender; not public.
CREATE TABLE report_notes (
  id INTEGER NOT NULL PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  at INTEGER NOT NULL,
  person_id INTEGER,
  kind TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX report_notes_report ON report_notes (report_id, at, id);
