//! For machines: is the process alive, can it serve; what a browser wants to know to install the site.
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

/// What the installed app is, and what other apps may share with it, where this house takes tips.
pub(super) async fn manifest(State(app): State<App>) -> Response {
    let mut manifest = serde_json::json!({
        "id": "/",
        "name": app.config.name,
        "short_name": app.config.name,
        "description": app.config.tagline,
        "lang": "id",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#FBF8F3",
        "theme_color": "#A3341F",
        "icons": [{"src": "/favicon.svg", "sizes": "any", "type": "image/svg+xml"}],
    });
    if app.stands(SHARING) {
        manifest["share_target"] = serde_json::json!({
            "action": SHARING,
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [
                    {"name": "attach", "accept": ["image/*", "audio/*"]},
                    {"name": "chat_file", "accept": ["text/plain", ".txt", "application/zip", ".zip"]},
                ],
            },
        });
    }
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, manifest.to_string()).into_response()
}

/// Where what other apps share arrives.
const SHARING: &str = "/bagikan";

const FAVICON: &str = include_str!("../../../assets/icons/favicon.svg");

pub(super) async fn favicon() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=604800"),
    ];
    (headers, FAVICON).into_response()
}
