//! Work to do.
use crate::{
    db::{Db, Reads, Tx},
    ids::JobId,
    row, sql, values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// Work that waits, runs, or has died.
    #[derive(Debug, Clone)]
    pub struct JobRow {
        pub id: JobId,
        pub kind: String,
        pub body: String,
        pub run_at: Timestamp,
        pub attempts: i64,
        pub dead_at: Option<Timestamp>,
        pub last_error: Option<String>,
    }
}

/// A second job with the same `once_key` that still waits is not added.
pub async fn insert_job(
    tx: &mut Tx,
    id: JobId,
    (kind, body): (&str, &str),
    once_key: Option<&str>,
    run_at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO jobs (id, kind, body, once_key, run_at, attempts) VALUES ($1, $2, $3, $4, $5, 0)
             ON CONFLICT DO NOTHING"
        ),
        values![id, kind, body, once_key, run_at],
    )
    .await?;
    Ok(())
}

pub async fn claim_job(
    tx: &mut Tx,
    now: Timestamp,
    lease_until: Timestamp,
) -> Result<Option<JobRow>> {
    tx.optional(
        sql!(
            "UPDATE jobs SET lease_until = $2, attempts = attempts + 1 WHERE id = (
               SELECT id FROM jobs WHERE dead_at IS NULL AND run_at <= $1
                 AND (lease_until IS NULL OR lease_until < $1)
               ORDER BY run_at, id LIMIT 1 {skip_locked})
             RETURNING id, kind, body, run_at, attempts, dead_at, last_error"
        ),
        values![now, lease_until],
    )
    .await
}

/// When the next waiting job wants to run.
pub async fn next_job_at(db: &Db) -> Result<Option<Timestamp>> {
    let (at,) = db
        .one::<(Option<Timestamp>,)>(
            sql!("SELECT MIN(run_at) FROM jobs WHERE dead_at IS NULL"),
            values![],
        )
        .await?;
    Ok(at)
}

/// Puts a claimed job back as if nobody had tried it.
pub async fn postpone_job(tx: &mut Tx, id: JobId, run_at: Timestamp) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE jobs SET run_at = $2, lease_until = NULL, attempts = attempts - 1 WHERE id = $1"
        ),
        values![id, run_at],
    )
    .await?;
    Ok(())
}

pub async fn delete_job(tx: &mut Tx, id: JobId) -> Result<()> {
    tx.execute(sql!("DELETE FROM jobs WHERE id = $1"), values![id]).await?;
    Ok(())
}

pub async fn retry_job(tx: &mut Tx, id: JobId, run_at: Timestamp, why: &str) -> Result<()> {
    tx.execute(
        sql!("UPDATE jobs SET run_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1"),
        values![id, run_at, why],
    )
    .await?;
    Ok(())
}

pub async fn bury_job(tx: &mut Tx, id: JobId, at: Timestamp, why: &str) -> Result<()> {
    tx.execute(
        sql!(
            "UPDATE jobs SET dead_at = $2, lease_until = NULL, once_key = NULL, last_error = $3 WHERE id = $1"
        ),
        values![id, at, why],
    )
    .await?;
    Ok(())
}

/// Jobs that gave up, newest first: what the operator must look at.
pub async fn dead_jobs(db: impl Reads) -> Result<Vec<JobRow>> {
    db.all(
        sql!(
            "SELECT id, kind, body, run_at, attempts, dead_at, last_error FROM jobs
             WHERE dead_at IS NOT NULL ORDER BY dead_at DESC LIMIT 200"
        ),
        values![],
    )
    .await
}

/// Jobs that wait or run, and those that gave up.
pub async fn count_jobs(db: impl Reads) -> Result<(i64, i64)> {
    db.one(
        sql!(
            "SELECT CAST(COALESCE(SUM(CASE WHEN dead_at IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT),
                    CAST(COALESCE(SUM(CASE WHEN dead_at IS NULL THEN 0 ELSE 1 END), 0) AS BIGINT)
             FROM jobs"
        ),
        values![],
    )
    .await
}

/// Gives a dead job new life; false when there is no such dead job.
pub async fn revive_job(tx: &mut Tx, id: JobId, now: Timestamp) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE jobs SET dead_at = NULL, attempts = 0, run_at = $2 WHERE id = $1 AND dead_at IS NOT NULL"
            ),
            values![id, now],
        )
        .await?;
    Ok(rows == 1)
}
