//! Every text of a draft that was saved: the list, and what one changed.
use super::drafts::titled;
use crate::{
    actions,
    diff::{self, Part, Piece},
    store::{self, DraftRow, DraftVersion},
};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::DraftId,
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/versions.html")]
pub(crate) struct VersionsPage {
    pub f: Frame,
    pub row: DraftRow,
    /// Newest first, each with its writer's name.
    pub versions: Vec<(DraftVersion, String)>,
}

#[derive(Template)]
#[template(path = "pages/version.html")]
pub(crate) struct VersionPage {
    pub f: Frame,
    pub row: DraftRow,
    pub version: DraftVersion,
    pub by: String,
    /// Since the one before; empty for the first.
    pub changed: Vec<Part>,
}

/// GET /naskah/{id}/versi
pub(crate) async fn list(visit: Visit, Path(id): Path<DraftId>) -> Answer {
    let row = actions::draft_for(&visit.app, visit.person()?, id).await?;
    let versions = store::versions(&visit.app.db, id).await?;
    let ids: Vec<_> = versions.iter().map(|version| version.person).collect();
    let names = people::names(&visit.app.db, &ids).await?;
    let named = versions.into_iter().map(|version| {
        let name = names.get(&version.person).cloned().unwrap_or_default();
        (version, name)
    });
    let versions = named.collect();
    let f = visit.frame(titled(&visit, &row)).await?;
    visit.page(&VersionsPage { f: Frame { noindex: true, ..f }, row, versions })
}

/// GET /naskah/{id}/versi/{number}
pub(crate) async fn show(visit: Visit, Path((id, number)): Path<(DraftId, i64)>) -> Answer {
    let by = visit.person()?;
    let (row, version, before) = actions::version_of(&visit.app, by, (id, number)).await?;
    let whole = |version: &DraftVersion| format!("{}\n\n{}", version.title, version.body);
    let changed = before.map(|before| diff::words(&whole(&before), &whole(&version)));
    let name = people::names(&visit.app.db, &[version.person]).await?.remove(&version.person);
    let (by, changed) = (name.unwrap_or_default(), changed.unwrap_or_default());
    let f = visit.frame(titled(&visit, &row)).await?;
    visit.page(&VersionPage { f: Frame { noindex: true, ..f }, row, version, by, changed })
}
