//! The mixed pages with a made-up feature whose list is long.
use crate::feature;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use base::{
    app::Kept,
    db::Db,
    feature::{Feature, Key, Listing},
    ids::StoryId,
    subject::Card,
    testing::{Setup, app_on},
    web::site,
};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Forty stories, numbered from the newest.
fn stories() -> Feature {
    let listing = Listing {
        page: |_, asked| {
            let before = asked.before.map_or(41, |key| key.at_us);
            let cards = (1..before).rev().map(|number| {
                let card = Card::named(StoryId(number).into(), format!("Tulisan {number}"), "/t");
                (Key { at_us: number, id: number }, card)
            });
            let limit = usize::try_from(asked.limit).unwrap_or(0);
            let page = cards.take(limit).collect();
            Box::pin(async move { Ok(page) })
        },
    };
    Feature { listing: Some(listing), ..Feature::named("stories") }
}

async fn get(path: &str) -> (StatusCode, String) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::sqlite(&folder.path().join("suara.sqlite")).unwrap();
    db.migrate(0).await.unwrap();
    let mut kept = Kept::default();
    kept.put(areas::Areas::load(&db).await.unwrap());
    let setup = Setup { features: vec![stories(), feature()], kept, ..Setup::default() };
    let app = app_on(db, folder.path(), setup).await;
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = site(&app).oneshot(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&body).into_owned())
}

#[tokio::test]
async fn an_area_s_page_goes_down_from_page_to_page_without_a_gap() {
    let (status, first) = get("/daerah/52.08").await;
    assert_eq!(status, StatusCode::OK);
    assert!(first.contains("Kabupaten Lombok Utara") && first.contains("Tulisan 40"));
    assert!(first.contains("Tulisan 21<") && !first.contains("Tulisan 20<"));
    let next = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let (_, second) = get(next).await;
    assert!(second.contains("Tulisan 20<") && !second.contains("Tulisan 21<"), "{next}");
}

#[tokio::test]
async fn an_unknown_area_and_a_broken_key_are_no_pages() {
    for path in ["/daerah/98.01", "/daerah/abc", "/daerah/52.08?sebelum=x"] {
        assert_eq!(get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_empty_house_says_what_to_do_first() {
    let (status, page) = get("/").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<h1"), "{page}");
}
