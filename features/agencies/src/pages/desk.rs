//! The administrator's list of bodies.
use super::list::{Line, after_link, read};
use crate::store::{self, Narrowed};
use askama::Template;
use base::{
    ids::AgencyId,
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    pub f: Frame,
    pub narrowed: Narrowed,
    pub lines: Vec<Line>,
    pub next: Option<String>,
}

/// GET /pengelola/instansi
pub(crate) async fn desk(visit: Visit) -> Answer {
    let narrowed = read(&visit);
    let after = visit.query_value("sesudah").unwrap_or_default();
    let after_id = visit.query_value("id").and_then(|id| id.parse().ok()).unwrap_or(AgencyId(0));
    let start = (after.as_str(), after_id);
    let rows = store::by_name(&visit.app.db, &narrowed, start, PER_PAGE).await?;
    let full = i64::try_from(rows.len()).is_ok_and(|count| count == PER_PAGE);
    let next = rows.last().filter(|_| full).map(|last| after_link(&narrowed, last));
    let f = visit.frame(visit.words().t("admin-instansi")).await?;
    let today = f.zone.date(f.now);
    let lines = rows.into_iter().map(|row| Line::of(&visit.app, row, today)).collect();
    visit.page(&DeskPage { f, narrowed, lines, next })
}
