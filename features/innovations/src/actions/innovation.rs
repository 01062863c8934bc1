//! Registering an innovation, and telling it anew.
use super::{Act, must_tell, record, refused};
use crate::{
    innovation::{NewInnovation, Telling},
    store::{self, InnovationRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::{Reads, Tx},
    ids::{AgencyId, InnovationId},
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};

/// The name of the rule sets that say what the criteria are.
pub(crate) const CRITERIA: &str = "innovation-criteria";

/// Registers in the caller's transaction: for the demonstration, for examples, for imports.
pub async fn register(
    app: &App,
    tx: &mut Tx,
    new: &NewInnovation,
    act: Act,
) -> Outcome<InnovationId> {
    let agency = agencies::find(&mut *tx, new.agency).await?.or_not_found()?;
    if let Some(unit) = new.unit {
        let units = agencies::units(&mut *tx, new.agency).await?;
        if units.iter().all(|known| known.id != unit) {
            return Err(refused("unit", "error-innovation-choose"));
        }
    }
    check(app, tx, &new.telling).await?;
    let id: InnovationId = app.make_id();
    let at = act.at;
    if !store::insert_innovation(tx, (id, new, agency.area), at, act.by).await? {
        return Err(refused("name", "error-innovation-taken"));
    }
    for area in agency.area.iter().flat_map(|area| area.with_ancestors()) {
        store::insert_area(tx, area, at, id).await?;
    }
    let rules = app.rules.at(CRITERIA, app.config.zone.date(at))?.id();
    let place = (app.make_id(), id, 1);
    store::insert_edition(tx, place, (&new.telling, &rules, None), at, act.by).await?;
    for (position, source) in (1..).zip(&new.sources) {
        store::insert_source(tx, (id, position), source).await?;
    }
    record(app, tx, (id.into(), "innovation.registered"), (act.by, None)).await?;
    Ok(id)
}

/// The body's innovation of this name, if it stands here.
pub async fn registered(
    db: impl Reads,
    agency: AgencyId,
    name: &str,
) -> Result<Option<InnovationId>> {
    store::named(db, agency, name).await
}

/// An officer of the body or an administrator registers.
pub(crate) async fn create(app: &App, by: &SignedIn, new: &NewInnovation) -> Outcome<InnovationId> {
    must_tell(by, new.agency)?;
    let mut tx = app.db.begin().await?;
    let id = register(app, &mut tx, new, Act::now(app, Some(by.id))).await?;
    tx.commit().await?;
    Ok(id)
}

/// A telling in place of the edition that the writer saw.
pub(crate) struct Change {
    pub telling: Telling,
    /// The number of the edition that was changed.
    pub from: i64,
    pub why: Option<String>,
}

/// An officer of the body or an administrator tells it anew; the earlier telling stays.
pub(crate) async fn change(
    app: &App,
    by: &SignedIn,
    id: InnovationId,
    change: &Change,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let row = store::find(&mut tx, id).await?.or_not_found()?;
    must_tell(by, row.agency)?;
    change_in(
        app,
        &mut tx,
        (&row, change.from),
        (&change.telling, change.why.as_deref()),
        Act::now(app, Some(by.id)),
    )
    .await?;
    tx.commit().await?;
    Ok(())
}

/// The same in the caller's transaction. `from` is the number of the edition that was changed.
async fn change_in(
    app: &App,
    tx: &mut Tx,
    (row, from): (&InnovationRow, i64),
    (telling, why): (&Telling, Option<&str>),
    act: Act,
) -> Outcome<()> {
    check(app, tx, telling).await?;
    let namesake = store::named(&mut *tx, row.agency, &telling.name).await?;
    if namesake.is_some_and(|id| id != row.id) {
        return Err(refused("name", "error-innovation-taken"));
    }
    if telling.adapted.here == Some(row.id) {
        return Err(refused("adapted_from", "error-innovation-itself"));
    }
    if !store::turn_to_edition(tx, row.id, from, telling).await? {
        return Err(Refusal::Conflict("conflict-innovation-edition").into());
    }
    let at = act.at;
    let rules = app.rules.at(CRITERIA, app.config.zone.date(at))?.id();
    let place = (app.make_id(), row.id, from + 1);
    store::insert_edition(tx, place, (telling, &rules, why), at, act.by).await?;
    let detail = Some(format!("edition {}", from + 1));
    record(app, tx, (row.id.into(), "innovation.changed"), (act.by, detail)).await?;
    Ok(())
}

/// What the noun cannot check by itself: the affair is in the list, what it was adapted from is there.
async fn check(app: &App, tx: &mut Tx, telling: &Telling) -> Outcome<()> {
    if let Some(affair) = &telling.affair
        && !agencies::is_affair(app, affair)?
    {
        return Err(refused("affair", "error-innovation-choose"));
    }
    if let Some(here) = telling.adapted.here
        && store::find(&mut *tx, here).await?.is_none()
    {
        return Err(refused("adapted_from", "error-innovation-unknown"));
    }
    Ok(())
}
