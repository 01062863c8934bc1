//! What a visitor sees when the database ends their transaction in favour of another's. Only PostgreSQL does: SQLite has
//! one writer.
use super::{post, setup};
use crate::{
    app::{App, Kept},
    feature::{Feature, Route, Who},
    sql,
    testing::{Setup, app_on, postgres_of_its_own},
    values,
    web::{Answer, Site, Visit, site},
};
use axum::{http::StatusCode, response::IntoResponse};
use http_body_util::BodyExt;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::Barrier;
use tower::ServiceExt;

/// What the handlers of these tests count.
struct Count {
    tries: AtomicU32,
    /// So many tries fail.
    failing: u32,
    both: Barrier,
}

const CROSSED: &str =
    "DO $$ BEGIN RAISE EXCEPTION 'made up' USING ERRCODE = 'serialization_failure'; END $$";

async fn crossed(visit: Visit) -> Answer {
    let count = visit.app.keeper::<Count>();
    let mut tx = visit.app.db.begin().await?;
    if count.tries.fetch_add(1, Ordering::SeqCst) < count.failing {
        tx.batch(CROSSED).await?;
    }
    tx.commit().await?;
    Ok("sudah".into_response())
}

async fn kept_then_crossed(visit: Visit) -> Answer {
    visit.app.db.begin().await?.commit().await?;
    crossed(visit).await
}

/// Holds one row, waits until the other request holds the other, and then wants that one too.
async fn meet(visit: Visit) -> Answer {
    let count = visit.app.keeper::<Count>();
    let first = visit.query == "dulu=a";
    let rows = if first { ["a", "b"] } else { ["b", "a"] };
    let hold = sql!("UPDATE settings SET value = value WHERE name = $1");
    let mut tx = visit.app.db.begin().await?;
    tx.execute(hold, values![rows[0]]).await?;
    if count.tries.fetch_add(1, Ordering::SeqCst) < 2 {
        count.both.wait().await;
    }
    tx.execute(hold, values![rows[1]]).await?;
    tx.commit().await?;
    Ok("sudah".into_response())
}

async fn house(failing: u32) -> Option<(App, Site, tempfile::TempDir)> {
    let db = postgres_of_its_own().await?;
    let folder = tempfile::tempdir().unwrap();
    let mut kept = Kept::default();
    kept.put(Count { tries: AtomicU32::new(0), failing, both: Barrier::new(2) });
    let routes = vec![
        Route::post("/silang", Who::Anyone, crossed),
        Route::post("/separuh", Who::Anyone, kept_then_crossed),
        Route::post("/bertemu", Who::Anyone, meet),
    ];
    let features = vec![Feature { routes, ..Feature::named("contoh") }];
    let app = app_on(db, folder.path(), Setup { features, kept, ..setup() }).await;
    let site = site(&app);
    Some((app, site, folder))
}

/// Status, what it says, how often it was tried, and when to come back.
async fn sent(app: &App, site: &Site, path: &str) -> (StatusCode, String, u32, Option<String>) {
    let response = site.clone().oneshot(post(path, "", "")).await.unwrap();
    let retry = response.headers().get("retry-after");
    let retry = retry.map(|value| value.to_str().unwrap().to_owned());
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    let tries = app.keeper::<Count>().tries.load(Ordering::SeqCst);
    (status, String::from_utf8(body.to_vec()).unwrap(), tries, retry)
}

#[tokio::test]
async fn a_request_that_was_ended_in_favour_of_another_is_done_again_and_its_sender_sees_nothing() {
    let Some((app, site, _folder)) = house(2).await else { return };
    let (status, said, tries, _) = sent(&app, &site, "/silang").await;
    assert_eq!((status, said.as_str(), tries), (StatusCode::OK, "sudah", 3));
}

#[tokio::test]
async fn who_is_always_in_the_way_is_asked_to_come_back() {
    let Some((app, site, _folder)) = house(99).await else { return };
    let (status, page, tries, retry) = sent(&app, &site, "/silang").await;
    assert_eq!((status, tries), (StatusCode::SERVICE_UNAVAILABLE, 3));
    assert_eq!(retry.as_deref(), Some("5"));
    assert!(page.contains("Sedang ramai"), "{page}");
}

#[tokio::test]
async fn what_was_kept_in_part_is_not_done_a_second_time() {
    let Some((app, site, _folder)) = house(99).await else { return };
    let (status, _, tries, _) = sent(&app, &site, "/separuh").await;
    assert_eq!((status, tries), (StatusCode::SERVICE_UNAVAILABLE, 1));
}

#[tokio::test]
async fn two_who_wait_for_each_other_both_get_through() {
    let Some((app, site, _folder)) = house(0).await else { return };
    for name in ["a", "b"] {
        let insert = sql!("INSERT INTO settings (name, value, at) VALUES ($1, '', 0)");
        app.db.execute(insert, values![name]).await.unwrap();
    }
    let (one, other) =
        tokio::join!(sent(&app, &site, "/bertemu?dulu=a"), sent(&app, &site, "/bertemu?dulu=b"));
    assert_eq!((one.0, other.0), (StatusCode::OK, StatusCode::OK));
    assert_eq!(app.keeper::<Count>().tries.load(Ordering::SeqCst), 3);
}
