//! The story page: how heavy, how fast for one reader, how many in a second.

use super::http::Client;
use super::server::Server;
use super::times::Times;
use crate::install;
use crate::run::{command, run};
use anyhow::{Context, Result, bail};
use std::time::Instant;

/// Promise 2: a story with its first comments and its style, headers counted, in gzip.
const BUDGET: usize = 14_000;

pub fn weight() -> Result<()> {
    let server = Server::start(&["--demo"])?;
    let mut client = Client::connect(server.address)?;
    let path = story(&mut client)?;
    let plain = client.get(&path)?;
    let compressed = client.get_compressed(&path)?;
    if compressed.header("content-encoding") != Some("gzip") {
        bail!("{path} came without gzip, though it was asked for.");
    }
    println!(
        "{path}: {} bytes in gzip, {} raw, headers counted",
        compressed.bytes(),
        plain.bytes()
    );
    if compressed.bytes() > BUDGET {
        bail!("The budget is {BUDGET} bytes.");
    }
    Ok(())
}

/// One reader on one connection, after a warming.
pub fn render() -> Result<()> {
    let server = Server::start(&["--demo"])?;
    let mut client = Client::connect(server.address)?;
    let path = story(&mut client)?;
    let mut times = Vec::new();
    for _ in 0..2200 {
        let started = Instant::now();
        let status = client.get(&path)?.status;
        times.push(started.elapsed());
        if status != 200 {
            bail!("{path} answered {status}.");
        }
    }
    println!("{path}: {} (the founding page of 2016: 104.55 ms)", Times::new(times.split_off(200)));
    Ok(())
}

pub fn requests() -> Result<()> {
    let wrk = install::program("wrk", "wrk")?;
    let server = Server::start(&["--demo"])?;
    let path = story(&mut Client::connect(server.address)?)?;
    let url = format!("http://{}{path}", server.address);
    // wrk shares the two cores with the server, as readers' browsers would not.
    run(&mut command(
        wrk,
        &["--threads", "1", "--connections", "32", "--duration", "10s", "--latency", &url],
    ))?;
    Ok(())
}

/// The address of the first story on the front page: `/tulisan/{id}/{slug}`, not the form that sends one.
pub(super) fn story(client: &mut Client) -> Result<String> {
    let links = client.get("/")?.links("/tulisan/");
    let story = links.into_iter().find(|path| path.matches('/').count() == 3);
    story.context("The front page links to no story.")
}
