//! The pages as a browser without scripts walks them.
use super::{PHRASE, join_sari, letter, rights::administrator, setup, sign_in, who};
use crate::{actions, pages::gallery, store};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{
    app::App,
    feature::Gallery,
    ids::SessionId,
    languages::Lang,
    limits::Limits,
    testing::{Setup, browse::left_notice, on_both},
    web::{Frame, site},
};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// A browser: it keeps the session cookie and does not follow redirects.
pub(super) struct Browser {
    app: App,
    cookie: String,
    device: String,
}

/// What came back: status, where it leads, the page, the notice for the next.
pub(super) struct Seen {
    pub status: StatusCode,
    pub place: String,
    pub page: String,
    pub notice: String,
}

impl Browser {
    pub fn of(app: &App) -> Browser {
        Browser { app: app.clone(), cookie: String::new(), device: String::new() }
    }

    pub fn with_session(app: &App, token: &str) -> Browser {
        Browser { cookie: format!("sesi={token}"), ..Browser::of(app) }
    }

    pub async fn get(&mut self, path: &str) -> Seen {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(form.finish()));
        self.send(request.unwrap()).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Seen {
        let cookies = format!("{}; {}", self.cookie, self.device);
        request.headers_mut().insert("cookie", cookies.parse().unwrap());
        let response = site(&self.app).oneshot(request).await.unwrap();
        let header = |name| response.headers().get(name).map(|v| v.to_str().unwrap().to_owned());
        for cookie in response.headers().get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            if cookie.starts_with("sesi=") {
                self.cookie = cookie.split(';').next().unwrap().to_owned();
            }
            if cookie.starts_with("perangkat=") {
                self.device = cookie.split(';').next().unwrap().to_owned();
            }
        }
        let notice = left_notice(&response);
        let (status, place) = (response.status(), header("location").unwrap_or_default());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Seen { status, place, page: String::from_utf8_lossy(&body).into_owned(), notice }
    }

    fn token(&self) -> &str {
        self.cookie.strip_prefix("sesi=").unwrap_or_default()
    }
}

const SARI: [(&str, &str); 5] = [
    ("name", "Sari Wulandari"),
    ("contact", "sari@suara.example"),
    ("age", "adult"),
    ("agrees", "1"),
    ("password", PHRASE),
];

#[tokio::test]
async fn sari_signs_up_and_comes_back_to_what_she_was_reading() {
    on_both(setup, |app| async move {
        let mut browser = Browser::of(&app);
        let door = browser.get("/masuk?lanjut=%2Ftulisan%2F0abc%2Fjembatan").await;
        let on = "href=\"/daftar?lanjut=%2Ftulisan%2F0abc%2Fjembatan\"";
        assert!(door.page.contains(on), "{}", door.page);
        let form = browser.get("/daftar?lanjut=%2Ftulisan%2F0abc%2Fjembatan").await;
        assert!(form.page.contains("autocomplete=\"new-password\""));
        let mut fields = SARI.to_vec();
        fields.push(("next", "/tulisan/0abc/jembatan"));
        let sent = browser.post("/daftar", &fields).await;
        let ticket = sent.place.strip_prefix("/daftar/konfirmasi?tiket=").unwrap();
        let asked = browser.get(&sent.place).await;
        assert!(asked.page.contains("autocomplete=\"one-time-code\""));
        let (_, code) = letter(&app).await;
        let wrong = [("ticket", ticket), ("code", "12")];
        let wrong = browser.post("/daftar/konfirmasi", &wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.page.contains("Kode tidak cocok"));
        let done = browser.post("/daftar/konfirmasi", &[("ticket", ticket), ("code", &code)]).await;
        assert_eq!(
            (done.place.as_str(), done.notice.as_str()),
            ("/tulisan/0abc/jembatan", "welcome")
        );
        let account = browser.get("/akun").await;
        assert!(account.page.contains("sari@suara.example"), "{}", account.page);
        browser.post("/keluar", &[]).await;
        assert_eq!(browser.get("/akun").await.place, "/masuk?lanjut=%2Fakun");
    })
    .await;
}

#[tokio::test]
async fn a_form_with_mistakes_comes_back_with_what_was_typed_but_never_the_password() {
    on_both(setup, |app| async move {
        let mut browser = Browser::of(&app);
        let typed = [("name", "Sari \"W\" <b>"), ("contact", "sari@"), ("password", "pendek77")];
        let seen = browser.post("/daftar", &typed).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.page.contains("href=\"#contact\"") && seen.page.contains("value=\"sari@\""));
        assert!(!seen.page.contains("<b>") && !seen.page.contains("pendek77"));
        let empty = browser.post("/daftar", &[("contact", "")]).await.page;
        assert!(
            empty.contains("<a href=\"#name\">Nama lengkap: bagian ini belum diisi."),
            "{empty}"
        );
        let child = [("name", "Adik"), ("age", "child"), ("password", PHRASE)];
        let seen = browser.post("/daftar", &child).await;
        assert!(seen.page.contains("umur 13 tahun ke atas"), "refused kindly");
    })
    .await;
}

#[tokio::test]
async fn signing_in_gives_a_fresh_session_and_leads_nowhere_else() {
    on_both(setup, |app| async move {
        join_sari(&app).await;
        let mut browser = Browser::of(&app);
        let form = |next| [("contact", "sari@suara.example"), ("password", PHRASE), ("next", next)];
        let bad =
            ["//jahat.example", "https://jahat.example", "/\\jahat.example", "/\t/jahat.example"];
        for next in bad {
            let before = browser.token().to_owned();
            let seen = browser.post("/masuk", &form(next)).await;
            assert_eq!((seen.status, seen.place.as_str()), (StatusCode::SEE_OTHER, "/"), "{next}");
            assert_ne!(browser.token(), before);
            assert!(who(&app, &before).await.is_none(), "the browser's old session ended");
        }
        for next in bad {
            let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
            assert_eq!(browser.get(&format!("/masuk?lanjut={next}")).await.place, "/");
        }
        let wrong = [("contact", "sari@suara.example"), ("password", "bukan yang ini")];
        let mut stranger = Browser::of(&app);
        let known = stranger.post("/masuk", &wrong).await;
        let unknown = [("contact", "tidak@ada.example"), ("password", "bukan yang ini")];
        let unknown = stranger.post("/masuk", &unknown).await;
        assert_eq!((known.status, unknown.status.as_u16()), (unknown.status, 422));
        assert!(known.page.contains("tidak cocok") && unknown.page.contains("tidak cocok"));
    })
    .await;
}

#[tokio::test]
async fn guesses_from_one_network_must_wait_and_are_told_so() {
    on_both(
        || Setup { limits: Limits::new(), ..setup() },
        |app| async move {
            let mut browser = Browser::of(&app);
            let mut last = StatusCode::OK;
            for number in 0..11 {
                let contact = format!("orang{number}@suara.example");
                let fields = [("contact", contact.as_str()), ("password", "bukan yang ini")];
                last = browser.post("/masuk", &fields).await.status;
            }
            assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        },
    )
    .await;
}

#[tokio::test]
async fn a_forgotten_password_is_renewed_page_by_page() {
    on_both(setup, |app| async move {
        join_sari(&app).await;
        let mut browser = Browser::of(&app);
        let asked = [("contact", "sari@suara.example"), ("next", "/akun")];
        let sent = browser.post("/pulihkan", &asked).await;
        let ticket =
            sent.place.split("tiket=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        assert!(sent.place.ends_with("&lanjut=%2Fakun"), "{}", sent.place);
        assert_eq!(browser.get(&sent.place).await.status, StatusCode::OK);
        let (_, code) = letter(&app).await;
        let fresh = "perahu kayu di teluk";
        let fields = [
            ("ticket", ticket.as_str()),
            ("code", code.as_str()),
            ("new_password", fresh),
            ("next", "/akun"),
        ];
        let done = browser.post("/pulihkan/kode", &fields).await;
        assert_eq!(done.notice, "password-renewed");
        assert_eq!(done.place, "/masuk?lanjut=%2Fakun");
    })
    .await;
}

#[tokio::test]
async fn sari_looks_after_her_account() {
    on_both(setup, |app| async move {
        let token = join_sari(&app).await;
        let mut browser = Browser::with_session(&app, &token);
        let searched =
            [("name", "Sari W"), ("about", "Penjahit"), ("area_q", "bayan"), ("act", "find-area")];
        let found = browser.post("/akun/profil", &searched).await;
        assert!(found.page.contains("52.08") && found.page.contains("Penjahit"), "{}", found.page);
        let chosen = [("name", "Sari W"), ("pen_name", "Sari"), ("area", "52.08.03")];
        assert_eq!(browser.post("/akun/profil", &chosen).await.notice, "profile-changed");
        assert!(browser.get("/akun").await.page.contains("Lombok Utara"));
        for page in ["/akun/profil", "/akun/surel", "/akun/sandi", "/akun/sesi", "/akun/kode"] {
            assert_eq!(browser.get(page).await.status, StatusCode::OK, "{page}");
        }
        let codes = browser.post("/akun/kode", &[("password", PHRASE)]).await;
        assert_eq!(codes.page.matches("<li>").count() >= 8, codes.status == StatusCode::OK);
        assert!(codes.page.contains("class=\"codes\""), "{}", codes.page);
        let not_hers = browser.post(&format!("/akun/sesi/{}/akhiri", SessionId(5)), &[]).await;
        assert_eq!(not_hers.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.post("/akun/sesi/semua", &[]).await.notice, "signed-out-everywhere");
        assert!(who(&app, &token).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn an_administrator_finds_people_and_grants_without_script() {
    on_both(setup, |app| async move {
        let ketut = administrator(&app).await;
        let sari = who(&app, &join_sari(&app).await).await.unwrap();
        let token = sign_in(&app, "ketut@suara.example", PHRASE).await;
        let mut browser = Browser::with_session(&app, &token);
        let here = format!("/pengelola/orang/{}", sari.id);
        for asked in ["wulan", "SARI", "sari%40suara.example", ""] {
            let list = browser.get(&format!("/pengelola/orang?q={asked}")).await;
            assert!(list.page.contains(&here), "{asked}: {}", list.page);
        }
        assert!(!browser.get("/pengelola/orang?q=%25").await.page.contains(&here));
        let form = browser.get(&here).await.page;
        for said in
            ["Petugas data pribadi: membuka Meja data pribadi.", "Pewarta: tidak membuka meja."]
        {
            assert!(form.contains(said), "which desk each role opens: {form}");
        }
        let wrong = [("role", "editor"), ("scope", "99.98")];
        let wrong = browser.post(&format!("{here}/peran"), &wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.page.contains("value=\"99.98\""), "what was typed is kept");
        let asked = [("role", "editor"), ("area_q", "lombok utara"), ("act", "find-area")];
        let found = browser.post(&format!("{here}/peran"), &asked).await;
        assert_eq!(found.status, StatusCode::OK);
        assert!(
            found.page.contains("value=\"52.08\"") && found.page.contains("\"editor\" selected")
        );
        let unpicked = [("role", "editor"), ("area_q", "lombok")];
        let unpicked = browser.post(&format!("{here}/peran"), &unpicked).await;
        assert!(unpicked.page.contains("Pilih satu saja"), "a name alone is no whole house");
        let none = browser.post(&format!("{here}/peran"), &[("role", "")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = [("role", "editor"), ("area", "52.08")];
        let granted = browser.post(&format!("{here}/peran"), &right).await;
        assert_eq!((&granted.place, granted.notice.as_str()), (&here, "role-granted"));
        assert!(browser.get(&here).await.page.contains("Kabupaten Lombok Utara"));
        let grant = store::grants_of(&app.db, sari.id).await.unwrap()[0].id;
        let ended = browser.post(&format!("/pengelola/peran/{grant}/akhiri"), &[]).await;
        assert_eq!((&ended.place, ended.notice.as_str()), (&here, "role-ended"));
        let own = store::grants_of(&app.db, ketut.id).await.unwrap()[0].id;
        let last = browser.post(&format!("/pengelola/peran/{own}/akhiri"), &[]).await;
        assert_eq!(last.status, StatusCode::CONFLICT);
    })
    .await;
}

#[tokio::test]
async fn the_first_administrator_begins_with_the_link_that_the_operator_sees() {
    on_both(setup, |app| async move {
        let path = actions::first_administrator_path(&app).await.unwrap().unwrap();
        let key = path.strip_prefix("/pengelola/pertama?kunci=").unwrap();
        let mut browser = Browser::of(&app);
        assert_eq!(browser.get(&path).await.status, StatusCode::OK);
        let fields = [
            ("key", key),
            ("name", "Ketut Arya"),
            ("email", "ketut@suara.example"),
            ("password", PHRASE),
        ];
        let made = browser.post("/pengelola/pertama", &fields).await;
        assert_eq!(
            (made.place.as_str(), made.notice.as_str()),
            ("/pengelola", "first-administrator")
        );
        assert_eq!(browser.get("/pengelola/orang").await.status, StatusCode::OK);
        assert_eq!(Browser::of(&app).get(&path).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn every_page_renders_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let app = base::testing::on_sqlite(folder.path(), setup()).await;
    for lang in [Lang::INDONESIAN, Lang::ENGLISH] {
        let frame = Frame::sample(app.words(lang), app.now());
        let samples = gallery(&Gallery { frame });
        assert!(samples.len() >= 25, "{}", samples.len());
        for sample in samples {
            let whole = sample.html.contains("</html>") && sample.html.contains("<h1>");
            assert!(whole, "{}: {}", sample.name, sample.html);
        }
    }
}
