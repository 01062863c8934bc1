//! What the desk does, form by form.
use super::*;
use axum::http::StatusCode;
use base::{
    testing::browse::{get, post},
    web::{Site, site},
};

/// Sends a form that must be taken; where it leads.
async fn taken(site: &Site, path: &str, body: &str) -> String {
    let (status, place, page) = post(site, path, "ratna", body).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{path} {body}: {page}");
    place.split('?').next().unwrap_or_default().to_owned()
}

/// Sends a form that must come back; the page.
async fn back(site: &Site, path: &str, body: &str) -> String {
    let (status, _, page) = post(site, path, "bagus", body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {body}: {page}");
    page
}

/// The first address in the page that begins so.
fn link(page: &str, start: &str) -> String {
    let at = page.find(&format!("\"{start}")).unwrap_or_else(|| panic!("{start}: {page}"));
    page[at + 1..].split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn readers_are_not_let_in() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let site = site(&app);
        for path in ["/pengelola/program", &format!("/pengelola/kegiatan/{}", loaded.workshop)] {
            assert_eq!(get(&site, path, "sari").await.0, StatusCode::FORBIDDEN, "{path}");
        }
        let path = format!("/pengelola/program/{}/mitra", loaded.programme);
        assert_eq!(post(&site, &path, "sari", "name=x").await.0, StatusCode::FORBIDDEN);
        for path in [
            format!("/pengelola/program/{}/apa", loaded.programme),
            format!("/pengelola/kegiatan/{}/apa", loaded.workshop),
            "/pengelola/program/1".to_owned(),
        ] {
            assert_eq!(get(&site, &path, "bagus").await.0, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn ratna_builds_a_programme_up_without_a_script() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let form = "/pengelola/program/baru";
        let wrong = back(&site, form, "name=Ladang&begins=awal+2026").await;
        for words in [
            "href=\"#purpose\"",
            "value=\"awal 2026\"",
            "Mulai: tulis tahun, tahun-bulan",
            "<title>2 isian perlu diperbaiki - Tambahkan program",
        ] {
            assert!(wrong.contains(words), "{words}: {wrong}");
        }
        let at = taken(&site, form, "name=Ladang&purpose=Layanan&begins=2026-01").await;
        taken(&site, &format!("{at}/mitra"), "role=funder&name=Warga").await;
        taken(&site, &format!("{at}/capaian"), "number=1&name=Layanan+dekat").await;
        let form = get(&site, &format!("{at}/komponen"), "ratna").await.2;
        let outcome = form.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap();
        let component = format!("number=01&name=Loket&outcome={outcome}");
        taken(&site, &format!("{at}/komponen"), &component).await;
        let area = format!("{at}/daerah");
        let searched = post(&site, &area, "ratna", "act=find-area&area_q=lombok+utara").await;
        assert_eq!(searched.0, StatusCode::OK);
        assert!(searched.2.contains("value=\"52.08\""), "{}", searched.2);
        taken(&site, &area, "area=52.08").await;
        taken(&site, &area, "once=Papua+Barat&on=2016-06-14").await;
        assert!(back(&site, &area, "once=Bima&on=2016-06-14").await.contains("atau ada beberapa"));
        let page = get(&site, &at, "ratna").await.2;
        let partner = link(&page, &format!("{at}/mitra/"));
        taken(&site, &partner, "role=partner&name=Warga+desa").await;
        taken(&site, &format!("{partner}/hapus"), "").await;
        taken(&site, &link(&page, &format!("{at}/daerah/2/hapus")), "").await;
        let page = get(&site, &at, "ratna").await.2;
        assert!(page.contains("1 Layanan dekat") && page.contains("01 Loket"), "{page}");
        assert!(!page.contains("Warga") && !page.contains("Papua Barat"), "{page}");
        taken(&site, &format!("{at}/ubah"), "name=Ladang+Warga&purpose=Layanan").await;
        assert!(get(&site, "/program", "").await.2.contains("Ladang Warga"));
    })
    .await;
}

#[tokio::test]
async fn a_workshop_is_told_point_by_point() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let site = site(&app);
        let add = format!("/pengelola/program/{}/kegiatan", loaded.programme);
        let body = "name=Rapat&kind=meeting&level=village&starts=2026-10-08";
        let at = taken(&site, &add, body).await;
        assert!(back(&site, &add, "name=Rapat").await.contains("Pilih salah satu."));
        taken(&site, &format!("{at}/acara"), "starts=09:30&item=Pembukaan").await;
        let clock = back(&site, &format!("{at}/acara"), "starts=pagi&item=Pembukaan").await;
        assert!(clock.contains("Tulis jam dan menit"), "{clock}");
        taken(&site, &format!("{at}/undangan"), "office=Camat&people=7").await;
        taken(&site, &format!("{at}/keputusan"), "decision=Loket+buka.").await;
        let page = get(&site, &at, "ratna").await.2;
        let item = link(&page, &format!("{at}/acara/"));
        taken(&site, &item, "starts=10:00&item=Sambutan").await;
        assert!(get(&site, &item, "ratna").await.2.contains("value=\"10:00\""));
        taken(&site, &format!("{item}/hapus"), "").await;
        assert_eq!(get(&site, &item, "ratna").await.0, StatusCode::NOT_FOUND);
        let count = format!("{at}/peserta");
        let wrong = back(&site, &count, "total=9&women=5&men=3&unnoted=0").await;
        assert!(wrong.contains("berjumlah 8"), "{wrong}");
        taken(&site, &count, "total=8&women=5&men=3&unnoted=0").await;
        taken(&site, &format!("{at}/jadwal"), "starts=2026-10-09&why=Hujan").await;
        taken(&site, &format!("{at}/keadaan"), "state=done").await;
        let page = get(&site, &format!("{at}/keadaan"), "ratna").await.2;
        assert!(page.contains("value=\"reported\"") && !page.contains("value=\"planned\""));
        taken(&site, &format!("{at}/ubah"), "name=Rapat+besar&kind=meeting&level=village").await;
    })
    .await;
}

#[tokio::test]
async fn whoever_held_the_office_that_day_is_offered() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let site = site(&app);
        let at = format!("/pengelola/kegiatan/{}", loaded.workshop);
        let form = format!("{at}/narasumber");
        let offered = back(&site, &form, &format!("agency={}", loaded.health)).await;
        assert!(offered.contains("Baiq Hartini, Kepala Dinas"), "{offered}");
        assert!(!offered.contains("Lalu Wirajaya"), "{offered}");
        let holder = offered.split("name=\"holder\" value=\"").nth(1).unwrap();
        let holder = holder.split('"').next().unwrap().replace(' ', "+");
        taken(&site, &form, &format!("agency={}&holder={holder}", loaded.health)).await;
        let rows = store::speakers(&app.db, loaded.workshop).await.unwrap();
        assert_eq!(rows[0].name, "Baiq Hartini");
        assert_eq!(rows[0].office.as_deref(), Some("Kepala Dinas"));
        taken(&site, &form, "name=Sari&office=Pewarta").await;
        assert!(back(&site, &form, "office=Pewarta").await.contains("Bagian ini belum diisi"));
    })
    .await;
}

#[tokio::test]
async fn a_promise_is_noted_and_kept_with_its_proof() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let site = site(&app);
        let at = format!("/pengelola/kegiatan/{}", loaded.workshop);
        let form = format!("{at}/janji");
        let early = back(&site, &form, "who=Camat&what=Loket&until=2026-10-01").await;
        assert!(early.contains("id=\"until-e\""), "{early}");
        taken(&site, &form, "who=Camat&what=Loket+buka&until=2026-11-12").await;
        let page = get(&site, &at, "ratna").await.2;
        let keep = link(&page, &format!("{at}/janji/"));
        let other = "who=Camat&what=Loket+buka+tiap+Senin&until=2026-11-19";
        taken(&site, &format!("{keep}/ubah"), other).await;
        taken(&site, &format!("{keep}/ubah"), "who=Camat&what=Loket+buka&until=2026-11-12").await;
        assert!(get(&site, &keep, "ratna").await.2.contains("Camat: Loket buka"));
        assert!(back(&site, &keep, "on=2026-11-20").await.contains("href=\"#proof\""));
        taken(&site, &keep, "proof=Foto+loket&on=2026-11-20").await;
        let (_, place, _) = get(&site, &format!("/kegiatan/{}", loaded.workshop), "").await;
        let page = get(&site, &place, "").await.2;
        assert!(
            page.contains("Ditepati pada 20 November 2026") && page.contains("Foto loket"),
            "{page}"
        );
        assert!(
            page.contains("Loket buka tiap Senin"),
            "what was promised before is read here too"
        );
    })
    .await;
}

/// The key in the form at this address.
async fn key(site: &Site, path: &str) -> String {
    let form = get(site, path, "ratna").await.2;
    let key = form.split("name=\"form_key\" value=\"").nth(1).unwrap();
    key.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_form_sent_twice_adds_once_and_leads_to_the_same_place() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let new = "/pengelola/program/baru";
        let body = format!("name=Ladang&purpose=Layanan&form_key={}", key(&site, new).await);
        let at = taken(&site, new, &body).await;
        assert_eq!(taken(&site, new, &body).await, at);
        // Who goes back and writes something else means it.
        let other = taken(&site, new, &body.replace("Ladang", "Kebun")).await;
        assert_ne!(other, at);
        let add = format!("{at}/kegiatan");
        let body = "name=Rapat&kind=meeting&level=village&form_key=";
        let body = format!("{body}{}", key(&site, &add).await);
        let meeting = taken(&site, &add, &body).await;
        assert_eq!(taken(&site, &add, &body).await, meeting);
        for (form, body) in [
            (format!("{at}/mitra"), "role=funder&name=Warga"),
            (format!("{at}/capaian"), "number=1&name=Layanan+dekat"),
            (format!("{meeting}/acara"), "starts=09:30&item=Pembukaan"),
            (format!("{meeting}/janji"), "who=Camat&what=Loket+buka"),
        ] {
            let body = format!("{body}&form_key={}", key(&site, &form).await);
            taken(&site, &form, &body).await;
            taken(&site, &form, &body).await;
        }
        let page = get(&site, &at, "ratna").await.2;
        for once in ["<p>Warga (", "<p>1 Layanan dekat</p>", "<p>Rapat</p>"] {
            assert_eq!(page.matches(once).count(), 1, "{once}: {page}");
        }
        let page = get(&site, &meeting, "ratna").await.2;
        for once in ["<p>09.30 Pembukaan</p>", "<p>Camat: Loket buka</p>"] {
            assert_eq!(page.matches(once).count(), 1, "{once}: {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_added_by_mistake_goes_while_nothing_hangs_on_it() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let at = taken(&site, "/pengelola/program/baru", "name=Ladang&purpose=Layanan").await;
        taken(&site, &format!("{at}/capaian"), "number=1&name=Layanan+dekat").await;
        let page = get(&site, &at, "ratna").await.2;
        let outcome = link(&page, &format!("{at}/capaian/"));
        let id = outcome.rsplit('/').next().unwrap().to_owned();
        let component = format!("number=01&name=Loket&outcome={id}");
        taken(&site, &format!("{at}/komponen"), &component).await;
        let page = get(&site, &at, "ratna").await.2;
        let component = link(&page, &format!("{at}/komponen/"));
        let id = component.rsplit('/').next().unwrap().to_owned();
        let work = format!("name=Rapat&kind=meeting&level=village&component={id}");
        let meeting = taken(&site, &format!("{at}/kegiatan"), &work).await;
        taken(&site, &format!("{meeting}/janji"), "who=Camat&what=Loket+buka").await;
        for needed in [&outcome, &component, &meeting, &at] {
            let (status, _, page) = post(&site, &format!("{needed}/hapus"), "ratna", "").await;
            assert_eq!(status, StatusCode::CONFLICT, "{needed}: {page}");
        }
        let page = get(&site, &meeting, "ratna").await.2;
        let promise = link(&page, &format!("{meeting}/janji/"));
        let right = "who=Camat+Bayan&what=Loket+buka+Sabtu&until=2026-12-12";
        taken(&site, &format!("{promise}/ubah"), right).await;
        let form = get(&site, &format!("{promise}/ubah"), "ratna").await.2;
        assert!(form.contains("value=\"Camat Bayan\"") && form.contains("value=\"2026-12-12\""));
        for gone in [&promise, &meeting, &component, &outcome, &at] {
            taken(&site, &format!("{gone}/hapus"), "").await;
        }
        assert_eq!(get(&site, &at, "ratna").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get(&site, &meeting, "ratna").await.0, StatusCode::NOT_FOUND);
        assert!(!get(&site, "/program", "").await.2.contains("Ladang"));
    })
    .await;
}

#[tokio::test]
async fn a_promise_that_was_kept_is_neither_corrected_nor_struck_out() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let site = site(&app);
        let at = format!("/pengelola/kegiatan/{}", loaded.workshop);
        taken(&site, &format!("{at}/janji"), "who=Camat&what=Loket+buka&until=2026-11-12").await;
        let page = get(&site, &at, "ratna").await.2;
        let promise = link(&page, &format!("{at}/janji/"));
        let early = back(&site, &format!("{promise}/ubah"), "who=&what=Loket").await;
        assert!(early.contains("href=\"#who\""), "{early}");
        taken(&site, &promise, "proof=Foto+loket&on=2026-11-20").await;
        for act in ["ubah", "hapus"] {
            let path = format!("{promise}/{act}");
            let (status, _, _) = post(&site, &path, "ratna", "who=Lain&what=Lain").await;
            assert_eq!(status, StatusCode::CONFLICT, "{act}");
        }
    })
    .await;
}
