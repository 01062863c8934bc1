//! Statements on recordings.
use crate::{attachment::Made, sniff::SoundFormat};
use anyhow::Result;
use base::{
    blobs::BlobHash,
    db::{Reads, Tx},
    ids::{PersonId, RecordingId},
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// A recording with what is said of it.
    #[derive(Clone, PartialEq)]
    pub struct RecordingRow {
        pub id: RecordingId,
        pub format: SoundFormat,
        pub duration_ms: i64,
        pub hash: String,
        pub size_bytes: i64,
        pub caption: String,
        pub transcript: String,
        pub consent: String,
        pub made: Made,
    }
}

pub async fn insert_recording(
    tx: &mut Tx,
    new: &RecordingRow,
    (at, by): (Timestamp, Option<PersonId>),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO recordings (id, format, duration_ms, hash, size_bytes, caption, transcript, consent, made, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        values![
            new.id,
            new.format,
            new.duration_ms,
            &new.hash,
            new.size_bytes,
            &new.caption,
            &new.transcript,
            &new.consent,
            new.made,
            at,
            by
        ],
    )
    .await?;
    Ok(())
}

pub async fn recordings(db: impl Reads, ids: &[i64]) -> Result<Vec<RecordingRow>> {
    db.all(
        sql!(
            "SELECT id, format, duration_ms, hash, size_bytes, caption, transcript, consent, made
             FROM recordings WHERE id IN {ids:1}"
        ),
        values![ids],
    )
    .await
}

/// What is said of a recording: caption, transcript, consent.
pub async fn say_of_recording(
    tx: &mut Tx,
    id: RecordingId,
    (caption, transcript, consent): (&str, &str, &str),
    made: Made,
) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE recordings SET caption = $2, transcript = $3, consent = $4, made = $5 WHERE id = $1"
        ),
        values![id, caption, transcript, consent, made],
    )
    .await?;
    Ok(())
}

pub async fn delete_recording(tx: &mut Tx, id: RecordingId) -> Result<()> {
    tx.execute(sql!("DELETE FROM recordings WHERE id = $1"), values![id]).await?;
    Ok(())
}

/// Whether some row names this file, a picture's or a recording's.
pub async fn is_named(db: impl Reads, hash: BlobHash) -> Result<bool> {
    let found = db
        .optional::<(i64,)>(
            sql!(
                "SELECT picture_id FROM picture_files WHERE hash = $1
                 UNION ALL SELECT id FROM recordings WHERE hash = $1 LIMIT 1"
            ),
            values![&hash.to_string()],
        )
        .await?;
    Ok(found.is_some())
}

/// The files that rows name, in the order of their hashes, a thousand at a time.
pub async fn named_after(db: impl Reads, hash: &str) -> Result<Vec<String>> {
    let rows = db
        .all::<(String,)>(
            sql!(
                "SELECT hash FROM picture_files WHERE hash > $1
                 UNION SELECT hash FROM recordings WHERE hash > $1 ORDER BY 1 LIMIT 1000"
            ),
            values![hash],
        )
        .await?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

/// Whoever sent these is known no more.
pub async fn forget_recordings(tx: &mut Tx, person: PersonId) -> Result<()> {
    let sql = sql!("UPDATE recordings SET person_id = NULL WHERE person_id = $1");
    tx.execute(sql, values![person]).await?;
    Ok(())
}
