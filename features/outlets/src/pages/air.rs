//! Telling whether an outlet can be heard.
use super::{Badge, asked_to_manage};
use crate::{
    actions,
    outlet::{AirStatus, NewAiring},
    store::OutletRow,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    refusal::{FieldErrors, Outcome},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/air.html")]
pub(crate) struct AirPage {
    f: Frame,
    outlet: OutletRow,
    badge: Badge,
    fields: Fields,
    errors: FieldErrors,
}

/// GET /media-komunitas/{slug}/siaran
pub(crate) async fn air(visit: Visit, Path(slug): Path<String>) -> Answer {
    let outlet = asked_to_manage(&visit, &slug).await?;
    let today = visit.app.today().to_string();
    let fields = Fields::from_pairs(&[("status", outlet.status.as_str()), ("since", &today)]);
    let page = AirPage::of(&visit, outlet, fields).await?;
    visit.page(&page)
}

/// POST /media-komunitas/{slug}/siaran
pub(crate) async fn tell(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let outlet = asked_to_manage(&visit, &slug).await?;
    let mut errors = FieldErrors::default();
    let airing = NewAiring::read(&fields, &mut errors);
    if errors.is_empty() {
        actions::tell_airing(&visit.app, visit.person()?, outlet.id, &airing).await?;
        return visit.go_with_notice(&format!("/media-komunitas/{slug}"), "outlet-air-told");
    }
    let mut page = AirPage::of(&visit, outlet, fields).await?;
    page.f.count_errors(errors.0.len());
    page.errors = errors;
    visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

impl AirPage {
    async fn of(visit: &Visit, outlet: OutletRow, fields: Fields) -> Outcome<AirPage> {
        let f = visit.frame(visit.words().t("outlet-tell-air")).await?.about(&outlet.words.name);
        let errors = FieldErrors::default();
        Ok(AirPage { badge: Badge::of(&f, &outlet), outlet, fields, errors, f })
    }

    /// The three choices, in the words of this kind of outlet, and whether each is chosen.
    fn choices(&self) -> Vec<(AirStatus, Badge, bool)> {
        let chosen = self.fields.line("status");
        AirStatus::ALL
            .iter()
            .map(|status| {
                let then = OutletRow { status: *status, ..self.outlet.clone() };
                (*status, Badge::of(&self.f, &then), chosen == status.as_str())
            })
            .collect()
    }

    pub(crate) fn sample(f: Frame) -> AirPage {
        let outlet = OutletRow::sample(&f);
        let fields = Fields::from_pairs(&[("status", "silent"), ("since", "2026-11-08")]);
        let errors = FieldErrors::default();
        AirPage { badge: Badge::of(&f, &outlet), outlet, fields, errors, f }
    }

    pub(crate) fn sample_errors(f: Frame) -> AirPage {
        let mut errors = FieldErrors::one("status", "error-outlet-choose");
        errors.add("reason", "error-outlet-silent-reason");
        AirPage { errors, ..AirPage::sample(f) }
    }
}
