//! For machines that watch: is the process alive, can it serve?
use crate::app::App;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use std::time::Duration;

/// Answers as long as the process does.
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// Answers 200 when the database does, else 503.
pub(super) async fn ready(State(app): State<App>) -> Response {
    match app.db.ping(Duration::from_secs(2)).await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

const FAVICON: &str = include_str!("../../../assets/icons/favicon.svg");

pub(super) async fn favicon() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=604800"),
    ];
    (headers, FAVICON).into_response()
}
