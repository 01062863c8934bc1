//! Page by page: the form without an account, the way back, the desk, the piece beside the story.
use super::*;
use axum::http::StatusCode;
use base::{
    feature::By,
    testing::{browse, on_both},
    web::{Frame, site},
};

/// The form as a browser sends it, after it was shown.
fn form(page: &str, subject: Subject) -> String {
    let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    format!(
        "once={once}&tentang={subject}&asks=reply&name=Camat+Tirtawana&capacity=Camat&passage=Warga+membayar.\
         &wrong=Tidak+benar.&text=Tidak+dipungut+biaya.&contact=camat%40suara.example"
    )
}

#[tokio::test]
async fn the_camat_fills_the_form_follows_with_number_and_code_and_reads_his_reply_beside_the_story()
 {
    on_both(setup, |app| async move {
        let site = site(&app);
        let path = format!("/hak-jawab/baru?tentang={FEE}");
        let (status, _, page) = browse::get(&site, &path, "").await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(page.contains("berlaku sampai 24 Desember 2026"), "{page}");
        let missing = form(&page, FEE).replace("&wrong=Tidak+benar.", "");
        let (status, _, again) = browse::post(&site, "/hak-jawab/baru", "", &missing).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            again.contains("Tidak dipungut biaya.") && again.contains("href=\"#wrong\""),
            "{again}"
        );
        let sent = browse::post(&site, "/hak-jawab/baru", "", &form(&page, FEE)).await;
        assert_eq!((sent.0, sent.2.as_str()), (StatusCode::SEE_OTHER, "reply-sent"), "{sent:?}");
        let (_, _, follow) = browse::get(&site, &sent.1, "").await;
        assert!(
            follow.contains("<b>H-261124-") && follow.contains("Redaksi memeriksa"),
            "{follow}"
        );
        let id = store::waiting(&app.db).await.unwrap()[0];
        let number = found(&app, id).await.number;
        let code = sent.1.split("kode=").nth(1).unwrap();
        let typed = format!("number={}&code={}", number.to_lowercase(), code.to_lowercase());
        let (status, place, _) = browse::post(&site, "/hak-jawab/ikuti", "", &typed).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert!(place.starts_with(&format!("/hak-jawab/{id}/rahasia?kode=")), "{place}");
        let wrong = format!("number={number}&code=AAAA");
        let (status, _, page) = browse::post(&site, "/hak-jawab/ikuti", "", &wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("tidak cocok") && page.contains(&number), "{page}");
        let closed = browse::get(&site, &format!("/hak-jawab/{id}/rahasia?kode=AAAA"), "").await;
        assert_eq!(closed.0, StatusCode::NOT_FOUND);
        let early = browse::get(&site, &format!("/hak-jawab/{id}"), "").await;
        assert_eq!(early.0, StatusCode::NOT_FOUND, "not published yet");
        publish_at_the_desk(&app, id).await;
        public_pages(&app, id).await;
    })
    .await;
}

#[tokio::test]
async fn a_passage_that_the_story_does_not_say_is_asked_for_again_and_nothing_typed_is_lost() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let path = format!("/hak-jawab/baru?tentang={FEE}");
        let page = browse::get(&site, &path, "").await.2;
        let made_up = form(&page, FEE).replace("Warga+membayar.", "Camat+meminta+Rp30.000.");
        let (status, _, again) = browse::post(&site, "/hak-jawab/baru", "", &made_up).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.contains("Kalimat ini tidak ada dalam tulisan"), "{again}");
        assert!(again.contains("href=\"#passage\""), "{again}");
        for typed in ["Camat meminta Rp30.000.", "Tidak benar.", "Tidak dipungut biaya."] {
            assert!(again.contains(typed), "{typed}: {again}");
        }
        assert!(store::waiting(&app.db).await.unwrap().is_empty());
        let quoted = form(&page, FEE).replace("Warga+membayar.", "%22WARGA++membayar%22");
        let sent = browse::post(&site, "/hak-jawab/baru", "", &quoted).await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "{}", sent.2);
    })
    .await;
}

async fn publish_at_the_desk(app: &App, id: ReplyId) {
    let site = site(app);
    let (status, ..) = browse::get(&site, "/meja/hak-jawab", "").await;
    assert_eq!(status, StatusCode::SEE_OTHER, "the desk asks who it is");
    let (_, _, desk) = browse::get(&site, "/meja/hak-jawab", "maria").await;
    assert!(desk.contains("Hak jawab: Camat Tirtawana") && desk.contains("Sisa "), "{desk}");
    let (_, _, elsewhere) = browse::get(&site, "/meja/hak-jawab", "baso").await;
    assert!(!elsewhere.contains("Camat Tirtawana"), "{elsewhere}");
    let path = format!("/meja/hak-jawab/{id}");
    let (_, _, work) = browse::get(&site, &path, "maria").await;
    assert!(
        work.contains("camat@suara.example") && work.contains("9/Peraturan-DP/X/2008"),
        "{work}"
    );
    let (status, _, page) = browse::post(&site, &path, "maria", "step=proposed&words=Tidak.").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Pilih alasan penolakan"), "{page}");
    for step in ["step=accepted", "step=published"] {
        let (status, _, notice) = browse::post(&site, &path, "maria", step).await;
        assert_eq!((status, notice.as_str()), (StatusCode::SEE_OTHER, "reply-noted"));
    }
}

async fn public_pages(app: &App, id: ReplyId) {
    let site = site(app);
    let (status, _, page) = browse::get(&site, &format!("/hak-jawab/{id}"), "").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Tidak dipungut biaya.") && page.contains("KTP berbiaya"), "{page}");
    assert!(!page.contains("camat@suara.example") && !page.contains("Tidak benar."), "{page}");
    let (_, _, list) = browse::get(&site, "/hak-jawab", "").await;
    assert!(list.contains("Hak jawab Camat Tirtawana"), "{list}");
    let f = Frame::sample(app.words(Lang::INDONESIAN), app.now());
    let blocks = app.blocks(&f, &By::Subject(FEE)).await.unwrap();
    assert!(blocks[0].html.contains("Tidak dipungut biaya."), "{}", blocks[0].html);
    assert!(blocks[0].html.contains("/hak-jawab/baru?tentang=story-7"), "{}", blocks[0].html);
}

#[tokio::test]
async fn the_form_says_when_the_right_is_over_and_stands_for_nothing_that_is_hidden() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let (_, _, page) = browse::get(&site, &format!("/hak-jawab/baru?tentang={OLD}"), "").await;
        assert!(page.contains("gugur sesudah 23 November 2026"), "{page}");
        browse::post(&site, "/hak-jawab/baru", "", &form(&page, OLD)).await;
        let id = store::waiting(&app.db).await.unwrap()[0];
        let (_, _, work) = browse::get(&site, &format!("/meja/hak-jawab/{id}"), "ratna").await;
        assert!(
            work.contains("sesudah hak jawab gugur") && work.contains("Nyatakan gugur"),
            "{work}"
        );
        for subject in [HIDDEN.to_string(), "comment-7".to_owned(), "x".to_owned()] {
            let path = format!("/hak-jawab/baru?tentang={subject}");
            assert_eq!(browse::get(&site, &path, "").await.0, StatusCode::NOT_FOUND, "{subject}");
        }
    })
    .await;
}
