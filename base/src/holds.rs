//! Whether new text waits for a moderator, decided in the transaction that writes it.
//!
//! The rules are settings. across/moderation owns the queue, the acts and the log; a feature only asks here.
use crate::{
    app::App,
    db::{Reads, Tx},
    ids::{AreaCode, PersonId},
    measures::{self, MeasureKind},
    settings::{self, Setting},
    store::{self, HoldRow},
    subject::Subject,
    text_enum,
};
use anyhow::Result;
use jiff::SignedDuration;

/// A newcomer's first comments wait until this many were shown; 0 lets all through.
pub const NEWCOMER_WAITS: Setting = Setting { name: "newcomer-waits", default: 1, min: 0, max: 50 };
/// Text with more links than this waits.
pub const LINKS_MAX: Setting = Setting { name: "links-max", default: 2, min: 0, max: 50 };
/// With 1, everything waits.
pub const ALL_WAIT: Setting = Setting { name: "all-wait", default: 0, min: 0, max: 1 };

/// Whoever sent so many texts within an hour waits with the next; 0: nobody counts.
pub const RATE_MAX: Setting = Setting { name: "rate-max", default: 0, min: 0, max: 500 };

/// All numbers of this mechanism, for the moderators' page.
pub const SETTINGS: [Setting; 4] = [NEWCOMER_WAITS, LINKS_MAX, RATE_MAX, ALL_WAIT];

/// Text with one of these words waits: one a line.
const WORDS: &str = "hold-words";
const HOUR: SignedDuration = SignedDuration::from_hours(1);

text_enum! {
    /// Why text waits.
    pub enum Reason {
        Newcomer = "newcomer",
        Links = "links",
        All = "all",
        /// A moderator decided that this person's texts wait; see `measures`.
        Person = "person",
        Words = "words",
        Rate = "rate",
    }
}

/// What a feature knows of the text when it asks.
pub struct NewText<'a> {
    pub subject: Subject,
    /// Where its card says that it lies.
    pub area: Option<AreaCode>,
    /// `None`: the queue must not know; without an account, or anonymous.
    pub by: Option<PersonId>,
    pub text: &'a str,
    /// How many earlier texts of this person are shown.
    pub shown_before: i64,
}

/// Why text of somebody with so many earlier texts must wait. `None`: it may be shown at once.
pub async fn decide(tx: &mut Tx, (text, shown_before): (&str, i64)) -> Result<Option<Reason>> {
    let links = text.matches("http://").count() + text.matches("https://").count();
    Ok(if ALL_WAIT.get(&mut *tx).await? == 1 {
        Some(Reason::All)
    } else if shown_before < NEWCOMER_WAITS.get(&mut *tx).await? {
        Some(Reason::Newcomer)
    } else if i64::try_from(links).unwrap_or(i64::MAX) > LINKS_MAX.get(&mut *tx).await? {
        Some(Reason::Links)
    } else if has_word(text, &words(&mut *tx).await?) {
        Some(Reason::Words)
    } else {
        None
    })
}

/// Decides, and when the text must wait, puts it in the queue. `None`: it may be shown at once.
pub async fn place(app: &App, tx: &mut Tx, new: NewText<'_>) -> Result<Option<Reason>> {
    let NewText { subject, area, by: person, text, shown_before } = new;
    let mut reason = decide(tx, (text, shown_before)).await?;
    if let Some(person) = person {
        // Counted also when something else makes it wait.
        let much = writes_much(app, tx, person).await?.then_some(Reason::Rate);
        reason = reason.or(of_person(app, tx, person).await?).or(much);
    }
    if let Some(reason) = reason {
        let (kind, subject_id) = (subject.kind, subject.id);
        let (reason, since) = (reason.to_string(), app.now());
        let hold = HoldRow { kind, subject_id, reason, person, since };
        store::insert_hold(tx, &hold, area).await?;
    }
    Ok(reason)
}

/// Whether a moderator decided that what this person writes waits.
async fn of_person(app: &App, tx: &mut Tx, person: PersonId) -> Result<Option<Reason>> {
    let running = measures::in_force(&mut *tx, person, app.now()).await?;
    let waits = running.iter().any(|measure| measure.kind == MeasureKind::Hold);
    Ok(waits.then_some(Reason::Person))
}

/// Counts this text, where the house counts; whether there were too many within the hour before it.
async fn writes_much(app: &App, tx: &mut Tx, person: PersonId) -> Result<bool> {
    let max = RATE_MAX.get(&mut *tx).await?;
    if max == 0 {
        return Ok(false);
    }
    let before = store::count_recent_texts(tx, person, app.now() - HOUR).await?;
    store::insert_recent_text(tx, (app.make_id(), person, app.now())).await?;
    Ok(before >= max)
}

/// The words that make a text wait.
pub async fn words(db: impl Reads) -> Result<Vec<String>> {
    let lines = settings::text(db, WORDS).await?.unwrap_or_default();
    let words = lines.lines().map(|line| spaced(line).trim().to_owned());
    Ok(words.filter(|word| !word.is_empty()).collect())
}

/// The caller has checked who may and how long the list is.
pub async fn put_words(app: &App, tx: &mut Tx, words: &str, by: PersonId) -> Result<()> {
    settings::put_text(app, tx, (WORDS, words), Some(by)).await
}

/// Whole words only: "sara" is not in "sarapan".
fn has_word(text: &str, words: &[String]) -> bool {
    if words.is_empty() {
        return false;
    }
    let text = spaced(text);
    words.iter().any(|word| text.contains(&format!(" {word} ")))
}

/// Small letters and digits, with one space around and between words.
fn spaced(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

/// Takes a subject out of the queue, decided or withdrawn; false when it was not in it.
pub async fn lift(tx: &mut Tx, subject: Subject) -> Result<bool> {
    store::delete_hold(tx, subject).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whole_in_any_case_and_between_any_marks() {
        let words = ["judi online".to_owned(), "pulsa".to_owned()];
        for (text, waits) in [
            ("Main JUDI-online di sini", true),
            ("pulsa!", true),
            ("Kepulsaan", false),
            ("judi daring, online", false),
            ("", false),
        ] {
            assert_eq!(has_word(text, &words), waits, "{text}");
        }
        assert!(!has_word("apa pun", &[]));
    }
}
