//! What a story brought about: an answer, a promise, a fee that was reviewed, rooms that were built. No I/O.
use crate::republisher::past_day;
use base::{
    ids::PersonId,
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row,
    subject::{Kind, Subject},
    text_enum,
    web::Fields,
};

const WHAT_LETTERS_MAX: usize = 300;
const PROOF_LETTERS_MAX: usize = 500;
/// Nothing that a story brings about is counted in more.
const AMOUNT_MAX: i64 = 1_000_000;

text_enum! {
    pub enum ImpactKind {
        Reply = "reply",
        Promise = "promise",
        Fee = "fee",
        Rooms = "rooms",
        Road = "road",
        Service = "service",
        Other = "other",
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct Impact {
        pub id: i64,
        pub kind: Kind,
        pub subject_id: i64,
        pub sort: ImpactKind,
        pub what: String,
        /// Rooms, kilometres, households: what is counted stands in the words.
        pub amount: Option<i64>,
        pub happened_on: Date,
        pub proof: String,
        /// The story that tells of it.
        pub told_kind: Option<Kind>,
        pub told_id: Option<i64>,
        pub at: Timestamp,
        pub person: PersonId,
    }
}

impl Impact {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }

    pub fn told(&self) -> Option<Subject> {
        Some(Subject::new(self.told_kind?, self.told_id?))
    }
}

/// What an editor notes; the address of the impact story is read by the page.
#[derive(Debug, Clone)]
pub struct NewImpact {
    pub subject: Subject,
    pub sort: ImpactKind,
    pub what: String,
    pub amount: Option<i64>,
    pub happened_on: Date,
    pub proof: String,
    pub told: Option<Subject>,
}

impl NewImpact {
    pub fn read(fields: &Fields, subject: Subject, today: Date) -> Result<NewImpact, FieldErrors> {
        let mut errors = FieldErrors::default();
        let sort = ImpactKind::parse(&fields.line("sort"));
        if sort.is_none() {
            errors.add("sort", "error-choose");
        }
        let what = fields.required_line("what", WHAT_LETTERS_MAX, &mut errors);
        let amount = fields.filled("amount").then(|| fields.number("amount", &mut errors));
        if amount.is_some_and(|amount| !(1..=AMOUNT_MAX).contains(&amount)) && errors.is_empty() {
            errors.add("amount", "error-number");
        }
        let happened_on = past_day(fields, "happened_on", today, &mut errors);
        let proof = fields.required_line("proof", PROOF_LETTERS_MAX, &mut errors);
        match sort {
            Some(sort) if errors.is_empty() => {
                Ok(NewImpact { subject, sort, what, amount, happened_on, proof, told: None })
            }
            _ => Err(errors),
        }
    }
}
