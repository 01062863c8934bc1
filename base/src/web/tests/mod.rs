//! The site around the features: languages, guards, refusals, kept forms.
mod again;
mod parked;

use super::{Answer, Fields, Visit, site};
use crate::{
    app::{Agreement, App},
    feature::{Describe, Feature, Later, Route, Who},
    ids::{PersonId, SessionId, StoryId},
    limits::Limits,
    refusal::{FieldErrors, Refusal},
    subject::{Card, Kind},
    testing::{Setup, browse::ask, on_sqlite},
    visitor::{Role, SignedIn, Visitor},
};
use axum::{
    body::Body,
    extract::Path,
    http::{Request, StatusCode},
    response::IntoResponse,
};
use tower::ServiceExt;

async fn hello(visit: Visit) -> Answer {
    Ok(format!("{} {}", visit.lang.code(), visit.path).into_response())
}

async fn say(visit: Visit, fields: Fields) -> Answer {
    visit.person()?;
    let mut errors = FieldErrors::default();
    let said = fields.required_line("said", 10, &mut errors);
    errors.check()?;
    Ok(said.into_response())
}

async fn one(Path(id): Path<StoryId>) -> Answer {
    Ok(id.to_string().into_response())
}

async fn done(visit: Visit) -> Answer {
    visit.go_with_notice("/halaman#k", "saved")
}

async fn quicker(_: Visit, _: Fields) -> Answer {
    Err(Refusal::Conflict("refusal-not-yours").into())
}

async fn page(visit: Visit) -> Answer {
    let f = visit.frame("Halaman").await?;
    visit.page(&super::parked::ParkedPage::sample(f))
}

async fn bug() -> Answer {
    panic!("a made-up bug")
}

fn setup() -> Setup {
    let routes = vec![
        Route::get("/halo", Who::Anyone, hello),
        Route::get("/rahasia", Who::Any(&[Role::Administrator]), hello),
        Route::get("/rusak", Who::Anyone, bug),
        Route::get("/satu/{id}", Who::Anyone, one),
        Route::post("/kata", Who::Member, say),
        Route::post("/milik", Who::Own, say),
        Route::post("/selesai", Who::Anyone, done),
        Route::post("/satu/{id}", Who::Anyone, quicker),
        Route::post("/satu/{id}/tutup", Who::Anyone, quicker),
        Route::get("/satu/{id}/{deed}", Who::Anyone, hello),
        Route::post("/satu/{id}/{deed}", Who::Anyone, quicker),
        Route::post("/tandai/{subject}", Who::Anyone, quicker),
        Route::post("/rahasia/{id}", Who::Anyone, quicker),
        Route::get("/halaman", Who::Anyone, page),
    ];
    let describe = Describe {
        kinds: &[Kind::Story],
        card: |_, _, subject| {
            let card = Card::named(subject, "Pasar gelap", "/tulisan/pasar-gelap");
            Box::pin(async move { Ok(Some(Card { public: subject.id == 7, ..card })) })
        },
    };
    Setup {
        features: vec![Feature { routes, describe: Some(describe), ..Feature::named("contoh") }],
        identify: |_, token| {
            let signed_in = (token == "sari").then(|| SignedIn {
                id: PersonId(1),
                session: SessionId(1),
                name: "Sari".into(),
                zone: None,
                grants: vec![],
            });
            Box::pin(async { Ok(Visitor { signed_in }) })
        },
        ..Setup::default()
    }
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

fn post(path: &str, cookie: &str, body: &'static str) -> Request<Body> {
    let form = "application/x-www-form-urlencoded";
    let request = Request::post(path).header("content-type", form).header("cookie", cookie);
    request.body(Body::from(body)).unwrap()
}

#[tokio::test]
async fn english_pages_stand_under_en_and_the_path_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    assert_eq!(ask(&site, get("/halo")).await.2, "id /halo");
    assert_eq!(ask(&site, get("/en/halo")).await.2, "en /halo");
    let (status, _, page) = ask(&site, get("/en/nowhere")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(page.contains("This page does not exist"), "{page}");
}

#[tokio::test]
async fn whoever_comes_too_late_is_led_to_the_thing_and_not_only_to_the_front_page() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    for (path, leads) in [
        ("/satu/1a", Some("/satu/1a")),
        ("/satu/1a/tutup", Some("/satu/1a")),
        ("/satu/1a/jawab", Some("/satu/1a")),
        ("/en/satu/1a/jawab", Some("/en/satu/1a")),
        ("/tandai/story-7", Some("/tulisan/pasar-gelap")),
        ("/tandai/story-8", None),
        ("/rahasia/1a", None),
    ] {
        let (status, _, page) = ask(&site, post(path, "", "")).await;
        assert_eq!(status, StatusCode::CONFLICT, "{path}");
        let way = leads.map(|to| format!("<a class=\"btn\" href=\"{to}\">"));
        assert_eq!(
            page.contains("Buka halamannya") || page.contains("Open its page"),
            way.is_some()
        );
        assert!(way.is_none_or(|way| page.contains(&way)), "{path}: {page}");
    }
}

#[tokio::test]
async fn an_id_that_nobody_wrote_is_a_page_that_does_not_exist() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    assert_eq!(ask(&site, get("/satu/1a")).await.2, "1a");
    for path in ["/satu/U!", "/satu/%FF"] {
        let (status, _, page) = ask(&site, get(path)).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.contains("Halaman ini tidak ada"), "{page}");
    }
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_the_door_and_who_may_not_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    assert_eq!(ask(&site, get("/rahasia?a=1")).await.1, "/masuk?lanjut=%2Frahasia%3Fa%3D1");
    let request = Request::get("/rahasia").header("cookie", "sesi=sari");
    let (status, _, page) = ask(&site, request.body(Body::empty()).unwrap()).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("Halaman ini tidak terbuka untuk Anda"));
}

#[tokio::test]
async fn what_was_written_while_signed_out_is_kept_until_it_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let site = site(&app);
    let sent = site.clone().oneshot(post("/kata", "", "said=halo+dunia")).await.unwrap();
    assert_eq!(sent.status(), StatusCode::SEE_OTHER);
    let header = |name: &str| sent.headers()[name].to_str().unwrap();
    let next = header("location").strip_prefix("/masuk?lanjut=").unwrap();
    let next = next.split('&').next().unwrap();
    let next = percent_encoding::percent_decode_str(next).decode_utf8().unwrap().into_owned();
    let marks = sent.headers().get_all("set-cookie").iter().map(|mark| mark.to_str().unwrap());
    let mut marks = marks.filter_map(|mark| mark.split(';').next());
    let mark = marks.find(|mark| mark.starts_with("titipan=")).unwrap();
    let open = |cookies: String| {
        let request = Request::get(&next).header("cookie", cookies);
        ask(&site, request.body(Body::empty()).unwrap())
    };
    let (status, ..) = open("sesi=sari".to_owned()).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "the form of another browser is never sent for me");
    let (_, _, page) = open(format!("sesi=sari; {mark}")).await;
    assert!(page.contains("halo dunia") && page.contains("action=\"/kata?kunci="), "{page}");
    assert_eq!(ask(&site, post("/kata", "sesi=sari", "said=halo")).await.2, "halo");
}

fn sari_has_not_agreed(_: &App, person: PersonId) -> Later<'_, bool> {
    Box::pin(async move { Ok(person == PersonId(1)) })
}

#[tokio::test]
async fn who_has_not_agreed_to_what_holds_now_is_asked_before_writing_and_what_they_wrote_is_kept()
{
    let folder = tempfile::tempdir().unwrap();
    let agreement = Some(Agreement { path: "/setuju", is_due: sari_has_not_agreed });
    let app = on_sqlite(folder.path(), Setup { agreement, ..setup() }).await;
    let site = site(&app);
    let (status, place, notice) = ask(&site, post("/kata", "sesi=sari", "said=halo")).await;
    assert_eq!((status, notice.as_str()), (StatusCode::SEE_OTHER, "saved-to-agree"));
    assert!(place.starts_with("/setuju?lanjut=%2Flanjutkan%3Fkunci%3D"), "{place}");
    assert_eq!(crate::store::count_parked(&app.db).await.unwrap().0, 1);
    let (_, _, own) = ask(&site, post("/milik", "sesi=sari", "said=halo")).await;
    assert_eq!(own, "halo", "what is one's own stays open");
}

#[tokio::test]
async fn a_notice_is_said_once_and_no_link_can_say_it() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    let (_, place, notice) = ask(&site, post("/selesai", "", "")).await;
    assert_eq!((place.as_str(), notice.as_str()), ("/halaman#k", "saved"));
    let sentence = "Isian Anda kami simpan. Masuk dulu";
    let forged = ask(&site, get("/halaman?pesan=saved")).await.2;
    assert!(!forged.contains(sentence), "{forged}");
    let request = Request::get("/halaman").header("cookie", "pesan=saved");
    let shown = site.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let cleared = shown.headers()["set-cookie"].to_str().unwrap();
    assert!(cleared.starts_with("pesan=; ") && cleared.contains("Max-Age=0"), "{cleared}");
    let request = Request::get("/halaman").header("cookie", "pesan=saved");
    let (_, _, page) = ask(&site, request.body(Body::empty()).unwrap()).await;
    assert!(page.contains(sentence), "{page}");
    let request = Request::get("/halaman").header("cookie", "pesan=tidak-ada");
    let (_, _, page) = ask(&site, request.body(Body::empty()).unwrap()).await;
    assert!(!page.contains("role=\"status\""), "{page}");
}

#[tokio::test]
async fn secrets_are_never_kept() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), setup()).await;
    let site = site(&app);
    assert_eq!(ask(&site, post("/kata", "", "said=a&password=b")).await.1, "/masuk");
    assert_eq!(crate::store::count_parked(&app.db).await.unwrap().0, 0);
}

#[tokio::test]
async fn a_member_who_sent_a_lot_of_one_kind_uses_up_nobody_else_s_allowance_and_none_of_another_kind()
 {
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits::new();
    let app = on_sqlite(folder.path(), Setup { limits, ..setup() }).await;
    let site = site(&app);
    let mut sent = 0;
    while ask(&site, post("/kata", "sesi=sari", "said=halo")).await.0 == StatusCode::OK {
        sent += 1;
        assert!(sent < 100, "there is an end");
    }
    assert_eq!(ask(&site, post("/milik", "sesi=sari", "said=halo")).await.0, StatusCode::OK);
    assert_eq!(ask(&site, post("/selesai", "", "")).await.0, StatusCode::SEE_OTHER);
    assert_eq!(ask(&site, post("/kata", "", "said=halo")).await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn bad_input_gets_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    let cases = [("said=%ff", 400, "huruf yang rusak"), ("said=", 422, "belum diisi")];
    for (body, status, sentence) in cases {
        let (got, _, page) = ask(&site, post("/kata", "sesi=sari", body)).await;
        assert_eq!(got.as_u16(), status);
        assert!(page.contains(sentence), "{page}");
    }
    let huge: &'static str = Box::leak(format!("said={}", "a".repeat(600_000)).into_boxed_str());
    let (got, _, page) = ask(&site, post("/kata", "sesi=sari", huge)).await;
    assert_eq!(got, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("512 kilobita"), "{page}");
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    let mut request = post("/kata", "sesi=sari", "said=a");
    request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    let (status, _, page) = ask(&site, request).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(page.contains("dikirim dari situs lain"));
}

#[tokio::test]
async fn a_bug_is_one_request_s_affair_and_has_a_number() {
    let folder = tempfile::tempdir().unwrap();
    let site = site(&on_sqlite(folder.path(), setup()).await);
    let (status, _, page) = ask(&site, get("/rusak")).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.contains("Ada yang rusak di pihak kami"));
    assert_eq!(ask(&site, get("/halo")).await.0, StatusCode::OK);
}

#[test]
fn a_refusal_keeps_its_kind() {
    let errors = FieldErrors::one("name", "error-empty");
    assert_eq!(errors.clone().check(), Err(Refusal::Invalid(errors)));
}
