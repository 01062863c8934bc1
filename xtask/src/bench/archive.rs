//! A hundred thousand stories: how fast they come in, what memory they take, what a far page costs.

use super::http::Client;
use super::server::{Server, program};
use super::times::Times;
use crate::run::{cargo, run};
use anyhow::{Context, Result, ensure};
use std::fs::File;
use std::process::Command;
use std::time::Instant;

const STORIES: u32 = 100_000;
/// Front and far pages asked for before memory is read.
const PAGES: usize = 200;

pub fn import_and_memory() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("suara-bench-archive-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let lines = folder.join("archive.jsonl");
    let count = STORIES.to_string();
    let example =
        ["run", "--release", "--locked", "-p", "stories", "--example", "archive", "--", &count];
    let made = cargo(&example).stdout(File::create(&lines)?).status()?;
    ensure!(made.success(), "The archive was not made.");
    let started = Instant::now();
    let mut import = Command::new(program());
    run(import.args(["import", "stories"]).arg(&lines).arg("--data").arg(&folder))?;
    let seconds = started.elapsed().as_secs_f64();
    println!("import: {:.0} stories a second ({seconds:.1} s)", f64::from(STORIES) / seconds);
    read(folder)
}

fn read(folder: std::path::PathBuf) -> Result<()> {
    let server = Server::on(folder)?;
    println!("memory with {STORIES} stories, just started: {} MiB", server.memory_mib()?);
    let mut client = Client::connect(server.address)?;
    let section = client.get("/")?.link("/rubrik/").context("no section on the front page")?;
    let near = times_of(&mut client, &section)?;
    let mut far = section.clone();
    for _ in 0..PAGES {
        let page = client.get(&far)?;
        far = page.link(&format!("{section}?sebelum=")).context("the list ends early")?;
    }
    println!("a section, page 1: {near}");
    println!("a section, page {PAGES}: {}", times_of(&mut client, &far)?);
    println!("memory after reading: {} MiB", server.memory_mib()?);
    Ok(())
}

fn times_of(client: &mut Client, path: &str) -> Result<Times> {
    let mut times = vec![];
    for _ in 0..500 {
        let started = Instant::now();
        ensure!(client.get(path)?.status == 200, "{path} is no page.");
        times.push(started.elapsed());
    }
    Ok(Times::new(times))
}
