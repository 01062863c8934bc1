//! The report that a reader files from the founding story: checked, delivered, met with silence, answered, repaired.
use super::{DUKCAPIL, STORY, Walk};
use crate::story::{
    form::Form,
    week::{links, page, seen},
};
use axum::http::StatusCode;

pub const TITLE: &str = "Loket KTP di lantai dua, warga berkursi roda tidak bisa naik";
const TEXT: &str = "Loket perekaman KTP pindah ke lantai dua sejak Oktober. Tangganya sempit dan tidak ada jalan lain. Dua kali saya datang dan dua kali pulang tanpa KTP.";
const REASON: &str =
    "Tulisan itu menyebut pelayanan tanpa diskriminasi; di loket kami belum begitu.";
const ANSWER: &str = "Benar, loket pindah karena atap ruang bawah bocor. Kami tidak memikirkan warga yang tidak bisa naik tangga.";
const PROMISE: &str =
    "Loket KTP kembali ke lantai satu dan petugas mendatangi rumah warga yang tidak bisa datang.";
const REPAIR: &str = "Loket kembali ke lantai satu pada 15 Desember. Hari itu 14 warga berkursi roda dan lanjut usia merekam KTP.";
const PROOF: &str = "https://dukcapil-tirtawana.example/loket-lantai-satu";
const ASEP: &str = "asep@suara.example";

pub struct Report {
    pub path: String,
    pub id: String,
    pub number: String,
}

impl Report {
    fn desk(&self, deed: &str) -> String {
        format!("/meja/laporan/{}{deed}", self.id)
    }

    fn inbox(&self, deed: &str) -> String {
        format!("/meja/instansi/{}{deed}", self.id)
    }
}

async fn letters(walk: &Walk) -> Vec<String> {
    let letters = walk.week.letters().await;
    assert!(letters.iter().all(|letter| letter.to == ASEP), "{letters:?}");
    letters.into_iter().map(|letter| letter.body).collect()
}

pub async fn asep_reports_a_problem_like_it(walk: &Walk) -> Report {
    let asep = walk.cast("asep").await;
    let story = page(&asep, &walk.story).await;
    let way = links(&story).find(|link| link.starts_with("/laporan/baru?")).unwrap();
    let form = Form::on(&asep, way, "/laporan/baru").await;
    let wrong = form.refused(&asep).await;
    assert!(wrong.contains("3 isian perlu diperbaiki") && wrong.contains(STORY), "{wrong}");
    let form = form
        .fill("title", TITLE)
        .fill("text", TEXT)
        .choose("category", "KTP, KK, dan akta")
        .fill("landmark", "kantor dinas, lantai dua")
        .fill("happened_on", "2026-11-23")
        .choose("visibility", "Terbuka")
        .choose("tie", "Masalah serupa")
        .fill("tie_reason", REASON);
    let form = form.find_area(&asep, "Pasar Lama").await.choose("area", "Desa Pasar Lama");
    // The bodies of the place can be chosen once the place is known.
    let form = form.find_area(&asep, "Pasar Lama").await.choose("agency", DUKCAPIL);
    let (own, told) = form.send(&asep).await;
    walk.told(&told, "notice-report-sent");
    let id = own.split('/').nth(2).unwrap().to_owned();
    let number = told.split("Nomor: ").nth(1).unwrap().split(' ').next().unwrap();
    let report = Report { path: format!("/laporan/{id}"), number: number.to_owned(), id };
    assert!(letters(walk).await[0].contains(&report.number), "its number comes by letter too");
    stands_on_both_pages(walk, &report).await;
    report
}

async fn stands_on_both_pages(walk: &Walk, report: &Report) {
    let shown = seen(&walk.reader, &report.path).await;
    for words in [TITLE, TEXT, "Desa Pasar Lama", "Senin, 23 November 2026", "Kang Asep"] {
        assert!(shown.contains(words), "{words} is missing: {shown}");
    }
    let from_report = walk.linked(&report.path).await;
    assert_eq!(from_report, format!("Lahir dari {STORY} {REASON}"));
    let from_story = walk.linked(&walk.story).await;
    assert!(from_story.contains(&format!("Menghasilkan {TITLE} {REASON}")), "{from_story}");
    let waits = "Disuarakan 24 November 2026 > Diverifikasi Sedang diperiksa sejak hari ini";
    assert_eq!(walk.ribbon(&report.path).await, format!("{waits} > Dijawab > Diperbaiki"));
    let of_story =
        "Disuarakan > Diverifikasi Sedang diperiksa sejak hari ini > Dijawab > Diperbaiki";
    assert_eq!(walk.ribbon(&walk.story).await, of_story);
}

pub async fn maria_verifies_it_and_sends_it_to_the_body(walk: &Walk, report: &Report) {
    let maria = walk.cast("maria").await;
    assert!(seen(&maria, "/meja/laporan").await.contains(TITLE), "it waits at her desk");
    let work = seen(&maria, &report.desk("")).await;
    assert!(work.contains(STORY) && work.contains(REASON), "with what led to it: {work}");
    let form = Form::on(&maria, &report.desk("/periksa"), &report.desk("/periksa")).await;
    let form = form.choose("class", "Pengaduan").fill("words", "Kami melihat tangganya sendiri.");
    let (_, told) = form.send(&maria).await;
    walk.told(&told, "notice-report-periksa");
    let form = Form::on(&maria, &report.desk("/teruskan"), &report.desk("/teruskan")).await;
    let (_, told) = form.choose("agency", DUKCAPIL).send(&maria).await;
    walk.told(&told, "notice-report-teruskan");
    let letters = letters(walk).await;
    assert!(letters.len() == 2 && letters[1].contains(DUKCAPIL), "{letters:?}");
    for path in [&report.path, &walk.story] {
        let ribbon = walk.ribbon(path).await;
        let rest =
            "Diverifikasi 25 November 2026 > Dijawab Menunggu jawaban sejak hari ini > Diperbaiki";
        assert!(ribbon.ends_with(rest), "{ribbon}");
    }
}

/// An officer answers for one body only.
pub async fn nobody_else_has_it_on_their_desk(walk: &Walk, report: &Report) {
    assert!(seen(&walk.cast("theresia").await, "/meja/instansi").await.contains(TITLE));
    for other in ["darwis", "marlina", "semuel"] {
        let other = walk.cast(other).await;
        assert!(!seen(&other, "/meja/instansi").await.contains(TITLE));
        other.get(&report.inbox("")).await.expect(StatusCode::FORBIDDEN);
    }
}

pub async fn seven_days_without_an_answer_are_counted(walk: &Walk, report: &Report) {
    let shown = seen(&walk.reader, &report.path).await;
    let silence = "7 hari sejak diteruskan. Instansi belum menyatakan menerimanya.";
    assert!(shown.contains(silence), "{shown}");
    for path in [&report.path, &walk.story] {
        let ribbon = walk.ribbon(path).await;
        assert!(ribbon.contains("Dijawab Sudah 7 hari belum dijawab"), "{path}: {ribbon}");
    }
    assert!(seen(&walk.reader, "/").await.contains(TITLE), "the front page names who is silent");
    let theresia = walk.cast("theresia").await;
    let form = Form::on(&theresia, &report.inbox("/terima"), &report.inbox("/terima")).await;
    let (_, told) = form.send(&theresia).await;
    walk.told(&told, "notice-report-terima");
}

pub async fn theresia_answers_and_promises(walk: &Walk, report: &Report) {
    let shown = seen(&walk.reader, &report.path).await;
    let silence = "12 hari sejak diteruskan. 5 hari sejak diterima instansi.";
    assert!(shown.contains(silence), "counted both ways: {shown}");
    assert!(walk.ribbon(&walk.story).await.contains("Sudah 12 hari belum dijawab"));

    let theresia = walk.cast("theresia").await;
    let form = Form::on(&theresia, &report.inbox("/jawab"), &report.inbox("/jawab")).await;
    form.fill("text", ANSWER).send(&theresia).await;
    let form = Form::on(&theresia, &report.inbox("/janji"), &report.inbox("/janji")).await;
    form.fill("text", PROMISE).fill("until", "2026-12-18").send(&theresia).await;
    let letters = letters(walk).await;
    assert!(letters.len() == 2 && letters.iter().all(|letter| letter.contains(DUKCAPIL)));

    let shown = seen(&walk.reader, &report.path).await;
    let silence = "Dijawab 12 hari sesudah laporan diteruskan dan 5 hari sesudah diterima.";
    for words in [ANSWER, silence, PROMISE, "18 Desember 2026"] {
        assert!(shown.contains(words), "{words} is missing: {shown}");
    }
    assert!(!shown.contains("sejak diteruskan"), "it no longer waits: {shown}");
    for path in [&report.path, &walk.story] {
        let ribbon = walk.ribbon(path).await;
        let rest = "Dijawab 7 Desember 2026 > Diperbaiki Menunggu perbaikan sejak hari ini";
        assert!(ribbon.ends_with(rest), "{path}: {ribbon}");
    }
    assert!(body_says(walk, report).await.contains(PROMISE), "a promise stands on the body's page");
}

/// The public page of the body that has the report.
async fn body_says(walk: &Walk, report: &Report) -> String {
    let html = page(&walk.reader, &report.path).await;
    let body = links(&html).find(|link| link.starts_with("/instansi/")).unwrap().to_owned();
    seen(&walk.reader, &body).await
}

pub async fn the_repair_comes_with_its_proof(walk: &Walk, report: &Report) {
    assert!(walk.ribbon(&walk.story).await.contains("Diperbaiki Sudah 9 hari belum diperbaiki"));
    let theresia = walk.cast("theresia").await;
    let deed = report.inbox("/perbaikan");
    let form = Form::on(&theresia, &deed, &deed).await;
    let form = form.fill("text", REPAIR).fill("on", "2026-12-15").fill("link", PROOF);
    let (_, told) = form.send(&theresia).await;
    walk.told(&told, "notice-report-perbaikan");
    assert_eq!(letters(walk).await.len(), 1);
    let shown = page(&walk.reader, &report.path).await;
    assert!(shown.contains(REPAIR) && shown.contains(PROOF), "{shown}");
    assert!(walk.ribbon(&report.path).await.ends_with("Diperbaiki 15 Desember 2026"));
    let kept = body_says(walk, report).await;
    assert!(kept.contains(PROMISE) && kept.contains("15 Desember 2026"), "and was kept: {kept}");
}

pub async fn asep_says_that_it_is_solved(walk: &Walk, report: &Report) {
    let asep = walk.cast("asep").await;
    let own = page(&asep, "/laporan/ikuti").await;
    let own = links(&own).find(|link| link.contains(&report.id)).unwrap().to_owned();
    let page = page(&asep, &own).await;
    let verdict = links(&page).find(|link| link.ends_with("/selesai")).unwrap().to_owned();
    let words = "Kemarin saya merekam KTP tanpa digendong.";
    let (_, told) =
        Form::on(&asep, &verdict, &verdict).await.fill("words", words).send(&asep).await;
    walk.told(&told, "notice-report-selesai");
    let shown = seen(&walk.reader, &report.path).await;
    walk.told(&shown, "report-closed-satisfied");
    assert!(shown.contains(words), "{shown}");
    assert!(!walk.ribbon(&report.path).await.contains("Sudah"));
}
