//! Records of sources on a real database, with the cast: who finds them, and where their words are found.
use crate::{
    actions, feature,
    informant::{About, Act, Identity, Record},
    store,
};
use axum::http::StatusCode;
use base::{
    app::App,
    attribution::Attribution,
    ids::{DraftId, InformantId, PersonId, SessionId},
    jiff::{SignedDuration, civil::date},
    refusal::{Failure, Outcome, Refusal},
    sql,
    testing::{Setup, browse, everything_kept, nothing_left, on_both},
    values, vault,
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
};

/// What must be read nowhere but on the opened record.
const SECRETS: [&str; 3] = ["Inaq Rini", "0812 3456 7890", "gudang"];

/// Maria and Baso keep sources, Ketut administers, Ratna is the chief editor.
const CAST: [(i64, &str, Role); 4] = [
    (1, "Maria Goreti", Role::InformantKeeper),
    (2, "Baso Tahir", Role::InformantKeeper),
    (3, "Ketut Arya", Role::Administrator),
    (4, "Ratna Dewi", Role::ChiefEditor),
];
const MARIA: PersonId = PersonId(1);
const BASO: PersonId = PersonId(2);

fn setup() -> Setup {
    Setup {
        features: vec![feature()],
        identify: |_, token| {
            let called = |name: &str| name.to_lowercase().starts_with(token);
            let found = CAST.iter().find(|(_, name, _)| !token.is_empty() && called(name));
            let signed_in = found.map(|(id, name, role)| SignedIn {
                id: PersonId(*id),
                session: SessionId(*id),
                name: (*name).to_owned(),
                zone: None,
                grants: vec![Grant { role: *role, scope: Scope::House }],
            });
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

async fn people(app: &App) {
    for (id, name, role) in CAST {
        let person =
            sql!("INSERT INTO people (id, name, age_band, joined_at) VALUES ($1, $2, 'adult', 0)");
        app.db.execute(person, values![id, name]).await.unwrap();
        let grant = sql!(
            "INSERT INTO grants (id, person_id, role, scope_kind, scope_id, granted_by, granted_at)
             VALUES ($1, $1, $2, 'house', 0, 3, 0)"
        );
        app.db.execute(grant, values![id, role]).await.unwrap();
    }
}

fn rini() -> Record {
    Record {
        about: About::new(DraftId(7).into(), Attribution::Embargo, Some(date(2026, 12, 1))),
        identity: Identity {
            name: "Inaq Rini".into(),
            contact: Some("0812 3456 7890".into()),
            notes: Some("Melihat benih di gudang.".into()),
        },
    }
}

async fn kept(app: &App) -> InformantId {
    people(app).await;
    let mut tx = app.db.begin().await.unwrap();
    let id = actions::record(app, &mut tx, MARIA, &rini()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn key<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    match outcome.unwrap_err() {
        Failure::Refused(Refusal::Invalid(errors)) => errors.0[0].key,
        Failure::Refused(Refusal::Conflict(key)) => key,
        Failure::Refused(Refusal::NotFound) => "not-found",
        failure => panic!("{failure:?}"),
    }
}

const FORM: &str = "about=%2Fnaskah%2F7&attribution=embargo&embargo_until=2026-12-01&name=Inaq+Rini\
                    &contact=0812+3456+7890&notes=Melihat+benih+di+gudang.";

#[tokio::test]
async fn maria_records_a_source_opens_it_and_each_opening_stands_on_the_record() {
    on_both(setup, |app| async move {
        people(&app).await;
        let site = site(&app);
        let wrong = FORM.replace("%2Fnaskah%2F7", "laporan");
        let (status, _, page) = browse::post(&site, "/meja/narasumber/baru", "maria", &wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Inaq Rini") && page.contains("href=\"#about\""), "{page}");
        let made = browse::post(&site, "/meja/narasumber/baru", "maria", FORM).await;
        assert_eq!((made.0, made.2.as_str()), (StatusCode::SEE_OTHER, "informant-recorded"));
        let (_, _, closed) = browse::get(&site, &made.1, "maria").await;
        assert!(closed.contains("/naskah/7") && closed.contains("1 Desember 2026"), "{closed}");
        assert!(SECRETS.iter().all(|secret| !closed.contains(secret)), "{closed}");
        assert!(!closed.contains("<b>Membuka</b>"), "looking at it closed is no reading");
        let open = format!("{}/buka", made.1);
        let (status, _, opened) = browse::post(&site, &open, "maria", "").await;
        assert_eq!(status, StatusCode::OK);
        assert!(SECRETS.iter().all(|secret| opened.contains(secret)), "{opened}");
        assert!(opened.contains("<b>Membuka</b>"), "{opened}");
        let (_, _, closed) = browse::get(&site, &made.1, "maria").await;
        assert!(closed.contains("<b>Membuka</b>") && closed.contains("Maria Goreti"), "{closed}");
        let changed = format!("{}&version=1", FORM.replace("gudang", "balai"));
        assert_eq!(browse::post(&site, &made.1, "maria", &changed).await.2, "informant-changed");
        let again = browse::post(&site, &made.1, "maria", &changed).await;
        assert_eq!(again.0, StatusCode::CONFLICT, "it was changed since");
        app.clock.advance(SignedDuration::from_hours(24 * 8));
        let (_, _, list) = browse::get(&site, "/meja/narasumber", "maria").await;
        assert!(list.contains("Embargo sudah lewat"), "{list}");
    })
    .await;
}

#[tokio::test]
async fn to_whoever_is_not_named_there_is_no_record_the_administrator_included() {
    on_both(setup, |app| async move {
        let id = kept(&app).await;
        let site = site(&app);
        let path = format!("/meja/narasumber/{id}");
        for who in ["ketut", "ratna"] {
            for path in [&path, "/meja/narasumber"] {
                assert_eq!(browse::get(&site, path, who).await.0, StatusCode::FORBIDDEN, "{who}");
            }
        }
        let (status, _, list) = browse::get(&site, "/meja/narasumber", "baso").await;
        assert!(status == StatusCode::OK && !list.contains("naskah/7"), "{list}");
        assert_eq!(browse::get(&site, &path, "baso").await.0, StatusCode::NOT_FOUND);
        for (act, body) in
            [("", FORM), ("/buka", ""), ("/hapus", ""), ("/penjaga", "keeper=Baso+Tahir")]
        {
            let (status, ..) = browse::post(&site, &format!("{path}{act}"), "baso", body).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{act}");
        }
        let nobody = actions::name_keeper(&app, MARIA, id, "Ketut Arya").await;
        assert_eq!(key(nobody), "error-informant-keeper", "who does not hold the role");
        actions::name_keeper(&app, MARIA, id, "baso tahir").await.unwrap();
        let (_, record) = actions::open(&app, BASO, id).await.unwrap();
        assert_eq!(record, rini());
        let acts: Vec<(PersonId, Act)> = store::readings(&app.db, id)
            .await
            .unwrap()
            .into_iter()
            .map(|reading| (reading.person, reading.act))
            .collect();
        assert_eq!(acts, [(BASO, Act::Opened), (MARIA, Act::Named), (MARIA, Act::Recorded)]);
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn its_words_lie_nowhere_in_the_open_and_are_erased_for_good() {
    on_both(setup, |app| async move {
        let id = kept(&app).await;
        actions::open(&app, MARIA, id).await.unwrap();
        // Somebody whose session ended sends the form: it is not kept for them either.
        let site = site(&app);
        let sent = browse::post(&site, "/meja/narasumber/baru", "", FORM).await;
        assert_eq!((sent.0, sent.2.as_str()), (StatusCode::SEE_OTHER, "saved-nowhere"));
        let kept = everything_kept(&app).await;
        assert!(kept.contains("informants: ") && kept.contains("informant_readings: "), "{kept}");
        for secret in SECRETS.into_iter().chain(["naskah", "draft-7", "embargo", "2026-12-01"]) {
            // Names of the schema's steps are no words of a record.
            let mut rows = kept.lines().filter(|line| !line.starts_with("migrations: "));
            let at = rows.find(|line| line.contains(secret));
            assert_eq!(at, None, "{secret}");
        }
        assert!(!kept.contains("events: "), "no event tells that there is a record");
        assert_eq!(vault::inspect(&app).await.unwrap().open, 2);
        actions::erase(&app, MARIA, id).await.unwrap();
        assert_eq!(vault::inspect(&app).await.unwrap().open, 0);
        assert_eq!(key(actions::open(&app, MARIA, id).await), "not-found");
        assert_eq!(
            key(actions::change(&app, MARIA, (id, 2), &rini()).await),
            "refusal-informant-changed"
        );
        let path = format!("/meja/narasumber/{id}");
        let (_, _, page) = browse::get(&site, &path, "maria").await;
        assert!(page.contains("sudah dihapus") && page.contains("Menghapus isinya"), "{page}");
    })
    .await;
}
