//! What is done to rounds: made, changed as a draft, opened, closed, published; and filled in.
use crate::{
    instrument::Instrument,
    response::{Response, Source},
    round::{Correction, NewRound, Provider, Round, State},
    store::{self, Entry},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::{AgencyId, PersonId, SurveyRoundId},
    jiff::Timestamp,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    visitor::{Role, Scope, SignedIn, Visitor},
};

/// More than any round of a kabupaten; what comes after is refused.
pub const RESPONSES_MAX: i64 = 50_000;

/// Who does something, and when: what is brought in keeps its own day.
#[derive(Debug, Clone, Copy)]
pub struct Act {
    pub by: Option<PersonId>,
    pub at: Timestamp,
}

impl Act {
    pub fn now(app: &App, by: Option<PersonId>) -> Act {
        Act { by, at: app.now() }
    }
}

/// Whether the visitor looks after rounds of this kind of this body: its officers after its own, the chief editor after
/// the citizens', administrators after both. An officer never touches what residents ask about the body.
pub(crate) fn may_manage(visitor: &Visitor, agency: AgencyId, provider: Provider) -> bool {
    if visitor.may(Role::Administrator, Scope::House) {
        return true;
    }
    match provider {
        Provider::Own => agencies::answers_for(visitor).contains(&agency),
        Provider::Citizens => visitor.may(Role::ChiefEditor, Scope::House),
    }
}

pub(crate) fn must_manage(by: &SignedIn, agency: AgencyId, provider: Provider) -> Outcome<()> {
    let visitor = Visitor { signed_in: Some(by.clone()) };
    if may_manage(&visitor, agency, provider) {
        Ok(())
    } else {
        Err(Refusal::NotAllowed("refusal-not-yours").into())
    }
}

/// A draft, in the caller's transaction.
pub async fn register(app: &App, tx: &mut Tx, new: &NewRound, act: Act) -> Outcome<SurveyRoundId> {
    let agency = agencies::find(&mut *tx, new.agency).await?.or_not_found()?;
    let new = named(tx, new).await?;
    let rules = Instrument::in_force(app)?.rules.id();
    let id: SurveyRoundId = app.make_id();
    store::insert_round(tx, (id, &new), (agency.area, &rules), act.at, act.by).await?;
    for area in agency.area.iter().flat_map(|area| area.with_ancestors()) {
        store::insert_area(tx, area, id).await?;
    }
    note_state(app, tx, (id, State::Draft), act).await?;
    Ok(id)
}

/// With the name of the service that was chosen from the body's list.
async fn named(tx: &mut Tx, new: &NewRound) -> Outcome<NewRound> {
    let mut new = new.clone();
    if let Some(id) = new.service_id {
        let services = agencies::services(&mut *tx, new.agency).await?;
        let Some(service) = services.into_iter().find(|service| service.id == id) else {
            let errors = FieldErrors::one("service_id", "error-survey-choose");
            return Err(Refusal::Invalid(errors).into());
        };
        new.service = service.name;
    }
    Ok(new)
}

/// A draft by someone who looks after such rounds, in the caller's transaction.
pub(crate) async fn create(
    app: &App,
    tx: &mut Tx,
    by: &SignedIn,
    new: &NewRound,
) -> Outcome<SurveyRoundId> {
    must_manage(by, new.agency, new.provider)?;
    register(app, tx, new, Act::now(app, Some(by.id))).await
}

/// Body and kind of provider stay as they are.
pub(crate) async fn change(
    app: &App,
    by: &SignedIn,
    id: SurveyRoundId,
    new: &NewRound,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = store::hold(&mut tx, id).await?.or_not_found()?;
    must_manage(by, round.agency, round.provider)?;
    let new = NewRound { agency: round.agency, provider: round.provider, ..new.clone() };
    let new = named(&mut tx, &new).await?;
    if !store::change_draft(&mut tx, id, &new).await? {
        return Err(Refusal::Conflict("refusal-survey-state").into());
    }
    record(app, &mut tx, (id, "survey.changed"), (by, None)).await?;
    Ok(tx.commit().await?)
}

/// What may be put right once residents answer; the questionnaire stays as they were asked. What stood there before
/// stays in the event.
pub(crate) async fn correct(
    app: &App,
    by: &SignedIn,
    id: SurveyRoundId,
    right: &Correction,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = store::hold(&mut tx, id).await?.or_not_found()?;
    must_manage(by, round.agency, round.provider)?;
    if right.to < round.from {
        return Err(Refusal::Invalid(FieldErrors::one("to", "error-survey-to")).into());
    }
    if !store::correct_round(&mut tx, id, right).await? {
        return Err(Refusal::Conflict("refusal-survey-state").into());
    }
    let stood = format!("{} ({} - {})", round.title, round.from, round.to);
    record(app, &mut tx, (id, "survey.corrected"), (by, Some(stood))).await?;
    Ok(tx.commit().await?)
}

/// A draft that nobody needs goes, and nothing of it stays but the event.
pub(crate) async fn discard(app: &App, by: &SignedIn, id: SurveyRoundId) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = store::hold(&mut tx, id).await?.or_not_found()?;
    must_manage(by, round.agency, round.provider)?;
    if round.state != State::Draft {
        return Err(Refusal::Conflict("refusal-survey-state").into());
    }
    store::delete_areas(&mut tx, id).await?;
    store::delete_states(&mut tx, id).await?;
    store::delete_round(&mut tx, id).await?;
    record(app, &mut tx, (id, "survey.discarded"), (by, Some(round.title))).await?;
    Ok(tx.commit().await?)
}

async fn record(
    app: &App,
    tx: &mut Tx,
    (id, verb): (SurveyRoundId, &str),
    (by, detail): (&SignedIn, Option<String>),
) -> Result<()> {
    let happening = Happening { subject: id.into(), verb, by: Some(by.id), detail };
    events::record(app, tx, happening).await.map(drop)
}

async fn note_state(
    app: &App,
    tx: &mut Tx,
    (id, state): (SurveyRoundId, State),
    act: Act,
) -> Result<()> {
    store::insert_state(tx, (app.make_id(), id, state), act.at, act.by).await?;
    let verb = format!("survey.{}", state.verb());
    let happening = Happening { subject: id.into(), verb: &verb, by: act.by, detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// One state further, in the caller's transaction.
pub async fn move_to(
    app: &App,
    tx: &mut Tx,
    (id, state): (SurveyRoundId, State),
    act: Act,
) -> Outcome<()> {
    let round = store::hold(tx, id).await?.or_not_found()?;
    if round.state.next() != Some(state) {
        return Err(Refusal::Conflict("refusal-survey-state").into());
    }
    if state == State::Published {
        let min = Instrument::kept(app, &round.rules)?.cell_min;
        if store::responses(&mut *tx, id).await? < min {
            return Err(Refusal::Conflict("refusal-survey-few").into());
        }
    }
    let listed_at = (state != State::Closed).then_some(act.at);
    if !store::turn(tx, id, (round.state, state), listed_at).await? {
        return Err(Refusal::Conflict("refusal-survey-state").into());
    }
    Ok(note_state(app, tx, (id, state), act).await?)
}

pub(crate) async fn advance(
    app: &App,
    by: &SignedIn,
    id: SurveyRoundId,
    state: State,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = store::find(&mut tx, id).await?.or_not_found()?;
    must_manage(by, round.agency, round.provider)?;
    move_to(app, &mut tx, (id, state), Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}

/// A response, in the caller's transaction; false when this key is known. The round must be held and open.
pub async fn record_response(
    app: &App,
    tx: &mut Tx,
    (round, response): (SurveyRoundId, &Response),
    (source, key): (Source, Option<&str>),
    act: Act,
) -> Result<bool> {
    let day = app.config.zone.date(act.at);
    // Not an id that tells the moment: nobody at a counter works out whose it was.
    let id = app.random.number().cast_signed() & i64::MAX;
    store::insert_response(tx, round, response, Entry { id, day, source, by: act.by, key }).await
}

/// A round that takes responses, held until the transaction ends.
pub(crate) async fn open_round(tx: &mut Tx, id: SurveyRoundId) -> Outcome<Round> {
    let round = store::hold(tx, id).await?.or_not_found()?;
    if round.state != State::Open {
        return Err(Refusal::Conflict("refusal-survey-closed").into());
    }
    if store::responses(tx, id).await? >= RESPONSES_MAX {
        return Err(Refusal::Conflict("refusal-survey-full").into());
    }
    Ok(round)
}

/// A resident's own; sent twice it is one.
pub(crate) async fn fill(
    app: &App,
    id: SurveyRoundId,
    response: &Response,
    key: &str,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = open_round(&mut tx, id).await?;
    if !round.takes_online(app.today()) {
        return Err(Refusal::Conflict("refusal-survey-closed").into());
    }
    let key = format!("form:{key}");
    record_response(
        app,
        &mut tx,
        (round.id, response),
        (Source::Online, Some(&key)),
        Act::now(app, None),
    )
    .await?;
    Ok(tx.commit().await?)
}

/// From paper, typed by someone who looks after the round.
pub(crate) async fn type_in(
    app: &App,
    by: &SignedIn,
    id: SurveyRoundId,
    (response, key): (&Response, &str),
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = open_round(&mut tx, id).await?;
    must_manage(by, round.agency, round.provider)?;
    let key = format!("form:{key}");
    let how = (Source::Paper, Some(key.as_str()));
    record_response(app, &mut tx, (round.id, response), how, Act::now(app, Some(by.id))).await?;
    Ok(tx.commit().await?)
}

/// A sheet that its typist has just typed wrongly goes again; nobody else's, and none of a closed round.
pub(crate) async fn take_back(
    app: &App,
    by: &SignedIn,
    id: SurveyRoundId,
    key: &str,
) -> Outcome<()> {
    let mut tx = app.db.begin().await?;
    let round = open_round(&mut tx, id).await?;
    must_manage(by, round.agency, round.provider)?;
    if !store::delete_typed(&mut tx, (id, &format!("form:{key}")), by.id).await? {
        return Err(Refusal::Conflict("refusal-survey-no-sheet").into());
    }
    record(app, &mut tx, (id, "survey.sheet-taken-back"), (by, None)).await?;
    Ok(tx.commit().await?)
}

impl State {
    /// What happened when a round came into it.
    fn verb(self) -> &'static str {
        match self {
            State::Draft => "drafted",
            State::Open => "opened",
            State::Closed | State::Published => self.as_str(),
        }
    }
}
