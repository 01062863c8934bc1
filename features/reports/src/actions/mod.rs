//! The verbs. Each works in the caller's transaction on the report as it stands there and returns it as it then is:
//! state, turn, clocks, a row for the timeline, the event and the letter to the sender, all or nothing. The caller has
//! checked who may (`may.rs`).
mod body;
mod desk;
mod ends;
mod send;
mod sender;

pub use body::*;
pub use desk::*;
pub use ends::*;
pub use send::*;
pub use sender::*;

use crate::{
    notices,
    report::{self, Actor, Report, StepKind, Visibility},
    rules::{DELIVER, VERIFY, start_clock, start_delivering},
    store::{self, SenderRow, StepRow},
};
use base::{
    app::App,
    db::Tx,
    deadlines,
    events::{self, Happening},
    holds,
    ids::{EventId, PersonId, ReportId},
    jiff::Timestamp,
    refusal::{OrNotFound, Outcome, Refusal},
};

/// Who does something, as what, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    pub at: Timestamp,
    /// Never the reporter.
    pub by: Option<PersonId>,
    pub actor: Actor,
    /// Brought in with its history: nobody gets a letter, nothing waits in a queue.
    pub imported: bool,
}

impl Act {
    pub fn desk(at: Timestamp, by: Option<PersonId>) -> Act {
        Act { at, by, actor: Actor::Desk, imported: false }
    }

    pub fn body(at: Timestamp, by: Option<PersonId>) -> Act {
        Act { at, by, actor: Actor::Body, imported: false }
    }

    pub fn reporter(at: Timestamp) -> Act {
        Act { at, by: None, actor: Actor::Reporter, imported: false }
    }

    pub fn rule(at: Timestamp) -> Act {
        Act { at, by: None, actor: Actor::Rule, imported: false }
    }

    /// The same as history.
    pub fn imported(self) -> Act {
        Act { imported: true, ..self }
    }
}

/// A step that is taken, with the words that go with it.
pub(crate) struct Taken {
    pub kind: StepKind,
    pub words: Option<String>,
}

impl Taken {
    pub fn silently(kind: StepKind) -> Taken {
        Taken { kind, words: None }
    }

    pub fn saying(kind: StepKind, words: impl Into<String>) -> Taken {
        Taken { kind, words: Some(words.into()) }
    }
}

/// Whether a step gives the turn to somebody, so that time counts anew.
fn moves_on(before: &Report, kind: StepKind) -> bool {
    let same = matches!(kind, StepKind::Received | StepKind::Overdue | StepKind::Confirmed);
    let on_a_promise = kind == StepKind::Replied && before.state == report::State::Promised;
    !same && !on_a_promise
}

/// Takes a step: refuses one that does not follow, or that somebody else took first.
pub(crate) async fn take(
    app: &App,
    tx: &mut Tx,
    before: &Report,
    (act, taken): (&Act, Taken),
    change: impl FnOnce(&mut Report),
) -> Outcome<Report> {
    let state = report::after(before.state, taken.kind);
    let state = state.ok_or(Refusal::Conflict("refusal-report-step"))?;
    let mut next = Report { state, ..before.clone() };
    if moves_on(before, taken.kind) {
        next.turn_since = act.at;
        next.due_at = None;
        // A promise does not undo that a time passed unused.
        if taken.kind != StepKind::Promised {
            next.overdue_at = None;
        }
    }
    change(&mut next);
    next.turn = report::turn(next.state, next.agency.is_some());
    if !store::update(tx, before, &next).await? {
        return Err(Refusal::Conflict("refusal-report-step").into());
    }
    if taken.kind == StepKind::Verified || taken.kind == StepKind::Refused {
        deadlines::meet_at(tx, before.id.into(), VERIFY, act.at).await?;
    }
    note_step(app, tx, &next, (act, &taken), before.agency).await?;
    if !act.imported {
        notices::tell(app, tx, &next, (taken.kind, taken.words.as_deref())).await?;
    }
    Ok(next)
}

/// The row of the timeline and the event.
async fn note_step(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    (act, taken): (&Act, &Taken),
    agency_before: Option<base::ids::AgencyId>,
) -> Outcome<()> {
    let waits = match &taken.words {
        Some(words) if act.actor == Actor::Reporter => {
            words_wait(tx, report, (words, act.imported)).await?
        }
        _ => false,
    };
    let step = StepRow {
        id: app.make_id::<base::ids::EventId>().0,
        report: report.id,
        at: act.at,
        kind: taken.kind,
        actor: act.actor,
        person: act.by,
        agency: report.agency.or(agency_before),
        words: taken.words.clone(),
        hidden_at: waits.then_some(act.at),
        hidden_reason: None,
        passed: None,
    };
    store::insert_step(tx, &step).await?;
    // The log of events names the reporter only when the report does.
    let by = if act.actor == Actor::Reporter { report.person } else { act.by };
    let verb = format!("report.{}", taken.kind);
    let happening = Happening { subject: report.id.into(), verb: &verb, by, detail: None };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// Whether words of the reporter wait for the desk: of a secret report always, because the desk passes on to the body
/// what it may know; of one who agreed to no terms always; of others as any new text does.
async fn words_wait(
    tx: &mut Tx,
    report: &Report,
    (words, imported): (&str, bool),
) -> Outcome<bool> {
    let Some(sender) = store::sender(&mut *tx, report.id).await?.filter(SenderRow::consented)
    else {
        return Ok(true);
    };
    if imported || report.visibility == Visibility::Secret {
        return Ok(!imported);
    }
    let before = store::shown_of(&mut *tx, sender.person, sender.email.as_deref()).await?;
    Ok(holds::decide(tx, (words, before)).await?.is_some())
}

/// It is the body's turn once more, and its clock begins anew, if the law names a time; where no body has it the desk looks
/// for one.
pub(crate) async fn start_again(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    at: Timestamp,
) -> Outcome<Option<Timestamp>> {
    if report.agency.is_none() {
        return Ok(start_delivering(app, tx, report, at).await?);
    }
    let called = format!("again-{}", app.make_id::<EventId>());
    let clock = (report.class.clock(), called.as_str());
    Ok(start_clock(app, tx, (report.id, report.area), clock, at).await?)
}

/// Stops the clocks that run for a body, or for the desk that looks for one.
pub(crate) async fn stop_clocks(tx: &mut Tx, report: ReportId, at: Timestamp) -> Outcome<()> {
    for clock in deadlines::of(&mut *tx, report.into()).await? {
        let stops = ["answer-", "again-", DELIVER].iter().any(|kind| clock.clock.starts_with(kind));
        if stops && clock.met_at.is_none() {
            deadlines::meet_at(tx, report.into(), &clock.clock, at).await?;
        }
    }
    Ok(())
}

/// The report as the transaction sees it, and as nobody else changes it before the transaction ends.
pub async fn find(tx: &mut Tx, id: ReportId) -> Outcome<Report> {
    store::hold(tx, id).await?.or_not_found()
}
