//! The real examples: every line stands on both engines, and a second time changes nothing.
use crate::site::build;
use base::{app::App, db::Db, testing::postgres_of_its_own, visitor::Visitor};

const AGENCIES: &str = include_str!("../../examples/agencies.csv");

async fn house(db: Db, folder: &std::path::Path) -> App {
    build(db, folder, |_, _| Box::pin(async { Ok(Visitor::anonymous()) })).await
}

async fn loads_twice(app: &App) {
    let lines = AGENCIES.lines().count() - 1;
    let done = agencies::import(app, AGENCIES, None).await.unwrap();
    assert_eq!((done.added, done.rejected), (lines, vec![]));
    let again = agencies::import(app, AGENCIES, None).await.unwrap();
    assert_eq!((again.added, again.changed, again.unchanged), (0, 0, lines));

    for fresh in [true, false] {
        let brought = suara::examples::load(app).await.unwrap();
        assert_eq!((brought.programmes > 0, brought.innovations > 30), (fresh, fresh));
        assert_eq!(brought.agencies.unchanged, lines);
        assert_eq!(agencies::count(&app.db).await.unwrap(), i64::try_from(lines).unwrap());
    }
}

#[tokio::test]
async fn the_examples_load_on_sqlite_and_twice_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::sqlite(&folder.path().join("suara.sqlite")).unwrap();
    loads_twice(&house(db, folder.path()).await).await;
}

#[tokio::test]
async fn the_examples_load_on_postgres_and_twice_changes_nothing() {
    let Some(db) = postgres_of_its_own().await else { return };
    let folder = tempfile::tempdir().unwrap();
    loads_twice(&house(db, folder.path()).await).await;
}
