//! `suara restore FILE`: brings a copy back into an empty house, or with `--check` only proves that it could.
use crate::assemble;
use anyhow::{Result, bail};
use base::{clock::Clock, config::Config, jiff::Timestamp};
use clap::Args;
use std::path::{Path, PathBuf};

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
        if !self.file.is_file() {
            bail!("there is no file {}", self.file.display());
        }
        let made = Made::before(&config);
        let restored = bring_back(&self.file, &config, now).await;
        if restored.is_err() {
            made.take_back(&config);
        }
        restored
    }
}

async fn bring_back(file: &Path, config: &Config, now: Timestamp) -> Result<()> {
    let db = assemble::connect(config).await?;
    let into = portability::House { db: &db, data: &config.data, now };
    println!("{}", portability::restore(file, into).await?);
    if let Some(name) = assemble::other_name(&db, config).await? {
        println!("Mind: {name}.");
    }
    if !config.vault_key().exists() {
        println!(
            "Mind: the vault's key is not in the copy; before the site starts put it at {}, else what was sealed stays closed.",
            config.vault_key().display()
        );
    }
    println!("Restored. Everyone has to sign in again. Start the site: suara serve");
    Ok(())
}

/// What was there before: a copy that is refused leaves nothing behind that was not.
struct Made {
    folder: bool,
    database: bool,
    blobs: bool,
}

impl Made {
    fn before(config: &Config) -> Made {
        let missing = |path: &Path| !path.exists();
        Made {
            folder: missing(&config.data),
            database: config.database.is_none() && missing(&config.sqlite_path()),
            blobs: missing(&config.data.join("blobs")),
        }
    }

    /// Best effort: the failure that is told is the copy's.
    fn take_back(&self, config: &Config) {
        if self.database {
            let file = config.sqlite_path();
            for ending in ["", "-wal", "-shm"] {
                let mut name = file.clone().into_os_string();
                name.push(ending);
                let _ = std::fs::remove_file(PathBuf::from(name));
            }
        }
        if self.blobs {
            let _ = std::fs::remove_dir_all(config.data.join("blobs"));
        }
        if self.folder {
            // Only when it is empty: never what somebody else put there meanwhile.
            let _ = std::fs::remove_dir(&config.data);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::config::Choices;

    #[tokio::test]
    async fn a_copy_that_is_refused_leaves_nothing_behind_and_what_was_there_stays() {
        let around = tempfile::tempdir().unwrap();
        let file = around.path().join("rusak.suara");
        std::fs::write(&file, b"bukan salinan").unwrap();
        let data = around.path().join("data");
        let choices = Choices { data: Some(data.clone()), ..Choices::default() };
        let config = choices.settle().unwrap();
        for (makes, left) in [(false, false), (true, true)] {
            if makes {
                std::fs::create_dir(&data).unwrap();
                std::fs::write(data.join("catatan.txt"), b"milik operator").unwrap();
            }
            let restore = Restore { file: file.clone(), check: false };
            assert!(restore.run(config.clone()).await.is_err());
            assert_eq!(data.exists(), left);
            assert!(!config.sqlite_path().exists());
        }
        assert!(data.join("catatan.txt").exists());
    }
}
