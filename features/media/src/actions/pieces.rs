//! A file that comes in pieces, because the line breaks: each piece is on disk before it is acknowledged, and a piece
//! that comes again changes nothing.
use super::{clear::folder, receive};
use crate::{
    attachment::{EACH_MAX, WAITING_MAX, WAITS, mark_hash},
    sniff::Fault,
    sound::SOUND_BYTES_MAX,
    store::{self, UploadRow},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    ids::{AttachmentId, PersonId, UploadId},
    refusal::{Outcome, Refusal},
};
use std::{
    fs::{self, File},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

const ONCE_LETTERS_MAX: usize = 64;

/// A piece as it was sent.
pub(crate) struct Piece {
    pub mark: String,
    /// Tells this file from others of the same form.
    pub once: String,
    /// Of the whole file.
    pub size: u64,
    /// Where this piece begins.
    pub from: u64,
    pub bytes: Vec<u8>,
}

/// How far a file has come.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// So many bytes are on disk; the next piece begins there.
    Bytes(i64),
    Whole(AttachmentId),
    /// It was whole and was not taken; nothing of it is left.
    Refused(Fault),
}

/// Where to go on after the line broke; nothing begun: 0.
pub(crate) async fn arrived_so_far(app: &App, mark: &str, once: &str) -> Outcome<Arrival> {
    let mark_hash = mark_hash(mark).ok_or(Refusal::Malformed("refusal-broken-form"))?;
    let found = store::upload(&app.db, (&mark_hash, once)).await?;
    Ok(match found {
        None => Arrival::Bytes(0),
        Some(UploadRow { attachment: Some(id), .. }) => Arrival::Whole(id),
        Some(upload) => Arrival::Bytes(upload.arrived_bytes),
    })
}

pub(crate) async fn take_piece(app: &App, by: Option<PersonId>, piece: Piece) -> Outcome<Arrival> {
    let mark_hash = mark_hash(&piece.mark).ok_or(Refusal::Malformed("refusal-broken-form"))?;
    let once_right = (1..=ONCE_LETTERS_MAX).contains(&piece.once.len())
        && piece.once.bytes().all(|byte| byte.is_ascii_graphic());
    if !once_right || piece.size == 0 {
        return Err(Refusal::Malformed("refusal-broken-form").into());
    }
    if piece.size > u64::try_from(SOUND_BYTES_MAX).unwrap_or(u64::MAX) {
        return Ok(Arrival::Refused(Fault::TooLarge));
    }
    let upload = match begun(app, (&mark_hash, by), &piece).await? {
        Ok(upload) => upload,
        Err(fault) => return Ok(Arrival::Refused(fault)),
    };
    if let Some(id) = upload.attachment {
        return Ok(Arrival::Whole(id));
    }
    let arrived = add(app, &upload, &piece).await?;
    if arrived < upload.size_bytes {
        return Ok(Arrival::Bytes(arrived));
    }
    let form = receive::Under { mark_hash: &mark_hash, by };
    Ok(finish(app, form, &upload).await?)
}

/// The row of this file, made with its first piece.
async fn begun(
    app: &App,
    (mark_hash, by): (&str, Option<PersonId>),
    piece: &Piece,
) -> Result<Result<UploadRow, Fault>> {
    let names = (mark_hash, piece.once.as_str());
    if let Some(found) = store::upload(&app.db, names).await? {
        return Ok(Ok(found));
    }
    let (own, all) = store::count_uploads(&app.db, mark_hash).await?;
    if own >= EACH_MAX {
        return Ok(Err(Fault::Enough));
    }
    if all >= WAITING_MAX {
        return Ok(Err(Fault::Busy));
    }
    let new = UploadRow {
        id: app.make_id(),
        size_bytes: i64::try_from(piece.size)?,
        arrived_bytes: 0,
        attachment: None,
    };
    let mut tx = app.db.begin().await?;
    let made = store::insert_upload(&mut tx, names, &new, (app.now() + WAITS, by)).await?;
    tx.commit().await?;
    if made {
        return Ok(Ok(new));
    }
    let found = store::upload(&app.db, names).await?;
    Ok(Ok(found.context("an upload was neither made nor found")?))
}

/// Writes a piece that goes on where the last ended; any other changes nothing. How far the file has come.
async fn add(app: &App, upload: &UploadRow, piece: &Piece) -> Result<i64> {
    let from = i64::try_from(piece.from)?;
    let to = from + i64::try_from(piece.bytes.len())?;
    if from != upload.arrived_bytes || to > upload.size_bytes {
        return Ok(upload.arrived_bytes);
    }
    let (path, bytes, at) = (place(app, upload.id), piece.bytes.clone(), piece.from);
    let writing = tokio::task::spawn_blocking(move || write_at(&path, at, &bytes));
    writing.await.context("writing a piece ended")??;
    let mut tx = app.db.begin().await?;
    let noted = store::advance(&mut tx, upload.id, (from, to)).await?;
    tx.commit().await?;
    Ok(if noted { to } else { from })
}

fn place(app: &App, id: UploadId) -> PathBuf {
    folder(app).join(id.to_string())
}

/// Returns once the bytes are on disk.
fn write_at(path: &Path, at: u64, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)?;
    let mut file = File::options().create(true).truncate(false).write(true).open(path)?;
    file.seek(SeekFrom::Start(at))?;
    file.write_all(bytes)?;
    file.sync_all()?;
    File::open(folder)?.sync_all()
}

/// It is whole: looked at as any file, then its pieces are gone, taken or not.
async fn finish(app: &App, form: receive::Under<'_>, upload: &UploadRow) -> Result<Arrival> {
    let path = place(app, upload.id);
    let size = u64::try_from(upload.size_bytes)?;
    let read = {
        let path = path.clone();
        move || fs::read(path)
    };
    let taken = receive::take(app, form, (size, read)).await?;
    let mut tx = app.db.begin().await?;
    let arrival = match taken {
        Ok(id) => {
            store::arrived(&mut tx, upload.id, id).await?;
            Arrival::Whole(id)
        }
        // Not the file's fault: its pieces stay for another try.
        Err(Fault::Busy) => return Ok(Arrival::Refused(Fault::Busy)),
        Err(fault) => {
            store::delete_upload(&mut tx, upload.id).await?;
            Arrival::Refused(fault)
        }
    };
    tx.commit().await?;
    let deleting = tokio::task::spawn_blocking(move || fs::remove_file(path));
    // The sweep takes what is still there.
    let _ = deleting.await;
    Ok(arrival)
}
