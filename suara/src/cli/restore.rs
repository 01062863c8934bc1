//! `suara restore FILE`: brings a copy back into an empty house, or with `--check` only proves that it could.
use crate::assemble;
use anyhow::Result;
use base::{clock::Clock, config::Config};
use clap::Args;
use std::path::PathBuf;

/// Bring a copy back into an empty house, or only check it.
#[derive(Args)]
pub struct Restore {
    file: PathBuf,
    /// Open the copy, bring it back into a database of its own, count and compare; change nothing here.
    #[arg(long)]
    check: bool,
}

impl Restore {
    pub async fn run(self, config: Config) -> Result<()> {
        let now = Clock::System.now();
        if self.check {
            println!("{}", portability::check(&self.file, now).await?);
            println!("Sound: every table and file was brought back, counted and compared.");
            return Ok(());
        }
        let db = assemble::connect(&config).await?;
        let into = portability::House { db: &db, data: &config.data, now };
        println!("{}", portability::restore(&self.file, into).await?);
        println!("Restored. Everyone has to sign in again. Start the site: suara serve");
        Ok(())
    }
}
