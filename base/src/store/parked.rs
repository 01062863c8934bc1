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

pub async fn insert_parked(
    tx: &mut Tx,
    token_hash: &str,
    form: &ParkedRow,
    expires_at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO parked_forms (token_hash, path, body, expires_at) VALUES ($1, $2, $3, $4)"
        ),
        values![token_hash, &form.path, &form.body, expires_at],
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

pub async fn count_parked(db: impl Reads) -> Result<i64> {
    Ok(db.one::<(i64,)>(sql!("SELECT COUNT(*) FROM parked_forms"), values![]).await?.0)
}
