//! Measures against people, and what the site tells them.
use crate::{
    db::{Reads, Tx},
    ids::{MeasureId, NoticeId, PersonId},
    measures::MeasureKind,
    offences::Offence,
    row, sql,
    subject::Kind,
    values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct MeasureRow {
        pub id: MeasureId,
        pub person: PersonId,
        pub kind: MeasureKind,
        pub reason: Offence,
        pub words: String,
        pub subject_kind: Option<Kind>,
        pub subject_id: Option<i64>,
        pub at: Timestamp,
        pub until_at: Timestamp,
        pub taken_by: PersonId,
        pub seen_at: Option<Timestamp>,
        pub ended_at: Option<Timestamp>,
    }
}

impl MeasureRow {
    pub fn runs(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && self.until_at > now
    }
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct NoticeRow {
        pub id: NoticeId,
        pub person: PersonId,
        pub word: String,
        pub kind: Kind,
        pub reason: Option<Offence>,
        pub path: String,
        pub at: Timestamp,
        pub seen_at: Option<Timestamp>,
    }
}

pub(crate) async fn insert_measure(tx: &mut Tx, measure: &MeasureRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO measures (id, person_id, kind, reason, words, subject_kind, subject_id, at, until_at, taken_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values![
            measure.id,
            measure.person,
            measure.kind,
            measure.reason,
            &measure.words,
            measure.subject_kind,
            measure.subject_id,
            measure.at,
            measure.until_at,
            measure.taken_by
        ],
    )
    .await?;
    Ok(())
}

/// What runs against a person now.
pub(crate) async fn measures_in_force(
    db: impl Reads,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<MeasureRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, kind, reason, words, subject_kind, subject_id, at, until_at, taken_by, seen_at, ended_at
             FROM measures WHERE person_id = $1 AND ended_at IS NULL AND until_at > $2 ORDER BY id"
        ),
        values![person, now],
    )
    .await
}

pub(crate) async fn measures_of(db: impl Reads, person: PersonId) -> Result<Vec<MeasureRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, kind, reason, words, subject_kind, subject_id, at, until_at, taken_by, seen_at, ended_at
             FROM measures WHERE person_id = $1 ORDER BY id DESC LIMIT 50"
        ),
        values![person],
    )
    .await
}

pub(crate) async fn measure(db: impl Reads, id: MeasureId) -> Result<Option<MeasureRow>> {
    db.optional(
        sql!(
            "SELECT id, person_id, kind, reason, words, subject_kind, subject_id, at, until_at, taken_by, seen_at, ended_at
             FROM measures WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// False when it was over already.
pub(crate) async fn end_measure(
    tx: &mut Tx,
    id: MeasureId,
    (by, at): (PersonId, Timestamp),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE measures SET ended_at = $2, ended_by = $3
                 WHERE id = $1 AND ended_at IS NULL AND until_at > $2"
            ),
            values![id, at, by],
        )
        .await?;
    Ok(rows == 1)
}

pub(crate) async fn note_measures_read(tx: &mut Tx, person: PersonId, at: Timestamp) -> Result<()> {
    tx.execute(
        sql!("UPDATE measures SET seen_at = $2 WHERE person_id = $1 AND seen_at IS NULL"),
        values![person, at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn forget_measure_words(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(sql!("UPDATE measures SET words = '' WHERE person_id = $1"), values![person])
        .await?;
    Ok(())
}

pub(crate) async fn insert_notice(tx: &mut Tx, notice: &NoticeRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO person_notices (id, person_id, word, subject_kind, reason, path, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![
            notice.id,
            notice.person,
            &notice.word,
            notice.kind,
            notice.reason,
            &notice.path,
            notice.at
        ],
    )
    .await?;
    Ok(())
}

/// Leaves the newest so many.
pub(crate) async fn delete_old_notices(tx: &mut Tx, person: PersonId, kept: i64) -> Result<()> {
    tx.execute(
        sql!(
            "DELETE FROM person_notices WHERE person_id = $1 AND id NOT IN (
               SELECT id FROM person_notices WHERE person_id = $1 ORDER BY id DESC LIMIT $2)"
        ),
        values![person, kept],
    )
    .await?;
    Ok(())
}

pub(crate) async fn notices_of(db: impl Reads, person: PersonId) -> Result<Vec<NoticeRow>> {
    db.all(
        sql!(
            "SELECT id, person_id, word, subject_kind, reason, path, at, seen_at
             FROM person_notices WHERE person_id = $1 ORDER BY id DESC LIMIT 50"
        ),
        values![person],
    )
    .await
}

pub(crate) async fn count_unseen_notices(db: impl Reads, person: PersonId) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM person_notices WHERE person_id = $1 AND seen_at IS NULL"),
            values![person],
        )
        .await?;
    Ok(count)
}

pub(crate) async fn note_notices_read(tx: &mut Tx, person: PersonId, at: Timestamp) -> Result<()> {
    tx.execute(
        sql!("UPDATE person_notices SET seen_at = $2 WHERE person_id = $1 AND seen_at IS NULL"),
        values![person, at],
    )
    .await?;
    Ok(())
}
