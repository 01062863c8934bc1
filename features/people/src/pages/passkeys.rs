//! Passkeys: what the page's script asks for, and the forms that it fills in.
use super::{enter, errors_or, frame, safe_path, second};
use crate::{
    actions::{self, Challenge, NewKey},
    passkey::Used,
};
use anyhow::Context;
use askama::Template;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::IntoResponse,
};
use base::{
    limits::Limited,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Visit, scripts},
};
use serde::Serialize;
use serde_json::json;

/// What asks the browser for a key; inlined in the pages that have such a button.
pub(crate) const SCRIPT: &str = scripts::PASSKEY;

pub(crate) fn page(visit: &Visit, status: StatusCode, page: &impl Template) -> Answer {
    visit.page_with_script(status, page, SCRIPT)
}

/// A refusal as a sentence that the script shows where the button is.
fn told(visit: &Visit, begun: Outcome<Challenge>) -> Answer {
    match begun {
        Ok(challenge) => answer(StatusCode::OK, &challenge),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let first = errors.0.first().map(|error| visit.words().error(error));
            answer(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "trouble": first }))
        }
        Err(Failure::Refused(Refusal::Conflict(key))) => {
            answer(StatusCode::CONFLICT, &json!({ "trouble": visit.words().t(key) }))
        }
        Err(failure) => Err(failure),
    }
}

fn answer(status: StatusCode, said: &impl Serialize) -> Answer {
    let body = serde_json::to_string(said).context("an answer as JSON")?;
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((status, headers, body).into_response())
}

/// POST /akun/kunci/sidik/mulai
pub(crate) async fn begin(visit: Visit, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    told(&visit, actions::begin_passkey(&visit.app, visit.person()?, password).await)
}

/// POST /akun/kunci/sidik
pub(crate) async fn add(visit: Visit, fields: Fields) -> Answer {
    let new = NewKey {
        ticket: fields.line("ticket"),
        client: fields.line("client"),
        data: fields.line("data"),
        name: fields.line("name"),
    };
    let added = actions::add_passkey(&visit.app, visit.person()?, &new, &visit.words()).await;
    match errors_or(added)? {
        Ok(codes) if codes.is_empty() => visit.go_with_notice("/akun/kunci", "passkey-added"),
        Ok(codes) => second::spare_codes_page(&visit, codes).await,
        Err(errors) => second::own_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

/// POST /akun/kunci/sidik/{id}/hapus
pub(crate) async fn end(visit: Visit, Path(id): Path<i64>, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    let (person, words) = (visit.person()?, visit.words());
    match errors_or(actions::end_passkey(&visit.app, person, (id, password), &words).await)? {
        Ok(()) => visit.go_with_notice("/akun/kunci", "passkey-ended"),
        Err(errors) => second::own_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

/// POST /masuk/sidik/mulai
pub(crate) async fn begin_entry(visit: Visit) -> Answer {
    visit.limit(Limited::Guess)?;
    told(&visit, actions::begin_passkey_entry(&visit.app).await)
}

/// POST /masuk/sidik
pub(crate) async fn sign_in(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let next = safe_path(Some(fields.line("next")));
    let used = Used {
        credential: fields.line("credential"),
        client: fields.line("client"),
        data: fields.line("data"),
        signature: fields.line("signature"),
    };
    let ticket = fields.line("ticket");
    let opened = actions::sign_in_passkey(&visit.app, &ticket, &used, &visit.browser).await;
    match errors_or(opened)? {
        Ok(token) => enter(&visit, visit.go(&next)?, &token).await,
        Err(_) => {
            let errors = FieldErrors::one("contact", "error-passkey");
            let f = frame(&visit, "sign-in").await?;
            super::door::again(&visit, f, errors, next)
        }
    }
}
