//! Files as they are served: to all while their subject is public, in parts, and as nothing but files.
use super::samples::*;
use crate::{What, list};
use axum::http::StatusCode;
use base::testing::on_both;
use image::ImageFormat;

#[tokio::test]
async fn a_recording_is_served_in_parts_and_as_nothing_but_sound() {
    on_both(setup, |app| async move {
        clean(&app);
        send(&app, "sari", &[("id", "7")], &[("b.mp3", &mp3(40))]).await;
        let attached = list(&app.db, OPEN).await.unwrap();
        let What::Recording(recording) = &attached[0].what else { panic!("no recording") };
        let whole = get(&app, &recording.path, &[("accept-encoding", "gzip")]).await;
        assert_eq!(whole.status, StatusCode::OK);
        for (name, value) in [
            ("content-type", "audio/mpeg"),
            ("accept-ranges", "bytes"),
            ("content-length", "16680"),
            ("content-encoding", ""),
            ("x-content-type-options", "nosniff"),
        ] {
            assert_eq!(whole.header(name), value, "{name}");
        }
        assert!(whole.header("content-security-policy").contains("sandbox"));
        assert!(whole.header("content-disposition").starts_with("inline; filename=\"rekaman-"));
        let part = get(&app, &recording.path, &[("range", "bytes=400-499")]).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT);
        assert_eq!(part.header("content-range"), "bytes 400-499/16680");
        assert_eq!(part.body, whole.body[400..500]);
        let beyond = get(&app, &recording.path, &[("range", "bytes=99999-")]).await;
        assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
        assert_eq!(beyond.header("content-range"), "bytes */16680");
        let known = get(&app, &recording.path, &[("if-none-match", whole.header("etag"))]).await;
        assert_eq!((known.status, known.body.len()), (StatusCode::NOT_MODIFIED, 0));
    })
    .await;
}

#[tokio::test]
async fn what_hangs_on_a_subject_that_is_not_public_is_served_under_its_secret_only() {
    on_both(setup, |app| async move {
        clean(&app);
        let png = encoded(two_halves(40, 20), ImageFormat::Png);
        let files = [("a.png", &png[..]), ("b.wav", &wav(b"")[..])];
        // Waiting under a form, then with a report that nobody may read.
        send(&app, "sari", &[], &files).await;
        for sent in [crate::waiting(&app.db, MARK).await.unwrap(), {
            send(&app, "sari", &[("id", "13")], &[]).await;
            list(&app.db, CLOSED).await.unwrap()
        }] {
            for one in sent {
                let path = |one: &crate::Attached| match &one.what {
                    What::Picture(figure) => figure.jpeg[0].path.clone(),
                    What::Recording(recording) => recording.path.clone(),
                };
                assert_eq!(get(&app, &path(&one), &[]).await.status, StatusCode::NOT_FOUND);
                let few = get(&app, &path(&one.for_few()), &[]).await;
                assert_eq!(few.status, StatusCode::OK);
                assert_eq!(few.header("cache-control"), "private, no-store");
                let guessed = path(&one.for_few()).replace(&one.secret, MARK);
                assert_eq!(get(&app, &guessed, &[]).await.status, StatusCode::NOT_FOUND);
            }
        }
        // The same photograph with a report that all may read is shown to all.
        send(&app, "sari", &[("id", "7")], &[("a.png", &png)]).await;
        let open = list(&app.db, OPEN).await.unwrap();
        let What::Picture(figure) = &open[0].what else { panic!("no picture") };
        let seen = get(&app, &figure.webp[0].path, &[]).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert_eq!(seen.header("content-type"), "image/webp");
        assert_eq!(seen.header("cache-control"), "private, max-age=600");
    })
    .await;
}
