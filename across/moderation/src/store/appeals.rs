//! Appeals against decisions.
use crate::appeal::{Appeal, AppealState};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AppealId, EventId, PersonId},
    sql, values,
};
use jiff::Timestamp;

/// False when this decision was appealed against already.
pub async fn insert_appeal(tx: &mut Tx, appeal: &Appeal) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO appeals (id, decision_id, subject_kind, subject_id, person_id, words, at, due_at, state)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
            ),
            values![
                appeal.id,
                appeal.decision,
                appeal.kind,
                appeal.subject_id,
                appeal.person,
                &appeal.words,
                appeal.at,
                appeal.due_at,
                appeal.state
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn appeal(db: impl Reads, id: AppealId) -> Result<Option<Appeal>> {
    db.optional(
        sql!(
            "SELECT id, decision_id, subject_kind, subject_id, person_id, words, at, due_at, state, decided_at, decided_by,
                    answer, alone
             FROM appeals WHERE id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn appeal_against(db: impl Reads, decision: EventId) -> Result<Option<Appeal>> {
    db.optional(
        sql!(
            "SELECT id, decision_id, subject_kind, subject_id, person_id, words, at, due_at, state, decided_at, decided_by,
                    answer, alone
             FROM appeals WHERE decision_id = $1"
        ),
        values![decision],
    )
    .await
}

/// Those that wait, the first due first.
pub async fn open_appeals(db: impl Reads, limit: i64) -> Result<Vec<Appeal>> {
    db.all(
        sql!(
            "SELECT id, decision_id, subject_kind, subject_id, person_id, words, at, due_at, state, decided_at, decided_by,
                    answer, alone
             FROM appeals WHERE state = 'open' ORDER BY due_at, id LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// Those that were decided, the newest first.
pub async fn decided_appeals(db: impl Reads, limit: i64) -> Result<Vec<Appeal>> {
    db.all(
        sql!(
            "SELECT id, decision_id, subject_kind, subject_id, person_id, words, at, due_at, state, decided_at, decided_by,
                    answer, alone
             FROM appeals WHERE state <> 'open' ORDER BY id DESC LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// How an appeal ends.
pub struct Ending<'a> {
    pub state: AppealState,
    pub at: Timestamp,
    pub by: PersonId,
    pub answer: &'a str,
    pub alone: bool,
}

/// False when somebody decided meanwhile.
pub async fn end_appeal(tx: &mut Tx, id: AppealId, ending: &Ending<'_>) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE appeals SET state = $2, decided_at = $3, decided_by = $4, answer = $5, alone = $6
                 WHERE id = $1 AND state = 'open'"
            ),
            values![id, ending.state, ending.at, ending.by, ending.answer, ending.alone],
        )
        .await?;
    Ok(rows == 1)
}

/// An account ends: what it wrote to the desk is forgotten, that it appealed stays.
pub async fn forget_appeals(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(sql!("UPDATE appeals SET words = '' WHERE person_id = $1"), values![person]).await?;
    Ok(())
}

/// How many wait.
pub async fn count_open_appeals(db: impl Reads) -> Result<i64> {
    let count = sql!("SELECT COUNT(*) FROM appeals WHERE state = 'open'");
    let (count,) = db.one::<(i64,)>(count, values![]).await?;
    Ok(count)
}
