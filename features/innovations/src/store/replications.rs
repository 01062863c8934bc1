//! Replications and what their two sides said.
use crate::replication::{Basis, Extent, Mode, NewAnswer, NewReplication, Progress, Said, Side};
use crate::store::Noted;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{AgencyId, InnovationId, PersonId, ReplicationId},
    jiff::{Timestamp, civil::Date},
    row, sql, values,
};

row! {
    #[derive(Debug, Clone)]
    pub struct ReplicationRow {
        pub id: ReplicationId,
        pub at: Timestamp,
        pub person: Option<PersonId>,
        pub origin: InnovationId,
        pub origin_agency: AgencyId,
        pub agency: AgencyId,
        pub own: Option<InnovationId>,
        pub mode: Mode,
        pub extent: Extent,
        pub basis: Option<Basis>,
        pub basis_number: Option<String>,
        pub basis_on: Option<Date>,
        pub started_on: Option<Date>,
        pub differs: String,
        pub process: String,
        pub progress: Progress,
        pub counted_at: Option<Timestamp>,
    }
}

impl ReplicationRow {
    pub fn path(&self) -> String {
        format!("/replikasi/{}", self.id)
    }

    /// The body that speaks for a side.
    pub fn agency_of(&self, side: Side) -> AgencyId {
        match side {
            Side::Origin => self.origin_agency,
            Side::Adopter => self.agency,
        }
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct AnswerRow {
        pub side: Side,
        pub said: Said,
        pub letter: Option<String>,
        pub letter_on: Option<Date>,
        pub note: Option<String>,
        pub at: Timestamp,
        pub person: Option<PersonId>,
    }
}

row! {
    #[derive(Debug, Clone)]
    pub struct ProgressRow {
        pub progress: Progress,
        pub on: Option<Date>,
        pub note: Option<String>,
        pub at: Timestamp,
        pub person: Option<PersonId>,
    }
}

/// False when this body is noted as copying this innovation already.
pub async fn insert_replication(
    tx: &mut Tx,
    (id, new, origin_agency): (ReplicationId, &NewReplication, AgencyId),
    at: Timestamp,
    by: Option<PersonId>,
) -> Result<bool> {
    let basis = new.basis.as_ref();
    let number = basis.and_then(|basis| basis.number.clone());
    let basis_on = basis.and_then(|basis| basis.on).map(|on| on.to_string());
    let started_on = new.started_on.map(|on| on.to_string());
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO replications (id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent,
                   basis, basis_number, basis_on, started_on, differs, process, state)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT DO NOTHING"
            ),
            values![
                id,
                at,
                by,
                new.origin,
                origin_agency,
                new.agency,
                new.own,
                new.mode,
                new.extent,
                basis.map(|basis| basis.basis),
                &number,
                &basis_on,
                &started_on,
                &new.differs,
                &new.process,
                new.progress
            ],
        )
        .await?;
    Ok(rows == 1)
}

pub async fn insert_answer(
    tx: &mut Tx,
    replication: ReplicationId,
    new: &NewAnswer,
    noted: Noted,
) -> Result<()> {
    let (letter, on) = match &new.letter {
        Some((letter, on)) => (Some(letter.clone()), Some(on.to_string())),
        None => (None, None),
    };
    tx.execute(
        sql!(
            "INSERT INTO replication_answers (id, replication_id, side, answer, letter, letter_on, note, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            noted.id,
            replication,
            new.side,
            new.said,
            &letter,
            &on,
            &new.note,
            noted.at,
            noted.by
        ],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn answers(db: impl Reads, replication: ReplicationId) -> Result<Vec<AnswerRow>> {
    db.all(
        sql!(
            "SELECT side, answer, letter, letter_on, note, at, person_id FROM replication_answers
             WHERE replication_id = $1 ORDER BY id LIMIT 100"
        ),
        values![replication],
    )
    .await
}

/// Since when it counts; `None`: it does not.
pub async fn set_counted(
    tx: &mut Tx,
    replication: ReplicationId,
    counted_at: Option<Timestamp>,
) -> Result<()> {
    tx.execute(
        sql!("UPDATE replications SET counted_at = $2 WHERE id = $1"),
        values![replication, counted_at],
    )
    .await?;
    Ok(())
}

/// Notes how far it is; lists show the newest.
pub async fn insert_progress(
    tx: &mut Tx,
    replication: ReplicationId,
    (progress, on, note): (Progress, Option<Date>, Option<&str>),
    noted: Noted,
) -> Result<()> {
    let on = on.map(|on| on.to_string());
    tx.execute(
        sql!(
            "INSERT INTO replication_states (id, replication_id, state, on_date, note, at, person_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        values![noted.id, replication, progress, &on, note, noted.at, noted.by],
    )
    .await?;
    tx.execute(
        sql!("UPDATE replications SET state = $2 WHERE id = $1"),
        values![replication, progress],
    )
    .await?;
    Ok(())
}

/// Oldest first.
pub async fn progress_of(db: impl Reads, replication: ReplicationId) -> Result<Vec<ProgressRow>> {
    db.all(
        sql!(
            "SELECT state, on_date, note, at, person_id FROM replication_states WHERE replication_id = $1
             ORDER BY id LIMIT 100"
        ),
        values![replication],
    )
    .await
}

/// Holds the row until the transaction ends, and reads it after that: two sides that answer at once see each other.
pub async fn hold_replication(tx: &mut Tx, id: ReplicationId) -> Result<Option<ReplicationRow>> {
    tx.execute(sql!("UPDATE replications SET state = state WHERE id = $1"), values![id]).await?;
    replication(tx, id).await
}

pub async fn replication(db: impl Reads, id: ReplicationId) -> Result<Option<ReplicationRow>> {
    db.optional(
        sql!(
            "SELECT id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent, basis, basis_number,
               basis_on, started_on, differs, process, state, counted_at
             FROM replications WHERE id = $1"
        ),
        values![id],
    )
    .await
}

/// Of an innovation, the counted ones first.
pub async fn replications_of(db: impl Reads, origin: InnovationId) -> Result<Vec<ReplicationRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent, basis, basis_number,
               basis_on, started_on, differs, process, state, counted_at
             FROM replications WHERE origin_id = $1
             ORDER BY CASE WHEN counted_at IS NULL THEN 1 ELSE 0 END, id LIMIT 500"
        ),
        values![origin],
    )
    .await
}

/// What some bodies copied, newest first.
pub async fn replications_by(
    db: impl Reads,
    agencies: &[i64],
    limit: i64,
) -> Result<Vec<ReplicationRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent, basis, basis_number,
               basis_on, started_on, differs, process, state, counted_at
             FROM replications WHERE agency_id IN {ids:1} ORDER BY at DESC, id DESC LIMIT $2"
        ),
        values![agencies, limit],
    )
    .await
}

/// Not counted yet, and one of these bodies is a side; oldest first.
pub async fn waiting_for(
    db: impl Reads,
    agencies: &[i64],
    limit: i64,
) -> Result<Vec<ReplicationRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent, basis, basis_number,
               basis_on, started_on, differs, process, state, counted_at
             FROM replications WHERE counted_at IS NULL AND (agency_id IN {ids:1} OR origin_agency_id IN {ids:1})
             ORDER BY at, id LIMIT $2"
        ),
        values![agencies, limit],
    )
    .await
}

/// Not counted yet, of any body; oldest first.
pub async fn waiting(db: impl Reads, limit: i64) -> Result<Vec<ReplicationRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent, basis, basis_number,
               basis_on, started_on, differs, process, state, counted_at
             FROM replications WHERE counted_at IS NULL ORDER BY at, id LIMIT $1"
        ),
        values![limit],
    )
    .await
}

/// In the order of their ids, for the open data.
pub async fn replications_after(
    db: impl Reads,
    after: i64,
    limit: i64,
) -> Result<Vec<ReplicationRow>> {
    db.all(
        sql!(
            "SELECT id, at, person_id, origin_id, origin_agency_id, agency_id, own_id, mode, extent, basis, basis_number,
               basis_on, started_on, differs, process, state, counted_at
             FROM replications WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// How many bodies copied each, by the word of both sides; one that nobody copied is absent.
pub async fn counted(db: impl Reads, innovations: &[i64]) -> Result<Vec<(InnovationId, i64)>> {
    db.all(
        sql!(
            "SELECT origin_id, COUNT(*) FROM replications
             WHERE origin_id IN {ids:1} AND counted_at IS NOT NULL GROUP BY origin_id"
        ),
        values![innovations],
    )
    .await
}
