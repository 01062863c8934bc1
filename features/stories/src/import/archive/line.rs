//! One line of an archive.
use super::Problem;
use crate::story::{BODY_CHARS_MAX, Byline, Format, NewStory, TITLE_CHARS_MAX, Text, hex};
use areas::Areas;
use base::{
    clock::Zone,
    ids::{AreaCode, SectionId},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A story as the archive has it; the fields are those of docs/guides/import.md.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(super) struct LegacyStory {
    pub legacy_id: i64,
    #[serde(default)]
    pub slug: String,
    pub title: String,
    pub section: String,
    pub deck: Option<String>,
    /// One string for each paragraph.
    pub body: Vec<String>,
    pub dateline: Option<String>,
    pub signature: Option<String>,
    #[serde(default)]
    pub bylines: Vec<String>,
    pub posted_at: Option<Timestamp>,
    pub occasion_date: Option<Date>,
    pub areas: Option<LegacyAreas>,
    pub venue: Option<String>,
    pub outlet: Option<String>,
    pub language: Option<String>,
    pub licence: Option<String>,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub comments: Vec<LegacyComment>,
}

/// Codes, or names as they were on the day of the occasion.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub(super) struct LegacyAreas {
    pub written_from: Option<String>,
    pub happened_at: Option<String>,
    #[serde(default)]
    pub about: Vec<String>,
}

#[derive(Debug, Clone, Deserialize, Serialize)]
pub(super) struct LegacyComment {
    pub name: String,
    pub at: Option<Timestamp>,
    pub text: String,
    #[serde(default)]
    pub replies: Vec<LegacyComment>,
}

impl LegacyStory {
    /// The story of a line with its hash; `None` for an empty line.
    pub fn read(line: &[u8]) -> Result<Option<(LegacyStory, String)>, Problem> {
        let text = std::str::from_utf8(line).map_err(|_| Problem::Broken)?.trim();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.is_empty() {
            return Ok(None);
        }
        let story: LegacyStory =
            serde_json::from_str(text).map_err(|error| Problem::Json(error.to_string()))?;
        story.check()?;
        // Written anew, so that spaces and the order of fields do not count.
        let plain = serde_json::to_vec(&story).map_err(|e| Problem::Json(e.to_string()))?;
        // PostgreSQL keeps no NUL in text, and no reader misses it.
        if plain.windows(6).any(|six| six == b"\\u0000") {
            return Err(Problem::Field("NUL"));
        }
        let hash = hex(&Sha256::digest(&plain));
        Ok(Some((story, hash)))
    }

    fn check(&self) -> Result<(), Problem> {
        let empty = |text: &str| text.trim().is_empty();
        let letters: usize = self.body.iter().map(|paragraph| paragraph.chars().count() + 2).sum();
        let wrong = [
            ("legacy_id", self.legacy_id <= 0),
            ("title", empty(&self.title) || self.title.chars().count() > TITLE_CHARS_MAX),
            (
                "section",
                empty(&self.section)
                    || self.section.chars().count() > crate::section::NAME_CHARS_MAX,
            ),
            ("body", self.body.iter().all(|text| empty(text)) || letters > BODY_CHARS_MAX),
            ("comments", self.comments.iter().any(|c| empty(&c.name) || empty(&c.text))),
        ];
        match wrong.into_iter().find(|(_, wrong)| *wrong) {
            Some((field, _)) => Err(Problem::Field(field)),
            None => Ok(()),
        }
    }

    /// The day by which old names of areas are understood.
    pub fn day(&self) -> Date {
        let posted = self.posted_at.map(|at| Zone::Wib.date(at));
        self.occasion_date.or(posted).unwrap_or(Date::constant(2012, 1, 1))
    }

    /// Everything but areas, outlet and origin.
    pub fn as_new(&self, section: SectionId) -> NewStory {
        let text = Text {
            title: self.title.clone(),
            deck: self.deck.clone(),
            body: self.body.join("\n\n"),
            format: Format::Plain,
        };
        let some = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let lang = some(&self.language).unwrap_or_else(|| "id".to_owned());
        NewStory {
            posted_at: self.posted_at,
            occasion_date: self.occasion_date,
            dateline: some(&self.dateline),
            signature: some(&self.signature),
            bylines: self.bylines.iter().cloned().map(Byline::Name).collect(),
            venue: some(&self.venue),
            licence: some(&self.licence),
            tags: self.tags.clone(),
            ..NewStory::new(text, lang, section)
        }
    }
}

/// By code as it is today, else by code or name as it was on that day.
pub(super) fn areas_named(areas: &Areas, name: &str, day: Date) -> Vec<AreaCode> {
    match name.parse::<AreaCode>().ok().filter(|code| areas.exists(*code)) {
        Some(code) => vec![code],
        None => areas.resolve(name, day),
    }
}
