//! The lists that programmes and activities stand in: of an area, of a body.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::Key,
    jiff::Timestamp,
    sql,
    subject::{Kind, Subject},
    text_enum, values,
};

text_enum! {
    /// What a list is of.
    pub enum List {
        Area = "area",
        Agency = "agency",
    }
}

pub async fn insert_listed(
    tx: &mut Tx,
    subject: Subject,
    (list, key): (List, i64),
    listed_at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO programme_lists (list, list_key, listed_at, subject_id, kind)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"
        ),
        values![list, key, listed_at, subject.id, subject.kind],
    )
    .await?;
    Ok(())
}

pub async fn delete_listed(tx: &mut Tx, subject: Subject) -> Result<()> {
    let sql = sql!("DELETE FROM programme_lists WHERE kind = $1 AND subject_id = $2");
    tx.execute(sql, values![subject.kind, subject.id]).await?;
    Ok(())
}

/// A page of a list, newest first, with when each is listed.
pub async fn listed(
    db: impl Reads,
    (list, key): (List, i64),
    before: Key,
    limit: i64,
) -> Result<Vec<(i64, i64, Kind)>> {
    db.all(
        sql!(
            "SELECT listed_at, subject_id, kind FROM programme_lists
             WHERE list = $1 AND list_key = $2 AND (listed_at, subject_id) < ($3, $4)
             ORDER BY listed_at DESC, subject_id DESC LIMIT $5"
        ),
        values![list, key, before.at_us, before.id, limit],
    )
    .await
}
