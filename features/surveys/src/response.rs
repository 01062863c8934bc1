//! What one respondent answered: nine marks, how much they trust the service, and a little about themselves if they like.
use crate::{
    instrument::{ABOUT, ELEMENTS, Instrument},
    round::Round,
    score::COUNT,
};
use base::{refusal::FieldErrors, text_enum, web::Fields};

/// Longest key of a row.
pub const KEY_LETTERS_MAX: usize = 60;

text_enum! {
    /// How it came.
    pub enum Source {
        Online = "online",
        Paper = "paper",
        Import = "import",
    }
}

/// One filled questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Response {
    /// In the order of `ELEMENTS`.
    pub marks: [i64; COUNT],
    pub trust: Option<i64>,
    /// In the order of `ABOUT`.
    pub about: [Option<String>; 5],
    /// What they came for, of the round's list.
    pub kind: Option<String>,
}

impl Response {
    /// Reads a form or a line of a table; what is wrong is added to `errors`.
    pub fn read(
        fields: &Fields,
        (round, instrument): (&Round, &Instrument),
        errors: &mut FieldErrors,
    ) -> Response {
        let mut response = Response::default();
        let max = instrument.mark_max();
        for (place, slug) in ELEMENTS.iter().enumerate() {
            match mark(&fields.line(slug), max) {
                Some(mark) => response.marks[place] = mark,
                None if fields.filled(slug) => errors.add(slug, "error-survey-mark"),
                None => errors.add(slug, "error-survey-mark-missing"),
            }
        }
        response.trust = mark(&fields.line("trust"), max);
        if response.trust.is_none() && fields.filled("trust") {
            errors.add("trust", "error-survey-mark");
        }
        for (place, name) in ABOUT.iter().enumerate() {
            let options = instrument.options(name).iter().map(String::as_str);
            response.about[place] = option(fields, name, options, errors);
        }
        response.kind = option(fields, "kind", round.kinds().into_iter(), errors);
        response
    }
}

fn mark(text: &str, max: i64) -> Option<i64> {
    text.parse().ok().filter(|mark| (1..=max).contains(mark))
}

/// One of the options, or nothing.
fn option<'a>(
    fields: &Fields,
    name: &'static str,
    mut options: impl Iterator<Item = &'a str>,
    errors: &mut FieldErrors,
) -> Option<String> {
    let said = fields.line(name);
    if said.is_empty() {
        return None;
    }
    let found = options.find(|option| *option == said).map(str::to_owned);
    if found.is_none() {
        errors.add(name, "error-survey-option");
    }
    found
}
