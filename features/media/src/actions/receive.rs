//! Taking in what a form sent: it waits under the form's mark until the form is sent for good.
use super::{clear, work};
use crate::{
    attachment::{DAY_BYTES_MAX, FIELD, Made, Refused, WAITING_MAX, WAITS, mark_hash, room},
    picture::{KeptFile, NewFile, NewPicture},
    sniff::Fault,
    sound::SOUND_BYTES_MAX,
    store::{self, NewAttachment, RecordingRow},
};
use anyhow::{Context, Result};
use base::{
    app::App,
    blobs::BlobHash,
    db::Tx,
    ids::{AttachmentId, PersonId, PictureId, RecordingId},
    limits::Limited,
    refusal::{Failure, FieldErrors, Outcome, Refusal},
    web::{Fields, Form, SentFile, Visit},
};
use std::{
    fs::File,
    io::{Read, Seek},
};

/// Takes the files of a form in; those that were not taken come back with the reason. Nothing of them is left behind.
pub async fn receive(visit: &Visit, mark: &str, files: Vec<SentFile>) -> Outcome<Vec<Refused>> {
    let files: Vec<SentFile> = files.into_iter().filter(|file| file.field == FIELD).collect();
    if files.is_empty() {
        return Ok(vec![]);
    }
    let mark_hash = mark_hash(mark).ok_or(Refusal::Malformed("refusal-broken-form"))?;
    let mut refused = vec![];
    for file in files {
        visit.limit(Limited::Upload)?;
        let form = Under { mark_hash: &mark_hash, by: visit.visitor.id() };
        let name = file.name;
        let bytes = file.bytes;
        if let Err(fault) = take(&visit.app, form, (bytes, move || whole(file.file))).await? {
            refused.push(Refused { name, fault });
        }
    }
    Ok(refused)
}

/// A form whose files were taken in, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Taken {
    pub fields: Fields,
    pub errors: FieldErrors,
    pub refused: Vec<Refused>,
}

impl Taken {
    pub fn all_well(&self) -> bool {
        self.errors.is_empty() && self.refused.is_empty()
    }
}

/// Takes the files of a form in under the mark in its field `once`, and keeps what it says of those that wait already.
pub async fn take_form(visit: &Visit, form: Form) -> Outcome<Taken> {
    let fields = form.fields;
    let mark = fields.line("once");
    let refused = receive(visit, &mark, form.files).await?;
    let waiting = super::waiting(&visit.app.db, &mark).await?;
    let errors = match super::say(&visit.app, &waiting, &fields).await {
        Err(Failure::Refused(Refusal::Invalid(errors))) => errors,
        said => said.map(|()| FieldErrors::default())?,
    };
    Ok(Taken { fields, errors, refused })
}

/// The form that something waits under, and who fills it in.
#[derive(Clone, Copy)]
pub(super) struct Under<'a> {
    pub mark_hash: &'a str,
    pub by: Option<PersonId>,
}

fn whole(mut file: File) -> std::io::Result<Vec<u8>> {
    file.rewind()?;
    let mut bytes = vec![];
    file.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Takes one file in. The outer error is ours, the inner one the sender's.
pub(super) async fn take<F>(
    app: &App,
    form: Under<'_>,
    (size, read): (u64, F),
) -> Result<Result<AttachmentId, Fault>>
where
    F: FnOnce() -> std::io::Result<Vec<u8>> + Send + 'static,
{
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    if let Some(fault) = no_room(app, form, size).await? {
        return Ok(Err(fault));
    }
    let worked = match work::work(read).await {
        Ok(worked) => worked,
        Err(fault) => return Ok(Err(fault)),
    };
    keep(app, form, (size, worked)).await
}

/// Before any work is done: whether it would be kept at all.
async fn no_room(app: &App, form: Under<'_>, size: i64) -> Result<Option<Fault>> {
    if size > i64::try_from(SOUND_BYTES_MAX)? {
        return Ok(Some(Fault::TooLarge));
    }
    let (each, bytes) = room(form.by.is_some());
    let (count, weight) = store::weight_under(&app.db, form.mark_hash).await?;
    if count >= each || weight + size > bytes {
        return Ok(Some(Fault::Enough));
    }
    Ok((store::count_waiting(&app.db).await? >= WAITING_MAX).then_some(Fault::Busy))
}

/// Files first, then the rows that name them, while nobody deletes.
async fn keep(
    app: &App,
    form: Under<'_>,
    (size, worked): (i64, work::Worked),
) -> Result<Result<AttachmentId, Fault>> {
    let blobs = app.blobs.clone();
    let kept = tokio::task::spawn_blocking(move || {
        let held = blobs.hold()?;
        let kept = match worked {
            work::Worked::Picture(files) => Kept::Picture(put(&blobs, files)?),
            work::Worked::Sound(sound) => Kept::Sound {
                hash: blobs.put(&sound.bytes)?,
                size_bytes: i64::try_from(sound.bytes.len())?,
                format: sound.format,
                duration_ms: sound.duration_ms,
            },
        };
        anyhow::Ok((held, kept))
    });
    let (held, kept) = kept.await.context("keeping a file ended")??;
    let mut tx = app.db.begin().await?;
    let day = app.today();
    if let Some(by) = form.by
        && !store::spend(&mut tx, (by, day), (size, DAY_BYTES_MAX)).await?
    {
        drop(tx);
        drop(held);
        clear::clear(app, &kept.hashes()).await?;
        return Ok(Err(Fault::Spent));
    }
    let id = write(app, &mut tx, form, (size, &kept)).await?;
    tx.commit().await?;
    Ok(Ok(id))
}

/// What lies on disk and is to be named.
enum Kept {
    Picture(Vec<KeptFile>),
    Sound { hash: BlobHash, size_bytes: i64, format: crate::SoundFormat, duration_ms: i64 },
}

impl Kept {
    fn hashes(&self) -> Vec<String> {
        match self {
            Kept::Picture(files) => files.iter().map(|file| file.hash.to_string()).collect(),
            Kept::Sound { hash, .. } => vec![hash.to_string()],
        }
    }
}

/// Writes each file of a picture to disk. Blocks.
pub(super) fn put(blobs: &base::blobs::Blobs, files: Vec<NewFile>) -> Result<Vec<KeptFile>> {
    let keep = |file: NewFile| {
        Ok(KeptFile {
            format: file.format,
            width_px: file.width,
            height_px: file.height,
            hash: blobs.put(&file.bytes)?,
            size_bytes: i64::try_from(file.bytes.len())?,
        })
    };
    files.into_iter().map(keep).collect()
}

async fn write(
    app: &App,
    tx: &mut Tx,
    form: Under<'_>,
    (size, kept): (i64, &Kept),
) -> Result<AttachmentId> {
    let (mut picture, mut recording) = (None::<PictureId>, None::<RecordingId>);
    match kept {
        Kept::Picture(files) => {
            let new = NewPicture { by: form.by, ..NewPicture::default() };
            picture = Some(super::write(app, tx, &new, files).await?);
        }
        Kept::Sound { hash, size_bytes, format, duration_ms } => {
            let row = RecordingRow {
                id: app.make_id(),
                format: *format,
                duration_ms: *duration_ms,
                hash: hash.to_string(),
                size_bytes: *size_bytes,
                caption: String::new(),
                transcript: String::new(),
                consent: String::new(),
                made: Made::Camera,
            };
            store::insert_recording(tx, &row, (app.now(), form.by)).await?;
            recording = Some(row.id);
        }
    }
    let id: AttachmentId = app.make_id();
    let new = NewAttachment {
        id,
        mark_hash: form.mark_hash,
        expires_at: app.now() + WAITS,
        picture,
        recording,
        secret: &app.random.token(),
        size_bytes: size,
        at: app.now(),
        by: form.by,
    };
    store::insert_attachment(tx, &new).await?;
    Ok(id)
}
