//! Telling of an innovation: its officers, its editions, its stages and results.
use super::*;
use base::testing::on_both;

fn form(name: &str) -> String {
    format!(
        "name={name}&summary=Ringkas&affair=civil-registration&year_begun=2025&initiator=residents&origin=original\
         &medium=not-digital&problem=Jauh&steps=1.+Data&criterion-1=Baru"
    )
}

#[tokio::test]
async fn theresia_registers_and_nobody_of_another_body_does() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let body = format!("{}&agency={}", form("Antre+dari+rumah"), bodies.dukcapil);
        for who in ["marlina", "semuel", "ratna", "sari"] {
            let (status, _) = send(&app, who, "/meja/inovasi/baru", &body).await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
        }
        let place = sent(&app, "theresia", "/meja/inovasi/baru", &body).await;
        assert!(place.ends_with("/antre-dari-rumah"), "{place}");
        let (status, page) = send(&app, "theresia", "/meja/inovasi/baru", &body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("sudah punya inovasi dengan nama ini"), "{page}");
        let body = "agency=&name=Baru&steps=Langkah";
        let (status, page) = send(&app, "bagus", "/meja/inovasi/baru", body).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("href=\"#agency\"") && page.contains("href=\"#problem\""), "{page}");
        assert!(page.contains("Langkah</textarea>") && page.contains("value=\"Baru\""), "{page}");
    })
    .await;
}

#[tokio::test]
async fn the_page_tells_what_a_copy_needs_under_the_names_of_its_rule_set() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let path = format!("/inovasi/{}/perahu-akta", bodies.boat);
        let page = page(&app, "sari", &path).await;
        for words in [
            "Ongkos perahu <strong>mahal</strong>.",
            "<li>Menyeberang.</li>",
            "<h3>Mudah disebarkan</h3>",
            "Kabupaten Lombok Utara",
            "<dd>Warga</dd>",
            "Belum diperiksa",
            "Tahap belum dicatat",
            "id=\"komentar\"",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("Tiru inovasi ini") && !page.contains("/ubah"), "{page}");
        let (_, place, _) =
            base::testing::browse::get(&site(&app), &format!("/en/inovasi/{}", bodies.boat), "")
                .await;
        assert_eq!(place, format!("/en{path}"));
        let (status, _) = get(&site(&app), "", "/inovasi/zzz/lain").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_change_keeps_the_earlier_words_and_the_slower_of_two_is_told() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let path = format!("/meja/inovasi/{}/ubah", bodies.boat);
        let shown = page(&app, "theresia", &path).await;
        assert!(shown.contains("2. Menyeberang.</textarea>"), "{shown}");
        let body = format!("{}&edition=1&why=Nama+lebih+jelas", form("Perahu+Akta+Pulau"));
        assert_eq!(send(&app, "semuel", &path, &body).await.0, StatusCode::FORBIDDEN);
        let (status, shown) = send(&app, "theresia", &path, &body.replace("&why=", "&w=")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("href=\"#why\""), "{shown}");
        sent(&app, "theresia", &path, &body).await;
        assert_eq!(send(&app, "bagus", &path, &body).await.0, StatusCode::CONFLICT);
        let editions = format!("/inovasi/{}/edisi?nomor=1", bodies.boat);
        let shown = page(&app, "", &editions).await;
        assert!(shown.contains("Nama lebih jelas") && shown.contains("Menyeberang"), "{shown}");
        let all = store::editions(&app.db, bodies.boat).await.unwrap();
        let numbers: Vec<i64> = all.iter().map(|edition| edition.number).collect();
        assert_eq!(numbers, [2, 1]);
        assert_eq!(all[0].rules, "innovation-criteria@2021-12-31");
    })
    .await;
}

#[tokio::test]
async fn a_step_back_and_a_stop_are_rows_and_the_latest_day_is_shown() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let path = format!("/meja/inovasi/{}/tahap", bodies.boat);
        sent(&app, "theresia", &path, "stage=trial&on=2026-02-11").await;
        sent(&app, "theresia", &path, "stage=applied&on=2026-05-13&document=SK&document_number=7")
            .await;
        sent(&app, "theresia", &path, "stage=idea&on=2025-11-03").await;
        assert_eq!(stage_of(&app, bodies.boat).await, Some(Stage::Applied));
        sent(&app, "theresia", &path, "stage=applied&on=2026-05-13").await;
        assert_eq!(store::stages(&app.db, bodies.boat).await.unwrap().len(), 3);
        let (status, shown) = send(&app, "theresia", &path, "stage=stopped&on=2026-06-01").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("Tulis mengapa inovasi ini berhenti"), "{shown}");
        sent(&app, "theresia", &path, "stage=stopped&on=2026-06-01&note=Perahu+rusak").await;
        assert_eq!(stage_of(&app, bodies.boat).await, Some(Stage::Stopped));
        let shown = page(&app, "", &format!("/inovasi/{}/perahu-akta", bodies.boat)).await;
        assert!(shown.contains("Perahu rusak") && shown.contains("SK, 7"), "{shown}");
        for who in ["marlina", "ratna", "sari"] {
            let (status, _) = send(&app, who, &path, "stage=trial&on=2026-02-11").await;
            assert_eq!(status, StatusCode::FORBIDDEN, "{who}");
        }
    })
    .await;
}

#[tokio::test]
async fn results_are_kept_to_the_last_digit_and_drawn() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let begin = format!("/meja/inovasi/{}/indikator", bodies.boat);
        let body = "name=Anak+tanpa+akta&unit=persen&baseline=38,40&baseline_on=2026-01-15\
                    &baseline_source=Ketua+RT&target=0";
        sent(&app, "theresia", &begin, body).await;
        let id = base::ids::short(store::indicators(&app.db, bodies.boat).await.unwrap()[0].id);
        let path = format!("/meja/inovasi/{}/nilai", bodies.boat);
        let value =
            |value: &str, on: &str| format!("indicator={id}&value={value}&on={on}&source=Dinas");
        let (status, shown) = send(&app, "theresia", &path, &value("8.5", "2026-02-11")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(shown.contains("dengan koma untuk pecahan") && shown.contains("value=\"8.5\""));
        sent(&app, "theresia", &path, &value("8,53", "2026-02-11")).await;
        sent(&app, "theresia", &path, &value("8,5308", "2026-02-11")).await;
        sent(&app, "theresia", &path, &value("3", "2026-08-12")).await;
        let (status, _) =
            send(&app, "theresia", &path, "indicator=9&value=1&on=2026-02-11&source=x").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            send(&app, "semuel", &path, &value("1", "2026-02-11")).await.0,
            StatusCode::FORBIDDEN
        );
        let seen = store::observations(&app.db, bodies.boat).await.unwrap();
        let stored: Vec<String> = seen.iter().map(|seen| seen.value.to_string()).collect();
        assert_eq!(stored, ["8.53", "8.5308", "3"]);
        let shown = page(&app, "", &format!("/inovasi/{}/perahu-akta", bodies.boat)).await;
        for words in [
            "Dari 38,40 persen (15 Januari 2026) menjadi 3 persen (12 Agustus 2026).",
            "Sasaran: 0 persen.",
            "<polyline points=\"56,30 ",
            "<td class=\"n\">8,5308</td>",
            "Diganti catatan lain",
        ] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
    })
    .await;
}

#[tokio::test]
async fn ratna_looks_after_a_year_and_the_record_is_fresh_again() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let path = format!("/meja/inovasi/{}/periksa", bodies.boat);
        assert_eq!(send(&app, "marlina", &path, "state=growing").await.0, StatusCode::FORBIDDEN);
        sent(&app, "ratna", &path, "state=growing&note=Ikut+menyeberang").await;
        let shown = page(&app, "", "/inovasi").await;
        assert!(
            shown.contains("Masih berkembang") && !shown.contains("Belum diperiksa"),
            "{shown}"
        );
        app.clock.advance(base::jiff::SignedDuration::from_hours(24 * 366));
        let shown = page(&app, "", "/inovasi").await;
        assert!(shown.contains("Terakhir diperiksa 24 November 2026"), "{shown}");
        sent(&app, "theresia", &path, "state=continuing").await;
        let shown = page(&app, "", "/inovasi").await;
        assert!(!shown.contains("Terakhir diperiksa"), "{shown}");
        let checks = store::checks(&app.db, bodies.boat).await.unwrap();
        assert_eq!(checks.len(), 2);
        let award = "year=2026&level=province&title=Juara&source=Piagam&link=javascript:x";
        let path = format!("/meja/inovasi/{}/penghargaan", bodies.boat);
        assert_eq!(send(&app, "theresia", &path, award).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        sent(&app, "theresia", &path, &award.replace("javascript:x", "https://a.example")).await;
        let shown = page(&app, "", &format!("/inovasi/{}/perahu-akta", bodies.boat)).await;
        assert!(shown.contains("<b>Juara</b>, 2026 (provinsi)"), "{shown}");
    })
    .await;
}

#[tokio::test]
async fn a_card_names_an_area_once_also_where_the_body_is_called_by_it() {
    on_both(setup, |app| async move {
        let frame =
            base::web::Frame::sample(app.words(base::languages::Lang::INDONESIAN), app.now());
        let samples = (crate::feature().gallery)(&base::feature::Gallery { frame });
        let cards: Vec<&str> = samples
            .iter()
            .flat_map(|one| one.html.split("<article class=\"card\">").skip(1))
            .collect();
        let named: Vec<&&str> =
            cards.iter().filter(|card| card.contains("Pemerintah Kabupaten Tirtawana")).collect();
        assert!(!named.is_empty());
        for card in named {
            let line = card.split("Pemerintah Kabupaten Tirtawana").nth(1).unwrap();
            let line = line.split("</p>").next().unwrap();
            assert!(!line.contains("Kabupaten Tirtawana"), "{line}");
        }
    })
    .await;
}
