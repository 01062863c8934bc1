//! Responses from a table that is pasted: good lines are kept, the others reported by number and reason; the same table
//! twice adds nothing where it has keys. The columns are told in docs/guides/import.md.
use crate::{
    actions::{self, Act, RESPONSES_MAX},
    instrument::{ABOUT, ELEMENTS, Instrument},
    response::{KEY_LETTERS_MAX, Response, Source},
    round::Round,
    store,
};
use base::{
    app::App,
    ids::SurveyRoundId,
    languages::Words,
    refusal::{FieldErrors, Outcome},
    visitor::SignedIn,
    web::Fields,
};
use csv::StringRecord;

/// Lines of one table.
const LINES_MAX: usize = 5000;
/// Why a line was not taken; more than this many are only counted.
const REJECTED_MAX: usize = 200;

/// What became of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    /// Their keys were known.
    pub known: usize,
    /// Line as an editor counts (the header is 1) and why.
    pub rejected: Vec<(u64, FieldErrors)>,
    pub rejected_count: usize,
}

/// The columns, in the order in which they are told.
pub fn columns() -> Vec<&'static str> {
    let mut columns = vec!["key"];
    columns.extend(ELEMENTS);
    columns.push("trust");
    columns.extend(ABOUT);
    columns.push("kind");
    columns
}

pub(crate) async fn import(
    app: &App,
    by: &SignedIn,
    id: SurveyRoundId,
    text: &str,
) -> Outcome<Imported> {
    let mut tx = app.db.begin().await?;
    let round = actions::open_round(&mut tx, id).await?;
    actions::must_manage(by, round.agency, round.provider)?;
    let instrument = Instrument::kept(app, &round.rules)?;
    let room = RESPONSES_MAX - store::responses(&mut tx, id).await?;
    let (mut done, lines) = read(text, (&round, &instrument));
    let act = Act::now(app, Some(by.id));
    for (line, response, key) in lines {
        if i64::try_from(done.added).is_ok_and(|added| added >= room) {
            done.reject(line, FieldErrors::one("", "refusal-survey-full"));
            continue;
        }
        let key = key.map(|key| format!("key:{key}"));
        let how = (Source::Import, key.as_deref());
        match actions::record_response(app, &mut tx, (round.id, &response), how, act).await? {
            true => done.added += 1,
            false => done.known += 1,
        }
    }
    tx.commit().await?;
    Ok(done)
}

type Line = (u64, Response, Option<String>);

/// The good lines; what is wrong with the others stands in the report.
fn read(text: &str, of: (&Round, &Instrument)) -> (Imported, Vec<Line>) {
    let (mut done, mut lines) = (Imported::default(), vec![]);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let header = match reader.headers().map_err(|_| "error-import-table").and_then(known_columns) {
        Ok(header) => header,
        Err(key) => {
            done.reject(1, FieldErrors::one("", key));
            return (done, lines);
        }
    };
    for (index, record) in reader.records().enumerate() {
        let position = match &record {
            Ok(record) => record.position(),
            Err(error) => error.position(),
        };
        let number = position.map_or(0, csv::Position::line);
        let read = match record {
            _ if index >= LINES_MAX => Err(FieldErrors::one("", "error-survey-lines")),
            Ok(record) if record.len() == header.len() => one(&header, &record, of),
            Ok(_) => Err(FieldErrors::one("", "error-import-columns")),
            Err(_) => Err(FieldErrors::one("", "error-import-table")),
        };
        match read {
            Ok((response, key)) => lines.push((number, response, key)),
            Err(why) => done.reject(number, why),
        }
    }
    (done, lines)
}

fn one(
    header: &[&'static str],
    record: &StringRecord,
    of: (&Round, &Instrument),
) -> Result<(Response, Option<String>), FieldErrors> {
    let pairs: Vec<(&str, &str)> = header.iter().copied().zip(record.iter()).collect();
    let fields = Fields::from_pairs(&pairs);
    let mut errors = FieldErrors::default();
    let response = Response::read(&fields, of, &mut errors);
    let key = Some(fields.line("key")).filter(|key| !key.is_empty());
    if key.as_ref().is_some_and(|key| key.chars().count() > KEY_LETTERS_MAX) {
        errors.add("key", "error-survey-key");
    }
    if errors.is_empty() { Ok((response, key)) } else { Err(errors) }
}

/// Spreadsheets write a comma, a semicolon or a tab between cells.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |sign: u8| header.bytes().filter(|byte| *byte == sign).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',')
}

/// The header's columns, each known and none twice, all nine elements among them.
fn known_columns(header: &StringRecord) -> Result<Vec<&'static str>, &'static str> {
    let known = columns();
    let mut found: Vec<&'static str> = vec![];
    for name in header {
        let name = name.trim().to_lowercase();
        match known.iter().find(|column| **column == name) {
            Some(column) if !found.contains(column) => found.push(column),
            _ => return Err("error-survey-header"),
        }
    }
    let all = ELEMENTS.iter().all(|element| found.contains(element));
    if all { Ok(found) } else { Err("error-survey-header") }
}

impl Imported {
    fn reject(&mut self, line: u64, why: FieldErrors) {
        self.rejected_count += 1;
        if self.rejected.len() < REJECTED_MAX {
            self.rejected.push((line, why));
        }
    }

    /// Lines with their reasons: "waktu: Isi dengan 1, 2, 3, atau 4."
    pub fn reasons(&self, words: &Words) -> Vec<(u64, String)> {
        let reason = |error: &base::refusal::FieldError| match error.field {
            "" => words.error(error),
            column => format!("{column}: {}", words.error(error)),
        };
        let line = |(line, why): &(u64, FieldErrors)| {
            (*line, why.0.iter().map(reason).collect::<Vec<_>>().join(" "))
        };
        self.rejected.iter().map(line).collect()
    }
}
