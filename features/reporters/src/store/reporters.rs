//! Reporters, who recommended them, and what was done.
use crate::reporter::{Reporter, State, Step};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AreaCode, PersonId},
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// Something that was done.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct StepRow {
        pub at: Timestamp,
        /// Nobody: the rule of one year.
        pub by: Option<PersonId>,
        pub step: Step,
        pub words: Option<String>,
    }
}

/// Writes a record that is new, or begins again the one of somebody who is gone; false when another stands.
pub async fn apply(tx: &mut Tx, reporter: &Reporter) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO reporters (person_id, state, state_at, area, outlet_id, why, interests, applied_at,
                   agreement_version, agreed_at, vouches)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)
                 ON CONFLICT (person_id) DO UPDATE SET state = $2, state_at = $3, area = $4, outlet_id = $5,
                   why = $6, interests = $7, applied_at = $8, agreement_version = $9, agreed_at = $10, vouches = 0
                 WHERE reporters.state IN ('left', 'withdrawn')"
            ),
            values![
                reporter.person,
                reporter.state,
                reporter.state_at,
                reporter.area,
                reporter.outlet,
                &reporter.why,
                &reporter.interests,
                reporter.applied_at,
                reporter.agreement_version,
                reporter.agreed_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Writes what became of it; false when it is no longer in the state from which that follows.
pub async fn change(tx: &mut Tx, from: State, after: &Reporter) -> Result<bool> {
    let (activated_on, active_until) =
        (after.activated_on.map(|day| day.to_string()), after.active_until.map(|d| d.to_string()));
    let rows = tx
        .execute(
            sql!(
                "UPDATE reporters SET state = $3, state_at = $4, number = $5, activated_on = $6, active_until = $7
                 WHERE person_id = $1 AND state = $2"
            ),
            values![
                after.person,
                from,
                after.state,
                after.state_at,
                &after.number,
                &activated_on,
                &active_until
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Writes what they tell of themselves now.
pub async fn retell(tx: &mut Tx, after: &Reporter) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE reporters SET interests = $2, agreement_version = $3, agreed_at = $4
                 WHERE person_id = $1 AND state NOT IN ('left', 'withdrawn')"
            ),
            values![after.person, &after.interests, after.agreement_version, after.agreed_at],
        )
        .await?;
    Ok(rows == 1)
}

/// Counts a recommendation; false when they are no longer waiting for one.
pub async fn count_vouch(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let sql = sql!(
        "UPDATE reporters SET vouches = vouches + 1 WHERE person_id = $1 AND state = 'trained'"
    );
    Ok(tx.execute(sql, values![person]).await? == 1)
}

/// False when this person recommended them before.
pub async fn insert_vouch(
    tx: &mut Tx,
    (person, applied_at): (PersonId, Timestamp),
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO reporter_vouches (person_id, applied_at, vouched_by, at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (person_id, applied_at, vouched_by) DO NOTHING"
            ),
            values![person, applied_at, by, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn find(db: impl Reads, person: PersonId) -> Result<Option<Reporter>> {
    db.optional(
        sql!(
            "SELECT person_id, state, state_at, area, outlet_id, why, interests, applied_at, agreement_version,
               agreed_at, vouches, number, activated_on, active_until
             FROM reporters WHERE person_id = $1"
        ),
        values![person],
    )
    .await
}

pub async fn by_number(db: impl Reads, number: &str) -> Result<Option<Reporter>> {
    db.optional(
        sql!(
            "SELECT person_id, state, state_at, area, outlet_id, why, interests, applied_at, agreement_version,
               agreed_at, vouches, number, activated_on, active_until
             FROM reporters WHERE number = $1"
        ),
        values![number],
    )
    .await
}

/// Those in one state, by area, from the first after `(area, person)`.
pub async fn in_state(
    db: impl Reads,
    state: State,
    (area, person): (AreaCode, PersonId),
    limit: i64,
) -> Result<Vec<Reporter>> {
    db.all(
        sql!(
            "SELECT person_id, state, state_at, area, outlet_id, why, interests, applied_at, agreement_version,
               agreed_at, vouches, number, activated_on, active_until
             FROM reporters WHERE state = $1 AND (area, person_id) > ($2, $3)
             ORDER BY area, person_id LIMIT $4"
        ),
        values![state, area, person, limit],
    )
    .await
}

/// Everyone who has a card that counts the year, from the first after this person.
pub async fn counted(db: impl Reads, after: PersonId, limit: i64) -> Result<Vec<Reporter>> {
    db.all(
        sql!(
            "SELECT person_id, state, state_at, area, outlet_id, why, interests, applied_at, agreement_version,
               agreed_at, vouches, number, activated_on, active_until
             FROM reporters WHERE state IN ('active', 'inactive') AND person_id > $1
             ORDER BY person_id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

pub async fn insert_step(tx: &mut Tx, (id, person): (i64, PersonId), step: &StepRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO reporter_steps (id, about_id, at, done_by, step, words) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![id, person, step.at, step.by, step.step, &step.words],
    )
    .await?;
    Ok(())
}

/// Everything that was done, in order.
pub async fn steps(db: impl Reads, person: PersonId) -> Result<Vec<StepRow>> {
    db.all(
        sql!(
            "SELECT at, done_by, step, words FROM reporter_steps WHERE about_id = $1 ORDER BY at, id LIMIT 500"
        ),
        values![person],
    )
    .await
}

/// What was told of somebody whose account ends leaves; that they had a card, and since when no more, stays.
pub async fn forget(tx: &mut Tx, person: PersonId, at: Timestamp) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE reporters SET state = 'left', state_at = $2, why = '', interests = ''
             WHERE person_id = $1 AND state NOT IN ('left', 'withdrawn')"
        ),
        values![person, at],
    )
    .await?;
    tx.execute(
        sql!("UPDATE reporters SET why = '', interests = '' WHERE person_id = $1"),
        values![person],
    )
    .await?;
    tx.execute(sql!("UPDATE reporter_steps SET words = NULL WHERE about_id = $1"), values![person])
        .await?;
    Ok(())
}
