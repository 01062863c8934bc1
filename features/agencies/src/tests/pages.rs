//! The pages as a browser without script sees them.
use super::{added, body, day, on_both, person, report, setup};
use crate::{NewAgency, NewPromise, promise, store};
use axum::http::StatusCode;
use base::{
    app::App,
    testing::browse::{get, post},
    visitor::{Role, Scope},
    web::{Site, site},
};

async fn bagus(app: &App) -> (Site, String) {
    let (_, token) = person(app, "Bagus", Some((Role::Administrator, Scope::House))).await;
    (site(app), token)
}

async fn page(site: &Site, path: &str) -> String {
    let (status, _, page) = get(site, path, "").await;
    assert_eq!(status, StatusCode::OK, "{path}");
    page
}

/// Sends a form that is right.
async fn done(site: &Site, who: &str, (path, form): (&str, &str)) {
    let (status, _, page) = post(site, path, who, form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{path}: {page}");
}

#[tokio::test]
async fn a_reader_finds_a_body_by_kind_by_area_and_by_name() {
    on_both(setup, |app| async move {
        added(&app, body("dinas-kesehatan-bima", 5206)).await;
        let social = NewAgency { name: "Dinas sosial 100%".into(), ..body("dinsos", 5208) };
        added(&app, social).await;
        let site = site(&app);
        let all = page(&site, "/instansi").await;
        assert!(all.contains("dinas kesehatan bima") && all.contains("Dinas sosial"));
        assert!(all.contains("daerah=52\""), "provinces with bodies are offered: {all}");
        let bima = page(&site, "/instansi?daerah=52.06").await;
        assert!(bima.contains("dinas kesehatan bima") && !bima.contains("Dinas sosial"));
        let named = page(&site, "/instansi?q=SOSIAL&jenis=regional-office&daerah=52").await;
        assert!(named.contains("Dinas sosial") && !named.contains("dinas kesehatan"));
        let none = page(&site, "/instansi?jenis=ministry").await;
        assert!(none.contains("Tidak ada instansi yang cocok"));
        let literal = page(&site, "/instansi?q=%25").await;
        assert!(literal.contains("Dinas sosial") && !literal.contains("dinas kesehatan"));
    })
    .await;
}

#[tokio::test]
async fn the_public_page_tells_promises_only_of_what_anyone_may_see() {
    on_both(setup, |app| async move {
        let dishub = added(&app, body("dishub", 52)).await;
        let mut tx = app.db.begin().await.unwrap();
        for (id, what) in [(1, "Lampu diganti"), (2, "Rahasia pelapor")] {
            let new = NewPromise {
                subject: report(id),
                agency: Some(dishub),
                who: "Kepala Dinas".into(),
                what: what.into(),
                until: Some(day("2026-11-20")),
                said_on: None,
                zone: None,
            };
            promise(&app, &mut tx, new, None).await.unwrap();
        }
        tx.commit().await.unwrap();
        let shown = page(&site(&app), "/instansi/dishub").await;
        assert!(shown.contains("Lampu diganti") && shown.contains("Terlambat 4 hari"));
        assert!(!shown.contains("Rahasia pelapor"));
        assert!(shown.contains("Dihubungi lewat surat"));
    })
    .await;
}

#[tokio::test]
async fn bagus_adds_a_body_its_offices_and_its_officer_without_script() {
    on_both(setup, |app| async move {
        let (site, who) = bagus(&app).await;
        let (marlina, _) = person(&app, "Marlina", None).await;
        let form = "/pengelola/instansi/baru";
        let (status, _, again) = post(&site, form, &who, "name=&kind=kota&area=").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.contains("value=\"kota\" selected"), "what was chosen is kept");
        let sent = "name=Dinas+Kesehatan&kind=regional-office&area=52.08&affairs%5B%5D=health&act=";
        let (status, place, _) = post(&site, form, &who, sent).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert!(place.starts_with("/pengelola/instansi/dinas-kesehatan"), "{place}");
        let here = "/pengelola/instansi/dinas-kesehatan";
        done(&site, &who, (&format!("{here}/jabatan"), "office_title=Kepala+Dinas")).await;
        let agency = store::by_slug(&app.db, "dinas-kesehatan").await.unwrap().unwrap();
        let office = store::offices(&app.db, agency.id).await.unwrap()[0].id;
        let term = format!("office={office}&holder=Ni+Luh&from=2021-03-01&to=&known_on=");
        done(&site, &who, (&format!("{here}/pejabat"), &term)).await;
        let (status, _, held) = post(&site, &format!("{here}/pejabat"), &who, &term).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(held.contains("dipegang orang lain") && held.contains("value=\"Ni Luh\""));
        let found = get(&site, &format!("{here}/petugas?q=marlina"), &who).await.2;
        assert!(found.contains(&format!("value=\"{marlina}\"")), "{found}");
        done(&site, &who, (&format!("{here}/petugas"), &format!("person={marlina}"))).await;
        let shown = page(&site, "/instansi/dinas-kesehatan").await;
        for part in ["Ni Luh", "Sejak 1 Maret 2021", "Kesehatan", "Menjawab lewat akun di sini"] {
            assert!(shown.contains(part), "{part} in {shown}");
        }
        assert!(!shown.contains("Kelola instansi ini"), "readers manage nothing");
    })
    .await;
}

#[tokio::test]
async fn bagus_pastes_a_table_and_reads_which_lines_were_not_taken() {
    on_both(setup, |app| async move {
        let (site, who) = bagus(&app).await;
        let path = "/pengelola/instansi/impor";
        let table = "table=name,kind%0ABappeda,regional-office%0ASalah,planet";
        let (status, _, page) = post(&site, path, &who, table).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Ditambahkan: 1") && page.contains("<td class=\"n\">3</td>"));
        assert!(page.contains("Salah,planet"), "what was pasted is kept");
        let (status, _, page) =
            post(&site, path, &who, "table=name,kind%0ABappeda,regional-office").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("Sudah sama: 1"));
    })
    .await;
}

#[tokio::test]
async fn a_body_that_ended_says_so_and_names_its_successor() {
    on_both(setup, |app| async move {
        let next = added(&app, body("dinas-baru", 52)).await;
        let ended = NewAgency {
            valid_to: Some(day("2020-12-31")),
            successor: Some(next),
            ..body("dinas-lama", 52)
        };
        added(&app, ended).await;
        let site = site(&app);
        let shown = page(&site, "/instansi/dinas-lama").await;
        assert!(shown.contains("31 Desember 2020") && shown.contains("/instansi/dinas-baru"));
        assert!(page(&site, "/instansi/dinas-baru").await.contains("/instansi/dinas-lama"));
    })
    .await;
}
