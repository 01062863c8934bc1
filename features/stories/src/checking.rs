//! What an editor notes about a draft: whom the desk asked, what it still has to verify, questions before publication.
use base::{refusal::FieldErrors, text_enum, web::Fields};
use jiff::{Timestamp, civil::Date};

text_enum! {
    /// How somebody was asked.
    pub enum CheckWay {
        InPerson = "in-person",
        Phone = "phone",
        Message = "message",
        Letter = "letter",
        /// A paper was read instead of a person asked.
        Document = "document",
    }
}

const NAME_LETTERS_MAX: usize = 200;
const WORDS_LETTERS_MAX: usize = 2_000;

/// Who was asked, how, when, and what they said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheck {
    pub asked: String,
    pub way: CheckWay,
    pub asked_on: Date,
    pub answer: String,
}

impl NewCheck {
    pub fn read(fields: &Fields, today: Date) -> Result<NewCheck, FieldErrors> {
        let mut errors = FieldErrors::default();
        let asked = fields.required_line("asked", NAME_LETTERS_MAX, &mut errors);
        let way = read_way(fields, &mut errors);
        let asked_on: Option<Date> = fields.line("asked_on").parse().ok();
        if asked_on.is_none_or(|date| date > today) {
            errors.add("asked_on", "error-check-date");
        }
        let answer = fields.required_text("answer", WORDS_LETTERS_MAX, &mut errors);
        match (way, asked_on, errors.is_empty()) {
            (Some(way), Some(asked_on), true) => Ok(NewCheck { asked, way, asked_on, answer }),
            _ => Err(errors),
        }
    }
}

fn read_way(fields: &Fields, errors: &mut FieldErrors) -> Option<CheckWay> {
    let way = CheckWay::parse(&fields.line("way"));
    if way.is_none() {
        errors.add("way", "error-check-way");
    }
    way
}

/// Why it may be published before it is verified: the Pedoman's four conditions, all of them (2012, 2c).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPending {
    /// The public's urgent interest.
    pub urgent: String,
    /// The first source: who, and why they are credible and competent.
    pub source: String,
    /// Why the one it is about cannot be found or interviewed.
    pub unreachable: String,
    /// What is still being verified, told to readers.
    pub notice: String,
}

impl NewPending {
    pub fn read(fields: &Fields) -> Result<NewPending, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut field = |name| fields.required_text(name, WORDS_LETTERS_MAX, &mut errors);
        let (urgent, source) = (field("urgent"), field("source"));
        let (unreachable, notice) = (field("unreachable"), field("notice"));
        let pending = NewPending { urgent, source, unreachable, notice };
        if errors.is_empty() { Ok(pending) } else { Err(errors) }
    }
}

/// A question to a person or a body, before the story is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    pub asked: String,
    pub way: CheckWay,
    pub words: String,
    /// They have until the end of this day.
    pub until: Date,
}

impl NewQuestion {
    pub fn read(fields: &Fields, today: Date) -> Result<NewQuestion, FieldErrors> {
        let mut errors = FieldErrors::default();
        let asked = fields.required_line("asked", NAME_LETTERS_MAX, &mut errors);
        let way = read_way(fields, &mut errors);
        let words = fields.required_text("words", WORDS_LETTERS_MAX, &mut errors);
        let until: Option<Date> = fields.line("until").parse().ok();
        if until.is_none_or(|date| date < today) {
            errors.add("until", "error-question-date");
        }
        match (way, until, errors.is_empty()) {
            (Some(way), Some(until), true) => Ok(NewQuestion { asked, way, words, until }),
            _ => Err(errors),
        }
    }
}

/// How a draft goes out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Release {
    /// Not verified: why it goes out all the same.
    pub pending: Option<NewPending>,
    /// `None`: now.
    pub at: Option<Timestamp>,
}

/// Where a note stands: the paragraph of the text that still begins as the one it was made on, or shares most of its
/// words; `None` when there is none any more.
pub fn anchored(anchor: &str, paragraphs: &[&str]) -> Option<usize> {
    let begins = |text: &str| beginning(text);
    if let Some(at) = paragraphs.iter().position(|text| begins(text) == anchor) {
        return Some(at);
    }
    let wanted: Vec<&str> = anchor.split_whitespace().collect();
    let shared = |text: &str| {
        let words: std::collections::HashSet<&str> = text.split_whitespace().collect();
        wanted.iter().filter(|word| words.contains(*word)).count()
    };
    let best = paragraphs.iter().enumerate().map(|(at, text)| (shared(text), at)).max()?;
    (!wanted.is_empty() && best.0 * 2 > wanted.len()).then_some(best.1)
}

/// What a paragraph is known by.
pub fn beginning(paragraph: &str) -> String {
    base::web::clean_line(paragraph).chars().take(160).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_follows_its_paragraph_through_changes_and_not_beyond() {
        let anchor = beginning("Camat berjanji memperbaiki jembatan bulan depan.");
        let moved = ["Baru.", "Camat berjanji memperbaiki jembatan bulan depan."];
        assert_eq!(anchored(&anchor, &moved), Some(1));
        let changed = ["Camat Made berjanji memperbaiki jembatan tahun depan.", "Lain sekali."];
        assert_eq!(anchored(&anchor, &changed), Some(0));
        assert_eq!(anchored(&anchor, &["Lain sekali."]), None);
        assert_eq!(anchored(&anchor, &[]), None);
    }

    #[test]
    fn all_four_conditions_are_asked_for() {
        let three = Fields::from_pairs(&[("urgent", "a"), ("source", "b"), ("notice", "c")]);
        let missing = NewPending::read(&three).unwrap_err();
        assert_eq!(missing.0.iter().map(|error| error.field).collect::<Vec<_>>(), ["unreachable"]);
    }
}
