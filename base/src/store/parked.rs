//! Forms kept until their writer has signed in.
use crate::{
    db::{Reads, Tx},
    row, sql, values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// A form that was sent by someone who was not, or no longer, signed in.
    #[derive(Debug, Clone)]
    pub struct ParkedRow {
        pub path: String,
        pub body: String,
    }
}

impl ParkedRow {
    pub fn size_bytes(&self) -> i64 {
        i64::try_from(self.body.len()).unwrap_or(i64::MAX)
    }
}

pub async fn insert_parked(
    tx: &mut Tx,
    token_hash: &str,
    form: &ParkedRow,
    expires_at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO parked_forms (token_hash, path, body, expires_at, size_bytes)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        values![token_hash, &form.path, &form.body, expires_at, form.size_bytes()],
    )
    .await?;
    Ok(())
}

pub async fn parked(db: impl Reads, token_hash: &str, now: Timestamp) -> Result<Option<ParkedRow>> {
    db.optional(
        sql!("SELECT path, body FROM parked_forms WHERE token_hash = $1 AND expires_at > $2"),
        values![token_hash, now],
    )
    .await
}

pub async fn delete_parked(tx: &mut Tx, token_hash: &str) -> Result<()> {
    tx.execute(sql!("DELETE FROM parked_forms WHERE token_hash = $1"), values![token_hash]).await?;
    Ok(())
}

pub async fn delete_expired_parked(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    tx.execute(sql!("DELETE FROM parked_forms WHERE expires_at <= $1"), values![now]).await
}

/// How many are kept, and how many bytes they hold.
pub async fn count_parked(db: impl Reads) -> Result<(i64, i64)> {
    let sql =
        sql!("SELECT COUNT(*), CAST(COALESCE(SUM(size_bytes), 0) AS BIGINT) FROM parked_forms");
    db.one(sql, values![]).await
}

/// Gives up some of those that end before a moment, the oldest first; how many.
pub async fn give_up_parked(tx: &mut Tx, ending_before: Timestamp, limit: i64) -> Result<u64> {
    tx.execute(
        sql!(
            "DELETE FROM parked_forms WHERE token_hash IN (
               SELECT token_hash FROM parked_forms WHERE expires_at < $1 ORDER BY expires_at LIMIT $2)"
        ),
        values![ending_before, limit],
    )
    .await
}
