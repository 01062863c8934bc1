//! Rows of public lists as a statement makes them ready.
use crate::{
    app::App,
    db::{FromRow, Row},
    feature::OpenRows,
    ids::short,
    languages::Lang,
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

/// As `OpenTable::rows` hands them over: the ids as addresses write them, the cells, and where each row can be read.
pub fn rows(app: &App, lines: Vec<OpenLine>, path: impl Fn(&OpenLine) -> String) -> OpenRows {
    let row = |line: OpenLine| {
        let address = app.link(Lang::INDONESIAN, &path(&line));
        let mut row = vec![short(line.id), short(line.of)];
        row.extend(line.cells);
        row.push(address);
        (line.id, row)
    };
    lines.into_iter().map(row).collect()
}

impl OpenLine {
    /// The first text: a name or a word in addresses.
    pub fn first(&self) -> &str {
        self.cells.first().map_or("", String::as_str)
    }
}
