//! Stories and the activities that they tell of: the founding page with its workshop, an invented page, one that tells of
//! nothing that is here. On both databases.
use crate::site::build;
use areas::Areas;
use base::{
    app::App,
    config::test_variable,
    db::Db,
    ids::StoryId,
    jiff::civil::date,
    languages::Lang,
    links::{self, LinkKind},
    testing::postgres_of_its_own,
    visitor::Visitor,
};
use stories::import::{archive, page};

/// The real page, when its path is given; with CI=true its absence is a failure.
fn founding_page() -> Option<String> {
    let Some(path) = test_variable("SUARA_FOUNDING_PAGE") else {
        let in_ci = test_variable("CI").is_some_and(|ci| ci == "true");
        assert!(
            !in_ci,
            "SUARA_FOUNDING_PAGE must name the founding page in continuous integration"
        );
        eprintln!("skipped: SUARA_FOUNDING_PAGE is not set");
        return None;
    };
    Some(std::fs::read_to_string(path).expect("the founding page can be read"))
}

/// A page of that day whose text ends so.
fn invented(text: &str) -> String {
    format!(
        "Suara\nSemboyan\n\nKabar Berita\n\nLombok Utara (SK) {text}, 14-06-16.\n\nWarga pulang.\n"
    )
}

async fn kept(app: &App, text: &str) -> StoryId {
    let read = page::read(text, &["Berita".to_owned()], app.keeper::<Areas>());
    assert_eq!(read.occasion_date, Some(date(2016, 6, 14)), "{text}");
    page::keep(app, read).await.unwrap()
}

/// The activities that a story witnesses, and that each of them leads back.
async fn witnessed(app: &App, story: StoryId) -> Vec<String> {
    let mut titles = vec![];
    for link in links::of(app, Lang::INDONESIAN, story.into()).await.unwrap() {
        assert_eq!((link.kind, link.backwards), (LinkKind::Witness, false));
        let back = links::of(app, Lang::INDONESIAN, link.card.subject).await.unwrap();
        assert!(back.iter().any(|link| link.backwards && link.card.subject == story.into()));
        titles.push(link.card.title);
    }
    titles
}

async fn on_each(test: impl AsyncFn(&App)) {
    let open = |db, folder: std::path::PathBuf| async move {
        build(db, &folder, |_, _| Box::pin(async { Ok(Visitor::anonymous()) })).await
    };
    let folder = tempfile::tempdir().unwrap();
    let db = Db::sqlite(&folder.path().join("suara.sqlite")).unwrap();
    test(&open(db, folder.path().to_owned()).await).await;
    let Some(db) = postgres_of_its_own().await else { return };
    let folder = tempfile::tempdir().unwrap();
    test(&open(db, folder.path().to_owned()).await).await;
}

const WORKSHOP: &str = "Perbaikan Layanan Masyarakat Melalui Inovasi Daerah";

#[tokio::test]
async fn the_founding_page_joins_its_workshop_whichever_comes_first() {
    let Some(text) = founding_page() else { return };
    on_each(async |app| {
        let story = kept(app, &text).await;
        suara::examples::load(app).await.unwrap();
        assert_eq!(witnessed(app, story).await, [WORKSHOP]);
    })
    .await;
    on_each(async |app| {
        suara::examples::load(app).await.unwrap();
        let story = kept(app, &text).await;
        for _ in 0..2 {
            assert_eq!(suara::witnesses::join(app, &[date(2016, 6, 14)]).await.unwrap(), 1);
        }
        assert_eq!(witnessed(app, story).await, [WORKSHOP]);
    })
    .await;
}

#[tokio::test]
async fn an_archive_s_stories_are_joined_with_the_activities_they_tell_of() {
    on_each(async |app| {
        suara::examples::load(app).await.unwrap();
        let line = |id: i64, day: &str, text: &str| {
            format!(
                r#"{{"legacy_id": {id}, "title": "Kabar {id}", "section": "Berita", "body": ["{text}"], "occasion_date": "{day}"}}"#
            )
        };
        let lines = [
            line(1, "2016-06-14", "Rapat di Gedung Selaparang, Kantor Gubernur NTB, Mataram."),
            line(2, "2016-06-15", "Rapat di Gedung Selaparang, Kantor Gubernur NTB, Mataram."),
            line(3, "2016-06-14", "Rapat di balai desa."),
        ];
        let report = archive::load(app, lines.join("\n").as_bytes(), |_| {}).await.unwrap();
        assert_eq!((report.imported, report.bad), (3, 0));
        for _ in 0..2 {
            assert_eq!(suara::witnesses::join_all(app).await.unwrap(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_that_names_the_venue_or_the_programme_is_joined_and_another_is_not() {
    on_each(async |app| {
        suara::examples::load(app).await.unwrap();
        let pages = [
            ("Rapat di Gedung Selaparang, Kantor Gubernur NTB, Mataram", true),
            ("Program KOMPAK datang ke Mataram", true),
            ("Rapat warga di Balai Kota, Mataram", false),
        ];
        for (text, joined) in pages {
            let story = kept(app, &invented(text)).await;
            suara::witnesses::join(app, &[date(2016, 6, 14)]).await.unwrap();
            assert_eq!(witnessed(app, story).await.len(), usize::from(joined), "{text}");
        }
        assert_eq!(suara::witnesses::join(app, &[date(2016, 6, 15)]).await.unwrap(), 0);
    })
    .await;
}
