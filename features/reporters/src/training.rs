//! A training that makes reporters: when, where, by whom, what is learned. No I/O.
use base::{
    ids::{AreaCode, TrainingId},
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row,
    web::Fields,
};

const LINE_LETTERS_MAX: usize = 200;
const CURRICULUM_LETTERS_MAX: usize = 4_000;
/// Whoever plans further ahead plans something else.
const DAYS_MAX: i32 = 31;

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Training {
        pub id: TrainingId,
        pub title: String,
        pub starts_on: Date,
        pub ends_on: Date,
        pub area: AreaCode,
        pub place: String,
        pub organiser: String,
        pub curriculum: String,
        /// From then on who attended is trained.
        pub closed_at: Option<Timestamp>,
    }
}

impl Training {
    pub fn path(&self) -> String {
        format!("/pelatihan/{}", self.id)
    }

    /// One can still come: it has not ended and is not closed.
    pub fn is_open(&self, today: Date) -> bool {
        self.closed_at.is_none() && self.ends_on >= today
    }
}

/// What a form says of a training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTraining {
    pub title: String,
    pub starts_on: Date,
    pub ends_on: Date,
    pub area: AreaCode,
    pub place: String,
    pub organiser: String,
    pub curriculum: String,
}

impl NewTraining {
    /// `area`: what was picked.
    pub fn read(fields: &Fields, area: Option<AreaCode>) -> Result<NewTraining, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = fields.required_line("title", LINE_LETTERS_MAX, &mut errors);
        let days = read_days(fields, &mut errors);
        if area.is_none() {
            errors.add("area", "error-training-area");
        }
        let place = fields.required_line("place", LINE_LETTERS_MAX, &mut errors);
        let organiser = fields.required_line("organiser", LINE_LETTERS_MAX, &mut errors);
        let curriculum = fields.required_text("curriculum", CURRICULUM_LETTERS_MAX, &mut errors);
        match (days, area) {
            (Some((starts_on, ends_on)), Some(area)) if errors.is_empty() => {
                Ok(NewTraining { title, starts_on, ends_on, area, place, organiser, curriculum })
            }
            _ => Err(errors),
        }
    }
}

/// The first and the last day; one day: the same twice.
fn read_days(fields: &Fields, errors: &mut FieldErrors) -> Option<(Date, Date)> {
    let first = fields.optional_date("starts_on", "error-training-day", errors);
    let last = fields.optional_date("ends_on", "error-training-day", errors);
    if first.is_none() && !fields.filled("starts_on") {
        errors.add("starts_on", "error-empty");
    }
    let first = first?;
    let last = last.unwrap_or(first);
    let days = (last - first).get_days();
    if !(0..=DAYS_MAX).contains(&days) {
        errors.add("ends_on", "error-training-order");
        return None;
    }
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::jiff::civil::date;

    fn days(first: &str, last: &str) -> Option<(Date, Date)> {
        let fields = Fields::from_pairs(&[("starts_on", first), ("ends_on", last)]);
        read_days(&fields, &mut FieldErrors::default())
    }

    #[test]
    fn a_training_takes_a_day_or_some_and_never_ends_before_it_begins() {
        let (saturday, sunday) = (date(2026, 11, 28), date(2026, 11, 29));
        assert_eq!(days("2026-11-28", "2026-11-29"), Some((saturday, sunday)));
        assert_eq!(days("2026-11-28", ""), Some((saturday, saturday)));
        for (first, last) in [("", ""), ("2026-11-29", "2026-11-28"), ("2026-11-28", "2027-11-28")]
        {
            assert_eq!(days(first, last), None, "{first} {last}");
        }
    }
}
