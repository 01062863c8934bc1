//! Offices and terms: added; a term that goes on can be ended.
use super::{record, refused};
use crate::{
    agency::LINE_LETTERS_MAX,
    office::{NewTerm, Office},
    promise::check_text,
    store,
};
use base::{
    app::App,
    db::Tx,
    ids::{AgencyId, OfficeId, OfficeTermId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome},
};

/// Adds an office in the caller's transaction.
pub async fn add_office(
    app: &App,
    tx: &mut Tx,
    (agency, title): (AgencyId, &str),
    by: Option<PersonId>,
) -> Outcome<OfficeId> {
    let mut errors = FieldErrors::default();
    check_text("office_title", title, LINE_LETTERS_MAX, &mut errors);
    errors.check()?;
    store::find(&mut *tx, agency).await?.or_not_found()?;
    let office = Office { id: app.make_id(), agency, title: title.to_owned() };
    if !store::insert_office(tx, &office, app.now()).await? {
        return Err(refused("office_title", "error-office-taken"));
    }
    record(app, tx, (agency.into(), "agency.office-added"), (by, None)).await?;
    Ok(office.id)
}

/// Notes who held an office, in the caller's transaction; two people do not hold one office on the same days.
pub async fn add_term(
    app: &App,
    tx: &mut Tx,
    (office, new): (OfficeId, NewTerm),
    by: Option<PersonId>,
) -> Outcome<OfficeTermId> {
    let mut errors = FieldErrors::default();
    new.check(&mut errors);
    errors.check()?;
    let office = store::office(&mut *tx, office).await?.or_not_found()?;
    must_be_free(tx, (office.id, None), &new).await?;
    let id = app.make_id();
    store::insert_term(tx, (id, office.id), &new, app.now(), by).await?;
    record(app, tx, (office.agency.into(), "agency.term-noted"), (by, None)).await?;
    Ok(id)
}

/// Two people do not hold one office on the same days; a term that is there already does not stand in its own way.
pub(super) async fn must_be_free(
    tx: &mut Tx,
    (office, own): (OfficeId, Option<OfficeTermId>),
    new: &NewTerm,
) -> Outcome<()> {
    let (Some(first), last) = new.days() else { return Ok(()) };
    match store::overlapping(tx, (office, own), (first, last)).await? {
        Some(_) => Err(refused("from", "error-office-held")),
        None => Ok(()),
    }
}
