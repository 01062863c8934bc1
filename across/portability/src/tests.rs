//! Copies made and brought back, from either engine into the other, while others write, and damaged on purpose.
use crate::{House, Report, backup, check, file, restore};
use base::{
    db::{Db, Reads},
    sql,
    testing::{Setup, app_on, on_both, on_sqlite, postgres_of_its_own},
    values,
};
use jiff::Timestamp;
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

/// Rows that would break a careless format: text of every kind, nothing, bytes, truth, a comment that answers a
/// comment, numbers at their ends, and keys that languages sort differently.
async fn fill(db: &Db) {
    let nasty = "satu\tdua\\tiga\nempat\r\"lima\" \\N \u{202e}é \u{1f33e}";
    for (name, value) in [("Zeta", nasty), ("alfa", ""), ("Éclair", "\\."), ("beta_1", "null")] {
        let sql = sql!("INSERT INTO settings (name, value, at, person_id) VALUES ($1, $2, $3, $4)");
        db.execute(sql, values![name, value, i64::MAX, Some(i64::MIN)]).await.unwrap();
    }
    for number in 0..1_203_i64 {
        let sql = sql!(
            "INSERT INTO events (id, at, verb, subject_kind, subject_id) VALUES ($1, 0, 'x', 'story', $1)"
        );
        db.execute(sql, values![number]).await.unwrap();
    }
    let parked = sql!(
        "INSERT INTO parked_forms (token_hash, path, body, expires_at) VALUES ('a', '/', '', 0)"
    );
    db.execute(parked, values![]).await.unwrap();
    // The answer has the smaller number: no order of rows would satisfy such references in every table.
    let comment = sql!(
        "INSERT INTO comments (id, subject_kind, subject_id, parent_id, position, name, text, state, text_hash)
         VALUES ($1, 'story', 1, $2, $3, 'Inaq Sari', 'Betul.', 'shown', 'x')"
    );
    let (first, second) = (vec![0_u8, 255, 92, 10], vec![1_u8]);
    db.execute(comment, values![5, None::<i64>, &first]).await.unwrap();
    db.execute(comment, values![3, Some(5_i64), &second]).await.unwrap();
    let decided = sql!(
        "INSERT INTO decisions (id, at, subject_kind, subject_id, act, flag_count, was_held, person_id)
         VALUES (1, 0, 'comment', 5, 'hide', 0, $1, 1)"
    );
    db.execute(decided, values![true]).await.unwrap();
}

fn place<'a>(db: &'a Db, data: &'a Path) -> House<'a> {
    House { db, data, now: NOW }
}

/// A copy, brought back into `into`, copied from there again.
async fn there_and_again(folder: &Path, from: House<'_>, into: &Db) -> (Report, Report) {
    let (first, second) = (folder.join("first.suara"), folder.join("second.suara"));
    let made = backup(from, &first).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    restore(&first, place(into, data.path())).await.unwrap();
    let again = backup(place(into, data.path()), &second).await.unwrap();
    (made, again)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_either_engine_comes_back_on_either_to_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), Setup::default()).await;
    fill(&app.db).await;
    app.blobs.put(b"gambar").unwrap();
    let lite = Db::sqlite(&folder.path().join("other.sqlite")).unwrap();
    let from = place(&app.db, folder.path());
    let (first, second) = there_and_again(folder.path(), from, &lite).await;
    assert_eq!(first.manifest.tables, second.manifest.tables);
    assert_eq!(first.manifest.files, second.manifest.files);
    assert_eq!((first.rows(), first.manifest.files.len()), (1_211, 1));
    let Some(pg) = postgres_of_its_own().await else { return };
    let (first, second) = there_and_again(folder.path(), from, &pg).await;
    assert_eq!(first.manifest.tables, second.manifest.tables);
    assert_eq!(second.manifest.head.engine, "PostgreSQL");
    let back = Db::sqlite(&folder.path().join("back.sqlite")).unwrap();
    let (of_pg, of_back) = there_and_again(folder.path(), place(&pg, folder.path()), &back).await;
    assert_eq!(of_pg.manifest.tables, first.manifest.tables);
    assert_eq!(of_back.manifest.tables, first.manifest.tables);
    let pg_again = postgres_of_its_own().await.unwrap();
    let (_, last) = there_and_again(folder.path(), place(&pg, folder.path()), &pg_again).await;
    assert_eq!(last.manifest.tables, first.manifest.tables);
}

#[tokio::test]
async fn sessions_codes_and_kept_forms_stay_behind_and_such_tables_exist() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), Setup::default()).await;
    fill(&app.db).await;
    let report = backup(place(&app.db, folder.path()), &folder.path().join("c")).await.unwrap();
    let there = app.db.tables().await.unwrap();
    for name in file::TRANSIENT {
        assert!(there.contains(&(*name).to_owned()), "{name} is no table any more");
        assert!(report.manifest.tables.iter().all(|table| table.name != *name));
    }
}

#[tokio::test]
async fn a_database_that_holds_something_is_left_alone() {
    on_both(Setup::default, |app| async move {
        fill(&app.db).await;
        let file = app.config.data.join("copy.suara");
        backup(place(&app.db, &app.config.data), &file).await.unwrap();
        let refused = restore(&file, place(&app.db, &app.config.data)).await.unwrap_err();
        assert!(format!("{refused:#}").contains("not empty"), "{refused:#}");
        let kept: (i64,) =
            app.db.one(sql!("SELECT COUNT(*) FROM parked_forms"), values![]).await.unwrap();
        assert_eq!(kept, (1,));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cut_or_a_flipped_bit_is_found_wherever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), Setup::default()).await;
    fill(&app.db).await;
    app.blobs.put(b"gambar").unwrap();
    let file = folder.path().join("copy.suara");
    backup(place(&app.db, folder.path()), &file).await.unwrap();
    let report = check(&file, NOW).await.unwrap();
    assert!(report.to_string().contains("together"));
    let whole = std::fs::read(&file).unwrap();
    let damaged = folder.path().join("damaged.suara");
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        std::fs::write(&damaged, &bytes).unwrap();
        let found = check(&damaged, NOW).await.unwrap_err();
        assert!(format!("{found:#}").contains("damaged"), "byte {at}: {found:#}");
        std::fs::write(&damaged, &whole[..at]).unwrap();
        let found = format!("{:#}", check(&damaged, NOW).await.unwrap_err());
        assert!(found.contains("cut short"), "cut at {at}: {found}");
    }
}

#[tokio::test]
async fn a_copy_that_cannot_be_written_leaves_the_old_one() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), Setup::default()).await;
    let nowhere = folder.path().join("missing/copy.suara");
    let failed = backup(place(&app.db, folder.path()), &nowhere).await.unwrap_err();
    assert!(format!("{failed:#}").contains("cannot write into"), "{failed:#}");
}

/// Four writers move money between accounts; at any moment the accounts hold the same together.
async fn move_money(db: Db, number: i64, stop: Arc<AtomicBool>) -> u64 {
    let mut moved = 0;
    while !stop.load(Ordering::Relaxed) {
        let mut tx = db.begin().await.unwrap();
        for (account, change) in [(number, -1), (number + 4, 1)] {
            let sql = sql!("UPDATE settings SET at = at + $2 WHERE name = $1");
            let name = format!("account-{account}");
            tx.execute(sql, values![&name, change]).await.unwrap();
        }
        tx.commit().await.unwrap();
        moved += 1;
    }
    moved
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_shows_one_moment_while_four_write() {
    on_both(Setup::default, |app| async move {
        fill(&app.db).await;
        for account in 0..8 {
            let sql = sql!("INSERT INTO settings (name, value, at) VALUES ($1, '', 1000)");
            app.db.execute(sql, values![&format!("account-{account}")]).await.unwrap();
        }
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..4)
            .map(|number| tokio::spawn(move_money(app.db.clone(), number, stop.clone())))
            .collect();
        let file = app.config.data.join("copy.suara");
        for turn in 0..5 {
            backup(place(&app.db, &app.config.data), &file).await.unwrap();
            let folder = tempfile::tempdir().unwrap();
            let db = Db::sqlite(&folder.path().join("copy.sqlite")).unwrap();
            restore(&file, place(&db, folder.path())).await.unwrap();
            let sum =
                sql!("SELECT CAST(SUM(at) AS BIGINT) FROM settings WHERE name LIKE 'account-%'");
            let (sum,): (i64,) = db.one(sum, values![]).await.unwrap();
            assert_eq!(sum, 8_000, "turn {turn}");
        }
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            assert!(writer.await.unwrap() > 0, "a writer stood still while the copy was made");
        }
    })
    .await;
}

#[tokio::test]
async fn an_older_copy_gets_the_later_migrations_and_a_newer_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let old = Db::sqlite(&folder.path().join("old.sqlite")).unwrap();
    let all = base::db::migrations().unwrap();
    let first = (all[0].name.clone(), 7);
    old.migrate_as(std::slice::from_ref(&first)).await.unwrap();
    let file = folder.path().join("copy.suara");
    backup(place(&old, folder.path()), &file).await.unwrap();
    let new = Db::sqlite(&folder.path().join("new.sqlite")).unwrap();
    restore(&file, place(&new, folder.path())).await.unwrap();
    let stand = new.migrations_applied().await.unwrap();
    assert_eq!((stand.len(), &stand[0]), (all.len(), &first));
    let later = ("2999-01-01-0000-later".to_owned(), 0);
    let refused = new.migrate_as(&[first, later]).await.unwrap_err();
    assert!(format!("{refused:#}").contains("newer Suara"));
}

#[tokio::test]
async fn an_app_runs_on_what_came_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = on_sqlite(folder.path(), Setup::default()).await;
    fill(&app.db).await;
    let file = folder.path().join("copy.suara");
    backup(place(&app.db, folder.path()), &file).await.unwrap();
    let db = Db::sqlite(&folder.path().join("new.sqlite")).unwrap();
    restore(&file, place(&db, folder.path())).await.unwrap();
    let back = app_on(db, folder.path(), Setup::default()).await;
    let orphan = sql!("UPDATE comments SET parent_id = 99 WHERE id = 3");
    assert!(back.db.execute(orphan, values![]).await.is_err(), "references are checked again");
}
