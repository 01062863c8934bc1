//! Trainings: called by an editor, joined by candidates, closed with who was there.
use super::{may_edit, take};
use crate::{
    reporter::{Reporter, State, Step},
    store::{self, StepRow},
    training::{NewTraining, Training},
};
use anyhow::Result;
use areas::Areas;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{AreaCode, PersonId, TrainingId},
    languages::Lang,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};

/// An editor calls a training in their area, in the caller's transaction.
pub(crate) async fn call(
    app: &App,
    tx: &mut Tx,
    by: &SignedIn,
    new: &NewTraining,
) -> Outcome<TrainingId> {
    must_edit(by, new.area)?;
    let id = file_training(app, tx, by.id, new).await?;
    Ok(id)
}

/// Writes a training, for the demonstration and for what was done before.
pub async fn file_training(
    app: &App,
    tx: &mut Tx,
    by: PersonId,
    new: &NewTraining,
) -> Result<TrainingId> {
    let id: TrainingId = app.make_id();
    store::insert_training(tx, (id, by), new, app.now()).await?;
    note(app, tx, (id, "training.called"), by).await?;
    Ok(id)
}

/// Notes who was at a training of long ago; their own steps were brought in with them.
pub async fn file_attended(
    app: &App,
    tx: &mut Tx,
    (id, by): (TrainingId, PersonId),
    people: &[PersonId],
) -> Result<()> {
    for person in people {
        store::add_participant(tx, (id, *person), (by, app.now())).await?;
        store::note_attended(tx, (id, *person), app.now()).await?;
    }
    store::close_training(tx, id, (by, app.now())).await?;
    note(app, tx, (id, "training.closed"), by).await
}

/// Day, place, words are changed before it is closed.
pub(crate) async fn recall(
    app: &App,
    by: &SignedIn,
    id: TrainingId,
    new: &NewTraining,
) -> Outcome<()> {
    kept(app, by, id).await?;
    must_edit(by, new.area)?;
    let mut tx = app.db.begin().await?;
    if !store::change_training(&mut tx, id, new).await? {
        return Err(Refusal::Conflict("refusal-training-closed").into());
    }
    note(app, &mut tx, (id, "training.changed"), by.id).await?;
    Ok(tx.commit().await?)
}

/// The training, for an editor of its area.
pub(crate) async fn kept(app: &App, by: &SignedIn, id: TrainingId) -> Outcome<Training> {
    let training = store::training(&app.db, id).await?.or_not_found()?;
    match may_edit(by, training.area) {
        true => Ok(training),
        false => Err(Refusal::NotAllowed("refusal-training-area").into()),
    }
}

fn must_edit(by: &SignedIn, area: AreaCode) -> Outcome<()> {
    if may_edit(by, area) {
        return Ok(());
    }
    Err(Refusal::Invalid(FieldErrors::one("area", "error-training-not-yours")).into())
}

/// An editor puts candidates on the list.
pub(crate) async fn invite(
    app: &App,
    by: &SignedIn,
    id: TrainingId,
    people: &[PersonId],
) -> Outcome<()> {
    let training = kept(app, by, id).await?;
    must_be_open(&training)?;
    let mut tx = app.db.begin().await?;
    for person in people {
        let reporter = store::find(&mut tx, *person).await?.or_not_found()?;
        // The page offers those whom this editor edits; nobody else's candidates are put on a list.
        may_edit(by, reporter.area).then_some(()).or_not_found()?;
        if reporter.state == State::Candidate {
            store::add_participant(&mut tx, (id, *person), (by.id, app.now())).await?;
        }
    }
    note(app, &mut tx, (id, "training.invited"), by.id).await?;
    Ok(tx.commit().await?)
}

/// A candidate comes to a training, or does not after all.
pub(crate) async fn join(app: &App, by: PersonId, id: TrainingId, comes: bool) -> Outcome<()> {
    let training = store::training(&app.db, id).await?.or_not_found()?;
    if !training.is_open(app.today()) {
        return Err(Refusal::Conflict("refusal-training-closed").into());
    }
    let mut tx = app.db.begin().await?;
    let reporter = store::find(&mut tx, by).await?.or_not_found()?;
    if reporter.state != State::Candidate {
        return Err(Refusal::Conflict("refusal-training-candidates").into());
    }
    if comes {
        store::add_participant(&mut tx, (id, by), (by, app.now())).await?;
    } else {
        store::drop_participant(&mut tx, id, by).await?;
    }
    Ok(tx.commit().await?)
}

/// An editor closes it: the candidates among those who were there are trained.
pub(crate) async fn close(
    app: &App,
    by: &SignedIn,
    id: TrainingId,
    attended: &[PersonId],
) -> Outcome<()> {
    let training = kept(app, by, id).await?;
    if training.starts_on > app.today() {
        return Err(Refusal::Conflict("refusal-training-early").into());
    }
    let words = in_words(app, &training);
    let mut tx = app.db.begin().await?;
    if !store::close_training(&mut tx, id, (by.id, app.now())).await? {
        return Err(Refusal::Conflict("refusal-training-closed").into());
    }
    for person in attended {
        // Who took their name off the list meanwhile does not lose the work of noting all the others.
        if !store::note_attended(&mut tx, (id, *person), app.now()).await? {
            continue;
        }
        let reporter = store::find(&mut tx, *person).await?.or_not_found()?;
        train(app, &mut tx, (by, &reporter), &words).await?;
    }
    note(app, &mut tx, (id, "training.closed"), by.id).await?;
    Ok(tx.commit().await?)
}

/// Who was trained elsewhere meanwhile, or left, stays where they are; nobody trains themselves.
async fn train(
    app: &App,
    tx: &mut Tx,
    (by, reporter): (&SignedIn, &Reporter),
    words: &str,
) -> Outcome<()> {
    if reporter.state != State::Candidate || reporter.person == by.id {
        return Ok(());
    }
    let words = Some(words.to_owned());
    let step = StepRow { at: app.now(), by: Some(by.id), step: Step::Trained, words };
    take(app, tx, reporter, step).await.map(drop)
}

/// "Pelatihan pewarta, Balai Desa, Kecamatan Tanjung, 28 November 2026."
fn in_words(app: &App, training: &Training) -> String {
    let day = app.words(Lang::INDONESIAN).day_month_year(training.ends_on);
    let area = app.keeper::<Areas>().name(training.area);
    format!("{}, {}, {area}, {day}.", training.title, training.place)
}

fn must_be_open(training: &Training) -> Outcome<()> {
    match training.closed_at {
        None => Ok(()),
        Some(_) => Err(Refusal::Conflict("refusal-training-closed").into()),
    }
}

async fn note(app: &App, tx: &mut Tx, (id, verb): (TrainingId, &str), by: PersonId) -> Result<()> {
    let happening = Happening { subject: id.into(), verb, by: Some(by), detail: None };
    events::record(app, tx, happening).await.map(drop)
}
