//! SIGKILL while people send recordings, whole with a report and in pieces: what was acknowledged is there with all its
//! bytes, what was not is gone once the program has come back and cleaned up.
use crate::{
    load::Dice,
    server::{Client, House},
};
use base::{
    blobs::{BlobHash, Blobs},
    db::{Db, Reads},
    sql,
    testing::postgres_url_of_its_own,
    values,
};
use std::{
    collections::{BTreeSet, HashMap},
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

const ROUNDS: u64 = 4;
const WRITERS: usize = 4;
const PIECE: usize = 16 * 1024;

/// What was acknowledged.
#[derive(Default)]
struct Promises {
    /// Hashes of recordings that came whole with a report.
    whole: Vec<String>,
    /// Bytes on disk, by the file's name: of one whole file it is more than it has.
    pieces: HashMap<u64, u64>,
    refused: Vec<String>,
}

/// Half a minute of noise that is no other: 16 to 80 kilobytes, as we keep it.
fn wav(number: u64) -> Vec<u8> {
    let mut dice = Dice::seeded(number + 1);
    let size = usize::try_from(16 * 1024 + 2 * dice.below(32 * 1024)).unwrap();
    let data: Vec<u8> = (0..size).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
    let length = |bytes: usize| u32::try_from(bytes).unwrap().to_le_bytes();
    let format = [1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0];
    let chunks = [b"fmt ", &length(16)[..], &format, b"data", &length(size), &data].concat();
    [b"RIFF", &length(chunks.len() + 4)[..], b"WAVE", &chunks].concat()
}

/// The mark of the form with this number.
fn mark(number: u64) -> String {
    format!("{number:0>43}")
}

struct Sender {
    session: String,
    promises: Arc<Mutex<Promises>>,
    next: Arc<AtomicU64>,
}

impl Sender {
    fn run(self, address: SocketAddr, stop: &AtomicBool) {
        let Ok(mut client) = Client::to(address) else { return };
        while !stop.load(Ordering::Relaxed) {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let sent = if number.is_multiple_of(2) {
                self.whole(&mut client, number)
            } else {
                self.in_pieces(&mut client, number, stop)
            };
            if sent.is_err() {
                return;
            }
        }
    }

    fn whole(&self, client: &mut Client, number: u64) -> std::io::Result<()> {
        let bytes = wav(number);
        let (once, title) = (mark(number), format!("Laporan {number}"));
        let fields = [
            ("once", once.as_str()),
            ("title", &title),
            ("text", "Lampu mati."),
            ("category", "listrik"),
            ("area", "52.08.01.2001"),
            ("seen", "1"),
        ];
        let mut body = vec![];
        for (name, value) in fields {
            let head = "--batas\r\nContent-Disposition: form-data; name=";
            body.extend(format!("{head}\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        let head = "--batas\r\nContent-Disposition: form-data; name=\"attach\"; filename=\"a.wav\"";
        body.extend(format!("{head}\r\n\r\n").into_bytes());
        body.extend(&bytes);
        body.extend(b"\r\n--batas--\r\n");
        let kind = "Content-Type: multipart/form-data; boundary=batas\r\n";
        let reply = client.send("POST", "/laporan/baru", (Some(&self.session), kind), &body)?;
        let mut promises = self.promises.lock().unwrap();
        match reply.status {
            303 => promises.whole.push(BlobHash::of(&bytes).to_string()),
            status => promises.refused.push(format!("{status} {}", reply.body)),
        }
        Ok(())
    }

    fn in_pieces(
        &self,
        client: &mut Client,
        number: u64,
        stop: &AtomicBool,
    ) -> std::io::Result<()> {
        let bytes = wav(number);
        for (index, piece) in bytes.chunks(PIECE).enumerate() {
            if stop.load(Ordering::Relaxed) {
                return Ok(());
            }
            let headers = format!(
                "{}Suara-Size: {}\r\nSuara-From: {}\r\n",
                names(number),
                bytes.len(),
                index * PIECE
            );
            let reply = client.send("POST", "/unggah", (Some(&self.session), &headers), piece)?;
            let mut promises = self.promises.lock().unwrap();
            match arrived(&reply.body) {
                Some(bytes) => promises.pieces.insert(number, bytes),
                None => {
                    promises.refused.push(format!("{} {}", reply.status, reply.body));
                    return Ok(());
                }
            };
        }
        Ok(())
    }
}

fn names(number: u64) -> String {
    format!("Suara-Mark: {}\r\nSuara-File: berkas-{number}\r\n", mark(number))
}

/// How many bytes an answer acknowledges; of a whole file, more than any has.
fn arrived(body: &str) -> Option<u64> {
    if body.starts_with("{\"attachment\"") {
        return Some(u64::MAX);
    }
    body.strip_prefix("{\"arrived\":")?.strip_suffix('}')?.parse().ok()
}

/// Everything that was acknowledged and is not there, as the program itself and its folder tell.
async fn losses(house: &House, address: SocketAddr, promises: &Promises) -> Vec<String> {
    let (db, blobs) = (house.db().await, Blobs::in_data(&house.data));
    let hung = sql!(
        "SELECT r.hash FROM recordings r JOIN attachments a ON a.recording_id = r.id
         WHERE a.subject_kind = 'report'"
    );
    let hung: Vec<(String,)> = db.all(hung, values![]).await.unwrap();
    let hung: BTreeSet<String> = hung.into_iter().map(|(hash,)| hash).collect();
    let whole = |hash: &String| {
        let bytes = blobs.get(hash.parse().unwrap()).unwrap();
        hung.contains(hash) && bytes.is_some_and(|bytes| BlobHash::of(&bytes).to_string() == *hash)
    };
    let lost = promises.whole.iter().filter(|hash| !whole(hash));
    let mut lost: Vec<String> = lost.map(|hash| format!("the recording {hash}")).collect();
    let mut client = Client::to(address).unwrap();
    for (number, acknowledged) in &promises.pieces {
        let reply = client.send("GET", "/unggah", (None, &names(*number)), b"").unwrap();
        let there = arrived(&reply.body).unwrap();
        if there < *acknowledged {
            lost.push(format!("file {number}: {acknowledged} acknowledged, {there} there"));
        }
    }
    lost
}

/// Makes everything that waits a day old and lets the program clean up.
async fn clean_up(house: &House) {
    let db = house.db().await;
    let mut tx = db.begin().await.unwrap();
    for old in [
        sql!("UPDATE attachments SET expires_at = 0 WHERE expires_at IS NOT NULL"),
        sql!("UPDATE uploads SET expires_at = 0"),
        sql!("UPDATE jobs SET run_at = 0, lease_until = NULL WHERE kind = 'media.sweep'"),
    ] {
        tx.execute(old, values![]).await.unwrap();
    }
    tx.commit().await.unwrap();
    let server = house.serve();
    let began = Instant::now();
    while !nothing_too_much(house, &db).await {
        assert!(began.elapsed() < Duration::from_secs(60), "it is not cleaned up");
        std::thread::sleep(Duration::from_millis(200));
    }
    server.kill();
}

/// Each file is named by a row, no piece is left, and nothing waits.
async fn nothing_too_much(house: &House, db: &Db) -> bool {
    let named = sql!("SELECT hash FROM picture_files UNION SELECT hash FROM recordings");
    let named: Vec<(String,)> = db.all(named, values![]).await.unwrap();
    let named: BTreeSet<String> = named.into_iter().map(|(hash,)| hash).collect();
    let there = Blobs::in_data(&house.data).all().unwrap();
    let there: BTreeSet<String> = there.iter().map(ToString::to_string).collect();
    let waiting = sql!("SELECT COUNT(*) FROM attachments WHERE subject_kind IS NULL");
    let (waiting,): (i64,) = db.optional(waiting, values![]).await.unwrap().unwrap();
    let pieces = std::fs::read_dir(house.data.join("uploads")).map_or(0, Iterator::count);
    let strays = std::fs::read_dir(&house.data)
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().starts_with(".tmp"));
    named == there && waiting == 0 && pieces == 0 && strays.count() == 0
}

async fn kill_and_look(house: House) {
    let promises: Arc<Mutex<Promises>> = Arc::default();
    let next = Arc::new(AtomicU64::new(1));
    let mut dice = Dice::seeded(20_261_125);
    for _ in 0..ROUNDS {
        let server = house.serve();
        let stop = Arc::new(AtomicBool::new(false));
        let senders: Vec<JoinHandle<()>> = (0..WRITERS)
            .map(|person| {
                let (promises, next) = (promises.clone(), next.clone());
                let sender = Sender { session: house.people[person].clone(), promises, next };
                let (stop, address) = (stop.clone(), server.address);
                std::thread::spawn(move || sender.run(address, &stop))
            })
            .collect();
        std::thread::sleep(Duration::from_millis(700 + dice.below(1_500)));
        server.kill();
        stop.store(true, Ordering::Relaxed);
        senders.into_iter().for_each(|sender| sender.join().unwrap());
        let again = house.serve();
        let seen = std::mem::take(&mut *promises.lock().unwrap());
        let lost = losses(&house, again.address, &seen).await;
        again.kill();
        assert_eq!(seen.refused, [""; 0]);
        assert_eq!(lost, [""; 0]);
        *promises.lock().unwrap() = seen;
    }
    let (whole, pieces) = {
        let promises = promises.lock().unwrap();
        (promises.whole.len(), promises.pieces.len())
    };
    clean_up(&house).await;
    println!(
        "{ROUNDS} kills: {whole} recordings and {pieces} files in pieces acknowledged, none lost"
    );
    assert!(whole > 10 && pieces > 10, "too few to prove anything: {whole}, {pieces}");
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_while_files_come_in_every_one_that_was_acknowledged_is_whole_and_no_other_stays() {
    let folder = tempfile::tempdir().unwrap();
    kill_and_look(House::open(folder.path(), None, WRITERS).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_with_postgresql() {
    let Some(url) = postgres_url_of_its_own().await else { return };
    let folder = tempfile::tempdir().unwrap();
    kill_and_look(House::open(folder.path(), Some(url), WRITERS).await).await;
}
