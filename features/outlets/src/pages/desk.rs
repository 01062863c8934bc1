//! The outlets that the visitor looks after: all of them for an administrator.
use super::Badge;
use crate::{
    actions,
    store::{self, OutletRow},
};
use askama::Template;
use base::{
    feature::Key,
    ids::{AreaCode, OutletId},
    visitor::{Role, Scope},
    web::{Answer, Frame, Visit},
};

const PER_PAGE: i64 = 200;

#[derive(Template)]
#[template(path = "pages/desk.html")]
pub(crate) struct DeskPage {
    f: Frame,
    lines: Vec<(OutletRow, Badge)>,
    may_add: bool,
    next: Option<Key>,
}

/// GET /pengelola/media
pub(crate) async fn desk(visit: Visit) -> Answer {
    let after = visit.query_value("sesudah").and_then(|text| Key::parse(&text));
    let start = after.unwrap_or(Key { at_us: 0, id: 0 });
    let start = (AreaCode(start.at_us), OutletId(start.id));
    let rows = store::by_area(&visit.app.db, start, PER_PAGE).await?;
    let full = i64::try_from(rows.len()).is_ok_and(|count| count == PER_PAGE);
    let next = rows.last().filter(|_| full).map(|row| Key { at_us: row.area.0, id: row.id.0 });
    let f = visit.frame(visit.words().t("admin-media")).await?;
    let own = rows.into_iter().filter(|row| actions::may_manage(&visit.visitor, row.id));
    let lines = own.map(|row| (row.clone(), Badge::of(&f, &row))).collect();
    let may_add = visit.visitor.may(Role::Administrator, Scope::House);
    visit.page(&DeskPage { lines, may_add, next, f })
}

impl DeskPage {
    pub(crate) fn sample(f: Frame) -> DeskPage {
        let row = OutletRow::sample(&f);
        let mut bare = row.clone();
        bare.words.address = None;
        let lines = vec![(row.clone(), Badge::of(&f, &row)), (bare.clone(), Badge::of(&f, &bare))];
        DeskPage { lines, may_add: true, next: Some(Key { at_us: 9901, id: 1 }), f }
    }

    pub(crate) fn sample_none(f: Frame) -> DeskPage {
        DeskPage { lines: vec![], may_add: true, next: None, f }
    }
}
