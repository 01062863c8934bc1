//! The editions of a story: when, why, and the text of each.
use super::{hidden, show::title_of};
use crate::{
    answering::SealGround,
    body,
    diff::{self, Part, Piece},
    lists,
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
    /// Newest first, each with who made it.
    pub editions: Vec<(EditionLine, Option<String>)>,
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
    let ids: Vec<_> = editions.iter().filter_map(|edition| edition.person).collect();
    let names = people::names(&visit.app.db, &ids).await?;
    let named = editions.into_iter().map(|edition| {
        let name = edition.person.and_then(|person| names.get(&person).cloned());
        (edition, name)
    });
    let editions = named.collect();
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
    let mut f = visit.frame(visit.words().n("edition-number", number)).await?.about(&title);
    f.noindex = true;
    let path = lists::path(id, &newest);
    visit.page(&EditionPage { f, path, title, body: body.unwrap_or_default(), story, edition })
}

#[derive(Template)]
#[template(path = "pages/difference.html")]
pub(crate) struct DifferencePage {
    pub f: Frame,
    pub story: StoryRow,
    pub title: String,
    pub path: String,
    pub from: i64,
    pub to: i64,
    pub parts: Vec<Part>,
}

/// GET /tulisan/{id}/beda?dari=1&ke=2; without numbers the page on which they are chosen.
pub(crate) async fn difference(visit: Visit, Path(id): Path<StoryId>) -> Answer {
    let story = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !story.public() {
        return Err(Refusal::Gone.into());
    }
    if visit.query_value("dari").is_none() {
        return visit.go(&format!("/tulisan/{id}/edisi"));
    }
    let number = |name| visit.query_value(name).and_then(|typed| typed.parse().ok());
    let (from, to): (i64, i64) = (number("dari").or_not_found()?, number("ke").or_not_found()?);
    let older = store::edition(&visit.app.db, id, from).await?.or_not_found()?;
    let newer = store::edition(&visit.app.db, id, to).await?.or_not_found()?;
    let (Some(older), Some(newer)) = (whole(&older), whole(&newer)) else {
        return Err(Refusal::Gone.into());
    };
    let (parts, title) = (diff::words(&older, &newer), title_of(&visit, &story));
    let f = visit.frame(visit.words().with("difference-title", "title", &title)).await?;
    let path = lists::path(id, &title);
    let f = Frame { noindex: true, ..f };
    visit.page(&DifferencePage { f, path, title, from, to, parts, story })
}

/// Title, deck and text of an edition; a sealed one has none.
fn whole(edition: &EditionRow) -> Option<String> {
    let deck = edition.deck.as_deref().map(|deck| format!("{deck}\n\n")).unwrap_or_default();
    Some(format!("{}\n\n{deck}{}", edition.title.as_deref()?, edition.body.as_deref()?))
}

impl DifferencePage {
    fn differs(&self) -> bool {
        diff::differ(&self.parts)
    }
}

/// Why a text was sealed, in the reader's language where the reason is of the closed list.
fn sealed(f: &Frame, ground: Option<SealGround>, reason: Option<&str>) -> String {
    match ground {
        Some(ground) => f.t(&format!("seal-ground-{ground}")),
        None => reason.unwrap_or_default().to_owned(),
    }
}

impl EditionPage {
    fn sealed(&self) -> String {
        sealed(&self.f, self.edition.sealed_ground, self.edition.sealed_reason.as_deref())
    }
}

impl EditionsPage {
    fn sealed(&self, edition: &EditionLine) -> String {
        sealed(&self.f, edition.sealed_ground, edition.sealed_reason.as_deref())
    }

    /// The editions whose text there is, oldest first.
    fn open(&self) -> Vec<i64> {
        let open = self.editions.iter().filter(|(edition, _)| edition.sealed_at.is_none());
        open.rev().map(|(edition, _)| edition.number).collect()
    }

    fn kind(&self, edition: &EditionLine) -> String {
        self.f.t(&format!("edition-kind-{}", edition.kind))
    }

    fn address(&self, edition: &EditionLine) -> String {
        format!("/tulisan/{}/edisi/{}", self.story.id, edition.number)
    }
}
