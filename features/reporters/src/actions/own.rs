//! What someone does with their own record: applies, tells anew, leaves.
use super::{note, take};
use crate::{
    reporter::{Application, Reporter, State, Step},
    store::{self, StepRow},
};
use base::{
    app::App,
    ids::{OutletId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};

/// A member applies, for the first time or after they left.
pub(crate) async fn apply(app: &App, by: PersonId, told: &Application) -> Outcome<()> {
    check_outlet(app, told.outlet).await?;
    let mut tx = app.db.begin().await?;
    let reporter = new_reporter(app, by, told);
    if !store::apply(&mut tx, &reporter).await? {
        return Err(Refusal::Conflict("refusal-reporter-applied").into());
    }
    let words = Some(told.why.clone());
    let step = StepRow { at: app.now(), by: Some(by), step: Step::Applied, words };
    note(app, &mut tx, by, &step).await?;
    Ok(tx.commit().await?)
}

/// The record of somebody who applies now.
pub(super) fn new_reporter(app: &App, person: PersonId, told: &Application) -> Reporter {
    let now = app.now();
    Reporter {
        person,
        state: State::Candidate,
        state_at: now,
        area: told.area,
        outlet: told.outlet,
        why: told.why.clone(),
        interests: told.interests.clone(),
        applied_at: now,
        agreement_version: told.version,
        agreed_at: now,
        vouches: 0,
        number: None,
        activated_on: None,
        active_until: None,
    }
}

async fn check_outlet(app: &App, outlet: Option<OutletId>) -> Outcome<()> {
    let Some(outlet) = outlet else { return Ok(()) };
    let known = outlets::names(&app.db, &[outlet]).await?;
    if known.is_empty() {
        return Err(Refusal::Invalid(FieldErrors::one("outlet", "error-choose")).into());
    }
    Ok(())
}

/// They tell anew what may stand in the way, and agree to the version that holds now when they are asked to.
pub(crate) async fn retell(
    app: &App,
    by: PersonId,
    (interests, version): (&str, Option<i64>),
) -> Outcome<()> {
    let before = store::find(&app.db, by).await?.or_not_found()?;
    let mut after = Reporter { interests: interests.to_owned(), ..before };
    if let Some(version) = version {
        (after.agreement_version, after.agreed_at) = (version, app.now());
    }
    let mut tx = app.db.begin().await?;
    if !store::retell(&mut tx, &after).await? {
        return Err(Refusal::Conflict("refusal-reporter-step").into());
    }
    let words = Some(interests.to_owned());
    let step = StepRow { at: app.now(), by: Some(by), step: Step::Changed, words };
    note(app, &mut tx, by, &step).await?;
    Ok(tx.commit().await?)
}

/// They report no more.
pub(crate) async fn leave(app: &App, by: PersonId, words: Option<String>) -> Outcome<()> {
    let reporter = store::find(&app.db, by).await?.or_not_found()?;
    let mut tx = app.db.begin().await?;
    let step = StepRow { at: app.now(), by: Some(by), step: Step::Left, words };
    take(app, &mut tx, &reporter, step).await?;
    Ok(tx.commit().await?)
}
