-- One role in one scope is held once. Of twins, which two administrators made at the same moment, the first stays; the
-- others end when they began, by nobody.
UPDATE grants SET ended_at = granted_at WHERE ended_at IS NULL AND EXISTS (
  SELECT 1 FROM grants first
  WHERE first.person_id = grants.person_id AND first.role = grants.role AND first.scope_kind = grants.scope_kind
    AND first.scope_id = grants.scope_id AND first.ended_at IS NULL AND first.id < grants.id);
CREATE UNIQUE INDEX grants_held ON grants (person_id, role, scope_kind, scope_id) WHERE ended_at IS NULL;

-- What is kept for people on their way to the door has a size that is counted.
ALTER TABLE parked_forms ADD COLUMN size_bytes BIGINT NOT NULL DEFAULT 0;
UPDATE parked_forms SET size_bytes = OCTET_LENGTH(body);
DROP INDEX parked_forms_expiry;
CREATE INDEX parked_forms_expiry ON parked_forms (expires_at, size_bytes);

-- Where a matter of the moderators lies: 0 nowhere, null not noted (older ones).
ALTER TABLE holds ADD COLUMN area BIGINT;
ALTER TABLE flags ADD COLUMN area BIGINT;

-- The language of the page on which a comment was written: letters about it are in that.
ALTER TABLE comments ADD COLUMN lang TEXT;
