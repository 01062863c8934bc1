//! The log of what was done: one row in the transaction that did it, and one job for each who wants to hear.
//!
//! Nothing is announced that was not committed, and nothing committed goes unannounced.
use crate::{
    app::App,
    db::Tx,
    ids::{EventId, PersonId},
    jobs::{self, Job, JobError},
    store::{self, EventRow},
    subject::Subject,
};
use anyhow::Result;
use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

/// Someone who wants to hear of events: an across crate.
pub struct Subscriber {
    pub name: &'static str,
    /// Whether an event with this verb is of interest; keeps the queue short.
    pub wants: fn(verb: &str) -> bool,
    pub hear: for<'a> fn(&'a App, &'a EventRow) -> BoxFuture<'a, Result<()>>,
}

/// What happened, for `record`.
pub struct Happening<'a> {
    pub subject: Subject,
    /// In the past tense, with the noun first: `comment.hidden`.
    pub verb: &'a str,
    pub by: Option<PersonId>,
    /// What a reader of the log needs to know besides; never personal data of a third person.
    pub detail: Option<String>,
}

/// Writes the event and the jobs that deliver it, in the caller's transaction.
pub async fn record(app: &App, tx: &mut Tx, happening: Happening<'_>) -> Result<EventId> {
    let event = EventRow {
        id: app.make_id(),
        at: app.now(),
        person: happening.by,
        verb: happening.verb.to_owned(),
        kind: happening.subject.kind,
        subject_id: happening.subject.id,
        detail: happening.detail,
    };
    store::insert_event(tx, &event).await?;
    for subscriber in app.subscribers.iter().filter(|s| (s.wants)(&event.verb)) {
        let job = Deliver { event: event.id, to: subscriber.name.to_owned() };
        jobs::enqueue(app, tx, &job).await?;
    }
    Ok(event.id)
}

/// Tells one subscriber of one event.
#[derive(Serialize, Deserialize)]
pub(crate) struct Deliver {
    event: EventId,
    to: String,
}

impl Job for Deliver {
    const KIND: &'static str = "base.deliver";

    async fn run(self, app: &App) -> Result<(), JobError> {
        let Some(subscriber) = app.subscribers.iter().find(|s| s.name == self.to) else {
            return Err(JobError::give_up(format!("nobody is called {}", self.to)));
        };
        let Some(event) = store::event(&app.db, self.event).await? else {
            return Err(JobError::give_up("the event is gone"));
        };
        Ok((subscriber.hear)(app, &event).await?)
    }
}
