-- Reporters: where each stands between applying and leaving. Their names stand in people, never here.
CREATE TABLE reporters (
  person_id BIGINT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL,
  state_at BIGINT NOT NULL,
  -- Where they report from: whose editors answer for them. Readers see no more than the kabupaten.
  area BIGINT NOT NULL,
  outlet_id BIGINT,
  -- Why they want to report, and what may stand in the way of being independent. For editors.
  why TEXT NOT NULL,
  interests TEXT NOT NULL,
  applied_at BIGINT NOT NULL,
  agreement_version BIGINT NOT NULL,
  agreed_at BIGINT NOT NULL,
  -- Recommendations of active reporters since they applied.
  vouches BIGINT NOT NULL,
  -- Of the press card: once given it stays theirs.
  number TEXT UNIQUE,
  activated_on TEXT,
  active_until TEXT
);
CREATE INDEX reporters_state ON reporters (state, area, person_id);

-- Who recommended whom, once for each time that they applied.
CREATE TABLE reporter_vouches (
  person_id BIGINT NOT NULL REFERENCES reporters (person_id),
  applied_at BIGINT NOT NULL,
  vouched_by BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, applied_at, vouched_by)
);

-- Each change, with who, when and why.
CREATE TABLE reporter_steps (
  id BIGINT NOT NULL PRIMARY KEY,
  -- Whom it is about; what editors note is theirs, and not among the own data of that person.
  about_id BIGINT NOT NULL REFERENCES reporters (person_id),
  at BIGINT NOT NULL,
  -- Nobody: the rule of one year.
  done_by BIGINT,
  step TEXT NOT NULL,
  words TEXT
);
CREATE INDEX reporter_steps_person ON reporter_steps (about_id, id);
