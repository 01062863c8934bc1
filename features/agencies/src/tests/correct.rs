//! What Bagus wrote down wrongly, put right through the pages.
use super::{added, body, day, on_both, person, setup};
use crate::{NewTerm, add_office, add_term, store};
use axum::http::StatusCode;
use base::{
    app::App,
    ids::AgencyId,
    testing::browse::{get, post},
    visitor::{Role, Scope},
    web::{Site, site},
};

const HERE: &str = "/pengelola/instansi/dinkes";

async fn bagus(app: &App) -> (Site, String, AgencyId) {
    let id = added(app, body("dinkes", 52)).await;
    let (_, token) = person(app, "Bagus", Some((Role::Administrator, Scope::House))).await;
    (site(app), token, id)
}

async fn sent(site: &Site, who: &str, path: &str, form: &str) {
    let (status, _, page) = post(site, &format!("{HERE}{path}"), who, form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{path}: {page}");
}

/// The page that says what is wrong.
async fn back(site: &Site, who: &str, path: &str, form: &str) -> String {
    let (status, _, page) = post(site, &format!("{HERE}{path}"), who, form).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {page}");
    page
}

#[tokio::test]
async fn a_counter_and_its_service_are_corrected_and_one_that_never_was_is_struck_out() {
    on_both(setup, |app| async move {
        let (site, who, id) = bagus(&app).await;
        sent(&site, &who, "/unit", "unit_name=Loket+satu&unit_address=Jalan+Pasr+7").await;
        let twice = back(&site, &who, "/unit", "unit_name=Loket+satu").await;
        assert!(twice.contains("Nama tempat layanan: nama ini sudah ada"), "{twice}");
        let unit = store::units(&app.db, id).await.unwrap()[0].id;
        let service = format!("service_name=Imunisasi&unit={unit}&affair=health");
        sent(&site, &who, "/layanan", &service).await;
        let form = get(&site, &format!("{HERE}/ubah/unit/{unit}"), &who).await.2;
        assert!(form.contains("value=\"Jalan Pasr 7\""), "{form}");
        let path = format!("/ubah/unit/{unit}");
        let empty = back(&site, &who, &path, "unit_name=&unit_address=Jalan+Pasar+7").await;
        assert!(empty.contains("value=\"Jalan Pasar 7\""), "what was typed is kept");
        let right = "unit_name=Loket+satu&unit_address=Jalan+Pasar+7&closed_on=2026-01-31";
        sent(&site, &who, &path, right).await;
        assert!(store::units(&app.db, id).await.unwrap().is_empty(), "it was closed");
        sent(&site, &who, &path, "unit_name=Loket+satu&closed_on=").await;
        assert_eq!(store::units(&app.db, id).await.unwrap().len(), 1, "and opened again");
        // While a service is given there, it stays.
        let strike = format!("{HERE}/hapus/unit/{unit}");
        assert_eq!(post(&site, &strike, &who, "").await.0, StatusCode::CONFLICT);
        let service = store::services(&app.db, id).await.unwrap()[0].id;
        let right = "service_name=Imunisasi+bayi&unit=&affair=health&ended_on=";
        sent(&site, &who, &format!("/ubah/layanan/{service}"), right).await;
        assert_eq!(store::services(&app.db, id).await.unwrap()[0].name, "Imunisasi bayi");
        sent(&site, &who, &format!("/hapus/unit/{unit}"), "").await;
        sent(&site, &who, &format!("/hapus/layanan/{service}"), "").await;
        assert!(store::all_units(&app.db, id).await.unwrap().is_empty());
        assert!(store::all_services(&app.db, id).await.unwrap().is_empty());
        let events = base::store::events_of(&app.db, id.into()).await.unwrap();
        let struck = events.iter().find(|event| event.verb == "agency.unit-struck").unwrap();
        assert_eq!(struck.detail.as_deref(), Some("Loket satu"), "the event keeps its name");
        assert_eq!(post(&site, &strike, &who, "").await.0, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn an_office_and_who_held_it_are_corrected_without_two_on_the_same_days() {
    on_both(setup, |app| async move {
        let (site, who, id) = bagus(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let head = add_office(&app, &mut tx, (id, "Kepala Dinas"), None).await.unwrap();
        add_office(&app, &mut tx, (id, "Sekretaris"), None).await.unwrap();
        let held = |name: &str, from: &str, to: &str| NewTerm {
            name: name.into(),
            from: Some(day(from)),
            to: to.parse().ok(),
            ..NewTerm::default()
        };
        let first = held("Ni Luh", "2015-01-01", "2020-12-31");
        let first = add_term(&app, &mut tx, (head, first), None).await.unwrap();
        let second = held("Andi", "2021-01-01", "");
        let second = add_term(&app, &mut tx, (head, second), None).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/ubah/pejabat/{second}");
        let over = format!("office={head}&holder=Andi&from=2019-01-01&to=&known_on=");
        let wrong = back(&site, &who, &path, &over).await;
        assert!(wrong.contains("Menjabat sejak: "), "the summary names the field: {wrong}");
        let right = format!("office={head}&holder=Andi+Mappasere&from=2021-02-01&to=&known_on=");
        sent(&site, &who, &path, &right).await;
        let terms = store::terms(&app.db, id).await.unwrap();
        assert_eq!(
            (terms[0].name.as_str(), terms[0].from),
            ("Andi Mappasere", Some(day("2021-02-01")))
        );
        let office = format!("/ubah/jabatan/{head}");
        let taken = back(&site, &who, &office, "office_title=Sekretaris").await;
        assert!(taken.contains("value=\"Sekretaris\""), "{taken}");
        sent(&site, &who, &office, "office_title=Kepala+Dinas+Kesehatan").await;
        let strike = format!("{HERE}/hapus/jabatan/{head}");
        assert_eq!(post(&site, &strike, &who, "").await.0, StatusCode::CONFLICT, "it was held");
        for term in [first, second] {
            sent(&site, &who, &format!("/hapus/pejabat/{term}"), "").await;
        }
        sent(&site, &who, &format!("/hapus/jabatan/{head}"), "").await;
        assert_eq!(store::offices(&app.db, id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_corrects_what_another_body_keeps_and_readers_nothing() {
    on_both(setup, |app| async move {
        let (site, who, id) = bagus(&app).await;
        added(&app, body("dishub", 52)).await;
        sent(&site, &who, "/unit", "unit_name=Loket+satu").await;
        let unit = store::units(&app.db, id).await.unwrap()[0].id;
        let (_, sari) = person(&app, "Sari", None).await;
        for (path, reader, expected) in [
            (format!("/pengelola/instansi/dishub/ubah/unit/{unit}"), &who, StatusCode::NOT_FOUND),
            (format!("{HERE}/ubah/apa/{unit}"), &who, StatusCode::NOT_FOUND),
            (format!("{HERE}/ubah/unit/{unit}"), &sari, StatusCode::FORBIDDEN),
        ] {
            assert_eq!(get(&site, &path, reader).await.0, expected, "{path}");
        }
        let other = format!("/pengelola/instansi/dishub/ubah/unit/{unit}");
        assert_eq!(post(&site, &other, &who, "unit_name=x").await.0, StatusCode::NOT_FOUND);
        let other = format!("/pengelola/instansi/dishub/hapus/unit/{unit}");
        assert_eq!(post(&site, &other, &who, "").await.0, StatusCode::NOT_FOUND);
        assert_eq!(store::units(&app.db, id).await.unwrap()[0].name, "Loket satu");
    })
    .await;
}
