//! Every programme, for those who look after them.
use crate::{programme::Programme, store};
use askama::Template;
use base::{
    ids::ProgrammeId,
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "pages/desk/list.html")]
pub(crate) struct DeskPage {
    f: Frame,
    rows: Vec<Programme>,
    next: Option<ProgrammeId>,
}

/// GET /pengelola/program
pub(super) async fn list(visit: Visit) -> Answer {
    let before = visit.query_value("sebelum").and_then(|id| id.parse().ok());
    let start = before.unwrap_or(ProgrammeId(i64::MAX));
    let mut rows = store::newest_programmes(&visit.app.db, start, PER_PAGE + 1).await?;
    let more = rows.len() > usize::try_from(PER_PAGE).unwrap_or_default();
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| row.id);
    let f = visit.frame(visit.words().t("desk-programmes")).await?;
    visit.page(&DeskPage { rows, next, f })
}

impl DeskPage {
    pub(crate) fn sample(f: Frame) -> DeskPage {
        let rows = vec![Programme::sample(&f), Programme::sample(&f)];
        DeskPage { rows, next: Some(ProgrammeId(7)), f }
    }

    pub(crate) fn sample_none(f: Frame) -> DeskPage {
        DeskPage { rows: vec![], next: None, f }
    }
}
