//! Both engines, the same promises: order of parameters, rollback, shared commits, lists of ids.
use super::{Db, Reads};
use crate::{
    ids::PersonId,
    sql, store,
    testing::{Setup, on_both},
    values,
};
use jiff::Timestamp;

/// Those that a test wrote: the vault notes its key there when an app starts.
async fn count_settings(db: &Db) -> i64 {
    let sql = sql!("SELECT COUNT(*) FROM settings WHERE name <> 'vault-key'");
    db.one::<(i64,)>(sql, values![]).await.unwrap().0
}

async fn put(tx: &mut super::Tx, name: &str) {
    let at = Timestamp::UNIX_EPOCH;
    store::put_setting(tx, (name, "1"), at, Some(PersonId(1))).await.unwrap();
}

#[tokio::test]
async fn a_transaction_that_is_dropped_leaves_nothing_and_others_stand() {
    on_both(Setup::default, |app| async move {
        let mut kept = app.db.begin().await.unwrap();
        put(&mut kept, "kept").await;
        kept.commit().await.unwrap();
        let mut dropped = app.db.begin().await.unwrap();
        put(&mut dropped, "dropped").await;
        drop(dropped);
        let mut after = app.db.begin().await.unwrap();
        put(&mut after, "after").await;
        after.commit().await.unwrap();
        assert_eq!(count_settings(&app.db).await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_writers_at_once_all_keep_their_word() {
    on_both(Setup::default, |app| async move {
        let writers: Vec<_> = (0..100)
            .map(|number| {
                let db = app.db.clone();
                tokio::spawn(async move {
                    let mut tx = db.begin().await.unwrap();
                    put(&mut tx, &format!("writer-{number}")).await;
                    if number % 10 == 0 { drop(tx) } else { tx.commit().await.unwrap() }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(count_settings(&app.db).await, 90);
    })
    .await;
}

#[tokio::test]
async fn parameters_are_bound_by_number_and_a_list_is_one_of_them() {
    on_both(Setup::default, |app| async move {
        let row: (i64, i64) = app
            .db
            .one(
                sql!("SELECT CAST($2 AS BIGINT) - CAST($1 AS BIGINT), CAST($1 AS BIGINT)"),
                values![1, 10],
            )
            .await
            .unwrap();
        assert_eq!(row, (9, 1));
        for id in 1..=5_i64 {
            let sql =
                sql!("INSERT INTO settings (name, value, at, person_id) VALUES ($1, '', 0, $2)");
            app.db.execute(sql, values![&id.to_string(), id]).await.unwrap();
        }
        let wanted = vec![2_i64, 4, 9];
        let found: Vec<(i64,)> = app
            .db
            .all(
                sql!("SELECT person_id FROM settings WHERE person_id IN {ids:1} ORDER BY 1"),
                values![&wanted],
            )
            .await
            .unwrap();
        assert_eq!(found, [(2,), (4,)]);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_reads_what_it_wrote_and_readers_do_not_until_commit() {
    on_both(Setup::default, |app| async move {
        let mut tx = app.db.begin().await.unwrap();
        put(&mut tx, "mine").await;
        assert!(store::setting(&mut tx, "mine").await.unwrap().is_some());
        assert!(store::setting(&app.db, "mine").await.unwrap().is_none());
        tx.commit().await.unwrap();
        assert!(store::setting(&app.db, "mine").await.unwrap().is_some());
    })
    .await;
}

#[tokio::test]
async fn a_failed_statement_does_not_take_its_neighbours_with_it() {
    on_both(Setup::default, |app| async move {
        let mut tx = app.db.begin().await.unwrap();
        put(&mut tx, "neighbour").await;
        let committing = tokio::spawn(tx.commit());
        let mut bad = app.db.begin().await.unwrap();
        let wrong = sql!("INSERT INTO settings (name, value, at) VALUES (NULL, '', 0)");
        assert!(bad.execute(wrong, values![]).await.is_err());
        drop(bad);
        committing.await.unwrap().unwrap();
        assert_eq!(count_settings(&app.db).await, 1);
    })
    .await;
}

#[tokio::test]
async fn both_engines_have_the_same_schema() {
    let schema = std::sync::Mutex::new(vec![]);
    on_both(Setup::default, |app| {
        let schema = &schema;
        async move {
            let found = app.db.schema().await.unwrap();
            schema.lock().unwrap().push(found);
        }
    })
    .await;
    let schemas = schema.into_inner().unwrap();
    assert!(schemas[0].len() > 30);
    assert!(schemas.iter().all(|other| *other == schemas[0]), "{schemas:#?}");
}

#[tokio::test]
async fn after_a_failed_statement_nothing_can_be_kept_on_either_engine() {
    on_both(Setup::default, |app| async move {
        let mut tx = app.db.begin().await.unwrap();
        put(&mut tx, "before").await;
        let wrong = sql!("INSERT INTO settings (name, value, at) VALUES (NULL, '', 0)");
        assert!(tx.execute(wrong, values![]).await.is_err());
        // PostgreSQL would answer this COMMIT with success and keep nothing.
        assert!(tx.commit().await.is_err());
        assert_eq!(count_settings(&app.db).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_that_goes_away_while_beginning_leaves_no_transaction_open() {
    on_both(Setup::default, |app| async move {
        for number in 0..60_u64 {
            let db = app.db.clone();
            let beginning = tokio::spawn(async move { db.begin().await.map(drop) });
            tokio::time::sleep(std::time::Duration::from_micros(number * 13 % 300)).await;
            beginning.abort();
        }
        let many: Vec<_> = (0..20)
            .map(|number| {
                let db = app.db.clone();
                tokio::spawn(async move {
                    let mut tx = db.begin().await.unwrap();
                    put(&mut tx, &number.to_string()).await;
                    tx.commit().await.unwrap();
                })
            })
            .collect();
        for one in many {
            one.await.unwrap();
        }
        assert_eq!(count_settings(&app.db).await, 20);
    })
    .await;
}
