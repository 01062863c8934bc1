//! Everything the house holds of one person, as one file: found by the schema, so that a new table is in it at once.
//!
//! Columns that name people are known by their names (see docs/adr/2026-11-24-own-data-by-the-schema.md, and the test
//! that looks for a person's number in every column of the demonstration). Secrets are left out, and so are the numbers
//! of other people: UU 27/2022 art. 33.
use super::{account::check_password, account::note};
use crate::own_data::{OwnData, OwnTable, is_secret, names_a_person, readable};
use anyhow::Result;
use base::{
    app::App,
    db::{Piece, Table},
    ids::PersonId,
    refusal::Outcome,
    visitor::SignedIn,
};
use tokio::sync::mpsc;

/// Rows of one table at most: whoever has more is answered by the desk.
const ROWS_MAX: usize = 20_000;

/// Collects one's own data; asks for the password, because the file holds everything.
pub async fn own_data(app: &App, person: &SignedIn, password: &str) -> Outcome<OwnData> {
    check_password(app, person, password).await?;
    let data = collect(app, person.id).await?;
    let mut tx = app.db.begin().await?;
    note(app, &mut tx, person.id, "person.took-own-data").await?;
    tx.commit().await?;
    Ok(data)
}

pub(crate) async fn collect(app: &App, person: PersonId) -> Result<OwnData> {
    let wanted: Vec<Table> =
        app.db.shapes().await?.into_iter().filter_map(|table| of_person(table, person)).collect();
    let (to, mut pieces) = mpsc::channel(4);
    let db = app.db.clone();
    let reading = tokio::spawn(async move { db.read_whole(wanted, to).await });
    let (mut tables, mut shape): (Vec<OwnTable>, Option<Table>) = (vec![], None);
    while let Some(piece) = pieces.recv().await {
        match piece {
            Piece::Table(table) => {
                tables.push(OwnTable::named(&table));
                shape = Some(table);
            }
            Piece::Rows(rows) => {
                let (Some(table), Some(shape)) = (tables.last_mut(), &shape) else { continue };
                for row in rows.iter().take(ROWS_MAX.saturating_sub(table.rows.len())) {
                    table.rows.push(readable(shape, row, person, app.config.zone));
                }
            }
        }
    }
    reading.await??;
    tables.retain(|table| !table.rows.is_empty());
    Ok(OwnData { house: app.config.name.clone(), made_at: app.now(), person, tables })
}

/// The rows of a table that name this person; `None` for a table that names nobody.
fn of_person(mut table: Table, person: PersonId) -> Option<Table> {
    let naming: Vec<String> = table
        .columns
        .iter()
        .filter(|(column, kind)| kind == "integer" && names_a_person(&table.name, column))
        .map(|(column, _)| column.clone())
        .collect();
    if naming.is_empty() {
        return None;
    }
    table.columns.retain(|(column, _)| !is_secret(column));
    Some(table.only(naming, person.0))
}
