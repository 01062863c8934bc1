//! Bodies of Tirtawana and of the founding article, on both databases. Bagus administers, Marlina speaks for the health
//! office, Sari only reads.
mod correct;
mod pages;
mod tables;
mod terms;

use crate::{AgencyKind, NewAgency, actions, add, feature, store};
use base::{
    app::{App, Kept},
    feature::{Describe, Feature},
    ids::{AgencyId, AreaCode, PersonId},
    jiff::civil::Date,
    refusal::{Failure, Outcome, Refusal},
    subject::{Card, Kind, Subject},
    testing::{Setup, on_both},
    visitor::{Role, Scope, SignedIn},
};
use people::NewPerson;

/// A report that anyone may see (1) and one that nobody may (2).
fn reports() -> Feature {
    Feature {
        describe: Some(Describe {
            kinds: &[Kind::Report],
            card: |_, _, subject| {
                let card = Card::named(subject, "Lampu jalan mati", "/laporan/1");
                let public = subject.id == 1;
                Box::pin(async move { Ok(Some(Card { public, ..card })) })
            },
        }),
        ..Feature::named("reports")
    }
}

fn report(id: i64) -> Subject {
    Subject::new(Kind::Report, id)
}

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(areas::Areas::official_only());
    Setup {
        features: vec![areas::feature(), people::feature(), feature(), reports()],
        identify: people::identify,
        kept,
        ..Setup::default()
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn body(slug: &str, area: i64) -> NewAgency {
    NewAgency {
        slug: slug.into(),
        area: Some(AreaCode(area)),
        ..NewAgency::named(slug.replace('-', " "), AgencyKind::RegionalOffice)
    }
}

async fn added(app: &App, new: NewAgency) -> AgencyId {
    let mut tx = app.db.begin().await.unwrap();
    let id = add(app, &mut tx, new, None).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// What an action of this transaction refused.
fn refused<T: std::fmt::Debug>(outcome: Outcome<T>) -> Vec<&'static str> {
    match outcome.unwrap_err() {
        Failure::Refused(Refusal::Invalid(errors)) => errors.0.iter().map(|e| e.key).collect(),
        Failure::Refused(Refusal::Conflict(key) | Refusal::NotAllowed(key)) => vec![key],
        Failure::Refused(other) => panic!("{other}"),
        Failure::Fault(error) => panic!("{error:#}"),
    }
}

/// Someone with an account and perhaps a role; the cookie's value.
async fn person(app: &App, name: &str, role: Option<(Role, Scope)>) -> (PersonId, String) {
    let new = NewPerson {
        name: name.into(),
        pen_name: None,
        about: None,
        email: Some(format!("{}@suara.example", name.to_lowercase())),
        minor: false,
        area: None,
        joined_at: app.now(),
    };
    let mut tx = app.db.begin().await.unwrap();
    let id = people::add_person(app, &mut tx, new, None).await.unwrap();
    if let Some((role, scope)) = role {
        people::grant(app, &mut tx, (id, role, scope), None).await.unwrap();
    }
    let token = people::open_session(app, &mut tx, id, "").await.unwrap();
    tx.commit().await.unwrap();
    (id, token)
}

async fn who(app: &App, token: &str) -> SignedIn {
    people::identify(app, token).await.unwrap().signed_in.unwrap()
}

#[tokio::test]
async fn a_body_has_its_own_word_its_own_code_and_a_place_below_another() {
    on_both(setup, |app| async move {
        let kabupaten = added(&app, body("kab-lombok-utara", 5208)).await;
        let health = NewAgency {
            parent: Some(kabupaten),
            code: Some("1.02.08".into()),
            affairs: vec!["health".into()],
            ..body("dinkes-lombok-utara", 5208)
        };
        let health_id = added(&app, health.clone()).await;
        let mut tx = app.db.begin().await.unwrap();
        let again = add(&app, &mut tx, health.clone(), None).await;
        assert_eq!(refused(again), ["error-agency-slug-taken"]);
        let same_code = NewAgency { slug: "lain".into(), ..health.clone() };
        assert_eq!(refused(add(&app, &mut tx, same_code, None).await), ["error-agency-code-taken"]);
        let wrong = NewAgency {
            affairs: vec!["magic".into()],
            area: Some(AreaCode(9_899)),
            successor: Some(kabupaten),
            ..body("salah", 52)
        };
        let keys = refused(add(&app, &mut tx, wrong, None).await);
        let expected = ["error-agency-successor", "error-agency-affair", "error-agency-area"];
        assert_eq!(keys, expected);
        // The kabupaten cannot come to stand below its own office.
        let below = NewAgency { parent: Some(health_id), ..body("kab-lombok-utara", 5208) };
        let moved = crate::change(&app, &mut tx, (kabupaten, below), None).await;
        assert_eq!(refused(moved), ["error-agency-parent"]);
        drop(tx);
        assert_eq!(store::affairs_of(&app.db, health_id).await.unwrap(), ["health"]);
        let names = crate::names(&app.db, &[health_id]).await.unwrap();
        assert_eq!(names[&health_id].path, "/instansi/dinkes-lombok-utara");
    })
    .await;
}

#[tokio::test]
async fn a_form_offers_the_bodies_of_an_area_those_above_and_the_whole_country_s() {
    on_both(setup, |app| async move {
        let ministry = NewAgency { area: None, ..body("kemendagri", 52) };
        added(&app, ministry).await;
        added(&app, body("provinsi-ntb", 52)).await;
        let kabupaten = added(&app, body("kab-lombok-utara", 5208)).await;
        added(&app, body("kab-bima", 5206)).await;
        let kecamatan = NewAgency { parent: Some(kabupaten), ..body("kec-bayan", 520_803) };
        added(&app, kecamatan).await;
        added(&app, NewAgency { valid_to: Some(day("2019-01-01")), ..body("lama", 5208) }).await;
        let offered = |area: Option<i64>| {
            let app = app.clone();
            async move {
                let choices = crate::choices(&app, area.map(AreaCode)).await.unwrap();
                choices.into_iter().map(|choice| choice.name).collect::<Vec<_>>()
            }
        };
        let near = ["kec bayan", "kab lombok utara", "provinsi ntb", "kemendagri"];
        assert_eq!(offered(Some(5_208_032_001)).await, near);
        assert_eq!(offered(Some(52)).await, ["provinsi ntb", "kemendagri"]);
        assert_eq!(offered(None).await.len(), 5);
        let choices = crate::choices(&app, Some(AreaCode(520_803))).await.unwrap();
        assert_eq!(choices[0].note.as_deref(), Some("kab lombok utara"));
    })
    .await;
}

#[tokio::test]
async fn only_administrators_change_bodies_and_appoint_officers() {
    on_both(setup, |app| async move {
        let id = added(&app, body("dinkes-tirtawana", 52)).await;
        let other = added(&app, body("dishub-tirtawana", 52)).await;
        let (_, bagus) = person(&app, "Bagus", Some((Role::Administrator, Scope::House))).await;
        let (marlina, token) = person(&app, "Marlina", None).await;
        let (bagus, reader) = (who(&app, &bagus).await, who(&app, &token).await);
        let not = actions::rewrite(&app, &reader, (id, body("x", 52))).await;
        assert_eq!(refused(not), ["refusal-role"]);
        let not = actions::appoint(&app, &reader, (id, marlina)).await;
        assert_eq!(refused(not), ["refusal-role"]);
        assert!(!crate::has_account(&app.db, id).await.unwrap());
        actions::appoint(&app, &bagus, (id, marlina)).await.unwrap();
        assert!(crate::has_account(&app.db, id).await.unwrap());
        assert!(!crate::has_account(&app.db, other).await.unwrap());
        // New rights, a new session.
        assert!(people::identify(&app, &token).await.unwrap().signed_in.is_none());
        let mut tx = app.db.begin().await.unwrap();
        let token = people::open_session(&app, &mut tx, marlina, "").await.unwrap();
        tx.commit().await.unwrap();
        let visitor = people::identify(&app, &token).await.unwrap();
        assert_eq!(crate::answers_for(&visitor), [id]);
        let grant = crate::officers(&app.db, id).await.unwrap()[0].grant;
        let wrong_body = actions::release(&app, &bagus, (other, grant)).await;
        assert!(matches!(wrong_body, Err(Failure::Refused(Refusal::NotFound))));
        actions::release(&app, &bagus, (id, grant)).await.unwrap();
        assert!(!crate::has_account(&app.db, id).await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn nobody_speaks_for_a_body_that_is_no_more() {
    on_both(setup, |app| async move {
        let ended = NewAgency { valid_to: Some(day("2020-12-31")), ..body("lama", 52) };
        let id = added(&app, ended).await;
        let (bagus, token) = person(&app, "Bagus", Some((Role::Administrator, Scope::House))).await;
        let by = who(&app, &token).await;
        let not = actions::appoint(&app, &by, (id, bagus)).await;
        assert_eq!(refused(not), ["refusal-agency-ended"]);
    })
    .await;
}
