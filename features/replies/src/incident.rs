//! A summons, a threat or a suit over what was written: seen by the people who are named on it, and nobody else. No I/O.
use crate::republisher::past_day;
use base::{
    ids::{IncidentId, PersonId},
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};

const NAME_LETTERS_MAX: usize = 120;
const HELPER_LETTERS_MAX: usize = 300;
const WORDS_LETTERS_MAX: usize = 2_000;

text_enum! {
    pub enum IncidentKind {
        Summons = "summons",
        Threat = "threat",
        Suit = "suit",
        /// A complaint to the police or to the Press Council.
        Complaint = "complaint",
    }
}

text_enum! {
    /// What is done with it; each is a row.
    pub enum IncidentStep {
        Opened = "opened",
        Noted = "noted",
        Named = "named",
        Helped = "helped",
        Ended = "ended",
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Incident {
        pub id: IncidentId,
        pub kind: IncidentKind,
        /// Who is summoned, threatened, sued.
        pub against: String,
        /// Who summons, threatens, sues.
        pub from: String,
        pub what: String,
        pub happened_on: Date,
        pub helper: Option<String>,
        pub opened_by: PersonId,
        pub at: Timestamp,
        pub outcome: Option<String>,
        pub ended_at: Option<Timestamp>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct IncidentNote {
        pub at: Timestamp,
        pub person: PersonId,
        pub step: IncidentStep,
        pub words: Option<String>,
    }
}

/// What opens one.
#[derive(Debug, Clone)]
pub struct NewIncident {
    pub kind: IncidentKind,
    pub against: String,
    pub from: String,
    pub what: String,
    pub happened_on: Date,
    pub helper: Option<String>,
}

impl NewIncident {
    pub fn read(fields: &Fields, today: Date) -> Result<NewIncident, FieldErrors> {
        let mut errors = FieldErrors::default();
        let kind = IncidentKind::parse(&fields.line("kind"));
        if kind.is_none() {
            errors.add("kind", "error-choose");
        }
        let against = fields.required_line("against", NAME_LETTERS_MAX, &mut errors);
        let from = fields.required_line("from", NAME_LETTERS_MAX, &mut errors);
        let what = fields.required_text("what", WORDS_LETTERS_MAX, &mut errors);
        let happened_on = past_day(fields, "happened_on", today, &mut errors);
        let helper = fields.optional_line("helper", HELPER_LETTERS_MAX, &mut errors);
        match kind {
            Some(kind) if errors.is_empty() => {
                Ok(NewIncident { kind, against, from, what, happened_on, helper })
            }
            _ => Err(errors),
        }
    }
}

/// What one of the named does.
#[derive(Debug, Clone)]
pub enum IncidentDeed {
    Note(String),
    /// Who helps.
    Help(String),
    /// Names one more; as they typed the name or the address.
    Name(String),
    /// It ended, and how.
    End(String),
}

impl IncidentDeed {
    pub fn read(fields: &Fields) -> Result<IncidentDeed, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut words = |max| fields.required_text("words", max, &mut errors);
        let deed = match IncidentStep::parse(&fields.line("step")) {
            Some(IncidentStep::Noted) => IncidentDeed::Note(words(WORDS_LETTERS_MAX)),
            Some(IncidentStep::Helped) => IncidentDeed::Help(words(HELPER_LETTERS_MAX)),
            Some(IncidentStep::Named) => IncidentDeed::Name(words(NAME_LETTERS_MAX)),
            Some(IncidentStep::Ended) => IncidentDeed::End(words(WORDS_LETTERS_MAX)),
            Some(IncidentStep::Opened) | None => {
                return Err(FieldErrors::one("step", "error-choose"));
            }
        };
        if errors.is_empty() { Ok(deed) } else { Err(errors) }
    }
}
