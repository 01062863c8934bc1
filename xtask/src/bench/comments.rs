//! Comments that were answered with success, and so are on disk.

use super::http::Client;
use super::pages::story;
use super::server::Server;
use super::times::Times;
use anyhow::{Context, Result, bail};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

const WRITERS: usize = 16;
const FOR: Duration = Duration::from_secs(5);
/// The demonstration's, as `suara serve --demo` prints it.
const PASSWORD: &str = "warga+tirtawana+bersuara";

/// Sixteen people write at once, each comment after the answer to the one before.
pub fn acknowledged() -> Result<()> {
    let server = Server::start(&["--demo"])?;
    let address = server.address;
    let mut client = Client::connect(address)?;
    let path = story(&mut client)?;
    let subject = client.get(&path)?.hidden("subject").context("no form beside the story")?;
    let form = format!("contact=sari%40suara.example&password={PASSWORD}&next=%2F");
    let door = client.post("/masuk", "", &form)?;
    let cookie = door.header("set-cookie").and_then(|line| line.split(';').next());
    let cookie = cookie.context("no session after signing in")?.to_owned();
    let one = write_for(address, (&subject, &cookie), (0, 1))?;
    println!("comments, one writer: {} a second; {}", a_second(&one), Times::new(one));
    let writers: Vec<_> = (1..=WRITERS)
        .map(|writer| {
            let (subject, cookie) = (subject.clone(), cookie.clone());
            std::thread::spawn(move || write_for(address, (&subject, &cookie), (writer, WRITERS)))
        })
        .collect();
    let mut all = vec![];
    for writer in writers {
        all.extend(writer.join().map_err(|_| anyhow::anyhow!("a writer panicked"))??);
    }
    println!("comments, {WRITERS} writers: {} a second; {}", a_second(&all), Times::new(all));
    Ok(())
}

fn a_second(times: &[Duration]) -> u64 {
    times.len() as u64 / FOR.as_secs()
}

fn write_for(
    address: SocketAddr,
    (subject, cookie): (&str, &str),
    (writer, of): (usize, usize),
) -> Result<Vec<Duration>> {
    let mut client = Client::connect(address)?;
    let mut times = vec![];
    let started = Instant::now();
    while started.elapsed() < FOR {
        let number = times.len();
        let form = format!(
            "subject={subject}&once=bench-{of}-{writer}-{number}&text=Komentar+{of}+{writer}+{number}"
        );
        let one = Instant::now();
        let answer = client.post("/komentar", cookie, &form)?;
        if answer.status != 303 {
            bail!("/komentar answered {}.", answer.status);
        }
        times.push(one.elapsed());
    }
    Ok(times)
}
