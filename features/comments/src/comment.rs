//! A comment: its states, where it stands in its thread, and what its writer may still do.
use crate::store::CommentRow;
use anyhow::{Context, Result};
use base::{
    app::App,
    ids::CommentId,
    languages::Lang,
    refusal::{FieldErrors, OrNotFound, Outcome},
    subject::Subject,
    text_enum,
    web::Fields,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

text_enum! {
    pub enum State {
        /// For a moderator to look at; its writer sees it.
        Waiting = "waiting",
        Shown = "shown",
        /// By a moderator, with a reason. Not deleted.
        Hidden = "hidden",
        /// By its writer.
        Withdrawn = "withdrawn",
    }
}

/// What a form sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentDraft {
    pub subject: Subject,
    pub parent: Option<CommentId>,
    pub text: String,
    /// Made with the form: the same form sent twice is one comment.
    pub once: String,
    /// Of the page on which it is written, and so of letters about it.
    pub lang: Lang,
}

impl CommentDraft {
    pub fn from_fields(fields: &Fields, lang: Lang) -> Outcome<CommentDraft> {
        Ok(CommentDraft {
            subject: Subject::parse(&fields.line("subject")).or_not_found()?,
            parent: fields.line("parent").parse().ok(),
            text: tidy(&fields.text("text")),
            once: fields.line("once"),
            lang,
        })
    }

    /// Tells this text at this place from every other.
    pub(crate) fn text_hash(&self) -> String {
        let parent = self.parent.map_or(String::new(), |parent| parent.to_string());
        hash(&[&self.subject.to_string(), &parent, &self.text])
    }

    /// A second text written on the same form, after going back, is a second comment; so the text counts too.
    pub(crate) fn once_hash(&self) -> Option<String> {
        (!self.once.is_empty()).then(|| hash(&[&self.once, &self.text_hash()]))
    }
}

fn hash(parts: &[&str]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(parts.join("\0").as_bytes()))
}

/// More empty lines than this in a row say nothing.
const EMPTY_LINES_MAX: usize = 2;
/// More lines than this are a story, or a way to push others off the page.
const LINES_MAX: usize = 60;

/// A comment's text as it is kept: further empty lines in a row are gone.
pub(crate) fn tidy(text: &str) -> String {
    let mut empty = 0;
    let lines = text.lines().map(str::trim_end).filter(|line| {
        empty = if line.is_empty() { empty + 1 } else { 0 };
        empty <= EMPTY_LINES_MAX
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The rule set `talk` in force today.
#[derive(Debug, Clone, Copy)]
pub struct TalkRules {
    pub edit_window: SignedDuration,
    pub depth_max: usize,
    pub chars_max: usize,
}

impl TalkRules {
    pub fn now(app: &App) -> Result<TalkRules> {
        let set = app.rules.at("talk", app.today())?;
        let number = |name: &str| {
            set.numbers.get(name).copied().with_context(|| format!("{} has no {name}", set.id()))
        };
        Ok(TalkRules {
            edit_window: SignedDuration::from_mins(number("edit-window-minutes")?),
            depth_max: usize::try_from(number("depth-max")?)?.max(1),
            chars_max: usize::try_from(number("comment-chars-max")?)?,
        })
    }

    pub(crate) fn check_text(&self, text: &str, errors: &mut FieldErrors) {
        let letters = text.chars().count();
        if letters == 0 {
            errors.add("text", "error-empty");
        } else if letters > self.chars_max {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let numbers = [("max", number(self.chars_max)), ("got", number(letters))];
            errors.add_with("text", "error-too-long", &numbers);
        } else if text.lines().count() > LINES_MAX {
            let max = i64::try_from(LINES_MAX).unwrap_or(i64::MAX);
            errors.add_with("text", "error-comment-lines", &[("max", max)]);
        }
    }

    /// Until when its writer may change a comment; `None` when they may not (any more).
    pub(crate) fn editable_until(&self, comment: &CommentRow, now: Timestamp) -> Option<Timestamp> {
        let until = comment.at?.checked_add(self.edit_window).ok()?;
        let open = matches!(comment.state, State::Waiting | State::Shown);
        (open && now <= until).then_some(until)
    }
}

/// Bytes of one step of a position.
const STEP: usize = 8;

/// Where an answer stands: its parent and its position. An answer to the deepest joins the deepest's level.
pub(crate) fn place(
    id: CommentId,
    answered: Option<&CommentRow>,
    depth_max: usize,
) -> (Option<CommentId>, Vec<u8>) {
    let above = answered.map_or(&[][..], |answered| &answered.position);
    let above = &above[..above.len().min(STEP * (depth_max - 1))];
    let parent = above.last_chunk::<STEP>().map(|step| CommentId(i64::from_be_bytes(*step)));
    (parent, [above, &id.0.to_be_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sample_row;

    #[test]
    fn empty_lines_collapse_and_a_hundred_lines_are_refused() {
        assert_eq!(tidy("satu  \n\n\n\n\n\ndua\n\ntiga"), "satu\n\n\ndua\n\ntiga");
        let rules = TalkRules { edit_window: SignedDuration::ZERO, depth_max: 3, chars_max: 2000 };
        for (lines, expected) in [(60, None), (61, Some("error-comment-lines"))] {
            let mut errors = FieldErrors::default();
            rules.check_text(&"a\n".repeat(lines), &mut errors);
            assert_eq!(errors.0.first().map(|error| error.key), expected, "{lines}");
        }
    }

    #[test]
    fn an_answer_stands_below_what_it_answers_and_never_deeper_than_three() {
        let mut answered: Option<CommentRow> = None;
        let mut found = vec![];
        for id in 1..=5 {
            let (parent, position) = place(CommentId(id), answered.as_ref(), 3);
            found.push((parent.map(|parent| parent.0), position.len() / STEP));
            answered = Some(CommentRow { id: CommentId(id), position, ..sample_row() });
        }
        assert_eq!(found, [(None, 1), (Some(1), 2), (Some(2), 3), (Some(2), 3), (Some(2), 3)]);
    }

    #[test]
    fn the_window_closes_after_ten_minutes_and_with_the_comment() {
        let rules =
            TalkRules { edit_window: SignedDuration::from_mins(10), depth_max: 3, chars_max: 9 };
        let at: Timestamp = "2026-11-24T02:00:00Z".parse().unwrap();
        let cases = [
            (State::Shown, Some(0), true),
            (State::Shown, Some(600), true),
            (State::Shown, Some(601), false),
            (State::Waiting, Some(60), true),
            (State::Hidden, Some(60), false),
            (State::Withdrawn, Some(60), false),
            (State::Shown, None, false),
        ];
        for (state, age_s, open) in cases {
            let written = age_s.map(|_| at);
            let now = at + SignedDuration::from_secs(age_s.unwrap_or(0));
            let comment = CommentRow { state, at: written, ..sample_row() };
            assert_eq!(rules.editable_until(&comment, now).is_some(), open, "{state} {age_s:?}");
        }
    }

    #[test]
    fn the_same_text_elsewhere_and_another_text_on_the_same_form_are_other_comments() {
        let draft = |subject: &str, text: &str, once: &str| CommentDraft {
            subject: Subject::parse(subject).unwrap(),
            parent: None,
            text: text.to_owned(),
            once: once.to_owned(),
            lang: Lang::INDONESIAN,
        };
        let first = draft("story-1", "halo", "a");
        assert_eq!(first.text_hash(), draft("story-1", "halo", "b").text_hash());
        assert_ne!(first.text_hash(), draft("story-2", "halo", "a").text_hash());
        assert_ne!(first.once_hash(), draft("story-1", "hai", "a").once_hash());
        assert_eq!(draft("story-1", "halo", "").once_hash(), None);
    }
}
