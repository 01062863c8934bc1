//! A request whose transaction the database ended in favour of another's is done again, as long as nothing of it is kept.
use super::{answer::Carried, form::Received};
use crate::{
    app::App,
    db::{Trouble, noting_what_is_kept},
};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    response::Response,
};
use http_body_util::BodyExt;
use std::{future::Future, time::Duration};

/// So often in all; then the visitor is asked to come back.
const TRIES: u32 = 3;
/// Two who stood in each other's way wait for different times.
const WAIT_MS_MAX: u32 = 50;

/// Answers a request that was read whole. One with files is done once: its handler takes them away.
pub(super) async fn answer<R: Future<Output = Response>>(
    app: &App,
    request: Request,
    run: impl Fn(Request) -> R,
) -> Response {
    if request.extensions().get::<Received>().is_some() {
        return run(request).await;
    }
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_or_else(|_| Bytes::new(), |whole| whole.to_bytes());
    let mut tried = 1;
    loop {
        let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
        let (response, kept) = noting_what_is_kept(run(request)).await;
        if kept || tried == TRIES || !was_crossed(&response) {
            return response;
        }
        tried += 1;
        let wait_ms = app.random.below(WAIT_MS_MAX) + 1;
        tokio::time::sleep(Duration::from_millis(wait_ms.into())).await;
    }
}

fn was_crossed(response: &Response) -> bool {
    match response.extensions().get::<Carried>() {
        Some(Carried::Fault(error)) => Trouble::of(error) == Some(Trouble::Crossed),
        Some(Carried::Refused(_)) | None => false,
    }
}
