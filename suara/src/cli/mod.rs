//! The command line: what an operator can ask for.
mod backup;
mod doctor;
mod export;
pub mod import;
mod lock;
mod new_key;
mod restore;
mod serve;

use anyhow::{Context, Result};
use base::config::{Choices, Config};
use clap::{Args, Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// Saatnya warga bersuara: a community newsroom in one program.
#[derive(Parser)]
#[command(name = "suara", version, about)]
struct Line {
    #[command(flatten)]
    where_: Where,
    #[command(subcommand)]
    command: Command,
}

/// Where things are. Each can also stand in the environment (SUARA_…) or in a file (`--config`).
#[derive(Args)]
struct Where {
    /// Folder of the embedded database, the pictures and the outbox [default: ./data]
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// PostgreSQL to use in place of the embedded database: postgres://user@host/name
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, global = true, value_name = "ADDR:PORT")]
    listen: Option<String>,
    /// The public address, for e-mails and links [default: http:// and where it listens]
    #[arg(long, global = true, value_name = "URL")]
    address: Option<String>,
    /// A file with these and the other choices [default: suara.toml in the folder where Suara is started, if there]
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site.
    Serve(serve::Serve),
    /// Say what is wrong with this installation and how to put it right.
    Doctor,
    /// Write a consistent copy of everything to one file, also while the site is served.
    Backup { file: PathBuf },
    /// Make another key for the vault, when the one before may be known to others or is lost.
    NewKey,
    /// Write every public list to one file that anyone may have.
    Export { file: PathBuf },
    /// Bring a copy back into an empty house, or only check it.
    Restore(restore::Restore),
    /// Bring in an old page or a whole archive.
    Import(import::Import),
}

/// Runs the command; a failure is told in a sentence and its causes.
pub fn main() -> ExitCode {
    let line = Line::parse();
    let ran = line.where_.settle().and_then(|config| run(config, line.command));
    match ran {
        Ok(code) => code,
        Err(error) => {
            eprintln!("suara: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(config: Config, command: Command) -> Result<ExitCode> {
    base::logs::start(config.log_format);
    match command {
        Command::Serve(serve) => serve.run(config).await,
        Command::Doctor => doctor::run(config).await,
        Command::Backup { file } => backup::run(config, &file).await,
        Command::NewKey => new_key::run(config).await,
        Command::Export { file } => export::run(config, &file).await,
        Command::Restore(restore) => restore.run(config).await,
        Command::Import(import) => return import.run(config).await,
    }?;
    Ok(ExitCode::SUCCESS)
}

impl Where {
    /// The command line wins over the environment, the environment over the file.
    fn settle(&self) -> Result<Config> {
        let line = Choices {
            data: self.data.clone(),
            database: self.database.clone(),
            listen: self.listen.clone(),
            address: self.address.clone(),
            ..Choices::default()
        };
        let chosen = line.or(Choices::from_environment()?);
        let usual = PathBuf::from("suara.toml");
        let file = self.config.clone().or_else(|| usual.exists().then_some(usual));
        let file = file.map(|path| Choices::from_file(&path)).transpose()?;
        chosen.or(file.unwrap_or_default()).settle().context("the configuration")
    }
}
