//! What a failure looks like: a page in the visitor's language and in the house's hand.
use super::{
    Answer, Frame, Visit,
    answer::{self, Carried},
    parked::ParkedPage,
    thing,
};
use crate::{
    db::Trouble,
    feature::{Gallery, Sample},
    ids::short,
    measures::{self, MeasureKind},
    offences::Offence,
    refusal::{Failure, FieldErrors, Refusal},
};
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::any::Any;

/// What is in the way is gone by then.
const BUSY_RETRY_S: u64 = 5;

/// A page that says what happened and what to do.
#[derive(Template)]
#[template(path = "refusal.html")]
pub(super) struct RefusalPage {
    f: Frame,
    status: u16,
    heading: String,
    sentence: String,
    errors: Vec<(&'static str, String)>,
    /// Where more stands: path and the key of its words.
    more: Option<(&'static str, &'static str)>,
    /// Of a thing that changed meanwhile: its page.
    thing: Option<String>,
}

/// A page that says that it is our fault, with the number under which the operator finds it.
#[derive(Template)]
#[template(path = "fault.html")]
pub(super) struct FaultPage {
    f: Frame,
    number: String,
}

impl RefusalPage {
    pub(super) fn new(f: Frame, refusal: &Refusal) -> RefusalPage {
        let (status, heading, sentence) = match refusal {
            Refusal::NotFound => (404, "not-found-heading", f.t("not-found-text")),
            Refusal::Gone => (410, "gone-heading", f.t("gone-text")),
            Refusal::SignInFirst => (401, "sign-in-first-heading", f.t("sign-in-first-text")),
            Refusal::NotAllowed(key) => (403, "not-allowed-heading", f.t(key)),
            Refusal::Measured { kind, reason, until } => {
                let reason = f.t(&format!("offence-{reason}"));
                let values = [("reason", reason.as_str()), ("until", &f.moment(until))];
                let sentence = f.words.fill(&format!("measure-refusal-{kind}"), &values);
                (403, "measure-refusal-heading", sentence)
            }
            Refusal::Invalid(_) => (422, "invalid-heading", f.t("invalid-text")),
            Refusal::Conflict(key) => (409, "conflict-heading", f.t(key)),
            Refusal::TooMany { retry_after_s } => {
                let seconds = i64::try_from(*retry_after_s).unwrap_or(i64::MAX);
                (429, "too-many-heading", f.n("too-many-text", seconds))
            }
            Refusal::TooLarge { limit_bytes } => {
                let kilobytes = i64::try_from(limit_bytes / 1024).unwrap_or(i64::MAX);
                (413, "too-large-heading", f.n("too-large-text", kilobytes))
            }
            Refusal::Busy => (503, "busy-heading", f.t("busy-text")),
            Refusal::Malformed(key) => (400, "malformed-heading", f.t(key)),
        };
        let errors = match refusal {
            Refusal::Invalid(errors) => f.errors(errors),
            _ => vec![],
        };
        let heading = f.t(heading);
        let measured = matches!(refusal, Refusal::Measured { .. });
        RefusalPage {
            f: Frame { title: heading.clone(), noindex: true, ..f },
            status,
            heading,
            sentence,
            errors,
            more: measured.then_some((measures::PAGE, "measure-refusal-more")),
            thing: None,
        }
    }

    fn about(self, thing: Option<String>) -> RefusalPage {
        RefusalPage { thing, ..self }
    }
}

impl FaultPage {
    pub(super) fn new(f: Frame, number: String) -> FaultPage {
        FaultPage { f: Frame { title: f.t("fault-heading"), noindex: true, ..f }, number }
    }
}

/// Turns the failure that a response carries into its page; other responses pass.
pub(super) async fn render(visit: &Visit, mut response: Response) -> Response {
    match response.extensions_mut().remove::<Carried>() {
        None if is_about_the_address(&response) => refused(visit, &Refusal::NotFound).await,
        None => response,
        Some(Carried::Refused(refusal)) => refused(visit, &refusal).await,
        Some(Carried::Fault(error)) => match Trouble::of(&error) {
            Some(Trouble::Crossed | Trouble::Busy) => busy(visit, &error),
            Some(Trouble::Taken) | None => faulty(visit, &error),
        },
    }
}

/// Nobody's mistake. The page asks nothing of the database, which has enough to do.
fn busy(visit: &Visit, error: &anyhow::Error) -> Response {
    tracing::warn!(error = format!("{error:#}"), "a visitor was asked to come back");
    let page = RefusalPage::new(Frame::bare(visit, String::new()), &Refusal::Busy);
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let mut response =
        answer::html(visit, status, &page).unwrap_or_else(|_| status.into_response());
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(BUSY_RETRY_S));
    response
}

/// axum's own answer to an address whose id or number it cannot read: a plain English line. Ours are never plain.
fn is_about_the_address(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    response.status() == StatusCode::BAD_REQUEST
        && kind.is_some_and(|kind| kind.starts_with("text/plain"))
}

async fn refused(visit: &Visit, refusal: &Refusal) -> Response {
    let frame = match Frame::of(visit, String::new()).await {
        Ok(frame) => frame,
        Err(error) => return faulty(visit, &error),
    };
    let thing = match refusal {
        Refusal::Conflict(_) => thing::page_of(visit).await,
        _ => Ok(None),
    };
    let page = match thing {
        Ok(thing) => RefusalPage::new(frame, refusal).about(thing),
        Err(error) => return faulty(visit, &error),
    };
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::BAD_REQUEST);
    let mut response =
        answer::html(visit, status, &page).unwrap_or_else(|_| status.into_response());
    if let Refusal::TooMany { retry_after_s } = refusal {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*retry_after_s));
    }
    response
}

impl Visit {
    /// That someone else was quicker, with the way to the page of the thing, where its address does not tell it.
    pub async fn too_late(&self, key: &'static str, page: &str) -> Answer {
        let refusal = Refusal::Conflict(key);
        let frame = self.frame(String::new()).await?;
        let page = RefusalPage::new(frame, &refusal).about(Some(page.to_owned()));
        self.page_with(StatusCode::CONFLICT, &page)
    }
}

/// The one place where a fault is logged.
fn faulty(visit: &Visit, error: &anyhow::Error) -> Response {
    let number = short(visit.app.make_id::<crate::ids::EventId>().0);
    tracing::error!(number, error = format!("{error:#}"), "a request failed");
    let page = FaultPage::new(Frame::bare(visit, String::new()), number);
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    answer::html(visit, status, &page).unwrap_or_else(|_| status.into_response())
}

/// A bug in one request is that request's affair only.
pub(super) fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let said = panic.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without words");
    Failure::Fault(anyhow::anyhow!("a bug: {said}")).into_response()
}

fn measured(kind: MeasureKind, gallery: &Gallery) -> Refusal {
    Refusal::Measured { kind, reason: Offence::Slander, until: gallery.frame.now }
}

/// The pages of this crate with samples.
pub fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let refusals = [
        ("not-found", Refusal::NotFound),
        ("gone", Refusal::Gone),
        ("sign-in-first", Refusal::SignInFirst),
        ("not-allowed", Refusal::NotAllowed("refusal-role")),
        ("not-allowed-muted", measured(MeasureKind::Mute, gallery)),
        ("not-allowed-suspended", measured(MeasureKind::Suspend, gallery)),
        ("invalid", Refusal::Invalid(FieldErrors::one("name", "error-empty"))),
        ("conflict", Refusal::Conflict("refusal-not-yours")),
        ("too-many", Refusal::TooMany { retry_after_s: 12 }),
        ("too-large", Refusal::TooLarge { limit_bytes: super::FORM_BYTES_MAX }),
        ("busy", Refusal::Busy),
        ("malformed", Refusal::Malformed("refusal-broken-text")),
    ];
    let mut samples: Vec<Sample> = refusals
        .into_iter()
        .map(|(name, refusal)| {
            let thing = matches!(refusal, Refusal::Conflict(_)).then(|| "/laporan/7".to_owned());
            Sample::of(name, &RefusalPage::new(gallery.frame.clone(), &refusal).about(thing))
        })
        .collect();
    let fault = FaultPage::new(gallery.frame.clone(), "1h2j3k".to_owned());
    samples.push(Sample::of("fault", &fault));
    samples.push(Sample::of("parked", &ParkedPage::sample(gallery.frame.clone())));
    samples
}
