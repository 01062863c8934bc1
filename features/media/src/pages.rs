//! A picture's file by its hash.
use crate::{figure::Figure, picture::Format, store};
use anyhow::Context;
use askama::Template;
use axum::{extract::Path, http::header, response::IntoResponse};
use base::{
    blobs::BlobHash,
    refusal::OrNotFound,
    web::{Answer, Frame, Visit},
};

/// A file whose name is its content's hash never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// GET /gambar/{hash}.webp
pub(crate) async fn show(visit: Visit, Path(name): Path<String>) -> Answer {
    let (hash, format) = asked(&name).or_not_found()?;
    store::is_shown(&visit.app.db, hash, format).await?.then_some(()).or_not_found()?;
    let blobs = visit.app.blobs.clone();
    let bytes = tokio::task::spawn_blocking(move || blobs.get(hash))
        .await
        .context("reading a picture ended")??
        .with_context(|| format!("the file of {name} is gone from the folder of blobs"))?;
    let headers =
        [(header::CONTENT_TYPE, format.content_type()), (header::CACHE_CONTROL, FOR_EVER)];
    Ok((headers, bytes).into_response())
}

fn asked(name: &str) -> Option<(BlobHash, Format)> {
    let (hash, ending) = name.split_once('.')?;
    Some((hash.parse().ok()?, Format::of_ending(ending)?))
}

/// A page of the gallery: this feature has no page of its own.
#[derive(Template)]
#[template(path = "sample.html")]
pub(crate) struct FigurePage {
    f: Frame,
    figure: Figure,
}

impl FigurePage {
    pub(crate) fn sample(f: Frame) -> FigurePage {
        FigurePage { f, figure: Figure::sample() }
    }

    pub(crate) fn html(&self) -> String {
        self.render().unwrap_or_default()
    }
}
