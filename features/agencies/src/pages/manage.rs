//! What an administrator keeps of a body: places of service, services, offices and those who hold them.
use super::{asked, form::date, period::period, promises::Promises, with_errors, wrong};
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
    pub units: Vec<ServiceUnit>,
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
    let new = NewUnit {
        agency: agency.id,
        name: fields.line("unit_name"),
        address: line(&fields, "unit_address"),
        hours: line(&fields, "unit_hours"),
    };
    let done = actions::open_unit(&visit.app, visit.person()?, new).await;
    answer(&visit, agency, fields, (done, "agency-unit-added", "unit-layanan")).await
}

/// POST /pengelola/instansi/{slug}/layanan
pub(crate) async fn offer_service(
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let new = NewService {
        agency: agency.id,
        name: fields.line("service_name"),
        unit: fields.line("unit").parse().ok(),
        affair: line(&fields, "affair"),
    };
    let done = actions::offer_service(&visit.app, visit.person()?, new).await;
    answer(&visit, agency, fields, (done, "agency-service-added", "layanan")).await
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
    let new = NewTerm {
        name: fields.line("holder"),
        person: None,
        from: date(fields, "from", &mut errors),
        to: date(fields, "to", &mut errors),
        known_on: date(fields, "known_on", &mut errors),
        source: line(fields, "term_source"),
    };
    errors.check()?;
    let Ok(office) = fields.line("office").parse() else {
        return Err(Refusal::Invalid(FieldErrors::one("office", "error-choose")).into());
    };
    actions::note_term(&visit.app, visit.person()?, (agency.id, office), new).await
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
            let errors = wrong(failure)?;
            let page = ManagePage::new(visit, agency, fields, errors).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

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
        let f = with_errors(visit.frame(agency.name.clone()).await?, &errors);
        Ok(ManagePage {
            units: store::units(db, id).await?,
            services: store::services(db, id).await?,
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

    fn affair(&self, affair: &str) -> String {
        self.f.t(&affair_key(affair))
    }

    fn is(&self, field: &str, value: &str) -> bool {
        self.fields.line(field) == value
    }

    /// Whether something of this form is wrong, so that it stands open.
    fn open(&self, fields: &[&str]) -> bool {
        self.errors.0.iter().any(|error| fields.contains(&error.field))
    }
}
