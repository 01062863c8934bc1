//! One request as a handler sees it: who asks, in which language, for what, since when.
use super::{Answer, Frame, answer};
use crate::{
    app::App,
    ids::PersonId,
    languages::{Lang, Words},
    limits::{Limited, network_of},
    refusal::{Outcome, Refusal},
    visitor::{SignedIn, Visitor},
};
use askama::Template;
use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use std::{convert::Infallible, net::IpAddr, time::Instant};

/// When the request came in, before anything was done for it.
#[derive(Clone, Copy)]
pub(super) struct Started(pub Instant);

/// The language that stood before the path.
#[derive(Clone, Copy)]
pub(super) struct Spoken(pub Lang);

/// The visitor's network address, for rate limits only; never logged, never stored.
#[derive(Clone, Copy)]
pub struct PeerAddress(pub IpAddr);

/// Takes the place of arguments that every handler needs.
#[derive(Clone)]
pub struct Visit {
    pub app: App,
    pub visitor: Visitor,
    pub lang: Lang,
    /// Without the language before it.
    pub path: String,
    pub query: String,
    pub(super) started: Instant,
    pub(super) address: Option<IpAddr>,
    /// What tells the browser whose forms were kept; see `parked`.
    pub(super) keeps_forms: Option<String>,
    /// What the last act left to say, once: a locale key without `notice-`.
    pub(super) notice: Option<String>,
    /// What tells a browser that someone signed in with before, also after they signed out; see `with_device`.
    pub device: Option<String>,
    /// What the browser calls itself, cut short: shown to its owner in the list of sessions.
    pub browser: String,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Visit::of(app, parts))
    }
}

impl OptionalFromRequestParts<App> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Infallible> {
        Ok(Some(Visit::of(app, parts)))
    }
}

impl Visit {
    pub(super) fn of(app: &App, parts: &Parts) -> Visit {
        let about = &parts.extensions;
        let browser = parts.headers.get("user-agent").and_then(|value| value.to_str().ok());
        Visit {
            app: app.clone(),
            visitor: about.get::<Visitor>().cloned().unwrap_or_default(),
            lang: about.get::<Spoken>().map_or(Lang::INDONESIAN, |spoken| spoken.0),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            started: about.get::<Started>().map_or_else(Instant::now, |started| started.0),
            address: about.get::<PeerAddress>().map(|peer| peer.0),
            notice: answer::cookie(&parts.headers, &app.config, answer::NOTICE),
            keeps_forms: answer::cookie(&parts.headers, &app.config, answer::KEPT_FORMS),
            device: answer::cookie(&parts.headers, &app.config, answer::DEVICE),
            browser: super::clean_line(browser.unwrap_or_default()).chars().take(120).collect(),
        }
    }

    pub fn words(&self) -> Words {
        self.app.words(self.lang)
    }

    /// The person who is signed in. Routes for members have let nobody else through.
    pub fn person(&self) -> Outcome<&SignedIn> {
        self.visitor.signed_in.as_ref().ok_or(Refusal::SignInFirst.into())
    }

    pub fn person_id(&self) -> Outcome<PersonId> {
        Ok(self.person()?.id)
    }

    /// Counts this act against the visitor's allowance.
    pub fn limit(&self, kind: Limited) -> Outcome<()> {
        self.count(kind, "")
    }

    /// Counts a form. Each kind of deed, the first word of its route, has an allowance of its own: who commented a lot
    /// may still flag.
    pub(super) fn limit_writing(&self, route: &str) -> Outcome<()> {
        self.count(Limited::Write, route.split('/').nth(1).unwrap_or_default())
    }

    /// Who is signed in is counted by account and nobody else's act by it: a village may stand behind one address.
    fn count(&self, kind: Limited, deed: &str) -> Outcome<()> {
        let mut who = match self.visitor.id() {
            Some(person) => format!("person {person} ").into_bytes(),
            None => network_of(self.address),
        };
        who.extend_from_slice(deed.as_bytes());
        self.app.limits.count(kind, &who, (&self.app.clock, &self.app.random))?;
        Ok(())
    }

    /// Everything around a page's content. `title` is plain text.
    pub async fn frame(&self, title: impl Into<String>) -> Outcome<Frame> {
        Ok(Frame::of(self, title.into()).await?)
    }

    /// A parameter of the address's query.
    pub fn query_value(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| super::clean_line(&value))
    }

    /// A finished page, with the honest time that it took written into its footer.
    pub fn page(&self, page: &impl Template) -> Answer {
        self.page_with(StatusCode::OK, page)
    }

    pub fn page_with(&self, status: StatusCode, page: &impl Template) -> Answer {
        answer::html(self, status, page)
    }

    /// 301: it stands at another path of this site for good, in the visitor's language.
    pub fn moved(&self, path: &str) -> Answer {
        let place = format!("{}{path}", self.lang.prefix());
        Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, place)]).into_response())
    }

    /// A path with the query of this request.
    pub fn with_query(&self, path: &str) -> String {
        if self.query.is_empty() { path.to_owned() } else { format!("{path}?{}", self.query) }
    }

    /// 303 to a path of this site in the visitor's language, so that reloading does not send again.
    pub fn go(&self, path: &str) -> Answer {
        Ok(answer::see_other(&format!("{}{path}", self.lang.prefix())))
    }

    /// The same, with a sentence to show there once: `notice` is a locale key `notice-…`.
    pub fn go_with_notice(&self, path: &str, notice: &str) -> Answer {
        Ok(self.with_notice(self.go(path)?, notice))
    }

    /// Leaves a sentence for the next page; of several the last is said.
    pub fn with_notice(&self, mut on: Response, notice: &str) -> Response {
        answer::put_notice(&self.app.config, &mut on, notice);
        on
    }
}
