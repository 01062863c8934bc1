//! Occasions.
use crate::section::NewOccasion;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AreaCode, OccasionId},
    row, sql, values,
};
use jiff::civil::Date;

row! {
    /// A happening, as its page shows it.
    #[derive(Debug, Clone)]
    pub struct OccasionRow {
        pub id: OccasionId,
        pub name: String,
        pub first_date: Option<Date>,
        pub last_date: Option<Date>,
        pub area: Option<AreaCode>,
        pub venue: Option<String>,
        pub about: Option<String>,
    }
}

pub async fn insert_occasion(tx: &mut Tx, id: OccasionId, new: &NewOccasion) -> Result<()> {
    let first = new.first_date.map(|date| date.to_string());
    let last = new.last_date.map(|date| date.to_string());
    tx.execute(
        sql!(
            "INSERT INTO occasions (id, name, first_date, last_date, area, venue, about)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![id, &new.name, &first, &last, new.area, &new.venue, &new.about],
    )
    .await?;
    Ok(())
}

pub async fn occasion(db: impl Reads, id: OccasionId) -> Result<Option<OccasionRow>> {
    db.optional(
        sql!(
            "SELECT id, name, first_date, last_date, area, venue, about FROM occasions WHERE id = $1"
        ),
        values![id],
    )
    .await
}
