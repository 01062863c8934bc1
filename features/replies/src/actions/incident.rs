//! Legal incidents: opened by somebody of the newsroom, seen and kept by those who are named on them.
use crate::{
    incident::{Incident, IncidentDeed, IncidentStep, NewIncident},
    store,
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{IncidentId, PersonId},
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::SignedIn,
};

/// Opens one; whoever opens it is the first who sees it.
pub(crate) async fn open_incident(
    app: &App,
    tx: &mut Tx,
    by: &SignedIn,
    new: &NewIncident,
) -> Outcome<IncidentId> {
    let id: IncidentId = app.make_id();
    store::insert_incident(tx, (id, by.id), new, app.now()).await?;
    store::name_on_incident(tx, (id, by.id), (app.now(), by.id)).await?;
    note(app, tx, (id, by.id), (IncidentStep::Opened, None)).await?;
    Ok(id)
}

/// The row of the step, and an event without a word of it.
async fn note(
    app: &App,
    tx: &mut Tx,
    (id, by): (IncidentId, PersonId),
    (step, words): (IncidentStep, Option<&str>),
) -> Result<()> {
    let row = (app.make_id(), id);
    store::insert_incident_step(tx, row, (app.now(), by), (step, words)).await?;
    let verb = format!("incident.{step}");
    let happening = Happening { subject: id.into(), verb: &verb, by: Some(by), detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// The incident, for those who are named on it; for all others there is none.
pub(crate) async fn incident(app: &App, by: PersonId, id: IncidentId) -> Outcome<Incident> {
    store::incident_for(&app.db, id, by).await?.or_not_found()
}

/// One of the named does something.
pub(crate) async fn keep_incident(
    app: &App,
    by: PersonId,
    id: IncidentId,
    deed: &IncidentDeed,
) -> Outcome<()> {
    incident(app, by, id).await?;
    let named = match deed {
        IncidentDeed::Name(typed) => Some(somebody(app, typed).await?),
        _ => None,
    };
    let mut tx = app.db.begin().await?;
    let ended = || Refusal::Conflict("refusal-incident-ended");
    match deed {
        IncidentDeed::Note(words) => {
            note(app, &mut tx, (id, by), (IncidentStep::Noted, Some(words))).await?;
        }
        IncidentDeed::Help(words) => {
            if !store::set_helper(&mut tx, id, words).await? {
                return Err(ended().into());
            }
            note(app, &mut tx, (id, by), (IncidentStep::Helped, Some(words))).await?;
        }
        IncidentDeed::End(words) => {
            if !store::end_incident(&mut tx, id, (app.now(), by), words).await? {
                return Err(ended().into());
            }
            note(app, &mut tx, (id, by), (IncidentStep::Ended, Some(words))).await?;
        }
        IncidentDeed::Name(_) => {
            if let Some((person, name)) = named {
                name_person(app, &mut tx, (id, by), (person, &name)).await?;
            }
        }
    }
    Ok(tx.commit().await?)
}

/// The one person who is called so.
async fn somebody(app: &App, typed: &str) -> Outcome<(PersonId, String)> {
    let mut found = people::found(&app.db, typed, 2).await?;
    let wrong = |key| Err(Refusal::Invalid(FieldErrors::one("words", key)).into());
    match found.len() {
        0 => wrong("error-writer-none"),
        1 => Ok(found.remove(0)),
        _ => wrong("error-writer-many"),
    }
}

/// They see it from now on, and a letter without a word of it tells them where.
async fn name_person(
    app: &App,
    tx: &mut Tx,
    (id, by): (IncidentId, PersonId),
    (person, name): (PersonId, &str),
) -> Outcome<()> {
    if !store::name_on_incident(tx, (id, person), (app.now(), by)).await? {
        return Ok(());
    }
    note(app, tx, (id, by), (IncidentStep::Named, Some(name))).await?;
    let Some(to) = people::address_of(&mut *tx, person).await? else { return Ok(()) };
    let words = app.words(Lang::INDONESIAN);
    let link = app.link(Lang::INDONESIAN, &format!("/meja/perkara/{id}"));
    let values = [("house", app.config.name.as_str()), ("link", &link)];
    let letter = Letter {
        to,
        subject: words.fill("incident-letter-subject", &values),
        body: words.fill("incident-letter", &values),
    };
    jobs::enqueue(app, tx, &SendMail(letter)).await?;
    Ok(())
}
