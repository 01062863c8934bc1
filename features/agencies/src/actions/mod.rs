//! The verbs: bodies, what they do, offices and terms, promises. Those that take a transaction ask for no role: their
//! callers have done so; those that an administrator's page calls ask here.
mod administer;
mod bodies;
mod correct;
mod officers;
mod offices;
mod promises;
mod services;

pub(crate) use administer::*;
pub use bodies::*;
pub(crate) use correct::*;
pub use officers::*;
pub use offices::*;
pub use promises::*;
pub use services::*;

use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::PersonId,
    refusal::{Outcome, Refusal},
    subject::Subject,
    visitor::{Role, Scope, SignedIn},
};

/// Bodies are the whole house's: their facts are changed by its administrators.
pub(crate) fn must_administer(by: &SignedIn) -> Outcome<()> {
    if by.may(Role::Administrator, Scope::House) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed("refusal-role").into())
    }
}

async fn record(
    app: &App,
    tx: &mut Tx,
    (subject, verb): (Subject, &str),
    (by, detail): (Option<PersonId>, Option<String>),
) -> Result<()> {
    events::record(app, tx, Happening { subject, verb, by, detail }).await.map(drop)
}
