//! Pictures and recordings of a draft: seen by those who see it, changed by those who may change it, public with it, gone
//! with it.
use super::{
    HIDE, berita,
    drafts::{newsroom, only_draft, read, send, verified},
    judge, tirtawana,
};
use crate::store;
use axum::http::StatusCode;
use base::{
    app::App,
    feature::Leaving,
    ids::{DraftId, PersonId},
    jobs::run_due,
    testing::{
        browse::{self, Seen},
        files::{self, PNG, silence},
        on_both,
    },
    web::site,
};
use media::{Attached, What};

const MARK: &str = "Tanda-formulir-Sari-yang-rahasia-sekali-123";
const NONE: (&str, &[u8]) = ("", b"");
const TYPED: &[(&str, &str)] = &[
    ("title", "Jembatan putus"),
    ("body", "Sejak 27 September."),
    ("section", "berita"),
    ("area", "99.01.01"),
    ("once", MARK),
];

async fn put(
    app: &App,
    (path, who): (&str, &str),
    more: &[(&str, &str)],
    file: (&str, &[u8]),
) -> Seen {
    let fields = [TYPED, more].concat();
    files::post(&site(app), (path, who), &fields, file).await
}

async fn attached(app: &App, id: DraftId) -> Vec<Attached> {
    media::list(&app.db, id.into()).await.unwrap()
}

/// Where everyone finds it once it is public, and where its writer does.
fn paths(one: &Attached) -> (String, String) {
    let open = match &one.what {
        What::Picture(figure) => figure.jpeg[0].path.clone(),
        What::Recording(recording) => recording.path.clone(),
    };
    let name = open.rsplit('/').next().unwrap().to_owned();
    (open, format!("/lampiran/{}/{name}", one.secret))
}

/// Sari's draft with a photograph and a recording.
async fn begun(app: &App) -> DraftId {
    tirtawana(app).await;
    berita(app).await;
    let first = [("act", "attach"), ("form", "a")];
    let (status, place, page) = put(app, ("/tulisan/baru", "sari"), &first, ("a.png", PNG)).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    let id = only_draft(app).await;
    assert!(place.starts_with(&format!("/naskah/{id}/ubah")), "{place}");
    let second = [("act", "save"), ("form", "a"), ("version", "1")];
    let saved = put(app, (&place, "sari"), &second, ("b.wav", &silence())).await;
    assert_eq!(saved.0, StatusCode::SEE_OTHER, "{}", saved.2);
    id
}

#[tokio::test]
async fn what_hangs_on_a_draft_is_approved_with_it_and_public_with_it() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let files = attached(&app, id).await;
        let ways: Vec<_> = files.iter().map(paths).collect();
        for path in [format!("/naskah/{id}"), format!("/naskah/{id}/pratinjau")] {
            let page = read(&app, &path, "sari").await.2;
            assert!(page.contains(&ways[0].1) && page.contains(&ways[1].1), "{path}: {page}");
        }
        for (open, few) in &ways {
            assert_eq!(browse::status(&site(&app), open).await, StatusCode::NOT_FOUND);
            assert_eq!(browse::status(&site(&app), few).await, StatusCode::OK);
        }
        let edit = format!("/naskah/{id}/ubah");
        let (caption, alt) = (files[0].field("caption"), files[0].field("alt"));
        let said: &[(&str, &str)] = &[
            (&caption, "Jembatan dari hulu"),
            (&alt, "Jembatan tanpa lantai"),
            (&files[0].field("made"), "changed"),
            (&files[0].field("consent"), "Warga di gambar setuju"),
            (&files[1].field("caption"), "Pak Wayan"),
            (&files[1].field("transcript"), "Hujan sejak sore."),
        ];
        let sent = [said, &[("version", "1"), ("form", "b")]].concat();
        let (status, _, page) = put(&app, (&edit, "sari"), &sent, NONE).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
        verified(&app, id).await;

        // It is with the editors: its writer changes nothing, an editor does, and approves anew.
        let late = put(&app, (&edit, "sari"), &[("version", "2")], ("c.png", PNG)).await;
        assert_eq!(late.0, StatusCode::CONFLICT);
        let word: &[(&str, &str)] =
            &[(&caption, "Jembatan Kali Suri"), (&alt, "Jembatan tanpa lantai")];
        let edited = [word, &[("act", "save"), ("version", "2"), ("edits", "1")]].concat();
        assert_eq!(put(&app, (&edit, "ketut"), &edited, NONE).await.0, StatusCode::SEE_OTHER);
        let out = format!("/meja/tulisan/{id}/terbitkan");
        assert_eq!(send(&app, &out, "ketut", "").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        verified(&app, id).await;
        let (status, place, _) = send(&app, &out, "ketut", "").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let (_, place, _) = read(&app, &place, "").await;
        let (_, _, story) = read(&app, &place, "").await;
        for words in
            ["Jembatan Kali Suri", "Jembatan tanpa lantai", "Pak Wayan", "Hujan sejak sore."]
        {
            assert!(story.contains(words), "{words}: {story}");
        }
        assert!(attached(&app, id).await.is_empty(), "they hang on the story now");
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        for (open, _) in &ways {
            assert!(story.contains(open), "{open}: {story}");
            assert_eq!(browse::status(&site(&app), open).await, StatusCode::OK);
        }
        judge(&app, row.story.unwrap(), HIDE).await;
        assert_eq!(browse::status(&site(&app), &ways[0].0).await, StatusCode::FORBIDDEN);
        assert_eq!(browse::status(&site(&app), &ways[1].0).await, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_picture_is_refused_with_the_text_kept_and_what_is_taken_back_is_really_gone() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let edit = format!("/naskah/{id}/ubah");
        let (status, _, page) =
            put(&app, (&edit, "sari"), &[("version", "1")], ("a.jpg", b"PK\x03\x04")).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("a.jpg: Berkas ini bukan foto"), "{page}");
        assert!(page.contains("Sejak 27 September."), "{page}");
        let files = attached(&app, id).await;
        assert_eq!(files.len(), 2);
        let gone = files[0].field("remove");
        let caption = files[0].field("caption");
        let fields = [("act", "save"), ("version", "1"), (&gone, "1"), (&caption, "")];
        assert_eq!(put(&app, (&edit, "sari"), &fields, NONE).await.0, StatusCode::SEE_OTHER);
        assert_eq!(attached(&app, id).await.len(), 1);
        let withdrawn = send(&app, &format!("/naskah/{id}/tarik"), "sari", "").await;
        assert_eq!(withdrawn.0, StatusCode::SEE_OTHER);
        run_due(&app).await.unwrap();
        assert!(attached(&app, id).await.is_empty());
        assert!(app.blobs.all().unwrap().is_empty(), "every size of it");
    })
    .await;
}

#[tokio::test]
async fn when_an_account_ends_its_unpublished_words_and_files_are_gone() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let gone = Leaving { person: PersonId(1), name: "Sari".into(), email: None, phone: None };
        let mut tx = app.db.begin().await.unwrap();
        crate::actions::forget_writer(&app, &mut tx, &gone).await.unwrap();
        tx.commit().await.unwrap();
        run_due(&app).await.unwrap();
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        assert_eq!((row.title.as_str(), row.body.as_str()), ("", ""));
        assert!(store::versions(&app.db, id).await.unwrap().is_empty());
        assert!(attached(&app, id).await.is_empty());
        assert!(app.blobs.all().unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_file_that_came_with_a_late_text_waits_until_one_of_the_two_is_chosen() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let edit = format!("/naskah/{id}/ubah");
        let mark = MARK.replace("123", "456");
        let late = [
            ("body", "Lain sama sekali."),
            ("once", &*mark),
            ("title", "Jembatan"),
            ("act", "save"),
        ];
        let stale = [&late[..], &[("version", "0"), ("form", "z")]].concat();
        let sent = files::post(&site(&app), (&edit, "sari"), &stale, ("c.png", PNG)).await;
        assert_eq!(sent.0, StatusCode::CONFLICT);
        assert!(sent.2.contains(&mark), "{}", sent.2);
        assert_eq!(attached(&app, id).await.len(), 2);
        let version = store::draft(&app.db, id).await.unwrap().unwrap().version.to_string();
        let chosen = [&late[..], &[("version", &version), ("form", "y")]].concat();
        let kept = files::post(&site(&app), (&edit, "sari"), &chosen, NONE).await;
        assert_eq!(kept.0, StatusCode::SEE_OTHER, "{}", kept.2);
        assert_eq!(attached(&app, id).await.len(), 3);
    })
    .await;
}
