//! Every statement on base's own tables.
use crate::{
    db::{Db, Reads, Tx},
    ids::{DeadlineId, EventId, JobId, LinkId, PersonId},
    row, sql,
    subject::{Kind, Subject},
    values,
};
use anyhow::Result;
use jiff::Timestamp;

row! {
    /// Something that was done, by whom, to what.
    #[derive(Debug, Clone)]
    pub struct EventRow {
        pub id: EventId,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub verb: String,
        pub kind: Kind,
        pub subject_id: i64,
        pub detail: Option<String>,
    }
}

impl EventRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

pub(crate) async fn insert_event(tx: &mut Tx, event: &EventRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO events (id, at, person_id, verb, subject_kind, subject_id, detail)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![
            event.id,
            event.at,
            event.person,
            &event.verb,
            event.kind,
            event.subject_id,
            &event.detail
        ],
    )
    .await?;
    Ok(())
}

/// What happened to a subject, oldest first, at most 200.
pub async fn events_of(db: impl Reads, subject: Subject) -> Result<Vec<EventRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, verb, subject_kind, subject_id, detail FROM events
             WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id LIMIT 200"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

pub(crate) async fn event(db: impl Reads, id: EventId) -> Result<Option<EventRow>> {
    db.optional(
        sql!(
            "SELECT id, at, person_id, verb, subject_kind, subject_id, detail FROM events WHERE id = $1"
        ),
        values![id],
    )
    .await
}

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
pub(crate) async fn insert_job(
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

pub(crate) async fn claim_job(
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
pub(crate) async fn next_job_at(db: &Db) -> Result<Option<Timestamp>> {
    let (at,) = db
        .one::<(Option<Timestamp>,)>(
            sql!("SELECT MIN(run_at) FROM jobs WHERE dead_at IS NULL"),
            values![],
        )
        .await?;
    Ok(at)
}

pub(crate) async fn delete_job(tx: &mut Tx, id: JobId) -> Result<()> {
    tx.execute(sql!("DELETE FROM jobs WHERE id = $1"), values![id]).await?;
    Ok(())
}

pub(crate) async fn retry_job(tx: &mut Tx, id: JobId, run_at: Timestamp, why: &str) -> Result<()> {
    tx.execute(
        sql!("UPDATE jobs SET run_at = $2, lease_until = NULL, last_error = $3 WHERE id = $1"),
        values![id, run_at, why],
    )
    .await?;
    Ok(())
}

pub(crate) async fn bury_job(tx: &mut Tx, id: JobId, at: Timestamp, why: &str) -> Result<()> {
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

row! {
    /// Two subjects that belong together, and how.
    #[derive(Debug, Clone)]
    pub struct LinkRow {
        pub id: LinkId,
        pub from_kind: Kind,
        pub from_id: i64,
        pub to_kind: Kind,
        pub to_id: i64,
        pub kind: String,
        pub reason: Option<String>,
    }
}

pub(crate) async fn insert_link(
    tx: &mut Tx,
    link: &LinkRow,
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO links (id, from_kind, from_id, to_kind, to_id, kind, reason, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING"
        ),
        values![
            link.id,
            link.from_kind,
            link.from_id,
            link.to_kind,
            link.to_id,
            &link.kind,
            &link.reason,
            at,
            by
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn links_of(db: impl Reads, subject: Subject) -> Result<Vec<LinkRow>> {
    db.all(
        sql!(
            "SELECT id, from_kind, from_id, to_kind, to_id, kind, reason FROM links
             WHERE (from_kind = $1 AND from_id = $2) OR (to_kind = $1 AND to_id = $2) ORDER BY id LIMIT 100"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

row! {
    /// New text that waits for a moderator.
    #[derive(Debug, Clone)]
    pub struct HoldRow {
        pub kind: Kind,
        pub subject_id: i64,
        pub reason: String,
        pub person: Option<PersonId>,
        pub since: Timestamp,
    }
}

impl HoldRow {
    pub fn subject(&self) -> Subject {
        Subject::new(self.kind, self.subject_id)
    }
}

pub(crate) async fn insert_hold(tx: &mut Tx, hold: &HoldRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO holds (subject_kind, subject_id, reason, person_id, since) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT DO NOTHING"
        ),
        values![hold.kind, hold.subject_id, &hold.reason, hold.person, hold.since],
    )
    .await?;
    Ok(())
}

/// False when nothing was held.
pub(crate) async fn delete_hold(tx: &mut Tx, subject: Subject) -> Result<bool> {
    let rows = tx
        .execute(
            sql!("DELETE FROM holds WHERE subject_kind = $1 AND subject_id = $2"),
            values![subject.kind, subject.id],
        )
        .await?;
    Ok(rows > 0)
}

/// What waits, oldest first.
pub async fn held(db: impl Reads, limit: i64) -> Result<Vec<HoldRow>> {
    db.all(
        sql!(
            "SELECT subject_kind, subject_id, reason, person_id, since FROM holds
             ORDER BY since, subject_id LIMIT $1"
        ),
        values![limit],
    )
    .await
}

row! {
    /// A promise or a duty with a due time.
    #[derive(Debug, Clone)]
    pub struct DeadlineRow {
        pub id: DeadlineId,
        pub kind: Kind,
        pub subject_id: i64,
        pub clock: String,
        pub starts_at: Timestamp,
        pub due_at: Timestamp,
        pub rule: String,
        pub met_at: Option<Timestamp>,
    }
}

pub(crate) async fn insert_deadline(tx: &mut Tx, deadline: &DeadlineRow) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO deadlines (id, subject_kind, subject_id, clock, starts_at, due_at, rule)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"
        ),
        values![
            deadline.id,
            deadline.kind,
            deadline.subject_id,
            &deadline.clock,
            deadline.starts_at,
            deadline.due_at,
            &deadline.rule
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn meet_deadline(
    tx: &mut Tx,
    subject: Subject,
    clock: &str,
    at: Timestamp,
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "UPDATE deadlines SET met_at = $4
                 WHERE subject_kind = $1 AND subject_id = $2 AND clock = $3 AND met_at IS NULL"
            ),
            values![subject.kind, subject.id, clock, at],
        )
        .await?;
    Ok(rows == 1)
}

pub(crate) async fn deadlines_of(db: impl Reads, subject: Subject) -> Result<Vec<DeadlineRow>> {
    db.all(
        sql!(
            "SELECT id, subject_kind, subject_id, clock, starts_at, due_at, rule, met_at FROM deadlines
             WHERE subject_kind = $1 AND subject_id = $2 ORDER BY due_at"
        ),
        values![subject.kind, subject.id],
    )
    .await
}

pub(crate) async fn setting(db: impl Reads, name: &str) -> Result<Option<String>> {
    let found = db
        .optional::<(String,)>(sql!("SELECT value FROM settings WHERE name = $1"), values![name])
        .await?;
    Ok(found.map(|(value,)| value))
}

pub(crate) async fn put_setting(
    tx: &mut Tx,
    (name, value): (&str, &str),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO settings (name, value, at, person_id) VALUES ($1, $2, $3, $4)
             ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = excluded.at, person_id = excluded.person_id"
        ),
        values![name, value, at, by],
    )
    .await?;
    Ok(())
}

row! {
    /// A form that was sent by someone who was not, or no longer, signed in.
    #[derive(Debug, Clone)]
    pub struct ParkedRow {
        pub path: String,
        pub body: String,
    }
}

pub(crate) async fn insert_parked(
    tx: &mut Tx,
    token_hash: &str,
    form: &ParkedRow,
    expires_at: Timestamp,
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO parked_forms (token_hash, path, body, expires_at) VALUES ($1, $2, $3, $4)"
        ),
        values![token_hash, &form.path, &form.body, expires_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn parked(
    db: impl Reads,
    token_hash: &str,
    now: Timestamp,
) -> Result<Option<ParkedRow>> {
    db.optional(
        sql!("SELECT path, body FROM parked_forms WHERE token_hash = $1 AND expires_at > $2"),
        values![token_hash, now],
    )
    .await
}

pub(crate) async fn delete_parked(tx: &mut Tx, token_hash: &str) -> Result<()> {
    tx.execute(sql!("DELETE FROM parked_forms WHERE token_hash = $1"), values![token_hash]).await?;
    Ok(())
}

pub(crate) async fn delete_expired_parked(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    tx.execute(sql!("DELETE FROM parked_forms WHERE expires_at <= $1"), values![now]).await
}

pub(crate) async fn count_parked(db: impl Reads) -> Result<i64> {
    Ok(db.one::<(i64,)>(sql!("SELECT COUNT(*) FROM parked_forms"), values![]).await?.0)
}
