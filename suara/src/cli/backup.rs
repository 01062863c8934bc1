//! `suara backup FILE`: a consistent copy of everything, also while the site is served.
use crate::assemble;
use anyhow::Result;
use base::{clock::Clock, config::Config};
use std::path::Path;

/// Writes the copy and says what it holds.
pub async fn run(config: Config, file: &Path) -> Result<()> {
    let db = assemble::connect_to_house(&config).await?;
    let from = portability::House { db: &db, data: &config.data, now: Clock::System.now() };
    println!("{}", portability::backup(from, file).await?);
    println!(
        "What the vault sealed is in it as it is sealed; the key is not: keep a copy of {} apart from it.",
        config.vault_key().display()
    );
    println!("Keep it on another machine. To check it: suara restore {} --check", file.display());
    Ok(())
}
