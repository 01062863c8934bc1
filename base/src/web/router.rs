//! From the features' routes to one service: languages, who may, failures, limits.
use super::{
    FORM_BYTES_MAX, Fields, Visit, again, answer, failures, fields, form, frame, health, parked,
    visit::{PeerAddress, Spoken, Started},
};
use crate::{
    app::App,
    feature::{Method, Who},
    measures::{self, Doing, Stop},
    refusal::{Failure, Outcome, Refusal},
    visitor::Visitor,
};
use axum::{
    Router,
    body::Body,
    extract::{FromRequest, MatchedPath, Request, State},
    http::{HeaderValue, Uri, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use std::{convert::Infallible, net::IpAddr, time::Instant};
use tower::{ServiceBuilder, ServiceExt, util::BoxCloneSyncService};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::NotForContentType},
    csrf::CsrfLayer,
};

/// The whole site as a service that a server or a test calls.
pub type Site = BoxCloneSyncService<Request, Response, Infallible>;

/// Builds the site from the app's features.
pub fn site(app: &App) -> Site {
    let mut router = Router::new();
    for route in app.features.iter().flat_map(|feature| &feature.routes) {
        let at = At {
            path: route.path,
            files: route.files,
            speaks: route.speaks,
            confidential: route.confidential,
        };
        let guard = (app.clone(), route.who, at);
        let handler = match route.method {
            Method::Get => route.handler.clone().layer(from_fn_with_state(guard, guard_reading)),
            Method::Post => route.handler.clone().layer(from_fn_with_state(guard, guard_writing)),
        };
        router = router.route(route.path, handler);
    }
    let router = router
        .route("/lanjutkan", get(parked::show))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/favicon.svg", get(health::favicon))
        .route("/manifest.webmanifest", get(health::manifest))
        .fallback(|| async { Refusal::NotFound })
        .method_not_allowed_fallback(|| async { Refusal::NotFound })
        .layer(CsrfLayer::new().with_rejection_response(|_| {
            Failure::Refused(Refusal::NotAllowed("refusal-cross-site")).into_response()
        }))
        .layer(CatchPanicLayer::custom(failures::panicked))
        .layer(from_fn_with_state(app.clone(), around))
        .layer(CompressionLayer::new().no_br().no_zstd().no_deflate().compress_when(
            // Sound is small already, and is asked for by ranges of its bytes.
            DefaultPredicate::new().and(NotForContentType::const_new("audio/")),
        ))
        .with_state(app.clone());
    // Outside the router, because a layer of the router sees a path only after it was matched.
    let outer = ServiceBuilder::new()
        .map_request({
            let app = app.clone();
            move |request| speak(&app, request)
        })
        .service(router);
    BoxCloneSyncService::new(outer.map_err(|never: Infallible| never))
}

/// Notes when the request came and takes the language off the front of its path.
fn speak(app: &App, mut request: Request) -> Request {
    request.extensions_mut().insert(Started(Instant::now()));
    let path = request.uri().path();
    let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let Some(lang) = app.languages.by_code(first).filter(|lang| !lang.prefix().is_empty()) else {
        return request;
    };
    let rest = &path[lang.prefix().len()..];
    let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
    let rest = if rest.is_empty() { "/" } else { rest };
    if let Ok(uri) = format!("{rest}{query}").parse::<Uri>() {
        *request.uri_mut() = uri;
        request.extensions_mut().insert(Spoken(lang));
    }
    request
}

/// Around every request: who asks, the failure's page, the headers, one line in the log.
async fn around(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let method = parts.method.clone();
    let route = parts.extensions.get::<MatchedPath>().map(|path| path.as_str().to_owned());
    if let Some(address) = peer(&app, &parts) {
        parts.extensions.insert(PeerAddress(address));
    }
    let identified = match answer::cookie(&parts.headers, &app.config, answer::SESSION) {
        Some(token) => (app.identify)(&app, &token).await,
        None => Ok(Visitor::anonymous()),
    };
    let visit_parts = parts.clone();
    let mut response = match identified {
        Ok(visitor) => {
            parts.extensions.insert(visitor);
            let visit = Visit::of(&app, &parts);
            let response = next.run(Request::from_parts(parts, body)).await;
            failures::render(&visit, response).await
        }
        Err(error) => {
            let visit = Visit::of(&app, &visit_parts);
            failures::render(&visit, Failure::Fault(error).into_response()).await
        }
    };
    set_headers(&app, &mut response);
    let took_us = visit_parts.extensions.get::<Started>().map(|s| s.0.elapsed().as_micros());
    // The route and not the address asked for: addresses may carry what people looked for.
    tracing::debug!(
        http.method = %method,
        http.route = route.as_deref().unwrap_or("-"),
        http.status = response.status().as_u16(),
        duration_us = took_us.unwrap_or_default(),
        "request"
    );
    response
}

fn peer(app: &App, parts: &axum::http::request::Parts) -> Option<IpAddr> {
    if app.config.behind_proxy {
        // The last entry is the one that our own proxy wrote.
        let list = parts.headers.get("x-forwarded-for")?.to_str().ok()?;
        return list.rsplit(',').next()?.trim().parse().ok();
    }
    parts.extensions.get::<PeerAddress>().map(|peer| peer.0)
}

fn set_headers(app: &App, response: &mut Response) {
    let headers = response.headers_mut();
    let policy = HeaderValue::from_static(frame::content_security_policy());
    // A file that somebody sent has a stricter one; a page with a script has said already which.
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    if app.config.https() {
        let age = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, age);
    }
}

/// What the guard knows of a route.
#[derive(Clone, Copy)]
struct At {
    path: &'static str,
    files: bool,
    speaks: bool,
    confidential: bool,
}

/// What a route is guarded with, and who may.
type Guard = (App, Who, At);

async fn guard_reading(
    State((app, who, _)): State<Guard>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, _) = request.into_parts();
    if let Err(error) = measures::rest_roles(&app, who, &mut parts.extensions).await {
        return Failure::Fault(error).into_response();
    }
    let visit = Visit::of(&app, &parts);
    match refuse(who, &visit) {
        None => {
            let duty = matches!(who, Who::Any(_)).then_some(Doing::Duty);
            match stopped(&visit, duty).await {
                // A warning waits for its reader's next text, not for their work.
                Ok(None | Some(Stop::ReadFirst)) => {}
                Ok(Some(Stop::Refused(refusal))) => return refusal.into_response(),
                Err(failure) => return failure.into_response(),
            }
            // Reading asks for nothing but an address.
            let request = Request::from_parts(parts, Body::empty());
            again::answer(&app, request, |request| next.clone().run(request)).await
        }
        Some(Refusal::SignInFirst) => {
            let here = format!("{}{}", visit.path, with_question_mark(&visit.query));
            let here: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
            answer::see_other(&format!("{}/masuk?lanjut={here}", visit.lang.prefix()))
        }
        Some(refusal) => match closed_desk(&visit).await {
            Ok(Some(on)) => on,
            Ok(None) => refusal.into_response(),
            Err(failure) => failure.into_response(),
        },
    }
}

/// Leads to where someone gets the key of a desk that their role would open.
async fn closed_desk(visit: &Visit) -> Outcome<Option<Response>> {
    let (Some(person), Some(key)) = (visit.visitor.id(), visit.app.desk_key) else {
        return Ok(None);
    };
    if !(key.is_due)(&visit.app, person).await? {
        return Ok(None);
    }
    let mut on = answer::see_other(&format!("{}{}", visit.lang.prefix(), key.path));
    answer::put_notice(&visit.app.config, &mut on, "desk-closed");
    Ok(Some(on))
}

fn with_question_mark(query: &str) -> String {
    if query.is_empty() { String::new() } else { format!("?{query}") }
}

/// A write runs to its end even when the browser goes away, and a form sent by someone who is not signed in is kept
/// until they are.
async fn guard_writing(
    State((app, who, at)): State<Guard>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    if let Err(error) = measures::rest_roles(&app, who, &mut parts.extensions).await {
        return Failure::Fault(error).into_response();
    }
    let visit = Visit::of(&app, &parts);
    let request = Request::from_parts(parts, body);
    if let Err(failure) = visit.limit_writing(at.path) {
        return failure.into_response();
    }
    match refuse(who, &visit) {
        Some(Refusal::SignInFirst) => park(&visit, (request, at), ("/masuk", "saved")).await,
        Some(refusal) => {
            // Read what was sent, so that the browser gets to see the sentence.
            let _ = fields::read_whole(request.into_body()).await;
            refusal.into_response()
        }
        None => {
            let request = match before_writing(&visit, (who, at), request).await {
                Ok(request) => request,
                Err(answer) => return answer,
            };
            let request = match receive(&app, request, at.files).await {
                Ok(request) => request,
                Err(refusal) => return refusal.into_response(),
            };
            let running = tokio::spawn(async move {
                let run = |request| finish(visit.clone(), request, next.clone());
                again::answer(&app, request, run).await
            });
            running.await.unwrap_or_else(|gone| {
                Failure::Fault(anyhow::anyhow!("the handler ended: {gone}")).into_response()
            })
        }
    }
}

/// What comes before a text of someone who may write it: what stops them, what they have to read or agree to. The
/// request again, or the answer instead.
async fn before_writing(
    visit: &Visit,
    (who, at): (Who, At),
    request: Request,
) -> Result<Request, Response> {
    match stopped(visit, doing(who, at)).await {
        Ok(None) => {}
        Ok(Some(Stop::ReadFirst)) => {
            let kept = park(visit, (request, at), (measures::PAGE, "saved-to-read")).await;
            return Err(kept);
        }
        Ok(Some(Stop::Refused(refusal))) => {
            let _ = fields::read_whole(request.into_body()).await;
            return Err(refusal.into_response());
        }
        Err(failure) => return Err(failure.into_response()),
    }
    let asked = matches!(who, Who::Member | Who::Any(_));
    match must_agree(visit, asked).await {
        Ok(None) => Ok(request),
        Ok(Some(path)) => Err(park(visit, (request, at), (path, "saved-to-agree")).await),
        Err(failure) => Err(failure.into_response()),
    }
}

/// What a form does that a measure may stop. What is one's own and tells nobody anything, and what takes no account (a
/// report, a flag, a right of reply, one's data) stays open to everyone.
fn doing(who: Who, at: At) -> Option<Doing> {
    match who {
        Who::Any(_) => Some(Doing::Duty),
        Who::Member => Some(Doing::Speaking),
        Who::Own | Who::Anyone => at.speaks.then_some(Doing::Speaking),
    }
}

/// What a moderator decided that stands in the way of it.
async fn stopped(visit: &Visit, doing: Option<Doing>) -> Outcome<Option<Stop>> {
    let (Some(person), Some(doing)) = (visit.visitor.id(), doing) else { return Ok(None) };
    Ok(measures::stop(&visit.app, person, doing).await?)
}

/// Reads what was sent to its end: the body into memory, or fields and files apart.
async fn receive(app: &App, mut request: Request, files: bool) -> Result<Request, Refusal> {
    let boundary = form::boundary(&request).filter(|_| files);
    let body = std::mem::take(request.body_mut());
    if let Some(boundary) = boundary {
        let form = form::read(&app.config.data, body, &boundary).await?;
        request.extensions_mut().insert(form::Received::new(form));
    } else {
        *request.body_mut() = Body::from(fields::read_whole(body).await?);
    }
    Ok(request)
}

/// Runs the handler; a kept form that was sent after all is forgotten.
async fn finish(visit: Visit, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(key) = visit.query_value("kunci").filter(|_| response.status().is_redirection())
        && let Err(failure) = parked::forget(&visit, &key).await
    {
        return failure.into_response();
    }
    response
}

/// Where a member agrees to what holds now, if that comes before this act. What is one's own (an account, a comment that
/// is taken back) stays open to those who do not agree.
async fn must_agree(visit: &Visit, asked: bool) -> Outcome<Option<&'static str>> {
    let (Some(person), Some(agreement)) = (visit.visitor.id(), visit.app.agreement) else {
        return Ok(None);
    };
    Ok((asked && (agreement.is_due)(&visit.app, person).await?).then_some(agreement.path))
}

/// Keeps a form until its writer has been at the door, where the notice tells them so.
async fn park(
    visit: &Visit,
    (request, at): (Request, At),
    (door, notice): (&str, &'static str),
) -> Response {
    let parked = async {
        let request = receive(&visit.app, request, at.files).await?;
        if at.confidential {
            let mut on = answer::see_other(&format!("{}{door}", visit.lang.prefix()));
            answer::put_notice(&visit.app.config, &mut on, "saved-nowhere");
            return Ok(on);
        }
        let form = super::Form::from_request(request, &visit.app).await?;
        keep_for(visit, &form.fields, (door, notice)).await
    };
    parked.await.unwrap_or_else(Failure::into_response)
}

/// Keeps what was typed and leads to the door.
async fn keep_for(
    visit: &Visit,
    fields: &Fields,
    (door, notice): (&str, &'static str),
) -> Outcome<Response> {
    let Some(kept) = parked::keep(visit, fields).await? else {
        return Ok(answer::see_other(&format!("{}{door}", visit.lang.prefix())));
    };
    let next: String = form_urlencoded::byte_serialize(kept.address.as_bytes()).collect();
    let mut on = answer::see_other(&format!("{}{door}?lanjut={next}", visit.lang.prefix()));
    answer::put_notice(&visit.app.config, &mut on, notice);
    Ok(kept.mark(visit, on))
}

impl Visit {
    /// For text that takes no account: whoever has one agrees first to what holds now, and their form is kept meanwhile.
    /// `None`: nothing is due.
    pub async fn agree_first(&self, fields: &Fields) -> Outcome<Option<Response>> {
        match must_agree(self, true).await? {
            Some(path) => Ok(Some(keep_for(self, fields, (path, "saved-to-agree")).await?)),
            None => Ok(None),
        }
    }
}

fn refuse(who: Who, visit: &Visit) -> Option<Refusal> {
    if who.lets_in(&visit.visitor) {
        None
    } else if visit.visitor.signed_in.is_none() {
        Some(Refusal::SignInFirst)
    } else {
        Some(Refusal::NotAllowed("refusal-role"))
    }
}

const _: () = assert!(FORM_BYTES_MAX >= 64 * 1024, "a long story must fit into a form");
