-- The promise that an answer made: two may read alike, and one of them be hidden.
ALTER TABLE report_answers ADD COLUMN promise_id BIGINT;
UPDATE report_answers SET promise_id = (
  SELECT MIN(p.id) FROM promises p
  WHERE p.subject_kind = 'report' AND p.subject_id = report_answers.report_id
    AND p.agency_id = report_answers.agency_id AND p.what = report_answers.text
    AND COALESCE(p.until_day, '') = COALESCE(report_answers.until, ''))
WHERE kind = 'promise';
-- When a moderator took the words from sight that show a promise kept.
ALTER TABLE promises ADD COLUMN proof_hidden_at BIGINT;
