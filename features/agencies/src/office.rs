//! An office and those who held it: what is true of a day stays true of it.
use base::{
    ids::{AgencyId, OfficeId, OfficeTermId, PersonId},
    jiff::civil::Date,
    refusal::FieldErrors,
    row,
};

row! {
    /// An office of a body: "Sekretaris Daerah".
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Office {
        pub id: OfficeId,
        pub agency: AgencyId,
        pub title: String,
    }
}

row! {
    /// Someone's time in an office. Days are inclusive.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Term {
        pub id: OfficeTermId,
        pub office: OfficeId,
        /// As printed in the source.
        pub name: String,
        /// Their account here, if they have one.
        pub person: Option<PersonId>,
        pub from: Option<Date>,
        pub to: Option<Date>,
        /// A day on which they are known to have held it; then a missing end is not known, and not "until today".
        pub known_on: Option<Date>,
        pub source: Option<String>,
    }
}

row! {
    /// Who held which office on a day.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Holder {
        pub office: OfficeId,
        /// "Sekretaris Daerah".
        pub title: String,
        pub name: String,
        pub person: Option<PersonId>,
        pub from: Option<Date>,
        pub to: Option<Date>,
        pub known_on: Option<Date>,
        pub source: Option<String>,
    }
}

/// A term that is to be noted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTerm {
    pub name: String,
    pub person: Option<PersonId>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub known_on: Option<Date>,
    pub source: Option<String>,
}

impl NewTerm {
    /// Adds to `errors` what is wrong with it.
    pub fn check(&self, errors: &mut FieldErrors) {
        if self.name.is_empty() {
            errors.add("holder", "error-empty");
        } else if self.name.chars().count() > crate::agency::LINE_LETTERS_MAX {
            errors.add_with("holder", "error-agency-too-long", &[("max", 300)]);
        }
        if self.from.is_none() && self.known_on.is_none() {
            errors.add("from", "error-office-day");
        }
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            errors.add("to", "error-agency-days");
        }
        let outside = |day: Date| {
            self.from.is_some_and(|from| day < from) || self.to.is_some_and(|to| to < day)
        };
        if self.known_on.is_some_and(outside) {
            errors.add("known_on", "error-office-known-on");
        }
    }

    /// The first and the last day that the term is known to cover; no last one: it goes on.
    pub fn days(&self) -> (Option<Date>, Option<Date>) {
        (self.from.or(self.known_on), self.to.or(self.known_on))
    }
}

impl Term {
    /// Whether they hold it today, as far as it is known.
    pub fn holds(&self, day: Date) -> bool {
        let first = self.from.or(self.known_on);
        let last = self.to.or(self.known_on);
        first.is_some_and(|first| first <= day) && last.is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn a_term_needs_a_day_and_its_days_agree() {
        let term = |from, to, known_on| NewTerm {
            name: "Rosiady Sayuti".into(),
            from: day(from),
            to: day(to),
            known_on: day(known_on),
            ..NewTerm::default()
        };
        let cases = [
            (term("", "", "2016-06-14"), vec![]),
            (term("2016-01-01", "", ""), vec![]),
            (term("", "", ""), vec!["from"]),
            (term("2017-01-01", "2016-01-01", ""), vec!["to"]),
            (term("2017-01-01", "", "2016-06-14"), vec!["known_on"]),
        ];
        for (term, wrong) in cases {
            let mut errors = FieldErrors::default();
            term.check(&mut errors);
            let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
            assert_eq!(fields, wrong, "{term:?}");
        }
    }
}
