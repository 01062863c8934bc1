//! A tip: its states, what may follow what, what is wrong with a form. No I/O but areas by name.
use crate::rules::TipRules;
use base::{
    app::App,
    attribution::Attribution,
    cases,
    ids::{AreaCode, TipId},
    jiff::Timestamp,
    languages::Lang,
    refusal::FieldErrors,
    row, text_enum,
    vault::Slot,
    web::Fields,
};

/// What the number of a tip begins with.
pub(crate) const NUMBER: char = 'K';
const HAPPENED_LETTERS_MAX: usize = 120;
const CONTACT_LETTERS_MAX: usize = 200;
/// A mark that our form made has this many letters; another makes no code.
const MARK_LETTERS: usize = 43;

text_enum! {
    pub enum State {
        Received = "received",
        /// The desk asked something: the sender has the turn.
        Asked = "asked",
        Closed = "closed",
    }
}

text_enum! {
    /// What is done with it; each is a row.
    pub enum Step {
        Received = "received",
        Asked = "asked",
        Completed = "completed",
        Answered = "answered",
        Closed = "closed",
        Noted = "noted",
    }
}

impl Step {
    /// What the desk can do.
    pub const OF_DESK: &'static [Step] = &[Step::Asked, Step::Answered, Step::Closed, Step::Noted];
    /// What the sender can do.
    pub const OF_SENDER: &'static [Step] = &[Step::Completed];

    /// Makes no sense without words.
    pub fn needs_words(self) -> bool {
        self != Step::Closed && self != Step::Received
    }
}

row! {
    /// As it is kept: words are sealed.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Tip {
        pub id: TipId,
        pub number: String,
        pub code_hash: String,
        pub what: String,
        pub happened: Option<String>,
        pub chat: Option<String>,
        pub area: Option<AreaCode>,
        pub attribution: Attribution,
        pub lang: String,
        pub sent_at: Timestamp,
        pub state: State,
        pub state_at: Timestamp,
        pub reason: Option<String>,
    }
}

impl Tip {
    /// Where a step leads; `None` when it cannot be done now.
    pub fn after(&self, step: Step) -> Option<State> {
        let open = self.state != State::Closed;
        match step {
            Step::Received => None,
            Step::Noted => Some(self.state),
            Step::Asked => open.then_some(State::Asked),
            Step::Completed => open.then_some(State::Received),
            Step::Answered => open.then_some(self.state),
            Step::Closed => open.then_some(State::Closed),
        }
    }

    pub const fn slot(id: TipId, column: &'static str) -> Slot {
        Slot { table: "tips", column, row: id.0 }
    }

    pub const fn slot_of_contact(id: TipId) -> Slot {
        Slot { table: "tip_senders", column: "contact", row: id.0 }
    }

    pub const fn slot_of_words(step: i64) -> Slot {
        Slot { table: "tip_steps", column: "words", row: step }
    }
}

/// What somebody sends, nothing wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TipDraft {
    pub what: String,
    pub happened: Option<String>,
    /// A conversation, a line a message.
    pub chat: Option<String>,
    pub area: Option<AreaCode>,
    pub attribution: Attribution,
    pub contact: Option<String>,
    /// Of the page.
    pub lang: Lang,
    /// Made with the form and known to its sender only.
    pub mark: String,
}

impl TipDraft {
    /// What a sender may choose; an embargo is agreed with them, not ticked.
    pub const ATTRIBUTIONS: [Attribution; 3] =
        [Attribution::Background, Attribution::Named, Attribution::OffRecord];

    pub fn read(
        app: &App,
        (fields, lang): (&Fields, Lang),
        rules: &TipRules,
    ) -> Result<TipDraft, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mark = fields.line("once");
        if mark.len() != MARK_LETTERS {
            errors.add("what", "error-tip-form");
        }
        let chosen = Attribution::parse(&fields.line("attribution"));
        let draft = TipDraft {
            what: fields.required_text("what", rules.text_chars_max, &mut errors),
            happened: fields.optional_line("happened", HAPPENED_LETTERS_MAX, &mut errors),
            chat: match fields.filled("chat") {
                true => Some(fields.required_text("chat", rules.chat_chars_max, &mut errors)),
                false => None,
            },
            area: areas::picked(app, fields, "area"),
            // Who chose nothing is not named.
            attribution: chosen
                .filter(|one| TipDraft::ATTRIBUTIONS.contains(one))
                .unwrap_or(Attribution::Background),
            contact: fields.optional_line("contact", CONTACT_LETTERS_MAX, &mut errors),
            lang,
            mark,
        };
        if errors.is_empty() { Ok(draft) } else { Err(errors) }
    }

    /// By what a second sending of the same form is known.
    pub fn once_hash(&self) -> String {
        cases::hash(&format!("tip-once {}", self.mark))
    }

    pub fn code(&self) -> String {
        cases::code_of("tip", &self.mark)
    }
}

/// What the desk, or the sender, does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub step: Step,
    pub reason: Option<String>,
    pub words: Option<String>,
}

impl Deed {
    /// `offered`: what this page can do.
    pub fn read(fields: &Fields, offered: &[Step], rules: &TipRules) -> Result<Deed, FieldErrors> {
        let mut errors = FieldErrors::default();
        let step = Step::parse(&fields.line("step")).filter(|step| offered.contains(step));
        let Some(step) = step else { return Err(FieldErrors::one("step", "error-choose")) };
        let reason = Some(fields.line("reason")).filter(|_| step == Step::Closed);
        if reason.as_ref().is_some_and(|reason| !rules.reasons.contains(reason)) {
            errors.add("reason", "error-tip-reason");
        }
        let words = if step.needs_words() || fields.filled("words") {
            Some(fields.required_text("words", rules.words_chars_max, &mut errors))
        } else {
            None
        };
        if errors.is_empty() { Ok(Deed { step, reason, words }) } else { Err(errors) }
    }
}
