//! Taking files from the disk once no row names them.
use super::attach::take_away;
use crate::store;
use anyhow::{Context, Result};
use base::{
    app::App,
    blobs::BlobHash,
    jiff::SignedDuration,
    jobs::{Job, JobError},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeSet, HashSet},
    path::PathBuf,
};

/// Deletes those of these files that nothing names any more.
pub(super) async fn clear(app: &App, hashes: &[String]) -> Result<()> {
    let blobs = app.blobs.clone();
    let alone = tokio::task::spawn_blocking(move || blobs.alone());
    let _alone = alone.await.context("waiting for the folder of files ended")??;
    let mut gone = vec![];
    for hash in hashes {
        let hash: BlobHash = hash.parse().map_err(|_| anyhow::anyhow!("{hash} is no hash"))?;
        if !store::is_named(&app.db, hash).await? {
            gone.push(hash);
        }
    }
    let blobs = app.blobs.clone();
    let deleting = tokio::task::spawn_blocking(move || {
        gone.into_iter().try_for_each(|hash| blobs.delete(hash))
    });
    deleting.await.context("deleting files ended")?
}

/// The files of something that was taken away: its rows are gone, this is in the same transaction.
#[derive(Serialize, Deserialize)]
pub(crate) struct Clear {
    pub hashes: Vec<String>,
}

impl Job for Clear {
    const KIND: &'static str = "media.clear";

    async fn run(self, app: &App) -> Result<(), JobError> {
        Ok(clear(app, &self.hashes).await?)
    }
}

/// What was sent with forms that never were, pieces of files that never came whole, and what a killed program left.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sweep;

impl Job for Sweep {
    const KIND: &'static str = "media.sweep";

    async fn run(self, app: &App) -> Result<(), JobError> {
        forget(app).await?;
        pieces(app).await?;
        Ok(leftovers(app).await?)
    }
}

async fn forget(app: &App) -> Result<()> {
    let now = app.now();
    loop {
        let old = store::expired(&app.db, now).await?;
        if old.is_empty() {
            break;
        }
        let mut tx = app.db.begin().await?;
        for row in old {
            take_away(app, &mut tx, &row).await?;
        }
        tx.commit().await?;
    }
    let mut tx = app.db.begin().await?;
    store::delete_expired_uploads(&mut tx, now).await?;
    let before = app.config.zone.date(now - SignedDuration::from_hours(48));
    store::forget_days(&mut tx, before).await?;
    tx.commit().await
}

/// Where pieces lie.
pub(super) fn folder(app: &App) -> PathBuf {
    app.config.data.join("uploads")
}

async fn pieces(app: &App) -> Result<()> {
    let folder = folder(app);
    let list = folder.clone();
    let found = tokio::task::spawn_blocking(move || names(&list));
    let found = found.await.context("looking for pieces ended")??;
    // Asked after the folder: a row comes before its file.
    let named: HashSet<String> =
        store::arriving(&app.db).await?.iter().map(ToString::to_string).collect();
    let deleting = tokio::task::spawn_blocking(move || {
        let mut stray = found.into_iter().filter(|name| !named.contains(name));
        stray.try_for_each(|name| std::fs::remove_file(folder.join(name)))
    });
    Ok(deleting.await.context("deleting pieces ended")??)
}

fn names(folder: &std::path::Path) -> std::io::Result<Vec<String>> {
    let Ok(files) = std::fs::read_dir(folder) else { return Ok(vec![]) };
    files.map(|file| Ok(file?.file_name().to_string_lossy().into_owned())).collect()
}

async fn leftovers(app: &App) -> Result<()> {
    let blobs = app.blobs.clone();
    let all = tokio::task::spawn_blocking(move || {
        let _alone = blobs.alone()?;
        blobs.delete_halves()?;
        blobs.all()
    });
    let all = all.await.context("looking through the files ended")??;
    let mut unnamed: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
    let mut last = String::new();
    loop {
        let named = store::named_after(&app.db, &last).await?;
        let Some(end) = named.last().cloned() else { break };
        named.iter().for_each(|hash| {
            unnamed.remove(hash);
        });
        last = end;
    }
    let unnamed: Vec<String> = unnamed.into_iter().collect();
    if unnamed.is_empty() { Ok(()) } else { clear(app, &unnamed).await }
}
