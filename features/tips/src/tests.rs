//! Tips on a real database, with the cast: from a form without an account to the desk and back, and what nobody finds.
use crate::{
    actions, feature, store,
    tip::{Deed, State, Step, Tip, TipDraft},
};
use areas::Areas;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{
    app::{App, Kept},
    attribution::Attribution,
    feature::{Feature, Route, Who},
    ids::{AreaCode, PersonId, SessionId, TipId},
    jiff::SignedDuration,
    jobs::{self, run_due},
    languages::Lang,
    refusal::{Failure, Outcome, Refusal},
    testing::{Setup, browse, everything_kept, files, on_both},
    vault,
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web::site,
};

const LOMBOK_UTARA: AreaCode = AreaCode(5208);
/// What must be read nowhere but on the two pages.
const SECRETS: [&str; 4] = ["benih dijual", "0812 3456 7890", "Senin malam", "Wayan"];

fn person(id: i64, name: &str, grants: &[(Role, Scope)]) -> SignedIn {
    let grants = grants.iter().map(|(role, scope)| Grant { role: *role, scope: *scope }).collect();
    SignedIn { id: PersonId(id), session: SessionId(id), name: name.into(), zone: None, grants }
}

fn ratna() -> SignedIn {
    person(2, "Ratna Dewi", &[(Role::ChiefEditor, Scope::House)])
}

fn maria() -> SignedIn {
    person(3, "Maria Goreti", &[(Role::Editor, Scope::Area(LOMBOK_UTARA))])
}

/// Edits elsewhere.
fn baso() -> SignedIn {
    person(4, "Baso Tahir", &[(Role::Editor, Scope::Area(AreaCode(73)))])
}

fn setup() -> Setup {
    let mut kept = Kept::default();
    kept.put(Areas::official_only());
    Setup {
        features: vec![feature()],
        kept,
        identify: |_, token| {
            let known = [ratna(), maria(), baso()];
            let first = |person: &SignedIn| person.name.to_lowercase().starts_with(token);
            let signed_in = known.into_iter().find(first).filter(|_| !token.is_empty());
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

fn draft(mark: char) -> TipDraft {
    TipDraft {
        what: "Di desa kami benih dijual.".into(),
        happened: Some("Senin malam".into()),
        chat: Some("Pak Wayan, 24/11/26 22.16: benih dijual".into()),
        area: Some(LOMBOK_UTARA),
        attribution: Attribution::Background,
        contact: Some("0812 3456 7890".into()),
        lang: Lang::INDONESIAN,
        mark: mark.to_string().repeat(43),
    }
}

fn deed(step: Step) -> Deed {
    let words = step.needs_words().then(|| "Apakah ada saksi lain?".to_owned());
    let reason = (step == Step::Closed).then(|| "used".to_owned());
    Deed { step, reason, words }
}

async fn found(app: &App, id: TipId) -> Tip {
    store::find(&app.db, id).await.unwrap().unwrap()
}

fn key<T: std::fmt::Debug>(outcome: Outcome<T>) -> &'static str {
    match outcome.unwrap_err() {
        Failure::Refused(Refusal::Conflict(key) | Refusal::NotAllowed(key)) => key,
        failure => panic!("{failure:?}"),
    }
}

/// The form as a browser sends it, after it was shown.
fn form(page: &str) -> String {
    let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    format!(
        "once={once}&what=Di+desa+kami+benih+dijual.&area=52.08&happened=Senin+malam\
         &contact=0812+3456+7890&attribution=background"
    )
}

#[tokio::test]
async fn somebody_sends_a_tip_without_an_account_is_asked_answers_and_reads_how_it_ended() {
    on_both(setup, |app| async move {
        let site = site(&app);
        let (status, _, page) = browse::get(&site, "/kabar", "").await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(page.contains("90 hari"), "{page}");
        let empty = form(&page).replace("what=Di+desa+kami+benih+dijual.", "what=");
        let (status, _, again) = browse::post(&site, "/kabar", "", &empty).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.contains("Senin malam") && again.contains("href=\"#what\""), "{again}");
        let sent = browse::post(&site, "/kabar", "", &form(&page)).await;
        assert_eq!((sent.0, sent.2.as_str()), (StatusCode::SEE_OTHER, "tip-sent"), "{sent:?}");
        let twice = browse::post(&site, "/kabar", "", &form(&page)).await;
        assert_eq!(twice.1, sent.1, "sent twice it is one");
        let tips = store::in_state(&app.db, State::Received).await.unwrap();
        let [tip] = &tips[..] else { panic!("{tips:?}") };
        let (_, _, follow) = browse::get(&site, &sent.1, "").await;
        assert!(follow.contains("<b>K-261124-") && follow.contains("benih dijual"), "{follow}");
        assert!(!follow.contains("0812"), "how to reach them is not shown again");
        let code = sent.1.split("kode=").nth(1).unwrap().to_lowercase();
        let typed = format!("number={}&code={code}", tip.number.to_lowercase());
        let (status, place, _) = browse::post(&site, "/kabar/ikuti", "", &typed).await;
        assert_eq!((status, place.to_lowercase()), (StatusCode::SEE_OTHER, sent.1.to_lowercase()));
        let closed = browse::get(&site, &format!("/kabar/{}/rahasia?kode=AAAA", tip.id), "").await;
        assert_eq!(closed.0, StatusCode::NOT_FOUND);
        at_the_desk(&app, tip.id, &sent.1).await;
    })
    .await;
}

async fn at_the_desk(app: &App, id: TipId, secret: &str) {
    let site = site(app);
    let (_, _, desk) = browse::get(&site, "/meja/kabar", "maria").await;
    assert!(desk.contains("benih dijual") && !desk.contains("0812"), "{desk}");
    let (_, _, elsewhere) = browse::get(&site, "/meja/kabar", "baso").await;
    assert!(!elsewhere.contains("benih"), "{elsewhere}");
    let path = format!("/meja/kabar/{id}");
    assert_eq!(browse::get(&site, &path, "baso").await.0, StatusCode::FORBIDDEN);
    let (_, _, work) = browse::get(&site, &path, "maria").await;
    assert!(work.contains("0812 3456 7890"), "{work}");
    let asked = "step=asked&words=Siapa+yang+menjual%3F";
    assert_eq!(browse::post(&site, &path, "maria", asked).await.2, "tip-noted");
    let noted = "step=noted&words=Tanya+kepala+dusun.";
    assert_eq!(browse::post(&site, &path, "ratna", noted).await.2, "tip-noted");
    let (_, _, follow) = browse::get(&site, secret, "").await;
    assert!(follow.contains("Siapa yang menjual?") && !follow.contains("Maria"), "{follow}");
    assert!(!follow.contains("kepala dusun"), "a note is the desk's");
    let added = "step=completed&words=Ketua+kelompok.";
    assert_eq!(browse::post(&site, secret, "", added).await.2, "tip-noted");
    let (status, ..) = browse::post(&site, secret, "", "step=closed&reason=used").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "closing is the desk's");
    let (_, _, work) = browse::get(&site, &path, "maria").await;
    assert!(work.contains("Ketua kelompok."), "{work}");
    let (status, _, page) = browse::post(&site, &path, "maria", "step=closed").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Pilih alasan menutup kabar"), "{page}");
    let closed = browse::post(&site, &path, "maria", "step=closed&reason=passed-on").await;
    assert_eq!(closed.2, "tip-noted");
    let (_, _, follow) = browse::get(&site, secret, "").await;
    assert!(follow.contains("sudah diteruskan kepada yang berwenang"), "{follow}");
    assert!(!follow.contains("<textarea"), "nothing more is asked: {follow}");
}

#[tokio::test]
async fn no_word_of_a_sender_lies_open_in_the_database_in_events_or_in_letters() {
    on_both(setup, |app| async move {
        let sent = actions::send(&app, &draft('a')).await.unwrap();
        actions::answer(&app, &maria(), sent.id, &deed(Step::Asked)).await.unwrap();
        let words = Deed { words: Some("Lihat benih dijual lagi".into()), ..deed(Step::Completed) };
        actions::answer_as_sender(&app, &found(&app, sent.id).await, &words).await.unwrap();
        run_due(&app).await.unwrap();
        assert!(app.mailer.taken().is_empty(), "no letter leaves");
        let kept = everything_kept(&app).await;
        assert!(kept.contains("tip_senders: ") && kept.contains("tip.completed"), "{kept}");
        for secret in SECRETS.into_iter().chain([sent.code.as_str(), "saksi lain"]) {
            let at = kept.lines().find(|line| line.contains(secret));
            assert_eq!(at, None, "{secret}");
        }
        let card = app.describe(Lang::INDONESIAN, sent.id.into()).await.unwrap().unwrap();
        assert!(!card.public && card.deck.is_none());
        let seen = vault::inspect(&app).await.unwrap();
        assert_eq!((seen.open, seen.plain, seen.not_as_sealed), (6, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn how_a_sender_is_reached_is_forgotten_and_what_waits_has_a_limit() {
    on_both(setup, |app| async move {
        let first = actions::send(&app, &draft('a')).await.unwrap();
        let second = actions::send(&app, &draft('b')).await.unwrap();
        actions::answer(&app, &ratna(), first.id, &deed(Step::Closed)).await.unwrap();
        let tip = found(&app, first.id).await;
        assert_eq!(
            key(actions::answer(&app, &ratna(), first.id, &deed(Step::Asked)).await),
            "refusal-tip-step"
        );
        assert_eq!(tip.reason.as_deref(), Some("used"));
        let both = [first.id.0, second.id.0];
        let reached = async || {
            let mut tx = app.db.begin().await.unwrap();
            jobs::enqueue(&app, &mut tx, &crate::jobs::Forget).await.unwrap();
            tx.commit().await.unwrap();
            run_due(&app).await.unwrap();
            store::contacts(&app.db, &both).await.unwrap().len()
        };
        app.clock.advance(SignedDuration::from_hours(24 * 90));
        assert_eq!(reached().await, 2, "on the ninetieth day it is still there");
        app.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(reached().await, 1, "of the closed one it is gone");
        app.clock.advance(SignedDuration::from_hours(24 * 275));
        assert_eq!(reached().await, 0, "after a year in any case");
        assert_eq!(
            key(actions::answer(&app, &baso(), second.id, &deed(Step::Closed)).await),
            "refusal-tip-area"
        );
        let nowhere = TipDraft { area: None, contact: None, ..draft('c') };
        let third = actions::send(&app, &nowhere).await.unwrap();
        actions::answer(&app, &baso(), third.id, &deed(Step::Noted)).await.unwrap();
    })
    .await;
}

/// A form with a chat in it, as a browser sends it.
fn with_chat(fields: &[(&str, &str)], file: &[u8]) -> Vec<u8> {
    let mut body = files::form(fields, ("", b""));
    body.truncate(body.len() - b"--batas--\r\n".len());
    let head = "--batas\r\nContent-Disposition: form-data; name=\"chat_file\"; filename=\"chat.txt\"\r\n\r\n";
    body.extend([head.as_bytes(), file, b"\r\n--batas--\r\n"].concat());
    body
}

async fn send_chat(app: &App, path: &str, who: &str, body: Vec<u8>) -> browse::Seen {
    let request = Request::post(path)
        .header("content-type", files::TYPE)
        .header("cookie", format!("sesi={who}"));
    browse::ask(&site(app), request.body(Body::from(body)).unwrap()).await
}

const CHAT: &[u8] =
    b"24/11/26 22.16 - Pak Wayan: benih dijual\n24/11/26 22.17 - +62 812-3456-7890: di gudang\n";

#[tokio::test]
async fn an_exported_chat_is_read_shown_first_and_sent_with_its_numbers_covered() {
    on_both(setup, |app| async move {
        let (_, _, page) = browse::get(&site(&app), "/kabar", "").await;
        let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let fields = [("once", once), ("what", "Lihat obrolan ini.")];
        let (status, _, page) = send_chat(&app, "/kabar", "", with_chat(&fields, CHAT)).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        assert!(page.contains("2\u{a0}pesan") || page.contains("2 pesan"), "{page}");
        assert!(page.contains("Pak Wayan, 24/11/26 22.16: benih dijual"), "{page}");
        assert!(
            page.contains("90, 24/11/26 22.17: di gudang") && !page.contains("812-34"),
            "{page}"
        );
        assert_eq!(store::count_waiting(&app.db).await.unwrap(), 0, "nothing is sent yet");
        let wrong = with_chat(&fields, b"Ini bukan obrolan.");
        let (status, _, page) = send_chat(&app, "/kabar", "", wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.contains("Tidak ada pesan yang dapat dibaca") && page.contains("Lihat obrolan")
        );
        let chat = [fields[0], fields[1], ("chat", "Pak Wayan, 24/11/26 22.16: benih dijual")];
        let sent = send_chat(&app, "/kabar", "", files::form(&chat, ("", b""))).await;
        assert_eq!(sent.2, "tip-sent");
        let (_, _, follow) = browse::get(&site(&app), &sent.1, "").await;
        assert!(follow.contains("<li>Pak Wayan, 24/11/26 22.16: benih dijual</li>"), "{follow}");
    })
    .await;
}

#[tokio::test]
async fn what_another_app_shares_arrives_in_the_form_or_in_a_draft_of_who_writes_here() {
    let writing = || {
        let route = Route::get("/tulisan/baru", Who::Anyone, async || "naskah");
        let stories = Feature { routes: vec![route], ..Feature::named("stories") };
        let mut setup = setup();
        setup.features.extend([stories, media::feature()]);
        setup
    };
    on_both(writing, |app| async move {
        let site = site(&app);
        let (_, _, manifest) = browse::get(&site, "/manifest.webmanifest", "").await;
        assert!(manifest.contains("\"action\":\"/bagikan\""), "{manifest}");
        let shared = [
            ("title", "Benih"),
            ("text", "Lihat https://a.example/1"),
            ("url", "https://a.example/1"),
        ];
        let photo = files::form(&shared, ("foto.png", files::PNG));
        let (status, _, page) = send_chat(&app, "/bagikan", "", photo.clone()).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        let what = page.split("<textarea id=\"what\"").nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(what.split('>').nth(1).unwrap().trim(), "Benih\n\nLihat https://a.example/1");
        assert!(page.contains("/lampiran/"), "the photograph waits in it: {page}");
        assert!(!page.contains("action=\"/tulisan/baru\""), "nobody is signed in");
        let (_, _, page) = send_chat(&app, "/bagikan", "maria", photo).await;
        assert!(
            page.contains("action=\"/tulisan/baru\"") && page.contains("name=\"body\""),
            "{page}"
        );
        let (_, _, page) = send_chat(&app, "/bagikan", "", with_chat(&[("title", "")], CHAT)).await;
        assert!(page.contains("benih dijual</") || page.contains("benih dijual\n"), "{page}");
        assert_eq!(browse::get(&site, "/bagikan", "").await.1, "/kabar");
    })
    .await;
}
