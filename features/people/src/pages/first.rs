//! The first administrator's one page.
use super::{enter, errors_or, frame};
use crate::actions::{self, FirstDraft};
use askama::Template;
use axum::http::StatusCode;
use base::{
    feature::{Gallery, Sample},
    limits::Limited,
    refusal::{FieldErrors, OrNotFound},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/first.html")]
pub(crate) struct FirstPage {
    f: Frame,
    errors: FieldErrors,
    key: String,
    /// Not `name`: in a form's macro that is the field's own.
    called: String,
    email: String,
}

/// GET /pengelola/pertama
pub(crate) async fn show(visit: Visit) -> Answer {
    let key = visit.query_value("kunci").or_not_found()?;
    actions::first_link_works(&visit.app, &key).await?.then_some(()).or_not_found()?;
    let f = frame(&visit, "first-heading").await?;
    let (called, email) = (String::new(), String::new());
    visit.page(&FirstPage { f, errors: FieldErrors::default(), key, called, email })
}

/// POST /pengelola/pertama
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    visit.limit(Limited::Guess)?;
    let key = fields.line("key");
    let draft = FirstDraft {
        name: fields.line("name"),
        email: fields.line("email"),
        password: fields.raw("password").unwrap_or_default().to_owned(),
    };
    let made = actions::become_first_administrator(&visit.app, &key, &draft, &visit.browser).await;
    match errors_or(made)? {
        Ok(token) => {
            let on = visit.go_with_notice("/pengelola", "first-administrator")?;
            enter(&visit, on, &token).await
        }
        Err(errors) => {
            let f = frame(&visit, "first-heading").await?;
            let page = FirstPage { f, errors, key, called: draft.name, email: draft.email };
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let page = FirstPage {
        f: gallery.titled("Pengelola pertama"),
        errors: FieldErrors::one("password", "error-password-short"),
        key: "k".into(),
        called: "Ketut".into(),
        email: "ketut@suara.example".into(),
    };
    vec![Sample::of("first", &page)]
}
