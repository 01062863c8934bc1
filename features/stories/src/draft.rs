//! A story before it is public: what its writer sent, where it is, and what a draft must have.
use crate::{
    sections::Sections,
    story::{BODY_CHARS_MAX, Format, Text},
};
use base::{
    ids::{AreaCode, SectionId},
    refusal::FieldErrors,
    text_enum,
    web::Fields,
};
use jiff::civil::Date;

text_enum! {
    /// Where a draft is.
    pub enum DraftState {
        /// With the editors.
        Sent = "sent",
        /// With its writer again, with a reason.
        Returned = "returned",
        Published = "published",
        /// Taken back by its writer.
        Withdrawn = "withdrawn",
    }
}

impl DraftState {
    /// The steps that there are.
    pub fn may_become(self, next: DraftState) -> bool {
        use DraftState::{Published, Returned, Sent, Withdrawn};
        matches!(
            (self, next),
            (Sent, Returned | Published | Withdrawn) | (Returned, Sent | Withdrawn)
        )
    }
}

/// Titles longer than this do not fit a front page.
pub const DRAFT_TITLE_CHARS_MAX: usize = 140;

/// What a writer typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryDraft {
    pub section: SectionId,
    pub title: String,
    pub body: String,
    pub written_from: AreaCode,
    pub occasion_date: Option<Date>,
}

impl StoryDraft {
    /// What the form holds, or what is wrong with it. `area` is what the picker says.
    pub fn check(
        fields: &Fields,
        sections: &Sections,
        (area, today): (Option<AreaCode>, Date),
    ) -> Result<StoryDraft, FieldErrors> {
        let mut errors = FieldErrors::default();
        let section = sections.by_slug_id(&fields.line("section"));
        if section.is_none() {
            errors.add("section", "error-draft-section");
        }
        let title = fields.required_line("title", DRAFT_TITLE_CHARS_MAX, &mut errors);
        let body = fields.required_text("body", BODY_CHARS_MAX, &mut errors);
        if area.is_none() {
            errors.add("area", "error-draft-area");
        }
        let typed = fields.line("occasion_date");
        let occasion_date: Option<Date> = typed.parse().ok();
        if !typed.is_empty() && occasion_date.is_none_or(|date| date > today) {
            errors.add("occasion_date", "error-draft-date");
        }
        match (section, area, errors.is_empty()) {
            (Some(section), Some(written_from), true) => {
                Ok(StoryDraft { section, title, body, written_from, occasion_date })
            }
            _ => Err(errors),
        }
    }

    /// As an edition would have it.
    pub fn text(&self) -> Text {
        text(&self.title, &self.body)
    }
}

pub(crate) fn text(title: &str, body: &str) -> Text {
    let (title, body) = (title.to_owned(), body.to_owned());
    Text { title, deck: None, body, format: Format::Marks }
}

/// How an editor lets it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    Verified,
    /// Published before it could be verified: what is still being checked, told to readers.
    Pending(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_or_withdrawn_goes_nowhere_else() {
        for state in DraftState::ALL.iter().copied() {
            for next in DraftState::ALL.iter().copied() {
                let ended = matches!(state, DraftState::Published | DraftState::Withdrawn);
                assert!(!(ended && state.may_become(next)), "{state} became {next}");
            }
        }
        assert!(DraftState::Returned.may_become(DraftState::Sent));
        assert!(!DraftState::Returned.may_become(DraftState::Published));
    }
}
