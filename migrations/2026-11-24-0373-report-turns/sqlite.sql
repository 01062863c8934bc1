-- Who waits for a body is ordered by since when it is the body's turn: a reply or a reopening begins a new one.
DROP INDEX reports_unanswered;
CREATE INDEX reports_unanswered ON reports (turn_since, id) WHERE turn = 'body' AND listed_at IS NOT NULL;
