//! Statements on files that arrive in pieces, and on what each account sent on a day.
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AttachmentId, PersonId, UploadId},
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

row! {
    /// A file that is arriving, or that has arrived as an attachment.
    #[derive(Clone, PartialEq)]
    pub struct UploadRow {
        pub id: UploadId,
        pub size_bytes: i64,
        pub arrived_bytes: i64,
        pub attachment: Option<AttachmentId>,
    }
}

pub async fn upload(db: impl Reads, (mark_hash, once): (&str, &str)) -> Result<Option<UploadRow>> {
    db.optional(
        sql!(
            "SELECT id, size_bytes, arrived_bytes, attachment_id FROM uploads
             WHERE mark_hash = $1 AND once_key = $2"
        ),
        values![mark_hash, once],
    )
    .await
}

/// Begins one; `false` when the same was begun at the same time.
pub async fn insert_upload(
    tx: &mut Tx,
    (mark_hash, once): (&str, &str),
    new: &UploadRow,
    (expires_at, by): (Timestamp, Option<PersonId>),
) -> Result<bool> {
    let made = tx
        .execute(
            sql!(
                "INSERT INTO uploads (id, mark_hash, once_key, size_bytes, arrived_bytes, expires_at, person_id)
                 VALUES ($1, $2, $3, $4, 0, $5, $6) ON CONFLICT (mark_hash, once_key) DO NOTHING"
            ),
            values![new.id, mark_hash, once, new.size_bytes, expires_at, by],
        )
        .await?;
    Ok(made == 1)
}

/// How many are arriving under a mark, and under any.
pub async fn count_uploads(db: impl Reads, mark_hash: &str) -> Result<(i64, i64)> {
    let found = db
        .optional::<(i64, i64)>(
            sql!(
                "SELECT (SELECT COUNT(*) FROM uploads WHERE mark_hash = $1),
                        (SELECT COUNT(*) FROM uploads)"
            ),
            values![mark_hash],
        )
        .await?;
    Ok(found.unwrap_or_default())
}

/// Notes that bytes are on disk; `false` when another request noted others meanwhile.
pub async fn advance(tx: &mut Tx, id: UploadId, (from, to): (i64, i64)) -> Result<bool> {
    let done = tx
        .execute(
            sql!("UPDATE uploads SET arrived_bytes = $3 WHERE id = $1 AND arrived_bytes = $2"),
            values![id, from, to],
        )
        .await?;
    Ok(done == 1)
}

/// It is whole and hangs in the form; `false` when another request was quicker.
pub async fn arrived(tx: &mut Tx, id: UploadId, attachment: AttachmentId) -> Result<bool> {
    let done = tx
        .execute(
            sql!("UPDATE uploads SET attachment_id = $2 WHERE id = $1 AND attachment_id IS NULL"),
            values![id, attachment],
        )
        .await?;
    Ok(done == 1)
}

pub async fn delete_upload(tx: &mut Tx, id: UploadId) -> Result<()> {
    tx.execute(sql!("DELETE FROM uploads WHERE id = $1"), values![id]).await?;
    Ok(())
}

pub async fn delete_expired_uploads(tx: &mut Tx, now: Timestamp) -> Result<()> {
    tx.execute(sql!("DELETE FROM uploads WHERE expires_at < $1"), values![now]).await?;
    Ok(())
}

/// Those whose pieces lie in the folder.
pub async fn arriving(db: impl Reads) -> Result<Vec<UploadId>> {
    let sql = sql!("SELECT id FROM uploads WHERE attachment_id IS NULL ORDER BY id");
    let rows = db.all::<(UploadId,)>(sql, values![]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Takes bytes from an account's allowance of a day; `false` when there are not so many left.
pub async fn spend(
    tx: &mut Tx,
    (person, day): (PersonId, Date),
    (bytes, allowed): (i64, i64),
) -> Result<bool> {
    let done = tx
        .execute(
            sql!(
                "INSERT INTO upload_days (person_id, day, size_bytes) VALUES ($1, $2, $3)
                 ON CONFLICT (person_id, day) DO UPDATE
                 SET size_bytes = upload_days.size_bytes + excluded.size_bytes
                 WHERE upload_days.size_bytes + excluded.size_bytes <= $4"
            ),
            values![person, day.to_string().as_str(), bytes, allowed],
        )
        .await?;
    Ok(done == 1)
}

pub async fn forget_days(tx: &mut Tx, before: Date) -> Result<()> {
    tx.execute(
        sql!("DELETE FROM upload_days WHERE day < $1"),
        values![before.to_string().as_str()],
    )
    .await?;
    Ok(())
}

/// What came in pieces under a mark tells no more who sent it.
pub async fn unname_uploads(tx: &mut Tx, mark_hash: &str) -> Result<()> {
    let sql = sql!("UPDATE uploads SET person_id = NULL WHERE mark_hash = $1");
    tx.execute(sql, values![mark_hash]).await?;
    Ok(())
}

/// Whoever sent these is known no more.
pub async fn forget_uploads(tx: &mut Tx, person: PersonId) -> Result<()> {
    let sql = sql!("UPDATE uploads SET person_id = NULL WHERE person_id = $1");
    tx.execute(sql, values![person]).await?;
    Ok(())
}

pub async fn forget_days_of(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(sql!("DELETE FROM upload_days WHERE person_id = $1"), values![person]).await?;
    Ok(())
}
