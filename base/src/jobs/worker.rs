//! Takes jobs one by one under a lease, so that a killed program's work is taken up by the next.
use super::{ATTEMPTS_MAX, JobError, JobType, wait_before_retry};
use crate::{
    app::App,
    store::{self, JobRow},
};
use anyhow::Result;
use jiff::SignedDuration;
use std::time::Duration;
use tokio::sync::watch;

const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// When the work of a feature that is off is looked at again.
const ASLEEP: SignedDuration = SignedDuration::from_hours(1);
/// How long an idle worker sleeps before it looks again: another program may have added work.
const IDLE: Duration = Duration::from_secs(1);

/// The loop that runs beside the server.
pub struct Worker {
    app: App,
    stop: watch::Receiver<bool>,
}

impl Worker {
    /// Ends when `stop` becomes true, after the job at hand.
    pub fn new(app: App, stop: watch::Receiver<bool>) -> Worker {
        Worker { app, stop }
    }

    pub async fn run(mut self) {
        if let Err(error) = enqueue_periodic(&self.app).await {
            tracing::error!(error = format!("{error:#}"), "periodic jobs were not enqueued");
        }
        while !*self.stop.borrow() {
            match run_one(&self.app).await {
                Ok(true) => {}
                Ok(false) => self.rest().await,
                Err(error) => {
                    tracing::error!(error = format!("{error:#}"), "the job queue does not answer");
                    self.rest().await;
                }
            }
        }
    }

    async fn rest(&mut self) {
        tokio::select! {
            () = self.app.job_added.notified() => {}
            () = tokio::time::sleep(IDLE) => {}
            _ = self.stop.changed() => {}
        }
    }
}

async fn enqueue_periodic(app: &App) -> Result<()> {
    let mut tx = app.db.begin().await?;
    for job in app.job_types().filter(|job| job.every.is_some()) {
        store::insert_job(&mut tx, app.make_id(), (job.kind, "null"), Some(job.kind), app.now())
            .await?;
    }
    tx.commit().await
}

/// Runs every job that is due, and those that they add; how many ran. For tests and the command line.
pub async fn run_due(app: &App) -> Result<usize> {
    let mut ran = 0;
    while run_one(app).await? {
        ran += 1;
    }
    Ok(ran)
}

async fn run_one(app: &App) -> Result<bool> {
    let now = app.now();
    if store::next_job_at(&app.db).await?.is_none_or(|at| at > now) {
        return Ok(false);
    }
    let mut tx = app.db.begin().await?;
    let job = store::claim_job(&mut tx, now, now + LEASE).await?;
    tx.commit().await?;
    let Some(job) = job else { return Ok(false) };
    if app.asleep.contains(&job.kind.as_str()) {
        let mut tx = app.db.begin().await?;
        store::postpone_job(&mut tx, job.id, now + ASLEEP).await?;
        tx.commit().await?;
        return Ok(true);
    }
    if job.attempts > ATTEMPTS_MAX {
        // Each time the program ended before the job did: trying on would end it again and again.
        let why = JobError::give_up("it never came to an end: the program stopped each time");
        settle(app, &job, None, Err(why)).await?;
        return Ok(true);
    }
    let Some(job_type) = app.job_types().find(|known| known.kind == job.kind) else {
        settle(app, &job, None, Err(JobError::give_up(format!("nobody does {}", job.kind))))
            .await?;
        return Ok(true);
    };
    let outcome = run_guarded(app.clone(), job_type, job.body.clone()).await;
    settle(app, &job, job_type.every, outcome).await?;
    Ok(true)
}

/// A panic in a job is a bug of that job, not the end of the worker.
async fn run_guarded(app: App, job_type: JobType, body: String) -> Result<(), JobError> {
    let running = tokio::spawn(async move { (job_type.run)(&app, &body).await });
    match running.await {
        Ok(outcome) => outcome,
        Err(_) => Err(JobError::give_up("the job panicked: a bug")),
    }
}

async fn settle(
    app: &App,
    job: &JobRow,
    every: Option<SignedDuration>,
    outcome: Result<(), JobError>,
) -> Result<()> {
    let now = app.now();
    let mut tx = app.db.begin().await?;
    match (outcome, every) {
        (Ok(()), None) => store::delete_job(&mut tx, job.id).await?,
        (Ok(()), Some(period)) => {
            store::delete_job(&mut tx, job.id).await?;
            let named = (job.kind.as_str(), job.body.as_str());
            store::insert_job(&mut tx, app.make_id(), named, Some(&job.kind), now + period).await?;
        }
        (Err(JobError::Retry(error)), _) if job.attempts < ATTEMPTS_MAX => {
            let why = format!("{error:#}");
            tracing::warn!(job.kind, job.attempts, why, "a job failed and will be tried again");
            store::retry_job(&mut tx, job.id, now + wait_before_retry(job.attempts), &why).await?;
        }
        (Err(JobError::Retry(error) | JobError::GiveUp(error)), _) => {
            let why = format!("{error:#}");
            tracing::error!(job.kind, job.attempts, why, "a job is dead; the operator must look");
            store::bury_job(&mut tx, job.id, now, &why).await?;
        }
    }
    tx.commit().await
}
