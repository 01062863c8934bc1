//! The pages: one struct each, one handler per address.
pub(crate) mod archive;
mod draft_desk;
pub(crate) mod draft_routes;
mod draft_samples;
mod draft_view;
mod drafts;
pub(crate) mod editions;
pub(crate) mod lead;
pub(crate) mod legacy;
pub(crate) mod list;
pub(crate) mod samples;
pub(crate) mod sections;
pub(crate) mod show;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base::web::Visit;

/// 301 to a path of this site in the visitor's language.
fn moved(visit: &Visit, path: &str) -> Response {
    let path = format!("{}{path}", visit.lang.prefix());
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, path)]).into_response()
}
