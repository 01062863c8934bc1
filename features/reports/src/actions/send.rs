//! A report comes in; its sender confirms it.
use super::{Act, Taken, note_step, show, take};
use crate::{
    draft::{Contact, ReportDraft},
    notices,
    report::{NUMBER, Report, State, StepKind, Turn, Visibility},
    rules::{ReportRules, VERIFY, start_clock, zone_of},
    store::{self, SenderRow},
};
use anyhow::Context;
use base::{
    app::App,
    cases,
    db::Tx,
    holds::{self, NewText},
    ids::{PersonId, ReportId},
    jiff::Timestamp,
    limits::Limited,
    links,
    refusal::{Failure, FieldErrors, OrNotFound, Outcome, Refusal},
};

/// What became of a report that was sent, for its sender only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    pub id: ReportId,
    pub code: String,
}

/// Takes a report in. Sent twice, it is the one that the first sending made.
pub async fn send(app: &App, by: Option<PersonId>, draft: &ReportDraft) -> Outcome<Sent> {
    check_story(app, draft).await?;
    if let Some(Contact::Email(email)) = &draft.contact {
        limit_letters(app, email)?;
    }
    let mut tx = app.db.begin().await?;
    let act = Act::reporter(app.now());
    let made = file(app, &mut tx, by, (draft, &act)).await?;
    if let Some(report) = made {
        media::attach(&mut tx, &draft.mark, report.id.into(), by).await?;
        tx.commit().await?;
        return Ok(Sent { id: report.id, code: draft.code() });
    }
    // The same form was being sent at the same time: what it made is the answer to both, once it is on disk.
    drop(tx);
    let mut tx = app.db.begin().await?;
    let id = store::by_form(&mut tx, &draft.once_hash()).await?;
    tx.commit().await?;
    Ok(Sent { id: id.context("a report was neither made nor found")?, code: draft.code() })
}

async fn check_story(app: &App, draft: &ReportDraft) -> Outcome<()> {
    if let Some(from) = &draft.story {
        let card = app.describe(draft.lang, from.story).await?;
        card.filter(|card| card.public).or_not_found()?;
    }
    Ok(())
}

/// Nobody floods another's mailbox through us.
fn limit_letters(app: &App, email: &str) -> Result<(), Refusal> {
    let reader = format!("report-code:{}", cases::hash(email));
    app.limits.check_name(Limited::Letter, &reader, (&app.clock, &app.random))
}

/// Takes a report in, now or as history; `None` when the same form made one before.
pub async fn file(
    app: &App,
    tx: &mut Tx,
    by: Option<PersonId>,
    (draft, act): (&ReportDraft, &Act),
) -> Outcome<Option<Report>> {
    let at = act.at;
    if store::by_form(&mut *tx, &draft.once_hash()).await?.is_some() {
        return Ok(None);
    }
    let id: ReportId = app.make_id();
    let clock = (VERIFY, VERIFY);
    let due_at = start_clock(app, tx, (id, draft.area), clock, at).await?;
    let report = new_report(app, tx, (id, by), (draft, at)).await?;
    let report = Report { due_at, ..report };
    if !store::insert(tx, &report, &draft.once_hash()).await? {
        return Ok(None);
    }
    for area in draft.area.with_ancestors().into_iter().chain([store::EVERYWHERE]) {
        store::insert_area(tx, id, area).await?;
    }
    let sender = new_sender(tx, (&report, by), draft).await?;
    note_step(app, tx, &report, (act, &Taken::silently(StepKind::Sent)), None).await?;
    if let Some(from) = &draft.story
        && let Some((ends, kind)) = from.link(id.into())
    {
        let told = (kind, from.reason.clone());
        links::join_waiting(app, tx, ends, told, report.person).await?;
    }
    arrived(app, tx, (&report, &sender), act).await?;
    Ok(Some(report))
}

/// What follows from its arrival: with an account it shows or waits, with an address a code is mailed there.
async fn arrived(
    app: &App,
    tx: &mut Tx,
    (report, sender): (&Report, &SenderRow),
    act: &Act,
) -> Outcome<()> {
    match (sender.person.is_some(), act.imported) {
        (true, true) => {
            show(tx, report.id, act.at).await?;
        }
        (true, false) => {
            notices::tell(app, tx, report, (StepKind::Sent, None)).await?;
            show_or_hold(app, tx, (report, sender), act.at).await?;
        }
        (false, false) if sender.email.is_some() => mail_code(app, tx, report, sender).await?,
        (false, _) => {}
    }
    Ok(())
}

async fn new_report(
    app: &App,
    tx: &mut Tx,
    (id, by): (ReportId, Option<PersonId>),
    (draft, at): (&ReportDraft, Timestamp),
) -> Outcome<Report> {
    Ok(Report {
        id,
        number: free_number(app, tx, draft, at).await?,
        code_hash: cases::code_hash(&draft.code()),
        title: draft.title.clone(),
        text: draft.text.clone(),
        category: draft.category.clone(),
        class: draft.class,
        area: draft.area,
        landmark: draft.landmark.clone(),
        happened_on: draft.happened_on,
        visibility: draft.visibility,
        person: by.filter(|_| draft.visibility == Visibility::Open),
        state: State::Sent,
        turn: Turn::Desk,
        turn_since: at,
        due_at: None,
        overdue_at: None,
        sent_at: at,
        verified_at: None,
        refusal: None,
        wanted: draft.wanted,
        agency: None,
        delivered_at: None,
        received_at: None,
        answered_at: None,
        promised_until: None,
        repaired_at: None,
        closed_at: None,
        verdict: None,
        listed_at: None,
        hidden_at: None,
        hidden_reason: None,
    })
}

async fn free_number(
    app: &App,
    tx: &mut Tx,
    draft: &ReportDraft,
    at: Timestamp,
) -> Outcome<String> {
    let day = zone_of(app, draft.area).date(at);
    loop {
        let number = cases::make_number(&app.random, NUMBER, day);
        if store::by_number(&mut *tx, &number).await?.is_none() {
            return Ok(number);
        }
    }
}

/// Keeps who sent it.
async fn new_sender(
    tx: &mut Tx,
    (report, person): (&Report, Option<PersonId>),
    draft: &ReportDraft,
) -> Outcome<SenderRow> {
    let (email, phone) = match &draft.contact {
        Some(Contact::Email(email)) => (Some(email.clone()), None),
        Some(Contact::Phone(phone)) => (None, Some(phone.clone())),
        None => (None, None),
    };
    let sender = SenderRow {
        report: report.id,
        person,
        email,
        phone,
        lang: draft.lang.code().to_owned(),
        code_hash: None,
        code_expires_at: None,
        code_tries: 0,
        confirmed_at: None,
        terms_version: None,
    };
    store::insert_sender(tx, &sender).await?;
    Ok(sender)
}

async fn mail_code(app: &App, tx: &mut Tx, report: &Report, sender: &SenderRow) -> Outcome<()> {
    let code = format!("{:06}", app.random.below(1_000_000));
    let lives = ReportRules::now(app)?.code_lives()?;
    let kept = confirm_hash(report.id, &code);
    store::set_code(tx, report.id, (&kept, app.now() + lives)).await?;
    notices::mail_code(app, tx, (report, sender), &code).await?;
    Ok(())
}

fn confirm_hash(report: ReportId, code: &str) -> String {
    cases::hash(&format!("confirm {report} {code}"))
}

/// Mails another code to a sender who has not confirmed.
pub async fn renew_code(app: &App, id: ReportId) -> Outcome<()> {
    let sender = store::sender(&app.db, id).await?.or_not_found()?;
    let email = sender.email.clone().or_not_found()?;
    if sender.confirmed_at.is_some() {
        return Err(Refusal::Conflict("refusal-report-step").into());
    }
    limit_letters(app, &email)?;
    let mut tx = app.db.begin().await?;
    let report = super::find(&mut tx, id).await?;
    mail_code(app, &mut tx, &report, &sender).await?;
    tx.commit().await?;
    Ok(())
}

/// The sender types the mailed code and agrees to the terms: now it is text of somebody known to answer for it, and
/// shows as any new text does.
pub async fn confirm(app: &App, id: ReportId, (typed, agrees): (&str, bool)) -> Outcome<()> {
    let terms = house::terms_version(&app.db).await?;
    let rules = ReportRules::now(app)?;
    let mut tx = app.db.begin().await?;
    let report = super::find(&mut tx, id).await?;
    let sender = store::sender(&mut tx, id).await?.or_not_found()?;
    let (Some(kept), Some(until)) = (&sender.code_hash, sender.code_expires_at) else {
        return Err(Refusal::Conflict("refusal-code-gone").into());
    };
    if sender.code_tries >= rules.code_tries()? || until < app.now() {
        return Err(Refusal::Conflict("refusal-code-gone").into());
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if *kept != confirm_hash(id, &digits) {
        // The try counts although the rest fails.
        store::count_try(&mut tx, id).await?;
        tx.commit().await?;
        return Err(invalid("code", "error-code"));
    }
    if !agrees {
        return Err(invalid("terms", "error-report-agree"));
    }
    let at = app.now();
    if !store::confirm(&mut tx, id, (at, terms)).await? {
        return Err(Refusal::Conflict("refusal-code-gone").into());
    }
    if report.state == State::Sent {
        let taken = Taken::silently(StepKind::Confirmed);
        take(app, &mut tx, &report, (&Act::reporter(at), taken), |_| ()).await?;
        let sender = SenderRow { confirmed_at: Some(at), ..sender };
        show_or_hold(app, &mut tx, (&report, &sender), at).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn invalid(field: &'static str, key: &'static str) -> Failure {
    Refusal::Invalid(FieldErrors::one(field, key)).into()
}

/// Shown at once, or waiting in the moderators' queue; a secret report is neither.
async fn show_or_hold(
    app: &App,
    tx: &mut Tx,
    (report, sender): (&Report, &SenderRow),
    at: Timestamp,
) -> Outcome<()> {
    if report.visibility == Visibility::Secret {
        return Ok(());
    }
    let shown_before = store::shown_of(&mut *tx, sender.person, sender.email.as_deref()).await?;
    let text = format!("{}\n{}", report.title, report.text);
    let (subject, area) = (report.id.into(), Some(report.area));
    let new = NewText { subject, area, by: report.person, text: &text, shown_before };
    if holds::place(app, tx, new).await?.is_none() {
        show(tx, report.id, at).await?;
    }
    Ok(())
}
