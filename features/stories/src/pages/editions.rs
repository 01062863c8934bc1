//! The editions of a story: when, why, and the text of each.
use super::{hidden, show::title_of};
use crate::{
    body, lists,
    store::{self, EditionLine, EditionRow, StoryRow},
};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::StoryId,
    refusal::{OrNotFound, Refusal},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/editions.html")]
pub(crate) struct EditionsPage {
    pub f: Frame,
    pub story: StoryRow,
    pub title: String,
    pub path: String,
    pub editions: Vec<EditionLine>,
}

#[derive(Template)]
#[template(path = "pages/edition.html")]
pub(crate) struct EditionPage {
    pub f: Frame,
    pub story: StoryRow,
    pub title: String,
    pub path: String,
    pub edition: EditionRow,
    pub body: String,
}

/// GET /tulisan/{id}/edisi
pub(crate) async fn list(visit: Visit, Path(id): Path<StoryId>) -> Answer {
    let story = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !story.shown {
        return hidden::page(&visit, &story).await;
    }
    let title = title_of(&visit, &story);
    let editions = store::editions(&visit.app.db, id).await?;
    let mut f = visit.frame(visit.words().with("editions-title", "title", &title)).await?;
    f.noindex = true;
    visit.page(&EditionsPage { f, path: lists::path(id, &title), title, story, editions })
}

/// GET /tulisan/{id}/edisi/{number}
pub(crate) async fn show(visit: Visit, Path((id, number)): Path<(StoryId, i64)>) -> Answer {
    let story = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !story.shown {
        return hidden::page(&visit, &story).await;
    }
    if !story.public() {
        return Err(Refusal::Gone.into());
    }
    let edition = store::edition(&visit.app.db, id, number).await?.or_not_found()?;
    let newest = title_of(&visit, &story);
    let title = edition.title.clone().unwrap_or_else(|| visit.words().t("story-sealed-title"));
    let around = (story.dateline.as_deref(), story.signature.as_deref());
    let body = edition.body.as_deref().map(|text| body::html(text, edition.format, around));
    let mut f = visit.frame(title.clone()).await?;
    f.noindex = true;
    let path = lists::path(id, &newest);
    visit.page(&EditionPage { f, path, title, body: body.unwrap_or_default(), story, edition })
}

impl EditionsPage {
    fn kind(&self, edition: &EditionLine) -> String {
        self.f.t(&format!("edition-kind-{}", edition.kind))
    }

    fn address(&self, edition: &EditionLine) -> String {
        format!("/tulisan/{}/edisi/{}", self.story.id, edition.number)
    }
}
