//! Three kinds of error, by who can act: the visitor (a refusal), the operator (a fault), the programmer (a bug).
use crate::{measures::MeasureKind, offences::Offence};
use jiff::Timestamp;
use std::{collections::BTreeMap, fmt};

/// What the visitor can act on. Each becomes a page in their language; none is logged as an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    NotFound,
    /// It was here and was taken away for good.
    Gone,
    SignInFirst,
    /// The key of the sentence that says why.
    NotAllowed(&'static str),
    /// A moderator's measure stands in the way: which, why and until when.
    Measured {
        kind: MeasureKind,
        reason: Offence,
        until: Timestamp,
    },
    Invalid(FieldErrors),
    /// Someone else was quicker, or the form is old; the key of the sentence.
    Conflict(&'static str),
    TooMany {
        retry_after_s: u64,
    },
    TooLarge {
        limit_bytes: usize,
    },
    /// Others stand in the way, or too many ask at once: the same again, a little later, may succeed.
    Busy,
    /// The request is not what a form sends: broken UTF-8, a wrong type; the key of the sentence.
    Malformed(&'static str),
}

/// What is wrong with a form: the field's name and the sentence's key with its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FieldErrors(pub Vec<FieldError>);

/// One thing wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub field: &'static str,
    pub key: &'static str,
    /// Numbers for the sentence, by name: `max`, `got`.
    pub numbers: BTreeMap<&'static str, i64>,
}

impl FieldErrors {
    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.0.push(FieldError { field, key, numbers: BTreeMap::new() });
    }

    pub fn add_with(
        &mut self,
        field: &'static str,
        key: &'static str,
        numbers: &[(&'static str, i64)],
    ) {
        let numbers = numbers.iter().copied().collect();
        self.0.push(FieldError { field, key, numbers });
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Ok` when nothing is wrong.
    pub fn check(self) -> Result<(), Refusal> {
        if self.is_empty() { Ok(()) } else { Err(Refusal::Invalid(self)) }
    }

    /// One error on one field.
    pub fn one(field: &'static str, key: &'static str) -> FieldErrors {
        let mut errors = FieldErrors::default();
        errors.add(field, key);
        errors
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// Why a request did not go through: a refusal to show, or a fault to log and mend.
#[derive(Debug)]
pub enum Failure {
    Refused(Refusal),
    Fault(anyhow::Error),
}

impl Failure {
    /// What is wrong with a form, or the failure that is none of its.
    pub fn of_form(self) -> Result<FieldErrors, Failure> {
        match self {
            Failure::Refused(Refusal::Invalid(errors)) => Ok(errors),
            other => Err(other),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Refused(refusal)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Failure::Fault(error)
    }
}

/// What an action returns.
pub type Outcome<T> = Result<T, Failure>;

/// `found.or_not_found()?`
pub trait OrNotFound<T> {
    fn or_not_found(self) -> Outcome<T>;
}

impl<T> OrNotFound<T> for Option<T> {
    fn or_not_found(self) -> Outcome<T> {
        self.ok_or(Failure::Refused(Refusal::NotFound))
    }
}
