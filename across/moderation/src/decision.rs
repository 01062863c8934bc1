//! A moderator's decision: the acts, and who may.
use base::{
    feature::Verdict,
    ids::AreaCode,
    offences::Offence,
    text_enum,
    visitor::{Role, Scope, SignedIn},
};

text_enum! {
    /// The sentence in the public log is `act-{word}`.
    pub enum Act {
        Show = "show",
        Hide = "hide",
        /// Flagged, looked at, left as it is.
        Keep = "keep",
        /// Shown again, after it had been hidden.
        Restore = "restore",
        /// Against a person; the log does not say whom.
        Warn = "warn",
        Hold = "hold",
        Mute = "mute",
        Suspend = "suspend",
        /// A measure that was ended before its time.
        Lift = "lift",
        /// What an appeal ended with.
        AppealRestored = "appeal-restored",
        AppealKept = "appeal-kept",
    }
}

/// An act with what it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruling {
    Show,
    Hide(Offence),
    Keep,
    Restore,
}

impl Ruling {
    /// `None` for a hiding without a reason, and for what is not done to a text.
    pub fn new(act: Act, reason: Option<Offence>) -> Option<Ruling> {
        match act {
            Act::Show => Some(Ruling::Show),
            Act::Keep => Some(Ruling::Keep),
            Act::Restore => Some(Ruling::Restore),
            Act::Hide => reason.map(Ruling::Hide),
            Act::Warn | Act::Hold | Act::Mute | Act::Suspend | Act::Lift => None,
            Act::AppealRestored | Act::AppealKept => None,
        }
    }

    pub(crate) fn act(self) -> Act {
        match self {
            Ruling::Show => Act::Show,
            Ruling::Hide(_) => Act::Hide,
            Ruling::Keep => Act::Keep,
            Ruling::Restore => Act::Restore,
        }
    }

    /// As the log of events names it.
    pub(crate) fn verb(self) -> &'static str {
        match self {
            Ruling::Show => "moderation.shown",
            Ruling::Hide(_) => "moderation.hidden",
            Ruling::Keep => "moderation.kept",
            Ruling::Restore => "moderation.restored",
        }
    }

    pub(crate) fn reason(self) -> Option<Offence> {
        match self {
            Ruling::Hide(offence) => Some(offence),
            Ruling::Show | Ruling::Keep | Ruling::Restore => None,
        }
    }

    /// For the lever; keeping pulls none.
    pub(crate) fn verdict(self) -> Option<Verdict> {
        match self {
            Ruling::Show | Ruling::Restore => Some(Verdict::Show),
            Ruling::Hide(offence) => Some(Verdict::Hide(offence)),
            Ruling::Keep => None,
        }
    }
}

/// Who sits at the desk.
pub(crate) const MODERATORS: &[Role] = &[Role::Moderator, Role::ChiefEditor, Role::ComplaintDesk];

/// Who receives orders and requests of authorities, and answers for what is done.
pub(crate) const LEGAL_DESK: &[Role] = &[Role::LegalDesk, Role::ChiefEditor];

/// Who sets what makes new text wait.
pub(crate) const RULERS: &[Role] =
    &[Role::Moderator, Role::ChiefEditor, Role::ComplaintDesk, Role::Administrator];

/// The areas that a moderator's roles reach; 0 stands for everywhere.
pub(crate) fn areas_of(person: &SignedIn) -> Vec<i64> {
    let desk = person.grants.iter().filter(|grant| MODERATORS.contains(&grant.role));
    let areas = desk.filter_map(|grant| match grant.scope {
        Scope::House => Some(0),
        Scope::Area(code) => Some(code.0),
        Scope::Outlet(_) | Scope::Agency(_) => None,
    });
    areas.collect()
}

/// Whether one of the desk's roles reaches where the subject lies; what lies nowhere is the whole house's.
pub(crate) fn reaches(person: &SignedIn, area: Option<AreaCode>) -> bool {
    let wanted = area.map_or(Scope::House, Scope::Area);
    let mut desk = person.grants.iter().filter(|grant| MODERATORS.contains(&grant.role));
    desk.any(|grant| grant.scope.reaches(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{
        ids::{PersonId, SessionId},
        visitor::Grant,
    };

    #[test]
    fn a_moderator_of_a_kabupaten_reaches_its_villages_only() {
        let with = |role, scope| SignedIn {
            id: PersonId(1),
            session: SessionId(1),
            name: "Yustus".into(),
            zone: None,
            grants: vec![Grant { role, scope }],
        };
        let kabupaten = Scope::Area(AreaCode(9901));
        let village = Some(AreaCode(9_901_012_001));
        let cases = [
            (Role::Moderator, Scope::House, None, true),
            (Role::ComplaintDesk, Scope::House, village, true),
            (Role::Moderator, kabupaten, village, true),
            (Role::Moderator, kabupaten, Some(AreaCode(52)), false),
            (Role::Moderator, kabupaten, None, false),
            (Role::Editor, Scope::House, None, false),
        ];
        for (role, scope, area, may) in cases {
            assert_eq!(reaches(&with(role, scope), area), may, "{role} {scope:?} {area:?}");
        }
    }

    #[test]
    fn hiding_needs_a_reason() {
        assert_eq!(Ruling::new(Act::Hide, None), None);
        assert_eq!(Ruling::new(Act::Hide, Some(Offence::Lie)), Some(Ruling::Hide(Offence::Lie)));
        assert_eq!(Ruling::new(Act::Keep, Some(Offence::Lie)), Some(Ruling::Keep));
    }
}
