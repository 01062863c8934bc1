//! Bodies from a table that someone made elsewhere: row by row, each whole or not at all; the same file twice changes
//! nothing.
use crate::{
    actions,
    table::{COLUMNS, Cells, as_new},
};
use anyhow::Result;
use base::{
    app::App,
    ids::PersonId,
    languages::Words,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
};
use csv::StringRecord;

/// Why a line was not taken; more than this many are only counted.
pub const REJECTED_MAX: usize = 200;

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    pub changed: usize,
    /// They stood here just so.
    pub unchanged: usize,
    /// The first of them, in the file's order.
    pub rejected: Vec<Rejected>,
    pub rejected_count: usize,
}

/// A line that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// As an editor counts: the header is 1.
    pub line: u64,
    pub why: FieldErrors,
}

impl Rejected {
    /// "area: Daerah ini tidak dikenal."
    pub fn reasons(&self, words: &Words) -> Vec<String> {
        let reason = |error: &base::refusal::FieldError| match error.field {
            "" => words.error(error),
            column => format!("{column}: {}", words.error(error)),
        };
        self.why.0.iter().map(reason).collect()
    }
}

enum Became {
    Added,
    Changed,
    Unchanged,
}

/// Brings in a table with at least the columns `name` and `kind`; a header that is wrong rejects all.
pub async fn import(app: &App, text: &str, by: Option<PersonId>) -> Result<Imported> {
    let mut done = Imported::default();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = match reader.headers().map_err(|_| "error-import-table").and_then(columns) {
        Ok(header) => header,
        Err(key) => {
            done.reject(1, FieldErrors::one("", key));
            return Ok(done);
        }
    };
    let mut records: Vec<Record> = reader.records().collect();
    // A body may stand before the one it belongs to or goes over into: what was refused is tried again while that helps.
    loop {
        let before = records.len();
        let left = pass(app, (&header, records), &mut done, by).await?;
        if left.is_empty() || left.len() == before {
            for (record, why) in left {
                done.reject(line_of(&record), why);
            }
            return Ok(done);
        }
        records = left.into_iter().map(|(record, _)| record).collect();
    }
}

type Record = Result<StringRecord, csv::Error>;

/// Once over the lines; hands over those that were refused.
async fn pass(
    app: &App,
    (header, records): (&[&'static str], Vec<Record>),
    done: &mut Imported,
    by: Option<PersonId>,
) -> Result<Vec<(Record, FieldErrors)>> {
    let mut left = vec![];
    for record in records {
        let kept = match &record {
            Ok(record) if record.len() == header.len() => {
                one(app, &Cells::of(header, record), by).await
            }
            Ok(_) => Err(refused("error-import-columns")),
            Err(_) => Err(refused("error-import-table")),
        };
        match kept {
            Ok(became) => done.count(became),
            Err(Failure::Refused(Refusal::Invalid(why))) => left.push((record, why)),
            Err(Failure::Refused(_)) => {
                left.push((record, FieldErrors::one("", "error-import-row")));
            }
            Err(Failure::Fault(error)) => return Err(error),
        }
    }
    Ok(left)
}

fn refused(key: &'static str) -> Failure {
    Refusal::Invalid(FieldErrors::one("", key)).into()
}

/// A line that cannot be read stands where reading stopped.
fn line_of(record: &Record) -> u64 {
    let position = match record {
        Ok(record) => record.position(),
        Err(error) => error.position(),
    };
    position.map_or(0, csv::Position::line)
}

/// The header's columns, each known and none twice.
fn columns(header: &StringRecord) -> Result<Vec<&'static str>, &'static str> {
    let mut found: Vec<&'static str> = vec![];
    for name in header {
        let name = name.trim().to_lowercase();
        match COLUMNS.iter().find(|column| **column == name) {
            Some(column) if !found.contains(column) => found.push(column),
            _ => return Err("error-import-header"),
        }
    }
    let has_both = ["name", "kind"].iter().all(|needed| found.contains(needed));
    if has_both { Ok(found) } else { Err("error-import-header") }
}

/// One line, in a transaction of its own.
async fn one(app: &App, cells: &Cells, by: Option<PersonId>) -> Outcome<Became> {
    let mut tx = app.db.begin().await?;
    let Some(meant) = cells.meant(&mut tx).await? else {
        let new = cells.read(&mut tx, None).await?;
        actions::add(app, &mut tx, new, by).await?;
        tx.commit().await?;
        return Ok(Became::Added);
    };
    let old = as_new(&mut tx, &meant).await?;
    let new = cells.read(&mut tx, Some(&old)).await?;
    if new == old {
        return Ok(Became::Unchanged);
    }
    actions::change(app, &mut tx, (meant.id, new), by).await?;
    tx.commit().await?;
    Ok(Became::Changed)
}

impl Imported {
    fn count(&mut self, became: Became) {
        match became {
            Became::Added => self.added += 1,
            Became::Changed => self.changed += 1,
            Became::Unchanged => self.unchanged += 1,
        }
    }

    fn reject(&mut self, line: u64, why: FieldErrors) {
        self.rejected_count += 1;
        if self.rejected.len() < REJECTED_MAX {
            self.rejected.push(Rejected { line, why });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_has_known_columns_once_and_both_that_every_body_needs() {
        let read = |header: &[&str]| columns(&StringRecord::from(header.to_vec()));
        assert_eq!(read(&[" Name", "kind"]), Ok(vec!["name", "kind"]));
        for wrong in [&["name"][..], &["name", "kind", "name"], &["name", "kind", "colour"]] {
            assert_eq!(read(wrong), Err("error-import-header"), "{wrong:?}");
        }
    }
}
