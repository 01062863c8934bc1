//! A programme: what it is for, from when to when, who carries it, where it works, and how it is built up.
use crate::period::Calendar;
use base::{
    ids::{AgencyId, AreaCode, OutcomeId, ProgrammeId},
    jiff::{Timestamp, civil::Date},
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};

text_enum! {
    /// What a partner does in a programme.
    pub enum PartnerRole {
        Lead = "lead",
        Government = "government",
        Funder = "funder",
        Implementer = "implementer",
        Partner = "partner",
    }
}

row! {
    /// A programme.
    #[derive(Debug, Clone)]
    pub struct Programme {
        pub id: ProgrammeId,
        pub name: String,
        pub acronym: Option<String>,
        pub purpose: String,
        pub begins: Option<Calendar>,
        pub ends: Option<Calendar>,
        pub funding: Option<String>,
        pub source: Option<String>,
        pub added_at: Timestamp,
    }
}

impl Programme {
    /// Its page, from the root, without language.
    pub fn path(&self) -> String {
        format!("/program/{}/{}", self.id, slug(self.acronym.as_deref().unwrap_or(&self.name)))
    }

    /// "KOMPAK" where it is known by that, else its name.
    pub fn short_name(&self) -> &str {
        self.acronym.as_deref().unwrap_or(&self.name)
    }
}

/// A programme that is to be added, or the words of one that is changed.
#[derive(Debug, Clone, Default)]
pub struct NewProgramme {
    pub name: String,
    pub acronym: Option<String>,
    pub purpose: String,
    pub begins: Option<Calendar>,
    pub ends: Option<Calendar>,
    pub funding: Option<String>,
    pub source: Option<String>,
}

/// Who carries a programme. The name is as the source has it; the body that it is today may be known besides.
#[derive(Debug, Clone)]
pub struct NewPartner {
    pub role: PartnerRole,
    pub name: String,
    pub agency: Option<AgencyId>,
}

/// What shall be reached; an intermediate one stands under another.
#[derive(Debug, Clone)]
pub struct NewOutcome {
    pub parent: Option<OutcomeId>,
    /// As the source counts: "1", "EOFO 1".
    pub number: String,
    pub name: String,
    pub source: Option<String>,
}

/// A part of the work, under an outcome where the source says which.
#[derive(Debug, Clone)]
pub struct NewComponent {
    pub outcome: Option<OutcomeId>,
    pub number: String,
    pub name: String,
    pub note: Option<String>,
    pub source: Option<String>,
}

/// An area as it was called on a day, and what of it stands today: Papua Barat of 2016 is two of today's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedArea {
    pub name: String,
    /// `None`: it is meant as it stands today.
    pub on: Option<Date>,
    pub codes: Vec<AreaCode>,
}

pub(crate) const LINE_MAX: usize = 200;
const SLUG_LETTERS_MAX: usize = 60;
pub(crate) const TEXT_MAX: usize = 4000;

impl NewProgramme {
    /// What was typed; what is wrong with it is added to `errors`.
    pub(crate) fn read(fields: &Fields, errors: &mut FieldErrors) -> NewProgramme {
        let programme = NewProgramme {
            name: fields.required_line("name", LINE_MAX, errors),
            acronym: line(fields, "acronym", errors),
            purpose: fields.required_text("purpose", TEXT_MAX, errors),
            begins: calendar(fields, "begins", errors),
            ends: calendar(fields, "ends", errors),
            funding: line(fields, "funding", errors),
            source: line(fields, "source", errors),
        };
        let days = programme.begins.map(Calendar::first_day).zip(programme.ends);
        if days.is_some_and(|(begins, ends)| ends.last_day() < begins) {
            errors.add("ends", "error-programme-order");
        }
        programme
    }
}

/// One line that may be left empty.
pub(crate) fn line(
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<String> {
    limited(fields.line(name), name, LINE_MAX, errors)
}

/// Several lines that may be left empty.
pub(crate) fn text(
    fields: &Fields,
    name: &'static str,
    errors: &mut FieldErrors,
) -> Option<String> {
    limited(fields.text(name), name, TEXT_MAX, errors)
}

fn limited(
    typed: String,
    name: &'static str,
    max: usize,
    errors: &mut FieldErrors,
) -> Option<String> {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let letters = typed.chars().count();
    if letters > max {
        errors.add_with(name, "error-too-long", &[("max", number(max)), ("got", number(letters))]);
    }
    Some(typed).filter(|typed| !typed.is_empty())
}

fn calendar(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Calendar> {
    let typed = fields.line(name);
    let read = Calendar::parse(&typed);
    if read.is_none() && !typed.is_empty() {
        errors.add(name, "error-programme-calendar");
    }
    read
}

/// A day that may be left empty.
pub(crate) fn day(fields: &Fields, name: &'static str, errors: &mut FieldErrors) -> Option<Date> {
    fields.optional_date(name, "error-programme-day", errors)
}

/// Words for an address: "Perbaikan Layanan" becomes `perbaikan-layanan`; `-` when no letter is left.
pub(crate) fn slug(name: &str) -> String {
    let slug = base::web::slug(name, SLUG_LETTERS_MAX);
    if slug.is_empty() { "-".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programme_that_ends_before_it_begins_is_told_so() {
        let cases = [
            (("2015-01", "2022-06"), vec![]),
            (("2015", "2015"), vec![]),
            (("2015", ""), vec![]),
            (("2015-02", "2015-01"), vec!["ends"]),
            (("awal 2015", "2016"), vec!["begins"]),
        ];
        for ((begins, ends), wrong) in cases {
            let mut errors = FieldErrors::default();
            let pairs =
                [("name", "KOMPAK"), ("purpose", "Layanan"), ("begins", begins), ("ends", ends)];
            NewProgramme::read(&Fields::from_pairs(&pairs), &mut errors);
            let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
            assert_eq!(fields, wrong, "{begins} {ends}");
        }
    }

    #[test]
    fn a_name_becomes_words_for_an_address() {
        assert_eq!(slug("Perbaikan  Layanan!"), "perbaikan-layanan");
        assert_eq!(slug("ꦱꦸ"), "-");
    }
}
