//! A reply or a correction that somebody asks for: its states, what may follow what, what is wrong with a form. No I/O.
use crate::rules::ReplyRules;
use base::{
    cases,
    ids::{AreaCode, PersonId, ReplyId},
    jiff::Timestamp,
    languages::Lang,
    refusal::FieldErrors,
    row,
    subject::{Kind, Subject},
    text_enum,
    web::Fields,
};
use people::Contact;

/// What the number of a case begins with.
pub(crate) const NUMBER: char = 'H';
const NAME_LETTERS_MAX: usize = 120;
const PROOF_LETTERS_MAX: usize = 1_000;
/// A mark that our form made has this many letters; another makes no code.
const MARK_LETTERS: usize = 43;

text_enum! {
    /// What is asked for (Peraturan Dewan Pers 9/2008).
    pub enum Asks {
        /// Of anyone: an error is mended. It never lapses.
        Correction = "correction",
        /// Of those whose name facts in a story harm: their own words are published. It lapses after two months.
        Reply = "reply",
    }
}

text_enum! {
    pub enum State {
        Received = "received",
        /// The desk asked for more: the one who asked has the turn.
        Asked = "asked",
        Weighed = "weighed",
        /// One person wants to refuse; a second one decides.
        Proposed = "proposed",
        Accepted = "accepted",
        Refused = "refused",
        Lapsed = "lapsed",
        Published = "published",
        Withdrawn = "withdrawn",
        PressCouncil = "press-council",
        Closed = "closed",
    }
}

text_enum! {
    /// What is done with it; each is a row.
    pub enum Step {
        Received = "received",
        Asked = "asked",
        Completed = "completed",
        Weighed = "weighed",
        Accepted = "accepted",
        Proposed = "proposed",
        Refused = "refused",
        NotRefused = "not-refused",
        Published = "published",
        Lapsed = "lapsed",
        Withdrawn = "withdrawn",
        PressCouncil = "press-council",
        Closed = "closed",
        Noted = "noted",
        /// Whoever decides next does so alone, after the pause: nobody else could.
        Alone = "alone",
    }
}

impl Step {
    /// What the desk can do.
    pub const OF_DESK: &'static [Step] = &[
        Step::Weighed,
        Step::Accepted,
        Step::Published,
        Step::Refused,
        Step::NotRefused,
        Step::Asked,
        Step::Proposed,
        Step::Lapsed,
        Step::Closed,
        Step::Noted,
    ];
    /// What the one who asked can do.
    pub const OF_SENDER: &'static [Step] = &[Step::Completed, Step::PressCouncil, Step::Withdrawn];

    /// Its words are for the desk alone.
    pub fn is_inner(self) -> bool {
        matches!(self, Step::Noted | Step::Proposed | Step::NotRefused)
    }

    /// Makes no sense without words.
    pub fn needs_words(self) -> bool {
        matches!(self, Step::Asked | Step::Completed | Step::Proposed | Step::Noted)
    }
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Reply {
        pub id: ReplyId,
        pub number: String,
        pub code_hash: String,
        pub asks: Asks,
        pub kind: Kind,
        pub subject_id: i64,
        pub area: Option<AreaCode>,
        pub name: String,
        pub capacity: String,
        pub passage: String,
        pub wrong: String,
        pub text: String,
        pub proof: Option<String>,
        pub lang: String,
        pub sent_at: Timestamp,
        pub window_until: Option<Timestamp>,
        pub state: State,
        pub state_at: Timestamp,
        pub due_at: Option<Timestamp>,
        pub turn: i64,
        pub ground: Option<String>,
        pub proposed_by: Option<PersonId>,
        pub published_at: Option<Timestamp>,
        pub edition: Option<i64>,
    }
}

impl Reply {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }

    pub fn path(&self) -> String {
        format!("/hak-jawab/{}", self.id)
    }

    /// Its words are published; a correction has none of its own, the story's edition is it.
    pub fn public(&self) -> bool {
        self.asks == Asks::Reply && self.published_at.is_some()
    }

    /// Whether the right was gone when it was asked for, or is gone now while the one who asked is waited for.
    pub fn has_lapsed(&self, now: Timestamp) -> bool {
        let Some(until) = self.window_until else { return false };
        self.sent_at > until || (self.state == State::Asked && now > until)
    }

    /// Where a step leads; `None` when it cannot be done now.
    pub fn after(&self, step: Step, now: Timestamp) -> Option<State> {
        use State as S;
        let open = matches!(self.state, S::Received | S::Asked | S::Weighed);
        let ended = matches!(self.state, S::Refused | S::Lapsed | S::Published);
        let right = match step {
            Step::Received => false,
            Step::Weighed => self.state == S::Received,
            Step::Asked => matches!(self.state, S::Received | S::Weighed),
            Step::Completed => self.state == S::Asked,
            // Parties may agree although two months are over.
            Step::Accepted => open || self.state == S::Lapsed,
            Step::Proposed => open,
            Step::Refused | Step::NotRefused => self.state == S::Proposed,
            Step::Lapsed => open && self.has_lapsed(now),
            Step::Published => self.state == S::Accepted,
            Step::Withdrawn => open || self.state == S::Accepted,
            Step::PressCouncil => ended,
            Step::Closed => ended || self.state == S::PressCouncil,
            Step::Alone => open || self.state == S::Proposed,
            Step::Noted => !matches!(self.state, S::Closed | S::Withdrawn),
        };
        right.then_some(match step {
            Step::Received | Step::Completed => S::Received,
            Step::Asked => S::Asked,
            Step::Weighed | Step::NotRefused => S::Weighed,
            Step::Accepted => S::Accepted,
            Step::Proposed => S::Proposed,
            Step::Refused => S::Refused,
            Step::Lapsed => S::Lapsed,
            Step::Published => S::Published,
            Step::Withdrawn => S::Withdrawn,
            Step::PressCouncil => S::PressCouncil,
            Step::Closed => S::Closed,
            Step::Noted | Step::Alone => self.state,
        })
    }
}

/// What somebody asks for, nothing wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyDraft {
    pub subject: Subject,
    pub asks: Asks,
    pub name: String,
    pub capacity: String,
    pub passage: String,
    pub wrong: String,
    pub text: String,
    pub proof: Option<String>,
    pub contact: Option<Contact>,
    /// Of the page and of letters.
    pub lang: Lang,
    /// Made with the form and known to its sender only.
    pub mark: String,
}

impl ReplyDraft {
    pub fn read(
        (fields, lang): (&Fields, Lang),
        subject: Subject,
        rules: &ReplyRules,
    ) -> Result<ReplyDraft, FieldErrors> {
        let mut errors = FieldErrors::default();
        let asks = Asks::parse(&fields.line("asks"));
        if asks.is_none() {
            errors.add("asks", "error-choose");
        }
        let typed = fields.line("contact");
        let contact = Contact::read(&typed);
        if contact.is_none() && !typed.is_empty() {
            errors.add("contact", "error-contact");
        }
        let mark = fields.line("once");
        if mark.len() != MARK_LETTERS {
            errors.add("text", "error-reply-form");
        }
        let draft = ReplyDraft {
            subject,
            asks: asks.unwrap_or(Asks::Correction),
            name: fields.required_line("name", NAME_LETTERS_MAX, &mut errors),
            capacity: fields.required_line("capacity", NAME_LETTERS_MAX, &mut errors),
            passage: fields.required_text("passage", rules.passage_chars_max, &mut errors),
            wrong: fields.required_text("wrong", rules.words_chars_max, &mut errors),
            text: fields.required_text("text", rules.text_chars_max, &mut errors),
            proof: fields.optional_line("proof", PROOF_LETTERS_MAX, &mut errors),
            contact,
            lang,
            mark,
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }

    /// By what a second sending of the same form is known.
    pub fn once_hash(&self) -> String {
        cases::hash(&format!("reply-once {}", self.mark))
    }

    pub fn code(&self) -> String {
        cases::code_of("reply", &self.mark)
    }
}

/// What the desk, or the one who asked, does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub step: Step,
    pub ground: Option<String>,
    pub words: Option<String>,
}

impl Deed {
    /// `offered`: what this page can do.
    pub fn read(
        fields: &Fields,
        offered: &[Step],
        rules: &ReplyRules,
    ) -> Result<Deed, FieldErrors> {
        let mut errors = FieldErrors::default();
        let step = Step::parse(&fields.line("step")).filter(|step| offered.contains(step));
        let Some(step) = step else { return Err(FieldErrors::one("step", "error-choose")) };
        let ground = Some(fields.line("ground")).filter(|_| step == Step::Proposed);
        if ground.as_ref().is_some_and(|ground| !rules.grounds.contains(ground)) {
            errors.add("ground", "error-reply-ground");
        }
        let words = if step.needs_words() || fields.filled("words") {
            Some(fields.required_text("words", rules.words_chars_max, &mut errors))
        } else {
            None
        };
        if errors.is_empty() { Ok(Deed { step, ground, words }) } else { Err(errors) }
    }
}
