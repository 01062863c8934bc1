//! The text of one page of an older portal, kept as it is with every misspelling, and what could not be placed.
mod dates;
mod keep;
mod places;
mod text;

pub use keep::keep;

use areas::Areas;
use base::{ids::AreaCode, languages::Words};
use jiff::civil::Date;
use places::Found;

/// What a line of the page turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Blank,
    Masthead,
    /// Title and section share it.
    Title,
    Paragraph,
    CommentHeading,
    Comment,
    Footer,
}

/// A comment of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldComment {
    pub name: String,
    /// Day and hour by the clocks of the area that the story was written from.
    pub at: Option<jiff::civil::DateTime>,
    pub text: String,
}

/// Something that found no place, or that is not on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unplaced {
    Masthead,
    Title,
    Section(String),
    Dateline(String),
    DatelineArea(String),
    Signature(String),
    PostedAt,
    OccasionDate,
    OtherDate(String),
    Area(String),
    Comments(String),
}

impl Unplaced {
    pub fn sentence(&self, words: &Words) -> String {
        let with = |key: &str, text: &str| words.with(key, "text", text);
        match self {
            Unplaced::Masthead => words.t("unplaced-masthead"),
            Unplaced::Title => words.t("unplaced-title"),
            Unplaced::Section(text) => with("unplaced-section", text),
            Unplaced::Dateline(text) => with("unplaced-dateline", text),
            Unplaced::DatelineArea(text) => with("unplaced-dateline-area", text),
            Unplaced::Signature(text) => with("unplaced-signature", text),
            Unplaced::PostedAt => words.t("unplaced-posted"),
            Unplaced::OccasionDate => words.t("unplaced-occasion-date"),
            Unplaced::OtherDate(text) => with("unplaced-other-date", text),
            Unplaced::Area(text) => with("unplaced-area", text),
            Unplaced::Comments(text) => with("unplaced-comments", text),
        }
    }
}

/// A page that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct OldPage {
    /// The portal's name and tagline.
    pub masthead: Vec<String>,
    pub title: String,
    pub section: Option<String>,
    /// Byte for byte as on the page, dateline and signature included.
    pub paragraphs: Vec<String>,
    pub dateline: Option<String>,
    pub signature: Option<String>,
    pub bylines: Vec<String>,
    pub occasion_date: Option<Date>,
    /// The date as the text has it.
    pub occasion_date_written: Option<String>,
    pub venue: Option<String>,
    pub written_from: Option<AreaCode>,
    pub happened_at: Option<AreaCode>,
    pub about: Vec<AreaCode>,
    /// The number in "Komentar (n)".
    pub comment_count: Option<i64>,
    pub comments: Vec<OldComment>,
    pub footer: Option<String>,
    /// Number and words of its old address, when the caller knows them: the page does not say.
    pub address: Option<(i64, String)>,
    /// What each line turned out to be, in order.
    pub parts: Vec<Part>,
    pub unplaced: Vec<Unplaced>,
    /// Tells this page from every other.
    pub hash: String,
}

/// Reads a page. Never fails: what is not understood is told in `unplaced`.
pub fn read(page_text: &str, known_sections: &[String], areas: &Areas) -> OldPage {
    let layout = text::Layout::read(page_text, known_sections);
    let paragraphs = layout.paragraphs();
    let mut unplaced = layout.unplaced.clone();
    let whole = paragraphs.join("\n\n");
    let dates = dates::find(&whole);
    let occasion = dates.first();
    let day = occasion.map_or(Date::constant(2016, 1, 1), |found| found.date);
    let dateline = paragraphs
        .first()
        .and_then(|first| text::dateline(first, |name| areas.resolve(name, day).len() == 1));
    let signature = paragraphs.last().and_then(|last| text::signature(last));
    let found =
        Found::read(&whole, (dateline.as_deref(), occasion), &|name| areas.resolve(name, day));
    note_missing(&mut unplaced, &paragraphs, (&dateline, &signature));
    if occasion.is_none() {
        unplaced.push(Unplaced::OccasionDate);
    }
    unplaced.push(Unplaced::PostedAt);
    unplaced.extend(dates.iter().skip(1).map(|other| Unplaced::OtherDate(other.written.clone())));
    unplaced.extend(found.unknown);
    OldPage {
        bylines: signature.as_deref().map(text::names).unwrap_or_default(),
        occasion_date: occasion.map(|found| found.date),
        occasion_date_written: occasion.map(|found| found.written.clone()),
        venue: found.venue,
        written_from: found.written_from,
        happened_at: found.happened_at,
        about: found.about,
        masthead: layout.lines_of(Part::Masthead),
        title: layout.title,
        section: layout.section,
        footer: layout.footer,
        comment_count: layout.comment_count,
        comments: layout.comments,
        parts: layout.parts,
        address: None,
        hash: keep::hash(page_text),
        paragraphs,
        dateline,
        signature,
        unplaced,
    }
}

fn note_missing(
    unplaced: &mut Vec<Unplaced>,
    paragraphs: &[String],
    (dateline, signature): (&Option<String>, &Option<String>),
) {
    let start = |text: Option<&String>| {
        text.map(|text| text.chars().take(60).collect::<String>()).unwrap_or_default()
    };
    let end = |text: Option<&String>| {
        let letters: Vec<char> = text.map(|text| text.chars().collect()).unwrap_or_default();
        letters[letters.len().saturating_sub(60)..].iter().collect::<String>()
    };
    if dateline.is_none() {
        unplaced.push(Unplaced::Dateline(start(paragraphs.first())));
    }
    if signature.is_none() {
        unplaced.push(Unplaced::Signature(end(paragraphs.last())));
    }
}
