//! New text that waits.
use crate::{
    db::{Reads, Tx},
    ids::{AreaCode, EventId, PersonId},
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

/// Of what lies in no area.
const NOWHERE: AreaCode = AreaCode(0);

impl HoldRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

/// `area`: where the subject lies.
pub async fn insert_hold(tx: &mut Tx, hold: &HoldRow, area: Option<AreaCode>) -> Result<()> {
    let area = area.unwrap_or(NOWHERE);
    tx.execute(
        sql!(
            "INSERT INTO holds (subject_kind, subject_id, reason, person_id, since, area)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
        ),
        values![hold.kind, hold.subject_id, &hold.reason, hold.person, hold.since, area],
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

/// What waits in these areas and all areas in them, oldest first; 0 stands for everywhere. What nobody noted the area of
/// is among it.
pub async fn held(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<HoldRow>> {
    db.all(
        sql!(
            "SELECT subject_kind, subject_id, reason, person_id, since FROM holds
             WHERE 0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1} OR area / 10000 IN {ids:1}
                OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1}
             ORDER BY since, subject_id LIMIT $2"
        ),
        values![areas, limit],
    )
    .await
}

/// How many wait in these areas, as `held` tells them.
pub async fn count_held(db: impl Reads, areas: &[i64]) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(*) FROM holds
                 WHERE 0 IN {ids:1} OR area IS NULL OR area IN {ids:1} OR area / 100 IN {ids:1} OR area / 10000 IN {ids:1}
                    OR area / 1000000 IN {ids:1} OR area / 100000000 IN {ids:1}"
            ),
            values![areas],
        )
        .await?;
    Ok(count)
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

/// Forgets what is older, and counts the rest.
pub(crate) async fn count_recent_texts(
    tx: &mut Tx,
    person: PersonId,
    after: Timestamp,
) -> Result<i64> {
    tx.execute(
        sql!("DELETE FROM recent_texts WHERE person_id = $1 AND at <= $2"),
        values![person, after],
    )
    .await?;
    let count = sql!("SELECT COUNT(*) FROM recent_texts WHERE person_id = $1");
    let (count,) = tx.one::<(i64,)>(count, values![person]).await?;
    Ok(count)
}

pub(crate) async fn insert_recent_text(
    tx: &mut Tx,
    (id, person, at): (EventId, PersonId, Timestamp),
) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO recent_texts (id, person_id, at) VALUES ($1, $2, $3)"),
        values![id, person, at],
    )
    .await?;
    Ok(())
}
