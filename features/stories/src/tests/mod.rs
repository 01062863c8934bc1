//! Stories on a real database, with the cast of the demonstration.
mod answering;
mod archive;
mod desk;
mod drafts;
mod files;
mod hidden;
mod lists;
mod pages;
mod parse;
mod proof;
mod writing;

use crate::{Byline, Format, NewSection, NewStory, Text, add_section, feature, publish_imported};
use areas::{Areas, LocalArea};
use axum::http::StatusCode;
use base::{
    app::{App, Kept},
    clock::Zone,
    feature::Verdict,
    ids::{AreaCode, PersonId, SectionId, SessionId, StoryId},
    offences::Offence,
    testing::{
        Setup,
        browse::{self, Seen},
    },
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
};

/// An empty house whose signed-in `ratna` is its administrator.
fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    kept.put(crate::Spelling::default());
    Setup {
        features: vec![areas::feature(), media::feature(), comments::feature(), feature()],
        kept,
        identify: |_, token| {
            let grants = vec![Grant { role: Role::Administrator, scope: Scope::House }];
            let ratna = SignedIn {
                id: PersonId(3),
                session: SessionId(1),
                name: "Ratna Kusuma".into(),
                zone: None,
                grants,
            };
            let signed_in = (token == "ratna").then_some(ratna);
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

/// Kabupaten Tirtawana and its district, which the official list lacks.
async fn tirtawana(app: &App) {
    let area = |code, name: &str, kind: &str| LocalArea {
        code: AreaCode(code),
        name: name.into(),
        kind: kind.into(),
        zone: Zone::Wita,
    };
    let areas = [
        area(99, "Nusa Raya", "Provinsi"),
        area(9901, "Tirtawana", "Kabupaten"),
        area(990101, "Karang Jati", "Kecamatan"),
    ];
    let mut tx = app.db.begin().await.unwrap();
    areas::add_local(app, &mut tx, &areas).await.unwrap();
    tx.commit().await.unwrap();
}

async fn berita(app: &App) -> SectionId {
    let mut tx = app.db.begin().await.unwrap();
    let id = add_section(app, &mut tx, NewSection::named("Berita", 1), None).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn text(title: &str, body: &str) -> Text {
    Text { title: title.into(), deck: None, body: body.into(), format: Format::Plain }
}

/// Sari's story of the bridge, written from Karang Jati.
fn bridge(section: SectionId) -> NewStory {
    NewStory {
        posted_at: Some("2026-11-22T01:30:00Z".parse().unwrap()),
        occasion_date: Some("2026-09-27".parse().unwrap()),
        dateline: Some("Karang Jati (SK)".into()),
        signature: Some("( Sari )".into()),
        bylines: vec![Byline::Name("Sari".into()), Byline::Name("Nadia".into())],
        written_from: Some(AreaCode(990101)),
        venue: Some("Kali Suri".into()),
        about: vec![AreaCode(9901)],
        licence: Some("CC BY-NC 4.0".into()),
        tags: vec!["Jembatan".into(), "air bersih".into()],
        ..NewStory::new(
            text("Lima Puluh Enam Hari", "Jembatan putus.\n\nCamat berjanji."),
            "id",
            section,
        )
    }
}

async fn publish(app: &App, new: NewStory) -> StoryId {
    let mut tx = app.db.begin().await.unwrap();
    let id = publish_imported(app, &mut tx, new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

const HIDE: Verdict = Verdict::Hide(Offence::Slander);

/// A moderator shows or hides it.
async fn judge(app: &App, id: StoryId, verdict: Verdict) -> bool {
    let mut tx = app.db.begin().await.unwrap();
    let changed = crate::actions::judge(app, &mut tx, id, verdict).await.unwrap();
    tx.commit().await.unwrap();
    changed
}

/// Status, place to go, page.
async fn get(app: &App, path: &str) -> Seen {
    browse::get(&site(app), path, "").await
}

async fn post(app: &App, path: &str, body: &str) -> Seen {
    browse::post(&site(app), path, "ratna", body).await
}
