//! Pictures whose sizes were made elsewhere, kept and shown.
use crate::{
    FILE_BYTES_MAX, Format, NewFile, NewPicture, Withheld, add, feature, figures, thumbnails,
    withhold,
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{
    app::App,
    refusal::{Failure, Refusal},
    testing::{Setup, browse, on_both, on_sqlite},
    web::site,
};
use http_body_util::BodyExt;
use tower::ServiceExt;

const BRIDGE_WEBP: &[u8] = include_bytes!("../../../../suara/demo/pictures/jembatan-600.webp");
const BRIDGE_JPEG: &[u8] = include_bytes!("../../../../suara/demo/pictures/jembatan-600.jpg");
const BRIDGE_WIDE_WEBP: &[u8] =
    include_bytes!("../../../../suara/demo/pictures/jembatan-1200.webp");
const BRIDGE_WIDE_JPEG: &[u8] = include_bytes!("../../../../suara/demo/pictures/jembatan-1200.jpg");

fn setup() -> Setup {
    Setup { features: vec![feature()], ..Setup::default() }
}

fn file(format: Format, width: i64, bytes: &[u8]) -> NewFile {
    NewFile { format, width, height: width * 2 / 3, bytes: bytes.to_vec() }
}

fn bridge() -> NewPicture {
    NewPicture {
        alt: "Jembatan putus di tengah <sungai>".into(),
        caption: "Jembatan Kali Suri.".into(),
        credit: "Foto: Sari Wulandari".into(),
        licence: "CC BY-NC 4.0".into(),
        by: None,
        files: vec![
            file(Format::Webp, 1200, BRIDGE_WIDE_WEBP),
            file(Format::Jpeg, 1200, BRIDGE_WIDE_JPEG),
            file(Format::Webp, 600, BRIDGE_WEBP),
            file(Format::Jpeg, 600, BRIDGE_JPEG),
        ],
    }
}

async fn refused(app: &App, files: Vec<NewFile>) -> &'static str {
    match add(app, NewPicture { files, ..bridge() }).await {
        Err(Failure::Refused(Refusal::Invalid(errors))) => errors.0[0].key,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn sari_s_picture_of_the_bridge_is_shown_large_and_small() {
    on_both(setup, |app| async move {
        let id = add(&app, bridge()).await.unwrap();
        let small = &thumbnails(&app.db, &[id]).await.unwrap()[&id];
        assert_eq!((small.width_px, small.height_px), (600, 400));
        let figure = figures(&app.db, &[id]).await.unwrap().remove(0);
        let widths: Vec<i64> = figure.webp.iter().map(|source| source.width_px).collect();
        assert_eq!(widths, [1200, 600]);
        assert_eq!(figure.jpeg[1].path, small.jpeg);
        let frame =
            base::web::Frame::sample(app.words(base::languages::Lang::INDONESIAN), app.now());
        let html = figure.first_html(&frame);
        assert!(html.contains("alt=\"Jembatan putus di tengah &#60;sungai&#62;\""), "{html}");
        assert!(html.contains("Jembatan Kali Suri. Foto: Sari Wulandari · CC BY-NC 4.0"));
        assert!(!html.contains("lazy") && figure.html(&frame).contains("loading=\"lazy\""));
    })
    .await;
}

#[tokio::test]
async fn a_file_is_served_for_ever_under_its_hash_and_an_unknown_one_is_a_page() {
    on_both(setup, |app| async move {
        let id = add(&app, bridge()).await.unwrap();
        let small = thumbnails(&app.db, &[id]).await.unwrap().remove(&id).unwrap();
        let site = site(&app);
        for (path, kind, bytes) in
            [(&small.webp, "image/webp", BRIDGE_WEBP), (&small.jpeg, "image/jpeg", BRIDGE_JPEG)]
        {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let response = site.clone().oneshot(request).await.unwrap();
            assert_eq!(response.headers()["content-type"], kind);
            assert_eq!(response.headers()["cache-control"], "public, max-age=31536000, immutable");
            assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), bytes);
        }
        let wrong_kind = small.webp.replace(".webp", ".jpg");
        let unknown = format!("/gambar/{}.webp", "0".repeat(64));
        for path in [&wrong_kind, &unknown, "/gambar/..%2f..%2fsuara.sqlite", "/gambar/x.webp"] {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let response = site.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_withheld_file_is_not_served_unless_another_picture_has_it_too() {
    on_both(setup, |app| async move {
        let (first, second) =
            (add(&app, bridge()).await.unwrap(), add(&app, bridge()).await.unwrap());
        let path = thumbnails(&app.db, &[first]).await.unwrap()[&first].webp.clone();
        let cases = [
            (None, None, StatusCode::OK),
            (Some(Withheld::Hidden), None, StatusCode::OK),
            (Some(Withheld::Hidden), Some(Withheld::Hidden), StatusCode::FORBIDDEN),
            (Some(Withheld::Gone), Some(Withheld::Gone), StatusCode::GONE),
            (Some(Withheld::Gone), None, StatusCode::OK),
        ];
        for (of_first, of_second, status) in cases {
            let mut tx = app.db.begin().await.unwrap();
            withhold(&mut tx, first, of_first).await.unwrap();
            withhold(&mut tx, second, of_second).await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(browse::status(&site(&app), &path).await, status, "{of_first:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_no_picture_or_tells_too_much_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let text = file(Format::Jpeg, 600, b"<script>alert(1)</script>");
    assert_eq!(refused(&app, vec![text]).await, "error-picture-format");
    let disguised = file(Format::Jpeg, 600, BRIDGE_WEBP);
    assert_eq!(refused(&app, vec![disguised]).await, "error-picture-format");
    let wrong_sides = file(Format::Webp, 601, BRIDGE_WEBP);
    assert_eq!(refused(&app, vec![wrong_sides]).await, "error-picture-sides");
    let huge = file(Format::Webp, 600, &vec![0; FILE_BYTES_MAX + 1]);
    assert_eq!(refused(&app, vec![huge]).await, "error-picture-too-large");
    let exif = [&BRIDGE_JPEG[..2], b"\xff\xe1\x00\x08Exif\0\0", &BRIDGE_JPEG[2..]].concat();
    let with_place = file(Format::Jpeg, 600, &exif);
    assert_eq!(refused(&app, vec![with_place]).await, "error-picture-metadata");
    assert_eq!(refused(&app, vec![]).await, "error-empty");
}

#[tokio::test]
async fn a_picture_that_fails_leaves_no_row() {
    on_both(setup, |app| async move {
        let twice =
            vec![file(Format::Webp, 600, BRIDGE_WEBP), file(Format::Webp, 600, BRIDGE_WEBP)];
        assert!(add(&app, NewPicture { files: twice, ..bridge() }).await.is_err());
        let hash = base::blobs::BlobHash::of(BRIDGE_WEBP);
        assert!(!crate::store::is_named(&app.db, hash).await.unwrap());
    })
    .await;
}
