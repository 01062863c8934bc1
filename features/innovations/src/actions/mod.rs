//! What is done to innovations: registered, told anew, noted, checked, copied.
mod innovation;
mod record;
mod replication;

pub(crate) use innovation::{CRITERIA, Change, change, create};
pub use innovation::{register, registered};
pub(crate) use record::{award, begin_indicator, check, observe, stage};
pub use record::{note_award, note_check, note_indicator, note_observation, note_stage};
pub(crate) use replication::{answer, create as create_replication, newest, progress, sides_of};
pub use replication::{answer_in, copy};

use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{AgencyId, PersonId},
    jiff::Timestamp,
    refusal::{Failure, Outcome, Refusal},
    subject::Subject,
    visitor::{Role, Scope, SignedIn, Visitor},
};

/// Who does something, and when: what is brought in was done before today.
#[derive(Debug, Clone, Copy)]
pub struct Act {
    pub by: Option<PersonId>,
    pub at: Timestamp,
}

impl Act {
    pub fn now(app: &App, by: Option<PersonId>) -> Act {
        Act { by, at: app.now() }
    }
}

/// Whether the visitor tells of this body's innovations: its officers and administrators.
pub(crate) fn may_tell(visitor: &Visitor, agency: AgencyId) -> bool {
    visitor.may(Role::Administrator, Scope::House)
        || agencies::answers_for(visitor).contains(&agency)
}

/// Whether the visitor notes that an innovation was looked at: the newsroom may, beside those who tell of it.
pub(crate) fn may_check(visitor: &Visitor, agency: AgencyId) -> bool {
    is_desk(visitor) || may_tell(visitor, agency)
}

/// Those who write down what came by letter.
pub(crate) fn is_desk(visitor: &Visitor) -> bool {
    [Role::Administrator, Role::ChiefEditor].iter().any(|role| visitor.may(*role, Scope::House))
}

fn must_tell(by: &SignedIn, agency: AgencyId) -> Outcome<()> {
    allowed(may_tell(&visitor(by), agency))
}

fn must_check(by: &SignedIn, agency: AgencyId) -> Outcome<()> {
    allowed(may_check(&visitor(by), agency))
}

fn allowed(may: bool) -> Outcome<()> {
    if may { Ok(()) } else { Err(Refusal::NotAllowed("refusal-not-yours").into()) }
}

fn visitor(by: &SignedIn) -> Visitor {
    Visitor { signed_in: Some(by.clone()) }
}

fn refused(field: &'static str, key: &'static str) -> Failure {
    Refusal::Invalid(base::refusal::FieldErrors::one(field, key)).into()
}

async fn record(
    app: &App,
    tx: &mut Tx,
    (subject, verb): (Subject, &str),
    (by, detail): (Option<PersonId>, Option<String>),
) -> Result<()> {
    events::record(app, tx, Happening { subject, verb, by, detail }).await.map(drop)
}
