//! A letter to the Ombudsman, ready to print and sign, once a body let its time pass (Law 25/2009, articles 40 and 46).
use crate::{
    deeds, may,
    report::Report,
    rules::{ReportRules, zone_of},
    store,
};
use askama::Template;
use axum::extract::Path;
use base::{
    clock::Zone,
    ids::ReportId,
    languages::Lang,
    refusal::{OrNotFound, Outcome, Refusal},
    web::{Answer, Frame, Visit},
};

/// The letter is in Indonesian, in whatever language the page around it.
#[derive(Template)]
#[template(path = "pages/ombudsman.html")]
pub(crate) struct OmbudsmanPage {
    pub f: Frame,
    /// The words of the letter.
    pub letter: Frame,
    pub back: String,
    pub place: String,
    pub paragraphs: Vec<String>,
    pub dates: Vec<String>,
}

/// GET /laporan/{id}/ombudsman
pub(crate) async fn letter(visit: Visit, Path(id): Path<ReportId>) -> Answer {
    let report = store::find(&visit.app.db, id).await?.or_not_found()?;
    let code = visit.query_value("kode").filter(|code| !code.is_empty());
    if !report.public() {
        may::as_sender(&visit, &report, code.as_deref()).await?;
    }
    if !deeds::offers_ombudsman(&report) {
        return Err(Refusal::Conflict("refusal-report-not-overdue").into());
    }
    let page = OmbudsmanPage::load(&visit, &report, code).await?;
    visit.page(&page)
}

impl OmbudsmanPage {
    async fn load(visit: &Visit, report: &Report, code: Option<String>) -> Outcome<OmbudsmanPage> {
        let app = &visit.app;
        let f = visit.frame(visit.words().t("report-ombudsman-link")).await?.about(&report.number);
        let letter = Frame { words: app.words(Lang::INDONESIAN), ..f.clone() };
        let body = match report.agency {
            Some(id) => agencies::names(&app.db, &[id]).await?.remove(&id),
            None => None,
        };
        let body = body.map_or_else(|| letter.t("report-some-body"), |name| name.name);
        let zone = zone_of(app, report.area);
        let area = app.keeper::<areas::Areas>().name(report.area);
        let back = match &code {
            Some(code) => format!("/laporan/{}/rahasia?kode={code}", report.id),
            None => report.path(),
        };
        let days = ReportRules::now(app)?.working_days(report.class.clock());
        Ok(OmbudsmanPage {
            place: format!("{area}, {}", letter.words.day_month_year(zone.date(app.now()))),
            paragraphs: complaint(&letter, report, (&body, &area), days),
            dates: dates(&letter, zone, report),
            back,
            letter,
            f: Frame { noindex: true, ..f },
        })
    }
}

/// What is complained of, and what the report said.
fn complaint(
    letter: &Frame,
    report: &Report,
    (body, area): (&str, &str),
    days: Option<i64>,
) -> Vec<String> {
    let values = [
        ("agency", body),
        ("number", report.number.as_str()),
        ("title", &report.title),
        ("area", area),
        ("house", &letter.house),
    ];
    let mut paragraphs = vec![letter.words.fill("report-ombudsman-opening", &values)];
    if let Some(days) = days {
        let class = letter.t(&format!("report-class-{}", report.class));
        let days = letter.words.number(days);
        let rule = [("class", class.as_str()), ("days", &days)];
        paragraphs.push(letter.words.fill("report-ombudsman-rule", &rule));
    }
    paragraphs.extend(super::view::paragraphs(&report.text));
    paragraphs
}

fn dates(f: &Frame, zone: Zone, report: &Report) -> Vec<String> {
    let line =
        |key: &str, at: base::jiff::Timestamp| f.with(key, "date", &f.words.short_moment(at, zone));
    let mut lines = vec![line("report-ombudsman-sent", report.sent_at)];
    lines.extend(report.delivered_at.map(|at| line("report-ombudsman-delivered", at)));
    lines.extend(report.received_at.map(|at| line("report-ombudsman-received", at)));
    lines.extend(report.due_at.map(|at| line("report-ombudsman-due", at)));
    lines.extend(report.answered_at.map(|at| line("report-ombudsman-answered", at)));
    lines
}
