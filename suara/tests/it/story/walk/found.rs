//! The founding story, its workshop, and the page on which the whole way stands.
use super::{STORY, Walk};
use crate::story::week::{Week, links, page, seen};
use std::path::Path;

const WORKSHOP: &str = "Perbaikan Layanan Masyarakat Melalui Inovasi Daerah";

pub async fn the_founding_page_is_brought_in(week: Week, file: &Path) -> Walk {
    let id = suara::cli::import::page_into(&week.site.app, file, None).await.unwrap();
    let moved = week.site.get(&format!("/tulisan/{id}")).await;
    let reader = week.site.with_cookie("");
    Walk { story: moved.location, reader, week }
}

/// The address of the workshop.
pub async fn a_reader_goes_to_the_workshop_and_back(walk: &Walk) -> String {
    let undated = page(&walk.reader, "/arsip/tanpa-tanggal").await;
    assert!(links(&undated).any(|link| link == walk.story), "readers find it in the archive");
    assert_eq!(walk.linked(&walk.story).await, format!("Meliput kegiatan {WORKSHOP}"));
    let story = page(&walk.reader, &walk.story).await;
    let workshop = links(&story).find(|link| link.starts_with("/kegiatan/")).unwrap().to_owned();
    let told = seen(&walk.reader, &workshop).await;
    for words in ["14 Juni 2016", "Gedung Selaparang, Kantor Gubernur NTB, Mataram", "Imanuddin"] {
        assert!(told.contains(words), "{words} is missing: {told}");
    }
    assert_eq!(walk.linked(&workshop).await, format!("Diliput dalam tulisan {STORY}"));
    assert!(links(&page(&walk.reader, &workshop).await).any(|link| link == walk.story), "and back");
    workshop
}

pub async fn the_ribbon_is_whole(walk: &Walk, path: &str) {
    let ribbon = walk.ribbon(path).await;
    for done in [
        "Disuarakan",
        "Diverifikasi 25 November 2026",
        "Dijawab 7 Desember 2026",
        "Diperbaiki 15 Desember 2026",
        "Inovasi 18 Desember 2026",
        "Direplikasi 22 Desember 2026",
        "Diukur 20 Januari 2027",
    ] {
        assert!(ribbon.contains(done), "{done} is missing on {path}: {ribbon}");
    }
    assert_eq!(ribbon.split(" > ").count(), 7, "{ribbon}");
    assert!(!ribbon.contains("Sudah"), "nobody waits any more: {ribbon}");
}

pub async fn from_here_one_reaches_the_whole_way(walk: &Walk, path: &str, workshop: &str) {
    let chain = format!("/rantai/{}", walk.subject(path).await);
    let whole = page(&walk.reader, &chain).await;
    for station in [walk.story.as_str(), path, workshop] {
        assert!(links(&whole).any(|link| link == station), "{chain} does not lead to {station}");
    }
}

pub async fn the_whole_way_stands_on_one_page(walk: &Walk) {
    let chain = format!("/rantai/{}", walk.subject(&walk.story).await);
    let whole = seen(&walk.reader, &chain).await;
    println!("WHOLE {whole}");
    let english = seen(&walk.reader, &format!("/en{chain}")).await;
    println!("WHOLE {english}");
}
