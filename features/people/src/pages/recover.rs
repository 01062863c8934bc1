//! A forgotten password: ask for a code, or use a recovery code, and choose a new one.
use super::{errors_or, frame as titled, safe_path, with_next};
use crate::actions;
use askama::Template;
use axum::http::StatusCode;
use base::{
    feature::{Gallery, Sample},
    limits::Limited,
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/recover.html")]
pub(crate) struct RecoverPage {
    f: Frame,
    errors: FieldErrors,
    contact: String,
    /// Where the visitor wanted to go.
    next: String,
}

impl RecoverPage {
    fn written(&self) -> String {
        self.f.url(&with_next("/pulihkan/tertulis", &self.next))
    }
}

#[derive(Template)]
#[template(path = "pages/new_password.html")]
pub(crate) struct NewPasswordPage {
    f: Frame,
    errors: FieldErrors,
    /// Of the mailed code; empty: a recovery code is asked for, with the address or number.
    ticket: String,
    contact: String,
    next: String,
}

async fn frame(visit: &Visit) -> Outcome<Frame> {
    titled(visit, "recover-heading").await
}

/// GET /pulihkan
pub(crate) async fn show(visit: Visit) -> Answer {
    let (f, next) = (frame(&visit).await?, safe_path(visit.query_value("lanjut")));
    visit.page(&RecoverPage { f, errors: FieldErrors::default(), contact: String::new(), next })
}

/// POST /pulihkan
pub(crate) async fn send(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Account)?;
    let (contact, next) = (fields.line("contact"), safe_path(Some(fields.line("next"))));
    let sent = actions::send_recovery(&visit.app, &contact, &visit.words()).await;
    match errors_or(sent)? {
        Ok(ticket) => visit.go(&with_next(&format!("/pulihkan/kode?tiket={ticket}"), &next)),
        Err(errors) => {
            let page = RecoverPage { f: frame(&visit).await?, errors, contact, next };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /pulihkan/kode
pub(crate) async fn show_code(visit: Visit) -> Answer {
    let ticket = visit.query_value("tiket").or_not_found()?;
    new_password_page(&visit, ticket).await
}

/// GET /pulihkan/tertulis
pub(crate) async fn show_written(visit: Visit) -> Answer {
    new_password_page(&visit, String::new()).await
}

async fn new_password_page(visit: &Visit, ticket: String) -> Answer {
    let next = safe_path(visit.query_value("lanjut"));
    let key = if ticket.is_empty() { "recover-written-heading" } else { "recover-heading" };
    let (f, errors, contact) = (titled(visit, key).await?, FieldErrors::default(), String::new());
    visit.page(&NewPasswordPage { f, errors, ticket, contact, next })
}

/// POST /pulihkan/kode
pub(crate) async fn set(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let (ticket, contact) = (fields.line("ticket"), fields.line("contact"));
    let next = safe_path(Some(fields.line("next")));
    let (code, password) = (fields.line("code"), fields.raw("new_password").unwrap_or_default());
    let (app, words) = (&visit.app, visit.words());
    let done = if ticket.is_empty() {
        actions::recover_by_written_code(app, (&contact, &code), password, &words).await
    } else {
        actions::recover_by_code(app, (&ticket, &code), password, &words).await
    };
    match errors_or(done)? {
        Ok(()) => visit.go_with_notice(&with_next("/masuk", &next), "password-renewed"),
        Err(errors) => {
            let f = frame(&visit).await?;
            let page = NewPasswordPage { f, errors, ticket, contact, next };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Pulihkan akun");
    let recover = RecoverPage {
        f: f(),
        errors: FieldErrors::one("contact", "error-email"),
        contact: "sari".into(),
        next: "/".into(),
    };
    let by_code = NewPasswordPage {
        f: f(),
        errors: FieldErrors::one("new_password", "error-password-common"),
        ticket: "t".into(),
        contact: String::new(),
        next: "/".into(),
    };
    let written = NewPasswordPage {
        f: f(),
        errors: FieldErrors::default(),
        ticket: String::new(),
        contact: "0812 3456 789".into(),
        next: "/".into(),
    };
    vec![
        Sample::of("recover", &recover),
        Sample::of("recover-code", &by_code),
        Sample::of("recover-written", &written),
    ]
}
