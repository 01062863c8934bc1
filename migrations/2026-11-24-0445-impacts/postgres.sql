-- What a story brought about, with its proof; struck out when it was noted by mistake.
CREATE TABLE impacts (
  id BIGINT NOT NULL PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  amount BIGINT,
  happened_on TEXT NOT NULL,
  proof TEXT NOT NULL,
  -- The story that tells of it.
  story_kind TEXT,
  story_id BIGINT,
  at BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  struck_at BIGINT,
  struck_by BIGINT
);
CREATE INDEX impacts_subject ON impacts (subject_kind, subject_id, happened_on);
