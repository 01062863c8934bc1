//! An appeal: whoever was moderated asks once that somebody else looks again. No I/O.
use base::{
    ids::{AppealId, EventId, PersonId},
    row,
    subject::{Kind, Subject},
    text_enum,
};
use jiff::Timestamp;

text_enum! {
    /// How it stands; the sentence is `appeal-state-{word}`.
    pub enum AppealState {
        Open = "open",
        /// What was decided is taken back.
        Restored = "restored",
        /// What was decided stays.
        Kept = "kept",
    }
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Appeal {
        pub id: AppealId,
        pub decision: EventId,
        pub kind: Kind,
        pub subject_id: i64,
        pub person: PersonId,
        pub words: String,
        pub at: Timestamp,
        pub due_at: Timestamp,
        pub state: AppealState,
        pub decided_at: Option<Timestamp>,
        pub decided_by: Option<PersonId>,
        pub answer: Option<String>,
        pub alone: bool,
    }
}

impl Appeal {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}
