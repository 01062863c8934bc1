//! What a body does: receives, gives back, answers, promises, repairs. Its officer does it here, or the desk notes it
//! from a letter.
use super::{Act, Taken, start_again, stop_clocks, take};
use crate::{
    report::{Actor, AnswerKind, Report, State, StepKind, Way},
    rules::{ReportRules, noon, start_delivering, zone_of},
    said::Said,
    store::{self, AnswerRow, DeliveryRow},
};
use agencies::{NewPromise, Promise};
use base::{
    app::App,
    db::Tx,
    ids::{AgencyId, AnswerId},
    jiff::{Timestamp, civil::Time},
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
};

/// More answers than this on one report are a quarrel, not an answer.
const ANSWERS_MAX: i64 = 50;

/// Longest promise.
pub(crate) const PROMISE_LETTERS_MAX: usize = 1000;

/// What the body has now.
async fn current(tx: &mut Tx, report: &Report) -> Outcome<(AgencyId, DeliveryRow)> {
    let agency = report.agency.ok_or(Refusal::Conflict("refusal-report-step"))?;
    let delivery = store::delivery_to(&mut *tx, report.id, agency).await?.or_not_found()?;
    Ok((agency, delivery))
}

/// The body has it in hand since a moment, not before it was sent to it.
pub async fn receive(app: &App, tx: &mut Tx, report: &Report, act: &Act) -> Outcome<Report> {
    let (_, delivery) = current(tx, report).await?;
    let at = act.at.max(delivery.at);
    if !store::receive(tx, delivery.id, at).await? {
        return Err(Refusal::Conflict("refusal-report-received").into());
    }
    let act = Act { at, ..*act };
    let taken = Taken::silently(StepKind::Received);
    take(app, tx, report, (&act, taken), |next| next.received_at = Some(at)).await
}

/// "Not ours", with the reason; the desk looks for another body.
pub async fn give_back(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    words: String,
) -> Outcome<Report> {
    let (_, delivery) = current(tx, report).await?;
    store::give_back(tx, delivery.id, act.at, &words).await?;
    stop_clocks(tx, report.id, act.at).await?;
    let due_at = start_delivering(app, tx, report, act.at).await?;
    let taken = Taken::saying(StepKind::Returned, words);
    take(app, tx, report, (act, taken), |next| {
        next.due_at = due_at;
        next.agency = None;
        next.delivered_at = None;
        next.received_at = None;
    })
    .await
}

/// An answer, a promise or a repair, and how it came.
pub struct Saying {
    pub kind: AnswerKind,
    pub way: Way,
    pub said: Said,
    /// The mark under which its pictures and recordings wait; empty: none do.
    pub files: String,
}

/// Words alone repair nothing: where it can be seen, on a page or in a picture.
async fn check_proof(tx: &mut Tx, saying: &Saying) -> Outcome<()> {
    let told = saying.kind != AnswerKind::Repair || saying.said.link.is_some();
    if told || media::waits(&mut *tx, &saying.files).await? {
        return Ok(());
    }
    Err(Refusal::Invalid(FieldErrors::one("link", "error-report-proof")).into())
}

/// The body says something; the same words a second time change nothing.
pub async fn say(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    act: &Act,
    saying: Saying,
) -> Outcome<Option<AnswerId>> {
    let (agency, delivery) = current(tx, report).await?;
    if store::count_answers(&mut *tx, report.id).await? >= ANSWERS_MAX {
        return Err(Refusal::Conflict("refusal-report-notes").into());
    }
    check_proof(tx, &saying).await?;
    let Saying { kind, way, said, files } = saying;
    let said_at = said_at(app, (report, &delivery), act, (kind, &said))?;
    let id: AnswerId = app.make_id();
    let answer = AnswerRow {
        id,
        report: report.id,
        agency,
        kind,
        at: said_at,
        person: act.by,
        way,
        on: said.on,
        text: said.text.clone(),
        link: said.link.clone(),
        until: said.until,
        hidden_at: None,
        hidden_reason: None,
        promise: None,
    };
    if !store::insert_answer(tx, &answer, &said.once_hash(kind)).await? {
        return Ok(None);
    }
    media::attach(tx, &files, id.into(), act.by).await?;
    promises(app, tx, (report, act), (id, kind, &said)).await?;
    let due_at = due(app, tx, (report, act), (kind, &said, said_at)).await?;
    let step = match kind {
        AnswerKind::Answer => StepKind::Answered,
        AnswerKind::Promise => StepKind::Promised,
        AnswerKind::Repair => StepKind::Repaired,
    };
    take(app, tx, report, (act, Taken::silently(step)), |next| {
        next.answered_at = next.answered_at.or(Some(said_at));
        next.received_at = next.received_at.or(Some(said_at));
        next.due_at = due_at;
        match kind {
            AnswerKind::Answer => {}
            AnswerKind::Promise => next.promised_until = said.until,
            AnswerKind::Repair => next.repaired_at = Some(act.at),
        }
    })
    .await?;
    Ok(Some(id))
}

/// When the body said it. A letter that the desk notes later was said on its day, not before it was the body's turn; of
/// a repair the day of the work is noted, not that of the letter.
fn said_at(
    app: &App,
    (report, delivery): (&Report, &DeliveryRow),
    act: &Act,
    (kind, said): (AnswerKind, &Said),
) -> Outcome<Timestamp> {
    let letter = act.actor == Actor::Desk && kind != AnswerKind::Repair;
    let Some(day) = said.on.filter(|_| letter) else { return Ok(act.at) };
    let since = match report.state {
        State::Replied | State::Reopened => report.turn_since,
        _ => delivery.at,
    };
    Ok(noon(zone_of(app, report.area), day)?.min(act.at).max(since))
}

/// Until when whose turn it is then has time, and what becomes of the clocks. A promise binds until its day; one without
/// a day stops no clock. On an answer or a repair the reporter has the word for some days, from when it could be read.
async fn due(
    app: &App,
    tx: &mut Tx,
    (report, act): (&Report, &Act),
    (kind, said, said_at): (AnswerKind, &Said, Timestamp),
) -> Outcome<Option<Timestamp>> {
    let zone = zone_of(app, report.area);
    if kind == AnswerKind::Promise && said.until.is_none() {
        return match report.waits_for_body() {
            true => Ok(report.due_at),
            false => start_again(app, tx, report, act.at).await,
        };
    }
    stop_clocks(tx, report.id, said_at).await?;
    let Some(until) = said.until.filter(|_| kind == AnswerKind::Promise) else {
        return Ok(Some(ReportRules::at(app, act.at)?.reporter_until(act.at, zone)?));
    };
    let end = until.to_datetime(Time::constant(23, 59, 59, 0));
    let end = end.to_zoned_datetime(zone.time_zone()).map_err(anyhow::Error::from)?;
    Ok(Some(end.timestamp()))
}

/// How a repair stands as the proof of a promise.
pub(crate) fn proof_of(text: &str) -> String {
    text.chars().take(PROMISE_LETTERS_MAX).collect()
}

/// A promise stands on the body's page too; a repair keeps the promises of its report.
async fn promises(
    app: &App,
    tx: &mut Tx,
    (report, act): (&Report, &Act),
    (answer, kind, said): (AnswerId, AnswerKind, &Said),
) -> Outcome<()> {
    let zone = zone_of(app, report.area);
    let day = zone.date(act.at);
    match kind {
        AnswerKind::Answer => {}
        AnswerKind::Repair => {
            let promises = agencies::promises_of(&mut *tx, report.id.into()).await?;
            // What a body promised that had it before is not kept by the next.
            let own =
                |promise: &&Promise| promise.kept_on.is_none() && promise.agency == report.agency;
            for promise in promises.iter().filter(own) {
                let proof = proof_of(&said.text);
                let on = said.on.unwrap_or(day).max(promise.said_on.unwrap_or(day));
                let shown = (proof.as_str(), on, zone);
                agencies::keep_promise(app, tx, promise.id, shown, act.by).await?;
            }
        }
        AnswerKind::Promise => {
            let new = NewPromise {
                subject: report.id.into(),
                agency: report.agency,
                who: name(tx, report.agency).await?,
                what: said.text.clone(),
                until: said.until,
                said_on: Some(said.on.unwrap_or(day)),
                zone: Some(zone),
            };
            let promise = agencies::promise(app, tx, new, act.by).await?;
            store::set_promise(tx, answer, promise).await?;
        }
    }
    Ok(())
}

async fn name(tx: &mut Tx, agency: Option<AgencyId>) -> Outcome<String> {
    let Some(agency) = agency else { return Ok(String::new()) };
    let found = agencies::names(&mut *tx, &[agency]).await?.remove(&agency);
    Ok(found.map_or_else(String::new, |found| found.name))
}
