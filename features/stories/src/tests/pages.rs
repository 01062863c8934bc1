//! The pages as readers and administrators get them.
use super::*;
use crate::{EditionKind, NewEdition, NewOccasion, add_occasion, correct, retract, store};
use base::testing::on_both;

#[tokio::test]
async fn the_story_page_says_all_that_is_known() {
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        let section = berita(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let flood = NewOccasion {
            name: "Banjir Kali Suri".into(),
            first_date: Some("2026-09-27".parse().unwrap()),
            last_date: Some("2026-09-28".parse().unwrap()),
            area: Some(AreaCode(990101)),
            venue: None,
            about: Some("Hujan sehari semalam.".into()),
        };
        let occasion = add_occasion(&app, &mut tx, flood).await.unwrap();
        tx.commit().await.unwrap();
        let id = publish(&app, NewStory { occasion: Some(occasion), ..bridge(section) }).await;
        let (status, place, _) = get(&app, &format!("/tulisan/{id}/salah?a=1")).await;
        assert_eq!(
            (status, place.as_str()),
            (StatusCode::MOVED_PERMANENTLY, &*format!("/tulisan/{id}/lima-puluh-enam-hari?a=1"))
        );
        let (status, _, page) = get(&app, &format!("/tulisan/{id}/lima-puluh-enam-hari")).await;
        assert_eq!(status, StatusCode::OK);
        for words in [
            "<h1>Lima Puluh Enam Hari</h1>",
            "Oleh Sari dan Nadia",
            "Minggu, 22 November 2026, 09.30 WITA",
            "Minggu, 27 September 2026",
            "/daerah/99.01\">Kabupaten Tirtawana",
            "/label/air%20bersih",
            "Belum terverifikasi",
            "Komentar (0)",
            "href=\"/rubrik/berita\" aria-current=\"true\"",
            "\"datePublished\":\"2026-11-22T09:30:00+08:00\"",
        ] {
            assert!(page.contains(words), "{words} is missing in {page}");
        }
        let (_, _, english) = get(&app, &format!("/en/tulisan/{id}/lima-puluh-enam-hari")).await;
        assert!(english.contains("<article class=\"story\" lang=\"id\">"), "{english}");
        let occasion = format!("/peristiwa/{occasion}/banjir-kali-suri");
        for path in ["/rubrik/berita", "/label/air%20bersih", "/arsip/2026/11", &occasion] {
            let (status, _, list) = get(&app, path).await;
            assert!(
                status == StatusCode::OK && list.contains("Lima Puluh Enam Hari"),
                "{path} {list}"
            );
        }
        for path in [
            "/rubrik/antah",
            "/label/antah",
            "/arsip/2026/13",
            "/baca/7/x/",
            "/rubrik/berita?sebelum=x",
        ] {
            assert_eq!(get(&app, path).await.0, StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_a_new_edition_and_the_old_one_can_be_read() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let id = publish(&app, bridge(section)).await;
        let edition = NewEdition {
            text: text("Lima Puluh Tujuh Hari", "Jembatan putus 57 hari."),
            kind: EditionKind::Correction,
            at: app.now(),
            why: "Semula tertulis 56 hari.".into(),
        };
        let mut tx = app.db.begin().await.unwrap();
        correct(&app, &mut tx, id, &edition, Some(PersonId(1))).await.unwrap();
        tx.commit().await.unwrap();
        let (_, _, page) = get(&app, &format!("/tulisan/{id}/lima-puluh-tujuh-hari")).await;
        assert!(page.contains("Diralat") && page.contains("Semula tertulis 56 hari."), "{page}");
        assert!(page.contains("dateModified"));
        let (_, _, list) = get(&app, &format!("/tulisan/{id}/edisi")).await;
        assert!(list.contains("Edisi 2") && list.contains("Terbit pertama"), "{list}");
        let (_, _, old) = get(&app, &format!("/tulisan/{id}/edisi/1")).await;
        assert!(old.contains("Camat berjanji") && old.contains("Anda membaca edisi 1"), "{old}");
        assert_eq!(get(&app, &format!("/tulisan/{id}/edisi/3")).await.0, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_retracted_story_leaves_its_reason_and_no_text() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let id = publish(&app, bridge(section)).await;
        let mut tx = app.db.begin().await.unwrap();
        retract(&app, &mut tx, id, "dua narasumber ternyata satu orang.", None).await.unwrap();
        tx.commit().await.unwrap();
        let (status, _, page) = get(&app, &format!("/tulisan/{id}/lima-puluh-enam-hari")).await;
        assert_eq!(status, StatusCode::GONE);
        assert!(page.contains("dua narasumber ternyata satu orang.") && page.contains("Dicabut"));
        assert!(!page.contains("Camat berjanji") && page.contains("noindex"), "{page}");
        assert_eq!(get(&app, &format!("/tulisan/{id}/edisi/1")).await.0, StatusCode::GONE);
    })
    .await;
}

#[tokio::test]
async fn text_of_an_archive_cannot_break_out_of_the_page() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let nasty = "</script><script>alert(1)</script> \u{202e}abc";
        let new =
            NewStory { text: text(nasty, nasty), dateline: Some(nasty.into()), ..bridge(section) };
        let id = publish(&app, new).await;
        let (_, place, _) = get(&app, &format!("/tulisan/{id}")).await;
        let (_, _, page) = get(&app, &place).await;
        assert!(!page.contains("<script>alert"), "{page}");
        assert_eq!(page.matches("</script>").count(), 1, "{page}");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_names_and_orders_sections_and_others_do_not() {
    on_both(setup, |app| async move {
        let berita = berita(&app).await;
        let (status, place, _) = get(&app, "/pengelola/rubrik").await;
        assert_eq!(
            (status, place.as_str()),
            (StatusCode::SEE_OTHER, "/masuk?lanjut=%2Fpengelola%2Frubrik")
        );
        let (status, ..) =
            post(&app, "/pengelola/rubrik/baru", "name_id=Kesehatan&name_en=Health").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let (status, _, page) = post(&app, "/pengelola/rubrik/baru", "name_id=Kesehatan").await;
        assert!(
            status == StatusCode::UNPROCESSABLE_ENTITY && page.contains("Sudah ada rubrik"),
            "{page}"
        );
        let rows = store::sections(&app.db).await.unwrap();
        let health = rows.iter().find(|row| row.slug == "kesehatan").unwrap().id;
        let body = format!(
            "place-{berita}=2&name-{berita}-id=Kabar&place-{health}=1&name-{health}-id=Sehat&name-{health}-en="
        );
        assert_eq!(post(&app, "/pengelola/rubrik", &body).await.0, StatusCode::SEE_OTHER);
        let menu = crate::sections::menu(&app, base::languages::Lang::ENGLISH).await.unwrap();
        let titles: Vec<&str> = menu.iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["Sehat", "Kabar"]);
        let wrong = format!("place-{berita}=1&name-{berita}-id=---&name-{health}-id=Bugar");
        let (status, _, page) = post(&app, "/pengelola/rubrik", &wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let seen = ["role=\"alert\"", "value=\"---\"", "value=\"Bugar\"", "satu huruf atau angka"];
        assert!(seen.iter().all(|seen| page.contains(seen)), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_section_without_stories_can_be_removed_and_one_with_stories_stays() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        publish(&app, bridge(section)).await;
        post(&app, "/pengelola/rubrik/baru", "name_id=Opini").await;
        let rows = store::sections(&app.db).await.unwrap();
        let opini = rows.iter().find(|row| row.slug == "opini").unwrap().id;
        let path = |id| format!("/pengelola/rubrik/{id}/hapus");
        assert_eq!(post(&app, &path(section), "").await.0, StatusCode::CONFLICT);
        assert_eq!(post(&app, &path(opini), "").await.0, StatusCode::SEE_OTHER);
        let left: Vec<_> = store::sections(&app.db).await.unwrap();
        assert!(left.iter().all(|row| row.id == section), "{left:?}");
    })
    .await;
}

#[tokio::test]
async fn the_chosen_story_leads_until_it_is_no_longer_public() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let older = publish(&app, bridge(section)).await;
        let newer = NewStory {
            text: text("Yang Baru", "Isi."),
            posted_at: Some(app.now()),
            ..bridge(section)
        };
        publish(&app, newer).await;
        assert!(front(&app).await.starts_with("Yang Baru"));
        assert_eq!(
            post(&app, "/pengelola/utama", &format!("story={older}")).await.0,
            StatusCode::SEE_OTHER
        );
        assert!(front(&app).await.starts_with("Lima Puluh Enam Hari"));
        let mut tx = app.db.begin().await.unwrap();
        retract(&app, &mut tx, older, "keliru.", None).await.unwrap();
        tx.commit().await.unwrap();
        assert!(front(&app).await.starts_with("Yang Baru"));
        let (status, ..) = post(&app, "/pengelola/utama", &format!("story={older}")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

/// The front page's block from the lead's headline on.
async fn front(app: &App) -> String {
    let words = app.words(base::languages::Lang::INDONESIAN);
    let f = base::web::Frame::sample(words, app.now());
    let blocks = crate::front::blocks(app, &f, base::feature::By::House).await.unwrap();
    let html = blocks.into_iter().map(|block| block.html).collect::<String>();
    let (_, lead) = html.split_once("<h2><a href=\"/tulisan/").unwrap();
    lead.split_once('>').unwrap().1.to_owned()
}
