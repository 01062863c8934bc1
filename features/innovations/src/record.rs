//! What is noted of an innovation as it goes on: stages with their documents, indicators and observations, checks,
//! awards. Each is a row that stays.
use crate::{
    figure::Figure,
    innovation::{LINE_LETTERS_MAX, Level, Stage, State, choice, optional_line, year},
};
use base::{jiff::civil::Date, refusal::FieldErrors, web::Fields};

/// A step of its life: on, back, or out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStage {
    pub stage: Stage,
    pub on: Date,
    pub document: Option<String>,
    pub document_number: Option<String>,
    pub document_link: Option<String>,
    pub note: Option<String>,
}

/// What is measured, where it began, where it is to get to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIndicator {
    pub name: String,
    pub unit: String,
    pub baseline: Option<Baseline>,
    pub target: Option<Figure>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    pub value: Figure,
    pub on: Date,
    pub source: String,
}

/// A value on a day. On one day the one noted last holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewObservation {
    pub value: Figure,
    pub on: Date,
    pub source: String,
}

/// Somebody looked whether it still runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheck {
    pub state: State,
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAward {
    pub year: i64,
    pub level: Level,
    /// The award, or the part that it took: "Top 99 KIPP".
    pub title: String,
    pub source: String,
    pub link: Option<String>,
}

impl NewStage {
    pub fn read(fields: &Fields, today: Date, errors: &mut FieldErrors) -> Option<NewStage> {
        let stage = choice(Stage::parse, fields, "stage", errors);
        let on = day(fields, "on", today, errors);
        let document = optional_line(fields, "document", errors);
        let document_number = optional_line(fields, "document_number", errors);
        let document_link = link(fields, "document_link", errors);
        let note = optional_line(fields, "note", errors);
        // What became the rule of the house or came to an end has a paper or a reason.
        match stage {
            Some(Stage::Institutional) if document.is_none() => {
                errors.add("document", "error-innovation-document");
            }
            Some(Stage::Stopped) if note.is_none() => {
                errors.add("note", "error-innovation-stop-reason");
            }
            _ => {}
        }
        let stage =
            NewStage { stage: stage?, on: on?, document, document_number, document_link, note };
        errors.is_empty().then_some(stage)
    }
}

impl NewIndicator {
    pub fn read(fields: &Fields, today: Date, errors: &mut FieldErrors) -> Option<NewIndicator> {
        let name = fields.required_line("name", LINE_LETTERS_MAX, errors);
        let unit = fields.required_line("unit", 60, errors);
        let target = optional_figure(fields, "target", errors);
        let names = ["baseline", "baseline_on", "baseline_source"];
        let baseline = if names.iter().any(|name| fields.filled(name)) {
            let value = figure(fields, "baseline", errors);
            let on = day(fields, "baseline_on", today, errors);
            let source = fields.required_line("baseline_source", LINE_LETTERS_MAX, errors);
            value.zip(on).map(|(value, on)| Baseline { value, on, source })
        } else {
            None
        };
        errors.is_empty().then_some(NewIndicator { name, unit, baseline, target })
    }
}

impl NewObservation {
    pub fn read(fields: &Fields, today: Date, errors: &mut FieldErrors) -> Option<NewObservation> {
        let value = figure(fields, "value", errors);
        let on = day(fields, "on", today, errors);
        let source = fields.required_line("source", LINE_LETTERS_MAX, errors);
        let observation = NewObservation { value: value?, on: on?, source };
        errors.is_empty().then_some(observation)
    }
}

impl NewCheck {
    pub fn read(fields: &Fields, errors: &mut FieldErrors) -> Option<NewCheck> {
        let state = choice(State::parse, fields, "state", errors);
        let check = NewCheck { note: optional_line(fields, "note", errors), state: state? };
        errors.is_empty().then_some(check)
    }
}

impl NewAward {
    pub fn read(fields: &Fields, this_year: i64, errors: &mut FieldErrors) -> Option<NewAward> {
        if !fields.filled("year") {
            errors.add("year", "error-empty");
        }
        let year = year(fields, "year", this_year, errors);
        let level = choice(Level::parse, fields, "level", errors);
        let title = fields.required_line("title", LINE_LETTERS_MAX, errors);
        let source = fields.required_line("source", LINE_LETTERS_MAX, errors);
        let link = link(fields, "link", errors);
        let award = NewAward { year: year?, level: level?, title, source, link };
        errors.is_empty().then_some(award)
    }
}

fn figure(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Figure> {
    let written = fields.line(name);
    let figure = Figure::read(&written);
    if figure.is_none() {
        let key = if written.is_empty() { "error-empty" } else { "error-innovation-figure" };
        errors.add(name, key);
    }
    figure
}

fn optional_figure(
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<Figure> {
    fields.filled(name).then(|| figure(fields, name, errors)).flatten()
}

/// A day that has been.
pub(crate) fn day(
    fields: &Fields,
    name: &'static str,
    today: Date,
    errors: &mut FieldErrors,
) -> Option<Date> {
    let written = fields.line(name);
    let day: Option<Date> = written.parse().ok();
    match day {
        None if written.is_empty() => errors.add(name, "error-empty"),
        None => errors.add(name, "error-innovation-date"),
        Some(day) if day > today => errors.add(name, "error-innovation-future"),
        Some(_) => {}
    }
    day
}

pub(crate) fn optional_day(
    fields: &Fields,
    name: &'static str,
    today: Date,
    errors: &mut FieldErrors,
) -> Option<Date> {
    fields.filled(name).then(|| day(fields, name, today, errors)).flatten()
}

/// An address on the web; a page shows it as a link, so nothing else is taken.
fn link(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<String> {
    let link = optional_line(fields, name, errors)?;
    let on_the_web = link.starts_with("https://") || link.starts_with("http://");
    if !on_the_web || link.contains([' ', '"', '<', '>']) {
        errors.add(name, "error-innovation-link");
    }
    Some(link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::jiff::civil::date;

    const TODAY: Date = date(2026, 11, 24);

    fn wrong(read: impl Fn(&mut FieldErrors)) -> Vec<&'static str> {
        let mut errors = FieldErrors::default();
        read(&mut errors);
        errors.0.iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_stop_has_a_reason_and_a_rule_has_a_document() {
        let cases = [
            (vec![("stage", "stopped"), ("on", "2026-01-02")], vec!["note"]),
            (vec![("stage", "institutional"), ("on", "2026-01-02")], vec!["document"]),
            (vec![("stage", "trial"), ("on", "2026-11-25")], vec!["on"]),
            (vec![("stage", "trial"), ("on", "2026-11-24")], vec![]),
            (
                vec![("stage", "trial"), ("on", "2026-11-24"), ("document_link", "javascript:1")],
                vec!["document_link"],
            ),
        ];
        for (pairs, fields) in cases {
            let read = |errors: &mut FieldErrors| {
                NewStage::read(&Fields::from_pairs(&pairs), TODAY, errors);
            };
            assert_eq!(wrong(read), fields, "{pairs:?}");
        }
    }

    #[test]
    fn a_baseline_is_whole_or_absent() {
        let cases = [
            (vec![("name", "Anak"), ("unit", "anak")], vec![]),
            (
                vec![("name", "Anak"), ("unit", "anak"), ("baseline", "12.5")],
                vec!["baseline", "baseline_on", "baseline_source"],
            ),
        ];
        for (pairs, fields) in cases {
            let read = |errors: &mut FieldErrors| {
                NewIndicator::read(&Fields::from_pairs(&pairs), TODAY, errors);
            };
            assert_eq!(wrong(read), fields, "{pairs:?}");
        }
    }
}
