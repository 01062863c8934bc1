//! The desk of orders and requests of authorities, its form, one matter with its decision, and the public count by year.
use super::frame;
use crate::{
    actions::legal as deeds,
    legal::{self, LegalDraft, LegalMatter, MatterKind, MatterState, Verdict},
    store::{self, CountRow},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{LegalRequestId, PersonId},
    refusal::{FieldErrors, OrNotFound, Outcome},
    web::{Answer, Fields, Frame, Visit, once},
};
use jiff::SignedDuration;
use std::collections::HashMap;

const ROWS: i64 = 100;

/// The register, the first due first.
#[derive(Template)]
#[template(path = "pages/legal_list.html")]
pub(crate) struct LegalListPage {
    pub f: Frame,
    pub decided: bool,
    pub matters: Vec<LegalMatter>,
}

/// The form of a new matter.
#[derive(Template)]
#[template(path = "pages/legal_new.html")]
pub(crate) struct LegalNewPage {
    pub f: Frame,
    pub basis: String,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub form_key: String,
}

/// One matter.
#[derive(Template)]
#[template(path = "pages/legal.html")]
pub(crate) struct LegalPage {
    pub f: Frame,
    pub matter: LegalMatter,
    pub names: HashMap<PersonId, String>,
    pub basis: String,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// Numbers only, for everyone.
#[derive(Template)]
#[template(path = "pages/legal_counts.html")]
pub(crate) struct LegalCountsPage {
    pub f: Frame,
    pub years: Vec<(i16, Vec<CountRow>)>,
}

/// Class and words of how a matter stands.
pub(crate) fn standing(f: &Frame, matter: &LegalMatter) -> (&'static str, String) {
    let class = if matter.state == MatterState::Open { "wait" } else { "note" };
    (class, f.t(&format!("legal-state-{}", matter.state)))
}

/// Class and words of the time that is left; hours are few, so the last two press.
pub(crate) fn due(f: &Frame, matter: &LegalMatter) -> Option<(&'static str, String)> {
    matter.due_at.map(|due| f.due_within(&due, SignedDuration::from_hours(2)))
}

pub(crate) fn kind(f: &Frame, kind: &MatterKind) -> String {
    f.t(&format!("legal-kind-{kind}"))
}

impl LegalNewPage {
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (&'static str, String, String)> {
        MatterKind::ALL.iter().map(|kind| {
            let key = format!("legal-kind-{kind}");
            (kind.as_str(), self.f.t(&key), self.f.hint(&key))
        })
    }

    pub(crate) fn chose(&self, kind: &str) -> bool {
        self.fields.line("kind") == kind
    }
}

impl LegalPage {
    pub(crate) fn is_open(&self) -> bool {
        self.matter.state == MatterState::Open
    }

    pub(crate) fn asks_data(&self) -> bool {
        self.matter.kind == MatterKind::Data
    }

    pub(crate) fn was_late(&self) -> bool {
        !self.is_open() && self.matter.is_late(self.f.now)
    }

    pub(crate) fn name_of(&self, person: &PersonId) -> String {
        self.names.get(person).cloned().unwrap_or_else(|| self.f.t("person-gone"))
    }

    pub(crate) fn verdicts(&self) -> [(&'static str, String); 3] {
        ["followed", "partly", "refused"]
            .map(|state| (state, self.f.t(&format!("legal-state-{state}"))))
    }

    pub(crate) fn chose(&self, state: &str) -> bool {
        self.fields.line("state") == state
    }
}

impl LegalCountsPage {
    pub(crate) fn state(&self, row: &CountRow) -> String {
        self.f.t(&format!("legal-state-{}", row.state))
    }
}

/// GET /meja/perintah
pub async fn list(visit: Visit) -> Answer {
    let db = &visit.app.db;
    let decided = visit.query_value("lihat").as_deref() == Some("selesai");
    let matters = match decided {
        true => store::decided_matters(db, ROWS).await?,
        false => store::open_matters(db, ROWS).await?,
    };
    let f = frame(&visit, visit.words().t("legal-desk"), &FieldErrors::default()).await?;
    visit.page(&LegalListPage { f, decided, matters })
}

/// GET /meja/perintah/baru
pub async fn form(visit: Visit) -> Answer {
    let now = visit.app.config.zone.local(visit.app.now());
    let (day, time) = (now.date().to_string(), now.strftime("%H:%M").to_string());
    let fields = Fields::from_pairs(&[("day", day.as_str()), ("time", time.as_str())]);
    visit.page(&new_page(&visit, (fields, FieldErrors::default())).await?)
}

async fn new_page(visit: &Visit, (fields, errors): (Fields, FieldErrors)) -> Outcome<LegalNewPage> {
    let f = frame(visit, visit.words().t("legal-new"), &errors).await?;
    let basis = legal::rules(&visit.app)?.basis.clone();
    Ok(LegalNewPage { f, basis, fields, errors, form_key: once::fresh(visit) })
}

/// POST /meja/perintah/baru
pub async fn enter(visit: Visit, fields: Fields) -> Answer {
    let app = &visit.app;
    let when = (app.config.zone, app.now());
    match LegalDraft::read(&fields, legal::rules(app)?, when)? {
        Ok(draft) => {
            let path = entered(&visit, &fields, draft).await?;
            visit.go_with_notice(&path, "legal-entered")
        }
        Err(errors) => {
            let page = new_page(&visit, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Enters what the form says, once; where its page is.
async fn entered(visit: &Visit, fields: &Fields, draft: LegalDraft) -> Outcome<String> {
    let mut tx = visit.app.db.begin().await?;
    if let Some(path) = once::led_to(visit, &mut tx, fields).await? {
        return Ok(path);
    }
    let id = deeds::enter(&visit.app, &mut tx, visit.person()?, draft).await?;
    let path = format!("/meja/perintah/{id}");
    once::leads_to(visit, &mut tx, fields, &path).await?;
    tx.commit().await?;
    Ok(path)
}

/// GET /meja/perintah/{id}
pub async fn show(visit: Visit, Path(id): Path<LegalRequestId>) -> Answer {
    visit.page(&page(&visit, id, (Fields::default(), FieldErrors::default())).await?)
}

async fn page(
    visit: &Visit,
    id: LegalRequestId,
    (fields, errors): (Fields, FieldErrors),
) -> Outcome<LegalPage> {
    let app = &visit.app;
    let matter = store::matter(&app.db, id).await?.or_not_found()?;
    let people: Vec<PersonId> =
        [Some(matter.entered_by), matter.decided_by].into_iter().flatten().collect();
    let names = people::names(&app.db, &people).await?;
    let title = format!("{} {}", visit.words().t("legal-heading"), matter.number);
    let f = frame(visit, title, &errors).await?;
    let basis = legal::rules(app)?.basis.clone();
    Ok(LegalPage { f, matter, names, basis, fields, errors })
}

/// POST /meja/perintah/{id}
pub async fn decide(visit: Visit, Path(id): Path<LegalRequestId>, fields: Fields) -> Answer {
    let app = &visit.app;
    let matter = store::matter(&app.db, id).await?.or_not_found()?;
    let max = legal::text_max(legal::rules(app)?)?;
    match Verdict::read(&fields, max, matter.kind) {
        Ok(verdict) => {
            deeds::decide(app, visit.person()?, id, verdict).await?;
            visit.go_with_notice(&format!("/meja/perintah/{id}"), "legal-decided")
        }
        Err(errors) => {
            let page = page(&visit, id, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// GET /perintah-resmi
pub async fn counts(visit: Visit) -> Answer {
    let years = deeds::years(&visit.app).await?;
    let f = visit.frame(visit.words().t("legal-counts")).await?;
    visit.page(&LegalCountsPage { f, years })
}
