//! Browsers that someone signed in with, by the hash of a secret that the browser keeps.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, SessionId},
    jiff::civil::Date,
    row, sql, values,
};

row! {
    /// A session by its token.
    #[derive(Debug, Clone)]
    pub struct OpenedRow {
        pub id: SessionId,
        pub person: PersonId,
    }
}

pub async fn session_of(db: impl Reads, token_hash: &str) -> Result<Option<OpenedRow>> {
    db.optional(
        sql!("SELECT id, person_id FROM sessions WHERE token_hash = $1"),
        values![token_hash],
    )
    .await
}

/// Whether the account was used before this session: on a known browser, or in another session.
pub async fn has_history(db: impl Reads, person: PersonId, but: SessionId) -> Result<bool> {
    let found = db
        .optional::<(i64,)>(
            sql!(
                "SELECT id FROM devices WHERE person_id = $1
                 UNION ALL SELECT id FROM sessions WHERE person_id = $1 AND id <> $2 LIMIT 1"
            ),
            values![person, but],
        )
        .await?;
    Ok(found.is_some())
}

/// Notes that a known browser was here; its id, `None` for one that is not known.
pub async fn see_device(
    tx: &mut Tx,
    person: PersonId,
    token_hash: &str,
    on: Date,
) -> Result<Option<i64>> {
    let row = tx
        .optional::<(i64,)>(
            sql!(
                "UPDATE devices SET seen_on = $3 WHERE person_id = $1 AND token_hash = $2 RETURNING id"
            ),
            values![person, token_hash, &on.to_string()],
        )
        .await?;
    Ok(row.map(|(id,)| id))
}

pub async fn insert_device(
    tx: &mut Tx,
    (id, person): (i64, PersonId),
    token_hash: &str,
    on: Date,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO devices (id, token_hash, person_id, first_seen_on, seen_on) VALUES ($1, $2, $3, $4, $4)"
        ),
        values![id, token_hash, person, &on.to_string()],
    )
    .await?;
    Ok(())
}

/// Keeps the newest 50 browsers of an account.
pub async fn forget_old_devices(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM devices WHERE person_id = $1 AND id NOT IN
               (SELECT id FROM devices WHERE person_id = $1 ORDER BY seen_on DESC, id DESC LIMIT 50)"
        ),
        values![person],
    )
    .await?;
    Ok(())
}

pub async fn set_device(tx: &mut Tx, session: SessionId, device: i64) -> Result<()> {
    tx.execute(sql!("UPDATE sessions SET device_id = $2 WHERE id = $1"), values![session, device])
        .await?;
    Ok(())
}

/// Forgets browsers that were not seen since a day.
pub async fn delete_devices_unseen_since(tx: &mut Tx, day: Date) -> Result<u64> {
    tx.execute(sql!("DELETE FROM devices WHERE seen_on < $1"), values![&day.to_string()]).await
}
