//! Appeals: whoever was moderated sends one, and somebody else than who acted decides it; where nobody else can, the same
//! person may after a pause, and it is marked so.
use super::{levers, measures::lifted_on_appeal, ruling::may_decide_alone};
use crate::{
    appeal::{Appeal, AppealState},
    decision::{Act, reaches},
    measure,
    store::{self, DecisionRow, Ending},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    deadlines::{self, ClockName},
    events::{self, Happening},
    feature::{Moderated, Verdict},
    ids::{AppealId, AreaCode, MeasureId, PersonId},
    jobs,
    languages::Lang,
    mail::{Letter, SendMail},
    measures,
    notices::{self, Notice},
    refusal::{OrNotFound, Outcome, Refusal},
    store::MeasureRow,
    subject::{Kind, Subject},
    visitor::SignedIn,
};
use jiff::{SignedDuration, Timestamp};

/// Working days: holidays and weekends are skipped, where the house is.
const CLOCK: ClockName = ClockName { rule_set: measure::SET, clock: "appeal" };

/// What an appeal is about.
pub(crate) enum Matter {
    Text(Box<Moderated>),
    Measure(MeasureRow),
}

/// A decision against someone's own text or account, and until when it may be appealed against.
pub(crate) struct Against {
    pub decision: DecisionRow,
    pub matter: Matter,
    pub until: Timestamp,
    /// What was sent already.
    pub appeal: Option<Appeal>,
}

/// The newest decision on a subject, for the one it went against; nobody else learns that there is one.
pub(crate) async fn against(app: &App, person: PersonId, subject: Subject) -> Outcome<Against> {
    let decision = store::newest_against(&app.db, subject).await?.or_not_found()?;
    let (matter, hers) = match subject.kind {
        Kind::Measure => {
            let row = measures::find(&app.db, MeasureId(subject.id)).await?.or_not_found()?;
            let hers = row.person == person;
            (Matter::Measure(row), hers)
        }
        _ => {
            let levers = levers(app, subject).or_not_found()?;
            let text = (levers.text)(app, subject).await?.or_not_found()?;
            let hers = text.by == Some(person);
            (Matter::Text(Box::new(text)), hers)
        }
    };
    hers.then_some(()).or_not_found()?;
    let days = measure::number(measure::rules(app)?, "appeal-window-days")?;
    Ok(Against {
        until: decision.at + SignedDuration::from_hours(24 * days),
        appeal: store::appeal_against(&app.db, decision.id).await?,
        decision,
        matter,
    })
}

/// Sends an appeal and starts its clock. Sent twice it is one.
pub(crate) async fn appeal(
    app: &App,
    by: PersonId,
    subject: Subject,
    words: String,
) -> Outcome<AppealId> {
    let against = against(app, by, subject).await?;
    if against.appeal.is_some() {
        return Err(Refusal::Conflict("refusal-appeal-once").into());
    }
    if app.now() > against.until {
        return Err(Refusal::Conflict("refusal-appeal-late").into());
    }
    let id: AppealId = app.make_id();
    let mut tx = app.db.begin().await?;
    let appeal = Appeal {
        id,
        decision: against.decision.id,
        kind: subject.kind,
        subject_id: subject.id,
        person: by,
        words,
        at: app.now(),
        due_at: deadlines::start(app, &mut tx, id.into(), CLOCK).await?,
        state: AppealState::Open,
        decided_at: None,
        decided_by: None,
        answer: None,
        alone: false,
    };
    if !store::insert_appeal(&mut tx, &appeal).await? {
        return Err(Refusal::Conflict("refusal-appeal-once").into());
    }
    let about = Happening {
        subject: id.into(),
        verb: "appeal.sent",
        by: Some(by),
        detail: Some(subject.to_string()),
    };
    events::record(app, &mut tx, about).await?;
    tx.commit().await?;
    Ok(id)
}

/// Where what is appealed against lies; a measure lies nowhere and is the whole house's.
async fn area_of(app: &App, appeal: &Appeal) -> Result<Option<AreaCode>> {
    let card = app.describe(Lang::INDONESIAN, appeal.subject()).await?;
    Ok(card.and_then(|card| card.area))
}

/// What stands in the way of this person deciding; `Ok(true)`: they took the decision themselves, and nobody else can.
pub(crate) async fn may_decide(app: &App, by: &SignedIn, appeal: &Appeal) -> Outcome<bool> {
    let area = area_of(app, appeal).await?;
    if !reaches(by, area) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    let decision = store::decision(&app.db, appeal.decision).await?.or_not_found()?;
    if decision.person != by.id && appeal.person != by.id {
        return Ok(false);
    }
    if !may_decide_alone(app, by.id, (Some(appeal.at), area)).await? {
        return Err(Refusal::NotAllowed("refusal-appeal-own").into());
    }
    Ok(true)
}

pub(crate) async fn find(app: &App, by: &SignedIn, id: AppealId) -> Outcome<Appeal> {
    let appeal = store::appeal(&app.db, id).await?.or_not_found()?;
    if !reaches(by, area_of(app, &appeal).await?) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    Ok(appeal)
}

/// Decides: what was done is taken back, or it stays. One transaction with the public log and all who are told.
pub(crate) async fn decide(
    app: &App,
    by: &SignedIn,
    id: AppealId,
    (restore, answer): (bool, &str),
) -> Outcome<()> {
    let appeal = store::appeal(&app.db, id).await?.or_not_found()?;
    let alone = may_decide(app, by, &appeal).await?;
    let letter = letter(app, &appeal, (restore, answer)).await?;
    let state = if restore { AppealState::Restored } else { AppealState::Kept };
    let mut tx = app.db.begin().await?;
    let ending = Ending { state, at: app.now(), by: by.id, answer, alone };
    if !store::end_appeal(&mut tx, id, &ending).await? {
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    deadlines::meet(app, &mut tx, id.into(), CLOCK.clock).await?;
    note(app, &mut tx, &appeal, (restore, by.id, alone)).await?;
    if restore {
        take_back(app, &mut tx, &appeal, by.id).await?;
    }
    let word = if restore { "appeal-restored" } else { "appeal-kept" };
    let path = path(appeal.subject());
    let notice = Notice { word, kind: appeal.kind, reason: None, path: &path };
    notices::tell(app, &mut tx, appeal.person, notice).await?;
    if let Some(letter) = letter {
        jobs::enqueue(app, &mut tx, &SendMail(letter)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The line in the public log.
async fn note(
    app: &App,
    tx: &mut Tx,
    appeal: &Appeal,
    (restore, by, alone): (bool, PersonId, bool),
) -> Result<()> {
    let (verb, act) = match restore {
        true => ("moderation.appeal-restored", Act::AppealRestored),
        false => ("moderation.appeal-kept", Act::AppealKept),
    };
    let detail = Some(appeal.id.to_string());
    let happening = Happening { subject: appeal.subject(), verb, by: Some(by), detail };
    let decision = DecisionRow {
        id: events::record(app, tx, happening).await?,
        at: app.now(),
        kind: appeal.kind,
        subject_id: appeal.subject_id,
        act,
        reason: None,
        flag_count: 0,
        was_held: false,
        person: by,
        alone,
    };
    store::insert_decision(tx, &decision).await
}

/// Pulls the lever back, or ends the measure.
async fn take_back(app: &App, tx: &mut Tx, appeal: &Appeal, by: PersonId) -> Outcome<()> {
    let subject = appeal.subject();
    if subject.kind == Kind::Measure {
        return Ok(lifted_on_appeal(app, tx, MeasureId(subject.id), by).await?);
    }
    // What was decided since stands, whoever was wrong before; it has an appeal of its own.
    let newest = store::newest_against(&mut *tx, subject).await?;
    if newest.is_some_and(|newest| newest.id != appeal.decision) {
        return Ok(());
    }
    let levers = levers(app, subject).or_not_found()?;
    (levers.set_shown)(app, tx, subject, Verdict::Show).await?;
    Ok(())
}

/// Where its sender reads what became of it.
pub(crate) fn path(subject: Subject) -> String {
    format!("/akun/sanggahan/{subject}")
}

async fn letter(
    app: &App,
    appeal: &Appeal,
    (restore, answer): (bool, &str),
) -> Result<Option<Letter>> {
    let Some(to) = people::address_of(&app.db, appeal.person).await? else { return Ok(None) };
    let words = app.words(Lang::INDONESIAN);
    let name = people::names(&app.db, &[appeal.person]).await?.remove(&appeal.person);
    let outcome = words.t(if restore { "appeal-state-restored" } else { "appeal-state-kept" });
    let link = app.link(Lang::INDONESIAN, &path(appeal.subject()));
    let values = [
        ("name", name.as_deref().unwrap_or_default()),
        ("outcome", outcome.as_str()),
        ("answer", answer),
        ("link", link.as_str()),
    ];
    Ok(Some(Letter {
        to,
        subject: words.with("letter-appeal-about", "house", &app.config.name),
        body: words.fill("letter-appeal-body", &values),
    }))
}
