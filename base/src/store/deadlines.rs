//! Clocks that run.
use crate::{
    db::{Reads, Tx},
    ids::DeadlineId,
    row, sql,
    subject::{Kind, Subject},
    values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// A promise or a duty with a due time.
    #[derive(Debug, Clone)]
    pub struct DeadlineRow {
        pub id: DeadlineId,
        pub kind: Kind,
        pub subject_id: i64,
        pub clock: String,
        pub starts_at: Timestamp,
        pub due_at: Timestamp,
        pub rule: String,
        pub met_at: Option<Timestamp>,
    }
}

pub async fn insert_deadline(tx: &mut Tx, deadline: &DeadlineRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO deadlines (id, subject_kind, subject_id, clock, starts_at, due_at, rule)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        ),
        values![
            deadline.id,
            deadline.kind,
            deadline.subject_id,
            &deadline.clock,
            deadline.starts_at,
            deadline.due_at,
            &deadline.rule
        ],
    )
    .await?;
    Ok(())
}

pub async fn meet_deadline(
    tx: &mut Tx,
    subject: Subject,
    clock: &str,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE deadlines SET met_at = $4
                 WHERE subject_kind = $1 AND subject_id = $2 AND clock = $3 AND met_at IS NULL"
            ),
            values![subject.kind, subject.id, clock, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn deadlines_of(db: impl Reads, subject: Subject) -> Result<Vec<DeadlineRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, clock, starts_at, due_at, rule, met_at FROM deadlines
             WHERE subject_kind = $1 AND subject_id = $2 ORDER BY due_at"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

pub async fn delete_deadline(tx: &mut Tx, subject: Subject, clock: &str) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM deadlines
             WHERE subject_kind = $1 AND subject_id = $2 AND clock = $3 AND met_at IS NULL"
        ),
        values![subject.kind, subject.id, clock],
    )
    .await?;
    Ok(())
}
