-- A link of something that nobody may read yet waits with it: letters to the desk cost the pages that they tell of nothing.
ALTER TABLE links ADD COLUMN waits BIGINT NOT NULL DEFAULT 0;
UPDATE links SET waits = 1
WHERE (from_kind = 'report' AND from_id IN (SELECT id FROM reports WHERE listed_at IS NULL))
   OR (to_kind = 'report' AND to_id IN (SELECT id FROM reports WHERE listed_at IS NULL));
CREATE INDEX links_shown_from ON links (from_kind, from_id, id) WHERE waits = 0;
CREATE INDEX links_shown_to ON links (to_kind, to_id, id) WHERE waits = 0;
