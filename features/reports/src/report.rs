//! A report: its states, what may follow what, who sees it. No I/O.
use base::{
    ids::{AgencyId, AreaCode, PersonId, ReportId},
    jiff::{Timestamp, civil::Date},
    offences::Offence,
    row, text_enum,
};

/// What the number of a report begins with.
pub(crate) const NUMBER: char = 'L';

text_enum! {
    pub enum State {
        /// At the desk, not looked at.
        Sent = "sent",
        /// By the desk, with a reason of the closed list.
        Refused = "refused",
        Verified = "verified",
        /// A body has it and has said nothing.
        Delivered = "delivered",
        /// The body says that it is not theirs; the desk looks for another.
        Returned = "returned",
        Answered = "answered",
        /// The reporter answered the answer.
        Replied = "replied",
        Promised = "promised",
        Repaired = "repaired",
        Closed = "closed",
        Reopened = "reopened",
    }
}

text_enum! {
    /// Whose turn it is.
    pub enum Turn {
        Desk = "desk",
        Body = "body",
        Reporter = "reporter",
        Nobody = "nobody",
    }
}

text_enum! {
    /// What a step is; the sentence is the locale key `report-step-{word}`.
    pub enum StepKind {
        Sent = "sent",
        Confirmed = "confirmed",
        Verified = "verified",
        Refused = "refused",
        Delivered = "delivered",
        Received = "received",
        Returned = "returned",
        Answered = "answered",
        Replied = "replied",
        Promised = "promised",
        Repaired = "repaired",
        Satisfied = "satisfied",
        Unsatisfied = "unsatisfied",
        ClosedByRule = "closed-by-rule",
        Reopened = "reopened",
        /// The body said that it is mended, and the reporter that it is not.
        NotRepaired = "not-repaired",
        /// The body's time is up.
        Overdue = "overdue",
    }
}

text_enum! {
    /// Who took a step.
    pub enum Actor {
        Reporter = "reporter",
        Desk = "desk",
        Body = "body",
        Rule = "rule",
    }
}

text_enum! {
    /// Classes of SP4N-LAPOR!; each has a clock of its own, or none.
    pub enum Class {
        Complaint = "complaint",
        /// Pengaduan berkadar pengawasan: money, misuse of office.
        Oversight = "oversight",
        Information = "information",
        Aspiration = "aspiration",
    }
}

text_enum! {
    /// What others see of a report.
    pub enum Visibility {
        /// With the name of the account, if there is one.
        Open = "open",
        /// The sender is known to nobody but this program.
        Anonymous = "anonymous",
        /// The desk reads it; a body gets what the desk passes on.
        Secret = "secret",
    }
}

text_enum! {
    /// How it was closed.
    pub enum Verdict {
        Satisfied = "satisfied",
        Unsatisfied = "unsatisfied",
        /// The reporter said nothing in the time of the rule.
        Silent = "silent",
    }
}

text_enum! {
    /// How something reached a body, or came from it.
    pub enum Way {
        Here = "here",
        Letter = "letter",
        Counter = "counter",
    }
}

text_enum! {
    pub enum AnswerKind {
        Answer = "answer",
        Promise = "promise",
        Repair = "repair",
    }
}

row! {
    /// Everything but who sent it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Report {
        pub id: ReportId,
        pub number: String,
        pub code_hash: String,
        pub title: String,
        pub text: String,
        pub category: String,
        pub class: Class,
        pub area: AreaCode,
        pub landmark: Option<String>,
        pub happened_on: Option<Date>,
        pub visibility: Visibility,
        /// Only who wants to be named.
        pub person: Option<PersonId>,
        pub state: State,
        pub turn: Turn,
        pub turn_since: Timestamp,
        pub due_at: Option<Timestamp>,
        pub overdue_at: Option<Timestamp>,
        pub sent_at: Timestamp,
        pub verified_at: Option<Timestamp>,
        pub refusal: Option<String>,
        pub wanted: Option<AgencyId>,
        pub agency: Option<AgencyId>,
        pub delivered_at: Option<Timestamp>,
        pub received_at: Option<Timestamp>,
        pub answered_at: Option<Timestamp>,
        pub promised_until: Option<Date>,
        pub repaired_at: Option<Timestamp>,
        pub closed_at: Option<Timestamp>,
        pub verdict: Option<Verdict>,
        pub listed_at: Option<Timestamp>,
        pub hidden_at: Option<Timestamp>,
        pub hidden_reason: Option<Offence>,
    }
}

impl Report {
    pub fn path(&self) -> String {
        format!("/laporan/{}", self.id)
    }

    /// Anyone may read it.
    pub fn public(&self) -> bool {
        self.listed_at.is_some() && self.state != State::Refused
    }

    /// It was public and is no more: a stub stays, with the reason.
    pub fn leaves_stub(&self) -> bool {
        !self.public() && (self.listed_at.is_some() || self.hidden_at.is_some())
    }

    /// A body has it and owes a word.
    pub fn waits_for_body(&self) -> bool {
        self.turn == Turn::Body
    }

    /// Since when its body has been silent: since it got the report, or since that came back to it after an answer.
    pub fn silent_since(&self) -> Timestamp {
        match self.state {
            State::Replied | State::Reopened => self.turn_since,
            _ => self.delivered_at.unwrap_or(self.sent_at),
        }
    }

    /// The time of whose turn it is, is over; of a body also when it let its time pass and has promised since.
    pub fn overdue(&self, now: Timestamp) -> bool {
        let past = self.due_at.is_some_and(|due| due < now) && self.turn != Turn::Nobody;
        past || (self.overdue_at.is_some() && self.waits_for_body())
    }

    /// That the time is up was not told yet; a promise that sets another day is told of once more.
    pub fn untold(&self) -> bool {
        self.overdue_at.is_none_or(|told| self.due_at.is_some_and(|due| told < due))
    }

    /// What the title of a card may say: of a secret report, nothing but its number.
    pub fn public_title(&self) -> &str {
        if self.visibility == Visibility::Secret { &self.number } else { &self.title }
    }
}

impl StepKind {
    /// A step that a body takes, or the desk notes from its letter.
    pub fn of_body(self) -> bool {
        use StepKind::{Answered, Promised, Received, Repaired, Returned};
        matches!(self, Received | Returned | Answered | Promised | Repaired)
    }
}

/// The state after a step; `None`: this step does not follow this state.
pub fn after(state: State, step: StepKind) -> Option<State> {
    use State as S;
    use StepKind as K;
    let with_body = matches!(
        state,
        S::Delivered | S::Answered | S::Replied | S::Promised | S::Repaired | S::Reopened
    );
    let owes = matches!(state, S::Delivered | S::Replied | S::Promised | S::Reopened);
    match step {
        K::Sent => None,
        K::Confirmed => (state == S::Sent).then_some(S::Sent),
        K::Verified => matches!(state, S::Sent | S::Refused).then_some(S::Verified),
        K::Refused => matches!(state, S::Sent | S::Verified | S::Returned).then_some(S::Refused),
        K::Delivered => {
            let open = matches!(state, S::Verified | S::Returned | S::Answered) || owes;
            open.then_some(S::Delivered)
        }
        K::Received | K::Overdue => owes.then_some(state),
        K::Returned => matches!(state, S::Delivered | S::Reopened).then_some(S::Returned),
        K::Answered => (owes || state == S::Answered).then_some(S::Answered),
        K::Promised => (owes || state == S::Answered).then_some(S::Promised),
        K::Repaired => (owes || state == S::Answered).then_some(S::Repaired),
        K::Replied if state == S::Promised => Some(S::Promised),
        K::Replied => matches!(state, S::Answered | S::Repaired).then_some(S::Replied),
        K::Satisfied => with_body.then_some(S::Closed),
        K::Unsatisfied => (with_body && state != S::Delivered).then_some(S::Closed),
        K::ClosedByRule => matches!(state, S::Answered | S::Repaired).then_some(S::Closed),
        K::Reopened => (state == S::Closed).then_some(S::Reopened),
        K::NotRepaired => (state == S::Repaired).then_some(S::Reopened),
    }
}

/// Whose turn it is in a state; a reopened report without a body goes to the desk.
pub fn turn(state: State, has_body: bool) -> Turn {
    match state {
        State::Sent | State::Verified | State::Returned => Turn::Desk,
        State::Reopened if !has_body => Turn::Desk,
        State::Delivered | State::Replied | State::Promised | State::Reopened => Turn::Body,
        State::Answered | State::Repaired => Turn::Reporter,
        State::Refused | State::Closed => Turn::Nobody,
    }
}

/// How a report stands, in a word and the class that gives it a shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub class: &'static str,
    pub key: String,
}

impl Report {
    pub fn standing(&self) -> Standing {
        match (self.state, self.verdict) {
            (State::Closed, Some(verdict)) => Standing {
                class: match verdict {
                    Verdict::Satisfied => "good",
                    Verdict::Unsatisfied => "bad",
                    Verdict::Silent => "note",
                },
                key: format!("report-closed-{verdict}"),
            },
            (state, _) => Standing { class: state.shape(), key: state.key() },
        }
    }
}

impl State {
    /// The key of its name.
    pub fn key(self) -> String {
        format!("report-state-{self}")
    }

    /// The class that gives its badge a shape.
    pub fn shape(self) -> &'static str {
        match self {
            State::Answered | State::Repaired | State::Closed => "good",
            State::Refused => "bad",
            State::Promised | State::Replied | State::Reopened => "note",
            State::Sent | State::Verified | State::Delivered | State::Returned => "wait",
        }
    }
}

impl Class {
    /// The clock of the rule set that a delivery starts.
    pub fn clock(self) -> &'static str {
        match self {
            Class::Complaint => "answer-complaint",
            Class::Oversight => "answer-oversight",
            Class::Information => "answer-information",
            Class::Aspiration => "answer-aspiration",
        }
    }

    /// Something is broken that may be repaired.
    pub fn is_repaired(self) -> bool {
        matches!(self, Class::Complaint | Class::Oversight)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_follow_what() {
        use State as S;
        use StepKind as K;
        let cases = [
            (S::Sent, K::Verified, Some(S::Verified)),
            (S::Sent, K::Delivered, None),
            (S::Sent, K::Answered, None),
            (S::Verified, K::Delivered, Some(S::Delivered)),
            (S::Delivered, K::Returned, Some(S::Returned)),
            (S::Returned, K::Delivered, Some(S::Delivered)),
            (S::Returned, K::Answered, None),
            (S::Promised, K::Returned, None),
            (S::Delivered, K::ClosedByRule, None),
            (S::Delivered, K::Unsatisfied, None),
            (S::Answered, K::Replied, Some(S::Replied)),
            (S::Replied, K::ClosedByRule, None),
            (S::Promised, K::Replied, Some(S::Promised)),
            (S::Repaired, K::ClosedByRule, Some(S::Closed)),
            (S::Closed, K::Answered, None),
            (S::Closed, K::Reopened, Some(S::Reopened)),
            (S::Reopened, K::Repaired, Some(S::Repaired)),
            (S::Repaired, K::NotRepaired, Some(S::Reopened)),
            (S::Answered, K::NotRepaired, None),
            (S::Refused, K::Verified, Some(S::Verified)),
        ];
        for (state, step, expected) in cases {
            assert_eq!(after(state, step), expected, "{state} {step}");
        }
    }

    #[test]
    fn a_report_without_a_body_goes_back_to_the_desk() {
        assert_eq!(turn(State::Reopened, false), Turn::Desk);
        assert_eq!(turn(State::Reopened, true), Turn::Body);
        assert_eq!(turn(State::Closed, true), Turn::Nobody);
    }
}
