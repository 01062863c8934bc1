//! What an administrator keeps of a body: places of service, services, offices and those who hold them.
use super::{asked, form::date, period::period, promises::Promises, with_errors};
use crate::{
    actions,
    affairs::{affair_key, affairs},
    agency::Agency,
    office::{NewTerm, Office, Term},
    services::{NewService, NewUnit, Service, ServiceUnit},
    store,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    jiff::civil::Date,
    refusal::{FieldErrors, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/manage.html")]
pub(crate) struct ManagePage {
    pub f: Frame,
    pub agency: Agency,
    pub fields: Fields,
    pub errors: FieldErrors,
    /// The closed ones last.
    pub units: Vec<ServiceUnit>,
    /// The ended ones last.
    pub services: Vec<Service>,
    pub offices: Vec<Office>,
    pub terms: Vec<Term>,
    pub promises: Promises,
    pub officers: usize,
    /// Keys of all affairs.
    pub affairs: Vec<String>,
}

/// GET /pengelola/instansi/{slug}
pub(crate) async fn manage(visit: Visit, Path(slug): Path<String>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let page = ManagePage::new(&visit, agency, Fields::default(), FieldErrors::default()).await?;
    visit.page(&page)
}

/// POST /pengelola/instansi/{slug}/unit
pub(crate) async fn open_unit(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let done = actions::open_unit(&visit.app, visit.person()?, new_unit(&agency, &fields)).await;
    answer(&visit, agency, fields, (done, "agency-unit-added", "unit-layanan")).await
}

pub(super) fn new_unit(agency: &Agency, fields: &Fields) -> NewUnit {
    NewUnit {
        agency: agency.id,
        name: fields.line("unit_name"),
        address: line(fields, "unit_address"),
        hours: line(fields, "unit_hours"),
    }
}

/// POST /pengelola/instansi/{slug}/layanan
pub(crate) async fn offer_service(
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let new = new_service(&agency, &fields);
    let done = actions::offer_service(&visit.app, visit.person()?, new).await;
    answer(&visit, agency, fields, (done, "agency-service-added", "layanan")).await
}

pub(super) fn new_service(agency: &Agency, fields: &Fields) -> NewService {
    NewService {
        agency: agency.id,
        name: fields.line("service_name"),
        unit: fields.line("unit").parse().ok(),
        affair: line(fields, "affair"),
    }
}

/// POST /pengelola/instansi/{slug}/jabatan
pub(crate) async fn open_office(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let office = (agency.id, fields.line("office_title"));
    let done = actions::open_office(&visit.app, visit.person()?, (office.0, &office.1)).await;
    answer(&visit, agency, fields, (done, "agency-office-added", "jabatan")).await
}

/// POST /pengelola/instansi/{slug}/pejabat
pub(crate) async fn note_term(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let done = note_from(&visit, &agency, &fields).await;
    answer(&visit, agency, fields, (done, "agency-term-noted", "jabatan")).await
}

async fn note_from(visit: &Visit, agency: &Agency, fields: &Fields) -> Outcome<()> {
    let mut errors = FieldErrors::default();
    let new = new_term(fields, &mut errors);
    errors.check()?;
    let Ok(office) = fields.line("office").parse() else {
        return Err(Refusal::Invalid(FieldErrors::one("office", "error-choose")).into());
    };
    actions::note_term(&visit.app, visit.person()?, (agency.id, office), new).await
}

pub(super) fn new_term(fields: &Fields, errors: &mut FieldErrors) -> NewTerm {
    NewTerm {
        name: fields.line("holder"),
        person: None,
        from: date(fields, "from", errors),
        to: date(fields, "to", errors),
        known_on: date(fields, "known_on", errors),
        source: line(fields, "term_source"),
    }
}

/// Back to the page with a notice, or the page again with what was wrong.
async fn answer(
    visit: &Visit,
    agency: Agency,
    fields: Fields,
    (done, notice, anchor): (Outcome<()>, &str, &str),
) -> Answer {
    match done {
        Ok(()) => {
            let path = format!("/pengelola/instansi/{}#{anchor}", agency.slug);
            visit.go_with_notice(&path, notice)
        }
        Err(failure) => {
            let errors = failure.of_form()?;
            let page = ManagePage::new(visit, agency, fields, errors).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

/// Each field of the page with the key of its label.
pub(super) const LABELS: [(&str, &str); 15] = [
    ("office_title", "agency-field-office"),
    ("office", "office-title"),
    ("holder", "agency-field-holder"),
    ("from", "agency-field-term-from"),
    ("to", "agency-field-term-to"),
    ("known_on", "agency-field-known"),
    ("term_source", "agency-field-source"),
    ("service_name", "agency-field-service"),
    ("unit", "agency-field-unit"),
    ("affair", "agency-field-affair"),
    ("ended_on", "agency-field-closed"),
    ("unit_name", "agency-field-unit-name"),
    ("unit_address", "agency-field-address"),
    ("unit_hours", "agency-field-hours"),
    ("closed_on", "agency-field-closed"),
];

fn line(fields: &Fields, name: &str) -> Option<String> {
    Some(fields.line(name)).filter(|line| !line.is_empty())
}

impl ManagePage {
    async fn new(
        visit: &Visit,
        agency: Agency,
        fields: Fields,
        errors: FieldErrors,
    ) -> Outcome<ManagePage> {
        let (app, db, id) = (&visit.app, &visit.app.db, agency.id);
        let f = visit.frame(visit.words().t("admin-instansi")).await?.about(&agency.name);
        let f = with_errors(f, &errors);
        Ok(ManagePage {
            units: store::all_units(db, id).await?,
            services: store::all_services(db, id).await?,
            offices: store::offices(db, id).await?,
            terms: store::terms(db, id).await?,
            promises: Promises::of(app, &f, store::promises_by(db, id).await?).await?,
            officers: actions::officers(db, id).await?.len(),
            affairs: affairs(app)?.into_iter().flat_map(|group| group.affairs).collect(),
            f,
            agency,
            fields,
            errors,
        })
    }

    /// A path below this page.
    fn at(&self, rest: &str) -> String {
        format!("{}/{}{rest}", self.f.url("/pengelola/instansi"), self.agency.slug)
    }

    fn terms_of(&self, office: &Office) -> Vec<(&Term, String)> {
        let own = self.terms.iter().filter(|term| term.office == office.id);
        own.map(|term| (term, period(&self.f, (term.from, term.to, term.known_on)))).collect()
    }

    /// The place where a service is given, its hours, and whether it still is.
    fn facts_of(&self, service: &Service) -> String {
        let unit = service.unit.and_then(|id| self.units.iter().find(|unit| unit.id == id));
        let ended = service.ended_on.map(|day| self.until(day));
        let affair = service.affair.as_deref().map(|affair| self.f.t(&affair_key(affair)));
        joined([unit.map(|unit| unit.name.clone()), affair, ended])
    }

    fn facts_of_unit(&self, unit: &ServiceUnit) -> String {
        let closed = unit.closed_on.map(|day| self.until(day));
        joined([unit.address.clone(), unit.hours.clone(), closed])
    }

    fn until(&self, day: Date) -> String {
        self.f.with("agency-to", "to", &self.f.words.day_month_year(day))
    }

    /// Those that a new service can be given at.
    fn open_units(&self) -> Vec<ServiceUnit> {
        self.units.iter().filter(|unit| unit.closed_on.is_none()).cloned().collect()
    }

    /// Whether something of this form is wrong, so that it stands open.
    fn open(&self, fields: &[&str]) -> bool {
        self.errors.0.iter().any(|error| fields.contains(&error.field))
    }
}

/// Facts beside one another, as far as they are known.
fn joined(facts: [Option<String>; 3]) -> String {
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
