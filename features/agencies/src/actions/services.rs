//! Places of service and services: added, and what must be right of them.
use super::{record, refused};
use crate::{
    affairs::is_affair,
    agency::LINE_LETTERS_MAX,
    promise::check_text,
    services::{NewService, NewUnit},
    store,
};
use base::{
    app::App,
    db::Tx,
    ids::{PersonId, ServiceId, ServiceUnitId},
    refusal::{FieldErrors, OrNotFound, Outcome},
};

/// Adds a place of service in the caller's transaction; one that is open there already is not added again.
pub async fn add_unit(
    app: &App,
    tx: &mut Tx,
    new: NewUnit,
    by: Option<PersonId>,
) -> Outcome<ServiceUnitId> {
    check_unit(&new)?;
    store::find(&mut *tx, new.agency).await?.or_not_found()?;
    if store::units(&mut *tx, new.agency).await?.iter().any(|unit| unit.name == new.name) {
        return Err(refused("unit_name", "error-agency-twice"));
    }
    let id = app.make_id();
    store::insert_unit(tx, (id, &new), app.now(), by).await?;
    record(app, tx, (new.agency.into(), "agency.unit-added"), (by, None)).await?;
    Ok(id)
}

/// Adds a service in the caller's transaction; its unit is one of the same body, and one that is offered already is not
/// added again.
pub async fn add_service(
    app: &App,
    tx: &mut Tx,
    new: NewService,
    by: Option<PersonId>,
) -> Outcome<ServiceId> {
    check_service(app, tx, &new).await?;
    store::find(&mut *tx, new.agency).await?.or_not_found()?;
    if store::services(&mut *tx, new.agency).await?.iter().any(|one| one.name == new.name) {
        return Err(refused("service_name", "error-agency-twice"));
    }
    let id = app.make_id();
    store::insert_service(tx, (id, &new), app.now(), by).await?;
    record(app, tx, (new.agency.into(), "agency.service-added"), (by, None)).await?;
    Ok(id)
}

pub(super) fn check_unit(new: &NewUnit) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    check_text("unit_name", &new.name, LINE_LETTERS_MAX, &mut errors);
    for (field, line) in [("unit_address", &new.address), ("unit_hours", &new.hours)] {
        if line.as_ref().is_some_and(|line| line.chars().count() > LINE_LETTERS_MAX) {
            errors.add_with(field, "error-agency-too-long", &[("max", 300)]);
        }
    }
    Ok(errors.check()?)
}

pub(super) async fn check_service(app: &App, tx: &mut Tx, new: &NewService) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    check_text("service_name", &new.name, LINE_LETTERS_MAX, &mut errors);
    if let Some(affair) = &new.affair
        && !is_affair(app, affair)?
    {
        errors.add("affair", "error-agency-affair");
    }
    if let Some(unit) = new.unit {
        let found = store::unit(&mut *tx, unit).await?;
        if found.is_none_or(|unit| unit.agency != new.agency) {
            errors.add("unit", "error-agency-unit");
        }
    }
    Ok(errors.check()?)
}
