//! Work that is done later: written in the transaction that wants it, tried again when it fails, visible when it dies.
#[cfg(test)]
mod tests;
mod worker;

use crate::{app::App, db::Tx, refusal::Failure, store};
use anyhow::Result;
use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;

pub use worker::{Worker, run_due};

/// Tries before a job is dead; with the waits below that is about a day.
pub(crate) const ATTEMPTS_MAX: i64 = 10;

/// A piece of work. `KIND` is stored: renaming it is a migration.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    const KIND: &'static str;

    /// One waiting copy per key: `Some("nightly")`. Absent: every call adds one.
    fn once_key(&self) -> Option<String> {
        None
    }

    fn run(self, app: &App) -> impl Future<Output = Result<(), JobError>> + Send;
}

/// Why a job did not succeed, and whether trying again can help.
#[derive(Debug)]
pub enum JobError {
    Retry(anyhow::Error),
    GiveUp(anyhow::Error),
}

impl JobError {
    pub fn give_up(why: impl Into<String>) -> JobError {
        JobError::GiveUp(anyhow::anyhow!(why.into()))
    }
}

impl From<anyhow::Error> for JobError {
    fn from(error: anyhow::Error) -> Self {
        JobError::Retry(error)
    }
}

/// A refusal stays one however often it is asked; a fault may pass.
impl From<Failure> for JobError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Fault(error) => JobError::Retry(error),
            Failure::Refused(refusal) => JobError::give_up(refusal.to_string()),
        }
    }
}

/// How the worker runs a stored job: `JobType::of::<SendMail>()`.
#[derive(Clone, Copy)]
pub struct JobType {
    pub kind: &'static str,
    pub(crate) run: for<'a> fn(&'a App, &'a str) -> BoxFuture<'a, Result<(), JobError>>,
    /// Comes back this long after it succeeded.
    pub every: Option<SignedDuration>,
}

impl JobType {
    pub fn of<J: Job>() -> JobType {
        JobType {
            kind: J::KIND,
            run: |app, body| Box::pin(run_stored::<J>(app, body)),
            every: None,
        }
    }

    /// Work that comes round: enqueued at start, and again after each success. Its body is empty.
    pub fn every<J: Job>(period: SignedDuration) -> JobType {
        JobType { every: Some(period), ..JobType::of::<J>() }
    }
}

async fn run_stored<J: Job>(app: &App, body: &str) -> Result<(), JobError> {
    let job: J = serde_json::from_str(body).map_err(|error| {
        JobError::give_up(format!("the stored {} is unreadable: {error}", J::KIND))
    })?;
    job.run(app).await
}

/// Adds a job to the caller's transaction, to be run at once.
pub async fn enqueue<J: Job>(app: &App, tx: &mut Tx, job: &J) -> Result<()> {
    enqueue_at(app, tx, job, app.now()).await
}

/// Adds a job to the caller's transaction, to be run at a time.
pub async fn enqueue_at<J: Job>(app: &App, tx: &mut Tx, job: &J, run_at: Timestamp) -> Result<()> {
    let body = serde_json::to_string(job)?;
    let key = job.once_key().map(|key| format!("{}:{key}", J::KIND));
    store::insert_job(tx, app.make_id(), (J::KIND, &body), key.as_deref(), run_at).await?;
    app.job_added.notify_waiters();
    Ok(())
}

/// 30 s, 1 min, 2 min … at most 4 h, after the given number of attempts.
pub(crate) fn wait_before_retry(attempts: i64) -> SignedDuration {
    let doublings = u32::try_from(attempts.clamp(1, 10) - 1).unwrap_or_default();
    SignedDuration::from_secs((30 << doublings).min(4 * 3600))
}
