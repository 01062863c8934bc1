//! Officers: people with an account who speak for a body here.
use super::must_administer;
use crate::store;
use anyhow::Result;
use base::{
    app::App,
    db::Reads,
    ids::{AgencyId, GrantId, PersonId},
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn},
};
use people::{Holding, RightsChanged};

/// Those who speak for the body now.
pub async fn officers(db: impl Reads, id: AgencyId) -> Result<Vec<Holding>> {
    people::holding(db, Role::Officer, Scope::Agency(id)).await
}

/// Whether the body is reached by an account here; otherwise by letter.
pub async fn has_account(db: impl Reads, id: AgencyId) -> Result<bool> {
    Ok(!officers(db, id).await?.is_empty())
}

/// An administrator lets a person speak for a body; their sessions begin anew.
pub(crate) async fn appoint(
    app: &App,
    by: &SignedIn,
    (agency, person): (AgencyId, PersonId),
) -> Outcome<RightsChanged> {
    must_administer(by)?;
    let body = store::find(&app.db, agency).await?.or_not_found()?;
    if !body.stood(app.today()) {
        return Err(Refusal::Conflict("refusal-agency-ended").into());
    }
    people::grant_role(app, by, (person, Role::Officer, Scope::Agency(agency))).await
}

/// The person speaks for the body no longer.
pub(crate) async fn release(
    app: &App,
    by: &SignedIn,
    (agency, grant): (AgencyId, GrantId),
) -> Outcome<RightsChanged> {
    must_administer(by)?;
    if officers(&app.db, agency).await?.iter().all(|held| held.grant != grant) {
        return Err(Refusal::NotFound.into());
    }
    people::end_role(app, by, grant).await
}
