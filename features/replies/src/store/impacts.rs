//! What stories brought about.
use crate::impact::{Impact, NewImpact};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::PersonId,
    jiff::Timestamp,
    sql,
    subject::Subject,
    values,
};

pub async fn insert_impact(
    tx: &mut Tx,
    (id, by): (i64, PersonId),
    new: &NewImpact,
    at: Timestamp,
) -> Result<()> {
    let told_kind = new.told.map(|told| told.kind.as_str());
    let told_id = new.told.map(|told| told.id);
    let happened_on = new.happened_on.to_string();
    tx.execute(
        sql!(
            "INSERT INTO impacts (id, subject_kind, subject_id, kind, what, amount, happened_on, proof, story_kind,
                                  story_id, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        values![
            id,
            new.subject.kind,
            new.subject.id,
            new.sort,
            &new.what,
            new.amount,
            &happened_on,
            &new.proof,
            told_kind,
            told_id,
            at,
            by
        ],
    )
    .await?;
    Ok(())
}

/// Those of a subject, in the order of their days.
pub async fn impacts_of(db: impl Reads, subject: Subject) -> Result<Vec<Impact>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, kind, what, amount, happened_on, proof, story_kind, story_id, at,
                    person_id
             FROM impacts WHERE subject_kind = $1 AND subject_id = $2 AND struck_at IS NULL
             ORDER BY happened_on, id LIMIT 50"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// Of all stories, newest first.
pub async fn impacts(db: impl Reads) -> Result<Vec<Impact>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, kind, what, amount, happened_on, proof, story_kind, story_id, at,
                    person_id
             FROM impacts WHERE struck_at IS NULL ORDER BY id DESC LIMIT 100"
        ),
        values![],
    )
    .await
}

/// False when it was struck out before, or belongs to another subject.
pub async fn strike_impact(
    tx: &mut Tx,
    (id, subject): (i64, Subject),
    (at, by): (Timestamp, PersonId),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE impacts SET struck_at = $4, struck_by = $5
                 WHERE id = $1 AND subject_kind = $2 AND subject_id = $3 AND struck_at IS NULL"
            ),
            values![id, subject.kind, subject.id, at, by],
        )
        .await?;
    Ok(rows == 1)
}
