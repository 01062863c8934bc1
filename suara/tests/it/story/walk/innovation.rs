//! The innovation that came of the report, and its replication in a second kabupaten.
use super::{
    DUKCAPIL, DUKCAPIL_DAMAR, Walk,
    report::{Report, TITLE},
};
use crate::{
    site::Site,
    story::{
        form::Form,
        week::{links, page, seen},
    },
};
use axum::http::StatusCode;

pub const NAME: &str = "Loket Turun";
const SUMMARY: &str =
    "Petugas KTP turun ke lantai satu, dan ke rumah warga yang tidak bisa datang.";
const CAME_OF: &str = "Petugas mulai mendatangi rumah setelah laporan warga berkursi roda.";
const DIFFERS: &str =
    "Di Rantau Damar petugas naik perahu ke tiga pulau, dan camat yang mencatat nama.";

/// The editors' form that joins two pages; the one of the address is given as people copy it.
pub async fn join(walk: &Walk, (page, other): (&str, &str), (kind, why): (&str, &str)) {
    let maria = walk.cast("maria").await;
    let tie = format!("/tautan/{}", subject(&maria, page).await);
    let form = Form::on(&maria, &tie, &tie).await;
    let wrong = form.refused(&maria).await;
    assert!(wrong.contains("2 isian perlu diperbaiki"), "no link without a reason: {wrong}");
    let address = format!("http://suara.example{other}");
    let form = form.choose("kind", kind).fill("address", &address).fill("reason", why);
    let (_, told) = form.send(&maria).await;
    walk.told(&told, "notice-link-made");
}

/// The subject of a page, from the link that editors see there.
async fn subject(editor: &Site, path: &str) -> String {
    let html = page(editor, path).await;
    links(&html).find_map(|link| link.strip_prefix("/tautan/")).unwrap().to_owned()
}

pub async fn theresia_registers_what_came_of_it(walk: &Walk, report: &Report) -> String {
    let theresia = walk.cast("theresia").await;
    let desk = page(&theresia, "/meja/inovasi").await;
    let add = links(&desk).find(|link| link.starts_with("/meja/inovasi/baru")).unwrap();
    let form = Form::on(&theresia, add, "/meja/inovasi/baru").await;
    let form = form
        .choose("agency", DUKCAPIL)
        .fill("name", NAME)
        .fill("summary", SUMMARY)
        .choose("affair", "Administrasi kependudukan")
        .fill("year_begun", "2026")
        .choose("initiator", "Warga")
        .choose("origin", "Gagasan asli")
        .choose("medium", "Bukan digital")
        .fill("problem", "Warga berkursi roda dan lanjut usia tidak bisa naik ke loket.")
        .fill(
            "steps",
            "Ketua RT mencatat nama. Dua petugas datang setiap Kamis membawa alat rekam.",
        )
        .fill("benefit-direct", "KTP direkam di rumah pada pekan yang sama.");
    let (innovation, told) = form.send(&theresia).await;
    walk.told(&told, "notice-innovation-registered");
    assert!(told.contains(SUMMARY), "{told}");
    let stage = stage_path(&theresia, &innovation).await;
    let form = Form::on(&theresia, &stage, &stage).await;
    let form = form
        .choose("stage", "Diterapkan")
        .fill("on", "2026-12-18")
        .fill("document", "Surat keputusan kepala dinas")
        .fill("document_number", "470/112/2026");
    form.send(&theresia).await;

    join(walk, (&innovation, &report.path), ("Lahir dari", CAME_OF)).await;
    assert_eq!(walk.linked(&innovation).await, format!("Lahir dari {TITLE} {CAME_OF}"));
    let from_report = walk.linked(&report.path).await;
    assert!(from_report.contains(&format!("Menghasilkan {NAME} {CAME_OF}")), "{from_report}");
    for path in [&walk.story, &report.path, &innovation] {
        let ribbon = walk.ribbon(path).await;
        let rest = "Diperbaiki 15 Desember 2026 > Inovasi 18 Desember 2026";
        assert!(ribbon.ends_with(rest), "{path}: {ribbon}");
    }
    innovation
}

async fn stage_path(officer: &Site, innovation: &str) -> String {
    let html = page(officer, innovation).await;
    links(&html).find(|link| link.ends_with("/tahap")).unwrap().to_owned()
}

/// The address of the replication.
pub async fn rantau_damar_copies_it(walk: &Walk, innovation: &str) -> String {
    let semuel = walk.cast("semuel").await;
    let shown = page(&semuel, innovation).await;
    let copy = links(&shown).find(|link| link.ends_with("/tiru")).unwrap();
    let form = Form::on(&semuel, copy, copy).await;
    let form = form
        .choose("agency", DUKCAPIL_DAMAR)
        .choose("mode", "Disesuaikan")
        .choose("extent", "seluruhnya")
        .choose("progress", "Berjalan")
        .fill("started_on", "2026-12-22")
        .fill("differs", DIFFERS)
        .fill(
            "process",
            "Belajar dua hari di Karang Jati, mencoba di satu pulau, lalu di tiga pulau.",
        )
        .choose("basis", "Nota kesepahaman");
    let (path, told) = form.send(&semuel).await;
    walk.told(&told, "notice-replication-registered");
    assert!(told.contains(DIFFERS), "{told}");
    walk.told(&seen(&walk.reader, innovation).await, "replication-waiting");
    let linked = walk.linked(innovation).await;
    assert!(linked.contains(&format!("Direplikasi dalam {}", title())), "{linked}");
    assert_eq!(walk.linked(&path).await, format!("Mereplikasi inovasi {NAME}"));
    let ribbon = walk.ribbon(&walk.story).await;
    assert!(ribbon.ends_with("Direplikasi Menunggu konfirmasi sejak hari ini"), "{ribbon}");
    path
}

pub fn title() -> String {
    format!("{DUKCAPIL_DAMAR} meniru &#34;{NAME}&#34;")
}

pub async fn both_sides_have_said_so(walk: &Walk, (innovation, copy): (&str, &str)) {
    let ribbon = walk.ribbon(&walk.story).await;
    assert!(ribbon.ends_with("Direplikasi Sudah 1 hari menunggu konfirmasi"), "{ribbon}");
    let semuel = walk.cast("semuel").await;
    walk.told(&seen(&semuel, copy).await, "replication-said-nothing");
    let theresia = walk.cast("theresia").await;
    assert!(seen(&theresia, "/meja/inovasi").await.contains(DUKCAPIL_DAMAR), "it waits for her");
    let answer = format!("{}/jawab", copy.replacen("/replikasi", "/meja/replikasi", 1));
    let darwis = walk.cast("darwis").await;
    darwis.get(&answer).await.expect(StatusCode::FORBIDDEN);
    let form = Form::on(&theresia, &answer, &answer).await;
    let form = form.choose("said", "Benar").fill("note", "Mereka belajar pada kami bulan lalu.");
    let (_, told) = form.choose("side", DUKCAPIL).send(&theresia).await;
    walk.told(&told, "replication-counted");
    let shown = seen(&walk.reader, innovation).await;
    assert!(shown.contains("ditiru 1 instansi"), "{shown}");
    for path in [&*walk.story, innovation, copy] {
        let ribbon = walk.ribbon(path).await;
        assert!(ribbon.ends_with("Direplikasi 22 Desember 2026"), "{path}: {ribbon}");
    }
}

const MEASURE: &str = "KTP yang direkam di rumah warga";

/// A number from before and one from after, each with its source.
pub async fn theresia_notes_what_it_changed(walk: &Walk, innovation: &str) {
    let theresia = walk.cast("theresia").await;
    let html = page(&theresia, innovation).await;
    let results = links(&html).find(|link| link.ends_with("/hasil")).unwrap();
    let desk = results.strip_suffix("/hasil").unwrap();
    let form = Form::on(&theresia, results, &format!("{desk}/indikator")).await;
    let form = form
        .fill("name", MEASURE)
        .fill("unit", "orang")
        .fill("baseline", "0")
        .fill("baseline_on", "2026-12-17")
        .fill("baseline_source", "Buku tugas petugas");
    form.send(&theresia).await;
    let form = Form::on(&theresia, results, &format!("{desk}/nilai")).await;
    let form = form.fill("value", "37").fill("source", "Buku tugas petugas");
    let (_, told) = form.send(&theresia).await;
    let change = "Dari 0 orang (17 Desember 2026) menjadi 37 orang (29 Desember 2026).";
    assert!(told.contains(MEASURE) && told.contains(change), "{told}");
}
