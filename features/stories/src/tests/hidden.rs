//! What a moderator hid: every address of it says so and why, and nothing else; its pictures answer as it does.
use super::*;
use crate::{EditionKind, Legacy, NewEdition, correct, retract};
use base::{ids::PictureId, languages::Lang, testing::on_both};
use media::{Format as PictureFormat, NewFile, NewPicture};

const WEBP: &[u8] = include_bytes!("../../../../suara/demo/pictures/jembatan-600.webp");
const JPEG: &[u8] = include_bytes!("../../../../suara/demo/pictures/jembatan-600.jpg");

async fn picture(app: &App) -> (PictureId, String) {
    let file =
        |format, bytes: &[u8]| NewFile { format, width: 600, height: 400, bytes: bytes.into() };
    let new = NewPicture {
        alt: "Jembatan putus".into(),
        files: vec![file(PictureFormat::Webp, WEBP), file(PictureFormat::Jpeg, JPEG)],
        ..NewPicture::default()
    };
    let id = media::add(app, new).await.unwrap();
    let small = media::thumbnails(&app.db, &[id]).await.unwrap().remove(&id).unwrap();
    (id, small.webp)
}

#[tokio::test]
async fn every_address_of_a_hidden_story_says_that_it_is_hidden_and_why_and_no_more() {
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        let section = berita(&app).await;
        let legacy = Legacy { address: Some((7, "lima".into())), hash: "h".into() };
        let id = publish(&app, NewStory { legacy: Some(legacy), ..bridge(section) }).await;
        let edition = NewEdition {
            text: text("Lima Puluh Tujuh Hari", "Jembatan putus 57 hari."),
            kind: EditionKind::Correction,
            at: app.now(),
            why: "Semula tertulis 56 hari.".into(),
        };
        let mut tx = app.db.begin().await.unwrap();
        correct(&app, &mut tx, id, &edition, None).await.unwrap();
        tx.commit().await.unwrap();
        judge(&app, id, HIDE).await;
        let addresses = ["", "/lima-puluh-tujuh-hari", "/x", "/edisi", "/edisi/1"];
        let addresses = addresses.map(|rest| format!("/tulisan/{id}{rest}"));
        for path in addresses.iter().map(String::as_str).chain(["/baca/7", "/baca/7/lima/"]) {
            let (status, place, page) = get(&app, path).await;
            assert_eq!((status, place.as_str()), (StatusCode::FORBIDDEN, ""), "{path}");
            for said in ["Tulisan ini disembunyikan", "24 November 2026", "fitnah", "noindex"] {
                assert!(page.contains(said), "{path}: {said} is missing in {page}");
            }
            let main = page.split("<main").nth(1).unwrap();
            for hidden in ["Lima", "lima-puluh", "Sari", "Karang Jati", "Semula", "Jembatan"] {
                assert!(!main.contains(hidden), "{path} says {hidden}: {page}");
            }
        }
        let card = app.describe(Lang::INDONESIAN, id.into()).await.unwrap().unwrap();
        assert_eq!((card.public, card.path), (false, format!("/tulisan/{id}")));
        judge(&app, id, Verdict::Show).await;
        assert_eq!(get(&app, &addresses[1]).await.0, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_seen_while_one_story_that_shows_it_may_be_read() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let (picture, path) = picture(&app).await;
        let shows = |title: &str| NewStory {
            pictures: vec![picture],
            text: text(title, "Isi."),
            ..bridge(section)
        };
        let answers = async || browse::status(&site(&app), &path).await;
        let first = publish(&app, shows("Pertama")).await;
        assert_eq!(answers().await, StatusCode::OK);
        judge(&app, first, HIDE).await;
        assert_eq!(answers().await, StatusCode::FORBIDDEN);
        let second = publish(&app, shows("Kedua")).await;
        assert_eq!(answers().await, StatusCode::OK, "another story shows it");
        let mut tx = app.db.begin().await.unwrap();
        retract(&app, &mut tx, second, "keliru.", None).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(answers().await, StatusCode::GONE);
        judge(&app, first, Verdict::Show).await;
        assert_eq!(answers().await, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn two_who_hide_two_stories_with_one_picture_at_once_hide_the_picture() {
    on_both(setup, |app| async move {
        let section = berita(&app).await;
        let (picture, path) = picture(&app).await;
        let mut ids = vec![];
        for title in ["Pertama", "Kedua"] {
            let text = text(title, "Isi.");
            ids.push(
                publish(&app, NewStory { pictures: vec![picture], text, ..bridge(section) }).await,
            );
        }
        let hide = |id: StoryId| {
            let app = app.clone();
            tokio::spawn(async move { judge(&app, id, HIDE).await })
        };
        let (one, other) = (hide(ids[0]), hide(ids[1]));
        assert!(one.await.unwrap() && other.await.unwrap());
        assert_eq!(browse::status(&site(&app), &path).await, StatusCode::FORBIDDEN);
    })
    .await;
}
