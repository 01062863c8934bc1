-- What hangs on a subject does not say who sent it: beside an anonymous or secret report it named its sender.
UPDATE pictures SET person_id = NULL
WHERE id IN (SELECT picture_id FROM attachments WHERE subject_kind IS NOT NULL AND picture_id IS NOT NULL);
UPDATE recordings SET person_id = NULL
WHERE id IN (SELECT recording_id FROM attachments WHERE subject_kind IS NOT NULL AND recording_id IS NOT NULL);
UPDATE uploads SET person_id = NULL
WHERE attachment_id IN (SELECT id FROM attachments WHERE subject_kind IS NOT NULL);
UPDATE attachments SET person_id = NULL WHERE subject_kind IS NOT NULL;
