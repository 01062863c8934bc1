//! One record: closed, opened, changed, kept by others as well, erased.
use super::{list::ClosedView, new::attributions, titled};
use crate::{
    actions,
    informant::{Identity, Reading, Record},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    attribution::Attribution,
    ids::{InformantId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Frame, Visit},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "pages/show.html")]
pub(crate) struct ShowPage {
    pub f: Frame,
    pub one: ClosedView,
    /// Who they are, once it was opened.
    pub identity: Option<Identity>,
    pub keepers: Vec<PersonId>,
    pub readings: Vec<Reading>,
    pub names: HashMap<PersonId, String>,
    /// Of the form that changes an opened one, or names a keeper.
    pub fields: Fields,
    pub errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "pages/erase.html")]
pub(crate) struct ErasePage {
    pub f: Frame,
    pub one: ClosedView,
}

impl ShowPage {
    async fn load(
        visit: &Visit,
        id: InformantId,
        (identity, fields, errors): (Option<Identity>, Fields, FieldErrors),
    ) -> Outcome<ShowPage> {
        let db = &visit.app.db;
        let row = actions::found(db, visit.person_id()?, id).await?;
        let keepers = store::keepers(db, id).await?;
        let readings = store::readings(db, id).await?;
        let mut people: Vec<PersonId> = readings.iter().map(|reading| reading.person).collect();
        people.extend(&keepers);
        Ok(ShowPage {
            f: titled(visit, "informant-heading", &errors).await?,
            one: ClosedView::of(visit, row)?,
            names: people::names(db, &people).await?,
            identity,
            keepers,
            readings,
            fields,
            errors,
        })
    }

    fn attributions(&self) -> Vec<(Attribution, bool)> {
        attributions(&self.fields)
    }

    fn name(&self, person: &PersonId) -> String {
        self.names.get(person).cloned().unwrap_or_else(|| self.f.t("informant-keeper-gone"))
    }

    fn act(&self, reading: &Reading) -> String {
        self.f.t(&format!("informant-act-{}", reading.act))
    }

    /// Which text the form was made of; what was typed knows it better.
    fn version(&self) -> String {
        let typed = self.fields.line("version");
        if typed.is_empty() { self.one.row.version.to_string() } else { typed }
    }

    /// The form with the words is shown: it was opened, or what was typed into it is wrong.
    fn shows_words(&self) -> bool {
        self.identity.is_some() || self.fields.filled("version")
    }
}

/// GET /meja/narasumber/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<InformantId>) -> Answer {
    let closed = (None, Fields::default(), FieldErrors::default());
    let page = ShowPage::load(&visit, id, closed).await?;
    visit.page(&page)
}

/// POST /meja/narasumber/{id}/buka
pub(crate) async fn open(visit: Visit, Path(id): Path<InformantId>) -> Answer {
    let (_, record) = actions::open(&visit.app, visit.person_id()?, id).await?;
    let fields = record.fields();
    let opened = (Some(record.identity), fields, FieldErrors::default());
    let page = ShowPage::load(&visit, id, opened).await?;
    visit.page(&page)
}

/// POST /meja/narasumber/{id}
pub(crate) async fn change(visit: Visit, Path(id): Path<InformantId>, fields: Fields) -> Answer {
    let seen = fields.line("version").parse().unwrap_or(0);
    match Record::read(&fields, &visit.app.config.address) {
        Ok(record) => {
            actions::change(&visit.app, visit.person_id()?, (id, seen), &record).await?;
            visit.go_with_notice(&format!("/meja/narasumber/{id}"), "informant-changed")
        }
        Err(errors) => {
            let page = ShowPage::load(&visit, id, (None, fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// POST /meja/narasumber/{id}/penjaga
pub(crate) async fn name(visit: Visit, Path(id): Path<InformantId>, fields: Fields) -> Answer {
    let typed = fields.line("keeper");
    match actions::name_keeper(&visit.app, visit.person_id()?, id, &typed).await {
        Ok(()) => visit.go_with_notice(&format!("/meja/narasumber/{id}"), "informant-named"),
        Err(failure) => {
            let page = ShowPage::load(&visit, id, (None, fields, failure.of_form()?)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /meja/narasumber/{id}/hapus
pub(crate) async fn ask_erase(visit: Visit, Path(id): Path<InformantId>) -> Answer {
    let row = actions::found(&visit.app.db, visit.person_id()?, id).await?;
    (!row.is_erased()).then_some(()).or_not_found()?;
    let f = titled(&visit, "informant-erase", &FieldErrors::default()).await?;
    let one = ClosedView::of(&visit, row)?;
    visit.page(&ErasePage { f, one })
}

/// POST /meja/narasumber/{id}/hapus
pub(crate) async fn erase(visit: Visit, Path(id): Path<InformantId>) -> Answer {
    actions::erase(&visit.app, visit.person_id()?, id).await?;
    visit.go_with_notice("/meja/narasumber", "informant-erased")
}
