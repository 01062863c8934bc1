//! Old pages: the founding page, the invented one, odd ones, and any text at all.
use super::*;
use crate::import::page::{OldPage, Part, Unplaced, keep, read};
use base::{config::test_variable, refusal::Failure, testing::on_both};
use proptest::prelude::*;

const INVENTED: &str = include_str!("../../../../suara/demo/halaman-lama.txt");

fn known() -> Vec<String> {
    ["Berita", "Publik", "Layanan Publik"].map(str::to_owned).to_vec()
}

fn codes(areas: &[AreaCode]) -> String {
    areas.iter().map(AreaCode::to_string).collect::<Vec<_>>().join(" ")
}

/// The real page, when its path is given; with CI=true its absence is a failure.
pub(super) fn founding_page() -> Option<String> {
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

#[test]
fn the_founding_page_is_read_whole_and_verbatim() {
    let Some(text) = founding_page() else { return };
    let page = read(&text, &known(), &Areas::official_only());
    assert_eq!(page.title, "Perbaikan Layanan Masyarakat Melalui Inovasi Daerah oleh KOMPAK");
    assert_eq!(page.section.as_deref(), Some("Berita"));
    assert_eq!(page.masthead.len(), 2);
    assert_eq!(page.dateline.as_deref(), Some("Lombok Utara ( SK)"));
    assert_eq!(page.signature.as_deref(), Some("( Ardes )."));
    assert_eq!(page.bylines, ["Ardes"]);
    assert_eq!(page.occasion_date.unwrap().to_string(), "2016-06-14");
    assert_eq!(page.occasion_date_written.as_deref(), Some("14-06-16"));
    assert_eq!(page.venue.as_deref(), Some("Gedung Selaparang Kantor Gubernur NTB"));
    assert_eq!(codes(page.written_from.as_slice()), "52.08");
    assert_eq!(codes(page.happened_at.as_slice()), "52.71");
    // Aceh, the two Javas, NTB, Sulawesi Selatan; what is left of Papua Barat and Papua of 2016.
    assert_eq!(codes(&page.about), "11 35 33 52 73 92 96 91 93 94 95");
    assert_eq!((page.comment_count, page.comments.len()), (Some(0), 0));
    assert_eq!(page.footer.as_deref(), Some("Page generated in 0.10455 seconds."));
    assert_eq!(page.unplaced, [Unplaced::PostedAt]);
    assert_eq!(page.paragraphs.len(), 6);
    for paragraph in &page.paragraphs {
        assert!(text.lines().any(|line| line == paragraph), "changed: {paragraph}");
    }
}

#[tokio::test]
async fn the_founding_page_stands_on_the_site_as_it_stood() {
    let Some(text) = founding_page() else { return };
    on_both(setup, |app| {
        let text = text.clone();
        async move {
            let page = read(&text, &known(), app.keeper::<Areas>());
            let first =
                page.paragraphs[0].strip_prefix("Lombok Utara ( SK)").unwrap().trim().to_owned();
            let id = keep(&app, page).await.unwrap();
            let (_, path, _) = get(&app, &format!("/tulisan/{id}")).await;
            let (status, _, shown) = get(&app, &path).await;
            assert_eq!(status, StatusCode::OK);
            for words in [
                "<b>Lombok Utara ( SK)</b>",
                "tanggal terbit tidak diketahui",
                "Selasa, 14 Juni 2016",
                "(tertulis: 14-06-16)",
                "Gedung Selaparang Kantor Gubernur NTB",
                "<p class=\"sign\">( Ardes ).</p>",
                "Komentar (0)",
                &first,
            ] {
                assert!(shown.contains(words), "{words} is missing in {shown}");
            }
            let (_, _, undated) = get(&app, "/arsip/tanpa-tanggal").await;
            assert!(undated.contains("oleh KOMPAK"));
        }
    })
    .await;
}

#[tokio::test]
async fn the_invented_page_comes_in_once_with_its_comments() {
    on_both(setup, |app| async move {
        tirtawana(&app).await;
        let page = read(INVENTED, &known(), app.keeper::<Areas>());
        assert_eq!(page.section.as_deref(), Some("Berita"));
        assert_eq!(page.dateline.as_deref(), Some("Tirtawana ( SK)"));
        assert_eq!(page.bylines, ["Wardi"]);
        assert_eq!(page.occasion_date.unwrap().to_string(), "2014-09-03");
        assert_eq!(page.venue.as_deref(), Some("Aula Kantor Kecamatan Karang Jati"));
        assert_eq!(codes(page.written_from.as_slice()), "99.01");
        let names: Vec<&str> = page.comments.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Darmo Karang Jati", "siti_r"]);
        assert_eq!(page.comments[1].at.unwrap().to_string(), "2014-09-08T07:15:00");
        assert_eq!(page.unplaced, [Unplaced::PostedAt]);
        let again = page.clone();
        let id = keep(&app, page).await.unwrap();
        let (_, path, _) = get(&app, &format!("/tulisan/{id}")).await;
        let (_, _, shown) = get(&app, &path).await;
        assert!(shown.contains("Komentar (2)") && shown.contains("siti_r"), "{shown}");
        assert!(matches!(keep(&app, again).await, Err(Failure::Refused(_))));
    })
    .await;
}

#[test]
fn what_is_missing_is_told() {
    let areas = Areas::official_only();
    let said = |text: &str| read(text, &known(), &areas).unplaced;
    assert_eq!(said("")[0], Unplaced::Title);
    let bare = said("Judul saja\n\nwarga desa pergi ke pasar.");
    assert!(bare.contains(&Unplaced::Section("Judul saja".into())));
    assert!(bare.contains(&Unplaced::Masthead) && bare.contains(&Unplaced::OccasionDate));
    assert!(bare.contains(&Unplaced::Signature("warga desa pergi ke pasar.".into())));
    let lost = said(
        "A\nB\n\nJudul Berita\n\nNegeri Antah - di Provinsi Aceh dan Antah Berantah. (Sari)\n\nKomentar (3)\n",
    );
    assert!(lost.contains(&Unplaced::Area("Antah Berantah".into())), "{lost:?}");
    assert!(lost.contains(&Unplaced::DatelineArea("Negeri Antah -".into())), "{lost:?}");
    assert!(lost.contains(&Unplaced::Comments("3 / 0".into())));
}

#[test]
fn of_two_sections_the_longer_is_taken() {
    let page = read("A\nB\n\nLoket Layanan Publik\n\nIsi.", &known(), &Areas::official_only());
    assert_eq!((page.title.as_str(), page.section.as_deref()), ("Loket", Some("Layanan Publik")));
}

/// Every line is accounted for: the text's are in the paragraphs, the others have a part of their own.
fn all_lines_have_a_place(text: &str, page: &OldPage) -> bool {
    let lines: Vec<&str> = text.strip_prefix('\u{feff}').unwrap_or(text).lines().collect();
    let of_text = lines.iter().zip(&page.parts).filter(|(_, part)| **part == Part::Paragraph);
    let of_text: Vec<&str> = of_text.map(|(line, _)| *line).collect();
    let kept: Vec<String> = page
        .paragraphs
        .iter()
        .flat_map(|paragraph| paragraph.split('\n').map(str::to_owned))
        .collect();
    lines.len() == page.parts.len() && kept == of_text
}

proptest! {
    #[test]
    fn any_text_is_read_and_no_line_is_lost(
        lines in proptest::collection::vec(
            prop_oneof![
                Just(String::new()), Just("Komentar (2)".to_owned()), Just("Page generated in 1 seconds.".to_owned()),
                Just("Judul Berita".to_owned()), Just("Lombok Utara ( SK) di Mataram 14-06-16 ( Ardes ).".to_owned()),
                ".{0,60}", "[A-ZÀ-ÿ ()|:–.,\u{202e}]{0,40}",
            ],
            0..14,
        )
    ) {
        let text = lines.join("\n");
        let page = read(&text, &known(), &Areas::official_only());
        prop_assert!(all_lines_have_a_place(&text, &page), "{page:?}");
    }
}
