//! What few may know is looked for where everyone else looks: pages of readers and of the administrator, the public
//! export, the owner's copy, the log.
use crate::{
    data::Data,
    site::Site,
    titles::signed_in,
    walk::{Walk, hidden},
};
use axum::http::StatusCode;
use base::app::App;
use std::{
    io::Write,
    sync::{Arc, Mutex},
};

/// Of a source: nobody but Ratna, who wrote it down, reads a word.
const SOURCE: [&str; 3] = ["Inaq Rini Lestari", "0817 2222 3333", "gudang tua"];
/// Of a tip: its desk reads it, and nobody else.
const TIP: [&str; 3] = ["0818 4444 5555", "benih busuk dibagikan", "Senin malam kelam"];

/// Everything that is logged while it stands.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn found_in<'a>(text: &str, secrets: &[&'a str]) -> Option<&'a str> {
    secrets.iter().copied().find(|secret| text.contains(secret))
}

async fn send_both(house: &Site) {
    let ratna = signed_in(house, "Ratna Kusumawardani").await;
    let record = [
        ("about", "/naskah/7"),
        ("attribution", "background"),
        ("name", SOURCE[0]),
        ("contact", SOURCE[1]),
        ("notes", "Melihat semuanya di gudang tua."),
    ];
    let made = ratna.post("/meja/narasumber/baru", &record).await.expect(StatusCode::SEE_OTHER);
    let opened = ratna.post(&format!("{}/buka", made.location), &[]).await;
    assert_eq!(found_in(&opened.text(), &SOURCE[..1]), Some(SOURCE[0]));
    let stranger = house.with_cookie("");
    let once = hidden(&stranger.get("/kabar").await.text(), "once");
    let tip =
        [("once", once.as_str()), ("what", TIP[1]), ("happened", TIP[2]), ("contact", TIP[0])];
    let sent = stranger.post("/kabar", &tip).await.expect(StatusCode::SEE_OTHER);
    assert!(found_in(&stranger.get(&sent.location).await.text(), &TIP[1..]).is_some());
}

/// The public export and the owner's copy, unpacked.
async fn files(app: &App) -> [Vec<u8>; 2] {
    let folder = tempfile::tempdir().unwrap();
    let (public, owner) = (folder.path().join("publik"), folder.path().join("pemilik"));
    portability::export(app, &public).await.unwrap();
    let house = portability::House { db: &app.db, data: &app.config.data, now: app.now() };
    portability::backup(house, &owner).await.unwrap();
    [public, owner].map(|file| zstd::decode_all(std::fs::File::open(file).unwrap()).unwrap())
}

#[tokio::test]
async fn sources_and_tips_are_found_on_no_page_in_no_file_and_not_in_the_log() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _logging = tracing::subscriber::set_default(subscriber);
    let (data, app) = Data::on_sqlite().await;
    let house = Site::on(app);
    send_both(&house).await;
    base::jobs::run_due(&house.app).await.unwrap();
    for name in ["", "Bagus Prasetya", "Maria Yosefina Bria"] {
        let site = signed_in(&house, name).await;
        let desk_of_tips = name.starts_with("Maria");
        for (address, met) in (Walk { site: &site, of_a_shape: 1, always: &[] }).go([]).await {
            let page = met.reply.text();
            assert_eq!(found_in(&page, &SOURCE), None, "{name} at {address}");
            let told = found_in(&page, &TIP);
            assert!(told.is_none() || desk_of_tips, "{name} at {address}: {told:?}");
        }
    }
    for file in files(&house.app).await {
        let text = String::from_utf8_lossy(&file);
        assert!(text.len() > 10_000, "{}", text.len());
        assert_eq!(found_in(&text, &SOURCE).or(found_in(&text, &TIP)), None);
    }
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("/meja/narasumber/baru"), "the log names routes");
    assert_eq!(found_in(&logged, &SOURCE).or(found_in(&logged, &TIP)), None);
    drop(data);
}
