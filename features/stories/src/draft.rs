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
        /// With its writer, who has not sent it yet.
        Working = "working",
        /// With the editors.
        Sent = "sent",
        /// With its writer again, with a reason.
        Returned = "returned",
        /// Goes public by itself at its hour.
        Scheduled = "scheduled",
        Published = "published",
        /// Taken back by its writer.
        Withdrawn = "withdrawn",
    }
}

impl DraftState {
    /// The steps that there are.
    pub fn may_become(self, next: DraftState) -> bool {
        use DraftState::{Published, Returned, Scheduled, Sent, Withdrawn, Working};
        matches!(
            (self, next),
            (Working, Sent | Withdrawn)
                | (Sent, Returned | Scheduled | Published | Withdrawn)
                | (Scheduled, Sent | Published)
                | (Returned, Sent | Withdrawn)
                | (Withdrawn, Working | Sent)
        )
    }

    /// Whether its writers may change the text now.
    pub fn is_with_writer(self) -> bool {
        matches!(self, DraftState::Working | DraftState::Returned | DraftState::Withdrawn)
    }
}

/// Titles longer than this do not fit a front page.
pub const DRAFT_TITLE_CHARS_MAX: usize = 140;

/// What a writer typed, finished or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryDraft {
    pub section: SectionId,
    pub title: String,
    pub body: String,
    pub written_from: Option<AreaCode>,
    pub occasion_date: Option<Date>,
}

impl StoryDraft {
    /// What the form holds so far, to be saved: nothing need be there yet, but nothing may be too long.
    pub fn so_far(
        fields: &Fields,
        sections: &Sections,
        area: Option<AreaCode>,
    ) -> Result<StoryDraft, FieldErrors> {
        let mut errors = FieldErrors::default();
        let Some(section) = sections.by_slug_id(&fields.line("section")).or(sections.first_id())
        else {
            return Err(FieldErrors::one("section", "error-draft-section"));
        };
        let title = fields.optional_line("title", DRAFT_TITLE_CHARS_MAX, &mut errors);
        let body = match fields.filled("body") {
            true => fields.required_text("body", BODY_CHARS_MAX, &mut errors),
            false => String::new(),
        };
        let occasion_date = fields.line("occasion_date").parse().ok();
        let title = title.unwrap_or_default();
        let draft = StoryDraft { section, title, body, written_from: area, occasion_date };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }

    /// What is missing before an editor can read it.
    pub fn check(&self, fields: &Fields, today: Date) -> Result<(), FieldErrors> {
        let mut errors = FieldErrors::default();
        for (field, words) in [("title", &self.title), ("body", &self.body)] {
            if words.is_empty() {
                errors.add(field, "error-empty");
            }
        }
        if self.written_from.is_none() {
            errors.add("area", "error-draft-area");
        }
        let typed = fields.line("occasion_date");
        if !typed.is_empty() && self.occasion_date.is_none_or(|date| date > today) {
            errors.add("occasion_date", "error-draft-date");
        }
        if errors.is_empty() { Ok(()) } else { Err(errors) }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_goes_nowhere_else() {
        for state in DraftState::ALL.iter().copied() {
            for next in DraftState::ALL.iter().copied() {
                let ended = state == DraftState::Published;
                assert!(!(ended && state.may_become(next)), "{state} became {next}");
            }
        }
        assert!(DraftState::Returned.may_become(DraftState::Sent));
        assert!(!DraftState::Returned.may_become(DraftState::Published));
        assert!(!DraftState::Working.may_become(DraftState::Published));
    }
}
