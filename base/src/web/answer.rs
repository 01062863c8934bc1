//! What goes back: a page, a redirect, a failure to be rendered on the way out.
use super::{Visit, frame};
use crate::{
    config::Config,
    refusal::{Failure, Refusal},
};
use anyhow::Context;
use askama::Template;
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{cell::Cell, sync::Arc};

/// What every handler returns.
pub type Answer = Result<Response, Failure>;

/// Carries a failure to the layer that renders it in the visitor's language.
#[derive(Clone)]
pub(super) enum Carried {
    Refused(Refusal),
    Fault(Arc<anyhow::Error>),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(match self {
            Failure::Refused(refusal) => Carried::Refused(refusal),
            Failure::Fault(error) => Carried::Fault(Arc::new(error)),
        });
        response
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        Failure::Refused(self).into_response()
    }
}

thread_local! {
    /// A page is rendered on one thread in one go: its buffer keeps the size that the last one needed.
    static USUAL_BYTES: Cell<usize> = const { Cell::new(32 * 1024) };
}

/// Renders a page and writes the time it took where the layout left room.
pub(super) fn html(visit: &Visit, status: StatusCode, page: &impl Template) -> Answer {
    let mut body = String::with_capacity(USUAL_BYTES.get());
    page.render_into(&mut body).context("a template failed")?;
    USUAL_BYTES.set(body.len() + 512);
    let took = frame::page_time(&visit.words(), visit.started.elapsed());
    if let Some(at) = body.rfind(frame::PAGE_TIME_MARK) {
        body.replace_range(at..at + frame::PAGE_TIME_MARK.len(), &took);
    }
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, html);
    let cache = if visit.visitor.signed_in.is_some() { "no-store" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    if visit.notice.is_some() {
        put_cookie(&visit.app.config, &mut response, (NOTICE, ""), 0);
    }
    Ok(response)
}

/// 303 to a path of this site.
pub fn see_other(path: &str) -> Response {
    // A path that is no header value (it never came from us) leads home.
    let path = HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response()
}

/// The names of our cookies: who is signed in, which browser a kept form belongs to, what the last act left to say.
/// `__Host-` needs https; on a village's plain http such a cookie would silently be dropped.
fn cookie_name(config: &Config, name: &str) -> String {
    if config.https() { format!("__Host-{name}") } else { name.to_owned() }
}

pub(super) const SESSION: &str = "sesi";
pub(super) const KEPT_FORMS: &str = "titipan";
pub(super) const NOTICE: &str = "pesan";
pub(super) const DEVICE: &str = "perangkat";
/// As long as a slow line takes to the next page.
const NOTICE_S: i64 = 120;

/// Leaves a sentence for the next page, once: `notice` is a locale key `notice-…`. It is no part of the address, because
/// a link that anyone can write must not tell a reader that their password was changed.
pub(super) fn put_notice(config: &Config, response: &mut Response, notice: &str) {
    put_cookie(config, response, (NOTICE, notice), NOTICE_S);
}

pub(super) fn cookie(headers: &HeaderMap, config: &Config, name: &str) -> Option<String> {
    let wanted = cookie_name(config, name);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| cookie::Cookie::split_parse(line.to_owned()).flatten())
        .find(|cookie| cookie.name() == wanted)
        .map(|cookie| cookie.value().to_owned())
}

/// Puts a cookie on an answer, for so many seconds.
pub(super) fn put_cookie(
    config: &Config,
    response: &mut Response,
    (name, value): (&str, &str),
    age_s: i64,
) {
    let secure = if config.https() { "; Secure" } else { "" };
    let name = cookie_name(config, name);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age_s}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

impl Visit {
    /// Puts a session cookie on an answer; `None` takes it away.
    pub fn with_session(&self, mut response: Response, token: Option<&str>) -> Response {
        let (value, age_s) = token.map_or(("", 0), |token| (token, SESSION_COOKIE_S));
        put_cookie(&self.app.config, &mut response, (SESSION, value), age_s);
        response
    }

    /// Lets the browser be known again: a secret of its own, nothing of the line that it came by.
    pub fn with_device(&self, mut response: Response, token: &str) -> Response {
        put_cookie(&self.app.config, &mut response, (DEVICE, token), SESSION_COOKIE_S);
        response
    }
}

/// A browser keeps the cookie this long; the server decides whether the session still lives.
const SESSION_COOKIE_S: i64 = 400 * 24 * 3600;
