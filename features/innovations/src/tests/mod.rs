//! The boat that brings birth certificates: Theresia of Dukcapil Tirtawana tells of it, Semuel of Dukcapil Rantau Damar
//! copies it, Marlina of the health office does neither; Bagus administers, Ratna edits, Sari reads. On both databases.
mod copies;
mod lists;
mod tells;

use crate::{
    Initiator, Medium, NewInnovation, Origin, Part, Stage, Telling, feature, register, store,
};
use agencies::{AgencyKind, NewAgency};
use axum::http::StatusCode;
use base::{
    app::{App, Kept},
    ids::{AgencyId, AreaCode, InnovationId, PersonId, SessionId},
    testing::{Setup, browse},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::{Site, site},
};

async fn officer(app: &App, slug: &str) -> Vec<Grant> {
    let agency = agencies::by_slug(&app.db, slug).await.unwrap();
    let scope = agency.map(|agency| Scope::Agency(agency.id));
    scope.map(|scope| Grant { role: Role::Officer, scope }).into_iter().collect()
}

async fn cast(app: &App, token: &str) -> Option<SignedIn> {
    let house = |role| vec![Grant { role, scope: Scope::House }];
    let (id, grants) = match token {
        "theresia" => (1, officer(app, "dukcapil-tirtawana").await),
        "semuel" => (2, officer(app, "dukcapil-rantau-damar").await),
        "marlina" => (3, officer(app, "dinkes-tirtawana").await),
        "bagus" => (4, house(Role::Administrator)),
        "ratna" => (5, house(Role::ChiefEditor)),
        "sari" => (6, vec![]),
        // One person in the service of both.
        "rangkap" => {
            let mut grants = officer(app, "dukcapil-tirtawana").await;
            grants.extend(officer(app, "dukcapil-rantau-damar").await);
            (7, grants)
        }
        _ => return None,
    };
    let name = token.to_owned();
    Some(SignedIn { id: PersonId(id), session: SessionId(1), name, zone: None, grants })
}

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(areas::Areas::official_only());
    Setup {
        kept,
        features: vec![agencies::feature(), comments::feature(), feature()],
        identify: |app, token| {
            let (app, token) = (app.clone(), token.to_owned());
            Box::pin(async move { Ok(Visitor { signed_in: cast(&app, &token).await }) })
        },
        ..Setup::default()
    }
}

/// The bodies, and the innovation of the first: in Lombok Utara and Lombok Timur, which tests know.
struct Bodies {
    dukcapil: AgencyId,
    other: AgencyId,
    boat: InnovationId,
}

async fn bodies(app: &App) -> Bodies {
    let mut tx = app.db.begin().await.unwrap();
    let mut add = async |slug: &str, name: &str, kind, area, parent| {
        let new = NewAgency {
            slug: slug.to_owned(),
            area: Some(AreaCode(area)),
            parent,
            ..NewAgency::named(name, kind)
        };
        agencies::add(app, &mut tx, new, None).await.unwrap()
    };
    let kabupaten =
        add("kab-tirtawana", "Pemerintah Tirtawana", AgencyKind::Kabupaten, 5208, None).await;
    let office = AgencyKind::RegionalOffice;
    let dukcapil =
        add("dukcapil-tirtawana", "Dukcapil Tirtawana", office, 5208, Some(kabupaten)).await;
    add("dinkes-tirtawana", "Dinas Kesehatan", office, 5208, Some(kabupaten)).await;
    let other = add("dukcapil-rantau-damar", "Dukcapil Rantau Damar", office, 5203, None).await;
    let boat =
        register(app, &mut tx, &new_boat(dukcapil), crate::Act::now(app, None)).await.unwrap();
    tx.commit().await.unwrap();
    Bodies { dukcapil, other, boat }
}

fn new_boat(agency: AgencyId) -> NewInnovation {
    let text = |text: &str| text.to_owned();
    let telling = Telling {
        name: text("Perahu Akta"),
        summary: text("Petugas naik perahu, anak pulang membawa akta."),
        year_begun: Some(2025),
        initiator: Some(Initiator::Residents),
        origin: Some(Origin::Original),
        affair: Some(text("civil-registration")),
        medium: Some(Medium::NotDigital),
        texts: [
            (Part::Problem, text("Ongkos perahu **mahal**.")),
            (Part::Steps, text("1. Data dulu.\n2. Menyeberang.")),
            (Part::Criterion4, text("Hanya perlu perahu.")),
        ]
        .into(),
        ..Telling::default()
    };
    NewInnovation { agency, unit: None, telling, sources: vec![], is_example: false }
}

async fn get(site: &Site, who: &str, path: &str) -> (StatusCode, String) {
    let (status, _, page) = browse::get(site, path, who).await;
    (status, page)
}

async fn page(app: &App, who: &str, path: &str) -> String {
    let (status, page) = get(&site(app), who, path).await;
    assert_eq!(status, StatusCode::OK, "{path}: {page}");
    page
}

/// Sends a form; where it leads, or the page that says what is wrong.
async fn send(app: &App, who: &str, path: &str, body: &str) -> (StatusCode, String) {
    let (status, place, page) = browse::post(&site(app), path, who, body).await;
    (status, if place.is_empty() { page } else { place })
}

async fn sent(app: &App, who: &str, path: &str, body: &str) -> String {
    let (status, place) = send(app, who, path, body).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{path} {body}: {place}");
    place
}

async fn stage_of(app: &App, id: InnovationId) -> Option<Stage> {
    store::find(&app.db, id).await.unwrap().unwrap().stage
}
