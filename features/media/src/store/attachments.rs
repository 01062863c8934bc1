//! Statements on what hangs on a subject, or waits under the mark of a form.
use crate::{
    picture::{Format, Withheld},
    sniff::SoundFormat,
};
use anyhow::Result;
use base::{
    blobs::BlobHash,
    db::{Reads, Tx},
    ids::{AttachmentId, PersonId, PictureId, RecordingId},
    jiff::Timestamp,
    row, sql,
    subject::{Kind, Subject},
    values,
};

row! {
    /// A picture or a recording, and where it hangs.
    #[derive(Clone, PartialEq)]
    pub struct AttachmentRow {
        pub id: AttachmentId,
        pub kind: Option<Kind>,
        pub subject: Option<i64>,
        pub picture: Option<PictureId>,
        pub recording: Option<RecordingId>,
        pub secret: String,
    }
}

row! {
    /// What a file hangs on; all empty: on nothing that is attached, so whoever shows the picture answers for it.
    #[derive(Clone, PartialEq)]
    pub struct HolderRow {
        pub attachment: Option<AttachmentId>,
        pub kind: Option<Kind>,
        pub subject: Option<i64>,
        /// Why a picture that hangs on nothing is not shown.
        pub withheld: Option<Withheld>,
    }
}

/// What is new and waits under the mark of a form.
pub struct NewAttachment<'a> {
    pub id: AttachmentId,
    pub mark_hash: &'a str,
    pub expires_at: Timestamp,
    pub picture: Option<PictureId>,
    pub recording: Option<RecordingId>,
    pub secret: &'a str,
    pub size_bytes: i64,
    pub at: Timestamp,
    pub by: Option<PersonId>,
}

pub async fn insert_attachment(tx: &mut Tx, new: &NewAttachment<'_>) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO attachments (id, mark_hash, expires_at, picture_id, recording_id, secret, size_bytes, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            new.id,
            new.mark_hash,
            new.expires_at,
            new.picture,
            new.recording,
            new.secret,
            new.size_bytes,
            new.at,
            new.by
        ],
    )
    .await?;
    Ok(())
}

pub async fn under_mark(db: impl Reads, mark_hash: &str) -> Result<Vec<AttachmentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, picture_id, recording_id, secret FROM attachments
             WHERE mark_hash = $1 ORDER BY id"
        ),
        values![mark_hash],
    )
    .await
}

pub async fn on_subject(db: impl Reads, subject: Subject) -> Result<Vec<AttachmentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, picture_id, recording_id, secret FROM attachments
             WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

pub async fn attachment(db: impl Reads, id: AttachmentId) -> Result<Option<AttachmentRow>> {
    db.optional(
        sql!(
            "SELECT id, subject_kind, subject_id, picture_id, recording_id, secret FROM attachments
             WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// How many wait under a mark, and their bytes as they were sent.
pub async fn weight_under(db: impl Reads, mark_hash: &str) -> Result<(i64, i64)> {
    let found = db
        .optional::<(i64, i64)>(
            sql!(
                "SELECT COUNT(*), CAST(COALESCE(SUM(size_bytes), 0) AS BIGINT) FROM attachments
                 WHERE mark_hash = $1"
            ),
            values![mark_hash],
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// The same of what hangs on a subject.
pub async fn weight_on(db: impl Reads, subject: Subject) -> Result<(i64, i64)> {
    let found = db
        .optional::<(i64, i64)>(
            sql!(
                "SELECT COUNT(*), CAST(COALESCE(SUM(size_bytes), 0) AS BIGINT) FROM attachments
                 WHERE subject_kind = $1 AND subject_id = $2"
            ),
            values![subject.kind, subject.id],
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// How many wait under any mark.
pub async fn count_waiting(db: impl Reads) -> Result<i64> {
    let found = db
        .optional::<(i64,)>(
            sql!("SELECT COUNT(*) FROM attachments WHERE expires_at IS NOT NULL"),
            values![],
        )
        .await?;
    Ok(found.map_or(0, |(count,)| count))
}

/// What waits under a mark tells no more who sent its pictures.
pub async fn unname_pictures(tx: &mut Tx, mark_hash: &str) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE pictures SET person_id = NULL
             WHERE id IN (SELECT picture_id FROM attachments WHERE mark_hash = $1 AND picture_id IS NOT NULL)"
        ),
        values![mark_hash],
    )
    .await?;
    Ok(())
}

/// The same of recordings.
pub async fn unname_recordings(tx: &mut Tx, mark_hash: &str) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE recordings SET person_id = NULL
             WHERE id IN (SELECT recording_id FROM attachments WHERE mark_hash = $1 AND recording_id IS NOT NULL)"
        ),
        values![mark_hash],
    )
    .await?;
    Ok(())
}

/// Whoever sent these is known no more.
pub async fn forget_attached(tx: &mut Tx, person: PersonId) -> Result<()> {
    let sql = sql!("UPDATE attachments SET person_id = NULL WHERE person_id = $1");
    tx.execute(sql, values![person]).await?;
    Ok(())
}

/// What waited under a mark hangs on a subject from now on. Who sent it is for the feature of the subject to know.
pub async fn hang(tx: &mut Tx, mark_hash: &str, subject: Subject) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE attachments SET subject_kind = $2, subject_id = $3, mark_hash = NULL, expires_at = NULL,
                    person_id = NULL
             WHERE mark_hash = $1"
        ),
        values![mark_hash, subject.kind, subject.id],
    )
    .await?;
    Ok(())
}

/// What hung on one subject hangs on another.
pub async fn move_on(tx: &mut Tx, from: Subject, to: Subject) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE attachments SET subject_kind = $3, subject_id = $4
             WHERE subject_kind = $1 AND subject_id = $2"
        ),
        values![from.kind, from.id, to.kind, to.id],
    )
    .await?;
    Ok(())
}

pub async fn delete_attachment(tx: &mut Tx, id: AttachmentId) -> Result<()> {
    tx.execute(sql!("DELETE FROM attachments WHERE id = $1"), values![id]).await?;
    Ok(())
}

/// Forms that were never sent.
pub async fn expired(db: impl Reads, now: Timestamp) -> Result<Vec<AttachmentRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, picture_id, recording_id, secret FROM attachments
             WHERE expires_at < $1 ORDER BY expires_at LIMIT 200"
        ),
        values![now],
    )
    .await
}

/// What the pictures with this file hang on.
pub async fn holders_of_picture(
    db: impl Reads,
    (hash, format): (BlobHash, Format),
) -> Result<Vec<HolderRow>> {
    db.all(
        sql!(
            "SELECT a.id, a.subject_kind, a.subject_id, p.withheld FROM picture_files f
             JOIN pictures p ON p.id = f.picture_id LEFT JOIN attachments a ON a.picture_id = f.picture_id
             WHERE f.hash = $1 AND f.format = $2 LIMIT 50"
        ),
        values![&hash.to_string(), format],
    )
    .await
}

/// What the recordings with this file hang on.
pub async fn holders_of_recording(
    db: impl Reads,
    (hash, format): (BlobHash, SoundFormat),
) -> Result<Vec<HolderRow>> {
    db.all(
        sql!(
            "SELECT a.id, a.subject_kind, a.subject_id, CAST(NULL AS TEXT) FROM recordings r
             JOIN attachments a ON a.recording_id = r.id
             WHERE r.hash = $1 AND r.format = $2 LIMIT 50"
        ),
        values![&hash.to_string(), format],
    )
    .await
}

/// Whether the attachment with this secret has this file as a picture.
pub async fn has_picture(
    db: impl Reads,
    secret: &str,
    (hash, format): (BlobHash, Format),
) -> Result<bool> {
    let found = db
        .optional::<(AttachmentId,)>(
            sql!(
                "SELECT a.id FROM attachments a JOIN picture_files f ON f.picture_id = a.picture_id
                 WHERE a.secret = $1 AND f.hash = $2 AND f.format = $3 LIMIT 1"
            ),
            values![secret, &hash.to_string(), format],
        )
        .await?;
    Ok(found.is_some())
}

/// The same as a recording.
pub async fn has_recording(
    db: impl Reads,
    secret: &str,
    (hash, format): (BlobHash, SoundFormat),
) -> Result<bool> {
    let found = db
        .optional::<(AttachmentId,)>(
            sql!(
                "SELECT a.id FROM attachments a JOIN recordings r ON r.id = a.recording_id
                 WHERE a.secret = $1 AND r.hash = $2 AND r.format = $3"
            ),
            values![secret, &hash.to_string(), format],
        )
        .await?;
    Ok(found.is_some())
}
