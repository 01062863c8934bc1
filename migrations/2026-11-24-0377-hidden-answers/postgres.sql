-- What a body says can be taken from sight by a moderator, with the promise that repeats it; why and since when stands there.
ALTER TABLE report_answers ADD COLUMN hidden_at BIGINT;
ALTER TABLE report_answers ADD COLUMN hidden_reason TEXT;
ALTER TABLE promises ADD COLUMN hidden_at BIGINT;
