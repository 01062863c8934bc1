//! The house with its canaries: who is signed in, what was planted, and the database that other houses open.
use super::plant;
use crate::{
    data::Data,
    site::{Reply, Site},
};
use base::{
    app::App,
    ids::PersonId,
    jiff::Timestamp,
    subject::Kind,
    visitor::{Role, Scope},
};
use people::NewPerson;
use std::collections::BTreeMap;

/// Of the cast, those who plant or may look; Bintang came for this.
const CAST: [(&str, &str); 12] = [
    ("bagus", "Bagus Prasetya"),
    ("ratna", "Ratna Kusumawardani"),
    ("maria", "Maria Yosefina Bria"),
    ("yustus", "Yustus Mambraku"),
    ("cut", "Cut Rahmiati"),
    ("hartini", "Baiq Hartini"),
    ("lina", "Lina Tanuwijaya"),
    ("dul", "Abdul Gani Kotta"),
    ("darwis", "Darwis Tamba"),
    ("theresia", "Theresia Lenak"),
    ("marlina", "Siti Marlina"),
    ("semuel", "Semuel Pongoh"),
];

pub struct Nest {
    /// Signed out.
    pub reader: Site,
    sites: BTreeMap<String, Site>,
    pub planted: Planted,
}

/// What is left once the house that planted is closed.
#[derive(Default)]
pub struct Planted {
    cookies: BTreeMap<String, String>,
    /// What was planted: its kind and its id, as they stand in addresses.
    pub things: Vec<(Kind, String)>,
    /// Addresses to which no page leads.
    pub seeds: Vec<String>,
    /// What a body has: its officer, and the id.
    handed: Vec<(&'static str, String)>,
    /// Who sent the anonymous and the secret reports.
    pub reporter: String,
}

impl Nest {
    pub async fn build(app: App) -> Nest {
        let reader = Site::on(app);
        let mut nest = Nest { reader, sites: BTreeMap::new(), planted: Planted::default() };
        for (key, name) in CAST {
            let found = people::found(&nest.reader.app.db, name, 1).await.unwrap();
            nest.sign_in(key, found[0].0).await;
        }
        nest.bagus_administers().await;
        nest.bintang_joins().await;
        plant::drafts(&mut nest).await;
        plant::letters(&mut nest).await;
        let report = plant::anonymous(&mut nest).await;
        plant::secret(&mut nest).await;
        plant::hidden_story(&mut nest, &report).await;
        plant::talk(&mut nest, &format!("report-{report}")).await;
        plant::surveys(&mut nest).await;
        nest
    }

    /// In the demonstration the first administrator comes by a link.
    async fn bagus_administers(&self) {
        let app = &self.reader.app;
        let found = people::found(&app.db, "Bagus Prasetya", 1).await.unwrap();
        let mut tx = app.db.begin().await.unwrap();
        let role = (found[0].0, Role::Administrator, Scope::House);
        people::grant(app, &mut tx, role, None).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn bintang_joins(&mut self) {
        let app = self.reader.app.clone();
        let joined_at: Timestamp = app.now();
        let new = NewPerson {
            name: "Kenarinamaasli Sunyi".into(),
            pen_name: Some("Kenarinamapena".into()),
            about: None,
            email: Some("kenarialamat@warga.example".into()),
            minor: false,
            area: None,
            joined_at,
        };
        let mut tx = app.db.begin().await.unwrap();
        let id = people::add_person(&app, &mut tx, new, None).await.unwrap();
        tx.commit().await.unwrap();
        self.planted.reporter = id.to_string();
        self.sign_in("bintang", id).await;
    }

    async fn sign_in(&mut self, key: &str, person: PersonId) {
        let app = &self.reader.app;
        let mut tx = app.db.begin().await.unwrap();
        let token = people::open_session(app, &mut tx, person, "Firefox").await.unwrap();
        tx.commit().await.unwrap();
        self.has_cookie(key, format!("sesi={token}"));
    }

    fn has_cookie(&mut self, key: &str, cookie: String) {
        self.sites.insert(key.to_owned(), self.reader.with_cookie(&cookie));
        self.planted.cookies.insert(key.to_owned(), cookie);
    }

    pub fn who(&self, key: &str) -> &Site {
        &self.sites[key]
    }

    pub async fn agency(&self, slug: &str) -> String {
        let found = agencies::by_slug(&self.reader.app.db, slug).await.unwrap();
        found.unwrap_or_else(|| panic!("no body is called {slug}")).id.to_string()
    }

    pub fn keep(&mut self, kind: Kind, id: &str) {
        self.planted.things.push((kind, id.to_owned()));
    }

    /// A body has it, for which this officer speaks.
    pub fn hand(&mut self, officer: &'static str, id: &str) {
        self.planted.handed.push((officer, id.to_owned()));
    }

    pub fn seed(&mut self, address: String) {
        self.planted.seeds.push(address);
    }

    /// The browser that sent a form was this one's.
    pub fn kept_for(&mut self, key: &str, door: &Reply) {
        let kept = door.cookie.as_deref().unwrap();
        let both = format!("{}; {kept}", self.planted.cookies[key]);
        self.has_cookie(key, both);
    }
}

impl Planted {
    /// Somebody of the cast in another house of the same data.
    pub fn who(&self, key: &str, house: &Site) -> Site {
        house.with_cookie(&self.cookies[key])
    }

    pub fn ids(&self) -> Vec<String> {
        self.things.iter().map(|(_, id)| id.clone()).collect()
    }

    /// Whether an address is about what this officer's body has.
    pub fn is_for(&self, officer: &str, address: &str) -> bool {
        self.handed.iter().any(|(whose, id)| *whose == officer && address.contains(id.as_str()))
    }
}

/// The canaries on one engine, and the database for the houses that are opened on it.
pub async fn planted(loaded: (Data, App)) -> (Data, Planted) {
    let (data, app) = loaded;
    let nest = Nest::build(app).await;
    (data, nest.planted)
}
