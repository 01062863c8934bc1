//! Addresses of the older portal: `/baca/{id}/{slug}/` leads here for good.
use crate::{
    lists,
    pages::{hidden, show::title_of},
    store,
};
use axum::extract::Path;
use base::{
    refusal::OrNotFound,
    web::{Answer, Visit},
};

/// GET /baca/{id}, with or without what follows
pub(crate) async fn bare(visit: Visit, Path(id): Path<String>) -> Answer {
    lead(visit, &id).await
}

/// GET /baca/{id}/{slug}/
pub(crate) async fn with_slug(visit: Visit, Path((id, _)): Path<(String, String)>) -> Answer {
    lead(visit, &id).await
}

async fn lead(visit: Visit, id: &str) -> Answer {
    let legacy_id: i64 = id.parse().ok().or_not_found()?;
    let id = store::by_legacy_id(&visit.app.db, legacy_id).await?.or_not_found()?;
    let story = store::find(&visit.app.db, id).await?.or_not_found()?;
    if !story.shown {
        return hidden::page(&visit, &story).await;
    }
    visit.moved(&lists::path(id, &title_of(&visit, &story)))
}
