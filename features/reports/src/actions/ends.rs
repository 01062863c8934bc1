//! What time does: a body's time is up, a silent reporter's report closes, contacts are forgotten, moderators show and hide.
use super::{Act, Taken, find, take};
use crate::{
    report::{AnswerKind, Report, StepKind, Verdict},
    rules::ReportRules,
    store,
};
use base::{
    app::App,
    db::Tx,
    feature,
    ids::{AnswerId, ReportId},
    jiff::Timestamp,
    links,
    refusal::{Failure, OrNotFound, Outcome},
};

/// At most so many in one round; the next takes the rest.
const ROUND_MAX: i64 = 500;

/// It is told that the body's time is up; the report stays open.
pub async fn tell_overdue(app: &App, tx: &mut Tx, report: &Report, act: &Act) -> Outcome<Report> {
    let taken = Taken::silently(StepKind::Overdue);
    take(app, tx, report, (act, taken), |next| next.overdue_at = Some(act.at)).await
}

/// The reporter said nothing in the time of the rule.
pub async fn close_by_rule(app: &App, tx: &mut Tx, report: &Report, act: &Act) -> Outcome<Report> {
    let taken = Taken::silently(StepKind::ClosedByRule);
    take(app, tx, report, (act, taken), |next| {
        next.closed_at = Some(act.at);
        next.verdict = Some(Verdict::Silent);
    })
    .await
}

/// One round of the clock: each report in a transaction of its own, so that one cannot hold up the others.
pub async fn go_round(app: &App) -> Outcome<()> {
    let now = app.now();
    for id in store::newly_overdue(&app.db, now, ROUND_MAX).await? {
        one(app, id, StepKind::Overdue).await?;
    }
    for id in store::to_close(&app.db, now, ROUND_MAX).await? {
        one(app, id, StepKind::ClosedByRule).await?;
    }
    let mut tx = app.db.begin().await?;
    store::forget_contacts(&mut tx, now - ReportRules::now(app)?.reopen_for()?).await?;
    tx.commit().await?;
    Ok(())
}

/// What someone did meanwhile comes before the clock.
async fn one(app: &App, id: ReportId, kind: StepKind) -> Outcome<()> {
    let act = Act::rule(app.now());
    let mut tx = app.db.begin().await?;
    let report = find(&mut tx, id).await?;
    let still = report.due_at.is_some_and(|due| due < act.at);
    let done = match kind {
        StepKind::Overdue if still && report.untold() => {
            tell_overdue(app, &mut tx, &report, &act).await
        }
        StepKind::ClosedByRule if still => close_by_rule(app, &mut tx, &report, &act).await,
        _ => return Ok(()),
    };
    match done {
        Ok(_) => Ok(tx.commit().await?),
        Err(Failure::Refused(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Shows a report, and with it what it was joined with while nobody could read it; false when it is shown already.
pub(super) async fn show(tx: &mut Tx, id: ReportId, at: Timestamp) -> Outcome<bool> {
    let shown = store::list(tx, id, at).await?;
    if shown {
        links::show(tx, id.into()).await?;
    }
    Ok(shown)
}

/// The moderator's lever: false when the report already was so, or is not theirs to show.
pub async fn set_shown(
    app: &App,
    tx: &mut Tx,
    id: ReportId,
    verdict: feature::Verdict,
) -> Outcome<bool> {
    Ok(match verdict {
        feature::Verdict::Show => show(tx, id, app.now()).await?,
        feature::Verdict::Hide(offence) => store::unlist(tx, id, (app.now(), offence)).await?,
    })
}

/// The same of what a body said; the promise or the proof that it repeats on the body's own page goes
/// with it.
pub async fn set_answer_shown(
    app: &App,
    tx: &mut Tx,
    id: AnswerId,
    verdict: feature::Verdict,
) -> Outcome<bool> {
    let answer = store::answer(&mut *tx, id).await?.or_not_found()?;
    let hidden_at = match verdict {
        feature::Verdict::Show => None,
        feature::Verdict::Hide(_) => Some(app.now()),
    };
    let changed = match verdict {
        feature::Verdict::Show => store::show_answer(tx, id).await?,
        feature::Verdict::Hide(offence) => store::hide_answer(tx, id, (app.now(), offence)).await?,
    };
    if let (true, Some(promise)) = (changed, answer.promise) {
        agencies::set_hidden(tx, promise, hidden_at).await?;
    }
    if changed && answer.kind == AnswerKind::Repair {
        let proof = super::proof_of(&answer.text);
        let shown = (answer.report.into(), answer.agency, proof.as_str());
        agencies::set_proof_hidden(tx, shown, hidden_at).await?;
    }
    Ok(changed)
}
