//! The survey by residents that measures what the innovation changed.
use super::{
    DUKCAPIL, Walk,
    innovation::{self, NAME},
};
use crate::story::{
    form::Form,
    week::{links, page, seen, send},
};
use axum::http::StatusCode;

const TITLE: &str = "Survei KTP elektronik, awal 2027";
const WHY: &str = "Layanan yang sama, sesudah petugas turun ke lantai satu.";
const ELEMENTS: [&str; 9] = [
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
];

/// The address of the round, open.
pub async fn ratna_asks_residents(walk: &Walk, innovation: &str) -> String {
    let ratna = walk.cast("ratna").await;
    let form = Form::on(&ratna, "/meja/survei/baru", "/meja/survei/baru").await;
    let form = form
        .fill("title", TITLE)
        .choose("agency", DUKCAPIL)
        .choose("provider", "Survei warga")
        .fill("service", "KTP elektronik")
        .fill("from", "2027-01-12")
        .fill("to", "2027-01-19")
        .fill("population", "60")
        .choose("weight", "Bobot setiap unsur tepat 1/9");
    let (desk, told) = form.send(&ratna).await;
    walk.told(&told, "notice-survey-added");
    let round = desk.replacen("/meja", "", 1);
    walk.reader.get(&round).await.expect(StatusCode::NOT_FOUND);
    let told = send(&ratna, &format!("{desk}/buka"), &[]).await;
    walk.told(&told, "notice-survey-opened");

    innovation::join(walk, (&round, innovation), ("Mengukur", WHY)).await;
    assert_eq!(walk.linked(&round).await, format!("Mengukur {NAME} {WHY}"));
    let linked = walk.linked(innovation).await;
    assert!(linked.contains(&format!("Diukur dalam {TITLE} {WHY}")), "{linked}");
    let ribbon = walk.ribbon(&walk.story).await;
    assert!(ribbon.ends_with("Diukur Survei dibuka hari ini"), "{ribbon}");
    for mark in ["4", "3", "4", "4", "3", "4"] {
        a_resident_answers(walk, &round, mark).await;
    }
    round
}

/// Without an account and without a name.
async fn a_resident_answers(walk: &Walk, round: &str, mark: &str) {
    let html = page(&walk.reader, round).await;
    let fill = links(&html).find(|link| link.ends_with("/isi")).unwrap();
    let mut form = Form::on(&walk.reader, fill, fill).await;
    for element in ELEMENTS {
        form = form.fill(element, mark);
    }
    let (_, told) = form.fill("trust", mark).send(&walk.reader).await;
    walk.told(&told, "notice-survey-filled");
    assert!(!told.contains("dari 4."), "nothing is shown before it is published: {told}");
}

pub async fn it_is_measured(walk: &Walk, round: &str) {
    let ribbon = walk.ribbon(&walk.story).await;
    assert!(
        ribbon.ends_with("Diukur Survei dibuka 8 hari lalu, hasilnya belum terbit"),
        "{ribbon}"
    );
    let ratna = walk.cast("ratna").await;
    for act in ["tutup", "terbitkan"] {
        send(&ratna, &format!("/meja{round}/{act}"), &[]).await;
    }
    let shown = seen(&walk.reader, round).await;
    for words in
        ["91,67 A, sangat baik", "Indeks 3,6667 dari 4.", "Dijawab 6 orang.", "3,67 dari 4."]
    {
        assert!(shown.contains(words), "{words} is missing: {shown}");
    }
}
