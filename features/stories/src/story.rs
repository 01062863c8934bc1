//! A story: what it is made of, what may become of it, and what a draft must have.
use base::{
    ids::{AreaCode, OccasionId, OutletId, PersonId, PictureId, SectionId},
    refusal::{FieldErrors, Refusal},
    text_enum,
};
use jiff::{Timestamp, civil::Date};
use sha2::{Digest, Sha256};

text_enum! {
    /// Where a story is in its life; the one step is from the first to the second. Whether a moderator has hidden it is
    /// another matter.
    pub enum Status {
        Published = "published",
        /// Taken back in public: address, title and reason stay.
        Retracted = "retracted",
    }
}

text_enum! {
    /// How a body is written.
    pub enum Format {
        /// Paragraphs between blank lines, shown exactly as they are: imports.
        Plain = "plain",
        /// With marks for headings, lists, links (see tools/markup).
        Marks = "marks",
    }
}

text_enum! {
    /// What a new edition is for.
    pub enum EditionKind {
        First = "first",
        /// The story went on.
        Update = "update",
        /// Something was wrong: shown in a box with its date.
        Correction = "correction",
    }
}

/// Who wrote: an account, or a name as it stood in print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Byline {
    Person(PersonId),
    Name(String),
}

/// The text of an edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub title: String,
    pub deck: Option<String>,
    pub body: String,
    pub format: Format,
}

/// Longer than any story; shorter than what hurts.
pub const TITLE_CHARS_MAX: usize = 300;
pub const BODY_CHARS_MAX: usize = 200_000;

impl Text {
    /// The SHA-256 over title, deck and body, each ended by U+001E: what stays of an edition that was sealed.
    pub fn hash(&self) -> String {
        let deck = self.deck.as_deref().unwrap_or_default();
        let mut hasher = Sha256::new();
        for part in [self.title.as_str(), deck, self.body.as_str()] {
            hasher.update(part.as_bytes());
            hasher.update("\u{1e}".as_bytes());
        }
        hex(&hasher.finalize())
    }

    fn check(&self, errors: &mut FieldErrors) {
        check_length("title", &self.title, TITLE_CHARS_MAX, errors);
        check_length("body", &self.body, BODY_CHARS_MAX, errors);
    }
}

pub(crate) fn check_length(field: &'static str, text: &str, max: usize, errors: &mut FieldErrors) {
    let letters = text.chars().count();
    if text.trim().is_empty() {
        errors.add(field, "error-empty");
    } else if letters > max {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        errors.add_with(field, "error-too-long", &[("max", number(max)), ("got", number(letters))]);
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where a story of an older portal came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Legacy {
    /// Its number and the words in its address, when they are known.
    pub address: Option<(i64, String)>,
    /// Tells the same content from changed content at a second import.
    pub hash: String,
}

/// Everything that a story has when it is published.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStory {
    pub text: Text,
    pub lang: String,
    pub section: SectionId,
    /// `None`: nobody knows. Never the day of an import.
    pub posted_at: Option<Timestamp>,
    pub occasion: Option<OccasionId>,
    pub occasion_date: Option<Date>,
    /// The date as the text has it: "14-06-16".
    pub occasion_date_written: Option<String>,
    /// As written: "Lombok Utara ( SK)".
    pub dateline: Option<String>,
    /// As written: "( Ardes ).".
    pub signature: Option<String>,
    pub bylines: Vec<Byline>,
    pub written_from: Option<AreaCode>,
    pub happened_at: Option<AreaCode>,
    pub venue: Option<String>,
    pub about: Vec<AreaCode>,
    pub outlet: Option<OutletId>,
    pub licence: Option<String>,
    pub tags: Vec<String>,
    pub pictures: Vec<PictureId>,
    /// When an editor approved it, and who.
    pub approved: Option<(Timestamp, Option<PersonId>)>,
    /// When its facts were verified, and by whom: another flag than approval.
    pub verified: Option<(Timestamp, Option<PersonId>)>,
    /// Published before it could be verified: what is still being checked.
    pub unverified_notice: Option<String>,
    pub legacy: Option<Legacy>,
}

impl NewStory {
    /// A story with a text and a section; fill in what it has.
    pub fn new(text: Text, lang: impl Into<String>, section: SectionId) -> NewStory {
        NewStory {
            text,
            lang: lang.into(),
            section,
            posted_at: None,
            occasion: None,
            occasion_date: None,
            occasion_date_written: None,
            dateline: None,
            signature: None,
            bylines: vec![],
            written_from: None,
            happened_at: None,
            venue: None,
            about: vec![],
            outlet: None,
            licence: None,
            tags: vec![],
            pictures: vec![],
            approved: None,
            verified: None,
            unverified_notice: None,
            legacy: None,
        }
    }

    pub fn check(&self) -> Result<(), Refusal> {
        let mut errors = FieldErrors::default();
        self.text.check(&mut errors);
        errors.check()
    }
}

/// The text of a later edition, and what it is for.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEdition {
    pub text: Text,
    pub kind: EditionKind,
    pub at: Timestamp,
    /// What changed and why, in a sentence for readers.
    pub why: String,
}

impl NewEdition {
    pub fn check(&self) -> Result<(), Refusal> {
        let mut errors = FieldErrors::default();
        self.text.check(&mut errors);
        check_length("why", &self.why, 2_000, &mut errors);
        errors.check()
    }
}

/// Addresses under a story that are no titles.
const TAKEN: [&str; 6] = ["beda", "edisi", "ubah", "koreksi", "tandai", "komentar"];

/// The words of a title as they stand in an address.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'á' | 'à' | 'â' | 'ä' | 'ā' | 'å' => 'a',
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ě' => 'e',
            'í' | 'ì' | 'î' | 'ï' | 'ī' => 'i',
            'ó' | 'ò' | 'ô' | 'ö' | 'ō' => 'o',
            'ú' | 'ù' | 'û' | 'ü' | 'ū' => 'u',
            '\'' | '’' | '‘' | '\u{301}' | '\u{300}' => continue,
            other => other,
        };
        if plain.is_ascii_alphanumeric() {
            slug.push(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= 80 {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() || TAKEN.contains(&slug) {
        format!("tulisan-{slug}").trim_end_matches('-').to_owned()
    } else {
        slug.to_owned()
    }
}

/// A tag as it is kept: small letters, single blanks.
pub fn tag_name(text: &str) -> String {
    base::web::clean_line(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_words_in_an_address() {
        let cases = [
            ("Perbaikan Layanan Masyarakat", "perbaikan-layanan-masyarakat"),
            ("  “Kami cukup” – kata Bu Désa’s…  ", "kami-cukup-kata-bu-desas"),
            ("Edisi", "tulisan-edisi"),
            ("ᮞᮥᮔ᮪ᮓ", "tulisan"),
        ];
        for (title, expected) in cases {
            assert_eq!(slug(title), expected);
        }
    }

    #[test]
    fn a_hash_tells_title_deck_and_body_apart() {
        let text = |title: &str, deck: &str, body: &str| Text {
            title: title.into(),
            deck: Some(deck.into()),
            body: body.into(),
            format: Format::Plain,
        };
        let hash = text("a", "b", "c").hash();
        assert_eq!(hash.len(), 64);
        assert_ne!(hash, text("ab", "", "c").hash());
        assert_ne!(hash, text("a", "bc", "").hash());
    }

    #[test]
    fn a_story_without_words_is_refused() {
        let text = Text { title: " ".into(), deck: None, body: "".into(), format: Format::Plain };
        let Err(Refusal::Invalid(errors)) = NewStory::new(text, "id", SectionId(1)).check() else {
            panic!("it was let through")
        };
        assert_eq!(errors.0.iter().map(|e| e.field).collect::<Vec<_>>(), ["title", "body"]);
    }
}
