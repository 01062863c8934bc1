//! What the machine says of a text, and that it only says: the founding article, Sari's draft, Ketut's word for a word.
use super::{
    berita,
    drafts::{STORY, newsroom, only_draft, read, send},
    parse::founding_page,
    tirtawana,
};
use crate::{DraftState, Spelling, proof, store};
use areas::Areas;
use axum::http::StatusCode;
use base::{config::test_variable, testing::on_both};
use spelling::{DEBIAN, Dictionary};
use std::{collections::BTreeSet, path::Path};

/// Skipped aloud where the machine has none; in continuous integration that fails.
fn dictionary() -> Option<Dictionary> {
    let found = Spelling::read(Path::new(DEBIAN));
    if found.is_err() {
        let in_ci = test_variable("CI").is_some_and(|ci| ci == "true");
        assert!(!in_ci, "the dictionary is missing: apt-get install hunspell-id");
        eprintln!("skipped: there is no dictionary (apt-get install hunspell-id)");
    }
    found.ok()
}

#[test]
fn the_founding_article_has_its_slips_marked_and_its_people_and_places_left_alone() {
    let (Some(text), Some(dictionary)) = (founding_page(), dictionary()) else { return };
    let lombok_utara = "52.08".parse().ok();
    let places = proof::names_of_places(&Areas::official_only(), lombok_utara, true);
    let found = proof::marks(&dictionary, &text, (&BTreeSet::new(), &places));
    for (word, meant, count) in [
        ("mamfaat", "manfaat", 2),
        ("leih", "lebih", 1),
        ("pasilitas", "fasilitas", 1),
        ("Kementrian", "Kementerian", 6),
        ("setrayegis", "strategis", 1),
        ("suasta", "swasta", 1),
        ("Inplementasikan", "Implementasikan", 1),
        ("kebutukan", "kebutuhan", 1),
        ("mamafaat", "manfaat", 1),
        ("kesempatak", "kesempatan", 1),
        ("inopasi", "inovasi", 3),
        ("inovatos", "inovator", 1),
        ("bermamfaat", "bermanfaat", 1),
        ("mengimplamentasikan", "mengimplementasikan", 1),
        ("sitim", "sistem", 1),
        ("Repormasi", "Reformasi", 1),
        ("Pelyanan", "Pelayanan", 1),
        ("katagori", "kategori", 1),
    ] {
        let mark = found.iter().find(|mark| mark.quote.words == word);
        let mark = mark.unwrap_or_else(|| panic!("{word} is not marked"));
        let first = mark.suggestions.first().map(String::as_str);
        assert_eq!((first, mark.count), (Some(meant), count), "{word}");
    }
    for name in [
        "Rosiady",
        "Sayuti",
        "Muhammad",
        "Imanuddin",
        "Ardes",
        "Lombok",
        "Utara",
        "Mataram",
        "Selaparang",
        "Nusa",
        "Tenggara",
        "Barat",
        "Aceh",
        "Jawa",
        "Sulawesi",
        "Papua",
        "KOMPAK",
        "BAPPENAS",
        "NTB",
        "Madani",
    ] {
        assert!(text.contains(name), "{name} is in the article");
        assert!(!found.iter().any(|mark| mark.quote.words == name), "{name} is marked");
    }
}

const TOLD: &str = "title=Jembatan+putus&body=Korban+Rina+(9)+dibawa+pulang.+Hubungi+0812-3456-7890.&section=berita&area=99.01.01";

#[tokio::test]
async fn saris_text_tells_a_childs_name_and_is_sent_once_she_has_seen_that() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        let (status, place, notice) = send(&app, "/tulisan/baru", "sari", TOLD).await;
        assert_eq!((status, notice.as_str()), (StatusCode::SEE_OTHER, "draft-look-first"));
        let id = only_draft(&app).await;
        assert_eq!(place, format!("/naskah/{id}/periksa"));
        let (_, _, page) = read(&app, &place, "sari").await;
        for words in ["<mark>Rina</mark>", "<mark>0812-3456-7890</mark>", "tampaknya nama anak"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("/kata\""), "only editors vouch for a word");
        assert_eq!(read(&app, &place, "ketut").await.0, StatusCode::FORBIDDEN);
        assert_eq!(store::draft(&app.db, id).await.unwrap().unwrap().state, DraftState::Working);

        // What she saw is an older text: the newer one is shown first.
        let kirim = format!("/naskah/{id}/kirim");
        let more = format!("{TOLD}&act=save&form=b&version=1").replace("pulang", "ke+rumah");
        send(&app, &format!("/naskah/{id}/ubah"), "sari", &more).await;
        let (_, _, notice) = send(&app, &kirim, "sari", "version=1").await;
        assert_eq!(notice, "draft-look-first");
        let (_, place, notice) = send(&app, &kirim, "sari", "version=2").await;
        assert_eq!((place, notice.as_str()), (format!("/naskah/{id}"), "draft-sent"));
        let row = store::draft(&app.db, id).await.unwrap().unwrap();
        assert_eq!(row.state, DraftState::Sent);
        assert!(
            row.body.contains("Korban Rina (9) dibawa ke rumah."),
            "nothing is changed: {}",
            row.body
        );
    })
    .await;
}

#[tokio::test]
async fn a_text_that_tells_nothing_too_much_is_sent_at_once_and_half_a_text_never() {
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        send(&app, "/tulisan/baru", "sari", "title=Jembatan&body=&act=save&form=a").await;
        let id = only_draft(&app).await;
        let (_, place, notice) =
            send(&app, &format!("/naskah/{id}/kirim"), "sari", "version=1").await;
        assert_eq!((place, notice.as_str()), (format!("/naskah/{id}/ubah"), "draft-not-whole"));
        let whole = format!("{STORY}&form=b&version=1");
        let (_, _, notice) = send(&app, &format!("/naskah/{id}/ubah"), "sari", &whole).await;
        assert_eq!(notice, "draft-sent");
    })
    .await;
}

#[tokio::test]
async fn a_word_that_ketut_vouches_for_is_marked_no_more() {
    if dictionary().is_none() {
        return;
    }
    on_both(newsroom, |app| async move {
        tirtawana(&app).await;
        berita(&app).await;
        let form = STORY.replace("Sejak", "Inopasi+begawe+dari+pasilitas+desa+sejak");
        send(&app, "/tulisan/baru", "sari", &form).await;
        let id = only_draft(&app).await;
        let page = format!("/naskah/{id}/periksa");
        let (_, _, seen) = read(&app, &format!("/naskah/{id}/pratinjau"), "ketut").await;
        for words in
            ["<mark>begawe</mark>", "<b lang=\"id\">fasilitas</b>", "<b lang=\"id\">Inovasi</b>"]
        {
            assert!(seen.contains(words), "{words}: {seen}");
        }
        let vouch = format!("/naskah/{id}/kata");
        assert_eq!(send(&app, &vouch, "sari", "word=begawe").await.0, StatusCode::FORBIDDEN);
        let (_, place, notice) = send(&app, &vouch, "ketut", "word=begawe").await;
        assert_eq!((place.as_str(), notice.as_str()), (page.as_str(), "house-word-added"));
        let (_, _, seen) = read(&app, &page, "sari").await;
        assert!(!seen.contains("<mark>begawe</mark>") && seen.contains("pasilitas"), "{seen}");
    })
    .await;
}
