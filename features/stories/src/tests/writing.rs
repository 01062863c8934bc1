//! Writing: nothing that was typed is lost, by whomever and however often it is saved.
use super::{
    berita,
    drafts::{STORY, newsroom, only_draft, read, send},
    tirtawana,
};
use crate::{DraftState, store};
use axum::http::StatusCode;
use base::{
    app::App,
    feature::{Describe, Feature},
    ids::DraftId,
    languages::Lang,
    links,
    subject::{Card, Kind, Subject},
    testing::on_both,
};

async fn begun(app: &App) -> DraftId {
    tirtawana(app).await;
    berita(app).await;
    let form = "title=&body=Sejak+27+September.&act=save&form=a&version=0";
    let (status, place, notice) = send(app, "/tulisan/baru", "sari", form).await;
    assert_eq!((status, notice.as_str()), (StatusCode::SEE_OTHER, "draft-saved"));
    let id = only_draft(app).await;
    assert_eq!(place, format!("/naskah/{id}/ubah"));
    id
}

#[tokio::test]
async fn a_story_is_saved_unfinished_read_by_nobody_else_shown_as_it_will_stand_and_sent() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let own = format!("/naskah/{id}");
        let edit = format!("/naskah/{id}/ubah");
        assert!(read(&app, &edit, "sari").await.2.contains("Sejak 27 September."));
        for path in [&own, &edit, &format!("{own}/versi"), &format!("{own}/pratinjau")] {
            assert_eq!(read(&app, path, "ketut").await.0, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(!read(&app, "/meja/tulisan", "ketut").await.2.contains(&id.to_string()));
        // It is not finished: nothing is sent, what was typed stays.
        let half = "title=&body=Dua.&form=b&version=1";
        let (status, _, page) = send(&app, &edit, "sari", half).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Dua."));

        let whole = format!("{STORY}&form=b&version=1&act=preview");
        let (_, place, _) = send(&app, &edit, "sari", &whole).await;
        let (status, _, page) = read(&app, &place, "sari").await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("<strong>Anak</strong> memutar.") && page.contains("Ini pratinjau"));
        assert!(page.contains("noindex"));
        let (_, place, _) = send(&app, &edit, "sari", &format!("{STORY}&form=c&version=2")).await;
        assert_eq!(place, own);
        assert!(read(&app, "/meja/tulisan", "ketut").await.2.contains("Jembatan putus"));
        assert_eq!(read(&app, &format!("{own}/versi"), "ketut").await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_saved_draft_is_sent_from_its_own_page() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let own = format!("/naskah/{id}");
        let button = format!("<form method=\"post\" action=\"{own}/kirim\">");
        assert!(read(&app, &own, "sari").await.2.contains(&button));
        // What is missing is asked for in the form.
        let (_, place, notice) = send(&app, &format!("{own}/kirim"), "sari", "").await;
        assert_eq!((place, notice.as_str()), (format!("{own}/ubah"), "draft-not-whole"));
        let whole = format!("{STORY}&form=b&version=1&act=save");
        send(&app, &format!("{own}/ubah"), "sari", &whole).await;
        let (_, place, notice) = send(&app, &format!("{own}/kirim"), "sari", "").await;
        assert_eq!((place, notice.as_str()), (own.clone(), "draft-sent"));
        let page = read(&app, &own, "sari").await.2;
        assert!(!page.contains(&button), "it is with the editors now: {page}");
        assert!(read(&app, "/meja/tulisan", "ketut").await.2.contains("Jembatan putus"));
    })
    .await;
}

#[tokio::test]
async fn two_who_save_at_once_both_keep_every_word_and_the_second_sees_both_texts() {
    on_both(newsroom, |app| async move {
        let id = begun(&app).await;
        let edit = format!("/naskah/{id}/ubah");
        let first = "title=Jembatan&body=Satu+dua+tiga.&act=save&form=b&version=1";
        assert_eq!(send(&app, &edit, "sari", first).await.0, StatusCode::SEE_OTHER);
        let second = "title=Jembatan&body=Satu+empat+tiga.&act=save&form=c&version=1";
        let (status, _, page) = send(&app, &edit, "sari", second).await;
        assert_eq!(status, StatusCode::CONFLICT);
        for words in ["Satu empat tiga.", "Satu dua tiga.", "dua</del>", "empat</ins>"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        assert_eq!((row.body.as_str(), row.version), ("Satu dua tiga.", 3));
        let kept = store::versions(&app.db, id).await.unwrap();
        let kept: Vec<_> = kept.iter().map(|v| (v.body.as_str(), v.aside)).collect();
        let expected =
            [("Satu empat tiga.", true), ("Satu dua tiga.", false), ("Sejak 27 September.", false)];
        assert_eq!(kept, expected);
        // The second joins both.
        let joined = "title=Jembatan&body=Satu+dua+empat+tiga.&act=save&form=d&version=3";
        assert_eq!(send(&app, &edit, "sari", joined).await.0, StatusCode::SEE_OTHER);
        let (_, _, page) = read(&app, &format!("/naskah/{id}/versi/4"), "sari").await;
        assert!(page.contains("empat </ins>"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn the_script_saves_again_and_again_as_one_draft_and_is_told_when_the_session_ended() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        let auto = "/naskah/otomatis";
        let words =
            |words: &str, version: i64| format!("title=&body={words}&form=a&version={version}");
        let (status, _, answer) = send(&app, auto, "sari", &words("Satu", 0)).await;
        assert_eq!(status, StatusCode::OK);
        let id = only_draft(&app).await;
        assert!(answer.contains(&format!("\"draft\":\"{id}\"")), "{answer}");
        // The answer was lost on the way: the same form goes on from where it was.
        assert_eq!(send(&app, auto, "sari", &words("Satu+dua", 0)).await.0, StatusCode::OK);
        let more = format!("{}&draft={id}", words("Satu+dua+tiga", 1));
        assert_eq!(send(&app, auto, "sari", &more).await.0, StatusCode::OK);
        assert_eq!(only_draft(&app).await, id);
        assert_eq!(
            store::versions(&app.db, id).await.unwrap().len(),
            1,
            "one sitting, one version"
        );
        let other = more.replace("form=a", "form=b");
        let other = other.replace("tiga", "lima");
        assert_eq!(send(&app, auto, "sari", &other).await.0, StatusCode::CONFLICT);
        assert_eq!(send(&app, auto, "", &more).await.0, StatusCode::UNAUTHORIZED);
        assert_eq!(send(&app, auto, "maria", &more).await.0, StatusCode::CONFLICT);
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        assert_eq!((row.body.as_str(), row.state), ("Satu dua tiga", DraftState::Working));
    })
    .await;
}

#[tokio::test]
async fn what_led_to_a_draft_is_joined_with_it_by_an_editor_and_by_nobody_else() {
    let setup = || {
        let describe = Describe {
            kinds: &[Kind::Tip],
            card: |_, _, subject| {
                let card = Card::named(subject, "Kabar K-261124-7KQ2M", "/meja/kabar/7");
                Box::pin(async move { Ok(Some(Card { public: false, ..card })) })
            },
        };
        let tips = Feature { describe: Some(describe), ..Feature::named("tips") };
        let mut setup = newsroom();
        setup.features.push(tips);
        setup
    };
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        let tip = Subject::new(Kind::Tip, 7);
        let form = format!("title=Benih&body=Benih+dijual.&act=save&form=a&version=0&dari={tip}");
        for (who, joined) in [("sari", 0), ("ketut", 1)] {
            let (status, _, page) = send(&app, "/tulisan/baru", who, &form).await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
            let ends = links::ends_of(&app.db, tip).await.unwrap();
            assert_eq!(ends.len(), joined, "{who}");
            assert!(ends.iter().all(|end| end.kind == Kind::Draft));
        }
        let shown = links::of(&app, Lang::INDONESIAN, tip).await.unwrap();
        assert!(shown.is_empty(), "a draft is no one's to see");
    })
    .await;
}
