//! A reporter of the house: the states, what may follow what, what is wrong with a form. No I/O.
use base::{
    ids::{AreaCode, OutletId, PersonId},
    jiff::{Timestamp, ToSpan, civil::Date},
    refusal::FieldErrors,
    row, text_enum,
    web::Fields,
};

/// What the number of a press card begins with.
pub(crate) const NUMBER: char = 'P';
/// Active reporters whose word is worth an editor's (the rule of Warta Desa, and of Suara Komunitas before it).
pub(crate) const VOUCHES: i64 = 2;
const WORDS_LETTERS_MAX: usize = 1_000;

text_enum! {
    pub enum State {
        Candidate = "candidate",
        Trained = "trained",
        Recommended = "recommended",
        Active = "active",
        /// A year went by without a published story.
        Inactive = "inactive",
        Left = "left",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What is done; each is a row.
    pub enum Step {
        Applied = "applied",
        Trained = "trained",
        /// One active reporter recommends.
        Vouched = "vouched",
        Recommended = "recommended",
        /// The card is given.
        Activated = "activated",
        Lapsed = "lapsed",
        /// A story was published after the year had gone by.
        Revived = "revived",
        /// They changed what they told, or agreed to a newer agreement.
        Changed = "changed",
        Left = "left",
        Withdrawn = "withdrawn",
        Noted = "noted",
    }
}

impl State {
    /// What the badge looks like.
    pub fn class(self) -> &'static str {
        match self {
            State::Active => "good",
            State::Candidate | State::Trained | State::Recommended => "wait",
            State::Inactive => "note",
            State::Left | State::Withdrawn => "bad",
        }
    }

    /// Where a step leads; `None` when it cannot be done now.
    pub fn after(self, step: Step) -> Option<State> {
        use State as S;
        let gone = matches!(self, S::Left | S::Withdrawn);
        let to = match step {
            Step::Applied if gone => S::Candidate,
            Step::Trained if self == S::Candidate => S::Trained,
            Step::Vouched if self == S::Trained => S::Trained,
            Step::Recommended if self == S::Trained => S::Recommended,
            Step::Activated if self == S::Recommended => S::Active,
            Step::Lapsed if self == S::Active => S::Inactive,
            Step::Revived if self == S::Inactive => S::Active,
            Step::Left if !gone => S::Left,
            Step::Withdrawn if !gone => S::Withdrawn,
            Step::Changed if !gone => self,
            Step::Noted => self,
            _ => return None,
        };
        Some(to)
    }
}

impl Step {
    /// What the desk does, in the order in which it offers it.
    pub const OF_DESK: &'static [Step] =
        &[Step::Trained, Step::Recommended, Step::Activated, Step::Noted, Step::Withdrawn];
}

row! {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Reporter {
        pub person: PersonId,
        pub state: State,
        pub state_at: Timestamp,
        pub area: AreaCode,
        pub outlet: Option<OutletId>,
        pub why: String,
        pub interests: String,
        pub applied_at: Timestamp,
        pub agreement_version: i64,
        pub agreed_at: Timestamp,
        pub vouches: i64,
        pub number: Option<String>,
        pub activated_on: Option<Date>,
        pub active_until: Option<Date>,
    }
}

impl Reporter {
    /// Where the press card stands.
    pub fn path(number: &str) -> String {
        format!("/kartu/{number}")
    }
}

/// The last day of a year that begins on this day. 29 February: 28 February.
pub fn year_from(day: Date) -> Date {
    day.checked_add(1.year()).unwrap_or(Date::MAX)
}

/// What someone tells who wants to report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    pub area: AreaCode,
    pub outlet: Option<OutletId>,
    pub why: String,
    pub interests: String,
    /// Of the agreement that they read.
    pub version: i64,
}

impl Application {
    /// `area`: what was picked. `version`: of the agreement that holds now.
    pub fn read(
        fields: &Fields,
        (area, version): (Option<AreaCode>, i64),
    ) -> Result<Application, FieldErrors> {
        let mut errors = FieldErrors::default();
        if area.is_none() {
            errors.add("area", "error-reporter-area");
        }
        let outlet = read_outlet(fields, &mut errors);
        let why = fields.required_text("why", WORDS_LETTERS_MAX, &mut errors);
        let interests = read_interests(fields, &mut errors);
        check_agreement(fields, version, &mut errors);
        match area {
            Some(area) if errors.is_empty() => {
                Ok(Application { area, outlet, why, interests, version })
            }
            _ => Err(errors),
        }
    }
}

/// What may stand in the way of being independent; "none" is an answer, silence is not.
pub(crate) fn read_interests(fields: &Fields, errors: &mut FieldErrors) -> String {
    fields.required_text("interests", WORDS_LETTERS_MAX, errors)
}

/// Whether they ticked, and what they ticked is what holds now.
pub(crate) fn check_agreement(fields: &Fields, version: i64, errors: &mut FieldErrors) {
    if fields.line("version") != version.to_string() {
        errors.add("agrees", "error-terms-newer");
    } else if !fields.ticked("agrees") {
        errors.add("agrees", "error-agree-again");
    }
}

fn read_outlet(fields: &Fields, errors: &mut FieldErrors) -> Option<OutletId> {
    if !fields.filled("outlet") {
        return None;
    }
    let outlet = fields.line("outlet").parse().ok();
    if outlet.is_none() {
        errors.add("outlet", "error-choose");
    }
    outlet
}

/// What the desk does to a reporter's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    pub step: Step,
    pub words: Option<String>,
}

impl Deed {
    /// Everything but the card's handing over says why.
    pub fn read(fields: &Fields) -> Result<Deed, FieldErrors> {
        let mut errors = FieldErrors::default();
        let step = Step::parse(&fields.line("step")).filter(|step| Step::OF_DESK.contains(step));
        let Some(step) = step else { return Err(FieldErrors::one("step", "error-choose")) };
        let words = match step {
            Step::Activated => fields.filled("words").then(|| fields.text("words")),
            _ => Some(fields.required_text("words", WORDS_LETTERS_MAX, &mut errors)),
        };
        if words.as_ref().is_some_and(|words| words.chars().count() > WORDS_LETTERS_MAX) {
            errors.add("words", "error-reporter-words");
        }
        if errors.is_empty() { Ok(Deed { step, words }) } else { Err(errors) }
    }
}

/// What someone says who leaves, or nothing.
pub(crate) fn read_farewell(fields: &Fields) -> Option<String> {
    let words: String = fields.text("words").chars().take(WORDS_LETTERS_MAX).collect();
    Some(words).filter(|words| !words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::jiff::civil::date;

    #[test]
    fn nobody_is_active_without_training_and_recommendation() {
        let states = [State::Candidate, State::Trained, State::Inactive, State::Left];
        assert!(states.iter().all(|state| state.after(Step::Activated).is_none()));
        let way = [Step::Trained, Step::Vouched, Step::Recommended, Step::Activated];
        let end = way.iter().try_fold(State::Candidate, |state, step| state.after(*step));
        assert_eq!(end, Some(State::Active));
    }

    #[test]
    fn who_left_or_lost_the_card_begins_again_and_nobody_else_does() {
        for state in State::ALL {
            let gone = matches!(state, State::Left | State::Withdrawn);
            assert_eq!(state.after(Step::Applied).is_some(), gone, "{state}");
            assert_eq!(state.after(Step::Withdrawn).is_some(), !gone, "{state}");
        }
    }

    #[test]
    fn a_year_ends_on_the_same_day_of_the_next() {
        assert_eq!(year_from(date(2026, 11, 24)), date(2027, 11, 24));
        assert_eq!(year_from(date(2028, 2, 29)), date(2029, 2, 28));
    }

    #[test]
    fn an_application_says_what_may_stand_in_the_way_and_agrees_to_the_newest_version() {
        let typed = [("why", "Jalan rusak."), ("interests", ""), ("version", "1")];
        let wrong = Application::read(&Fields::from_pairs(&typed), (None, 2)).unwrap_err();
        let keys: Vec<&str> = wrong.0.iter().map(|error| error.key).collect();
        assert_eq!(keys, ["error-reporter-area", "error-empty", "error-terms-newer"]);
    }

    #[test]
    fn a_card_is_given_without_words_and_withdrawn_with_a_reason() {
        let read = |step| Deed::read(&Fields::from_pairs(&[("step", step)]));
        assert!(read("activated").is_ok());
        for step in ["withdrawn", "recommended", "applied", ""] {
            assert!(read(step).is_err(), "{step}");
        }
    }
}
