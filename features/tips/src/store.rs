//! Every statement on the tables of tips.
use crate::tip::{State, Step, Tip};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, TipId},
    jiff::Timestamp,
    row, sql, values,
};

/// A talk between sender and desk at most.
pub const STEPS_MAX: i64 = 60;

row! {
    /// Something that was done; by nobody: the sender. The words are sealed.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct StepRow {
        pub id: i64,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub step: Step,
        pub words: Option<String>,
    }
}

pub async fn find(db: impl Reads, id: TipId) -> Result<Option<Tip>> {
    db.optional(
        sql!(
            "SELECT id, number, code_hash, what, happened, chat, area, attribution, lang, sent_at, state, state_at, reason
             FROM tips WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// Those of a state, newest first.
pub async fn in_state(db: impl Reads, state: State) -> Result<Vec<Tip>> {
    db.all(
        sql!(
            "SELECT id, number, code_hash, what, happened, chat, area, attribution, lang, sent_at, state, state_at, reason
             FROM tips WHERE state = $1 ORDER BY id DESC LIMIT 200"
        ),
        values![state],
    )
    .await
}

/// By id.
pub async fn after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<Tip>> {
    db.all(
        sql!(
            "SELECT id, number, code_hash, what, happened, chat, area, attribution, lang, sent_at, state, state_at, reason
             FROM tips WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

pub async fn by_number(db: impl Reads, number: &str) -> Result<Option<TipId>> {
    let sql = sql!("SELECT id FROM tips WHERE number = $1");
    Ok(db.optional::<(TipId,)>(sql, values![number]).await?.map(|(id,)| id))
}

/// What this form already sent.
pub async fn by_form(db: impl Reads, once: &str) -> Result<Option<TipId>> {
    let sql = sql!("SELECT id FROM tips WHERE once = $1");
    Ok(db.optional::<(TipId,)>(sql, values![once]).await?.map(|(id,)| id))
}

pub async fn count_waiting(db: impl Reads) -> Result<i64> {
    let sql = sql!("SELECT COUNT(*) FROM tips WHERE state <> 'closed'");
    Ok(db.one::<(i64,)>(sql, values![]).await?.0)
}

/// False when the same form already sent it.
pub async fn insert(tx: &mut Tx, tip: &Tip, once: &str) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO tips (id, number, code_hash, once, what, happened, chat, area, attribution, lang, sent_at, state,
                                   state_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (once) DO NOTHING"
            ),
            values![
                tip.id,
                &tip.number,
                &tip.code_hash,
                once,
                &tip.what,
                &tip.happened,
                &tip.chat,
                tip.area,
                tip.attribution,
                &tip.lang,
                tip.sent_at,
                tip.state,
                tip.state_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// False when somebody else changed it meanwhile.
pub async fn change(tx: &mut Tx, before: &Tip, after: &Tip) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE tips SET state = $3, state_at = $4, reason = $5 WHERE id = $1 AND state = $2"
            ),
            values![before.id, before.state, after.state, after.state_at, &after.reason],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_sender(tx: &mut Tx, id: TipId, contact: &str) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO tip_senders (tip_id, contact) VALUES ($1, $2)"),
        values![id, contact],
    )
    .await?;
    Ok(())
}

/// As they are kept.
pub async fn contacts(db: impl Reads, tips: &[i64]) -> Result<Vec<(TipId, String)>> {
    db.all(
        sql!("SELECT tip_id, contact FROM tip_senders WHERE tip_id IN {ids:1} ORDER BY tip_id"),
        values![tips],
    )
    .await
}

/// Of tips closed before the first moment, and of all that came before the second.
pub async fn forget_contacts(
    tx: &mut Tx,
    closed_before: Timestamp,
    sent_before: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM tip_senders WHERE tip_id IN
             (SELECT id FROM tips WHERE (state = 'closed' AND state_at < $1) OR sent_at < $2)"
        ),
        values![closed_before, sent_before],
    )
    .await?;
    Ok(())
}

pub async fn insert_step(tx: &mut Tx, tip: TipId, row: &StepRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO tip_steps (id, tip_id, at, person_id, step, words) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![row.id, tip, row.at, row.person, row.step, &row.words],
    )
    .await?;
    Ok(())
}

/// What was done, in order.
pub async fn steps(db: impl Reads, tip: TipId) -> Result<Vec<StepRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, step, words FROM tip_steps WHERE tip_id = $1 ORDER BY id LIMIT 200"
        ),
        values![tip],
    )
    .await
}

pub async fn count_steps(db: impl Reads, tip: TipId) -> Result<i64> {
    let sql = sql!("SELECT COUNT(*) FROM tip_steps WHERE tip_id = $1");
    Ok(db.one::<(i64,)>(sql, values![tip]).await?.0)
}

/// The words of steps, as they are kept.
pub async fn words_of(db: impl Reads, tips: &[i64]) -> Result<Vec<(i64, String)>> {
    db.all(
        sql!(
            "SELECT id, words FROM tip_steps WHERE tip_id IN {ids:1} AND words IS NOT NULL ORDER BY id"
        ),
        values![tips],
    )
    .await
}
