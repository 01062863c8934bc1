//! A story from its writer to the front page: sent once, given back, sent again, let out by somebody else.
use super::{berita, setup, tirtawana};
use crate::store;
use axum::http::StatusCode;
use base::{
    app::App,
    ids::{DraftId, PersonId, SessionId},
    testing::{
        Setup,
        browse::{self, Seen},
        on_both,
    },
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
};

/// Sari writes, Ketut edits Kabupaten Tirtawana, Maria edits Lombok Utara.
pub(super) fn newsroom() -> Setup {
    Setup {
        identify: |_, token| {
            let editor = |area| vec![Grant { role: Role::Editor, scope: Scope::Area(area) }];
            let (id, grants) = match token {
                "ketut" => (2, editor("99.01".parse().unwrap())),
                "maria" => (3, editor("52.08".parse().unwrap())),
                "sari" => (1, vec![]),
                _ => return Box::pin(async { Ok(Visitor::anonymous()) }),
            };
            let name = token.to_owned();
            let (id, session) = (PersonId(id), SessionId(id));
            let signed_in = Some(SignedIn { id, session, name, zone: None, grants });
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..setup()
    }
}

pub(super) const STORY: &str = "title=Jembatan+putus&body=Sejak+27+September.%0A%0A**Anak**+memutar.&section=berita&area=99.01.01";

pub(super) async fn send(app: &App, path: &str, who: &str, body: &str) -> Seen {
    browse::post(&site(app), path, who, body).await
}

pub(super) async fn read(app: &App, path: &str, who: &str) -> Seen {
    browse::get(&site(app), path, who).await
}

pub(super) async fn verified(app: &App, id: DraftId) {
    let desk = format!("/meja/tulisan/{id}");
    for (act, form) in [
        ("setujui", ""),
        ("periksa", "asked=Kepala+Dusun&way=phone&asked_on=2026-11-23&answer=Benar."),
        ("verifikasi", ""),
    ] {
        let seen = send(app, &format!("{desk}/{act}"), "ketut", form).await;
        assert_eq!(seen.0, StatusCode::SEE_OTHER, "{act}: {}", seen.2);
    }
}

pub(super) async fn only_draft(app: &App) -> DraftId {
    let drafts = store::drafts_of(&app.db, PersonId(1), 10).await.unwrap();
    assert_eq!(drafts.len(), 1, "one text is one draft");
    drafts[0].id
}

#[tokio::test]
async fn a_story_is_sent_given_back_sent_again_and_let_out_by_an_editor_of_its_area() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        assert_eq!(send(&app, "/tulisan/baru", "sari", STORY).await.0, StatusCode::SEE_OTHER);
        assert_eq!(send(&app, "/tulisan/baru", "sari", STORY).await.0, StatusCode::SEE_OTHER);
        let id = only_draft(&app).await;
        let (_, _, desk) = read(&app, "/meja/tulisan", "ketut").await;
        assert!(desk.contains("Jembatan putus"));
        assert!(!read(&app, "/meja/tulisan", "maria").await.2.contains("Jembatan putus"));

        let back = format!("/meja/tulisan/{id}/kembalikan");
        assert_eq!(send(&app, &back, "ketut", "why=").await.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(send(&app, &back, "maria", "why=x").await.0, StatusCode::FORBIDDEN);
        let why = "why=Tanyakan+kepada+kepala+dusun.";
        assert_eq!(send(&app, &back, "ketut", why).await.0, StatusCode::SEE_OTHER);
        let (_, _, page) = read(&app, &format!("/naskah/{id}"), "sari").await;
        assert!(page.contains("Tanyakan kepada kepala dusun."));

        let out = format!("/meja/tulisan/{id}/terbitkan");
        let desk = read(&app, "/meja/tulisan", "ketut").await.2;
        assert!(desk.contains("Tanyakan kepada kepala dusun."), "it says why it went back");
        let better = STORY.replace("memutar.", "memutar+sembilan+kilometer.") + "&version=1";
        let edit = format!("/naskah/{id}/ubah");
        assert_eq!(send(&app, &edit, "ketut", &better).await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &edit, "sari", &better).await.0, StatusCode::SEE_OTHER);

        // Neither approved nor verified: nothing goes out.
        let (status, _, page) = send(&app, &out, "ketut", "").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Setujui dulu teksnya."));
        verified(&app, id).await;
        let (status, place, _) = send(&app, &out, "ketut", "").await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let (_, place, _) = read(&app, &place, "").await;
        let (status, _, story) = read(&app, &place, "").await;
        assert_eq!(status, StatusCode::OK);
        assert!(story.contains("<strong>Anak</strong> memutar sembilan kilometer."));
        assert!(story.contains("Terverifikasi"));
        assert_eq!(send(&app, &out, "ketut", "").await.0, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn writers_are_told_on_the_site_and_by_letter_what_became_of_their_draft() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        send(&app, "/tulisan/baru", "sari", STORY).await;
        let id = only_draft(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let new = people::NewPerson {
            name: "Wayan".into(),
            pen_name: None,
            about: None,
            email: Some("wayan@suara.example".into()),
            minor: false,
            area: None,
            joined_at: app.now(),
        };
        let wayan = people::add_person(&app, &mut tx, new, None).await.unwrap();
        tx.commit().await.unwrap();
        send(&app, &format!("/meja/tulisan/{id}/penulis"), "ketut", "writer=Wayan").await;
        send(&app, &format!("/meja/tulisan/{id}/kembalikan"), "ketut", "why=Tanya+camat.").await;
        send(&app, &format!("/naskah/{id}/kirim"), "sari", "").await;
        verified(&app, id).await;
        send(&app, &format!("/meja/tulisan/{id}/terbitkan"), "ketut", "").await;
        base::jobs::run_due(&app).await.unwrap();
        let letters = app.mailer.taken();
        let told: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
        assert_eq!(
            told,
            ["Naskah Anda kembali: Jembatan putus", "Naskah Anda sudah tayang: Jembatan putus"]
        );
        assert!(letters.iter().all(|letter| letter.to == "wayan@suara.example"));
        assert!(letters[0].body.contains("Tanya camat."), "{}", letters[0].body);
        for writer in [PersonId(1), wayan] {
            let notices = base::notices::of(&app.db, writer).await.unwrap();
            let words: Vec<&str> = notices.iter().map(|notice| notice.word.as_str()).collect();
            assert_eq!(words, ["draft-published", "draft-returned"]);
        }
        assert!(base::notices::of(&app.db, PersonId(2)).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_named_and_what_was_typed_is_kept() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        let (status, _, page) = send(
            &app,
            "/tulisan/baru",
            "sari",
            "title=&body=Air+keruh&section=berita&occasion_date=2027-01-01",
        )
        .await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Air keruh") && page.contains("Pilih daerah tempat Anda menulis"));
        assert!(page.contains("Tulis tanggal yang sudah lewat"));
        let (status, _, page) = send(
            &app,
            "/tulisan/baru",
            "sari",
            "title=Air&body=Keruh&area_q=karang+jati&act=find-area",
        )
        .await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("Keruh") && page.contains("99.01.01"));
        // Signed out, the form is open and what was written waits behind the door.
        assert_eq!(read(&app, "/tulisan/baru", "").await.0, StatusCode::OK);
        let (_, place, _) = send(&app, "/tulisan/baru", "", STORY).await;
        assert!(place.starts_with("/masuk"), "{place}");
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_seen_by_its_writer_and_its_editors_and_nobody_lets_out_their_own() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        send(&app, "/tulisan/baru", "ketut", STORY).await;
        let drafts = store::drafts_of(&app.db, PersonId(2), 10).await.unwrap();
        let id = drafts[0].id;
        for who in ["sari", "maria"] {
            assert_eq!(read(&app, &format!("/naskah/{id}"), who).await.0, StatusCode::FORBIDDEN);
            assert_eq!(
                read(&app, &format!("/meja/tulisan/{id}"), who).await.0,
                StatusCode::FORBIDDEN
            );
        }
        let out = format!("/meja/tulisan/{id}/terbitkan");
        assert_eq!(send(&app, &out, "ketut", "verified=1").await.0, StatusCode::FORBIDDEN);
        let taken_back = format!("/naskah/{id}/tarik");
        assert_eq!(send(&app, &taken_back, "sari", "").await.0, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &taken_back, "ketut", "").await.0, StatusCode::SEE_OTHER);
        let drafts = store::drafts_of(&app.db, PersonId(2), 10).await.unwrap();
        assert_eq!(drafts[0].state, crate::DraftState::Withdrawn);
    })
    .await;
}
