//! Writes a made-up legacy archive to standard output: `cargo run -p stories --example archive -- 100000`.
use std::io::{BufWriter, Write};

const AREAS: [&str; 6] = ["52.08", "52.71", "53.05", "36.04", "12.06", "33.26"];
const SECTIONS: [&str; 5] = ["Berita", "Layanan Publik", "Kesehatan", "Pendidikan", "Bencana"];
const TAGS: [&str; 7] =
    ["jalan", "air bersih", "posyandu", "radio komunitas", "panen", "sekolah", "banjir"];
const SENTENCES: [&str; 5] = [
    "Jalan menuju desa rusak parah sejak musim hujan dan angkutan tidak mau naik.",
    "Warga bergotong royong menimbun lubang dengan batu kali setiap hari Minggu.",
    "Kepala desa mengatakan usulan sudah dua kali dikirim ke kabupaten tetapi belum dijawab.",
    "Harga pupuk naik, sedangkan harga panen turun menjadi separuh dari tahun lalu.",
    "Kader posyandu mencatat 27 balita yang belum ditimbang pada bulan ini.",
];

fn main() -> std::io::Result<()> {
    let count = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 1..=count {
        writeln!(out, "{}", story(number))?;
    }
    out.flush()
}

/// One line; the number decides everything, so that two runs write the same archive.
fn story(number: usize) -> serde_json::Value {
    let pick =
        |list: &[&'static str], salt: usize| list[(number * 7 + number / 3 + salt) % list.len()];
    let paragraph = |salt: usize| {
        let sentences = (0..4 + (number + salt) % 4).map(|at| pick(&SENTENCES, at + salt));
        sentences.collect::<Vec<_>>().join(" ")
    };
    let day = number % 3_650;
    let (year, month, date) = (2008 + day / 365, 1 + day % 12, 1 + day % 28);
    let comments: Vec<_> = (0..number % 3)
        .map(|at| serde_json::json!({"name": "warga", "at": null, "text": pick(&SENTENCES, at)}))
        .collect();
    serde_json::json!({
        "legacy_id": number,
        "slug": format!("berita-warga-nomor-{number}"),
        "title": format!("Berita Warga Nomor {number} dari {}", pick(&TAGS, 0)),
        "section": pick(&SECTIONS, 0),
        "dateline": "Lombok Utara ( SK)",
        "body": (0..5).map(paragraph).collect::<Vec<_>>(),
        "signature": "( Ardes ).",
        "bylines": ["Ardes"],
        "posted_at": format!("{year}-{month:02}-{date:02}T09:30:00+08:00"),
        "occasion_date": format!("{year}-{month:02}-{date:02}"),
        "areas": {"written_from": pick(&AREAS, 0), "about": [pick(&AREAS, 1)]},
        "licence": "CC BY-NC 3.0",
        "tags": [pick(&TAGS, 0), pick(&TAGS, 3)],
        "comments": comments,
    })
}
