//! Taking off what was added by mistake: a programme or an activity on which nothing hangs yet. The events stay.
use super::record;
use crate::{activity::State, store};
use base::{
    app::App,
    db::Tx,
    ids::{ActivityId, PersonId, ProgrammeId},
    links,
    refusal::{OrNotFound, Outcome, Refusal},
    subject::Subject,
};

/// Refused while it has partners, outcomes, components or activities, or is linked.
pub(crate) async fn remove_programme(
    app: &App,
    tx: &mut Tx,
    id: ProgrammeId,
    by: Option<PersonId>,
) -> Outcome<()> {
    store::programme(&mut *tx, id).await?.or_not_found()?;
    must_be_unlinked(tx, id.into()).await?;
    if !store::delete_programme(tx, id).await? {
        return Err(Refusal::Conflict("refusal-programme-needed").into());
    }
    gone(app, tx, (id.into(), "programme.removed"), by).await
}

/// Gives back its programme; refused once it began, or while something was noted in it, or it is linked.
pub(crate) async fn remove_activity(
    app: &App,
    tx: &mut Tx,
    id: ActivityId,
    by: Option<PersonId>,
) -> Outcome<ProgrammeId> {
    let row = store::activity(&mut *tx, id).await?.or_not_found()?;
    must_be_unlinked(tx, id.into()).await?;
    let promised = !agencies::promises_of(&mut *tx, id.into()).await?.is_empty();
    let noted = store::has_lines(&mut *tx, id).await?;
    if row.state != State::Planned || promised || noted {
        return Err(Refusal::Conflict("refusal-programme-needed").into());
    }
    store::delete_dates(tx, id).await?;
    store::delete_states(tx, id).await?;
    store::delete_activity(tx, id).await?;
    gone(app, tx, (id.into(), "activity.removed"), by).await?;
    Ok(row.programme)
}

async fn must_be_unlinked(tx: &mut Tx, subject: Subject) -> Outcome<()> {
    match links::has_any(tx, subject).await? {
        false => Ok(()),
        true => Err(Refusal::Conflict("refusal-programme-needed").into()),
    }
}

async fn gone(
    app: &App,
    tx: &mut Tx,
    (subject, verb): (Subject, &str),
    by: Option<PersonId>,
) -> Outcome<()> {
    store::delete_listed(tx, subject).await?;
    store::delete_all_areas(tx, subject).await?;
    record(app, tx, (subject, verb), by).await?;
    Ok(())
}
