//! Lists, filters, coverage, open data.
use super::*;
use crate::coverage::{Coverage, Narrowed};
use base::{
    feature::{Asked, By},
    languages::Lang,
    testing::on_both,
};

async fn titles(app: &App, by: By) -> Vec<String> {
    let asked = Asked { lang: Lang::INDONESIAN, by, before: None, limit: 10 };
    app.list(asked).await.unwrap().into_iter().map(|(_, card)| card.title).collect()
}

#[tokio::test]
async fn innovations_are_listed_by_area_and_body_and_examples_not_for_the_house() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        let mut example = new_boat(bodies.other);
        example.telling.name = "Jamu Kuat".into();
        example.is_example = true;
        register(&app, &mut tx, &example, crate::Act::now(&app, None)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(titles(&app, By::House).await, ["Perahu Akta"]);
        assert_eq!(titles(&app, By::Area(AreaCode(52))).await, ["Jamu Kuat", "Perahu Akta"]);
        assert_eq!(titles(&app, By::Area(AreaCode(5203))).await, ["Jamu Kuat"]);
        assert!(titles(&app, By::Agency(bodies.dukcapil)).await.is_empty(), "its block tells them");
        assert!(titles(&app, By::Area(AreaCode(51))).await.is_empty());
        let card = app.describe(Lang::INDONESIAN, bodies.boat.into()).await.unwrap().unwrap();
        assert!(card.public && card.path.ends_with("/perahu-akta"));
        let shown = page(&app, "", &format!("/inovasi?instansi={}", bodies.other)).await;
        assert!(
            shown.contains("Jamu Kuat") && shown.contains("Contoh dari sumber terbuka"),
            "{shown}"
        );
        for (query, found) in [
            ("daerah=52.08", true),
            ("daerah=52.03", false),
            ("urusan=civil-registration", true),
            ("urusan=health", false),
            ("tahap=applied", false),
            ("tahap=&urusan=&daerah=", true),
        ] {
            let shown = page(&app, "", &format!("/inovasi?{query}")).await;
            assert_eq!(shown.contains("Perahu Akta"), found, "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn more_than_a_page_goes_on_and_keeps_its_filter() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let mut tx = app.db.begin().await.unwrap();
        for number in 0..21 {
            let mut new = new_boat(bodies.dukcapil);
            new.telling.name = format!("Inovasi nomor {number}");
            register(&app, &mut tx, &new, crate::Act::now(&app, None)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let first = page(&app, "", "/inovasi?daerah=52.08").await;
        assert_eq!(first.matches("<article").count(), 20);
        let next = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let next = next.replace("&#38;", "&").replace("&amp;", "&");
        assert!(next.starts_with("/inovasi?daerah=52.08&sebelum="), "{next}");
        let second = page(&app, "", &next).await;
        assert_eq!(second.matches("<article").count(), 2);
        assert!(second.contains("Perahu Akta"), "{second}");
    })
    .await;
}

#[tokio::test]
async fn coverage_counts_what_was_begun_or_applied_in_the_year() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        // Begun in 2025: Dukcapil and the government above it.
        let shown = page(&app, "", "/inovasi/cakupan?tahun=2025").await;
        assert!(shown.contains("<b>2 instansi</b> dari 4 sudah punya inovasi (50,0%)"), "{shown}");
        let shown = page(&app, "", "/inovasi/cakupan").await;
        assert!(shown.contains("<b>0 instansi</b> dari 4"), "{shown}");
        let path = format!("/meja/inovasi/{}/tahap", bodies.boat);
        sent(&app, "theresia", &path, "stage=trial&on=2026-01-11").await;
        let counted = store::begun_or_applied(&app.db, 2026).await.unwrap();
        assert!(counted.is_empty());
        sent(&app, "theresia", &path, "stage=applied&on=2026-05-13").await;
        let counted = store::begun_or_applied(&app.db, 2026).await.unwrap();
        assert_eq!(counted, [(bodies.dukcapil, 1)]);
        let shown = page(&app, "", "/inovasi/cakupan?tahun=2026&jenis=regional-office").await;
        assert!(
            shown.contains("Dukcapil Rantau Damar") && !shown.contains(">Pemerintah Tirtawana<")
        );
        assert!(shown.contains("9 Oktober 2013"), "{shown}");
        let coverage = Coverage::load(&app, 2026).await.unwrap();
        let mut names = vec![];
        for skip in 0..5 {
            let lines = coverage.lines(&app, Narrowed::default(), (skip, 1)).await.unwrap();
            names.extend(lines.into_iter().map(|line| (line.agency.name, line.count)));
        }
        let counts: Vec<i64> = names.iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, [0, 0, 1, 1], "{names:?}");
        assert!(names[0].0 < names[1].0 && names[2].0 < names[3].0, "{names:?}");
    })
    .await;
}

#[tokio::test]
async fn anyone_carries_the_list_away() {
    on_both(setup, |app| async move {
        let bodies = bodies(&app).await;
        let table = feature().open_data[0];
        let rows = (table.rows)(&app, 0).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].1.len(), table.columns.len());
        assert!(rows[0].1.contains(&"Perahu Akta".to_owned()));
        assert!((table.rows)(&app, bodies.boat.0).await.unwrap().is_empty());
        let copies = feature().open_data[1];
        assert!((copies.rows)(&app, 0).await.unwrap().is_empty());
    })
    .await;
}
