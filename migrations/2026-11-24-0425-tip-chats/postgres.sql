-- A conversation that was exported from a telephone and sent along, made readable, its numbers covered; sealed.
ALTER TABLE tips ADD COLUMN chat TEXT;
