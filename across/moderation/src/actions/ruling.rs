//! A moderator decides on a text: the lever, the queue, the flags with their clocks, the public log, the event, and those
//! who are told, in one transaction.
use super::{CLOCK, levers};
use crate::{
    decision::{Act, MODERATORS, Ruling, reaches},
    flag::{FlagState, FlagStep, spoken},
    measure,
    store::{self, Closing, DecisionRow, FlagStepRow},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    db::Tx,
    deadlines,
    events::{self, Happening},
    feature::{Levers, Moderated},
    holds,
    ids::{AreaCode, EventId, PersonId},
    languages::Lang,
    notices::{self, Notice},
    refusal::{OrNotFound, Outcome, Refusal},
    store::hold_of,
    subject::{Kind, Subject},
    visitor::{Scope, SignedIn},
};
use jiff::{SignedDuration, Timestamp};

/// What is decided, and what those who complained are told besides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order<'a> {
    pub ruling: Ruling,
    /// From the page where it is read: nobody needs to have flagged it.
    pub direct: bool,
    /// Why a complaint is refused, of the closed list, and in words.
    pub ground: Option<&'a str>,
    pub answer: Option<&'a str>,
}

impl Order<'_> {
    pub(crate) fn plain(ruling: Ruling) -> Order<'static> {
        Order { ruling, direct: false, ground: None, answer: None }
    }
}

/// Rules on what waits or is flagged.
pub async fn rule(app: &App, by: &SignedIn, subject: Subject, ruling: Ruling) -> Outcome<()> {
    rule_as(app, by, subject, Order::plain(ruling)).await
}

pub(crate) async fn rule_as(
    app: &App,
    by: &SignedIn,
    subject: Subject,
    order: Order<'_>,
) -> Outcome<()> {
    let ruling = order.ruling;
    let may = may_rule(app, by, subject).await?;
    let mut tx = app.db.begin().await?;
    let (mut was_held, mut changed) = (false, false);
    if let Some(verdict) = ruling.verdict() {
        was_held = holds::lift(&mut tx, subject).await?;
        changed = (may.levers.set_shown)(app, &mut tx, subject, verdict).await?;
    }
    let detail = ruling.reason().map(|reason| reason.to_string());
    let happening = Happening { subject, verb: ruling.verb(), by: Some(by.id), detail };
    let event = events::record(app, &mut tx, happening).await?;
    let flag_count = close_flags(app, &mut tx, subject, (order, event, by.id)).await?;
    let by_itself = changed && (order.direct || ruling == Ruling::Restore);
    if !was_held && flag_count == 0 && !by_itself {
        // What waited was decided meanwhile; an old page must not overrule that.
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    let decision = DecisionRow {
        id: event,
        at: app.now(),
        kind: subject.kind,
        subject_id: subject.id,
        act: ruling.act(),
        reason: ruling.reason(),
        flag_count,
        was_held,
        person: by.id,
        alone: may.alone,
    };
    store::insert_decision(&mut tx, &decision).await?;
    tell_writer(app, &mut tx, (&may.text, &decision)).await?;
    tx.commit().await?;
    Ok(())
}

/// What the writer reads on the site; what was neither waiting nor taken away is not worth a word.
async fn tell_writer(
    app: &App,
    tx: &mut Tx,
    (text, decision): (&Moderated, &DecisionRow),
) -> Result<()> {
    let word = match decision.act {
        Act::Hide => "hidden",
        Act::Restore => "restored",
        Act::Show if decision.was_held => "shown",
        _ => return Ok(()),
    };
    let Some(writer) = text.by else { return Ok(()) };
    let (kind, reason) = (decision.kind, decision.reason);
    // What was hidden is read where it can be appealed against.
    let appeal = super::appeals::path(decision.subject());
    let path = if decision.act == Act::Hide { &appeal } else { &text.path };
    notices::tell(app, tx, writer, Notice { word, kind, reason, path }).await
}

/// What a moderator may pull, and whether they decide on their own text for want of somebody else.
struct May {
    levers: Levers,
    text: Moderated,
    alone: bool,
}

/// Nobody moderates their own text, but where nobody else can, after a pause; and a role reaches only its scope.
async fn may_rule(app: &App, by: &SignedIn, subject: Subject) -> Outcome<May> {
    let levers = levers(app, subject).or_not_found()?;
    let text = (levers.text)(app, subject).await?.or_not_found()?;
    let own = is_own(by, &text);
    let card = app.describe(Lang::INDONESIAN, subject).await?.or_not_found()?;
    if own && !may_rule_alone(app, by.id, (subject, card.area)).await? {
        return Err(Refusal::NotAllowed("refusal-own-text").into());
    }
    if !reaches(by, card.area) {
        return Err(Refusal::NotAllowed("refusal-role").into());
    }
    Ok(May { levers, text, alone: own })
}

pub(crate) fn is_own(by: &SignedIn, text: &Moderated) -> bool {
    text.by == Some(by.id)
}

/// Whether this person may decide on a text of their own now.
pub(crate) async fn may_rule_alone(
    app: &App,
    by: PersonId,
    (subject, area): (Subject, Option<AreaCode>),
) -> Result<bool> {
    may_decide_alone(app, by, (waits_since(app, subject).await?, area)).await
}

/// Since when a text waits for a decision.
async fn waits_since(app: &App, subject: Subject) -> Result<Option<Timestamp>> {
    let hold = hold_of(&app.db, subject).await?.map(|hold| hold.since);
    let flag = store::open_flags(&app.db, subject).await?.first().map(|flag| flag.at);
    Ok(hold.into_iter().chain(flag).min())
}

/// Where nobody else moderates what lies there, and once the pause of the rule is over.
pub(crate) async fn may_decide_alone(
    app: &App,
    by: PersonId,
    (since, area): (Option<Timestamp>, Option<AreaCode>),
) -> Result<bool> {
    let Some(since) = since else { return Ok(false) };
    if app.now() < since + alone_pause(app)? {
        return Ok(false);
    }
    let scope = area.map_or(Scope::House, Scope::Area);
    Ok(!people::others_hold(&app.db, MODERATORS, (scope, by)).await?)
}

pub(crate) fn alone_pause(app: &App) -> Result<SignedDuration> {
    let set = measure::rules(app)?;
    let hours =
        set.hours.get("alone-pause").with_context(|| format!("{} has no pause", set.id()))?;
    Ok(SignedDuration::from_hours(*hours))
}

/// Closes the open flags, stops their clocks, notes the step and tells those who have an account; how many there were.
async fn close_flags(
    app: &App,
    tx: &mut Tx,
    subject: Subject,
    (order, event, by): (Order<'_>, EventId, PersonId),
) -> Outcome<i64> {
    let (state, step, word) = match order.ruling {
        Ruling::Hide(_) => (FlagState::Acted, FlagStep::Acted, "complaint-acted"),
        Ruling::Show | Ruling::Keep | Ruling::Restore => {
            (FlagState::Kept, FlagStep::Refused, "complaint-refused")
        }
    };
    let (at, ground, answer) = (app.now(), order.ground, order.answer);
    let closing = Closing { state, decision: event, at, ground, answer };
    let closed = store::close_flags(tx, subject, closing).await?;
    for flag in &closed {
        deadlines::meet(app, tx, Subject::new(Kind::Flag, flag.id.0), CLOCK.clock).await?;
        let row = FlagStepRow { step, at, by: Some(by) };
        store::insert_step(tx, (app.make_id(), flag.id), row).await?;
        let Some(person) = flag.person else { continue };
        let path = format!("/tandai/nomor?nomor={}", spoken(&flag.number));
        let notice = Notice { word, kind: subject.kind, reason: None, path: &path };
        notices::tell(app, tx, person, notice).await?;
    }
    Ok(i64::try_from(closed.len()).unwrap_or(i64::MAX))
}
