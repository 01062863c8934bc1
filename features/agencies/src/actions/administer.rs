//! What an administrator does to bodies, each act in a transaction of its own.
use super::{
    Piece, add, add_office, add_service, add_term, add_unit, change, must_administer, record,
};
use crate::{
    agency::NewAgency,
    office::NewTerm,
    services::{NewService, NewUnit},
    store,
};
use base::{
    app::App,
    ids::{AgencyId, OfficeId, PromiseId},
    jiff::civil::Date,
    refusal::{OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};

pub(crate) async fn create(app: &App, by: &SignedIn, new: NewAgency) -> Outcome<AgencyId> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let id = add(app, &mut tx, new, Some(by.id)).await?;
    tx.commit().await?;
    Ok(id)
}

pub(crate) async fn rewrite(
    app: &App,
    by: &SignedIn,
    (id, new): (AgencyId, NewAgency),
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    change(app, &mut tx, (id, new), Some(by.id)).await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) async fn open_unit(app: &App, by: &SignedIn, new: NewUnit) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    add_unit(app, &mut tx, new, Some(by.id)).await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) async fn offer_service(app: &App, by: &SignedIn, new: NewService) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    add_service(app, &mut tx, new, Some(by.id)).await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) async fn open_office(
    app: &App,
    by: &SignedIn,
    (agency, title): (AgencyId, &str),
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    add_office(app, &mut tx, (agency, title), Some(by.id)).await?;
    tx.commit().await?;
    Ok(())
}

/// The office is one of this body.
pub(crate) async fn note_term(
    app: &App,
    by: &SignedIn,
    (agency, office): (AgencyId, OfficeId),
    new: NewTerm,
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let found = store::office(&mut tx, office).await?.or_not_found()?;
    if found.agency != agency {
        return Err(Refusal::NotFound.into());
    }
    add_term(app, &mut tx, (office, new), Some(by.id)).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends something of a body on a day: it stays in the record. An office has no end of its own.
pub(crate) async fn end(
    app: &App,
    by: &SignedIn,
    (agency, what): (AgencyId, Piece),
    on: Date,
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let (ended, verb) = match what {
        Piece::Term(id) => (store::end_term(&mut tx, (id, agency), on).await?, "agency.term-ended"),
        Piece::Unit(id) => {
            (store::close_unit(&mut tx, (id, agency), on).await?, "agency.unit-closed")
        }
        Piece::Service(id) => {
            (store::end_service(&mut tx, (id, agency), on).await?, "agency.service-ended")
        }
        Piece::Office(_) => return Err(Refusal::NotFound.into()),
    };
    if !ended {
        return Err(Refusal::Conflict("refusal-agency-ended").into());
    }
    record(app, &mut tx, (agency.into(), verb), (Some(by.id), None)).await?;
    tx.commit().await?;
    Ok(())
}

/// A promise of this body was kept.
pub(crate) async fn note_kept(
    app: &App,
    by: &SignedIn,
    (agency, id): (AgencyId, PromiseId),
    (proof, on): (&str, Date),
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let promise = store::find_promise(&mut tx, id).await?.or_not_found()?;
    if promise.agency != Some(agency) {
        return Err(Refusal::NotFound.into());
    }
    let shown = (proof, on, app.config.zone);
    super::keep_promise(app, &mut tx, id, shown, Some(by.id)).await?;
    tx.commit().await?;
    Ok(())
}
