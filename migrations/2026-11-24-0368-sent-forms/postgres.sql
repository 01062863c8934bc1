-- Forms that were sent: one that is sent twice with the same words acts once. Kept for a week.
CREATE TABLE sent_forms (
  person_id BIGINT NOT NULL,
  -- Of the form's own key, its address and all that it says.
  mark TEXT NOT NULL,
  -- Where the act led.
  path TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, mark)
);
CREATE INDEX sent_forms_at ON sent_forms (at);
