//! Flags one by one, as the complaint desk works through them, and the steps that were taken.
use super::FlagRow;
use crate::flag::FlagStep;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{EventId, FlagId, PersonId},
    row, sql, values,
};
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct FlagStepRow {
        pub step: FlagStep,
        pub at: Timestamp,
        pub by: Option<PersonId>,
    }
}

row! {
    /// An open flag whose hours run.
    pub struct RunningRow {
        pub id: FlagId,
        pub number: String,
        pub at: Timestamp,
        pub due_at: Timestamp,
        pub urged: i64,
    }
}

pub async fn insert_step(
    tx: &mut Tx,
    (id, flag): (EventId, FlagId),
    step: FlagStepRow,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO flag_steps (id, flag_id, step, at, person_id) VALUES ($1, $2, $3, $4, $5)"
        ),
        values![id, flag, step.step, step.at, step.by],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn steps(db: impl Reads, flag: FlagId) -> Result<Vec<FlagStepRow>> {
    db.all(
        sql!("SELECT step, at, person_id FROM flag_steps WHERE flag_id = $1 ORDER BY id LIMIT 50"),
        values![flag],
    )
    .await
}

pub async fn flag(db: impl Reads, id: FlagId) -> Result<Option<FlagRow>> {
    db.optional(
        sql!(
            "SELECT id, number, subject_kind, subject_id, reason, words, person_id, at, due_at, state, decided_at,
                    decision_id, examined_at, ground, answer
             FROM flags WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// Open complaints in these areas and all areas in them, the first due first; see `flagged`.
pub async fn open_complaints(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<FlagRow>> {
    db.all(
        sql!(
            "SELECT id, number, subject_kind, subject_id, reason, words, person_id, at, due_at, state, decided_at,
                    decision_id, examined_at, ground, answer
             FROM flags
             WHERE state = 'open' AND (0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1}
               OR area / 10000 IN {ids:1} OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1})
             ORDER BY due_at, id LIMIT $2"
        ),
        values![areas, limit],
    )
    .await
}

/// Decided ones, the newest first.
pub async fn decided_complaints(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<FlagRow>> {
    db.all(
        sql!(
            "SELECT id, number, subject_kind, subject_id, reason, words, person_id, at, due_at, state, decided_at,
                    decision_id, examined_at, ground, answer
             FROM flags
             WHERE state <> 'open' AND (0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1}
               OR area / 10000 IN {ids:1} OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1})
             ORDER BY id DESC LIMIT $2"
        ),
        values![areas, limit],
    )
    .await
}

/// False when somebody has begun already, or when it is decided.
pub async fn begin_to_examine(tx: &mut Tx, id: FlagId, at: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE flags SET examined_at = $2
                 WHERE id = $1 AND state = 'open' AND examined_at IS NULL"
            ),
            values![id, at],
        )
        .await?;
    Ok(rows == 1)
}

/// Open ones that may have to be reminded of again, the first due first.
pub async fn running(db: impl Reads, reminders: i64, limit: i64) -> Result<Vec<RunningRow>> {
    db.all(
        sql!(
            "SELECT id, number, at, due_at, urged FROM flags
             WHERE state = 'open' AND urged < $1 ORDER BY due_at, id LIMIT $2"
        ),
        values![reminders, limit],
    )
    .await
}

/// False when it was decided, or reminded of, meanwhile.
pub async fn note_urged(tx: &mut Tx, id: FlagId, (from, to): (i64, i64)) -> Result<bool> {
    let rows = tx
        .execute(
            sql!("UPDATE flags SET urged = $3 WHERE id = $1 AND state = 'open' AND urged = $2"),
            values![id, from, to],
        )
        .await?;
    Ok(rows == 1)
}

/// How many are open in these areas, as `open_complaints` tells them.
pub async fn count_open_complaints(db: impl Reads, areas: &[i64]) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(*) FROM flags
                 WHERE state = 'open' AND (0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1}
                   OR area / 10000 IN {ids:1} OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1})"
            ),
            values![areas],
        )
        .await?;
    Ok(count)
}
