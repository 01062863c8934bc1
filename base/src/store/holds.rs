//! New text that waits.
use crate::{
    db::{Reads, Tx},
    ids::PersonId,
    row, sql,
    subject::{Kind, Subject},
    values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// New text that waits for a moderator.
    #[derive(Debug, Clone)]
    pub struct HoldRow {
        pub kind: Kind,
        pub subject_id: i64,
        pub reason: String,
        pub person: Option<PersonId>,
        pub since: Timestamp,
    }
}

impl HoldRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

pub async fn insert_hold(tx: &mut Tx, hold: &HoldRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO holds (subject_kind, subject_id, reason, person_id, since) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        ),
        values![hold.kind, hold.subject_id, &hold.reason, hold.person, hold.since],
    )
    .await?;
    Ok(())
}

/// False when nothing was held.
pub async fn delete_hold(tx: &mut Tx, subject: Subject) -> Result<bool> {
    let rows = tx
        .execute(
            sql!("DELETE FROM holds WHERE subject_kind = $1 AND subject_id = $2"),
            values![subject.kind, subject.id],
        )
        .await?;
    Ok(rows > 0)
}

/// What waits, oldest first.
pub async fn held(db: impl Reads, limit: i64) -> Result<Vec<HoldRow>> {
    db.all(
        sql!(
            "SELECT subject_kind, subject_id, reason, person_id, since FROM holds
             ORDER BY since, subject_id LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// How many wait.
pub async fn count_held(db: impl Reads) -> Result<i64> {
    Ok(db.one::<(i64,)>(sql!("SELECT COUNT(*) FROM holds"), values![]).await?.0)
}

/// Why and since when a subject waits.
pub async fn hold_of(db: impl Reads, subject: Subject) -> Result<Option<HoldRow>> {
    db.optional(
        sql!(
            "SELECT subject_kind, subject_id, reason, person_id, since FROM holds
             WHERE subject_kind = $1 AND subject_id = $2"
        ),
        values![subject.kind, subject.id],
    )
    .await
}
