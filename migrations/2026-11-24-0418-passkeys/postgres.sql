-- Keys that live in a phone or a stick: the public half only.
CREATE TABLE passkeys (
  id BIGINT NOT NULL PRIMARY KEY,
  person_id BIGINT NOT NULL REFERENCES people (id),
  -- How the authenticator names it; it says nothing of its holder.
  credential TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  counter BIGINT NOT NULL,
  name TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  used_on TEXT
);
CREATE INDEX passkeys_person ON passkeys (person_id, id);
