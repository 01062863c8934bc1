//! What the sender does with their report: answers the answer, gives the verdict, opens it again, answers the desk.
use super::{Act, Taken, note, start_again, take};
use crate::{
    report::{Report, State, StepKind, Verdict},
    rules::ReportRules,
    store::{self, NoteKind, StepRow},
};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    ids::PersonId,
    refusal::{Outcome, Refusal},
    web::Fields,
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

/// An answer to the answer: it is the body's turn again. The same words twice are said once.
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
    let newest = store::newest_step(&mut *tx, report.id).await?;
    let again = |step: &StepRow| {
        step.kind == StepKind::Replied && step.words.as_deref() == Some(words.as_str())
    };
    if newest.as_ref().is_some_and(again) {
        return Ok(report.clone());
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
    super::stop_clocks(tx, report.id, act.at).await?;
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
    begin_anew(app, tx, report, act, Taken::saying(StepKind::Reopened, words)).await
}

/// The body said that it is mended; it is not: the body's clock begins anew, and what it said stays told.
pub async fn not_repaired(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    words: String,
) -> Outcome<Report> {
    begin_anew(app, tx, report, act, Taken::saying(StepKind::NotRepaired, words)).await
}

async fn begin_anew(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    taken: Taken,
) -> Outcome<Report> {
    limit(tx, report, taken.kind).await?;
    let due_at = start_again(app, tx, report, act.at).await?;
    take(app, tx, report, (act, taken), |next| {
        next.due_at = due_at;
        (next.closed_at, next.repaired_at) = (None, None);
        (next.verdict, next.promised_until) = (None, None);
    })
    .await
}

/// What the sender tells the desk: new there until somebody has read it. The same words again, with nothing said in
/// between, are the same message.
pub async fn tell_desk(app: &App, tx: &mut Tx, report: &Report, words: String) -> Outcome<()> {
    let newest = store::newest_note(&mut *tx, report.id).await?;
    if newest.is_some_and(|note| note.kind == NoteKind::Reply && note.text == words) {
        return Ok(());
    }
    note(app, tx, report, None, (NoteKind::Reply, words)).await?;
    let (subject, by) = (report.id.into(), report.person);
    events::record(app, tx, Happening { subject, verb: "report.told", by, detail: None }).await?;
    Ok(())
}

/// What a form says of the sender's pictures and recordings, and what waits under its mark. More comes only while nobody
/// has looked at the report, as it stands in this transaction: what is shown was looked at.
pub async fn keep_files(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    (attached, fields): (&[media::Attached], &Fields),
    by: Option<PersonId>,
) -> Outcome<()> {
    if !takes_files(report) {
        return Err(Refusal::Conflict("refusal-report-step").into());
    }
    media::say_within(app, tx, attached, fields).await?;
    media::attach(tx, &fields.line("once"), report.id.into(), by).await
}

/// More pictures and recordings can come.
pub fn takes_files(report: &Report) -> bool {
    report.state == State::Sent && !report.public() && !report.leaves_stub()
}
