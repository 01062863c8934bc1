//! A forgotten password: ask for a code, or use a recovery code, and choose a new one.
use super::errors_or;
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
}

#[derive(Template)]
#[template(path = "pages/new_password.html")]
pub(crate) struct NewPasswordPage {
    f: Frame,
    errors: FieldErrors,
    /// Of the mailed code; empty: a recovery code is asked for, with the address or number.
    ticket: String,
    contact: String,
}

async fn frame(visit: &Visit) -> Outcome<Frame> {
    Ok(Frame { noindex: true, ..visit.frame(visit.words().t("recover-heading")).await? })
}

/// GET /pulihkan
pub(crate) async fn show(visit: Visit) -> Answer {
    let f = frame(&visit).await?;
    visit.page(&RecoverPage { f, errors: FieldErrors::default(), contact: String::new() })
}

/// POST /pulihkan
pub(crate) async fn send(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Account)?;
    let contact = fields.line("contact");
    let sent = actions::send_recovery(&visit.app, &contact, &visit.words()).await;
    match errors_or(sent)? {
        Ok(ticket) => visit.go(&format!("/pulihkan/kode?tiket={ticket}")),
        Err(errors) => {
            let page = RecoverPage { f: frame(&visit).await?, errors, contact };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /pulihkan/kode
pub(crate) async fn show_code(visit: Visit) -> Answer {
    let ticket = visit.query_value("tiket").or_not_found()?;
    let (f, contact) = (frame(&visit).await?, String::new());
    visit.page(&NewPasswordPage { f, errors: FieldErrors::default(), ticket, contact })
}

/// GET /pulihkan/tertulis
pub(crate) async fn show_written(visit: Visit) -> Answer {
    let (f, none) = (frame(&visit).await?, String::new());
    let errors = FieldErrors::default();
    visit.page(&NewPasswordPage { f, errors, ticket: none.clone(), contact: none })
}

/// POST /pulihkan/kode
pub(crate) async fn set(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let (ticket, contact) = (fields.line("ticket"), fields.line("contact"));
    let (code, password) = (fields.line("code"), fields.raw("new_password").unwrap_or_default());
    let done = if ticket.is_empty() {
        actions::recover_by_written_code(&visit.app, &contact, &code, password).await
    } else {
        actions::recover_by_code(&visit.app, &ticket, &code, password).await
    };
    match errors_or(done)? {
        Ok(()) => visit.go_with_notice("/masuk", "password-renewed"),
        Err(errors) => {
            let page = NewPasswordPage { f: frame(&visit).await?, errors, ticket, contact };
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
    };
    let by_code = NewPasswordPage {
        f: f(),
        errors: FieldErrors::one("new_password", "error-password-common"),
        ticket: "t".into(),
        contact: String::new(),
    };
    let written = NewPasswordPage {
        f: f(),
        errors: FieldErrors::default(),
        ticket: String::new(),
        contact: "0812 3456 789".into(),
    };
    vec![
        Sample::of("recover", &recover),
        Sample::of("recover-code", &by_code),
        Sample::of("recover-written", &written),
    ]
}
