-- Keys that live in a phone or a stick: the public half only.
CREATE TABLE passkeys (
  id INTEGER NOT NULL PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  -- How the authenticator names it; it says nothing of its holder.
  credential TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  name TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  used_on TEXT
) STRICT;
CREATE INDEX passkeys_person ON passkeys (person_id, id);
