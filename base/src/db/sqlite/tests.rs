//! Shared commits when things go wrong: nobody is told that a change was kept that was not, and nothing waits for ever.
use super::{Sqlite, Tx};
use crate::{db::Value, sql, values};
use anyhow::Result;
use std::{future::Future, time::Duration};
use tokio::task::JoinHandle;

/// A database with one table of names, unlike any other test's.
async fn opened() -> (tempfile::TempDir, Sqlite) {
    let folder = tempfile::tempdir().unwrap();
    let db = Sqlite::open(&folder.path().join("test.sqlite")).unwrap();
    batch(
        &db,
        "CREATE TABLE names (name TEXT NOT NULL PRIMARY KEY, of TEXT REFERENCES names) STRICT",
    )
    .await;
    (folder, db)
}

async fn batch(db: &Sqlite, text: &str) {
    let mut tx = db.begin().await.unwrap();
    tx.batch(text).unwrap();
    tx.commit().await.unwrap();
}

fn write(tx: &mut Tx, name: &str) -> Result<u64> {
    tx.execute(sql!("INSERT INTO names (name) VALUES ($1)"), values![name])
}

async fn names(db: &Sqlite) -> Vec<String> {
    let none: &[Value] = values![];
    let rows = db.read::<(String,)>(sql!("SELECT name FROM names ORDER BY name"), none).await;
    rows.unwrap().into_iter().map(|(name,)| name).collect()
}

/// Holds the writer until a commit waits behind it, so that what follows shares that commit.
async fn released(db: &Sqlite, name: &str) -> JoinHandle<Result<()>> {
    let mut tx = db.begin().await.unwrap();
    write(&mut tx, name).unwrap();
    tokio::spawn(tx.commit())
}

/// Everything here ends soon or hangs for ever.
async fn soon<T>(work: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), work).await.expect("it hangs")
}

#[tokio::test]
async fn a_full_disk_at_a_statement_fails_everyone_who_shares_the_commit() {
    let (_folder, db) = opened().await;
    let waiting = released(&db, "waits").await;
    let mut tx = db.begin().await.unwrap();
    tx.batch("PRAGMA max_page_count = 1").unwrap();
    let big = "x".repeat(100_000);
    let error = format!("{:#}", write(&mut tx, &big).unwrap_err());
    assert!(error.contains("full"), "{error}");
    assert!(write(&mut tx, "after").is_err(), "the transaction is gone");
    tx.writer.as_mut().unwrap().connection.execute_batch("PRAGMA max_page_count = 100000").unwrap();
    drop(tx);
    let told = soon(waiting).await.unwrap();
    // It waits behind us, so it was in the transaction that the full disk ended.
    let told = format!("{:#}", told.unwrap_err());
    assert!(told.contains("lost") && told.contains("full"), "{told}");
    soon(released(&db, "next").await).await.unwrap().unwrap();
    assert_eq!(names(&db).await, ["next"]);
}

#[tokio::test]
async fn a_commit_that_fails_keeps_nothing_of_anyone() {
    let (_folder, db) = opened().await;
    let waiting = released(&db, "waits").await;
    let mut tx = db.begin().await.unwrap();
    tx.batch("PRAGMA defer_foreign_keys = ON").unwrap();
    let orphan = sql!("INSERT INTO names (name, of) VALUES ('orphan', 'nobody')");
    tx.execute(orphan, values![]).unwrap();
    assert!(soon(tx.commit()).await.is_err());
    assert!(soon(waiting).await.unwrap().is_err());
    soon(released(&db, "next").await).await.unwrap().unwrap();
    assert_eq!(names(&db).await, ["next"]);
}

#[tokio::test]
async fn whoever_waits_is_told_before_the_next_group_begins() {
    let (_folder, db) = opened().await;
    let waiting = released(&db, "waits").await;
    let tx = db.begin().await.unwrap();
    // As an error of the disk would, in the moment when the savepoint is taken back.
    tx.writer.as_ref().unwrap().connection.execute_batch("ROLLBACK").unwrap();
    drop(tx);
    let next = released(&db, "next").await;
    assert!(soon(waiting).await.unwrap().is_err(), "it was told that a lost change was kept");
    soon(next).await.unwrap().unwrap();
    assert_eq!(names(&db).await, ["next"]);
}

#[tokio::test]
async fn a_transaction_whose_statement_failed_cannot_be_kept() {
    let (_folder, db) = opened().await;
    let mut tx = db.begin().await.unwrap();
    write(&mut tx, "once").unwrap();
    assert!(write(&mut tx, "once").is_err());
    assert!(soon(tx.commit()).await.is_err());
    assert!(names(&db).await.is_empty());
}

#[tokio::test]
async fn a_release_that_fails_is_an_error_and_the_neighbours_stand() {
    let (_folder, db) = opened().await;
    let waiting = released(&db, "waits").await;
    let mut tx = db.begin().await.unwrap();
    write(&mut tx, "mine").unwrap();
    tx.writer.as_ref().unwrap().connection.execute_batch("ROLLBACK TO one; RELEASE one").unwrap();
    assert!(soon(tx.commit()).await.is_err(), "there is nothing to release");
    // Taking it back failed too, so the group could not be trusted and was given up.
    assert!(soon(waiting).await.unwrap().is_err());
    soon(released(&db, "next").await).await.unwrap().unwrap();
    assert_eq!(names(&db).await, ["next"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn callers_that_go_away_leave_nothing_half_done_and_nobody_waiting() {
    let (_folder, db) = opened().await;
    let db = std::sync::Arc::new(db);
    let mut kept = vec![];
    for number in 0..200 {
        let name = format!("{number:03}");
        let (db, wrote) = (db.clone(), name.clone());
        let task = tokio::spawn(async move {
            let mut tx = db.begin().await?;
            write(&mut tx, &wrote)?;
            tokio::task::yield_now().await;
            tx.commit().await
        });
        if number % 3 == 0 {
            // At whichever await it is.
            tokio::time::sleep(Duration::from_micros(number * 7 % 400)).await;
            task.abort();
        }
        kept.push((name, task));
    }
    let mut told = vec![];
    for (name, task) in kept {
        if let Ok(outcome) = soon(task).await {
            outcome.unwrap();
            told.push(name);
        }
    }
    soon(released(&db, "last").await).await.unwrap().unwrap();
    let found = names(&db).await;
    assert!(told.len() >= 133);
    assert!(told.iter().all(|name| found.contains(name)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bug_in_the_middle_of_a_transaction_takes_back_that_one_only() {
    let (_folder, db) = opened().await;
    let db = std::sync::Arc::new(db);
    let waiting = released(&db, "waits").await;
    let task = tokio::spawn({
        let db = db.clone();
        async move {
            let mut tx = db.begin().await.unwrap();
            write(&mut tx, "half").unwrap();
            panic!("a bug, on purpose");
        }
    });
    assert!(soon(task).await.unwrap_err().is_panic());
    soon(waiting).await.unwrap().unwrap();
    soon(released(&db, "next").await).await.unwrap().unwrap();
    assert_eq!(names(&db).await, ["next", "waits"]);
}

#[test]
fn a_runtime_that_stops_confirms_only_what_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.sqlite");
    let told = std::sync::Arc::new(std::sync::Mutex::new(vec![]));
    let runtime = || tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let running = runtime();
    running.block_on(async {
        let db = std::sync::Arc::new(Sqlite::open(&path).unwrap());
        batch(&db, "CREATE TABLE names (name TEXT NOT NULL PRIMARY KEY) STRICT").await;
        for number in 0..300 {
            let (db, told) = (db.clone(), told.clone());
            tokio::spawn(async move {
                let name = number.to_string();
                let mut tx = db.begin().await?;
                write(&mut tx, &name)?;
                tx.commit().await?;
                told.lock().unwrap().push(name);
                anyhow::Ok(())
            });
        }
        tokio::time::sleep(Duration::from_millis(3)).await;
    });
    running.shutdown_timeout(Duration::from_secs(10));
    let found = runtime().block_on(async { names(&Sqlite::open(&path).unwrap()).await });
    let told = told.lock().unwrap();
    assert!(told.iter().all(|name| found.contains(name)), "{} of {}", told.len(), found.len());
}
