//! The public page of a report, and an answer's address that leads to it.
use super::view::{For, ReportView};
use crate::{
    deeds,
    report::{Report, State},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    chain,
    ids::{AnswerId, ReportId},
    refusal::{OrNotFound, Outcome, Refusal},
    subject::Subject,
    web::{Answer, Frame, Visit},
};
use comments::CommentsBlock;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub report: ReportView,
    /// Finished HTML: pictures and recordings.
    pub attachments: String,
    /// Finished HTML: the ribbon and the links.
    pub chain: String,
    pub comments: CommentsBlock,
    pub takes_flags: bool,
    pub ombudsman: bool,
}

/// What stays of a report that was public and is no more.
#[derive(Template)]
#[template(path = "pages/gone.html")]
pub(crate) struct GonePage {
    pub f: Frame,
    pub number: String,
    pub sentence: String,
}

/// GET /laporan/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<ReportId>) -> Answer {
    let report = store::find(&visit.app.db, id).await?.or_not_found()?;
    if report.public() {
        let page = ShowPage::load(&visit, report).await?;
        return visit.page(&page);
    }
    if report.leaves_stub() {
        let page = GonePage::load(&visit, report).await?;
        return visit.page_with(StatusCode::FORBIDDEN, &page);
    }
    Err(Refusal::NotFound.into())
}

impl ShowPage {
    async fn load(visit: &Visit, report: Report) -> Outcome<ShowPage> {
        let app = &visit.app;
        let subject = Subject::from(report.id);
        let ombudsman = deeds::offers_ombudsman(&report);
        let description: String = report.text.chars().take(160).collect();
        let f = Frame {
            description: Some(base::web::clean_line(&description)),
            under: Some("/laporan".to_owned()),
            ..visit.frame(report.title.clone()).await?
        };
        Ok(ShowPage {
            report: ReportView::load(app, &f, report, For::Anyone).await?,
            attachments: media::shown(&f, &media::list(&app.db, subject).await?),
            chain: chain::block(app, &f, subject, f.lang()).await?,
            comments: comments::block(visit, &f, subject, true).await?,
            takes_flags: app.stands("/tandai/{subject}"),
            ombudsman,
            f,
        })
    }

    fn flag_path(&self) -> String {
        format!("/tandai/{}", Subject::from(self.report.id))
    }
}

impl GonePage {
    async fn load(visit: &Visit, report: Report) -> Outcome<GonePage> {
        let f = visit.frame(visit.words().t("report-gone-heading")).await?;
        let zone = crate::rules::zone_of(&visit.app, report.area);
        let reason = match (report.state, &report.refusal, report.hidden_reason) {
            (State::Refused, Some(key), _) => f.t(&format!("report-refusal-{key}")),
            (_, _, Some(offence)) => f.t(&format!("offence-{offence}")),
            _ => String::new(),
        };
        let at = report.hidden_at.unwrap_or(report.turn_since);
        let date = f.words.day_month_year(zone.date(at));
        let key =
            if report.hidden_at.is_some() { "report-gone-hidden" } else { "report-gone-refused" };
        let sentence = f.words.fill(key, &[("date", &date), ("reason", &reason)]);
        Ok(GonePage { f: Frame { noindex: true, ..f }, number: report.number, sentence })
    }
}

/// GET /jawaban/{id}
pub(crate) async fn answer(visit: Visit, Path(id): Path<AnswerId>) -> Answer {
    let answer = store::answer(&visit.app.db, id).await?.or_not_found()?;
    let report = store::find(&visit.app.db, answer.report).await?;
    report.filter(Report::public).or_not_found()?;
    visit.go(&format!("/laporan/{}#jawaban-{id}", answer.report))
}
