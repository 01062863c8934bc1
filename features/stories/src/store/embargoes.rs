//! Hours before which drafts must not go out.
use crate::embargo::NewEmbargo;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{DraftId, PersonId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    /// One that was agreed on.
    #[derive(Debug, Clone)]
    pub struct EmbargoRow {
        pub id: i64,
        pub until_at: Timestamp,
        pub asked: String,
        pub why: String,
        pub at: Timestamp,
        pub person: PersonId,
        pub ended_at: Option<Timestamp>,
        pub ended_by: Option<PersonId>,
        pub ended_why: Option<String>,
    }
}

impl EmbargoRow {
    /// Whether the draft must still wait.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && now < self.until_at
    }
}

pub async fn insert_embargo(
    tx: &mut Tx,
    (id, draft): (i64, DraftId),
    new: &NewEmbargo,
    (by, at): (PersonId, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO draft_embargoes (id, draft_id, until_at, asked, why, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, draft, new.until, &new.asked, &new.why, at, by],
    )
    .await?;
    Ok(())
}

/// All that were agreed on, the newest first.
pub async fn embargoes(db: impl Reads, draft: DraftId) -> Result<Vec<EmbargoRow>> {
    db.all(
        sql!(
            "SELECT id, until_at, asked, why, at, person_id, ended_at, ended_by, ended_why FROM draft_embargoes
             WHERE draft_id = $1 ORDER BY id DESC LIMIT 20"
        ),
        values![draft],
    )
    .await
}

/// Ends those that hold.
pub async fn end_embargoes(
    tx: &mut Tx,
    draft: DraftId,
    (by, at, why): (PersonId, Timestamp, &str),
) -> Result<u64> {
    tx.execute(
        sql!(
            "UPDATE draft_embargoes SET ended_at = $2, ended_by = $3, ended_why = $4
             WHERE draft_id = $1 AND ended_at IS NULL AND until_at > $2"
        ),
        values![draft, at, by, why],
    )
    .await
}
