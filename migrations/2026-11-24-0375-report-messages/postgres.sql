-- When the desk had read what a sender wrote to it. What was written before nobody was told of: it is new.
ALTER TABLE report_notes ADD COLUMN seen_at BIGINT;
CREATE INDEX report_notes_new ON report_notes (at, report_id) WHERE kind = 'reply' AND seen_at IS NULL;

-- Why the desk took words of the reporter from sight.
ALTER TABLE report_steps ADD COLUMN hidden_reason TEXT;
