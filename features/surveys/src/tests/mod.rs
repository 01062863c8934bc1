//! Theresia of Dukcapil asks about birth certificates, Ratna the editor asks the same for residents; Semuel serves another
//! body, Bagus administers, Sari reads. On both databases.
mod answers;
mod rounds;

use crate::{Provider, Response, Source, State, feature, instrument::ELEMENTS, store};
use agencies::{AgencyKind, NewAgency};
use axum::http::StatusCode;
use base::{
    app::{App, Kept},
    ids::{AgencyId, AreaCode, PersonId, SessionId, SurveyRoundId},
    testing::{Setup, browse},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
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
        "bagus" => (4, house(Role::Administrator)),
        "ratna" => (5, house(Role::ChiefEditor)),
        "sari" => (6, vec![]),
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
        features: vec![agencies::feature(), feature()],
        identify: |app, token| {
            let (app, token) = (app.clone(), token.to_owned());
            Box::pin(async move { Ok(Visitor { signed_in: cast(&app, &token).await }) })
        },
        ..Setup::default()
    }
}

async fn dukcapil(app: &App) -> AgencyId {
    let mut tx = app.db.begin().await.unwrap();
    let mut ids = vec![];
    for (slug, area) in [("dukcapil-tirtawana", 5208), ("dukcapil-rantau-damar", 5203)] {
        let new = NewAgency {
            slug: slug.to_owned(),
            area: Some(AreaCode(area)),
            ..NewAgency::named(slug, AgencyKind::RegionalOffice)
        };
        ids.push(agencies::add(app, &mut tx, new, None).await.unwrap());
    }
    tx.commit().await.unwrap();
    ids[0]
}

fn form(agency: AgencyId, provider: Provider) -> String {
    format!(
        "title=Survei+akta&agency={agency}&provider={provider}&service=Akta+kelahiran&kinds=Akta+baru\
         &from=2026-11-01&to=2026-12-31&population=110&weight=exact"
    )
}

/// A round that `who` made; its id.
async fn made(app: &App, who: &str, body: &str) -> SurveyRoundId {
    let place = sent(app, who, "/meja/survei/baru", body).await;
    place.trim_start_matches("/meja/survei/").parse().unwrap()
}

/// The same, opened.
async fn opened(app: &App) -> SurveyRoundId {
    let agency = dukcapil(app).await;
    let id = made(app, "theresia", &form(agency, Provider::Own)).await;
    turn(app, "theresia", id, "buka").await;
    id
}

async fn turn(app: &App, who: &str, id: SurveyRoundId, act: &str) {
    sent(app, who, &format!("/meja/survei/{id}/{act}"), "").await;
}

/// Nine equal marks and what else is said.
fn marks(mark: i64, more: &str) -> String {
    let marks: Vec<String> = ELEMENTS.iter().map(|slug| format!("{slug}={mark}")).collect();
    format!("{}{more}", marks.join("&"))
}

/// So many equal responses, straight into the table.
async fn answered(app: &App, id: SurveyRoundId, count: usize, (mark, sex): (i64, &str)) {
    let mut tx = app.db.begin().await.unwrap();
    let act = crate::Act::now(app, None);
    for _ in 0..count {
        let mut response = Response { marks: [mark; 9], trust: Some(mark), ..Response::default() };
        response.about[0] = Some(sex.to_owned());
        let how = (Source::Paper, None);
        crate::record_response(app, &mut tx, (id, &response), how, act).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn published(app: &App, id: SurveyRoundId) {
    turn(app, "theresia", id, "tutup").await;
    turn(app, "theresia", id, "terbitkan").await;
}

async fn get(app: &App, who: &str, path: &str) -> (StatusCode, String) {
    let (status, _, page) = browse::get(&site(app), path, who).await;
    (status, page)
}

async fn page(app: &App, who: &str, path: &str) -> String {
    let (status, page) = get(app, who, path).await;
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

async fn count(app: &App, id: SurveyRoundId) -> i64 {
    store::responses(&app.db, id).await.unwrap()
}

async fn state(app: &App, id: SurveyRoundId) -> State {
    store::find(&app.db, id).await.unwrap().unwrap().state
}
