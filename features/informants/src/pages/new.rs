//! The form of a record, new or opened.
use super::titled;
use crate::{actions, informant::Record};
use askama::Template;
use axum::http::StatusCode;
use base::{
    attribution::Attribution,
    refusal::{FieldErrors, Outcome},
    web::{Answer, Fields, Frame, Visit, once},
};

#[derive(Template)]
#[template(path = "pages/new.html")]
pub(crate) struct NewPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub form_key: String,
}

impl NewPage {
    async fn load(visit: &Visit, fields: Fields, errors: FieldErrors) -> Outcome<NewPage> {
        let f = titled(visit, "informant-new", &errors).await?;
        Ok(NewPage { f, fields, errors, form_key: once::fresh(visit) })
    }

    fn attributions(&self) -> Vec<(Attribution, bool)> {
        attributions(&self.fields)
    }
}

/// Every way in which words may be used, and which is chosen.
pub(crate) fn attributions(fields: &Fields) -> Vec<(Attribution, bool)> {
    let chosen = Attribution::parse(&fields.line("attribution"));
    Attribution::ALL.iter().map(|one| (*one, Some(*one) == chosen)).collect()
}

/// GET /meja/narasumber/baru
pub(crate) async fn form(visit: Visit) -> Answer {
    let about = visit.query_value("tentang").unwrap_or_default();
    let fields = Fields::from_pairs(&[("about", &about)]);
    let page = NewPage::load(&visit, fields, FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /meja/narasumber/baru
pub(crate) async fn create(visit: Visit, fields: Fields) -> Answer {
    let record = match Record::read(&fields, &visit.app.config.address) {
        Ok(record) => record,
        Err(errors) => {
            let page = NewPage::load(&visit, fields, errors).await?;
            return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let mut tx = visit.app.db.begin().await?;
    let mut path = once::led_to(&visit, &mut tx, &fields).await?;
    if path.is_none() {
        let id = actions::record(&visit.app, &mut tx, visit.person_id()?, &record).await?;
        let there = format!("/meja/narasumber/{id}");
        once::leads_to(&visit, &mut tx, &fields, &there).await?;
        path = Some(there);
    }
    tx.commit().await?;
    visit.go_with_notice(&path.unwrap_or_default(), "informant-recorded")
}
