//! Innovations and their editions.
use crate::innovation::{
    AdaptedFrom, Initiator, Medium, NewInnovation, Origin, Part, SourceLine, Stage, State, Telling,
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    feature::Key,
    ids::{AgencyId, AreaCode, InnovationId, PersonId, ServiceUnitId},
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// An innovation as lists show it.
    #[derive(Debug, Clone)]
    pub struct InnovationRow {
        pub id: InnovationId,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub agency: AgencyId,
        pub unit: Option<ServiceUnitId>,
        pub area: Option<AreaCode>,
        pub is_example: bool,
        pub edition: i64,
        pub name: String,
        pub affair: Option<String>,
        pub year_begun: Option<i64>,
        pub stage: Option<Stage>,
        pub state: Option<State>,
        pub verified_at: Option<Timestamp>,
        pub verified_by: Option<PersonId>,
        pub summary: String,
    }
}

impl InnovationRow {
    pub fn path(&self) -> String {
        crate::innovation::path(self.id, &self.name)
    }

    pub fn key(&self) -> Key {
        Key { at_us: self.at.as_microsecond(), id: self.id.0 }
    }
}

row! {
    /// An edition without its texts.
    #[derive(Debug, Clone)]
    pub struct EditionRow {
        pub id: i64,
        pub number: i64,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub why: Option<String>,
        pub name: String,
        pub summary: String,
        pub year_begun: Option<i64>,
        pub initiator: Option<Initiator>,
        pub origin: Option<Origin>,
        pub adapted_id: Option<InnovationId>,
        pub adapted_from: Option<String>,
        pub affair: Option<String>,
        pub medium: Option<Medium>,
        pub rules: String,
    }
}

impl EditionRow {
    pub fn telling(&self, texts: Vec<(Part, String)>) -> Telling {
        Telling {
            name: self.name.clone(),
            summary: self.summary.clone(),
            year_begun: self.year_begun,
            initiator: self.initiator,
            origin: self.origin,
            adapted: AdaptedFrom { here: self.adapted_id, elsewhere: self.adapted_from.clone() },
            affair: self.affair.clone(),
            medium: self.medium,
            texts: texts.into_iter().collect(),
        }
    }
}

/// False when the body has one of this name.
pub async fn insert_innovation(
    tx: &mut Tx,
    (id, new, area): (InnovationId, &NewInnovation, Option<AreaCode>),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<bool> {
    let telling = &new.telling;
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO innovations (id, at, person_id, agency_id, unit_id, area, is_example, edition, name, affair, year_begun)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10) ON CONFLICT DO NOTHING"
            ),
            values![
                id,
                at,
                by,
                new.agency,
                new.unit,
                area,
                new.is_example,
                &telling.name,
                &telling.affair,
                telling.year_begun
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_area(
    tx: &mut Tx,
    area: AreaCode,
    at: Timestamp,
    id: InnovationId,
) -> Result<()> {
    tx.execute(
        sql!("INSERT INTO innovation_areas (area, at, innovation_id) VALUES ($1, $2, $3)"),
        values![area, at, id],
    )
    .await?;
    Ok(())
}

/// An edition's place: its own id, its innovation, its number.
pub type EditionPlace = (i64, InnovationId, i64);

pub async fn insert_edition(
    tx: &mut Tx,
    (edition, innovation, number): EditionPlace,
    (telling, rules, why): (&Telling, &str, Option<&str>),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO innovation_editions (id, innovation_id, number, at, person_id, why, name, summary, year_begun,
               initiator, origin, adapted_id, adapted_from, affair, digital, rules)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
        ),
        values![
            edition,
            innovation,
            number,
            at,
            by,
            why,
            &telling.name,
            &telling.summary,
            telling.year_begun,
            telling.initiator,
            telling.origin,
            telling.adapted.here,
            &telling.adapted.elsewhere,
            &telling.affair,
            telling.medium,
            rules
        ],
    )
    .await?;
    for (part, text) in &telling.texts {
        tx.execute(
            sql!("INSERT INTO innovation_texts (edition_id, part, text) VALUES ($1, $2, $3)"),
            values![edition, *part, text],
        )
        .await?;
    }
    Ok(())
}

/// Shows a new edition in place of number `from`; false when someone else was quicker.
pub async fn turn_to_edition(
    tx: &mut Tx,
    id: InnovationId,
    from: i64,
    telling: &Telling,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE innovations SET edition = $2 + 1, name = $3, affair = $4, year_begun = $5
                 WHERE id = $1 AND edition = $2"
            ),
            values![id, from, &telling.name, &telling.affair, telling.year_begun],
        )
        .await?;
    Ok(rows == 1)
}

/// Another innovation of the body that has this name.
pub async fn named(db: impl Reads, agency: AgencyId, name: &str) -> Result<Option<InnovationId>> {
    let found: Option<(InnovationId,)> = db
        .optional(
            sql!("SELECT id FROM innovations WHERE agency_id = $1 AND name = $2"),
            values![agency, name],
        )
        .await?;
    Ok(found.map(|(id,)| id))
}

pub async fn insert_source(
    tx: &mut Tx,
    (id, position): (InnovationId, i64),
    source: &SourceLine,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO innovation_sources (innovation_id, position, title, link) VALUES ($1, $2, $3, $4)"
        ),
        values![id, position, &source.title, &source.link],
    )
    .await?;
    Ok(())
}

pub async fn sources(db: impl Reads, id: InnovationId) -> Result<Vec<(String, Option<String>)>> {
    db.all(
        sql!(
            "SELECT title, link FROM innovation_sources WHERE innovation_id = $1 ORDER BY position"
        ),
        values![id],
    )
    .await
}

pub async fn find(db: impl Reads, id: InnovationId) -> Result<Option<InnovationRow>> {
    db.optional(
        sql!(
            "SELECT i.id, i.at, i.person_id, i.agency_id, i.unit_id, i.area, i.is_example, i.edition, i.name, i.affair,
               i.year_begun, i.stage, i.state, i.verified_at, i.verified_by, e.summary
             FROM innovations i JOIN innovation_editions e ON e.innovation_id = i.id AND e.number = i.edition
             WHERE i.id = $1"
        ),
        values![id],
    )
    .await
}

pub async fn editions(db: impl Reads, id: InnovationId) -> Result<Vec<EditionRow>> {
    db.all(
        sql!(
            "SELECT id, number, at, person_id, why, name, summary, year_begun, initiator, origin, adapted_id,
               adapted_from, affair, digital, rules
             FROM innovation_editions WHERE innovation_id = $1 ORDER BY number DESC LIMIT 200"
        ),
        values![id],
    )
    .await
}

pub async fn edition(db: impl Reads, id: InnovationId, number: i64) -> Result<Option<EditionRow>> {
    db.optional(
        sql!(
            "SELECT id, number, at, person_id, why, name, summary, year_begun, initiator, origin, adapted_id,
               adapted_from, affair, digital, rules
             FROM innovation_editions WHERE innovation_id = $1 AND number = $2"
        ),
        values![id, number],
    )
    .await
}

pub async fn texts(db: impl Reads, edition: i64) -> Result<Vec<(Part, String)>> {
    db.all(sql!("SELECT part, text FROM innovation_texts WHERE edition_id = $1"), values![edition])
        .await
}
