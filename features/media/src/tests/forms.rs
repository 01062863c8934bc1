//! What a form sends is kept without its place, stored once, hangs on its subject, and is gone when it is taken away.
use super::samples::*;
use crate::{Made, What, list, remove, waiting};
use axum::http::StatusCode;
use base::{
    app::App,
    db::Reads,
    feature::Leaving,
    ids::PersonId,
    jiff::SignedDuration,
    jobs::run_due,
    sql,
    testing::{nothing_left, on_both},
    values,
};
use image::{GenericImageView, ImageFormat};

async fn take_away_all(app: &App) {
    for one in list(&app.db, OPEN).await.unwrap() {
        let mut tx = app.db.begin().await.unwrap();
        remove(app, &mut tx, (OPEN, one.id), None).await.unwrap();
        tx.commit().await.unwrap();
    }
    run_due(app).await.unwrap();
}

#[tokio::test]
async fn a_photograph_loses_its_place_and_stands_upright_in_every_size() {
    on_both(setup, |app| async move {
        clean(&app);
        // The camera lay on its side: 6 says that a quarter turn to the right makes it upright.
        let jpeg = encoded(two_halves(1600, 800), ImageFormat::Jpeg);
        let sent = send(&app, "sari", &[], &[("foto.zip", &with_exif(&jpeg, 6))]).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text());
        let waiting = waiting(&app.db, MARK).await.unwrap();
        let What::Picture(figure) = &waiting[0].what else { panic!("no picture") };
        let sides: Vec<(i64, i64)> =
            figure.jpeg.iter().map(|source| (source.width_px, source.height_px)).collect();
        assert_eq!(sides, [(800, 1600), (720, 1440), (360, 720)]);
        assert_eq!(figure.webp.len(), 3);
        let kept = contents(&app);
        for told in [&b"KAMERA-SARI"[..], b"Exif", b"DUSUN"] {
            assert!(!holds(&kept, told), "{told:?} is still told");
        }
        // What was left is on top now, in every file.
        for path in on_disk(&app) {
            let dots = image::load_from_memory(&std::fs::read(path).unwrap()).unwrap();
            let (top, bottom) =
                (dots.get_pixel(dots.width() / 2, 5), dots.get_pixel(5, dots.height() - 5));
            assert!(top.0[0] > 150 && top.0[2] < 100, "{top:?}");
            assert!(bottom.0[2] > 150 && bottom.0[0] < 100, "{bottom:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_photograph_is_stored_once_and_is_gone_with_the_last_that_shows_it() {
    on_both(setup, |app| async move {
        clean(&app);
        let png = encoded(two_halves(800, 400), ImageFormat::Png);
        let files = [("satu.png", &png[..]), ("dua.png", &png[..])];
        assert_eq!(send(&app, "sari", &[("id", "7")], &files).await.status, StatusCode::OK);
        assert_eq!(on_disk(&app).len(), 6, "three sizes in two formats, once");
        let attached = list(&app.db, OPEN).await.unwrap();
        assert_eq!(attached.len(), 2);
        let mut tx = app.db.begin().await.unwrap();
        remove(&app, &mut tx, (OPEN, attached[0].id), None).await.unwrap();
        tx.commit().await.unwrap();
        run_due(&app).await.unwrap();
        assert_eq!(on_disk(&app).len(), 6, "the other still shows it");
        // Not through another's subject.
        let mut tx = app.db.begin().await.unwrap();
        assert!(remove(&app, &mut tx, (CLOSED, attached[1].id), None).await.is_err());
        drop(tx);
        take_away_all(&app).await;
        assert_eq!(on_disk(&app).len(), 0);
        nothing_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_said_of_a_file_is_kept_and_shown_and_a_file_can_be_taken_back() {
    on_both(setup, |app| async move {
        clean(&app);
        let png = encoded(two_halves(40, 20), ImageFormat::Png);
        let files = [("a.png", &png[..]), ("b.wav", &wav(b"")[..])];
        assert_eq!(send(&app, "sari", &[], &files).await.status, StatusCode::OK);
        let both = waiting(&app.db, MARK).await.unwrap();
        let said = [
            (both[0].field("caption"), "Jembatan <Kali Suri>"),
            (both[0].field("alt"), "Jembatan putus"),
            (both[0].field("made"), "changed"),
            (both[1].field("caption"), "Pak Wayan"),
            (both[1].field("transcript"), "Hujan sejak sore."),
            (both[1].field("consent"), "Setuju"),
        ];
        let said: Vec<(&str, &str)> = said.iter().map(|(name, v)| (name.as_str(), *v)).collect();
        assert_eq!(send(&app, "sari", &said, &[]).await.status, StatusCode::OK);
        let long = "a".repeat(301);
        let field = both[0].field("caption");
        let refused = send(&app, "sari", &[(&field, &long)], &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let both = waiting(&app.db, MARK).await.unwrap();
        assert_eq!(both[0].made(), Made::Changed);
        let frame =
            base::web::Frame::sample(app.words(base::languages::Lang::INDONESIAN), app.now());
        let html = crate::shown(&frame, &both);
        for words in [
            "Jembatan &#60;Kali Suri&#62;",
            "alt=\"Jembatan putus\"",
            "Diubah dengan kecerdasan",
            "1 detik",
            "Hujan sejak sore.",
            "<audio controls",
        ] {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert!(!html.contains("Setuju"), "only for the newsroom");
        let (caption, gone) = (both[1].field("caption"), both[1].field("remove"));
        send(&app, "sari", &[(&caption, ""), (&gone, "1")], &[]).await;
        run_due(&app).await.unwrap();
        assert_eq!(waiting(&app.db, MARK).await.unwrap().len(), 1);
        assert_eq!(on_disk(&app).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_never_sent_is_forgotten_with_its_files_after_a_day() {
    on_both(setup, |app| async move {
        clean(&app);
        let png = encoded(two_halves(40, 20), ImageFormat::Png);
        send(&app, "sari", &[], &[("a.png", &png), ("b.mp3", &mp3(40))]).await;
        let piece = pieces::first(&app, &png).await;
        assert!(piece.text().contains("arrived"), "{}", piece.text());
        // And what a killed program left: a file that no row names, and half of another.
        app.blobs.put(b"tanpa baris").unwrap();
        let shelf = app.config.data.join("blobs/00");
        std::fs::create_dir_all(&shelf).unwrap();
        std::fs::write(shelf.join(".tmpsetengah"), b"setengah").unwrap();
        std::fs::write(app.config.data.join("uploads/tersesat"), b"setengah").unwrap();
        assert_eq!(on_disk(&app).len(), 7);
        sweep(&app).await;
        assert_eq!(on_disk(&app).len(), 4, "two pictures, a recording, a piece that may go on");
        app.clock.advance(SignedDuration::from_hours(25));
        sweep(&app).await;
        assert_eq!(on_disk(&app).len(), 0);
        assert!(waiting(&app.db, MARK).await.unwrap().is_empty());
    })
    .await;
}

/// Rows that say who sent a file, table by table.
async fn named(app: &App) -> [i64; 4] {
    let counts: Vec<(i64,)> = app
        .db
        .all(
            sql!(
                "SELECT COUNT(person_id) FROM attachments UNION ALL SELECT COUNT(person_id) FROM pictures
                 UNION ALL SELECT COUNT(person_id) FROM recordings UNION ALL SELECT COUNT(person_id) FROM uploads"
            ),
            values![],
        )
        .await
        .unwrap();
    [0, 1, 2, 3].map(|table| counts[table].0)
}

#[tokio::test]
async fn what_hangs_names_nobody_and_what_waits_forgets_who_left() {
    on_both(setup, |app| async move {
        clean(&app);
        let png = encoded(two_halves(40, 20), ImageFormat::Png);
        let files: [(&str, &[u8]); 2] = [("a.png", &png), ("b.mp3", &mp3(40))];
        send(&app, "sari", &[("id", "7")], &files).await;
        assert_eq!(named(&app).await, [0; 4], "who sent a letter is for the letter to know");
        send(&app, "sari", &[], &files).await;
        pieces::first(&app, &encoded(two_halves(60, 20), ImageFormat::Png)).await;
        let all = named(&app).await;
        assert!(all.iter().all(|count| *count > 0), "{all:?}");
        let sari = Leaving { person: PersonId(1), name: "Sari".into(), email: None, phone: None };
        let mut tx = app.db.begin().await.unwrap();
        (crate::feature().forget.unwrap())(&app, &mut tx, &sari).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(named(&app).await, [0; 4]);
        assert_eq!(waiting(&app.db, MARK).await.unwrap().len(), 2, "what waits may still be sent");
    })
    .await;
}

async fn sweep(app: &App) {
    use base::jobs::Job;
    crate::actions::Sweep.run(app).await.unwrap();
    run_due(app).await.unwrap();
}

mod pieces {
    //! Files that come in pieces.
    use super::*;
    use axum::{body::Body, http::Request};

    async fn piece(app: &App, (size, from): (usize, usize), bytes: &[u8]) -> Seen {
        let request = Request::post("/unggah")
            .header("suara-mark", MARK)
            .header("suara-file", "foto-1")
            .header("suara-size", size.to_string())
            .header("suara-from", from.to_string())
            .header("cookie", "sesi=sari");
        ask(app, request.body(Body::from(bytes.to_vec())).unwrap()).await
    }

    pub async fn first(app: &App, bytes: &[u8]) -> Seen {
        piece(app, (bytes.len(), 0), &bytes[..20]).await
    }

    #[tokio::test]
    async fn a_file_that_was_cut_off_goes_on_where_it_ended_and_is_one() {
        on_both(setup, |app| async move {
            clean(&app);
            let png = encoded(two_halves(400, 200), ImageFormat::Png);
            let size = png.len();
            assert_eq!(piece(&app, (size, 0), &png[..50]).await.text(), "{\"arrived\":50}");
            // Its answer was lost, so it comes again; and one comes out of order.
            assert_eq!(piece(&app, (size, 0), &png[..50]).await.text(), "{\"arrived\":50}");
            assert_eq!(piece(&app, (size, 90), &png[90..]).await.text(), "{\"arrived\":50}");
            let headers = [("suara-mark", MARK), ("suara-file", "foto-1")];
            assert_eq!(get(&app, "/unggah", &headers).await.text(), "{\"arrived\":50}");
            let whole = piece(&app, (size, 50), &png[50..]).await;
            assert!(whole.text().contains("attachment"), "{}", whole.text());
            let again = piece(&app, (size, 50), &png[50..]).await;
            assert_eq!(again.text(), whole.text());
            assert_eq!(waiting(&app.db, MARK).await.unwrap().len(), 1);
            assert_eq!(on_disk(&app).len(), 4, "two sizes in two formats, no piece");
        })
        .await;
    }

    #[tokio::test]
    async fn pieces_of_what_is_no_picture_are_refused_at_the_end_and_gone() {
        on_both(setup, |app| async move {
            clean(&app);
            let zip = b"PK\x03\x04 undangan";
            let seen = piece(&app, (zip.len(), 0), zip).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(seen.text().contains("bukan foto"), "{}", seen.text());
            assert_eq!(on_disk(&app).len(), 0);
            let large = piece(&app, (40 * 1024 * 1024, 0), b"x").await;
            assert!(large.text().contains("terlalu besar"), "{}", large.text());
            let nameless = Request::post("/unggah").body(Body::from("x")).unwrap();
            assert_eq!(ask(&app, nameless).await.status, StatusCode::BAD_REQUEST);
            assert_eq!(on_disk(&app).len(), 0);
        })
        .await;
    }
}
