//! A programme and what it is built of.
use super::{listing, next_place, record};
use crate::{
    former,
    programme::{NamedArea, NewComponent, NewOutcome, NewPartner, NewProgramme},
    store,
};
use base::{
    app::App,
    db::Tx,
    ids::{ComponentId, OutcomeId, PersonId, ProgrammeId, ProgrammeLineId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    subject::Subject,
    text_enum,
};

text_enum! {
    /// The lists of a programme, by the word in their addresses.
    pub(crate) enum ProgrammePart {
        Partners = "mitra",
        Outcomes = "capaian",
        Components = "komponen",
    }
}

/// One line of a programme, as a form of the desk holds it.
pub(crate) enum ProgrammeLine {
    Partner(NewPartner),
    Outcome(NewOutcome),
    Component(NewComponent),
}

impl ProgrammeLine {
    fn part(&self) -> ProgrammePart {
        match self {
            ProgrammeLine::Partner(_) => ProgrammePart::Partners,
            ProgrammeLine::Outcome(_) => ProgrammePart::Outcomes,
            ProgrammeLine::Component(_) => ProgrammePart::Components,
        }
    }
}

pub async fn add(
    app: &App,
    tx: &mut Tx,
    new: &NewProgramme,
    by: Option<PersonId>,
) -> Outcome<ProgrammeId> {
    let id: ProgrammeId = app.make_id();
    store::insert_programme(tx, id, new, app.now()).await?;
    record(app, tx, (id.into(), "programme.added"), by).await?;
    Ok(id)
}

pub(crate) async fn change(
    app: &App,
    tx: &mut Tx,
    (id, new): (ProgrammeId, &NewProgramme),
    by: Option<PersonId>,
) -> Outcome<()> {
    let row = store::programme(&mut *tx, id).await?.or_not_found()?;
    former::keep(app, tx, id.into(), former::of_programme(&row, new)).await?;
    store::update_programme(tx, id, new).await?;
    listing::programme(app, tx, id).await?;
    record(app, tx, (id.into(), "programme.changed"), by).await?;
    Ok(())
}

pub async fn add_partner(
    app: &App,
    tx: &mut Tx,
    (programme, new): (ProgrammeId, &NewPartner),
    by: Option<PersonId>,
) -> Outcome<ProgrammeLineId> {
    let known = store::partners(&mut *tx, programme).await?;
    let place = next_place(known.iter().map(|row| row.position))?;
    let id = app.make_id();
    store::insert_partner(tx, (id, programme), place, new).await?;
    changed(app, tx, programme, by).await?;
    Ok(id)
}

pub async fn add_outcome(
    app: &App,
    tx: &mut Tx,
    (programme, new): (ProgrammeId, &NewOutcome),
    by: Option<PersonId>,
) -> Outcome<OutcomeId> {
    let known = store::outcomes(&mut *tx, programme).await?;
    let place = next_place(known.iter().map(|row| row.position))?;
    check_parent(&known, None, new)?;
    let id = app.make_id();
    store::insert_outcome(tx, (id, programme), place, new).await?;
    changed(app, tx, programme, by).await?;
    Ok(id)
}

pub async fn add_component(
    app: &App,
    tx: &mut Tx,
    (programme, new): (ProgrammeId, &NewComponent),
    by: Option<PersonId>,
) -> Outcome<ComponentId> {
    let known = store::components(&mut *tx, programme).await?;
    let place = next_place(known.iter().map(|row| row.position))?;
    check_outcome(&store::outcomes(&mut *tx, programme).await?, new)?;
    let id = app.make_id();
    store::insert_component(tx, (id, programme), place, new).await?;
    changed(app, tx, programme, by).await?;
    Ok(id)
}

/// Adds a line to the list that it belongs to.
pub(crate) async fn add_programme_line(
    app: &App,
    tx: &mut Tx,
    (programme, line): (ProgrammeId, &ProgrammeLine),
    by: Option<PersonId>,
) -> Outcome<()> {
    store::programme(&mut *tx, programme).await?.or_not_found()?;
    match line {
        ProgrammeLine::Partner(new) => add_partner(app, tx, (programme, new), by).await.map(drop),
        ProgrammeLine::Outcome(new) => add_outcome(app, tx, (programme, new), by).await.map(drop),
        ProgrammeLine::Component(new) => {
            add_component(app, tx, (programme, new), by).await.map(drop)
        }
    }
}

/// Rewrites the line with this number.
pub(crate) async fn change_line(
    app: &App,
    tx: &mut Tx,
    (programme, id): (ProgrammeId, i64),
    line: &ProgrammeLine,
    by: Option<PersonId>,
) -> Outcome<()> {
    let stood = former::programme_line(&mut *tx, line.part(), (id, programme)).await?;
    let there = match line {
        ProgrammeLine::Partner(new) => {
            store::update_partner(tx, (ProgrammeLineId(id), programme), new).await?
        }
        ProgrammeLine::Outcome(new) => {
            let known = store::outcomes(&mut *tx, programme).await?;
            check_parent(&known, Some(OutcomeId(id)), new)?;
            store::update_outcome(tx, (OutcomeId(id), programme), new).await?
        }
        ProgrammeLine::Component(new) => {
            check_outcome(&store::outcomes(&mut *tx, programme).await?, new)?;
            store::update_component(tx, (ComponentId(id), programme), new).await?
        }
    };
    there.then_some(()).or_not_found()?;
    let stands = former::programme_line(&mut *tx, line.part(), (id, programme)).await?;
    former::keep(app, tx, programme.into(), former::gone(stood, &stands)).await?;
    changed(app, tx, programme, by).await
}

/// Takes off the line with this number; an outcome or a component only while nothing stands under it.
pub(crate) async fn remove_programme_line(
    app: &App,
    tx: &mut Tx,
    (programme, id): (ProgrammeId, i64),
    part: ProgrammePart,
    by: Option<PersonId>,
) -> Outcome<()> {
    let stood = former::programme_line(&mut *tx, part, (id, programme)).await?;
    former::keep(app, tx, programme.into(), stood).await?;
    let (known, gone) = match part {
        ProgrammePart::Partners => {
            let gone = store::delete_partner(tx, (ProgrammeLineId(id), programme)).await?;
            (gone, gone)
        }
        ProgrammePart::Outcomes => {
            let all = store::outcomes(&mut *tx, programme).await?;
            let known = all.iter().any(|row| row.id.0 == id);
            (known, store::delete_outcome(tx, (OutcomeId(id), programme)).await?)
        }
        ProgrammePart::Components => {
            let all = store::components(&mut *tx, programme).await?;
            let known = all.iter().any(|row| row.id.0 == id);
            (known, store::delete_component(tx, (ComponentId(id), programme)).await?)
        }
    };
    known.then_some(()).or_not_found()?;
    if !gone {
        return Err(Refusal::Conflict("refusal-programme-needed").into());
    }
    changed(app, tx, programme, by).await
}

/// Adds an area to a programme or an activity.
pub async fn add_area(
    app: &App,
    tx: &mut Tx,
    (subject, area): (Subject, &NamedArea),
    by: Option<PersonId>,
) -> Outcome<()> {
    let known = store::areas(&mut *tx, subject).await?;
    if known.iter().any(|(_, other)| other == area) {
        return Err(Refusal::Invalid(FieldErrors::one("area", "error-programme-area-twice")).into());
    }
    let place = next_place(known.iter().map(|(place, _)| *place))?;
    for code in &area.codes {
        store::insert_area(tx, subject, place, (area, *code)).await?;
    }
    listing::subject(app, tx, subject).await?;
    record(app, tx, (subject, "programme.areas-changed"), by).await?;
    Ok(())
}

/// Takes an area off by its place in the list.
pub(crate) async fn remove_area(
    app: &App,
    tx: &mut Tx,
    (subject, place): (Subject, i64),
    by: Option<PersonId>,
) -> Outcome<()> {
    store::delete_areas(tx, subject, place).await?.then_some(()).or_not_found()?;
    listing::subject(app, tx, subject).await?;
    record(app, tx, (subject, "programme.areas-changed"), by).await?;
    Ok(())
}

async fn changed(
    app: &App,
    tx: &mut Tx,
    programme: ProgrammeId,
    by: Option<PersonId>,
) -> Outcome<()> {
    listing::programme(app, tx, programme).await?;
    record(app, tx, (programme.into(), "programme.changed"), by).await?;
    Ok(())
}

/// An intermediate outcome stands under one that stands under none: two levels, no circles.
fn check_parent(
    known: &[store::OutcomeRow],
    own: Option<OutcomeId>,
    new: &NewOutcome,
) -> Outcome<()> {
    let Some(parent) = new.parent else { return Ok(()) };
    let under_none = known.iter().any(|row| row.id == parent && row.parent.is_none());
    let has_own = known.iter().any(|row| own.is_some() && row.parent == own);
    if under_none && own != Some(parent) && !has_own {
        return Ok(());
    }
    Err(Refusal::Invalid(FieldErrors::one("parent", "error-programme-parent")).into())
}

fn check_outcome(known: &[store::OutcomeRow], new: &NewComponent) -> Outcome<()> {
    match new.outcome {
        Some(outcome) if known.iter().all(|row| row.id != outcome) => {
            let errors = FieldErrors::one("outcome", "error-programme-choose");
            Err(Refusal::Invalid(errors).into())
        }
        _ => Ok(()),
    }
}
