//! One round: which service of which body is asked about, by whom, when, of how many; how far it is.
use crate::{instrument::Instrument, score::Weight};
use base::{
    feature::Key,
    ids::{AgencyId, AreaCode, PersonId, ServiceId, SurveyRoundId},
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};

pub const LINE_LETTERS_MAX: usize = 160;
const KINDS_MAX: usize = 12;
const KIND_LETTERS_MAX: usize = 80;
const POPULATION_MAX: i64 = 300_000_000;

text_enum! {
    /// In this order, and never back.
    pub enum State {
        Draft = "draft",
        Open = "open",
        Closed = "closed",
        Published = "published",
    }
}

text_enum! {
    /// Whose round it is; only the provider's own is an SKM.
    pub enum Provider {
        Own = "own",
        Citizens = "citizens",
    }
}

impl State {
    pub fn key(self) -> String {
        format!("survey-state-{self}")
    }

    pub fn class(self) -> &'static str {
        match self {
            State::Published => "good",
            State::Open => "note",
            State::Draft | State::Closed => "wait",
        }
    }

    pub fn next(self) -> Option<State> {
        let place = State::ALL.iter().position(|state| *state == self)?;
        State::ALL.get(place + 1).copied()
    }

    /// The last word of the address that brings a round into it.
    pub fn act(self) -> &'static str {
        match self {
            State::Draft => "ubah",
            State::Open => "buka",
            State::Closed => "tutup",
            State::Published => "terbitkan",
        }
    }
}

impl Provider {
    /// "Survei Kepuasan Masyarakat (SKM)" or "Survei warga (metode SKM)".
    pub fn key(self) -> String {
        format!("survey-provider-{self}")
    }
}

row! {
    /// A round as it is kept.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Round {
        pub id: SurveyRoundId,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub agency: AgencyId,
        pub area: Option<AreaCode>,
        pub title: String,
        pub service_id: Option<ServiceId>,
        pub service: String,
        pub kinds: String,
        pub provider: Provider,
        pub from: Date,
        pub to: Date,
        pub population: Option<i64>,
        pub rules: String,
        pub weight: Weight,
        pub state: State,
        pub listed_at: Option<Timestamp>,
    }
}

impl Round {
    /// From the root, without language.
    pub fn path(&self) -> String {
        format!("/survei/{}", self.id)
    }

    pub fn desk(&self) -> String {
        format!("/meja/survei/{}", self.id)
    }

    pub fn key(&self) -> Key {
        let at_us = self.listed_at.unwrap_or(self.at).as_microsecond();
        Key { at_us, id: self.id.0 }
    }

    pub fn kinds(&self) -> Vec<&str> {
        self.kinds.lines().collect()
    }

    /// Whether residents may fill it in by themselves today.
    pub fn takes_online(&self, today: Date) -> bool {
        self.state == State::Open && self.from <= today && today <= self.to
    }
}

/// A round that is to be made, or a draft as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRound {
    pub agency: AgencyId,
    pub title: String,
    pub service_id: Option<ServiceId>,
    pub service: String,
    pub kinds: Vec<String>,
    pub provider: Provider,
    pub from: Date,
    pub to: Date,
    pub population: Option<i64>,
    pub weight: Weight,
}

/// What may still be put right after a round was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Correction {
    pub title: String,
    pub to: Date,
    pub population: Option<i64>,
}

impl Correction {
    /// Reads the form; what is wrong is added to `errors`.
    pub fn read(fields: &Fields, errors: &mut FieldErrors) -> Option<Correction> {
        let title = fields.required_line("title", LINE_LETTERS_MAX, errors);
        let to = day("to", fields, errors);
        let population = population(fields, errors);
        Some(Correction { title, to: to?, population })
    }
}

impl NewRound {
    /// Reads the form; what is wrong is added to `errors`.
    pub fn read(
        fields: &Fields,
        instrument: &Instrument,
        errors: &mut FieldErrors,
    ) -> Option<NewRound> {
        let service_id = fields.line("service_id").parse().ok();
        let named = fields.filled("service") || service_id.is_none();
        let title = fields.required_line("title", LINE_LETTERS_MAX, errors);
        let service = match named {
            true => fields.required_line("service", LINE_LETTERS_MAX, errors),
            false => String::new(),
        };
        let agency = chosen("agency", fields.line("agency").parse().ok(), errors);
        let provider = chosen("provider", Provider::parse(&fields.line("provider")), errors);
        let weight = Weight::parse(&fields.line("weight"));
        let weight = weight.filter(|weight| instrument.weights().contains(weight));
        let weight = chosen("weight", weight, errors);
        let from = day("from", fields, errors);
        let to = day("to", fields, errors);
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            errors.add("to", "error-survey-to");
        }
        Some(NewRound {
            agency: agency?,
            title,
            service_id,
            service,
            kinds: kinds(fields, errors),
            provider: provider?,
            from: from?,
            to: to?,
            population: population(fields, errors),
            weight: weight?,
        })
    }
}

fn chosen<T>(field: &'static str, value: Option<T>, errors: &mut FieldErrors) -> Option<T> {
    if value.is_none() {
        errors.add(field, "error-survey-choose");
    }
    value
}

fn day(field: &'static str, fields: &Fields, errors: &mut FieldErrors) -> Option<Date> {
    let day = fields.line(field).parse().ok();
    if day.is_none() {
        errors.add(field, "error-survey-day");
    }
    day
}

fn population(fields: &Fields, errors: &mut FieldErrors) -> Option<i64> {
    let written = fields.line("population").replace('.', "");
    let number = written.parse().ok().filter(|number| (1..=POPULATION_MAX).contains(number));
    if number.is_none() && !written.is_empty() {
        errors.add("population", "error-survey-population");
    }
    number
}

fn kinds(fields: &Fields, errors: &mut FieldErrors) -> Vec<String> {
    let text = fields.text("kinds");
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut kinds: Vec<String> = lines.map(str::to_owned).collect();
    kinds.dedup();
    let too_long = kinds.iter().any(|kind| kind.chars().count() > KIND_LETTERS_MAX);
    if kinds.len() > KINDS_MAX || too_long {
        errors.add("kinds", "error-survey-kinds");
    }
    kinds
}
