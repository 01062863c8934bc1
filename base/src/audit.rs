//! The log that nobody changes unseen: events sealed in batches, each with the hash of the one before.
//!
//! ```text
//! events ─► (5 minutes later) batch 1 ─► batch 2 ─► batch 3        hash n = SHA-256 of hash n-1, count, rows
//! ```
//!
//! A chain per write would make every writer wait for the one before; a job seals what is old enough that no
//! transaction still writes there. A row that is changed, taken out or slipped in afterwards breaks its batch, and
//! `verify` names the first one that is broken. Whoever can rewrite the database can seal anew from there on: the newest
//! hash, which `suara doctor` prints, belongs on paper or with a neighbour.
//!
//! Canonical form of a row: the JSON array `[id, at in microseconds, person, verb, kind, subject, detail]` without
//! spaces, and a line feed; of a batch: the four lines that `batch_hash` writes.
use crate::{
    app::App,
    db::Db,
    ids::first_id_at,
    jobs::{Job, JobError},
    store::{self, BatchRow, LoggedRow},
};
use anyhow::Result;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// No transaction is open longer; an event's id is made before it is committed.
const SETTLED_AFTER: SignedDuration = SignedDuration::from_mins(5);
const ROWS_MAX: i64 = 1000;
/// What stands before the first batch.
const BEGINNING: &str = "suara";

/// Seals what has settled.
#[derive(Serialize, Deserialize)]
pub struct Seal;

impl Job for Seal {
    const KIND: &'static str = "base.seal-events";

    async fn run(self, app: &App) -> Result<(), JobError> {
        while seal_one(app).await? {}
        Ok(())
    }
}

/// Seals one batch; false when nothing was left to seal.
async fn seal_one(app: &App) -> Result<bool> {
    let now = app.now();
    let settled = first_id_at(now - SETTLED_AFTER) - 1;
    let mut tx = app.db.begin().await?;
    let before = store::last_batch(&mut tx).await?;
    let after = before.as_ref().map_or(0, |batch| batch.last_event);
    let rows = store::logged(&mut tx, (after, settled), ROWS_MAX).await?;
    let Some(last) = rows.last() else { return Ok(false) };
    let batch = BatchRow {
        id: app.make_id(),
        sealed_at: now,
        last_event: last.id,
        row_count: i64::try_from(rows.len())?,
        rows_hash: rows_hash(&rows)?,
        before_hash: before.map_or_else(|| BEGINNING.to_owned(), |batch| batch.hash),
        hash: String::new(),
    };
    let batch = BatchRow { hash: batch_hash(&batch), ..batch };
    let sealed = store::insert_batch(&mut tx, &batch).await?;
    tx.commit().await?;
    Ok(sealed)
}

fn hex(digest: impl AsRef<[u8]>) -> String {
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn rows_hash(rows: &[LoggedRow]) -> Result<String> {
    let mut hash = Sha256::new();
    for row in rows {
        let line =
            (row.id, row.at_us, row.person, &row.verb, &row.kind, row.subject_id, &row.detail);
        hash.update(serde_json::to_vec(&line)?);
        hash.update(b"\n");
    }
    Ok(hex(hash.finalize()))
}

fn batch_hash(batch: &BatchRow) -> String {
    let text = format!(
        "{}\n{} {}\n{}\n{}\n",
        batch.before_hash,
        batch.last_event,
        batch.row_count,
        batch.sealed_at.as_microsecond(),
        batch.rows_hash
    );
    hex(Sha256::digest(text.as_bytes()))
}

/// What is wrong with a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not follow the one before it: a batch was taken out, slipped in or changed.
    Chain,
    /// So many rows stand where it counted others.
    Count { sealed: i64, found: i64 },
    /// A row does not say any more what it said.
    Rows,
}

/// The first batch that is not as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Counted from 1.
    pub number: u64,
    pub sealed_at: Timestamp,
    pub fault: Fault,
}

/// How the log stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verified {
    pub batches: u64,
    pub rows: i64,
    /// Of the newest batch that is whole.
    pub last_hash: Option<String>,
    pub broken: Option<Broken>,
}

/// Goes through the whole chain, from its beginning to the first batch that is broken.
pub async fn verify(db: &Db) -> Result<Verified> {
    let mut seen = Verified::default();
    let mut after = 0;
    loop {
        let batches = store::batches_after(db, after).await?;
        if batches.is_empty() {
            return Ok(seen);
        }
        for batch in batches {
            let before = seen.last_hash.as_deref().unwrap_or(BEGINNING);
            if let Some(fault) = fault(db, &batch, (after, before)).await? {
                let number = seen.batches + 1;
                seen.broken = Some(Broken { number, sealed_at: batch.sealed_at, fault });
                return Ok(seen);
            }
            after = batch.last_event;
            seen.batches += 1;
            seen.rows += batch.row_count;
            seen.last_hash = Some(batch.hash);
        }
    }
}

async fn fault(db: &Db, batch: &BatchRow, (after, before): (i64, &str)) -> Result<Option<Fault>> {
    if batch.before_hash != before || batch.hash != batch_hash(batch) {
        return Ok(Some(Fault::Chain));
    }
    let rows = store::logged(db, (after, batch.last_event), 2 * ROWS_MAX).await?;
    let found = i64::try_from(rows.len())?;
    if found != batch.row_count {
        return Ok(Some(Fault::Count { sealed: batch.row_count, found }));
    }
    Ok((rows_hash(&rows)? != batch.rows_hash).then_some(Fault::Rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        db::Sql,
        events::{self, Happening},
        ids::{CommentId, PersonId},
        sql,
        testing::{Setup, on_both},
        values,
    };

    async fn happen(app: &App, count: i64) {
        let mut tx = app.db.begin().await.unwrap();
        for number in 1..=count {
            let what = Happening {
                subject: CommentId(number).into(),
                verb: "comment.hidden",
                by: (number % 2 == 0).then_some(PersonId(7)),
                detail: (number % 3 == 0).then(|| "menyerang \"pribadi\"".to_owned()),
            };
            events::record(app, &mut tx, what).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn by_hand(app: &App, statement: Sql) {
        let mut tx = app.db.begin().await.unwrap();
        tx.execute(statement, values![]).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn sealed(app: &App) {
        Seal.run(app).await.unwrap();
    }

    async fn broken(app: &App) -> (u64, Fault) {
        let broken = verify(&app.db).await.unwrap().broken.unwrap();
        (broken.number, broken.fault)
    }

    #[tokio::test]
    async fn the_log_is_sealed_in_batches_once_it_has_settled() {
        on_both(Setup::default, |app| async move {
            happen(&app, 1005).await;
            sealed(&app).await;
            assert_eq!(verify(&app.db).await.unwrap(), Verified::default(), "too fresh");
            app.clock.advance(SignedDuration::from_mins(6));
            happen(&app, 3).await;
            sealed(&app).await;
            let seen = verify(&app.db).await.unwrap();
            assert_eq!((seen.batches, seen.rows, seen.broken), (2, 1005, None));
            sealed(&app).await;
            app.clock.advance(SignedDuration::from_mins(6));
            sealed(&app).await;
            let seen = verify(&app.db).await.unwrap();
            assert_eq!((seen.batches, seen.rows, seen.broken), (3, 1008, None));
        })
        .await;
    }

    #[tokio::test]
    async fn a_row_changed_taken_out_or_slipped_in_by_hand_is_found() {
        let cases: [(Sql, (u64, Fault)); 5] = [
            (sql!("UPDATE events SET person_id = 8 WHERE subject_id = 4"), (1, Fault::Rows)),
            (sql!("UPDATE events SET detail = NULL WHERE subject_id = 13"), (2, Fault::Rows)),
            (
                sql!("DELETE FROM events WHERE subject_id = 12"),
                (2, Fault::Count { sealed: 5, found: 4 }),
            ),
            (
                sql!(
                    "INSERT INTO events (id, at, verb, subject_kind, subject_id)
                     SELECT MIN(id) - 1, MIN(at), 'comment.shown', 'comment', 4 FROM events"
                ),
                (1, Fault::Count { sealed: 10, found: 11 }),
            ),
            (
                sql!("UPDATE audit_batches SET sealed_at = sealed_at + 1 WHERE row_count = 10"),
                (1, Fault::Chain),
            ),
        ];
        for (statement, expected) in cases {
            on_both(Setup::default, |app| async move {
                happen(&app, 10).await;
                app.clock.advance(SignedDuration::from_mins(6));
                sealed(&app).await;
                let mut tx = app.db.begin().await.unwrap();
                for number in 11..=15 {
                    let (subject, verb) = (CommentId(number).into(), "comment.flagged");
                    let detail = Some("iklan".to_owned());
                    let what = Happening { subject, verb, by: None, detail };
                    events::record(&app, &mut tx, what).await.unwrap();
                }
                tx.commit().await.unwrap();
                app.clock.advance(SignedDuration::from_mins(6));
                sealed(&app).await;
                assert_eq!(verify(&app.db).await.unwrap().broken, None);
                by_hand(&app, statement).await;
                assert_eq!(broken(&app).await, expected);
            })
            .await;
        }
    }

    #[tokio::test]
    async fn a_batch_taken_out_of_the_chain_is_missed_by_the_next() {
        on_both(Setup::default, |app| async move {
            for _ in 0..3 {
                happen(&app, 2).await;
                app.clock.advance(SignedDuration::from_mins(6));
                sealed(&app).await;
            }
            by_hand(
                &app,
                sql!(
                    "DELETE FROM audit_batches WHERE last_event NOT IN
                       (SELECT MIN(last_event) FROM audit_batches UNION SELECT MAX(last_event) FROM audit_batches)"
                ),
            )
            .await;
            assert_eq!(broken(&app).await, (2, Fault::Chain));
        })
        .await;
    }
}
