//! What is no honest picture is refused with a sentence, and nothing of it is left: no row, no file.
use super::samples::*;
use crate::Fault;
use axum::http::StatusCode;
use base::{
    app::App,
    db::Reads,
    sql,
    testing::{nothing_left, on_both},
    values,
};
use image::ImageFormat;
use std::sync::LazyLock;

async fn nothing_is_left(app: &App) {
    let rows: Option<(i64,)> = app
        .db
        .optional(
            sql!(
                "SELECT (SELECT COUNT(*) FROM pictures) + (SELECT COUNT(*) FROM picture_files)
                 + (SELECT COUNT(*) FROM recordings) + (SELECT COUNT(*) FROM attachments)
                 + (SELECT COUNT(*) FROM uploads)"
            ),
            values![],
        )
        .await
        .unwrap();
    assert_eq!(rows, Some((0,)));
    assert_eq!(on_disk(app), [""; 0].map(std::path::PathBuf::from));
    nothing_left(app).await;
}

/// A PNG that says it has 30 million dots of one colour and is a few kilobytes small.
fn bomb() -> Vec<u8> {
    static BOMB: LazyLock<Vec<u8>> =
        LazyLock::new(|| encoded(image::RgbImage::new(6000, 5000), ImageFormat::Png));
    BOMB.clone()
}

fn cases() -> Vec<(&'static str, Vec<u8>, Fault)> {
    let jpeg = encoded(two_halves(900, 600), ImageFormat::Jpeg);
    let png = encoded(two_halves(300, 200), ImageFormat::Png);
    let zip = b"PK\x03\x04\x14\0\0\0\0\0undangan.apkPK\x05\x06\0\0\0\0\x01\0\x01\0".to_vec();
    let comment = b"<script>alert(1)</script>";
    let commented = [&jpeg[..2], &[0xff, 0xfe, 0, 27], comment, &jpeg[2..]].concat();
    let text = [&[0, 0, 0, 25][..], b"tEXt", comment, &[0; 4]].concat();
    let worded = [&png[..33], &text, &png[33..]].concat();
    vec![
        ("bomb.png", bomb(), Fault::TooManyDots),
        ("undangan.jpg", zip.clone(), Fault::Unknown),
        ("foto.jpg", [&jpeg[..], &zip].concat(), Fault::Mixed),
        ("foto.png", [&png[..], &zip].concat(), Fault::Mixed),
        ("foto.png", [&png[..], b"apa saja"].concat(), Fault::Mixed),
        ("foto.jpg", commented, Fault::Mixed),
        ("foto.png", worded, Fault::Mixed),
        ("peta.svg", b"<svg onload=\"alert(1)\"/>".to_vec(), Fault::Unknown),
        ("halaman.jpg", b"<html><script>alert(1)</script>".to_vec(), Fault::Unknown),
        ("foto.jpg", jpeg[..jpeg.len() / 2].to_vec(), Fault::Broken),
        ("foto.png", png[..png.len() - 6].to_vec(), Fault::Broken),
        ("foto.jpg", jpeg[..3].to_vec(), Fault::Broken),
        ("foto.heic", b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), Fault::Heic),
        ("film.mov", b"\0\0\0\x14ftypqt  \0\0\0\0".to_vec(), Fault::Video),
        ("lagu.mp3", [mp3(20), zip].concat(), Fault::Mixed),
        ("lagu.mp3", mp3(1), Fault::Broken),
        ("suara.ogg", opus()[..200].to_vec(), Fault::Broken),
        ("suara.wav", wav(b"")[..4000].to_vec(), Fault::Broken),
        ("kosong.jpg", vec![], Fault::Unknown),
    ]
}

#[tokio::test]
async fn what_is_no_honest_picture_or_recording_is_refused_and_leaves_nothing() {
    on_both(setup, |app| async move {
        for (name, bytes, fault) in cases() {
            let seen = send(&app, "sari", &[("text", "Jembatan")], &[(name, &bytes)]).await;
            assert_eq!(
                (seen.status, seen.text().as_str()),
                (StatusCode::UNPROCESSABLE_ENTITY, fault.key()),
                "{name}"
            );
        }
        nothing_is_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn a_bomb_is_counted_before_one_dot_is_decoded() {
    let bytes = bomb();
    let began = std::time::Instant::now();
    let refused = crate::decode::sizes(crate::sniff::Sent::Png, &bytes);
    assert_eq!(refused.unwrap_err(), Fault::TooManyDots);
    assert!(began.elapsed() < std::time::Duration::from_secs(2), "{:?}", began.elapsed());
}

#[tokio::test]
async fn a_form_that_is_cut_off_or_broken_leaves_nothing() {
    on_both(setup, |app| async move {
        let jpeg = encoded(two_halves(900, 600), ImageFormat::Jpeg);
        let whole = form_body(&[("once", MARK)], &[("foto.jpg", &jpeg)]);
        let half = whole[..whole.len() / 2].to_vec();
        let noise = [b"halo", &whole[..]].concat();
        let unclosed = whole[..whole.len() - 4].to_vec();
        let nameless =
            b"--batas\r\nContent-Disposition: form-data\r\n\r\nx\r\n--batas--\r\n".to_vec();
        let long_head = [b"--batas\r\n", &vec![b'a'; 5000][..]].concat();
        for body in [half, noise, unclosed, nameless, long_head, b"--batas".to_vec(), vec![]] {
            let seen = send_body(&app, "sari", body).await;
            let refused = [StatusCode::BAD_REQUEST, StatusCode::PAYLOAD_TOO_LARGE];
            assert!(refused.contains(&seen.status), "{} {}", seen.status, seen.text());
            assert!(seen.text().contains("<h1"));
        }
        // A mark that no form of ours carries, and a text that is longer than any form.
        let strange = form_body(&[("once", "pendek")], &[("foto.jpg", &jpeg)]);
        assert_eq!(send_body(&app, "sari", strange).await.status, StatusCode::BAD_REQUEST);
        let long = "a".repeat(600 * 1024);
        let seen = send(&app, "sari", &[("text", &long)], &[]).await;
        assert_eq!(seen.status, StatusCode::PAYLOAD_TOO_LARGE);
        nothing_is_left(&app).await;
    })
    .await;
}

#[tokio::test]
async fn a_letter_without_an_account_has_less_room_and_a_day_has_an_end() {
    on_both(setup, |app| async move {
        clean(&app);
        let png = encoded(two_halves(30, 20), ImageFormat::Png);
        let five = [("a.png", &png[..]); 5];
        assert_eq!(send(&app, "", &[], &five).await.status, StatusCode::OK);
        let sixth = send(&app, "", &[], &[("b.png", &png)]).await;
        assert_eq!(sixth.text(), Fault::Enough.key());
        let today = app.today();
        let mut tx = app.db.begin().await.unwrap();
        let most = crate::attachment::DAY_BYTES_MAX;
        let who = (base::ids::PersonId(1), today);
        assert!(crate::store::spend(&mut tx, who, (most, most)).await.unwrap());
        tx.commit().await.unwrap();
        let before = on_disk(&app).len();
        let wide = encoded(two_halves(640, 200), ImageFormat::Png);
        let spent = send(&app, "sari", &[], &[("c.png", &wide)]).await;
        assert_eq!(spent.text(), Fault::Spent.key());
        assert_eq!(on_disk(&app).len(), before);
        app.clock.advance(base::jiff::SignedDuration::from_hours(24));
        assert_eq!(send(&app, "sari", &[], &[("c.png", &wide)]).await.status, StatusCode::OK);
    })
    .await;
}
