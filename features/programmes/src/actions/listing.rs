//! Puts a programme or an activity into the lists of its areas and bodies, as they stand now.
use crate::store::{self, List};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, AgencyId, ProgrammeId},
    jiff::{Timestamp, civil::Date},
    subject::{Kind, Subject},
};
use std::collections::BTreeSet;

pub(super) async fn subject(app: &App, tx: &mut Tx, subject: Subject) -> Result<()> {
    match subject.kind {
        Kind::Programme => programme(app, tx, ProgrammeId(subject.id)).await,
        _ => activity(app, tx, ActivityId(subject.id)).await,
    }
}

/// Listed on the day it began.
pub(super) async fn programme(app: &App, tx: &mut Tx, id: ProgrammeId) -> Result<()> {
    let Some(row) = store::programme(&mut *tx, id).await? else { return Ok(()) };
    let at = listed_at(app, row.begins.map(|begins| begins.first_day()), row.added_at)?;
    let partners = store::partners(&mut *tx, id).await?;
    let agencies = partners.iter().filter_map(|partner| partner.agency).collect();
    put(tx, id.into(), agencies, at).await
}

/// Listed on its first day; in the lists of the bodies that were invited or spoke.
pub(super) async fn activity(app: &App, tx: &mut Tx, id: ActivityId) -> Result<()> {
    let Some(row) = store::activity(&mut *tx, id).await? else { return Ok(()) };
    let at = listed_at(app, row.starts, row.added_at)?;
    let offices = store::offices(&mut *tx, id).await?;
    let speakers = store::speakers(&mut *tx, id).await?;
    let agencies = offices
        .iter()
        .filter_map(|office| office.agency)
        .chain(speakers.iter().filter_map(|speaker| speaker.agency))
        .collect();
    put(tx, id.into(), agencies, at).await
}

/// The beginning of the day in the house's zone.
fn listed_at(app: &App, day: Option<Date>, otherwise: Timestamp) -> Result<Timestamp> {
    let Some(day) = day else { return Ok(otherwise) };
    Ok(day.to_zoned_datetime(app.config.zone.time_zone())?.timestamp())
}

async fn put(
    tx: &mut Tx,
    subject: Subject,
    agencies: BTreeSet<AgencyId>,
    at: Timestamp,
) -> Result<()> {
    store::delete_listed(tx, subject).await?;
    let areas = store::areas(&mut *tx, subject).await?;
    let codes = areas.iter().flat_map(|(_, area)| &area.codes);
    let with_all_above: BTreeSet<i64> =
        codes.flat_map(|code| code.with_ancestors()).map(|code| code.0).collect();
    for code in with_all_above {
        store::insert_listed(tx, subject, (List::Area, code), at).await?;
    }
    for agency in agencies {
        store::insert_listed(tx, subject, (List::Agency, agency.0), at).await?;
    }
    Ok(())
}
