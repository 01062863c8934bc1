//! What was written down wrongly: corrected, or struck out as long as nothing hangs on it. What came to an end is ended
//! instead: it stays true of its days.
use super::{must_administer, offices::must_be_free, record, refused, services};
use crate::{
    agency::LINE_LETTERS_MAX,
    office::NewTerm,
    promise::check_text,
    services::{NewService, NewUnit},
    store,
};
use base::{
    app::App,
    db::Tx,
    ids::{AgencyId, OfficeId, OfficeTermId, PersonId, ServiceId, ServiceUnitId},
    jiff::civil::Date,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};

/// Something that an administrator keeps of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Unit(ServiceUnitId),
    Service(ServiceId),
    Office(OfficeId),
    Term(OfficeTermId),
}

/// How it reads when it is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Correction {
    /// With the day on which it closed, if it did.
    Unit(ServiceUnitId, NewUnit, Option<Date>),
    /// With the day on which it ended, if it did.
    Service(ServiceId, NewService, Option<Date>),
    Office(OfficeId, String),
    /// With the office that was held.
    Term(OfficeTermId, OfficeId, NewTerm),
}

pub(crate) async fn correct(
    app: &App,
    by: &SignedIn,
    agency: AgencyId,
    right: &Correction,
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let verb = match right {
        Correction::Unit(id, new, closed_on) => {
            services::check_unit(new)?;
            let there = store::update_unit(&mut tx, (*id, new), *closed_on).await?;
            there.then_some("agency.unit-corrected").or_not_found()?
        }
        Correction::Service(id, new, ended_on) => {
            services::check_service(app, &mut tx, new).await?;
            let there = store::update_service(&mut tx, (*id, new), *ended_on).await?;
            there.then_some("agency.service-corrected").or_not_found()?
        }
        Correction::Office(id, title) => {
            rename_office(&mut tx, (agency, *id), title).await?;
            "agency.office-corrected"
        }
        Correction::Term(id, office, new) => {
            correct_term(&mut tx, (agency, *id), (*office, new)).await?;
            "agency.term-corrected"
        }
    };
    record(app, &mut tx, (agency.into(), verb), (Some(by.id), None)).await?;
    Ok(tx.commit().await?)
}

async fn rename_office(
    tx: &mut Tx,
    (agency, id): (AgencyId, OfficeId),
    title: &str,
) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    check_text("office_title", title, LINE_LETTERS_MAX, &mut errors);
    errors.check()?;
    let others = store::offices(&mut *tx, agency).await?;
    others.iter().any(|office| office.id == id).then_some(()).or_not_found()?;
    if others.iter().any(|office| office.id != id && office.title == title) {
        return Err(refused("office_title", "error-office-taken"));
    }
    store::update_office(tx, (id, agency), title).await?;
    Ok(())
}

async fn correct_term(
    tx: &mut Tx,
    (agency, id): (AgencyId, OfficeTermId),
    (office, new): (OfficeId, &NewTerm),
) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    new.check(&mut errors);
    errors.check()?;
    let held = store::office(&mut *tx, office).await?.or_not_found()?;
    if held.agency != agency {
        return Err(Refusal::NotFound.into());
    }
    must_be_free(tx, (office, Some(id)), new).await?;
    store::update_term(tx, (id, agency), (office, new)).await?.then_some(()).or_not_found()
}

/// Strikes it out, as if it had never been written down; refused while something of the body hangs on it. The event keeps
/// its name.
pub(crate) async fn strike(
    app: &App,
    by: &SignedIn,
    (agency, piece): (AgencyId, Piece),
) -> Outcome<()> {
    must_administer(by)?;
    let mut tx = app.db.begin().await?;
    let name = name_of(&mut tx, agency, piece).await?;
    let (struck, verb) = match piece {
        Piece::Unit(id) => (store::delete_unit(&mut tx, id).await?, "agency.unit-struck"),
        Piece::Service(id) => (store::delete_service(&mut tx, id).await?, "agency.service-struck"),
        Piece::Office(id) => (store::delete_office(&mut tx, id).await?, "agency.office-struck"),
        Piece::Term(id) => (store::delete_term(&mut tx, id).await?, "agency.term-struck"),
    };
    if !struck {
        return Err(Refusal::Conflict("refusal-agency-needed").into());
    }
    let told: (Option<PersonId>, Option<String>) = (Some(by.id), Some(name));
    record(app, &mut tx, (agency.into(), verb), told).await?;
    Ok(tx.commit().await?)
}

/// What it is called; one of another body is not found.
async fn name_of(tx: &mut Tx, agency: AgencyId, piece: Piece) -> Outcome<String> {
    let found = match piece {
        Piece::Unit(id) => store::unit(&mut *tx, id).await?.map(|unit| (unit.agency, unit.name)),
        Piece::Service(id) => {
            store::service(&mut *tx, id).await?.map(|service| (service.agency, service.name))
        }
        Piece::Office(id) => {
            store::office(&mut *tx, id).await?.map(|office| (office.agency, office.title))
        }
        Piece::Term(id) => {
            let known = store::terms(&mut *tx, agency).await?;
            known.into_iter().find(|term| term.id == id).map(|term| (agency, term.name))
        }
    };
    let own = found.filter(|(of, _)| *of == agency);
    own.map(|(_, name)| name).or_not_found()
}
