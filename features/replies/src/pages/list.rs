//! What is published: the list of replies, and the page of one.
use super::view::CaseView;
use crate::store;
use askama::Template;
use axum::extract::Path;
use base::{
    chain,
    feature::Key,
    ids::ReplyId,
    refusal::{OrNotFound, Refusal},
    web::{Answer, Frame, Visit},
};

const ON_A_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "pages/list.html")]
pub(crate) struct ListPage {
    pub f: Frame,
    pub cases: Vec<CaseView>,
    pub older: Option<Key>,
}

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub case: CaseView,
    /// Finished HTML: the links.
    pub chain: String,
}

/// GET /hak-jawab
pub(crate) async fn list(visit: Visit) -> Answer {
    let db = &visit.app.db;
    let before = visit.query_value("sebelum").and_then(|typed| Key::parse(&typed));
    let before = before.unwrap_or(Key { at_us: i64::MAX, id: i64::MAX });
    let mut ids = store::published(db, before, ON_A_PAGE + 1).await?;
    let size = usize::try_from(ON_A_PAGE).unwrap_or_default();
    let more = ids.len() > size;
    ids.truncate(size);
    let f = visit.frame(visit.words().t("replies-heading")).await?;
    let cases = CaseView::all(&visit.app, &f, store::replies(db, &ids).await?).await?;
    let older = cases.last().filter(|_| more).and_then(|case| {
        let at_us = case.reply.published_at?.as_microsecond();
        Some(Key { at_us, id: case.reply.id.0 })
    });
    visit.page(&ListPage { f, cases, older })
}

/// GET /hak-jawab/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<ReplyId>) -> Answer {
    let reply = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !reply.public() {
        return Err(Refusal::NotFound.into());
    }
    let f = visit.frame(visit.words().with("reply-of", "name", &reply.name)).await?;
    let chain = chain::block(&visit.app, &f, id.into(), f.lang()).await?;
    let case = CaseView::load(&visit.app, &f, reply).await?;
    visit.page(&ShowPage { f, case, chain })
}
