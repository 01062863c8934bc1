//! Promises: noted with their deadline, kept with a proof; corrected or struck out until then.
use super::record;
use crate::{
    promise::{NewPromise, Promise, WHAT_LETTERS_MAX, check_text},
    store,
};
use base::{
    app::App,
    clock::Zone,
    db::Tx,
    deadlines,
    ids::{EventId, PersonId, PromiseId},
    jiff::civil::Date,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};

/// Notes a promise in the caller's transaction. One with a last day starts a clock on its subject: `Promise::clock`.
pub async fn promise(
    app: &App,
    tx: &mut Tx,
    new: NewPromise,
    by: Option<PersonId>,
) -> Outcome<PromiseId> {
    new.check(app.today()).check()?;
    let zone = zone(app, tx, &new).await?;
    let id: PromiseId = app.make_id();
    store::insert_promise(tx, (id, &new), app.now(), by).await?;
    if let Some(until) = new.until {
        let clock = Promise::clock(id);
        deadlines::start_until(app, tx, new.subject, (&clock, "promise"), (until, zone)).await?;
    }
    let said = (by, Some(id.to_string()));
    record(app, tx, (new.subject, "promise.made"), said).await?;
    Ok(id)
}

/// Where its last day ends: as its subject says, else where the body is, else the house's.
async fn zone(app: &App, tx: &mut Tx, new: &NewPromise) -> Outcome<Zone> {
    let body = match new.agency {
        Some(agency) => Some(store::find(&mut *tx, agency).await?.or_not_found()?),
        None => None,
    };
    let area = body.and_then(|body| body.area);
    let there = area.and_then(|area| app.keeper::<areas::Areas>().zone(area));
    Ok(new.zone.or(there).unwrap_or(app.config.zone))
}

/// A promise was kept on that day, as the proof shows; a second time is refused. The zone says whether the day has come.
pub async fn keep_promise(
    app: &App,
    tx: &mut Tx,
    id: PromiseId,
    (proof, on, zone): (&str, Date, Zone),
    by: Option<PersonId>,
) -> Outcome<()> {
    let promise = store::find_promise(&mut *tx, id).await?.or_not_found()?;
    let mut errors = FieldErrors::default();
    check_text("proof", proof, WHAT_LETTERS_MAX, &mut errors);
    if on > zone.date(app.now()) || promise.said_on.is_some_and(|said| on < said) {
        errors.add("on", "error-promise-day");
    }
    errors.check()?;
    if !store::keep_promise(tx, id, (proof, on), by).await? {
        return Err(Refusal::Conflict("refusal-promise-kept").into());
    }
    deadlines::meet(app, tx, promise.subject(), &Promise::clock(id)).await?;
    record(app, tx, (promise.subject(), "promise.kept"), (by, Some(id.to_string()))).await?;
    Ok(())
}

/// What was promised, as it should have been written down: a promise that is not kept yet. The subject stays, and so does
/// what stood there.
pub async fn correct_promise(
    app: &App,
    tx: &mut Tx,
    id: PromiseId,
    right: &NewPromise,
    by: Option<PersonId>,
) -> Outcome<()> {
    let promise = store::hold_promise(tx, id).await?.or_not_found()?;
    right.check(app.today()).check()?;
    let zone = zone(app, tx, right).await?;
    store::insert_version(tx, (app.make_id::<EventId>().0, &promise), app.now(), by).await?;
    if !store::update_promise(tx, id, right).await? {
        return Err(Refusal::Conflict("refusal-promise-kept").into());
    }
    let (subject, clock) = (promise.subject(), Promise::clock(id));
    deadlines::take_off(tx, subject, &clock).await?;
    if let Some(until) = right.until {
        deadlines::start_until(app, tx, subject, (&clock, "promise"), (until, zone)).await?;
    }
    record(app, tx, (subject, "promise.corrected"), (by, Some(stood(&promise)))).await?;
    Ok(())
}

/// Strikes out a promise that nobody made. The event keeps what stood there.
pub async fn strike_promise(
    app: &App,
    tx: &mut Tx,
    id: PromiseId,
    by: Option<PersonId>,
) -> Outcome<()> {
    let promise = store::find_promise(&mut *tx, id).await?.or_not_found()?;
    store::delete_versions(tx, id).await?;
    if !store::delete_promise(tx, id).await? {
        return Err(Refusal::Conflict("refusal-promise-kept").into());
    }
    let subject = promise.subject();
    deadlines::take_off(tx, subject, &Promise::clock(id)).await?;
    record(app, tx, (subject, "promise.struck"), (by, Some(stood(&promise)))).await?;
    Ok(())
}

/// What stood there, for the log.
fn stood(promise: &Promise) -> String {
    let until = promise.until.map(|day| format!(" ({day})")).unwrap_or_default();
    format!("{}: {}{until}", promise.who, promise.what)
}
