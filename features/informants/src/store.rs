//! Every statement on the tables of informants.
use crate::informant::{Reading, Row};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{InformantId, PersonId},
    jiff::Timestamp,
    sql, values,
};

/// `None` also for everyone who is not named on it.
pub async fn find_for(db: impl Reads, id: InformantId, person: PersonId) -> Result<Option<Row>> {
    db.optional(
        sql!(
            "SELECT i.id, i.about, i.who, i.version, i.at FROM informants i
             JOIN informant_keepers k ON k.informant_id = i.id WHERE i.id = $1 AND k.keeper_id = $2"
        ),
        values![id, person],
    )
    .await
}

/// Those on which a person is named, newest first.
pub async fn all_for(db: impl Reads, person: PersonId) -> Result<Vec<Row>> {
    db.all(
        sql!(
            "SELECT i.id, i.about, i.who, i.version, i.at FROM informants i
             JOIN informant_keepers k ON k.informant_id = i.id WHERE k.keeper_id = $1
             ORDER BY i.id DESC LIMIT 200"
        ),
        values![person],
    )
    .await
}

/// By id, as they are kept.
pub async fn after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<Row>> {
    db.all(
        sql!(
            "SELECT id, about, who, version, at FROM informants WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

pub async fn insert(tx: &mut Tx, row: &Row) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO informants (id, about, who, version, at) VALUES ($1, $2, $3, $4, $5)"),
        values![row.id, &row.about, &row.who, row.version, row.at],
    )
    .await?;
    Ok(())
}

/// False when it was changed since this version.
pub async fn change(tx: &mut Tx, row: &Row) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE informants SET about = $3, who = $4, version = version + 1
                 WHERE id = $1 AND version = $2"
            ),
            values![row.id, row.version, &row.about, &row.who],
        )
        .await?;
    Ok(rows == 1)
}

/// Takes every word out of it; who kept and read it stays.
pub async fn erase(tx: &mut Tx, id: InformantId) -> Result<()> {
    tx.execute(
        sql!("UPDATE informants SET about = '', who = '', version = version + 1 WHERE id = $1"),
        values![id],
    )
    .await?;
    Ok(())
}

/// False when they were named before.
pub async fn insert_keeper(
    tx: &mut Tx,
    (id, person): (InformantId, PersonId),
    (at, by): (Timestamp, PersonId),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO informant_keepers (informant_id, keeper_id, at, named_id) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (informant_id, keeper_id) DO NOTHING"
            ),
            values![id, person, at, by],
        )
        .await?;
    Ok(rows == 1)
}

/// In the order in which they were named.
pub async fn keepers(db: impl Reads, id: InformantId) -> Result<Vec<PersonId>> {
    let found: Vec<(PersonId,)> = db
        .all(
            sql!(
                "SELECT keeper_id FROM informant_keepers WHERE informant_id = $1 ORDER BY at, keeper_id LIMIT 50"
            ),
            values![id],
        )
        .await?;
    Ok(found.into_iter().map(|(person,)| person).collect())
}

pub async fn insert_reading(
    tx: &mut Tx,
    (id, informant): (i64, InformantId),
    reading: &Reading,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO informant_readings (id, informant_id, at, keeper_id, act) VALUES ($1, $2, $3, $4, $5)"
        ),
        values![id, informant, reading.at, reading.person, reading.act],
    )
    .await?;
    Ok(())
}

/// What was done with it, newest first.
pub async fn readings(db: impl Reads, id: InformantId) -> Result<Vec<Reading>> {
    db.all(
        sql!(
            "SELECT at, keeper_id, act FROM informant_readings WHERE informant_id = $1
             ORDER BY id DESC LIMIT 200"
        ),
        values![id],
    )
    .await
}
