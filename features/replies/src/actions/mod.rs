//! The verbs: each checks, writes and records the event in one transaction.
mod answer;
mod history;
mod impact;
mod incident;
mod republish;
mod round;
mod send;

pub use answer::{answer, answer_as_sender};
pub(crate) use answer::{may_alone, may_answer};
pub use history::{Filed, file_impact, file_reply};
pub(crate) use impact::{add_impact, strike_impact};
pub(crate) use incident::{incident, keep_incident, open_incident};
pub use republish::subscriber;
pub(crate) use republish::{add_republisher, edited, end_republisher, follow_republisher};
pub(crate) use round::go_round;
pub use send::{Sent, send};

use crate::{
    reply::{Asks, Reply, State, Step},
    rules::{DECIDE, PUBLISH, ReplyRules, zone_of},
    store::{self, StepRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    deadlines::{self, Beginning},
    events::{self, Happening},
    ids::PersonId,
    jiff::Timestamp,
    refusal::{Outcome, Refusal},
};

/// A step, by whom (nobody: the one who asked, or the rule), and with which words.
#[derive(Debug, Clone)]
pub(crate) struct Taken {
    pub step: Step,
    pub by: Option<PersonId>,
    pub ground: Option<String>,
    pub words: Option<String>,
}

impl Taken {
    pub fn silently(step: Step) -> Taken {
        Taken { step, by: None, ground: None, words: None }
    }
}

/// Takes a step with all that follows from it: the clocks, the row of the step, the event.
pub(crate) async fn take(
    app: &App,
    tx: &mut Tx,
    before: &Reply,
    (taken, edition): (Taken, Option<i64>),
) -> Outcome<Reply> {
    let now = app.now();
    let changed = || Refusal::Conflict("refusal-reply-step");
    let state = before.after(taken.step, now).ok_or_else(changed)?;
    let mut after = Reply { state, ..before.clone() };
    if !matches!(taken.step, Step::Noted | Step::Alone) {
        after.state_at = now;
        turn_clocks(app, tx, (&mut after, taken.step), before.state).await?;
    }
    match taken.step {
        Step::Proposed => {
            after.ground = taken.ground.clone();
            after.proposed_by = taken.by;
        }
        Step::NotRefused => {
            after.ground = None;
            after.proposed_by = None;
        }
        Step::Published => {
            after.published_at = Some(now);
            after.edition = edition;
        }
        _ => {}
    }
    if !store::change(tx, before, &after).await? {
        return Err(changed().into());
    }
    note(app, tx, &after, taken).await?;
    Ok(after)
}

/// Writes the row of the step, and the event, which holds no words of it.
async fn note(app: &App, tx: &mut Tx, reply: &Reply, taken: Taken) -> Result<()> {
    let Taken { step, by, ground, words } = taken;
    let row = StepRow { at: app.now(), person: by, step, ground: ground.clone(), words };
    store::insert_step(tx, (app.make_id(), reply.id), &row).await?;
    let verb = format!("reply.{step}");
    let happening = Happening { subject: reply.id.into(), verb: &verb, by, detail: ground };
    events::record(app, tx, happening).await?;
    Ok(())
}

/// Each time that a case begins to wait for the desk has a clock of its own.
fn decide_clock(turn: i64) -> String {
    format!("{}-{turn}", DECIDE.clock)
}

/// Stops the clock that waited for this step, and starts the next.
async fn turn_clocks(
    app: &App,
    tx: &mut Tx,
    (after, step): (&mut Reply, Step),
    from: State,
) -> Result<()> {
    let subject = after.id.into();
    match step {
        Step::Completed => {
            after.turn += 1;
            after.due_at = start_decide(app, tx, after).await?;
        }
        Step::Accepted => {
            deadlines::meet(app, tx, subject, &decide_clock(after.turn)).await?;
            let from = beginning(app, after, PUBLISH.clock);
            after.due_at = deadlines::start_from(app, tx, subject, PUBLISH, from).await?;
        }
        Step::Asked | Step::Refused | Step::Lapsed | Step::Withdrawn | Step::Published => {
            let clock = match from {
                State::Accepted => PUBLISH.clock.to_owned(),
                _ => decide_clock(after.turn),
            };
            deadlines::meet(app, tx, subject, &clock).await?;
            after.due_at = None;
        }
        _ => {}
    }
    Ok(())
}

/// Starts the clock of the desk.
pub(crate) async fn start_decide(
    app: &App,
    tx: &mut Tx,
    reply: &Reply,
) -> Result<Option<Timestamp>> {
    let clock = decide_clock(reply.turn);
    let from = beginning(app, reply, &clock);
    deadlines::start_from(app, tx, reply.id.into(), DECIDE, from).await
}

/// Now, in the days of where the story was written.
fn beginning<'a>(app: &App, reply: &Reply, called: &'a str) -> Beginning<'a> {
    Beginning { at: app.now(), zone: zone_of(app, reply.area), called }
}

/// When the right to this reply ends, counted from first publication; `None`: never, or nobody knows since when.
pub(crate) fn window_until(
    app: &App,
    (rules, asks): (&ReplyRules, Asks),
    card: &base::subject::Card,
) -> Result<Option<Timestamp>> {
    match card.at.filter(|_| asks == Asks::Reply) {
        Some(at) => Ok(Some(rules.window_until(at, zone_of(app, card.area))?)),
        None => Ok(None),
    }
}
