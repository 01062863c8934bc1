//! Noting stages, indicators, observations, checks and awards. Each verb stands twice: for those who may, and in a
//! transaction of the caller's, for the demonstration and the examples.
use super::{Act, must_check, must_tell, record, refused};
use crate::{
    record::{NewAward, NewCheck, NewIndicator, NewObservation, NewStage},
    store::{self, Noted},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    ids::InnovationId,
    refusal::{OrNotFound, Outcome},
    visitor::SignedIn,
};

fn noted(app: &App, act: Act) -> Noted {
    Noted { id: app.make_id(), at: act.at, by: act.by }
}

/// A transaction in which this person may note something of the innovation.
async fn begin(app: &App, by: &SignedIn, id: InnovationId) -> Outcome<Tx> {
    let mut tx = app.db.begin().await?;
    let row = store::find(&mut tx, id).await?.or_not_found()?;
    must_tell(by, row.agency)?;
    Ok(tx)
}

/// A stage; the same one on the same day changes nothing.
pub async fn note_stage(
    app: &App,
    tx: &mut Tx,
    id: InnovationId,
    new: &NewStage,
    act: Act,
) -> Result<()> {
    if store::insert_stage(tx, id, new, noted(app, act)).await? {
        store::show_latest_stage(tx, id).await?;
        let detail = Some(format!("{} {}", new.stage, new.on));
        record(app, tx, (id.into(), "innovation.staged"), (act.by, detail)).await?;
    }
    Ok(())
}

pub(crate) async fn stage(
    app: &App,
    by: &SignedIn,
    id: InnovationId,
    new: &NewStage,
) -> Outcome<()> {
    let mut tx = begin(app, by, id).await?;
    note_stage(app, &mut tx, id, new, Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}

/// Something to measure; its id.
pub async fn note_indicator(
    app: &App,
    tx: &mut Tx,
    id: InnovationId,
    new: &NewIndicator,
    act: Act,
) -> Outcome<i64> {
    let noted = noted(app, act);
    if !store::insert_indicator(tx, id, new, noted).await? {
        return Err(refused("name", "error-innovation-indicator-taken"));
    }
    record(app, tx, (id.into(), "innovation.indicator-begun"), (act.by, None)).await?;
    Ok(noted.id)
}

pub(crate) async fn begin_indicator(
    app: &App,
    by: &SignedIn,
    id: InnovationId,
    new: &NewIndicator,
) -> Outcome<()> {
    let mut tx = begin(app, by, id).await?;
    note_indicator(app, &mut tx, id, new, Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}

/// A value of an indicator of the innovation.
pub async fn note_observation(
    app: &App,
    tx: &mut Tx,
    (id, indicator): (InnovationId, i64),
    new: &NewObservation,
    act: Act,
) -> Outcome<()> {
    let known = store::indicators(&mut *tx, id).await?;
    if known.iter().all(|row| row.id != indicator) {
        return Err(refused("indicator", "error-innovation-choose"));
    }
    store::insert_observation(tx, indicator, new, noted(app, act)).await?;
    record(app, tx, (id.into(), "innovation.observed"), (act.by, Some(new.on.to_string()))).await?;
    Ok(())
}

pub(crate) async fn observe(
    app: &App,
    by: &SignedIn,
    (id, indicator): (InnovationId, i64),
    new: &NewObservation,
) -> Outcome<()> {
    let mut tx = begin(app, by, id).await?;
    note_observation(app, &mut tx, (id, indicator), new, Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}

/// Somebody looked whether it still runs.
pub async fn note_check(
    app: &App,
    tx: &mut Tx,
    id: InnovationId,
    new: &NewCheck,
    act: Act,
) -> Result<()> {
    store::insert_check(tx, id, new, noted(app, act)).await?;
    let detail = Some(new.state.to_string());
    record(app, tx, (id.into(), "innovation.checked"), (act.by, detail)).await
}

/// Also for the newsroom: a paper that went and looked says so.
pub(crate) async fn check(
    app: &App,
    by: &SignedIn,
    id: InnovationId,
    new: &NewCheck,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = store::find(&mut tx, id).await?.or_not_found()?;
    must_check(by, row.agency)?;
    note_check(app, &mut tx, id, new, Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}

/// An award, or a part taken in a competition; a second time changes nothing.
pub async fn note_award(
    app: &App,
    tx: &mut Tx,
    id: InnovationId,
    new: &NewAward,
    act: Act,
) -> Result<()> {
    if store::insert_award(tx, id, new, noted(app, act)).await? {
        let detail = Some(new.year.to_string());
        record(app, tx, (id.into(), "innovation.awarded"), (act.by, detail)).await?;
    }
    Ok(())
}

pub(crate) async fn award(
    app: &App,
    by: &SignedIn,
    id: InnovationId,
    new: &NewAward,
) -> Outcome<()> {
    let mut tx = begin(app, by, id).await?;
    note_award(app, &mut tx, id, new, Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}
