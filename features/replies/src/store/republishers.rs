//! Who took stories over, and what they were told.
use crate::republisher::{NewRepublisher, News, Republisher, Telling};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{EventId, PersonId},
    jiff::Timestamp,
    sql,
    subject::Subject,
    values,
};

/// More republishers of one story are not told of.
pub(crate) const OF_ONE_MAX: i64 = 200;

pub async fn insert_republisher(
    tx: &mut Tx,
    (id, by): (i64, PersonId),
    new: &NewRepublisher,
    at: Timestamp,
) -> Result<()> {
    let since = new.since.to_string();
    tx.execute(
        sql!(
            "INSERT INTO republishers (id, subject_kind, subject_id, name, address, email, since, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            id,
            new.subject.kind,
            new.subject.id,
            &new.name,
            &new.address,
            &new.email,
            &since,
            at,
            by
        ],
    )
    .await?;
    Ok(())
}

/// Those of a subject that still stand in the register.
pub async fn republishers_of(db: impl Reads, subject: Subject) -> Result<Vec<Republisher>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, name, address, email, since, at, person_id FROM republishers
             WHERE subject_kind = $1 AND subject_id = $2 AND ended_at IS NULL ORDER BY id LIMIT $3"
        ),
        values![subject.kind, subject.id, OF_ONE_MAX],
    )
    .await
}

/// The whole register, newest first.
pub async fn republishers(db: impl Reads) -> Result<Vec<Republisher>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, name, address, email, since, at, person_id FROM republishers
             WHERE ended_at IS NULL ORDER BY id DESC LIMIT 200"
        ),
        values![],
    )
    .await
}

/// False when it was taken out before, or belongs to another subject.
pub async fn end_republisher(
    tx: &mut Tx,
    (id, subject): (i64, Subject),
    (at, by): (Timestamp, PersonId),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE republishers SET ended_at = $4, ended_by = $5, email = NULL
                 WHERE id = $1 AND subject_kind = $2 AND subject_id = $3 AND ended_at IS NULL"
            ),
            values![id, subject.kind, subject.id, at, by],
        )
        .await?;
    Ok(rows == 1)
}

/// False when they were told of this event before.
pub async fn insert_telling(
    tx: &mut Tx,
    (id, republisher): (i64, i64),
    (event, news): (EventId, News),
    (at, mailed_at): (Timestamp, Option<Timestamp>),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO republisher_tellings (id, republisher_id, event_id, news, at, mailed_at)
                 VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (republisher_id, event_id) DO NOTHING"
            ),
            values![id, republisher, event, news, at, mailed_at],
        )
        .await?;
    Ok(rows == 1)
}

/// What republishers of a subject were told, in order.
pub async fn tellings_of(db: impl Reads, subject: Subject) -> Result<Vec<Telling>> {
    db.all(
        sql!(
            "SELECT t.id, t.republisher_id, t.news, t.at, t.mailed_at, t.followed_at
             FROM republisher_tellings t JOIN republishers r ON r.id = t.republisher_id
             WHERE r.subject_kind = $1 AND r.subject_id = $2 AND r.ended_at IS NULL ORDER BY t.id LIMIT 1000"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

/// Their copy was seen to follow all that they were told; how many times that was.
pub async fn follow_tellings(
    tx: &mut Tx,
    republisher: i64,
    (at, by): (Timestamp, PersonId),
) -> Result<u64> {
    tx.execute(
        sql!(
            "UPDATE republisher_tellings SET followed_at = $2, followed_by = $3
             WHERE republisher_id = $1 AND followed_at IS NULL"
        ),
        values![republisher, at, by],
    )
    .await
}
