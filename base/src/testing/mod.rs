//! What tests of every crate use: an app on either database, with a clock that stands and letters that are kept.
pub mod browse;
pub mod files;

use crate::{
    app::{Agreement, App, Kept, Parts},
    blobs::Blobs,
    clock::Clock,
    config::{Choices, Config, test_variable},
    db::{Db, Piece, Reads},
    events::Subscriber,
    feature::Feature,
    ids::Ids,
    languages::Languages,
    limits::Limits,
    mail::Mailer,
    random::Random,
    rules::Rules,
    sql, values,
    vault::Vault,
    visitor::Visitor,
};
use std::sync::atomic::{AtomicU64, Ordering};

/// Tuesday, 24 November 2026, 10.00 WITA: when every test begins.
pub const NOW: &str = "2026-11-24T02:00:00Z";

/// What a test's app is made of; `..Default::default()` for the rest.
pub struct Setup {
    pub features: Vec<Feature>,
    pub subscribers: Vec<Subscriber>,
    pub identify: crate::app::Identify,
    pub agreement: Option<Agreement>,
    pub desk_key: Option<Agreement>,
    pub kept: Kept,
    pub choices: Choices,
    /// Off, unless the test is about them.
    pub limits: Limits,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            features: vec![],
            subscribers: vec![],
            identify: |_, _| Box::pin(async { Ok(Visitor::anonymous()) }),
            agreement: None,
            desk_key: None,
            kept: Kept::default(),
            choices: Choices::default(),
            limits: Limits::none(),
        }
    }
}

/// Runs the same test on SQLite and, when `SUARA_TEST_POSTGRES` names a server, on PostgreSQL, each with an empty
/// database of its own. Without a server the second half is skipped aloud; with CI=true that fails.
pub async fn on_both<F, R>(setup: impl Fn() -> Setup, test: F)
where
    F: Fn(App) -> R,
    R: Future<Output = ()>,
{
    let folder = tempfile::tempdir().expect("a temporary folder");
    let db = Db::sqlite(&folder.path().join("test.sqlite")).expect("SQLite opens");
    test(app_on(db, folder.path(), setup()).await).await;
    if let Some(db) = postgres_of_its_own().await {
        test(app_on(db, folder.path(), setup()).await).await;
    }
}

/// An app on SQLite for tests that do not touch the database's ways.
pub async fn on_sqlite(folder: &std::path::Path, setup: Setup) -> App {
    let db = Db::sqlite(&folder.join("test.sqlite")).expect("SQLite opens");
    app_on(db, folder, setup).await
}

/// An app on a given, empty database.
pub async fn app_on(db: Db, folder: &std::path::Path, setup: Setup) -> App {
    db.migrate(0).await.expect("the migrations apply");
    let config = config(folder, setup.choices);
    let clock = Clock::fixed(NOW.parse().expect("a timestamp"));
    let random = Random::seeded(1);
    // Randomness of its own: the second engine finds the key made, and draws the same numbers as the first.
    let vault = Vault::start(&config, &db, (&Random::seeded(2), &clock)).await;
    let vault = vault.expect("the vault's key");
    App::new(Parts {
        config,
        db,
        clock,
        random,
        vault,
        ids: Ids::new(1),
        languages: Languages::load().expect("the locale files are right"),
        rules: Rules::load().expect("the rule sets are right"),
        mailer: Mailer::Kept(Default::default()),
        limits: setup.limits,
        blobs: Blobs::in_data(folder),
        features: setup.features,
        asleep: vec![],
        subscribers: setup.subscribers,
        identify: setup.identify,
        agreement: setup.agreement,
        desk_key: setup.desk_key,
        kept: setup.kept,
        job_added: tokio::sync::Notify::new(),
    })
}

fn config(folder: &std::path::Path, choices: Choices) -> Config {
    let own = Choices {
        data: Some(folder.to_owned()),
        zone: Some("WITA".into()),
        name: Some("Suara Tirtawana".into()),
        address: Some("http://suara.example".into()),
        ..Choices::default()
    };
    choices.or(own).settle().expect("the test's configuration is right")
}

/// A schema of its own on the test server, gone when the server is.
pub async fn postgres_of_its_own() -> Option<Db> {
    let db = Db::postgres(&postgres_url_of_its_own().await?, 8).await;
    Some(db.expect("a connection to the schema"))
}

/// The same, as the address that `--database` takes.
pub async fn postgres_url_of_its_own() -> Option<String> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let Some(url) = test_variable("SUARA_TEST_POSTGRES") else {
        let in_ci = test_variable("CI").is_some_and(|ci| ci == "true");
        assert!(!in_ci, "SUARA_TEST_POSTGRES must name a server in continuous integration");
        eprintln!("skipped on PostgreSQL: SUARA_TEST_POSTGRES is not set");
        return None;
    };
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name =
        format!("t{}_{number}_{}", std::process::id(), Random::system().number() % 1_000_000);
    let root = Db::postgres(&url, 2).await.expect("the test server answers");
    let mut tx = root.begin().await.expect("a transaction");
    tx.batch(&format!("CREATE SCHEMA {name}")).await.expect("a schema");
    tx.commit().await.expect("committed");
    let joint = if url.contains('?') { '&' } else { '?' };
    Some(format!("{url}{joint}options=-csearch_path%3D{name}"))
}

/// Fails when work or letters are left over that the test did not look at.
pub async fn nothing_left(app: &App) {
    let jobs: Vec<(String,)> =
        app.db.all(sql!("SELECT kind FROM jobs"), values![]).await.expect("jobs");
    assert!(jobs.is_empty(), "jobs are left: {jobs:?}");
    let letters = app.mailer.taken();
    assert!(letters.is_empty(), "letters are left: {letters:?}");
}

/// Everything that the database holds, a line a row with the table's name before it: where a test looks for words that
/// must lie nowhere.
pub async fn everything_kept(app: &App) -> String {
    let tables = app.db.shapes().await.expect("the schema");
    let (to, mut pieces) = tokio::sync::mpsc::channel(4);
    let db = app.db.clone();
    let reading = tokio::spawn(async move { db.read_whole(tables, to).await });
    let (mut kept, mut table) = (String::new(), String::new());
    while let Some(piece) = pieces.recv().await {
        match piece {
            Piece::Table(next) => table = next.name,
            Piece::Rows(rows) => {
                kept.extend(rows.iter().map(|row| format!("{table}: {row:?}\n")));
            }
        }
    }
    reading.await.expect("a reader").expect("the tables");
    kept
}
