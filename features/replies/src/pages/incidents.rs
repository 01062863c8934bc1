//! Legal incidents: those on which somebody is named, the form that opens one, one with what was done.
use super::titled;
use crate::{
    actions,
    incident::{Incident, IncidentDeed, IncidentKind, IncidentNote, IncidentStep, NewIncident},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    ids::{IncidentId, PersonId},
    jiff::civil::Date,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit, once},
};
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "pages/incidents.html")]
pub(crate) struct IncidentsPage {
    pub f: Frame,
    pub incidents: Vec<Incident>,
}

#[derive(Template)]
#[template(path = "pages/incident_new.html")]
pub(crate) struct IncidentNewPage {
    pub f: Frame,
    pub fields: Fields,
    pub errors: FieldErrors,
    pub form_key: String,
}

#[derive(Template)]
#[template(path = "pages/incident.html")]
pub(crate) struct IncidentPage {
    pub f: Frame,
    pub incident: Incident,
    pub notes: Vec<IncidentNote>,
    pub named: Vec<PersonId>,
    pub names: HashMap<PersonId, String>,
    pub fields: Fields,
    pub errors: FieldErrors,
}

/// GET /meja/perkara
pub(crate) async fn list(visit: Visit) -> Answer {
    let incidents = store::incidents_for(&visit.app.db, visit.person_id()?).await?;
    let heading = visit.words().t("incident-desk");
    let f = titled(&visit, heading, &FieldErrors::default()).await?;
    visit.page(&IncidentsPage { f, incidents })
}

/// GET /meja/perkara/baru
pub(crate) async fn form(visit: Visit) -> Answer {
    let page = IncidentNewPage::load(&visit, (Fields::default(), FieldErrors::default())).await?;
    visit.page(&page)
}

/// POST /meja/perkara/baru
pub(crate) async fn open(visit: Visit, fields: Fields) -> Answer {
    let today = visit.app.today();
    let new = match NewIncident::read(&fields, today) {
        Ok(new) => new,
        Err(errors) => {
            let page = IncidentNewPage::load(&visit, (fields, errors)).await?;
            return visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let mut tx = visit.app.db.begin().await?;
    let mut path = once::led_to(&visit, &mut tx, &fields).await?;
    if path.is_none() {
        let id = actions::open_incident(&visit.app, &mut tx, visit.person()?, &new).await?;
        let there = format!("/meja/perkara/{id}");
        once::leads_to(&visit, &mut tx, &fields, &there).await?;
        path = Some(there);
    }
    tx.commit().await?;
    visit.go_with_notice(&path.unwrap_or_default(), "incident-opened")
}

/// GET /meja/perkara/{id}
pub(crate) async fn show(visit: Visit, Path(id): Path<IncidentId>) -> Answer {
    let typed = (Fields::default(), FieldErrors::default());
    let page = IncidentPage::load(&visit, id, typed).await?;
    visit.page(&page)
}

/// POST /meja/perkara/{id}
pub(crate) async fn act(visit: Visit, Path(id): Path<IncidentId>, fields: Fields) -> Answer {
    let done = match IncidentDeed::read(&fields) {
        Ok(deed) => actions::keep_incident(&visit.app, visit.person_id()?, id, &deed).await,
        Err(errors) => Err(Refusal::Invalid(errors).into()),
    };
    match done {
        Ok(()) => visit.go_with_notice(&format!("/meja/perkara/{id}"), "reply-noted"),
        Err(Failure::Refused(Refusal::Invalid(errors))) => {
            let page = IncidentPage::load(&visit, id, (fields, errors)).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(failure) => Err(failure),
    }
}

/// The word for a kind.
fn kind(f: &Frame, incident: &Incident) -> String {
    f.t(&format!("incident-kind-{}", incident.kind))
}

fn day(f: &Frame, day: &Date) -> String {
    f.words.day_month_year(*day)
}

impl IncidentNewPage {
    async fn load(
        visit: &Visit,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<IncidentNewPage> {
        let f = titled(visit, visit.words().t("incident-new"), &errors).await?;
        Ok(IncidentNewPage { f, fields, errors, form_key: once::fresh(visit) })
    }

    fn kinds(&self) -> &'static [IncidentKind] {
        IncidentKind::ALL
    }

    fn chosen(&self, kind: &IncidentKind) -> bool {
        self.fields.line("kind") == kind.as_str()
    }
}

impl IncidentPage {
    async fn load(
        visit: &Visit,
        id: IncidentId,
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<IncidentPage> {
        let db = &visit.app.db;
        let incident = actions::incident(&visit.app, visit.person_id()?, id).await?;
        let named = store::named_on(db, id).await?;
        Ok(IncidentPage {
            f: titled(visit, visit.words().t("incident-heading"), &errors).await?,
            notes: store::incident_steps(db, id).await?,
            names: people::names(db, &named).await?,
            named,
            incident,
            fields,
            errors,
        })
    }

    fn name(&self, person: &PersonId) -> String {
        self.names.get(person).cloned().unwrap_or_else(|| self.f.t("incident-somebody"))
    }

    /// What the form offers; what ended takes notes and names only.
    fn steps(&self) -> Vec<IncidentStep> {
        let offered = IncidentStep::ALL.iter().copied();
        let open = self.incident.ended_at.is_none();
        let always = |step: &IncidentStep| {
            matches!(step, IncidentStep::Noted | IncidentStep::Named)
                || (open && *step != IncidentStep::Opened)
        };
        offered.filter(always).collect()
    }

    fn chosen(&self, step: &IncidentStep) -> bool {
        self.fields.line("step") == step.as_str()
    }
}
