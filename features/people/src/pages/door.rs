//! Signing in and out.
use super::{enter, errors_or, frame, passkeys, safe_path, with_next};
use crate::actions::{self, Entry};
use askama::Template;
use axum::http::StatusCode;
use base::{
    feature::{Gallery, Sample},
    limits::Limited,
    refusal::FieldErrors,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
pub(crate) struct SignInPage {
    f: Frame,
    errors: FieldErrors,
    contact: String,
    /// Where to go afterwards.
    next: String,
}

impl SignInPage {
    /// A link that remembers it too.
    fn on(&self, path: &str) -> String {
        self.f.url(&with_next(path, &self.next))
    }
}

/// GET /masuk
pub(crate) async fn show(visit: Visit) -> Answer {
    let next = safe_path(visit.query_value("lanjut"));
    if visit.visitor.signed_in.is_some() {
        return visit.go(&next);
    }
    let f = frame(&visit, "sign-in").await?;
    passkeys::page(
        &visit,
        StatusCode::OK,
        &SignInPage { f, errors: FieldErrors::default(), contact: String::new(), next },
    )
}

/// The door again, with what went wrong with a key.
pub(crate) fn again(visit: &Visit, f: Frame, errors: FieldErrors, next: String) -> Answer {
    let page = SignInPage { f, errors, contact: String::new(), next };
    passkeys::page(visit, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// POST /masuk
pub(crate) async fn sign_in(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let (contact, next) = (fields.line("contact"), safe_path(Some(fields.line("next"))));
    let password = fields.raw("password").unwrap_or_default();
    let signed_in = actions::sign_in(&visit.app, &contact, password, &visit.browser).await;
    match errors_or(signed_in)? {
        Ok(Entry::Open(token)) => enter(&visit, visit.go(&next)?, &token).await,
        Ok(Entry::AskSecond(ticket)) => {
            visit.go(&with_next(&format!("/masuk/kunci?tiket={ticket}"), &next))
        }
        Err(errors) => {
            let page = SignInPage { f: frame(&visit, "sign-in").await?, errors, contact, next };
            passkeys::page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// POST /keluar
pub(crate) async fn sign_out(visit: Visit) -> Answer {
    if let Some(person) = &visit.visitor.signed_in {
        actions::end_session(&visit.app, person, person.session).await?;
    }
    Ok(visit.with_session(visit.go_with_notice("/", "signed-out")?, None))
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let page = |errors| SignInPage {
        f: gallery.titled("Masuk"),
        errors,
        contact: "sari@suara.example".to_owned(),
        next: "/".to_owned(),
    };
    let wrong = FieldErrors::one("contact", "error-sign-in");
    vec![
        Sample::of("sign-in", &page(FieldErrors::default())),
        Sample::of("sign-in-wrong", &page(wrong)),
    ]
}
