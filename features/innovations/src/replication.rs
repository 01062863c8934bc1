//! One body copies another's innovation. It counts once an officer of each side has said so.
use crate::{
    innovation::{choice, optional_line},
    record::{day, optional_day},
};
use base::{
    ids::{AgencyId, InnovationId},
    jiff::civil::Date,
    refusal::FieldErrors,
    rules::RuleSet,
    text_enum,
    web::Fields,
};

text_enum! {
    /// Taken over as it is, fitted to the place, or changed.
    pub enum Mode {
        Adoption = "adoption",
        Adaptation = "adaptation",
        Modification = "modification",
    }
}

text_enum! {
    pub enum Extent {
        Whole = "whole",
        Part = "part",
    }
}

text_enum! {
    /// The paper that it rests on.
    pub enum Basis {
        Statement = "statement",
        Memorandum = "memorandum",
        Agreement = "agreement",
        Decree = "decree",
    }
}

text_enum! {
    pub enum Progress {
        Planned = "planned",
        Running = "running",
        Stopped = "stopped",
    }
}

text_enum! {
    /// Who speaks: the body whose innovation it is, or the one that copies.
    pub enum Side {
        Origin = "origin",
        Adopter = "adopter",
    }
}

text_enum! {
    pub enum Said {
        Yes = "yes",
        No = "no",
    }
}

/// A replication that is to be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReplication {
    pub origin: InnovationId,
    pub agency: AgencyId,
    pub own: Option<InnovationId>,
    pub mode: Mode,
    pub extent: Extent,
    pub basis: Option<Paper>,
    pub started_on: Option<Date>,
    pub differs: String,
    pub process: String,
    pub progress: Progress,
}

/// A document by kind, number and date, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub basis: Basis,
    pub number: Option<String>,
    pub on: Option<Date>,
}

/// What a side says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnswer {
    pub side: Side,
    pub said: Said,
    /// Written by the desk: the letter that it came in.
    pub letter: Option<(String, Date)>,
    pub note: Option<String>,
}

impl NewReplication {
    /// What was typed, of the innovation and the body that the caller knows.
    pub fn read(
        fields: &Fields,
        (origin, agency): (InnovationId, AgencyId),
        (rules, today): (&RuleSet, Date),
        errors: &mut FieldErrors,
    ) -> Option<NewReplication> {
        let mode = choice(Mode::parse, fields, "mode", errors);
        let extent = choice(Extent::parse, fields, "extent", errors);
        let progress = choice(Progress::parse, fields, "progress", errors);
        let basis = if fields.filled("basis") {
            let basis = choice(Basis::parse, fields, "basis", errors);
            let number = optional_line(fields, "basis_number", errors);
            let on = optional_day(fields, "basis_on", today, errors);
            basis.map(|basis| Paper { basis, number, on })
        } else {
            None
        };
        let started_on = optional_day(fields, "started_on", today, errors);
        if progress == Some(Progress::Running) && !fields.filled("started_on") {
            errors.add("started_on", "error-empty");
        }
        let differs = words(fields, "differs", rules.numbers.get("differs-words-max"), errors);
        let process = words(fields, "process", rules.numbers.get("process-words-max"), errors);
        let new = NewReplication {
            origin,
            agency,
            own: None,
            mode: mode?,
            extent: extent?,
            basis,
            started_on,
            differs,
            process,
            progress: progress?,
        };
        errors.is_empty().then_some(new)
    }
}

impl NewAnswer {
    /// An officer says it here; the desk notes the letter of a side.
    pub fn read(
        fields: &Fields,
        (by_letter, today): (bool, Date),
        errors: &mut FieldErrors,
    ) -> Option<NewAnswer> {
        let side = choice(Side::parse, fields, "side", errors);
        let said = choice(Said::parse, fields, "said", errors);
        let note = optional_line(fields, "note", errors);
        if said == Some(Said::No) && note.is_none() {
            errors.add("note", "error-replication-reason");
        }
        let letter = if by_letter {
            let letter = fields.required_line("letter", 200, errors);
            day(fields, "letter_on", today, errors).map(|on| (letter, on))
        } else {
            None
        };
        let answer = NewAnswer { side: side?, said: said?, letter, note };
        errors.is_empty().then_some(answer)
    }
}

/// Text of at most so many words.
fn words(
    fields: &Fields,
    name: &'static str,
    max: Option<&i64>,
    errors: &mut FieldErrors,
) -> String {
    let text = fields.required_text(name, 4000, errors);
    let got = i64::try_from(text.split_whitespace().count()).unwrap_or(i64::MAX);
    if let Some(max) = max.copied().filter(|max| got > *max) {
        errors.add_with(name, "error-replication-words", &[("max", max), ("got", got)]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{jiff::civil::date, rules::Rules};

    #[test]
    fn what_differs_is_told_in_a_hundred_words() {
        let rules = Rules::load().unwrap();
        let rules = rules.newest("innovation-registry").unwrap();
        let read = |count: usize| {
            let differs = "beda ".repeat(count);
            let fields = Fields::from_pairs(&[
                ("mode", "adaptation"),
                ("extent", "part"),
                ("progress", "planned"),
                ("differs", &differs),
                ("process", "Belajar, mencoba, menerapkan."),
            ]);
            let about = (InnovationId(1), AgencyId(2));
            let mut errors = FieldErrors::default();
            NewReplication::read(&fields, about, (rules, date(2026, 11, 24)), &mut errors)
        };
        assert!(read(100).is_some() && read(101).is_none());
    }

    #[test]
    fn the_desk_names_the_letter_and_a_no_its_reason() {
        let cases = [
            (false, vec![("side", "origin"), ("said", "yes")], vec![]),
            (false, vec![("side", "origin"), ("said", "no")], vec!["note"]),
            (true, vec![("side", "adopter"), ("said", "yes")], vec!["letter", "letter_on"]),
        ];
        for (by_letter, pairs, wrong) in cases {
            let mut errors = FieldErrors::default();
            let fields = Fields::from_pairs(&pairs);
            NewAnswer::read(&fields, (by_letter, date(2026, 11, 24)), &mut errors);
            let fields: Vec<&str> = errors.0.iter().map(|error| error.field).collect();
            assert_eq!(fields, wrong, "{pairs:?}");
        }
    }
}
