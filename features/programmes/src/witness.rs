//! What a story is compared with to find the activity that it tells of.
use crate::store;
use anyhow::Result;
use base::{db::Db, ids::ActivityId, jiff::civil::Date};
use std::collections::HashMap;

/// An activity as a story may name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub id: ActivityId,
    pub venue: Option<String>,
    /// Of its programme.
    pub acronym: Option<String>,
}

/// More activities of one day are not compared.
const HELD_MAX: i64 = 500;

/// The activities whose days hold this one.
pub async fn held_on(db: &Db, day: Date) -> Result<Vec<Held>> {
    let rows = store::activities_on(db, day, HELD_MAX).await?;
    let programmes: Vec<i64> = rows.iter().map(|row| row.programme.0).collect();
    let programmes = store::programmes_by_ids(db, &programmes).await?;
    let acronyms: HashMap<_, _> = programmes.into_iter().map(|row| (row.id, row.acronym)).collect();
    let held = rows.into_iter().map(|row| Held {
        id: row.id,
        venue: row.venue,
        acronym: acronyms.get(&row.programme).cloned().flatten(),
    });
    Ok(held.collect())
}

/// The days on which activities were held, for those who compare all of them.
pub async fn days_held(db: &Db) -> Result<Vec<Date>> {
    store::days(db).await
}
