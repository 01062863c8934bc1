//! An activity, its days and how far it is.
use super::{Act, listing, record};
use crate::{
    activity::{ActivityWords, Days, NewActivity, State},
    former, store,
};
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, PersonId, ProgrammeId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};

/// More than one programme ever held.
const DATES_MAX: usize = 50;

pub async fn add_activity(
    app: &App,
    tx: &mut Tx,
    new: &NewActivity,
    act: Act,
) -> Outcome<ActivityId> {
    store::programme(&mut *tx, new.programme).await?.or_not_found()?;
    check_component(tx, new.programme, &new.words).await?;
    let id: ActivityId = app.make_id();
    let done = (act.at, act.by);
    store::insert_activity(tx, id, new, app.now()).await?;
    store::insert_state(tx, (app.make_id(), id), (new.state, &None), done).await?;
    if let Some(days) = new.days {
        store::insert_dates(tx, (app.make_id(), id), (days, &None), done).await?;
    }
    record(app, tx, (id.into(), "activity.added"), act.by).await?;
    Ok(id)
}

pub(crate) async fn change_activity(
    app: &App,
    tx: &mut Tx,
    (id, words): (ActivityId, &ActivityWords),
    by: Option<PersonId>,
) -> Outcome<()> {
    let row = store::activity(&mut *tx, id).await?.or_not_found()?;
    check_component(tx, row.programme, words).await?;
    former::keep(app, tx, id.into(), former::of_activity(&row, words)).await?;
    store::update_activity(tx, id, words).await?;
    record(app, tx, (id.into(), "activity.changed"), by).await?;
    Ok(())
}

/// Sets the days; those that were set before stay, and a change says why.
pub async fn move_activity(
    app: &App,
    tx: &mut Tx,
    (id, days): (ActivityId, Days),
    why: &Option<String>,
    act: Act,
) -> Outcome<()> {
    let row = store::activity(&mut *tx, id).await?.or_not_found()?;
    let mut errors = FieldErrors::default();
    if row.days() == Some(days) {
        errors.add("starts", "error-activity-same-days");
    } else if row.days().is_some() && why.is_none() {
        errors.add("why", "error-activity-why");
    }
    errors.check()?;
    if store::dates(&mut *tx, id).await?.len() >= DATES_MAX {
        return Err(Refusal::Conflict("refusal-programme-full").into());
    }
    store::insert_dates(tx, (app.make_id(), id), (days, why), (act.at, act.by)).await?;
    listing::activity(app, tx, id).await?;
    record(app, tx, (id.into(), "activity.moved"), act.by).await?;
    Ok(())
}

/// Goes on to a later state; none is taken back.
pub async fn set_state(
    app: &App,
    tx: &mut Tx,
    (id, state): (ActivityId, State),
    note: &Option<String>,
    act: Act,
) -> Outcome<()> {
    let row = store::activity(&mut *tx, id).await?.or_not_found()?;
    let mut errors = FieldErrors::default();
    if !row.state.next().contains(&state) {
        errors.add("state", "error-activity-state");
    } else if state.held() && row.days().is_none() {
        errors.add("state", "error-activity-no-days");
    }
    errors.check()?;
    store::insert_state(tx, (app.make_id(), id), (state, note), (act.at, act.by)).await?;
    record(app, tx, (id.into(), "activity.went-on"), act.by).await?;
    Ok(())
}

async fn check_component(
    tx: &mut Tx,
    programme: ProgrammeId,
    words: &ActivityWords,
) -> Outcome<()> {
    let Some(component) = words.component else { return Ok(()) };
    let known = store::components(&mut *tx, programme).await?;
    if known.iter().any(|row| row.id == component) {
        return Ok(());
    }
    Err(Refusal::Invalid(FieldErrors::one("component", "error-programme-choose")).into())
}
