//! Offices and those who held them.
use crate::office::{Holder, NewTerm, Office, Term};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, OfficeId, OfficeTermId, PersonId},
    jiff::{Timestamp, civil::Date},
    sql, values,
};

/// False when the body has an office of that name.
pub async fn insert_office(tx: &mut Tx, office: &Office, at: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO offices (id, agency_id, title, at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT DO NOTHING"
            ),
            values![office.id, office.agency, &office.title, at],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn office(db: impl Reads, id: OfficeId) -> Result<Option<Office>> {
    db.optional(sql!("SELECT id, agency_id, title FROM offices WHERE id = $1"), values![id]).await
}

/// In the order in which they were added.
pub async fn offices(db: impl Reads, agency: AgencyId) -> Result<Vec<Office>> {
    db.all(
        sql!("SELECT id, agency_id, title FROM offices WHERE agency_id = $1 ORDER BY id LIMIT 200"),
        values![agency],
    )
    .await
}

pub async fn insert_term(
    tx: &mut Tx,
    (id, office): (OfficeTermId, OfficeId),
    new: &NewTerm,
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let (from, to, known_on) = (day(new.from), day(new.to), day(new.known_on));
    tx.execute(
        sql!(
            "INSERT INTO office_terms (id, office_id, name, person_id, from_day, until_day, known_on, source, at,
               noted_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        values![id, office, &new.name, new.person, &from, &to, &known_on, &new.source, at, by],
    )
    .await?;
    Ok(())
}

/// Whose other term in this office shares more than a day of handing over with these days.
pub async fn overlapping(
    db: impl Reads,
    (office, except): (OfficeId, Option<OfficeTermId>),
    (first, last): (Date, Option<Date>),
) -> Result<Option<(String,)>> {
    let (first, last) = (first.to_string(), last.map_or("9999-12-31".into(), |d| d.to_string()));
    db.optional(
        sql!(
            "SELECT name FROM office_terms
             WHERE office_id = $1 AND id <> $4 AND COALESCE(from_day, known_on) < $3
               AND COALESCE(until_day, known_on, '9999-12-31') > $2
             LIMIT 1"
        ),
        values![office, &first, &last, except.unwrap_or(OfficeTermId(0))],
    )
    .await
}

pub async fn update_office(
    tx: &mut Tx,
    (id, agency): (OfficeId, AgencyId),
    title: &str,
) -> Result<()> {
    tx.execute(
        sql!("UPDATE offices SET title = $3 WHERE id = $1 AND agency_id = $2"),
        values![id, agency, title],
    )
    .await?;
    Ok(())
}

/// False while somebody is known to have held it.
pub async fn delete_office(tx: &mut Tx, id: OfficeId) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "DELETE FROM offices
                 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM office_terms WHERE office_id = $1)"
            ),
            values![id],
        )
        .await?;
    Ok(rows == 1)
}

/// False when it is another body's.
pub async fn update_term(
    tx: &mut Tx,
    (id, agency): (OfficeTermId, AgencyId),
    (office, new): (OfficeId, &NewTerm),
) -> Result<bool> {
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let (from, to, known_on) = (day(new.from), day(new.to), day(new.known_on));
    let rows = tx
        .execute(
            sql!(
                "UPDATE office_terms SET office_id = $3, name = $4, from_day = $5, until_day = $6, known_on = $7, source = $8
                 WHERE id = $1 AND office_id IN (SELECT id FROM offices WHERE agency_id = $2)"
            ),
            values![id, agency, office, &new.name, &from, &to, &known_on, &new.source],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn delete_term(tx: &mut Tx, id: OfficeTermId) -> Result<bool> {
    Ok(tx.execute(sql!("DELETE FROM office_terms WHERE id = $1"), values![id]).await? == 1)
}

/// Ends a term that goes on; false when it ended already, is another body's or began later.
pub async fn end_term(
    tx: &mut Tx,
    (id, agency): (OfficeTermId, AgencyId),
    on: Date,
) -> Result<bool> {
    let on = on.to_string();
    let rows = tx
        .execute(
            sql!(
                "UPDATE office_terms SET until_day = $3
                 WHERE id = $1 AND until_day IS NULL AND COALESCE(from_day, $3) <= $3
                   AND COALESCE(known_on, $3) <= $3
                   AND office_id IN (SELECT id FROM offices WHERE agency_id = $2)"
            ),
            values![id, agency, &on],
        )
        .await?;
    Ok(rows == 1)
}

/// Of every office of the body, the latest first.
pub async fn terms(db: impl Reads, agency: AgencyId) -> Result<Vec<Term>> {
    db.all(
        sql!(
            "SELECT t.id, t.office_id, t.name, t.person_id, t.from_day, t.until_day, t.known_on, t.source
             FROM office_terms AS t JOIN offices AS o ON o.id = t.office_id
             WHERE o.agency_id = $1
             ORDER BY COALESCE(t.from_day, t.known_on) DESC, t.id DESC LIMIT 500"
        ),
        values![agency],
    )
    .await
}

/// Those who held an office of the body on that day, by office. The same answer for ever, unless a term is noted later.
pub async fn holders_on(db: impl Reads, agency: AgencyId, day: Date) -> Result<Vec<Holder>> {
    let day = day.to_string();
    db.all(
        sql!(
            "SELECT o.id, o.title, t.name, t.person_id, t.from_day, t.until_day, t.known_on, t.source
             FROM offices AS o JOIN office_terms AS t ON t.office_id = o.id
             WHERE o.agency_id = $1 AND COALESCE(t.from_day, t.known_on) <= $2
               AND COALESCE(t.until_day, t.known_on, '9999-12-31') >= $2
             ORDER BY o.id, t.id LIMIT 200"
        ),
        values![agency, &day],
    )
    .await
}
