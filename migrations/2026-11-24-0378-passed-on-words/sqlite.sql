-- Of a secret report: what the desk passed on to the body of the words of its sender.
ALTER TABLE report_steps ADD COLUMN passed TEXT;
