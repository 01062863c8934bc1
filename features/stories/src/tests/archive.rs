//! Archives: whole, twice, cut off, with bad lines.
use super::*;
use crate::import::archive::{Problem, load};
use base::{db::Reads, sql, testing::on_both, values};

const SAMPLE: &str = include_str!("../../../../suara/demo/arsip-contoh.jsonl");

async fn count(app: &App) -> i64 {
    app.db.one::<(i64,)>(sql!("SELECT COUNT(*) FROM stories"), values![]).await.unwrap().0
}

fn line(id: i64, title: &str) -> String {
    format!(
        r#"{{"legacy_id": {id}, "slug": "a", "title": "{title}", "section": "Berita", "body": ["Isi."]}}"#
    )
}

#[tokio::test]
async fn the_sample_archive_comes_in_once_and_old_addresses_lead_to_it() {
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        let report = load(&app, SAMPLE.as_bytes(), |_| {}).await.unwrap();
        assert_eq!((report.lines, report.imported, report.bad), (12, 12, 0));
        assert!(report.sections_made.contains(&"Berita".to_owned()));
        let again = load(&app, SAMPLE.as_bytes(), |_| {}).await.unwrap();
        assert_eq!((again.imported, again.skipped, again.bad), (0, 12, 0));
        for old in [
            "/baca/20811/jalan-tanjakan-batu-payung-rusak/",
            "/baca/20811/",
            "/baca/20811/x",
            "/baca/20811",
        ] {
            let (status, place, _) = get(&app, old).await;
            assert_eq!(status, StatusCode::MOVED_PERMANENTLY, "{old}");
            assert!(place.ends_with("/jalan-tanjakan-batu-payung-rusak-angkutan-mogok"), "{place}");
        }
        let (_, place, _) = get(&app, "/baca/20811").await;
        let (_, _, page) = get(&app, &place).await;
        assert!(
            page.contains("Senin, 6 Februari 2012, 09.02 WITA") && page.contains("Komentar (2)"),
            "{page}"
        );
        let (_, _, archive) = get(&app, "/arsip").await;
        assert!(
            archive.contains("Februari 2012") && archive.contains("/arsip/tanpa-tanggal"),
            "{archive}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_bad_line_is_told_by_its_number_and_its_neighbours_come_in() {
    on_both(setup, |app| async move {
        let lines = [
            line(1, "Satu"),
            "{\"legacy_id\": 2".to_owned(),
            line(3, " "),
            String::new(),
            line(1, "Lain"),
            line(1, "Satu"),
            line(6, "Enam \\u0000"),
            line(7, "Tujuh").replace(
                "\"Isi.\"]",
                "\"Isi.\"], \"outlet\": \"antah\", \"areas\": {\"about\": [\"Antah\", \"Aceh\"]}",
            ),
        ];
        let mut bytes = lines.join("\n").into_bytes();
        bytes.extend(b"\n\xff\xfe\n");
        let report = load(&app, bytes.as_slice(), |_| {}).await.unwrap();
        assert_eq!((report.lines, report.imported, report.skipped, report.bad), (9, 2, 1, 5));
        let json = matches!(&report.problems[0], (2, Problem::Json(_)));
        assert!(json, "{:?}", report.problems);
        let told = &report.problems[1..];
        let expected = [
            (3, Problem::Field("title")),
            (7, Problem::Field("NUL")),
            (9, Problem::Broken),
            (5, Problem::Conflict(1)),
            (8, Problem::Outlet("antah".into())),
            (8, Problem::Area("Antah".into())),
        ];
        assert_eq!(told, expected);
        let words = app.words(base::languages::Lang::INDONESIAN);
        assert_eq!(told[0].1.sentence(3, &words), "Baris 3: isian title kosong atau salah.");
        assert_eq!(count(&app).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_load_that_was_cut_off_goes_on_where_it_stopped() {
    on_both(setup, |app| async move {
        let lines: Vec<String> = (1..=450).map(|id| line(id, &format!("Tulisan {id}"))).collect();
        let whole = lines.join("\n");
        let half = lines[..300].join("\n");
        load(&app, half.as_bytes(), |_| {}).await.unwrap();
        let mut seen = vec![];
        let report = load(&app, whole.as_bytes(), |report| seen.push(report.lines)).await.unwrap();
        assert_eq!((report.skipped, report.imported, count(&app).await), (300, 150, 450));
        assert_eq!(seen, [200, 400, 450]);
    })
    .await;
}
