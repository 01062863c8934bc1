//! What is done to programmes and activities, each in the caller's transaction.
//!
//! The desk lets in administrators and chief editors; imports and the demonstration act for nobody.
mod activity;
mod listing;
mod programme;
mod promise;
mod remove;
mod workshop;

pub(crate) use activity::change_activity;
pub use activity::{add_activity, move_activity, set_state};
pub(crate) use programme::{
    ProgrammeLine, ProgrammePart, add_programme_line, change, change_line, remove_area,
    remove_programme_line,
};
pub use programme::{add, add_area, add_component, add_outcome, add_partner};
pub use promise::{NewActivityPromise, keep_promise, promise};
pub(crate) use promise::{correct_promise, strike_promise};
pub(crate) use remove::{remove_activity, remove_programme};
pub use workshop::{ActivityLine, add_line, count_people};
pub(crate) use workshop::{ActivityPart, change_activity_line, remove_line};

use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::PersonId,
    jiff::Timestamp,
    refusal::{Outcome, Refusal},
    subject::Subject,
    visitor::{Role, Scope, Visitor},
};

/// The longest list of partners, outcomes, points of an agenda …
const LINES_MAX: i64 = 200;

/// Who looks after programmes.
pub(crate) const STAFF: &[Role] = &[Role::Administrator, Role::ChiefEditor];

/// Whether this visitor may change programmes.
pub(crate) fn may_manage(visitor: &Visitor) -> bool {
    STAFF.iter().any(|role| visitor.may(*role, Scope::House))
}

/// Begins what the staff does.
pub(crate) async fn begin(app: &App, visitor: &Visitor) -> Outcome<Tx> {
    if may_manage(visitor) {
        Ok(app.db.begin().await?)
    } else {
        Err(Refusal::NotAllowed("refusal-role").into())
    }
}

/// When it was done and by whom; what is brought in keeps its own day.
#[derive(Debug, Clone, Copy)]
pub struct Act {
    pub at: Timestamp,
    pub by: Option<PersonId>,
}

impl Act {
    pub fn now(app: &App, by: Option<PersonId>) -> Act {
        Act { at: app.now(), by }
    }
}

async fn record(
    app: &App,
    tx: &mut Tx,
    (subject, verb): (Subject, &str),
    by: Option<PersonId>,
) -> Result<()> {
    events::record(app, tx, Happening { subject, verb, by, detail: None }).await.map(drop)
}

/// The place after the last of a list; refused when the list is full.
fn next_place(places: impl Iterator<Item = i64>) -> Outcome<i64> {
    let last = places.max().unwrap_or(0);
    if last >= LINES_MAX {
        return Err(Refusal::Conflict("refusal-programme-full").into());
    }
    Ok(last + 1)
}
