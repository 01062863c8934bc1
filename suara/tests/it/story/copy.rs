//! The copy at the week's end: made, brought back on each engine, copied from there again.
use super::{
    account::{DEWI, SECOND},
    week::{Week, page, seen},
};
use crate::site::{Site, open};
use axum::http::StatusCode;
use base::{db::Db, testing::postgres_of_its_own};
use portability::{House, backup, check, restore};
use tempfile::TempDir;

/// A house that was brought back, beside the one that it is a copy of.
pub struct Copied {
    was: Site,
    is: Site,
    _folder: TempDir,
}

pub async fn a_copy_comes_back_equal_on_either_engine(week: &Week) -> Copied {
    week.site.settled().await;
    let app = &week.site.app;
    let file = app.config.data.join("minggu.suara");
    let house = House { db: &app.db, data: &app.config.data, now: app.now() };
    let made = backup(house, &file).await.unwrap();
    let checked = check(&file, app.now()).await.unwrap();
    assert_eq!(checked.manifest.tables, made.manifest.tables);
    let folder = tempfile::tempdir().unwrap();
    let lite = Db::sqlite(&folder.path().join("suara.sqlite")).unwrap();
    for db in [Some(lite.clone()), postgres_of_its_own().await].into_iter().flatten() {
        let into = House { db: &db, data: folder.path(), now: app.now() };
        restore(&file, into).await.unwrap();
        let again = backup(into, &folder.path().join("lagi.suara")).await.unwrap();
        for (before, after) in made.manifest.tables.iter().zip(&again.manifest.tables) {
            assert_eq!(before, after, "on {}", db.engine());
        }
        assert_eq!(made.manifest.tables.len(), again.manifest.tables.len());
        assert_eq!(made.manifest.files, again.manifest.files);
    }
    let is = Site::on(open(lite, folder.path()).await);
    is.app.clock.advance(app.now().duration_since(is.app.now()));
    Copied { was: week.site.with_cookie(""), is, _folder: folder }
}

pub async fn the_house_that_came_back_is_the_same_one(copied: &Copied, old: &str) {
    let Copied { was, is, .. } = copied;
    for path in ["/", old, "/arsip/2026/11", "/catatan-moderasi", "/syarat", "/media-komunitas"] {
        assert!(seen(was, path).await == seen(is, path).await, "{path} is another page");
    }
    let front = page(is, "/").await;
    let picture = front.split("src=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(was.get(picture).await.bytes, is.get(picture).await.expect(StatusCode::OK).bytes);
    let door = [("contact", DEWI), ("password", SECOND)];
    // Her browser is known there too.
    let browser = is.with_cookie(&format!("perangkat={DEWI}"));
    browser.post("/masuk", &door).await.expect(StatusCode::SEE_OTHER);
}
