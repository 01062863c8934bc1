//! Every statement on outlets and what can be heard of them.
use crate::outlet::{AirStatus, NewAiring, NewOutlet, OutletKind, OutletWords, PressCouncil};
use anyhow::Result;
use base::{
    db::{Column, FromRow, Reads, Row, Tx},
    ids::{AreaCode, OutletId, PersonId},
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

/// An outlet with what can be heard of it now.
#[derive(Debug, Clone)]
pub struct OutletRow {
    pub id: OutletId,
    pub slug: String,
    pub kind: OutletKind,
    pub area: AreaCode,
    pub press_council: PressCouncil,
    pub words: OutletWords,
    pub status: AirStatus,
    pub since: Option<Date>,
    pub reason: Option<String>,
    /// When the status was told.
    pub told_at: Timestamp,
}

impl FromRow for OutletRow {
    fn from_row(row: &Row) -> Result<OutletRow> {
        let mut next = 0..;
        let mut column = || next.next().unwrap_or_default();
        Ok(OutletRow {
            id: take(row, column())?,
            slug: take(row, column())?,
            kind: take(row, column())?,
            area: take(row, column())?,
            press_council: take(row, column())?,
            words: OutletWords {
                name: take(row, column())?,
                frequency: take(row, column())?,
                reach: take(row, column())?,
                founded: take(row, column())?,
                network: take(row, column())?,
                legal_form: take(row, column())?,
                deed_number: take(row, column())?,
                responsible: take(row, column())?,
                address: take(row, column())?,
                about: take(row, column())?,
                licence: take(row, column())?,
            },
            status: take(row, column())?,
            since: take(row, column())?,
            reason: take(row, column())?,
            told_at: take(row, column())?,
        })
    }
}

fn take<T: Column>(row: &Row, index: usize) -> Result<T> {
    row.get(index)
}

row! {
    /// A change of what can be heard.
    #[derive(Debug, Clone)]
    pub struct AiringRow {
        pub status: AirStatus,
        pub since: Option<Date>,
        pub reason: Option<String>,
        pub at: Timestamp,
    }
}

/// False when the word in its address is taken.
pub async fn insert_outlet(
    tx: &mut Tx,
    id: OutletId,
    new: &NewOutlet,
    at: Timestamp,
) -> Result<bool> {
    let words = &new.words;
    let founded = words.founded.map(|date| date.to_string());
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO outlets (id, slug, kind, area, press_council, name, frequency, reach, founded, network,
                   legal_form, deed_number, responsible, address, about, licence, at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
                 ON CONFLICT DO NOTHING"
            ),
            values![
                id,
                &new.slug,
                new.kind,
                new.area,
                new.press_council,
                &words.name,
                &words.frequency,
                &words.reach,
                &founded,
                &words.network,
                &words.legal_form,
                &words.deed_number,
                &words.responsible,
                &words.address,
                &words.about,
                &words.licence,
                at
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn update_outlet(
    tx: &mut Tx,
    id: OutletId,
    (kind, area, press_council): (OutletKind, AreaCode, PressCouncil),
    words: &OutletWords,
) -> Result<()> {
    let founded = words.founded.map(|date| date.to_string());
    tx.execute(
        sql!(
            "UPDATE outlets SET kind = $2, area = $3, press_council = $4, name = $5, frequency = $6, reach = $7,
               founded = $8, network = $9, legal_form = $10, deed_number = $11, responsible = $12, address = $13,
               about = $14, licence = $15
             WHERE id = $1"
        ),
        values![
            id,
            kind,
            area,
            press_council,
            &words.name,
            &words.frequency,
            &words.reach,
            &founded,
            &words.network,
            &words.legal_form,
            &words.deed_number,
            &words.responsible,
            &words.address,
            &words.about,
            &words.licence
        ],
    )
    .await?;
    Ok(())
}

pub async fn insert_airing(
    tx: &mut Tx,
    (id, outlet): (i64, OutletId),
    airing: &NewAiring,
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    let since = airing.since.map(|date| date.to_string());
    tx.execute(
        sql!(
            "INSERT INTO outlet_airings (id, outlet_id, status, since, reason, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, outlet, airing.status, &since, &airing.reason, at, by],
    )
    .await?;
    Ok(())
}

pub async fn find(db: impl Reads, id: OutletId) -> Result<Option<OutletRow>> {
    db.optional(
        sql!(
            "SELECT o.id, o.slug, o.kind, o.area, o.press_council, o.name, o.frequency, o.reach, o.founded, o.network,
               o.legal_form, o.deed_number, o.responsible, o.address, o.about, o.licence,
               a.status, a.since, a.reason, a.at
             FROM outlets AS o JOIN outlet_airings AS a
               ON a.id = (SELECT MAX(id) FROM outlet_airings WHERE outlet_id = o.id)
             WHERE o.id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn by_slug(db: impl Reads, slug: &str) -> Result<Option<OutletRow>> {
    db.optional(
        sql!(
            "SELECT o.id, o.slug, o.kind, o.area, o.press_council, o.name, o.frequency, o.reach, o.founded, o.network,
               o.legal_form, o.deed_number, o.responsible, o.address, o.about, o.licence,
               a.status, a.since, a.reason, a.at
             FROM outlets AS o JOIN outlet_airings AS a
               ON a.id = (SELECT MAX(id) FROM outlet_airings WHERE outlet_id = o.id)
             WHERE o.slug = $1"
        ),
        values![slug],
    )
    .await
}

/// Outlets in the order of their areas, from the first after `(area, id)`.
pub async fn by_area(
    db: impl Reads,
    (area, id): (AreaCode, OutletId),
    limit: i64,
) -> Result<Vec<OutletRow>> {
    db.all(
        sql!(
            "SELECT o.id, o.slug, o.kind, o.area, o.press_council, o.name, o.frequency, o.reach, o.founded, o.network,
               o.legal_form, o.deed_number, o.responsible, o.address, o.about, o.licence,
               a.status, a.since, a.reason, a.at
             FROM outlets AS o JOIN outlet_airings AS a
               ON a.id = (SELECT MAX(id) FROM outlet_airings WHERE outlet_id = o.id)
             WHERE (o.area, o.id) > ($1, $2) ORDER BY o.area, o.id LIMIT $3"
        ),
        values![area, id, limit],
    )
    .await
}

/// Newest first.
pub async fn airings(db: impl Reads, outlet: OutletId) -> Result<Vec<AiringRow>> {
    db.all(
        sql!(
            "SELECT status, since, reason, at FROM outlet_airings WHERE outlet_id = $1
             ORDER BY id DESC LIMIT 50"
        ),
        values![outlet],
    )
    .await
}

/// Id, name and the word in the address.
pub async fn names(db: impl Reads, ids: &[i64]) -> Result<Vec<(OutletId, String, String)>> {
    db.all(sql!("SELECT id, name, slug FROM outlets WHERE id IN {ids:1}"), values![ids]).await
}
