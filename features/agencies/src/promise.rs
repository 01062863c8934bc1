//! A promise: who, what, until when. Kept with a proof, or overdue.
use base::{
    chain::days_between,
    clock::Zone,
    ids::{AgencyId, PromiseId},
    jiff::{Timestamp, ToSpan, civil::Date},
    refusal::FieldErrors,
    row,
    subject::{Kind, Subject},
};

row! {
    /// A promise as it was said.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Promise {
        pub id: PromiseId,
        pub subject_kind: Kind,
        pub subject_id: i64,
        pub agency: Option<AgencyId>,
        /// Name and office, as said: "Kepala Dinas Perhubungan".
        pub who: String,
        pub what: String,
        pub until: Option<Date>,
        pub said_on: Option<Date>,
        pub kept_on: Option<Date>,
        pub proof: Option<String>,
        /// Taken from sight with the answer that it repeats.
        pub hidden_at: Option<Timestamp>,
    }
}

row! {
    /// How a promise read until somebody corrected it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PromiseVersion {
        pub promise: PromiseId,
        pub at: Timestamp,
        pub who: String,
        pub what: String,
        pub until: Option<Date>,
    }
}

/// How a promise stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    Open,
    /// By so many days.
    Overdue(i64),
    Kept(Date),
}

impl Promise {
    /// What it was said about.
    pub fn subject(&self) -> Subject {
        Subject::new(self.subject_kind, self.subject_id)
    }

    pub fn state(&self, today: Date) -> PromiseState {
        match (self.kept_on, self.until) {
            (Some(day), _) => PromiseState::Kept(day),
            (None, Some(until)) if until < today => {
                PromiseState::Overdue(days_between(until, today))
            }
            _ => PromiseState::Open,
        }
    }

    /// The name of its clock on its subject.
    pub fn clock(id: PromiseId) -> String {
        format!("promise-{id}")
    }
}

/// A promise that is to be noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPromise {
    pub subject: Subject,
    pub agency: Option<AgencyId>,
    pub who: String,
    pub what: String,
    pub until: Option<Date>,
    pub said_on: Option<Date>,
    /// Where its last day ends; `None`: where the body is.
    pub zone: Option<Zone>,
}

/// Whoever heads the country, a region or an office is in office for five years (UUD 1945, Pasal 7; UU 10/2016, Pasal
/// 162): nobody can promise for longer.
pub const PROMISE_YEARS_MAX: i16 = 5;

/// The last day that can be promised on a day.
pub fn last_promised(said: Date) -> Date {
    said.checked_add(PROMISE_YEARS_MAX.years()).unwrap_or(Date::MAX)
}

/// That a day is later than anybody can promise.
pub fn too_far(errors: &mut FieldErrors) {
    errors.add_with("until", "error-promise-far", &[("years", PROMISE_YEARS_MAX.into())]);
}

const WHO_LETTERS_MAX: usize = 200;
pub(crate) const WHAT_LETTERS_MAX: usize = 1000;

impl NewPromise {
    /// The fields are those of a form with `who`, `what` and `until`; `today` stands for a day of which nobody noted when
    /// it was said.
    pub fn check(&self, today: Date) -> FieldErrors {
        let mut errors = FieldErrors::default();
        check_text("who", &self.who, WHO_LETTERS_MAX, &mut errors);
        check_text("what", &self.what, WHAT_LETTERS_MAX, &mut errors);
        if let (Some(said), Some(until)) = (self.said_on, self.until)
            && until < said
        {
            errors.add("until", "error-agency-days");
        }
        if self.until.is_some_and(|until| until > last_promised(self.said_on.unwrap_or(today))) {
            too_far(&mut errors);
        }
        errors
    }
}

pub(crate) fn check_text(field: &'static str, text: &str, max: usize, errors: &mut FieldErrors) {
    if text.trim().is_empty() {
        errors.add(field, "error-empty");
    } else if text.chars().count() > max {
        let max = i64::try_from(max).unwrap_or(i64::MAX);
        errors.add_with(field, "error-agency-too-long", &[("max", max)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::ids::ReportId;

    #[test]
    fn a_promise_is_overdue_the_day_after_its_last_day_until_it_is_kept() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let mut promise = Promise {
            id: PromiseId(1),
            subject_kind: Kind::Report,
            subject_id: ReportId(1).0,
            agency: None,
            who: "Kepala Dinas".into(),
            what: "Lampu diganti".into(),
            until: Some(day("2026-11-20")),
            said_on: None,
            kept_on: None,
            proof: None,
            hidden_at: None,
        };
        assert_eq!(promise.state(day("2026-11-20")), PromiseState::Open);
        assert_eq!(promise.state(day("2026-11-24")), PromiseState::Overdue(4));
        promise.kept_on = Some(day("2026-11-23"));
        assert_eq!(promise.state(day("2026-11-24")), PromiseState::Kept(day("2026-11-23")));
        promise.kept_on = None;
        promise.until = None;
        assert_eq!(promise.state(day("2030-01-01")), PromiseState::Open);
    }
}
