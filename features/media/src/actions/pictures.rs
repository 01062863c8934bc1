//! Keeping a picture whose sizes were made elsewhere: the demonstration, an import.
use super::receive::put;
use crate::{
    picture::{KeptFile, NewPicture, Withheld},
    store,
};
use anyhow::Context;
use base::{app::App, db::Tx, ids::PictureId, refusal::Outcome};

/// Checks a picture, writes its files to disk and then its rows: what a row names is there.
pub async fn add(app: &App, picture: NewPicture) -> Outcome<PictureId> {
    picture.check()?;
    let (blobs, files) = (app.blobs.clone(), picture.files.clone());
    let kept =
        tokio::task::spawn_blocking(move || anyhow::Ok((blobs.hold()?, put(&blobs, files)?)));
    let (_held, files) = kept.await.context("writing a picture ended")??;
    let mut tx = app.db.begin().await?;
    let id = write(app, &mut tx, &picture, &files).await?;
    tx.commit().await?;
    Ok(id)
}

/// Holds pictures until the caller's transaction ends, before it asks what shows them.
pub async fn hold(tx: &mut Tx, ids: &[PictureId]) -> anyhow::Result<()> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    store::hold(tx, &ids).await
}

/// Takes a picture that hangs on nothing from sight, or shows it again (`None`). Copies that browsers have stay with
/// them.
pub async fn withhold(tx: &mut Tx, id: PictureId, why: Option<Withheld>) -> anyhow::Result<()> {
    store::set_withheld(tx, id, why).await
}

/// The rows of a picture whose files are on disk.
pub(super) async fn write(
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
