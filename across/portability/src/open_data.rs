//! Public lists as CSV (RFC 4180, UTF-8): what `Feature.open_data` of the features that are on names, and nothing else.
use anyhow::Result;
use base::{
    app::App,
    feature::{OPEN_ROWS, OpenTable},
};

/// Every public list of this house, by name.
pub(crate) fn tables(app: &App) -> Vec<OpenTable> {
    let mut tables: Vec<OpenTable> =
        app.features.iter().flat_map(|feature| feature.open_data.iter().copied()).collect();
    tables.sort_by_key(|table| table.name);
    tables
}

/// Where a list is at: nothing written, after the row with this key, or at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reached {
    Start,
    After(i64),
    End,
}

/// The next piece of the file, and where it leaves off. The first begins with the names of the columns.
pub(crate) async fn piece(
    app: &App,
    table: &OpenTable,
    from: Reached,
) -> Result<(Vec<u8>, Reached)> {
    let mut csv = csv::Writer::from_writer(vec![]);
    if from == Reached::Start {
        csv.write_record(table.columns)?;
    }
    let after = match from {
        Reached::After(key) => key,
        Reached::Start | Reached::End => i64::MIN,
    };
    let rows = (table.rows)(app, after).await?;
    let full = i64::try_from(rows.len())? >= OPEN_ROWS;
    let last = rows.last().map(|(key, _)| *key);
    for (_, cells) in rows {
        csv.write_record(cells.iter().map(|cell| harmless(cell)))?;
    }
    let next = last.filter(|_| full).map_or(Reached::End, Reached::After);
    Ok((csv.into_inner()?, next))
}

/// Spreadsheets run what begins like a formula: such a cell gets an apostrophe before it.
fn harmless(cell: &str) -> String {
    let begins_a_formula = cell.starts_with(['=', '+', '@', '\t', '\r'])
        || (cell.starts_with('-') && cell.parse::<f64>().is_err());
    if begins_a_formula { format!("\'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text_and_numbers_stay_numbers() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("@sum", "'@sum"),
            ("-2", "-2"),
            ("-cmd", "'-cmd"),
            ("Jalan rusak, 3 km", "Jalan rusak, 3 km"),
        ];
        for (cell, written) in cases {
            assert_eq!(harmless(cell), written);
        }
    }
}
