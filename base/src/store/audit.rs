//! Sealed batches of the log, and its rows as they are hashed.
use crate::{
    db::{Reads, Tx},
    row, sql, values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// A sealed batch.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct BatchRow {
        pub id: i64,
        pub sealed_at: Timestamp,
        pub last_event: i64,
        pub row_count: i64,
        pub rows_hash: String,
        pub before_hash: String,
        pub hash: String,
    }
}

row! {
    /// An event with every column as it is stored.
    #[derive(Debug, Clone)]
    pub struct LoggedRow {
        pub id: i64,
        pub at_us: i64,
        pub person: Option<i64>,
        pub verb: String,
        pub kind: String,
        pub subject_id: i64,
        pub detail: Option<String>,
    }
}

/// The newest batch.
pub(crate) async fn last_batch(db: impl Reads) -> Result<Option<BatchRow>> {
    db.optional(
        sql!(
            "SELECT id, sealed_at, last_event, row_count, rows_hash, before_hash, hash FROM audit_batches
             ORDER BY last_event DESC LIMIT 1"
        ),
        values![],
    )
    .await
}

/// The batches after one that ends with this event, oldest first.
pub(crate) async fn batches_after(db: impl Reads, last_event: i64) -> Result<Vec<BatchRow>> {
    db.all(
        sql!(
            "SELECT id, sealed_at, last_event, row_count, rows_hash, before_hash, hash FROM audit_batches
             WHERE last_event > $1 ORDER BY last_event LIMIT 100"
        ),
        values![last_event],
    )
    .await
}

/// False when another program sealed the same rows first.
pub(crate) async fn insert_batch(tx: &mut Tx, batch: &BatchRow) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO audit_batches (id, sealed_at, last_event, row_count, rows_hash, before_hash, hash)
                 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
            ),
            values![
                batch.id,
                batch.sealed_at,
                batch.last_event,
                batch.row_count,
                &batch.rows_hash,
                &batch.before_hash,
                &batch.hash
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Events after one id, up to another, in the order of their ids.
pub(crate) async fn logged(
    db: impl Reads,
    (after, up_to): (i64, i64),
    limit: i64,
) -> Result<Vec<LoggedRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, verb, subject_kind, subject_id, detail FROM events
             WHERE id > $1 AND id <= $2 ORDER BY id LIMIT $3"
        ),
        values![after, up_to, limit],
    )
    .await
}
