-- Why and since when a story is hidden stands with it: its page says nothing else any more. Pictures answer like the
-- stories that show them.
ALTER TABLE stories ADD COLUMN hidden_at BIGINT;
ALTER TABLE stories ADD COLUMN hidden_reason TEXT;
UPDATE stories SET
  hidden_at = (SELECT d.at FROM decisions d
               WHERE d.subject_kind = 'story' AND d.subject_id = stories.id AND d.act = 'hide' ORDER BY d.id DESC LIMIT 1),
  hidden_reason = (SELECT d.reason FROM decisions d
                   WHERE d.subject_kind = 'story' AND d.subject_id = stories.id AND d.act = 'hide' ORDER BY d.id DESC LIMIT 1)
WHERE NOT shown;

-- 'hidden' or 'gone' (with a story that was retracted); null: anyone may see it.
ALTER TABLE pictures ADD COLUMN withheld TEXT;
CREATE INDEX story_pictures_picture ON story_pictures (picture_id);
UPDATE pictures SET withheld = 'hidden' WHERE EXISTS (
  SELECT 1 FROM story_pictures p JOIN stories s ON s.id = p.story_id
  WHERE p.picture_id = pictures.id AND NOT s.shown);
UPDATE pictures SET withheld = 'gone' WHERE EXISTS (
  SELECT 1 FROM story_pictures p JOIN stories s ON s.id = p.story_id
  WHERE p.picture_id = pictures.id AND s.shown AND s.status = 'retracted');
UPDATE pictures SET withheld = NULL WHERE EXISTS (
  SELECT 1 FROM story_pictures p JOIN stories s ON s.id = p.story_id
  WHERE p.picture_id = pictures.id AND s.shown AND s.status = 'published');
