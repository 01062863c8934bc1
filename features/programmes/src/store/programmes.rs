//! Programmes themselves, and the areas that they and their activities name.
use crate::programme::{NamedArea, NewProgramme, Programme};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AreaCode, ProgrammeId},
    jiff::{Timestamp, civil::Date},
    sql,
    subject::Subject,
    values,
};

pub async fn insert_programme(
    tx: &mut Tx,
    id: ProgrammeId,
    new: &NewProgramme,
    at: Timestamp,
) -> Result<()> {
    let begins = new.begins.map(|known| known.to_string());
    let ends = new.ends.map(|known| known.to_string());
    tx.execute(
        sql!(
            "INSERT INTO programmes (id, name, acronym, purpose, begins, ends, funding, source, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            id,
            &new.name,
            &new.acronym,
            &new.purpose,
            &begins,
            &ends,
            &new.funding,
            &new.source,
            at
        ],
    )
    .await?;
    Ok(())
}

pub async fn update_programme(tx: &mut Tx, id: ProgrammeId, new: &NewProgramme) -> Result<()> {
    let begins = new.begins.map(|known| known.to_string());
    let ends = new.ends.map(|known| known.to_string());
    tx.execute(
        sql!(
            "UPDATE programmes SET name = $2, acronym = $3, purpose = $4, begins = $5, ends = $6, funding = $7,
               source = $8
             WHERE id = $1"
        ),
        values![
            id,
            &new.name,
            &new.acronym,
            &new.purpose,
            &begins,
            &ends,
            &new.funding,
            &new.source
        ],
    )
    .await?;
    Ok(())
}

/// False while something stands under it.
pub async fn delete_programme(tx: &mut Tx, id: ProgrammeId) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "DELETE FROM programmes WHERE id = $1
                   AND NOT EXISTS (SELECT 1 FROM programme_partners AS p WHERE p.programme_id = $1)
                   AND NOT EXISTS (SELECT 1 FROM programme_outcomes AS o WHERE o.programme_id = $1)
                   AND NOT EXISTS (SELECT 1 FROM programme_components AS c WHERE c.programme_id = $1)
                   AND NOT EXISTS (SELECT 1 FROM activities AS a WHERE a.programme_id = $1)"
            ),
            values![id],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn programme(db: impl Reads, id: ProgrammeId) -> Result<Option<Programme>> {
    db.optional(
        sql!(
            "SELECT id, name, acronym, purpose, begins, ends, funding, source, at FROM programmes WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// Newest first, from the first before `before`.
pub async fn newest_programmes(
    db: impl Reads,
    before: ProgrammeId,
    limit: i64,
) -> Result<Vec<Programme>> {
    db.all(
        sql!(
            "SELECT id, name, acronym, purpose, begins, ends, funding, source, at FROM programmes
             WHERE id < $1 ORDER BY id DESC LIMIT $2"
        ),
        values![before, limit],
    )
    .await
}

/// By id, from the first after `after`.
pub async fn programmes_after(db: impl Reads, after: i64, limit: i64) -> Result<Vec<Programme>> {
    db.all(
        sql!(
            "SELECT id, name, acronym, purpose, begins, ends, funding, source, at FROM programmes
             WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

pub async fn programmes_by_ids(db: impl Reads, ids: &[i64]) -> Result<Vec<Programme>> {
    db.all(
        sql!(
            "SELECT id, name, acronym, purpose, begins, ends, funding, source, at FROM programmes
             WHERE id IN {ids:1}"
        ),
        values![ids],
    )
    .await
}

/// The programme with this acronym or, without one, this name.
pub async fn programme_called(db: impl Reads, name: &str) -> Result<Option<ProgrammeId>> {
    let sql =
        sql!("SELECT id FROM programmes WHERE COALESCE(acronym, name) = $1 ORDER BY id LIMIT 1");
    Ok(db.optional::<(ProgrammeId,)>(sql, values![name]).await?.map(|(id,)| id))
}

/// Whether there is any.
pub async fn has_programmes(db: impl Reads) -> Result<bool> {
    let sql = sql!("SELECT id FROM programmes ORDER BY id LIMIT 1");
    Ok(db.optional::<(ProgrammeId,)>(sql, values![]).await?.is_some())
}

pub async fn insert_area(
    tx: &mut Tx,
    subject: Subject,
    position: i64,
    (area, code): (&NamedArea, AreaCode),
) -> Result<()> {
    let on = area.on.map(|day| day.to_string());
    tx.execute(
        sql!(
            "INSERT INTO programme_areas (kind, subject_id, position, code, name, on_day)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"
        ),
        values![subject.kind, subject.id, position, code, &area.name, &on],
    )
    .await?;
    Ok(())
}

pub async fn delete_areas(tx: &mut Tx, subject: Subject, position: i64) -> Result<bool> {
    let sql =
        sql!("DELETE FROM programme_areas WHERE kind = $1 AND subject_id = $2 AND position = $3");
    Ok(tx.execute(sql, values![subject.kind, subject.id, position]).await? > 0)
}

pub async fn delete_all_areas(tx: &mut Tx, subject: Subject) -> Result<()> {
    let sql = sql!("DELETE FROM programme_areas WHERE kind = $1 AND subject_id = $2");
    tx.execute(sql, values![subject.kind, subject.id]).await?;
    Ok(())
}

/// The areas of a programme or an activity with their places in its list, in order.
pub async fn areas(db: impl Reads, subject: Subject) -> Result<Vec<(i64, NamedArea)>> {
    let rows: Vec<(i64, AreaCode, String, Option<Date>)> = db
        .all(
            sql!(
                "SELECT position, code, name, on_day FROM programme_areas
                 WHERE kind = $1 AND subject_id = $2 ORDER BY position, code"
            ),
            values![subject.kind, subject.id],
        )
        .await?;
    let mut areas: Vec<(i64, NamedArea)> = vec![];
    for (position, code, name, on) in rows {
        match areas.last_mut().filter(|(known, _)| *known == position) {
            Some((_, area)) => area.codes.push(code),
            None => areas.push((position, NamedArea { name, on, codes: vec![code] })),
        }
    }
    Ok(areas)
}
