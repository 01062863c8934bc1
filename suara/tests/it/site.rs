//! A site to call without a network: all features, the demonstration's cast, a clock that stands.
use crate::walk::encode;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{
    app::{App, Kept},
    config::Choices,
    db::Db,
    feature::Feature,
    ids::{PersonId, SessionId},
    testing::{Setup, app_on, files, nothing_left, postgres_of_its_own},
    visitor::{Grant, Role, Scope, SignedIn, Visitor},
    web,
};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub location: String,
    pub cookie: Option<String>,
    /// What it leaves to say on the next page, as a cookie.
    pub notice: Option<String>,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Reply {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn is_html(&self) -> bool {
        let kind = self.headers.get("content-type").and_then(|kind| kind.to_str().ok());
        kind.is_some_and(|kind| kind.starts_with("text/html"))
    }

    /// What a reader sees of the page: text without tags, white space folded.
    pub fn main_text(&self) -> String {
        let html = self.text();
        let start = html.find("<main").unwrap_or(0);
        let end = html.find("</main>").unwrap_or(html.len());
        plain(&html[start..end])
    }

    pub fn expect(self, status: StatusCode) -> Reply {
        assert_eq!(self.status, status, "{}", self.main_text());
        self
    }
}

/// HTML without its tags, white space folded.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for letter in html.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            _ if !in_tag => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A house with its cast, and a browser that keeps one cookie.
pub struct Site {
    pub app: App,
    service: web::Site,
    cookie: Option<String>,
    _folder: Option<tempfile::TempDir>,
}

impl Site {
    /// On SQLite, with real sessions and the demonstration loaded.
    pub async fn with_demo() -> Site {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::sqlite(&folder.path().join("suara.sqlite")).expect("SQLite opens");
        let app = open(db, folder.path()).await;
        suara::demo::load(&app).await.expect("the demonstration loads");
        Site::of(app, Some(folder))
    }

    /// The same on PostgreSQL; `None` where no test server is named.
    pub async fn with_demo_on_postgres() -> Option<Site> {
        let db = postgres_of_its_own().await?;
        let folder = tempfile::tempdir().expect("a folder");
        let app = open(db, folder.path()).await;
        suara::demo::load(&app).await.expect("the demonstration loads");
        Some(Site::of(app, Some(folder)))
    }

    /// A house that is open already.
    pub fn on(app: App) -> Site {
        Site::of(app, None)
    }

    fn of(app: App, folder: Option<tempfile::TempDir>) -> Site {
        Site { service: web::site(&app), app, cookie: None, _folder: folder }
    }

    /// The same house seen by somebody else: the cookie is `sesi=…`.
    pub fn with_cookie(&self, cookie: &str) -> Site {
        Site {
            app: self.app.clone(),
            service: self.service.clone(),
            cookie: Some(cookie.to_owned()),
            _folder: None,
        }
    }

    /// The same browser, with the cookie that this answer set beside its own.
    pub fn and(&self, reply: &Reply) -> Site {
        let cookies: Vec<&str> =
            self.cookie.iter().chain(&reply.cookie).map(|c| c.as_str()).collect();
        self.with_cookie(&cookies.join("; "))
    }

    /// The same browser on the page after this answer.
    pub fn after(&self, reply: &Reply) -> Site {
        let cookies: Vec<&str> =
            self.cookie.iter().chain(&reply.notice).map(|c| c.as_str()).collect();
        self.with_cookie(&cookies.join("; "))
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path), Body::empty()).await
    }

    /// As a browser asks: gzip.
    pub async fn get_compressed(&self, path: &str) -> Reply {
        self.send(Request::get(path).header("accept-encoding", "gzip"), Body::empty()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        let request =
            Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request, Body::from(body.join("&"))).await
    }

    /// The same with one file.
    pub async fn post_file(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &[u8]),
    ) -> Reply {
        let request = Request::post(path).header("content-type", files::TYPE);
        self.send(request, Body::from(files::form(fields, file))).await
    }

    async fn send(&self, mut request: axum::http::request::Builder, body: Body) -> Reply {
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let request = request.body(body).expect("a request");
        let response = self.service.clone().oneshot(request).await.expect("an answer");
        let header = |name| {
            let value = response.headers().get(name);
            value.map(|v: &axum::http::HeaderValue| v.to_str().expect("text").to_owned())
        };
        let (notices, cookies): (Vec<_>, Vec<_>) =
            cookies(response.headers()).partition(|pair| pair.starts_with("pesan="));
        Reply {
            status: response.status(),
            location: header("location").unwrap_or_default(),
            cookie: cookies.into_iter().next(),
            notice: notices.into_iter().next(),
            headers: response.headers().clone(),
            bytes: response.into_body().collect().await.expect("a body").to_bytes().to_vec(),
        }
    }

    /// Runs the work that is due and fails when some is left or a letter was not looked at.
    pub async fn settled(&self) {
        base::jobs::run_due(&self.app).await.expect("the queue answers");
        nothing_left(&self.app).await;
    }
}

/// The cookies that an answer sets, without when they end.
fn cookies(headers: &axum::http::HeaderMap) -> impl Iterator<Item = String> + '_ {
    let cookies = headers.get_all("set-cookie").iter();
    cookies.filter_map(|cookie| Some(cookie.to_str().ok()?.split(';').next()?.to_owned()))
}

/// The house as it is served, with real sessions and terms to agree to.
pub async fn open(db: Db, folder: &std::path::Path) -> App {
    let agreement = Some(suara::features::agreement());
    let identify = suara::features::identify();
    with(db, folder, Setup { identify, agreement, ..Setup::default() }).await
}

/// An app with every feature on an empty database, where nothing has to be agreed to.
pub async fn build(db: Db, folder: &std::path::Path, identify: base::app::Identify) -> App {
    with(db, folder, Setup { identify, ..Setup::default() }).await
}

/// The house as it is served, with the features that these choices leave on.
pub async fn open_as(db: Db, folder: &std::path::Path, choices: Choices) -> App {
    let identify = suara::features::identify();
    with(db, folder, Setup { identify, choices, ..Setup::default() }).await
}

async fn with(db: Db, folder: &std::path::Path, setup: Setup) -> App {
    db.migrate(0).await.expect("the migrations apply");
    let mut kept = Kept::default();
    suara::features::keep(&db, &mut kept).await.expect("features keep what they keep");
    let config = setup.choices.clone().settle().expect("the choices are right");
    let (on, _) = suara::features::choose(&config).expect("such a house can be");
    let subscribers = suara::features::subscribers(&on);
    let setup = Setup { features: on, subscribers, kept, ..setup };
    let app = app_on(db, folder, setup).await;
    suara::features::prepare(&app).await.expect("the house is prepared");
    app
}

/// A visitor made up from the cookie itself: `sesi=moderator` is someone with that role in the whole house.
pub fn made_up(token: &str) -> Visitor {
    let grants = Role::parse(token).map(|role| Grant { role, scope: Scope::House });
    Visitor {
        signed_in: Some(SignedIn {
            id: PersonId(999),
            session: SessionId(999),
            name: "Contoh".into(),
            zone: None,
            grants: grants.into_iter().collect(),
        }),
    }
}

/// Every route of every feature.
pub fn routes(features: &[Feature]) -> impl Iterator<Item = (&'static str, &base::feature::Route)> {
    features.iter().flat_map(|feature| feature.routes.iter().map(|route| (feature.name, route)))
}
