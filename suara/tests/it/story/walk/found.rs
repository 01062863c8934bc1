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

/// What the page of the whole way tells between its heading and the list of what is linked.
const WHOLE: &[&str] = &[
    "Perbaikan Layanan Masyarakat Melalui Inovasi Daerah oleh KOMPAK · selama 57 hari",
    "Langkah demi langkah",
    "Berita Perbaikan Layanan Masyarakat Melalui Inovasi Daerah oleh KOMPAK",
    "Disuarakan · Diberitakan dalam tulisan. Tanggal tidak diketahui",
    "Lokakarya Perbaikan Layanan Masyarakat Melalui Inovasi Daerah",
    "Lokakarya &#34;Perbaikan Layanan Masyarakat Melalui Inovasi Daerah&#34; diselenggarakan di Gedung Selaparang, Kantor Gubernur NTB, Mataram.",
    "Selasa, 14 Juni 2016",
    "KTP, KK, dan akta Loket KTP di lantai dua, warga berkursi roda tidak bisa naik",
    "Disuarakan · Warga melaporkan masalah ini. Selasa, 24 November 2026 · Lebih dari 10 tahun kemudian",
    "Diverifikasi · Meja laporan memeriksanya. Rabu, 25 November 2026 · 1 hari kemudian",
    "Laporan diteruskan kepada Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana.",
    "Rabu, 25 November 2026",
    "Dijawab · Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana menjawab, 12 hari sesudah laporan diteruskan dan 5 hari sesudah diterima.",
    "Senin, 7 Desember 2026 · 12 hari kemudian",
    "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana berjanji, paling lambat 18 Desember 2026.",
    "Senin, 7 Desember 2026",
    "Diperbaiki · Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana memperbaikinya.",
    "Selasa, 15 Desember 2026 · 8 hari kemudian",
    "Pelapor menyatakan masalahnya selesai. Rabu, 16 Desember 2026 · 1 hari kemudian",
    "Inovasi Loket Turun",
    "Inovasi · Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana menerapkan inovasi &#34;Loket Turun&#34;.",
    "Jumat, 18 Desember 2026 · 2 hari kemudian",
    "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Rantau Damar meniru &#34;Loket Turun&#34;",
    "Direplikasi · Dinas Kependudukan dan Pencatatan Sipil Kabupaten Rantau Damar meniru &#34;Loket Turun&#34;, dibenarkan kedua instansi.",
    "Selasa, 22 Desember 2026 · 4 hari kemudian",
    "Inovasi Loket Turun",
    "KTP yang direkam di rumah warga. Dari 0 orang (17 Desember 2026) menjadi 37 orang (29 Desember 2026).",
    "Selasa, 29 Desember 2026 · 7 hari kemudian",
    "Survei warga (metode SKM) Survei KTP elektronik, awal 2027",
    "Diukur · Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tirtawana: hasil survei &#34;KTP elektronik&#34; diterbitkan.",
    "Nilai 91,67 dari 100: A, sangat baik. Indeks 3,6667 dari 4, dijawab 6 orang.",
    "Jawaban masih kurang dari yang diperlukan, jadi hasil ini belum mewakili semua orang.",
    "Rabu, 20 Januari 2027 · 22 hari kemudian",
];

pub async fn the_whole_way_stands_on_one_page(walk: &Walk) {
    let chain = format!("/rantai/{}", walk.subject(&walk.story).await);
    let whole = seen(&walk.reader, &chain).await;
    let steps = whole.split(" Yang terhubung ").next().unwrap();
    assert_eq!(steps, format!("Seluruh perjalanan {}", WHOLE.join(" ")));
    let english = seen(&walk.reader, &format!("/en{chain}")).await;
    for words in ["over 57 days", "More than 10 years later", "answered, 12 days after"] {
        assert!(english.contains(words), "{words} is missing: {english}");
    }
}
