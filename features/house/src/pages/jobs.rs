//! Work that waits and work that gave up. A job's body is never shown: it may hold a letter.
use crate::{actions, store, store::WaitingRow};
use askama::Template;
use axum::extract::Path;
use base::{
    ids::JobId,
    jiff::Timestamp,
    refusal::OrNotFound,
    store::{JobRow, dead_jobs},
    web::{Answer, Frame, Visit},
};

#[derive(Template)]
#[template(path = "pages/jobs.html")]
pub(crate) struct JobsPage {
    f: Frame,
    dead: Vec<Dead>,
    waiting: Vec<WaitingRow>,
}

/// A job that gave up.
struct Dead {
    id: JobId,
    kind: String,
    attempts: i64,
    at: Timestamp,
    error: Option<String>,
}

/// GET /pengelola/pekerjaan
pub(crate) async fn jobs(visit: Visit) -> Answer {
    let dead = dead_jobs(&visit.app.db).await?.into_iter().map(Dead::of).collect();
    let waiting = store::waiting_jobs(&visit.app.db).await?;
    let f = visit.frame(visit.words().t("admin-pekerjaan")).await?;
    visit.page(&JobsPage { f, dead, waiting })
}

/// POST /pengelola/pekerjaan/{id}/coba-lagi
pub(crate) async fn revive(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: JobId = id.parse().ok().or_not_found()?;
    actions::revive_job(&visit.app, visit.person()?, id).await?;
    visit.go_with_notice("/pengelola/pekerjaan", "house-job-revived")
}

impl Dead {
    fn of(row: JobRow) -> Dead {
        Dead {
            id: row.id,
            kind: row.kind,
            attempts: row.attempts,
            at: row.dead_at.unwrap_or(row.run_at),
            error: row.last_error,
        }
    }
}

impl JobsPage {
    pub(crate) fn sample(f: Frame) -> JobsPage {
        let error =
            Some("mail server 192.0.2.1 does not answer: timed out <after 30 s>".to_owned());
        let dead = Dead {
            id: JobId(1),
            kind: "base.send-mail".into(),
            attempts: 10,
            at: f.now,
            error: error.clone(),
        };
        let waiting = |attempts, last_error| WaitingRow {
            id: JobId(2),
            kind: "base.checkpoint".into(),
            run_at: f.now,
            attempts,
            last_error,
        };
        JobsPage { dead: vec![dead], waiting: vec![waiting(0, None), waiting(3, error)], f }
    }

    pub(crate) fn sample_none(f: Frame) -> JobsPage {
        JobsPage { f, dead: vec![], waiting: vec![] }
    }
}
