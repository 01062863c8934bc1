//! The bodies themselves: added, changed, found.
use crate::agency::{Agency, Contact, NewAgency};
use anyhow::Result;
use base::{
    db::{Column, FromRow, Reads, Row, Tx},
    ids::{AgencyId, AreaCode},
    jiff::Timestamp,
    sql, values,
};

impl FromRow for Agency {
    fn from_row(row: &Row) -> Result<Agency> {
        let mut next = 0..;
        let mut column = || next.next().unwrap_or_default();
        Ok(Agency {
            id: take(row, column())?,
            slug: take(row, column())?,
            name: take(row, column())?,
            kind: take(row, column())?,
            code: take(row, column())?,
            parent: take(row, column())?,
            area: take(row, column())?,
            former_area: take(row, column())?,
            valid_from: take(row, column())?,
            valid_to: take(row, column())?,
            successor: take(row, column())?,
            contact: Contact {
                address: take(row, column())?,
                phone: take(row, column())?,
                email: take(row, column())?,
                site: take(row, column())?,
                hours: take(row, column())?,
            },
            source: take(row, column())?,
        })
    }
}

fn take<T: Column>(row: &Row, index: usize) -> Result<T> {
    row.get(index)
}

/// What is looked for when a name is typed.
pub fn name_key(name: &str) -> String {
    name.to_lowercase()
}

/// False when its word in the address or its official code is taken.
pub async fn insert_agency(
    tx: &mut Tx,
    id: AgencyId,
    new: &NewAgency,
    at: Timestamp,
) -> Result<bool> {
    let (from, to) = (day(new.valid_from), day(new.valid_to));
    let contact = &new.contact;
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO agencies (id, slug, name, name_key, kind, code, parent_id, area, former_area, valid_from,
                   valid_to, successor_id, address, phone, email, site, hours, source, at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                 ON CONFLICT DO NOTHING"
            ),
            values![
                id,
                &new.slug,
                &new.name,
                &name_key(&new.name),
                new.kind,
                &new.code,
                new.parent,
                new.area,
                &new.former_area,
                &from,
                &to,
                new.successor,
                &contact.address,
                &contact.phone,
                &contact.email,
                &contact.site,
                &contact.hours,
                &new.source,
                at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// Whether another body has this official code.
pub async fn code_is_anothers(db: impl Reads, code: &str, id: AgencyId) -> Result<bool> {
    let found: Option<(AgencyId,)> = db
        .optional(sql!("SELECT id FROM agencies WHERE code = $1 AND id <> $2"), values![code, id])
        .await?;
    Ok(found.is_some())
}

/// The word in the address stays: it stands in links and printed cases.
pub async fn update_agency(tx: &mut Tx, id: AgencyId, new: &NewAgency) -> Result<()> {
    let (from, to) = (day(new.valid_from), day(new.valid_to));
    let contact = &new.contact;
    tx.execute(
        sql!(
            "UPDATE agencies SET name = $2, name_key = $3, kind = $4, code = $5, parent_id = $6, area = $7,
               former_area = $8, valid_from = $9, valid_to = $10, successor_id = $11, address = $12, phone = $13,
               email = $14, site = $15, hours = $16, source = $17
             WHERE id = $1"
        ),
        values![
            id,
            &new.name,
            &name_key(&new.name),
            new.kind,
            &new.code,
            new.parent,
            new.area,
            &new.former_area,
            &from,
            &to,
            new.successor,
            &contact.address,
            &contact.phone,
            &contact.email,
            &contact.site,
            &contact.hours,
            &new.source
        ],
    )
    .await?;
    Ok(())
}

fn day(date: Option<base::jiff::civil::Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

pub async fn clear_areas(tx: &mut Tx, id: AgencyId) -> Result<()> {
    tx.execute(sql!("DELETE FROM agency_areas WHERE agency_id = $1"), values![id]).await?;
    Ok(())
}

pub async fn insert_area(tx: &mut Tx, id: AgencyId, area: AreaCode) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO agency_areas (area, agency_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
        values![area, id],
    )
    .await?;
    Ok(())
}

pub async fn clear_affairs(tx: &mut Tx, id: AgencyId) -> Result<()> {
    tx.execute(sql!("DELETE FROM agency_affairs WHERE agency_id = $1"), values![id]).await?;
    Ok(())
}

pub async fn insert_affair(tx: &mut Tx, id: AgencyId, affair: &str) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO agency_affairs (agency_id, affair) VALUES ($1, $2) ON CONFLICT DO NOTHING"
        ),
        values![id, affair],
    )
    .await?;
    Ok(())
}

/// In the order of their keys.
pub async fn affairs_of(db: impl Reads, id: AgencyId) -> Result<Vec<String>> {
    let rows: Vec<(String,)> = db
        .all(
            sql!(
                "SELECT affair FROM agency_affairs WHERE agency_id = $1 ORDER BY affair LIMIT 100"
            ),
            values![id],
        )
        .await?;
    Ok(rows.into_iter().map(|(affair,)| affair).collect())
}

/// The body with this id.
pub async fn find(db: impl Reads, id: AgencyId) -> Result<Option<Agency>> {
    db.optional(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// The body with this word in its address.
pub async fn by_slug(db: impl Reads, slug: &str) -> Result<Option<Agency>> {
    db.optional(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies WHERE slug = $1"
        ),
        values![slug],
    )
    .await
}

/// The body with this official code.
pub async fn by_code(db: impl Reads, code: &str) -> Result<Option<Agency>> {
    db.optional(
        sql!(
            "SELECT id, slug, name, kind, code, parent_id, area, former_area, valid_from, valid_to, successor_id,
               address, phone, email, site, hours, source
             FROM agencies WHERE code = $1"
        ),
        values![code],
    )
    .await
}

/// The body with this word in its address or, if there is none, with this official code.
pub async fn by_slug_or_code(db: impl Reads, written: &str) -> Result<Option<(AgencyId,)>> {
    db.optional(
        sql!(
            "SELECT id FROM agencies WHERE slug = $1 OR code = $1
             ORDER BY CASE WHEN slug = $1 THEN 0 ELSE 1 END LIMIT 1"
        ),
        values![written],
    )
    .await
}

/// Id, name and the word in the address.
pub async fn names(db: impl Reads, ids: &[i64]) -> Result<Vec<(AgencyId, String, String)>> {
    db.all(sql!("SELECT id, name, slug FROM agencies WHERE id IN {ids:1}"), values![ids]).await
}

/// Every body that there is or was.
pub async fn count(db: impl Reads) -> Result<i64> {
    let (count,): (i64,) = db.one(sql!("SELECT COUNT(*) FROM agencies"), values![]).await?;
    Ok(count)
}
