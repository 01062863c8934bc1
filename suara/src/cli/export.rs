//! `suara export FILE`: the public lists of the house in one file.
use crate::assemble;
use anyhow::Result;
use base::config::Config;
use std::path::Path;

/// Writes the file and says what it holds.
pub async fn run(config: Config, file: &Path) -> Result<()> {
    assemble::connect_to_house(&config).await?;
    let app = assemble::open(config).await?;
    println!("{}", portability::export(&app, file).await?);
    Ok(())
}
