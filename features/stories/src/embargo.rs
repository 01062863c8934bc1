//! An hour before which a draft must not go out, because the newsroom agreed so with somebody.
use base::{refusal::FieldErrors, web::Fields};
use jiff::{SignedDuration, Timestamp};

/// Longer than any paper was ever given in confidence; ends a mistyped year.
const HOURS_MAX: i64 = 24 * 366;
const ASKED_LETTERS_MAX: usize = 200;
const WHY_LETTERS_MAX: usize = 1_000;

/// Until when, for whom and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEmbargo {
    pub until: Timestamp,
    pub asked: String,
    pub why: String,
}

impl NewEmbargo {
    /// `until` is what the form's hour says on the house's clocks, if it says any.
    pub fn read(
        fields: &Fields,
        until: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<NewEmbargo, FieldErrors> {
        let mut errors = FieldErrors::default();
        let last = now + SignedDuration::from_hours(HOURS_MAX);
        let until = until.filter(|until| (now..last).contains(until));
        if until.is_none() {
            errors.add("embargo_until", "error-publish-at");
        }
        let asked = fields.required_line("embargo_asked", ASKED_LETTERS_MAX, &mut errors);
        let why = fields.required_text("embargo_why", WHY_LETTERS_MAX, &mut errors);
        match until {
            Some(until) if errors.is_empty() => Ok(NewEmbargo { until, asked, why }),
            _ => Err(errors),
        }
    }
}
