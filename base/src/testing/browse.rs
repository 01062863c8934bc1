//! Asking a site as a browser does: one request, and what came back of it.
use crate::web::Site;
use axum::{
    body::Body,
    http::{Request, StatusCode, request::Builder},
    response::Response,
};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Status, the place a redirect names (else empty), the page; of a redirect, which has none, the notice it leaves.
pub type Seen = (StatusCode, String, String);

pub async fn ask(site: &Site, request: Request<Body>) -> Seen {
    let response = site.clone().oneshot(request).await.expect("the site answers");
    let place = response.headers().get("location").map(|v| v.to_str().expect("text").to_owned());
    let status = response.status();
    let notice = left_notice(&response);
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    let page = String::from_utf8(body.to_vec()).expect("a page is UTF-8");
    let page = if page.is_empty() { notice } else { page };
    (status, place.unwrap_or_default(), page)
}

/// The sentence that an answer leaves for the next page: its locale key without `notice-`; else empty.
pub fn left_notice(response: &Response) -> String {
    left(response, "pesan=")
}

/// The value of a cookie that an answer sets; else empty.
fn left(response: &Response, name: &str) -> String {
    let cookies = response.headers().get_all("set-cookie").iter();
    let mut pairs = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
    pairs.find_map(|pair| pair.strip_prefix(name)).unwrap_or_default().to_owned()
}

/// Sends a form signed out, to be kept: the place it leads to, and the cookie that tells its browser.
pub async fn park(site: &Site, path: &str, body: &str) -> (String, String) {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    let request = request.body(Body::from(body.to_owned())).expect("a request");
    let response = site.clone().oneshot(request).await.expect("the site answers");
    let place = response.headers()["location"].to_str().expect("text").to_owned();
    (place, format!("titipan={}", left(&response, "titipan=")))
}

/// What an address that need not be a page answers a visitor who is signed out.
pub async fn status(site: &Site, path: &str) -> StatusCode {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    site.clone().oneshot(request).await.expect("the site answers").status()
}

/// Reads a page as the person whose session cookie is `who`; empty: signed out.
pub async fn get(site: &Site, path: &str, who: &str) -> Seen {
    ask(site, as_who(Request::get(path), who).body(Body::empty()).expect("a request")).await
}

/// Sends a form, written as browsers encode it.
pub async fn post(site: &Site, path: &str, who: &str, body: &str) -> Seen {
    let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
    ask(site, as_who(request, who).body(Body::from(body.to_owned())).expect("a request")).await
}

pub(super) fn as_who(request: Builder, who: &str) -> Builder {
    if who.is_empty() { request } else { request.header("cookie", format!("sesi={who}")) }
}
