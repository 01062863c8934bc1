//! The quick loop: tests while one writes, and the time from edit to answer.

use crate::postgres::{self, Postgres};
use crate::run::{cargo, command, find, run};
use crate::workspace;
use anyhow::Result;
use clap::Args;
use std::process::Command;
use std::time::Instant;

#[derive(Args)]
pub struct Quick {
    /// Only tests whose name holds this.
    filter: Option<String>,
    /// Only this crate's tests.
    #[arg(short, long)]
    package: Option<String>,
    /// On PostgreSQL too.
    #[arg(long)]
    both: bool,
}

impl Quick {
    pub fn run(&self) -> Result<()> {
        let postgres = if self.both { Some(Postgres::start()?) } else { None };
        let mut tests = tests("default");
        match &self.package {
            Some(package) => tests.args(["--package", package]),
            None => tests.arg("--workspace"),
        };
        tests.args(&self.filter).env_remove(postgres::VARIABLE);
        if let Some(postgres) = &postgres {
            tests.env(postgres::VARIABLE, postgres.url());
        }
        let started = Instant::now();
        let done = run(&mut tests);
        println!("edit to test: {:.1} s", started.elapsed().as_secs_f64());
        done
    }
}

/// The test runner with the surroundings that tests expect; without nextest, cargo's own.
pub fn tests(profile: &str) -> Command {
    let mut tests = if find("cargo-nextest").is_some() {
        cargo(&["nextest", "run", "--profile", profile])
    } else {
        cargo(&["test", "--no-fail-fast"])
    };
    if let Some(page) = workspace::founding_page() {
        tests.env("SUARA_FOUNDING_PAGE", page);
    }
    tests
}

/// Runs any command beside a PostgreSQL of its own.
pub fn with_postgres(words: &[String]) -> Result<()> {
    let Some((program, arguments)) = words.split_first() else { return Ok(()) };
    let postgres = Postgres::start()?;
    run(command(program, &[]).args(arguments).env(postgres::VARIABLE, postgres.url()))
}
