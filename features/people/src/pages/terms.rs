//! Agreeing to a new version of the terms: what changed, and one tick.
use super::{errors_or, frame, safe_path};
use crate::actions;
use askama::Template;
use axum::http::StatusCode;
use base::{
    feature::{Gallery, Sample},
    jiff::Timestamp,
    refusal::{FieldErrors, Outcome},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/terms.html")]
pub(crate) struct TermsPage {
    f: Frame,
    errors: FieldErrors,
    /// The version that holds now.
    version: i64,
    /// The newest that was agreed to; 0: none.
    agreed: i64,
    /// Versions that came since, newest first: number, when, why (the house's own language).
    news: Vec<(i64, Timestamp, String)>,
    next: String,
}

impl TermsPage {
    async fn of(visit: &Visit, errors: FieldErrors, next: String) -> Outcome<TermsPage> {
        let db = &visit.app.db;
        let agreed = actions::agreed_version(db, visit.person_id()?).await?;
        let news = house::terms_after(db, agreed).await?;
        Ok(TermsPage {
            f: frame(visit, "terms-heading").await?,
            errors,
            version: house::terms_version(db).await?,
            agreed,
            news: news.into_iter().filter_map(|v| Some((v.version, v.at, v.why?))).collect(),
            next,
        })
    }
}

/// GET /akun/syarat
pub(crate) async fn show(visit: Visit) -> Answer {
    let next = safe_path(visit.query_value("lanjut"));
    visit.page(&TermsPage::of(&visit, FieldErrors::default(), next).await?)
}

/// POST /akun/syarat
pub(crate) async fn agree(visit: Visit, fields: Fields) -> Answer {
    let next = safe_path(Some(fields.line("next")));
    let said = (fields.ticked("agrees"), fields.line("version").parse().unwrap_or(0));
    match errors_or(actions::agree(&visit.app, visit.person()?, said).await)? {
        // What was kept on the way here has a page of its own, with its own sentence.
        Ok(()) if next != "/" => visit.go(&next),
        Ok(()) => visit.go_with_notice("/akun", "terms-agreed"),
        Err(errors) => {
            let page = TermsPage::of(&visit, errors, next).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

pub(crate) fn gallery(gallery: &Gallery) -> Vec<Sample> {
    let page = |errors, agreed| TermsPage {
        f: gallery.titled("Syarat"),
        errors,
        version: 3,
        agreed,
        news: vec![(3, gallery.frame.now, "Menambah lisensi foto".to_owned())],
        next: "/lanjutkan?kunci=contoh".to_owned(),
    };
    vec![
        Sample::of("terms", &page(FieldErrors::default(), 2)),
        Sample::of("terms-never", &page(FieldErrors::one("agrees", "error-agree-again"), 0)),
        Sample::of("terms-agreed", &page(FieldErrors::default(), 3)),
    ]
}
