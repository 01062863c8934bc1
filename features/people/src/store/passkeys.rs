//! Passkeys: the public half of keys that live in a phone or a stick.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::PersonId,
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

row! {
    /// A key as sign-in needs it.
    #[derive(Debug, Clone)]
    pub struct PasskeyRow {
        pub id: i64,
        pub person: PersonId,
        pub public_key: String,
        pub counter: i64,
    }
}

row! {
    /// A key as its owner sees it.
    #[derive(Debug, Clone)]
    pub struct OwnPasskeyRow {
        pub id: i64,
        pub name: String,
        pub added_at: Timestamp,
        pub used_on: Option<Date>,
    }
}

/// What is kept of a new key.
pub struct NewPasskey<'a> {
    pub id: i64,
    pub person: PersonId,
    pub credential: &'a str,
    pub public_key: &'a str,
    pub counter: i64,
    pub name: &'a str,
    pub added_at: Timestamp,
}

/// False when the key is known already.
pub async fn insert_passkey(tx: &mut Tx, new: &NewPasskey<'_>) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO passkeys (id, person_id, credential, public_key, counter, name, added_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
            ),
            values![
                new.id,
                new.person,
                new.credential,
                new.public_key,
                new.counter,
                new.name,
                new.added_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn passkey(db: impl Reads, credential: &str) -> Result<Option<PasskeyRow>> {
    db.optional(
        sql!("SELECT id, person_id, public_key, counter FROM passkeys WHERE credential = $1"),
        values![credential],
    )
    .await
}

/// Notes a use; false when the counter moved meanwhile.
pub async fn use_passkey(
    tx: &mut Tx,
    id: i64,
    (before, counter): (i64, i64),
    on: Date,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!("UPDATE passkeys SET counter = $3, used_on = $4 WHERE id = $1 AND counter = $2"),
            values![id, before, counter, &on.to_string()],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn passkeys_of(db: impl Reads, person: PersonId) -> Result<Vec<OwnPasskeyRow>> {
    db.all(
        sql!(
            "SELECT id, name, added_at, used_on FROM passkeys WHERE person_id = $1 ORDER BY id LIMIT 50"
        ),
        values![person],
    )
    .await
}

/// The names by which authenticators know a person's keys, so that one is not added twice.
pub async fn credentials_of(db: impl Reads, person: PersonId) -> Result<Vec<(String,)>> {
    db.all(sql!("SELECT credential FROM passkeys WHERE person_id = $1 LIMIT 50"), values![person])
        .await
}

/// False when it is not theirs.
pub async fn delete_passkey(tx: &mut Tx, id: i64, person: PersonId) -> Result<bool> {
    let rows = tx
        .execute(sql!("DELETE FROM passkeys WHERE id = $1 AND person_id = $2"), values![id, person])
        .await?;
    Ok(rows == 1)
}

pub async fn delete_passkeys_of(tx: &mut Tx, person: PersonId) -> Result<u64> {
    tx.execute(sql!("DELETE FROM passkeys WHERE person_id = $1"), values![person]).await
}
