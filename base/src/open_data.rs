//! Rows of public lists as a statement makes them ready.
use crate::{
    db::{FromRow, Row},
    ids::short,
};
use anyhow::Result;

/// A row of a public list: what it is, what it belongs to, and a text for each further column. A statement for it selects the
/// two numbers and then nothing but texts; what is missing is an empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLine {
    pub id: i64,
    /// The page that the row can be read on.
    pub of: i64,
    pub cells: Vec<String>,
}

impl FromRow for OpenLine {
    fn from_row(row: &Row) -> Result<OpenLine> {
        let text = |index| Ok(row.get::<Option<String>>(index)?.unwrap_or_default());
        let cells = (2..row.columns()).map(text).collect::<Result<_>>()?;
        Ok(OpenLine { id: row.get(0)?, of: row.get(1)?, cells })
    }
}

impl OpenLine {
    /// As `OpenTable::rows` hands it over: the ids as addresses write them, the cells, and where the row can be read.
    pub fn row(self, address: &str) -> (i64, Vec<String>) {
        let mut row = vec![short(self.id), short(self.of)];
        row.extend(self.cells);
        row.push(address.to_owned());
        (self.id, row)
    }
}
