//! Letters to the sender: to the address of their account, or to the one that they confirmed; in their language.
use crate::{
    report::{Report, StepKind},
    store::{self, SenderRow},
};
use anyhow::Result;
use base::{
    app::App,
    db::Tx,
    jobs,
    languages::{Lang, Words},
    mail::{Letter, SendMail},
};

/// Steps that the sender hears of by letter. Their own are not among them, but that it arrived is.
const TOLD: &[StepKind] = &[
    StepKind::Sent,
    StepKind::Verified,
    StepKind::Refused,
    StepKind::Delivered,
    StepKind::Returned,
    StepKind::Answered,
    StepKind::Promised,
    StepKind::Repaired,
    StepKind::Overdue,
    StepKind::ClosedByRule,
];

/// Adds the letter about a step, if there is somebody to write to.
pub(crate) async fn tell(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    (kind, words): (StepKind, Option<&str>),
) -> Result<()> {
    if !TOLD.contains(&kind) {
        return Ok(());
    }
    let Some((to, lang)) = reader(app, tx, report).await? else { return Ok(()) };
    let in_words = app.words(lang);
    let body = format!(
        "{}\n\n{}",
        sentence(app, tx, report, (kind, &in_words)).await?,
        words.unwrap_or_default()
    );
    post(app, tx, (to, lang), (report, body.trim_end())).await
}

/// The desk's question.
pub(crate) async fn ask(app: &App, tx: &mut Tx, report: &Report, question: &str) -> Result<()> {
    let Some((to, lang)) = reader(app, tx, report).await? else { return Ok(()) };
    let body = format!("{}\n\n{question}", app.words(lang).t("report-letter-question"));
    post(app, tx, (to, lang), (report, &body)).await
}

/// What happened, as the letter says it.
async fn sentence(
    app: &App,
    tx: &mut Tx,
    report: &Report,
    (kind, words): (StepKind, &Words),
) -> Result<String> {
    let body = match report.agency {
        Some(agency) => agencies::names(&mut *tx, &[agency]).await?.remove(&agency),
        None => None,
    };
    let body = body.map_or_else(|| words.t("report-some-body"), |name| name.name);
    let reason = report.refusal.as_ref().map(|key| words.t(&format!("report-refusal-{key}")));
    let until = report.due_at.map(|due| words.moment(due, crate::rules::zone_of(app, report.area)));
    let values = [
        ("agency", body.as_str()),
        ("reason", reason.as_deref().unwrap_or_default()),
        ("until", until.as_deref().unwrap_or_default()),
    ];
    Ok(words.fill(&format!("report-letter-{kind}"), &values))
}

/// An address that nobody confirmed gets the code and nothing else.
async fn reader(app: &App, tx: &mut Tx, report: &Report) -> Result<Option<(String, Lang)>> {
    let Some(sender) = store::sender(&mut *tx, report.id).await? else { return Ok(None) };
    let lang = app.languages.by_code(&sender.lang).unwrap_or(Lang::INDONESIAN);
    let to = match sender.person {
        Some(person) => people::address_of(&mut *tx, person).await?,
        None => sender.email.filter(|_| sender.confirmed_at.is_some()),
    };
    Ok(to.map(|to| (to, lang)))
}

async fn post(
    app: &App,
    tx: &mut Tx,
    (to, lang): (String, Lang),
    (report, body): (&Report, &str),
) -> Result<()> {
    let words = app.words(lang);
    // The secret is known to its sender only, so a letter can lead no nearer than to where it is asked for.
    let link = app.link(lang, &format!("/laporan/ikuti?nomor={}", report.number));
    let values = [
        ("house", app.config.name.as_str()),
        ("number", &report.number),
        ("body", body),
        ("link", &link),
    ];
    let letter = Letter {
        to,
        subject: words.fill("report-letter-about", &values),
        body: words.fill("report-letter", &values),
    };
    jobs::enqueue(app, tx, &SendMail(letter)).await
}

/// The one-time code, to an address that somebody typed: it says nothing of what was written.
pub(crate) async fn mail_code(
    app: &App,
    tx: &mut Tx,
    (report, sender): (&Report, &SenderRow),
    code: &str,
) -> Result<()> {
    let Some(to) = sender.email.clone() else { return Ok(()) };
    let lang = app.languages.by_code(&sender.lang).unwrap_or(Lang::INDONESIAN);
    let words = app.words(lang);
    let link = app.link(lang, "/laporan/ikuti");
    let values = [
        ("house", app.config.name.as_str()),
        ("number", &report.number),
        ("code", code),
        ("link", &link),
    ];
    let letter = Letter {
        to,
        subject: words.fill("report-letter-about", &values),
        body: words.fill("report-letter-code", &values),
    };
    jobs::enqueue(app, tx, &SendMail(letter)).await
}
