//! Taking one's own data along, and ending one's account.
use super::{errors_or, frame};
use crate::{
    actions,
    own_data::{OwnData, OwnTable},
};
use anyhow::Context;
use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base::{
    feature::{Gallery, Sample},
    ids::PersonId,
    refusal::FieldErrors,
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/own_data.html")]
pub(crate) struct OwnDataPage {
    f: Frame,
    errors: FieldErrors,
}

/// The file itself: a page that opens without the house.
#[derive(Template)]
#[template(path = "pages/own_data_file.html")]
pub(crate) struct OwnDataFile {
    f: Frame,
    data: OwnData,
    json: String,
}

#[derive(Template)]
#[template(path = "pages/end_account.html")]
pub(crate) struct EndAccountPage {
    f: Frame,
    errors: FieldErrors,
    days: i64,
    proof_years: i64,
}

/// GET /akun/data
pub(crate) async fn show(visit: Visit) -> Answer {
    let f = frame(&visit, "own-data-heading").await?;
    visit.page(&OwnDataPage { f, errors: FieldErrors::default() })
}

/// POST /akun/data
pub(crate) async fn take(visit: Visit, fields: Fields) -> Answer {
    let password = fields.raw("password").unwrap_or_default();
    let f = frame(&visit, "own-data-heading").await?;
    match errors_or(actions::own_data(&visit.app, visit.person()?, password).await)? {
        Ok(data) if fields.line("as") == "json" => {
            let json = serde_json::to_string_pretty(&data).context("own data as JSON")?;
            Ok(file("application/json", "data-saya.json", json))
        }
        Ok(data) => {
            let page = OwnDataFile::of(f, data)?;
            let html = page.render().context("own data as a page")?;
            Ok(file("text/html; charset=utf-8", "data-saya.html", html))
        }
        Err(errors) => {
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &OwnDataPage { f, errors })
        }
    }
}

impl OwnDataFile {
    fn of(f: Frame, data: OwnData) -> anyhow::Result<OwnDataFile> {
        // Inside a script element nothing may end it.
        let json = serde_json::to_string(&data)?.replace('<', "\\u003c");
        Ok(OwnDataFile { f, data, json })
    }
}

/// A file to keep, never shown in the browser's window and never stored on the way.
fn file(kind: &'static str, name: &str, body: String) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// GET /akun/hapus
pub(crate) async fn show_end(visit: Visit) -> Answer {
    end_page(&visit, StatusCode::OK, FieldErrors::default()).await
}

async fn end_page(visit: &Visit, status: StatusCode, errors: FieldErrors) -> Answer {
    let page = EndAccountPage {
        f: frame(visit, "end-account").await?,
        errors,
        days: actions::rule(&visit.app, "account-wait-days")?,
        proof_years: actions::rule(&visit.app, "consent-proof-years")?,
    };
    visit.page_with(status, &page)
}

/// POST /akun/hapus
pub(crate) async fn end(visit: Visit, fields: Fields) -> Answer {
    let typed = (fields.raw("password").unwrap_or_default(), &visit.words());
    match errors_or(actions::ask_to_end(&visit.app, visit.person()?, typed).await)? {
        Ok(_) => Ok(visit.with_session(visit.go_with_notice("/", "account-ends")?, None)),
        Err(errors) => end_page(&visit, StatusCode::UNPROCESSABLE_ENTITY, errors).await,
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let f = || gallery.titled("Data saya");
    let wrong = || FieldErrors::one("password", "error-old-password");
    let row = |id: i64| {
        let values = [("at", "2026-11-24T10:00:00+08:00".into()), ("id", id.into())];
        values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    };
    let table = OwnTable {
        table: "comments".into(),
        columns: vec!["at".into(), "id".into()],
        rows: vec![row(1), row(2)],
    };
    let data = OwnData {
        house: "Suara Tirtawana".into(),
        made_at: gallery.frame.now,
        person: PersonId(1),
        tables: vec![table],
    };
    let end = |errors| EndAccountPage { f: f(), errors, days: 7, proof_years: 5 };
    let mut samples = vec![
        Sample::of("own-data", &OwnDataPage { f: f(), errors: FieldErrors::default() }),
        Sample::of("own-data-wrong", &OwnDataPage { f: f(), errors: wrong() }),
        Sample::of("end-account", &end(FieldErrors::default())),
        Sample::of("end-account-wrong", &end(wrong())),
    ];
    samples.extend(OwnDataFile::of(f(), data).map(|file| Sample::of("own-data-file", &file)));
    samples
}
