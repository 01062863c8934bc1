//! The inbox of a body, for its officers: what it owes a word on, due first. Nothing here tells who sent a report; a
//! report that the body does not have now is not here.
use super::view::{Due, For, ReportView, excerpt, regency};
use crate::{
    deeds::{self, Deed},
    may,
    report::{Report, State, Turn, Visibility},
    rules::zone_of,
    store,
};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::ReportId,
    refusal::{OrNotFound, Outcome},
    web::{Answer, Frame, Visit},
};

const ROWS_MAX: i64 = 100;

pub(crate) struct InboxRow {
    pub id: ReportId,
    pub due: Due,
    pub title: String,
    pub state: State,
    pub facts: String,
    /// How it begins; of a secret one, nothing.
    pub excerpt: Option<String>,
    /// The likeliest deed, while it is the body's turn.
    pub first: Option<Deed>,
    /// What the reporter answered waits for the body.
    pub replied: bool,
}

pub(crate) struct Inbox {
    pub body: String,
    pub path: String,
    pub owes: Vec<InboxRow>,
    pub answered: Vec<InboxRow>,
}

#[derive(Template)]
#[template(path = "pages/inbox.html")]
pub(crate) struct InboxPage {
    pub f: Frame,
    pub inboxes: Vec<Inbox>,
}

/// GET /meja/instansi
pub(crate) async fn inbox(visit: Visit) -> Answer {
    let app = &visit.app;
    let bodies = agencies::answers_for(&visit.visitor);
    let names = agencies::names(&app.db, &bodies).await?;
    let f = visit.frame(visit.words().t("report-inbox")).await?;
    let f = Frame { noindex: true, ..f };
    let mut inboxes = vec![];
    for id in bodies {
        let Some(name) = names.get(&id) else { continue };
        let owes = store::inbox(&app.db, id, Turn::Body, ROWS_MAX).await?;
        let answered = store::inbox(&app.db, id, Turn::Reporter, ROWS_MAX).await?;
        inboxes.push(Inbox {
            body: name.name.clone(),
            path: name.path.clone(),
            owes: rows(&visit, &f, owes).await?,
            answered: rows(&visit, &f, answered).await?,
        });
    }
    visit.page(&InboxPage { f, inboxes })
}

async fn rows(visit: &Visit, f: &Frame, ids: Vec<ReportId>) -> Outcome<Vec<InboxRow>> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let reports = store::reports(&visit.app.db, &ids).await?;
    Ok(reports.iter().map(|report| row(visit, f, report)).collect())
}

fn row(visit: &Visit, f: &Frame, report: &Report) -> InboxRow {
    let secret = report.visibility == Visibility::Secret;
    let code = if secret { regency(report.area) } else { report.area };
    let area = visit.app.keeper::<areas::Areas>().name(code);
    let kind = match secret {
        true => f.t("report-mark-secret"),
        false => f.t(&format!("report-category-{}", report.category)),
    };
    InboxRow {
        id: report.id,
        due: Due::of_report(f, zone_of(&visit.app, report.area), report),
        title: report.public_title().to_owned(),
        state: report.state,
        facts: format!("{} · {kind} · {area}", report.number),
        excerpt: (!secret).then(|| excerpt(report)),
        first: deeds::for_body(report).first().copied().filter(|_| report.waits_for_body()),
        replied: report.state == State::Replied,
    }
}

/// One report as the body that must act sees it.
#[derive(Template)]
#[template(path = "pages/officer.html")]
pub(crate) struct OfficerPage {
    pub f: Frame,
    pub report: ReportView,
    pub deeds: Vec<Deed>,
}

/// GET /meja/instansi/{id}
pub(crate) async fn work(visit: Visit, Path(id): Path<ReportId>) -> Answer {
    let report = store::find(&visit.app.db, id).await?.or_not_found()?;
    let agency = may::speaks_for(&visit, &report)?;
    let f = visit.frame(visit.words().t("report-inbox")).await?.about(report.public_title());
    let f = Frame { noindex: true, ..f };
    let deeds = deeds::for_body(&report);
    let report = ReportView::load(&visit.app, &f, report, For::Body(agency)).await?;
    visit.page(&OfficerPage { f, report, deeds })
}
