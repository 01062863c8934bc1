//! All programmes, newest first.
use super::parts::{self, told_in};
use crate::{actions, programme::Programme, store, subjects};
use askama::Template;
use base::{
    ids::ProgrammeId,
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 30;

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    f: Frame,
    told_in: &'static str,
    lines: Vec<Line>,
    next: Option<ProgrammeId>,
    is_first: bool,
    may_manage: bool,
}

struct Line {
    row: Programme,
    period: Option<String>,
    areas: Vec<parts::AreaLine>,
}

/// GET /program
pub(crate) async fn list(visit: Visit) -> Answer {
    let before = visit.query_value("sebelum").and_then(|id| id.parse().ok());
    let start = before.unwrap_or(ProgrammeId(i64::MAX));
    let mut rows = store::newest_programmes(&visit.app.db, start, PER_PAGE + 1).await?;
    let more = rows.len() > usize::try_from(PER_PAGE).unwrap_or_default();
    if more {
        rows.pop();
    }
    let next = rows.last().filter(|_| more).map(|row| row.id);
    let mut f = visit.frame(visit.words().t("programmes-heading")).await?;
    f.description = Some(f.t("programmes-intro"));
    let mut lines = vec![];
    for row in rows {
        let areas = store::areas(&visit.app.db, row.id.into()).await?;
        let areas = parts::places(visit.app.keeper(), &f, &areas);
        lines.push(Line { period: subjects::period(&f.words, &row), areas, row });
    }
    let may_manage = actions::may_manage(&visit.visitor);
    let told_in = told_in(&f);
    visit.page(&ListPage { told_in, lines, next, is_first: before.is_none(), may_manage, f })
}

impl ListPage {
    pub(crate) fn sample(f: Frame) -> ListPage {
        let line = || Line {
            row: Programme::sample(&f),
            period: Some("Januari 2026 sampai Desember 2028".to_owned()),
            areas: super::samples::sample_places(),
        };
        let lines = vec![line(), line()];
        let next = Some(ProgrammeId(7));
        ListPage { told_in: told_in(&f), lines, next, is_first: false, may_manage: true, f }
    }

    pub(crate) fn sample_none(f: Frame) -> ListPage {
        let told_in = told_in(&f);
        ListPage { told_in, lines: vec![], next: None, is_first: true, may_manage: false, f }
    }
}
