//! What the sender does with their report: answers the answer, gives the verdict, opens it again, answers the desk.
use super::{Act, Taken, note, start_again, take};
use crate::{
    report::{Report, State, StepKind, Verdict},
    rules::ReportRules,
    store::{self, NoteKind},
};
use base::{
    app::App,
    db::Tx,
    refusal::{Outcome, Refusal},
};

/// More turns than this on one report belong before a person, not into a form.
const REPLIES_MAX: i64 = 20;

async fn limit(tx: &mut Tx, report: &Report, kind: StepKind) -> Outcome<()> {
    if store::count_steps(&mut *tx, report.id, kind).await? >= REPLIES_MAX {
        return Err(Refusal::Conflict("refusal-report-notes").into());
    }
    Ok(())
}

/// The sender may still say something on what the body said.
pub fn in_time(report: &Report, act: &Act) -> bool {
    report.state == State::Promised || report.due_at.is_none_or(|due| act.at <= due)
}

/// An answer to the answer: it is the body's turn again.
pub async fn reply(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    words: String,
) -> Outcome<Report> {
    if !in_time(report, act) {
        return Err(Refusal::Conflict("refusal-report-late").into());
    }
    limit(tx, report, StepKind::Replied).await?;
    // What was promised stays due on its day; on an answer or a repair the body owes a word again.
    let due_at = match report.state {
        State::Promised => report.due_at,
        _ => start_again(app, tx, report, act.at).await?,
    };
    let taken = Taken::saying(StepKind::Replied, words);
    take(app, tx, report, (act, taken), |next| next.due_at = due_at).await
}

/// Whether it is good: ends the report.
pub async fn judge(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    (satisfied, words): (bool, Option<String>),
) -> Outcome<Report> {
    let (kind, verdict) = if satisfied {
        (StepKind::Satisfied, Verdict::Satisfied)
    } else {
        (StepKind::Unsatisfied, Verdict::Unsatisfied)
    };
    super::stop_body_clocks(tx, report.id, act.at).await?;
    take(app, tx, report, (act, Taken { kind, words }), |next| {
        next.closed_at = Some(act.at);
        next.verdict = Some(verdict);
    })
    .await
}

/// Whether the sender may still open a closed report again.
pub fn reopens(app: &App, report: &Report, act: &Act) -> Outcome<bool> {
    let Some(closed) = report.closed_at else { return Ok(false) };
    Ok(act.at <= closed + ReportRules::at(app, act.at)?.reopen_for()?)
}

/// It is not solved after all, or broke again: the body's clock begins anew.
pub async fn reopen(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    words: String,
) -> Outcome<Report> {
    limit(tx, report, StepKind::Reopened).await?;
    let due_at = start_again(app, tx, report, act.at).await?;
    take(app, tx, report, (act, Taken::saying(StepKind::Reopened, words)), |next| {
        next.due_at = due_at;
        (next.closed_at, next.repaired_at) = (None, None);
        (next.verdict, next.promised_until) = (None, None);
    })
    .await
}

/// What the sender tells the desk.
pub async fn tell_desk(app: &App, tx: &mut Tx, report: &Report, words: String) -> Outcome<()> {
    note(app, tx, report, None, (NoteKind::Reply, words)).await
}
