//! What an administrator keeps of a body, written down wrongly: the form in which it is corrected, and the button that
//! strikes it out.
use super::{
    asked,
    form::date,
    manage::{LABELS, new_service, new_term, new_unit},
    with_errors,
};
use crate::{
    actions::{self, Correction, Piece},
    affairs::affairs,
    agency::Agency,
    office::{Office, Term},
    services::{Service, ServiceUnit},
    store,
};
use anyhow::Result;
use askama::Template;
use axum::{extract::Path, http::StatusCode};
use base::{
    jiff::civil::Date,
    refusal::{FieldErrors, OrNotFound, Outcome, Refusal},
    web::{Answer, Fields, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/correct.html")]
pub(crate) struct CorrectPage {
    pub f: Frame,
    pub agency: Agency,
    pub piece: Piece,
    /// Its word and its id, as they stand in the address.
    pub what: (String, String),
    pub fields: Fields,
    pub errors: FieldErrors,
    pub units: Vec<ServiceUnit>,
    pub offices: Vec<Office>,
    /// Keys of all affairs.
    pub affairs: Vec<String>,
}

/// The body's word, what is meant, its id.
type What = (String, String, String);

/// The piece that the address names.
pub(super) fn piece(what: &str, id: &str) -> Option<Piece> {
    Some(match what {
        "unit" => Piece::Unit(id.parse().ok()?),
        "layanan" => Piece::Service(id.parse().ok()?),
        "jabatan" => Piece::Office(id.parse().ok()?),
        "pejabat" => Piece::Term(id.parse().ok()?),
        _ => return None,
    })
}

/// The part of the body's page where it stands.
fn part_of(piece: Piece) -> &'static str {
    match piece {
        Piece::Unit(_) => "unit-layanan",
        Piece::Service(_) => "layanan",
        Piece::Office(_) | Piece::Term(_) => "jabatan",
    }
}

/// GET /pengelola/instansi/{slug}/ubah/{what}/{id}
pub(crate) async fn form(visit: Visit, Path((slug, what, id)): Path<What>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let piece = piece(&what, &id).or_not_found()?;
    let now = fields_of(&visit, &agency, piece).await?.or_not_found()?;
    let page = CorrectPage::new(&visit, agency, ((what, id), piece), (now, FieldErrors::default()))
        .await?;
    visit.page(&page)
}

/// POST /pengelola/instansi/{slug}/ubah/{what}/{id}
pub(crate) async fn save(
    visit: Visit,
    Path((slug, what, id)): Path<What>,
    fields: Fields,
) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let piece = piece(&what, &id).or_not_found()?;
    match save_from(&visit, (&agency, piece), &fields).await {
        Ok(()) => {
            let place = part_of(piece);
            visit.go_with_notice(&format!("/pengelola/instansi/{slug}#{place}"), "agency-corrected")
        }
        Err(failure) => {
            let typed = (fields, failure.of_form()?);
            let page = CorrectPage::new(&visit, agency, ((what, id), piece), typed).await?;
            visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn save_from(
    visit: &Visit,
    (agency, piece): (&Agency, Piece),
    fields: &Fields,
) -> Outcome<()> {
    let right = read(agency, piece, fields)?;
    actions::correct(&visit.app, visit.person()?, agency.id, &right).await
}

fn read(agency: &Agency, piece: Piece, fields: &Fields) -> Outcome<Correction> {
    let mut errors = FieldErrors::default();
    let right = match piece {
        Piece::Unit(id) => {
            let closed_on = date(fields, "closed_on", &mut errors);
            Correction::Unit(id, new_unit(agency, fields), closed_on)
        }
        Piece::Service(id) => {
            let ended_on = date(fields, "ended_on", &mut errors);
            Correction::Service(id, new_service(agency, fields), ended_on)
        }
        Piece::Office(id) => Correction::Office(id, fields.line("office_title")),
        Piece::Term(id) => {
            let Ok(office) = fields.line("office").parse() else {
                return Err(Refusal::Invalid(FieldErrors::one("office", "error-choose")).into());
            };
            Correction::Term(id, office, new_term(fields, &mut errors))
        }
    };
    errors.check()?;
    Ok(right)
}

/// POST /pengelola/instansi/{slug}/hapus/{what}/{id}
pub(crate) async fn strike(visit: Visit, Path((slug, what, id)): Path<What>) -> Answer {
    let agency = asked(&visit, &slug).await?;
    let piece = piece(&what, &id).or_not_found()?;
    actions::strike(&visit.app, visit.person()?, (agency.id, piece)).await?;
    let place = part_of(piece);
    visit.go_with_notice(&format!("/pengelola/instansi/{slug}#{place}"), "agency-struck")
}

/// What stands there now, as its form's fields; one of another body is none.
async fn fields_of(visit: &Visit, agency: &Agency, piece: Piece) -> Result<Option<Fields>> {
    let (db, id) = (&visit.app.db, agency.id);
    Ok(match piece {
        Piece::Unit(unit) => {
            store::unit(db, unit).await?.filter(|unit| unit.agency == id).map(of_unit)
        }
        Piece::Service(service) => {
            store::service(db, service).await?.filter(|one| one.agency == id).map(of_service)
        }
        Piece::Office(office) => {
            let office = store::office(db, office).await?.filter(|one| one.agency == id);
            office.map(|office| filled(&[("office_title", Some(office.title))]))
        }
        Piece::Term(term) => {
            store::terms(db, id).await?.into_iter().find(|one| one.id == term).map(of_term)
        }
    })
}

fn of_unit(unit: ServiceUnit) -> Fields {
    filled(&[
        ("unit_name", Some(unit.name)),
        ("unit_address", unit.address),
        ("unit_hours", unit.hours),
        ("closed_on", written(unit.closed_on)),
    ])
}

fn of_service(service: Service) -> Fields {
    filled(&[
        ("service_name", Some(service.name)),
        ("unit", service.unit.map(|id| id.to_string())),
        ("affair", service.affair),
        ("ended_on", written(service.ended_on)),
    ])
}

fn of_term(term: Term) -> Fields {
    filled(&[
        ("office", Some(term.office.to_string())),
        ("holder", Some(term.name)),
        ("from", written(term.from)),
        ("to", written(term.to)),
        ("known_on", written(term.known_on)),
        ("term_source", term.source),
    ])
}

fn written(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn filled(pairs: &[(&str, Option<String>)]) -> Fields {
    let pairs = pairs.iter().map(|(name, value)| (*name, value.as_deref().unwrap_or_default()));
    Fields::from_pairs(&pairs.collect::<Vec<_>>())
}

impl CorrectPage {
    async fn new(
        visit: &Visit,
        agency: Agency,
        (what, piece): ((String, String), Piece),
        (fields, errors): (Fields, FieldErrors),
    ) -> Outcome<CorrectPage> {
        let db = &visit.app.db;
        let f = visit.frame(visit.words().t(&format!("agency-correct-{}", what.0))).await?;
        Ok(CorrectPage {
            f: with_errors(f, &errors),
            units: store::all_units(db, agency.id).await?,
            offices: store::offices(db, agency.id).await?,
            affairs: affairs(&visit.app)?.into_iter().flat_map(|group| group.affairs).collect(),
            agency,
            piece,
            what,
            fields,
            errors,
        })
    }

    fn heading(&self) -> String {
        self.f.t(&format!("agency-correct-{}", self.what.0))
    }

    /// A path below the body's page.
    fn at(&self, act: &str) -> String {
        let (what, id) = &self.what;
        let page = self.f.url("/pengelola/instansi");
        format!("{page}/{}/{act}/{what}/{id}", self.agency.slug)
    }

    /// What it is called now, as far as it is typed.
    fn name(&self) -> String {
        let names = ["unit_name", "service_name", "office_title", "holder"];
        names
            .iter()
            .map(|name| self.fields.line(name))
            .find(|name| !name.is_empty())
            .unwrap_or_default()
    }
}
