//! Keeping a picture.
use crate::{
    picture::{KeptFile, NewPicture},
    store,
};
use anyhow::Context;
use base::{app::App, db::Tx, ids::PictureId, refusal::Outcome};

/// Checks a picture, writes its files to disk and then its rows: what a row names is there.
pub async fn add(app: &App, picture: NewPicture) -> Outcome<PictureId> {
    let files = keep_files(app, &picture).await?;
    let mut tx = app.db.begin().await?;
    let id = write(app, &mut tx, &picture, &files).await?;
    tx.commit().await?;
    Ok(id)
}

/// The first half of `add`, before a transaction begins: the files, checked and on disk.
pub async fn keep_files(app: &App, picture: &NewPicture) -> Outcome<Vec<KeptFile>> {
    picture.check()?;
    let blobs = app.blobs.clone();
    let files = picture.files.clone();
    let kept = tokio::task::spawn_blocking(move || {
        let keep = |file: crate::NewFile| {
            Ok(KeptFile {
                format: file.format,
                width_px: file.width,
                height_px: file.height,
                hash: blobs.put(&file.bytes)?,
                size_bytes: i64::try_from(file.bytes.len())?,
            })
        };
        files.into_iter().map(keep).collect::<anyhow::Result<Vec<KeptFile>>>()
    });
    Ok(kept.await.context("writing a picture ended")??)
}

/// The second half of `add`, in the caller's transaction.
pub async fn write(
    app: &App,
    tx: &mut Tx,
    picture: &NewPicture,
    files: &[KeptFile],
) -> anyhow::Result<PictureId> {
    let id: PictureId = app.make_id();
    store::insert_picture(tx, id, picture, app.now()).await?;
    for file in files {
        store::insert_file(tx, id, file).await?;
    }
    Ok(id)
}
