//! What readers see.
use super::*;
use crate::{Counted, Headcount};
use axum::http::StatusCode;
use base::{chain, languages::Lang, testing::browse::get, web::site};

#[tokio::test]
async fn the_programme_shows_how_it_is_built_up() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let (_, _, none) = get(&site, "/program", "").await;
        assert!(none.contains("Belum ada program.") && !none.contains("href=\"/program\""));
        let loaded = load(&app).await;
        let (status, place, _) = get(&site, &format!("/program/{}", loaded.programme), "").await;
        assert_eq!((status, place.ends_with("/ladang")), (StatusCode::SEE_OTHER, true));
        let (status, _, page) = get(&site, &place, "").await;
        assert_eq!(status, StatusCode::OK);
        for words in [
            "Layanan Dekat Warga (LADANG)</h1>",
            "Januari 2026 sampai 2028",
            "<a href=\"/instansi/dinkes-lombok-utara\">Dinkes KLU</a>",
            "<a href=\"/daerah/52.08\">Kabupaten Lombok Utara</a>",
            "Papua Barat <small>(2016; kini Provinsi Papua Barat dan Provinsi Papua Barat Daya)</small>",
            "<b>1</b> Layanan dekat",
            "01 Loket keliling</h3>",
            "Untuk capaian: 1 Layanan dekat",
            "Lokakarya surat lahir</a>",
            "Lokakarya · 8 Oktober 2026",
            "<a href=\"https://suara.example/keputusan\" rel=\"external nofollow\">Keputusan bupati</a>",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("/pengelola/program/"), "{page}");
        let (_, _, list) = get(&site, "/en/program", "").await;
        assert!(list.contains("lang=\"id\">Layanan Dekat Warga (LADANG)"), "{list}");
        let (_, _, menu) = get(&site, "/daerah", "").await;
        assert!(menu.contains("<a href=\"/program\">Program</a>"), "{menu}");
    })
    .await;
}

#[tokio::test]
async fn the_workshop_shows_who_spoke_what_was_decided_and_which_promise_is_late() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        hold(&app, &loaded).await;
        let mut tx = app.db.begin().await.unwrap();
        let held = (loaded.workshop, State::Done);
        actions::set_state(&app, &mut tx, held, &None, Act::now(&app, None)).await.unwrap();
        tx.commit().await.unwrap();
        let site = site(&app);
        let (_, place, _) = get(&site, &format!("/kegiatan/{}", loaded.workshop), "").await;
        let (status, _, page) = get(&site, &place, "").await;
        assert_eq!(status, StatusCode::OK);
        for words in [
            "8 Oktober 2026</time> · Aula Kantor Camat Tanjung",
            "<b>09.30 WITA</b> <span>Pembukaan</span>",
            "<b>Baiq Hartini</b>, <span>Kepala Dinas</span> · <a href=\"/instansi/dinkes-lombok-utara\">Dinas Kesehatan Lombok Utara</a>",
            "Kepala desa, dari semua desa",
            "Jumlah orang: tidak tercatat",
            "Jumlah peserta tidak tercatat.",
            "Loket buka dua kali sebulan.",
            "<span class=\"due bad\">Terlambat 12 hari</span>",
            "<span class=\"due\">Paling lambat 5 Desember 2026</span>",
            "<span class=\"badge good\">Selesai</span>",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let members = chain::members(&app, Lang::INDONESIAN, loaded.workshop.into()).await.unwrap();
        let said = &members[0].steps[0].sentence;
        assert_eq!(said, "Lokakarya \"Lokakarya surat lahir\" diselenggarakan di Aula Kantor Camat Tanjung.");
        assert!(chain::takes(&app, base::subject::Kind::Programme));
        let pasted = chain::at_address(&app, &format!("http://suara.example/en{place}"));
        assert_eq!(pasted, Some(loaded.workshop.into()));
    })
    .await;
}

#[tokio::test]
async fn a_group_of_two_is_hidden_and_so_is_what_would_betray_it() {
    on_both(setup, |app| async move {
        let loaded = load(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let count = Headcount::of([
            (Counted::Women, 1234),
            (Counted::Men, 2),
            (Counted::Unnoted, 0),
            (Counted::Youth, 7),
        ]);
        actions::count_people(&app, &mut tx, (loaded.workshop, &count), None).await.unwrap();
        tx.commit().await.unwrap();
        let site = site(&app);
        let (_, place, _) = get(&site, &format!("/kegiatan/{}", loaded.workshop), "").await;
        let (_, _, page) = get(&site, &place, "").await;
        let cell = |group: &str, people: &str| {
            format!("<tr><th scope=\"row\">{group}</th><td class=\"n\">{people}</td></tr>")
        };
        for row in [
            cell("Semua peserta", "1.236"),
            cell("Perempuan", "disembunyikan"),
            cell("Laki-laki", "disembunyikan"),
            cell("Orang muda", "7"),
        ] {
            assert!(page.contains(&row), "{row}: {page}");
        }
        assert!(!page.contains("1.234") && !page.contains("Warga miskin"), "{page}");
    })
    .await;
}
