//! The desk verifies or refuses, hands on to a body, asks the sender.
use super::{Act, Taken, show, stop_clocks, take};
use crate::{
    draft::Sending,
    notices,
    report::{Class, Report, StepKind, Visibility},
    rules::{LAW, ReportRules, start_clock, start_delivering, zone_of},
    store::{self, DeliveryRow, NoteKind, NoteRow},
};
use base::{
    app::App,
    db::Tx,
    events::{self, Happening},
    feature::Verdict,
    holds,
    ids::{EventId, PersonId, ReportId},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};

/// More notes of one kind than this on one report are a quarrel, not work.
const NOTES_MAX: i64 = 100;

/// Verified: what it says was checked. It shows from now on, unless it is secret or a moderator hid it.
pub async fn verify(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    (class, words): (Class, Option<String>),
) -> Outcome<Report> {
    let due_at = start_delivering(app, tx, report, act.at).await?;
    let taken = Taken { kind: StepKind::Verified, words };
    let next = take(app, tx, report, (act, taken), |next| {
        next.due_at = due_at;
        next.class = class;
        next.refusal = None;
        next.verified_at = Some(act.at);
    })
    .await?;
    holds::lift(tx, report.id.into()).await?;
    if let Some(listed_at) = report.listed_at {
        store::set_areas(tx, report.id, Some(listed_at)).await?;
    } else if report.hidden_at.is_none() && report.visibility != Visibility::Secret {
        show(tx, report.id, act.at).await?;
    }
    Ok(next)
}

/// Refused for a reason of the closed list; what was public leaves the lists, and its page says why.
pub async fn refuse(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    (reason, words): (&str, Option<String>),
) -> Outcome<Report> {
    if !ReportRules::at(app, act.at)?.refusals().iter().any(|known| known == reason) {
        return Err(Refusal::Invalid(FieldErrors::one("reason", "error-choose")).into());
    }
    stop_clocks(tx, report.id, act.at).await?;
    let taken = Taken { kind: StepKind::Refused, words };
    let next = take(app, tx, report, (act, taken), |next| next.refusal = Some(reason.to_owned()));
    let next = next.await?;
    holds::lift(tx, report.id.into()).await?;
    store::set_areas(tx, report.id, None).await?;
    Ok(next)
}

/// Goes to a body, whose clock begins.
pub async fn deliver(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    to: &Sending,
) -> Outcome<Report> {
    // Sent there a second time, its silence would begin anew.
    if report.agency == Some(to.agency) {
        return Err(Refusal::Invalid(FieldErrors::one("agency", "error-report-same-body")).into());
    }
    let body = agencies::find(&mut *tx, to.agency).await?.or_not_found()?;
    if !body.stood(zone_of(app, report.area).date(act.at)) {
        return Err(Refusal::Invalid(FieldErrors::one("agency", "error-report-body-ended")).into());
    }
    stop_clocks(tx, report.id, act.at).await?;
    let id = app.make_id::<EventId>().0;
    let called = format!("answer-{}", base::ids::short(id));
    let clock = (report.class.clock(), called.as_str());
    let due_at = start_clock(app, tx, (report.id, report.area), clock, act.at).await?;
    let day = zone_of(app, report.area).date(act.at);
    let rule = due_at.map(|_| app.rules.at(LAW, day).map(|set| set.id())).transpose()?;
    let delivery = DeliveryRow {
        id,
        report: report.id,
        agency: to.agency,
        at: act.at,
        person: act.by,
        way: to.way,
        words: to.words.clone(),
        due_at,
        rule,
        received_at: None,
        returned_at: None,
        return_words: None,
    };
    store::insert_delivery(tx, &delivery).await?;
    let taken = Taken::silently(StepKind::Delivered);
    take(app, tx, report, (act, taken), |next| {
        next.agency = Some(to.agency);
        next.delivered_at = Some(act.at);
        next.due_at = due_at;
        (next.received_at, next.answered_at, next.repaired_at) = (None, None, None);
        next.promised_until = None;
    })
    .await
}

/// Words between the desk and the sender, or of the desk to itself.
pub async fn note(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    by: Option<PersonId>,
    (kind, text): (NoteKind, String),
) -> Outcome<()> {
    if store::count_notes(&mut *tx, report.id, kind).await? >= NOTES_MAX {
        return Err(Refusal::Conflict("refusal-report-notes").into());
    }
    let id = app.make_id::<EventId>().0;
    let note = NoteRow { id, at: app.now(), person: by, kind, text, seen_at: None };
    store::insert_note(tx, report.id, &note).await?;
    if kind == NoteKind::Question {
        // Whoever asks on has read what was written.
        store::see_notes(tx, report.id, note.at).await?;
        notices::ask(app, tx, report, &note.text).await?;
    }
    Ok(())
}

/// The desk has read what the sender wrote to it.
pub async fn see_messages(
    app: &App,
    tx: &mut Tx,
    report: ReportId,
    by: Option<PersonId>,
) -> Outcome<()> {
    if !store::see_notes(tx, report, app.now()).await? {
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    let subject = report.into();
    let seen = Happening { subject, verb: "report.message-read", by, detail: None };
    events::record(app, tx, seen).await?;
    Ok(())
}

/// The body reads, of what the sender of a secret report said later, what the desk passes on: not who, not when.
pub async fn pass_on(
    app: &App,
    tx: &mut Tx,
    (report, step): (&Report, i64),
    words: &str,
    by: Option<PersonId>,
) -> Outcome<()> {
    let secret = report.visibility == Visibility::Secret;
    if !secret || !store::pass_on(tx, (report.id, step), words).await? {
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    let (subject, detail) = (report.id.into(), Some(base::ids::short(step)));
    let passed = Happening { subject, verb: "report.words-passed", by, detail };
    events::record(app, tx, passed).await?;
    Ok(())
}

/// Shows words of the reporter, or takes them from sight for a reason that stands there instead; the step stays.
pub async fn set_words(
    app: &App,
    tx: &mut Tx,
    (report, step): (ReportId, i64),
    verdict: Verdict,
    by: Option<PersonId>,
) -> Outcome<()> {
    let (changed, verb, reason) = match verdict {
        Verdict::Show => (store::show_words(tx, report, step).await?, "report.words-shown", None),
        Verdict::Hide(reason) => {
            let changed = store::hide_words(tx, (report, step), (app.now(), reason)).await?;
            (changed, "report.words-hidden", Some(reason.to_string()))
        }
    };
    if !changed {
        return Err(Refusal::Conflict("refusal-already-decided").into());
    }
    let detail = [Some(base::ids::short(step)), reason].into_iter().flatten();
    let detail = Some(detail.collect::<Vec<_>>().join(" "));
    events::record(app, tx, Happening { subject: report.into(), verb, by, detail }).await?;
    Ok(())
}
