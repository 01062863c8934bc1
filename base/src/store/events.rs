//! The log of what was done.
use crate::{
    db::{Reads, Tx},
    ids::{EventId, PersonId},
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

pub async fn insert_event(tx: &mut Tx, event: &EventRow) -> Result<()> {
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

pub async fn event(db: impl Reads, id: EventId) -> Result<Option<EventRow>> {
    db.optional(
        sql!(
            "SELECT id, at, person_id, verb, subject_kind, subject_id, detail FROM events WHERE id = $1"
        ),
        values![id],
    )
    .await
}
