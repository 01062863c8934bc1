//! Statements on pictures and their files.
use crate::{
    attachment::Made,
    picture::{Format, KeptFile, NewPicture, Withheld},
};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{PersonId, PictureId},
    jiff::Timestamp,
    row, sql, values,
};

row! {
    /// A picture's words.
    pub struct PictureRow {
        pub id: PictureId,
        pub alt: String,
        pub caption: String,
        pub credit: String,
        pub licence: String,
        pub consent: String,
        pub made: Made,
    }
}

row! {
    /// One file of a picture.
    #[derive(Clone)]
    pub struct FileRow {
        pub picture: PictureId,
        pub format: Format,
        pub width_px: i64,
        pub height_px: i64,
        pub hash: String,
    }
}

pub async fn insert_picture(
    tx: &mut Tx,
    id: PictureId,
    picture: &NewPicture,
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO pictures (id, alt, caption, credit, licence, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![
            id,
            &picture.alt,
            &picture.caption,
            &picture.credit,
            &picture.licence,
            at,
            picture.by
        ],
    )
    .await?;
    Ok(())
}

pub async fn insert_file(tx: &mut Tx, id: PictureId, file: &KeptFile) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO picture_files (picture_id, format, width_px, height_px, hash, size_bytes)
             VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![
            id,
            file.format,
            file.width_px,
            file.height_px,
            &file.hash.to_string(),
            file.size_bytes
        ],
    )
    .await?;
    Ok(())
}

pub async fn pictures(db: impl Reads, ids: &[i64]) -> Result<Vec<PictureRow>> {
    db.all(
        sql!("SELECT id, alt, caption, credit, licence, consent, made FROM pictures WHERE id IN {ids:1}"),
        values![ids],
    )
    .await
}

/// The files of several pictures, the narrowest first.
pub async fn files(db: impl Reads, ids: &[i64]) -> Result<Vec<FileRow>> {
    db.all(
        sql!(
            "SELECT picture_id, format, width_px, height_px, hash FROM picture_files
             WHERE picture_id IN {ids:1} ORDER BY picture_id, width_px"
        ),
        values![ids],
    )
    .await
}

/// What each picture shows, in words.
pub async fn alts(db: impl Reads, ids: &[i64]) -> Result<Vec<(PictureId, String)>> {
    db.all(sql!("SELECT id, alt FROM pictures WHERE id IN {ids:1}"), values![ids]).await
}

/// The hashes of a picture's files.
pub async fn hashes(db: impl Reads, id: PictureId) -> Result<Vec<String>> {
    let sql = sql!("SELECT hash FROM picture_files WHERE picture_id = $1");
    let rows = db.all::<(String,)>(sql, values![id]).await?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

pub async fn delete_files(tx: &mut Tx, id: PictureId) -> Result<()> {
    tx.execute(sql!("DELETE FROM picture_files WHERE picture_id = $1"), values![id]).await?;
    Ok(())
}

pub async fn delete_picture(tx: &mut Tx, id: PictureId) -> Result<()> {
    tx.execute(sql!("DELETE FROM pictures WHERE id = $1"), values![id]).await?;
    Ok(())
}

/// What is said of a picture: caption, what is seen, consent.
pub async fn say_of_picture(
    tx: &mut Tx,
    id: PictureId,
    (caption, alt, consent): (&str, &str, &str),
    made: Made,
) -> Result<()> {
    tx.execute(
        sql!("UPDATE pictures SET caption = $2, alt = $3, consent = $4, made = $5 WHERE id = $1"),
        values![id, caption, alt, consent, made],
    )
    .await?;
    Ok(())
}

/// Whoever sent these is known no more.
pub async fn forget_pictures(tx: &mut Tx, person: PersonId) -> Result<()> {
    let sql = sql!("UPDATE pictures SET person_id = NULL WHERE person_id = $1");
    tx.execute(sql, values![person]).await?;
    Ok(())
}

/// Holds the rows until the transaction ends: what decides whether a picture is shown is asked after that.
pub async fn hold(tx: &mut Tx, ids: &[i64]) -> Result<()> {
    let sql = sql!("UPDATE pictures SET withheld = withheld WHERE id IN {ids:1}");
    tx.execute(sql, values![ids]).await?;
    Ok(())
}

pub async fn set_withheld(tx: &mut Tx, id: PictureId, why: Option<Withheld>) -> Result<()> {
    let sql = sql!("UPDATE pictures SET withheld = $2 WHERE id = $1");
    tx.execute(sql, values![id, why]).await?;
    Ok(())
}
