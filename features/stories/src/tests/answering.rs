//! What the house answers for: corrections beside what was wrong, retractions in public, sealed text that is nowhere.
use super::{
    berita,
    drafts::{STORY, newsroom, only_draft, read, send, verified},
    tirtawana,
};
use crate::store;
use axum::http::StatusCode;
use base::{
    app::App,
    db::Piece,
    ids::StoryId,
    testing::{Setup, on_both},
    visitor::{Grant, Role, Scope},
};

/// Maria is the chief editor here.
fn chief() -> Setup {
    Setup {
        identify: |app, token| {
            Box::pin(async move {
                let mut visitor = (newsroom().identify)(app, token).await?;
                if let Some(person) = visitor.signed_in.as_mut().filter(|p| p.name == "maria") {
                    person.grants = vec![Grant { role: Role::ChiefEditor, scope: Scope::House }];
                }
                Ok(visitor)
            })
        },
        ..newsroom()
    }
}

async fn published(app: &App) -> StoryId {
    tirtawana(app).await;
    berita(app).await;
    send(app, "/tulisan/baru", "sari", STORY).await;
    let id = only_draft(app).await;
    verified(app, id).await;
    let note = format!("/meja/tulisan/{id}/catatan");
    send(app, &note, "ketut", "paragraph=1&note=Anak+siapa%3F").await;
    let ask = format!("/meja/tulisan/{id}/pertanyaan");
    send(app, &ask, "ketut", "asked=Camat&way=letter&words=memutar%3F&until=2026-11-25").await;
    let (_, place, _) = send(app, &format!("/meja/tulisan/{id}/terbitkan"), "ketut", "").await;
    place.trim_start_matches("/tulisan/").parse().unwrap()
}

async fn page(app: &App, id: StoryId) -> (StatusCode, String) {
    let (_, place, _) = read(app, &format!("/tulisan/{id}"), "").await;
    let (status, _, page) = read(app, &place, "").await;
    (status, page)
}

/// What a backup made now would hold: every row of every table, written down.
async fn every_row(app: &App) -> Vec<(String, String)> {
    let (to, mut from) = tokio::sync::mpsc::channel(4);
    let (db, tables) = (app.db.clone(), app.db.shapes().await.unwrap());
    let reading = tokio::spawn(async move { db.read_whole(tables, to).await });
    let (mut rows, mut name) = (vec![], String::new());
    while let Some(piece) = from.recv().await {
        match piece {
            Piece::Table(table) => name = table.name,
            Piece::Rows(cells) => {
                rows.extend(cells.iter().map(|row| (name.clone(), format!("{row:?}"))));
            }
        }
    }
    reading.await.unwrap().unwrap();
    assert!(rows.len() > 20, "only {} rows were read", rows.len());
    rows
}

const MENDED: &str = "title=Jembatan+putus&body=Sejak+28+September.%0A%0A**Anak**+memutar.&why=Tanggalnya+keliru.&seen=1&kind=correction";

#[tokio::test]
async fn a_correction_is_a_new_edition_with_what_was_wrong_and_an_apology_in_a_public_list() {
    on_both(chief, |app| async move {
        let id = published(&app).await;
        let desk = format!("/meja/terbit/{id}/edisi");
        assert_eq!(send(&app, &desk, "ketut", MENDED).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        let whole =
            format!("{MENDED}&was=27+September&became=28+September&apology=Kami+mohon+maaf.");
        assert_eq!(send(&app, &desk, "sari", &whole).await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &desk, "ketut", &whole).await.0, StatusCode::SEE_OTHER);
        let (_, story) = page(&app, id).await;
        for words in [
            "<del>27 September</del>",
            "<ins>28 September</ins>",
            "Kami mohon maaf.",
            "Tanggalnya keliru.",
        ] {
            assert!(story.contains(words), "{words}");
            assert!(read(&app, "/ralat", "").await.2.contains(words), "{words} in the list");
        }
        let (_, _, beda) = read(&app, &format!("/tulisan/{id}/beda?dari=1&ke=2"), "").await;
        assert!(beda.contains("27</del>") && beda.contains("28</ins>"), "{beda}");
        // Somebody still had the first edition before them: their words stay on the page, and nothing is overwritten.
        let late = whole.replace("28+September.%0A", "29+September.%0A");
        let (status, _, again) = send(&app, &desk, "maria", &late).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.contains("Sejak 29 September.") && again.contains("28</del>"), "{again}");
        assert!(again.contains("name=\"seen\" value=\"2\""));
    })
    .await;
}

#[tokio::test]
async fn a_story_is_taken_back_by_the_chief_editor_for_a_reason_of_the_list_and_in_public() {
    on_both(chief, |app| async move {
        let id = published(&app).await;
        let desk = format!("/meja/terbit/{id}/cabut");
        let form = "ground=child-future&reason=Wajah+anak+terlihat.";
        assert_eq!(send(&app, &desk, "ketut", form).await.0, StatusCode::FORBIDDEN);
        let outside = "ground=requested&reason=Diminta+camat.";
        assert_eq!(send(&app, &desk, "maria", outside).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(send(&app, &desk, "maria", form).await.0, StatusCode::SEE_OTHER);
        let (status, story) = page(&app, id).await;
        assert_eq!(status, StatusCode::GONE);
        assert!(story.contains("Wajah anak terlihat.") && !story.contains("memutar"));
        let list = read(&app, "/pencabutan", "").await.2;
        assert!(list.contains("Wajah anak terlihat.") && list.contains("Jembatan putus"));
    })
    .await;
}

#[tokio::test]
async fn sealed_text_is_nowhere_on_no_page_and_in_no_table() {
    on_both(chief, |app| async move {
        let id = published(&app).await;
        let whole = format!("{MENDED}&was=27+September&became=28+September&apology=Maaf.");
        send(&app, &format!("/meja/terbit/{id}/edisi"), "ketut", &whole).await;
        let seal = format!("/meja/terbit/{id}/segel");
        assert_eq!(
            send(&app, &seal, "maria", "seal_ground=child").await.0,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let both = "seal_ground=child&edition=1&edition=2";
        assert_eq!(send(&app, &seal, "ketut", both).await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &seal, "maria", both).await.0, StatusCode::SEE_OTHER);
        let draft = only_draft(&app).await;
        let pages = [
            (page(&app, id).await.1, "the story".to_owned()),
            (read(&app, &format!("/tulisan/{id}/edisi"), "").await.2, "editions".into()),
            (read(&app, &format!("/tulisan/{id}/edisi/1"), "").await.2, "edition 1".into()),
            (read(&app, &format!("/tulisan/{id}/beda?dari=1&ke=2"), "").await.2, "diff".into()),
            (read(&app, "/ralat", "").await.2, "corrections".into()),
            (read(&app, &format!("/naskah/{draft}"), "sari").await.2, "the draft".into()),
            (read(&app, &format!("/naskah/{draft}/versi"), "sari").await.2, "its saves".into()),
            (read(&app, &format!("/naskah/{draft}/pratinjau"), "sari").await.2, "preview".into()),
            (read(&app, &format!("/meja/tulisan/{draft}"), "ketut").await.2, "the desk".into()),
            (read(&app, &format!("/meja/terbit/{id}"), "maria").await.2, "answering".into()),
            (read(&app, "/arsip/2026/11", "").await.2, "the archive".into()),
        ];
        for (page, name) in &pages {
            for words in ["memutar", "Jembatan putus", "Tanggalnya keliru"] {
                assert!(!page.contains(words), "{words} stands on {name}");
            }
        }
        assert!(pages[1].0.contains("SHA-256") && pages[1].0.contains("identitas anak"));
        let kept = store::editions(&app.db, id).await.unwrap();
        assert!(kept.iter().all(|edition| edition.hash.len() == 64));
        for (table, row) in every_row(&app).await {
            assert!(!row.contains("memutar") && !row.contains("Jembatan"), "{table}: {row}");
        }
    })
    .await;
}
