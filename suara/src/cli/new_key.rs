//! `suara new-key`: another key for the vault; those before it stay, to open what they sealed.
use crate::assemble;
use anyhow::Result;
use base::{clock::Clock, config::Config, random::Random, vault::Vault};

/// Makes the key and says what it means.
pub async fn run(config: Config) -> Result<()> {
    let db = assemble::connect_to_house(&config).await?;
    let file = Vault::add_key(&config, &db, (&Random::system(), &Clock::System)).await?;
    println!("A new key stands in {}.", file.display());
    println!(
        "Start Suara again: from then on it seals with this one. Keys that were in the file before open what they sealed."
    );
    println!("No backup holds the file: keep a copy of it elsewhere.");
    Ok(())
}
