//! What moderators tell each other about people.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, RemarkId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct RemarkRow {
        pub words: String,
        pub at: Timestamp,
        pub by: PersonId,
    }
}

pub async fn insert_remark(
    tx: &mut Tx,
    (id, about, words): (RemarkId, PersonId, &str),
    (by, at): (PersonId, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO person_remarks (id, about_id, words, at, written_by) VALUES ($1, $2, $3, $4, $5)"
        ),
        values![id, about, words, at, by],
    )
    .await?;
    Ok(())
}

/// Newest first; the last fifty.
pub async fn remarks(db: impl Reads, about: PersonId) -> Result<Vec<RemarkRow>> {
    db.all(
        sql!(
            "SELECT words, at, written_by FROM person_remarks WHERE about_id = $1 ORDER BY id DESC LIMIT 50"
        ),
        values![about],
    )
    .await
}

/// An account ends, and with it what was said of its owner.
pub async fn forget_remarks(tx: &mut Tx, about: PersonId) -> Result<()> {
    tx.execute(sql!("DELETE FROM person_remarks WHERE about_id = $1"), values![about]).await?;
    Ok(())
}
