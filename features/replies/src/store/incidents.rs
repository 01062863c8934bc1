//! Legal incidents, and who may see each.
use crate::incident::{Incident, IncidentNote, IncidentStep, NewIncident};
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::{IncidentId, PersonId},
    jiff::Timestamp,
    sql, values,
};

pub async fn insert_incident(
    tx: &mut Tx,
    (id, by): (IncidentId, PersonId),
    new: &NewIncident,
    at: Timestamp,
) -> Result<()> {
    let happened_on = new.happened_on.to_string();
    tx.execute(
        sql!(
            "INSERT INTO incidents (id, kind, against_name, from_name, what, happened_on, helper, opened_by, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        values![
            id,
            new.kind,
            &new.against,
            &new.from,
            &new.what,
            &happened_on,
            &new.helper,
            by,
            at
        ],
    )
    .await?;
    Ok(())
}

/// `None` also for everyone who is not named on it.
pub async fn incident_for(
    db: impl Reads,
    id: IncidentId,
    person: PersonId,
) -> Result<Option<Incident>> {
    db.optional(
        sql!(
            "SELECT i.id, i.kind, i.against_name, i.from_name, i.what, i.happened_on, i.helper, i.opened_by, i.at,
                    i.outcome, i.ended_at
             FROM incidents i JOIN incident_people p ON p.incident_id = i.id
             WHERE i.id = $1 AND p.person_id = $2"
        ),
        values![id, person],
    )
    .await
}

/// Those on which a person is named, newest first.
pub async fn incidents_for(db: impl Reads, person: PersonId) -> Result<Vec<Incident>> {
    db.all(
        sql!(
            "SELECT i.id, i.kind, i.against_name, i.from_name, i.what, i.happened_on, i.helper, i.opened_by, i.at,
                    i.outcome, i.ended_at
             FROM incidents i JOIN incident_people p ON p.incident_id = i.id
             WHERE p.person_id = $1 ORDER BY i.id DESC LIMIT 200"
        ),
        values![person],
    )
    .await
}

/// False when they were named before.
pub async fn name_on_incident(
    tx: &mut Tx,
    (id, person): (IncidentId, PersonId),
    (at, by): (Timestamp, PersonId),
) -> Result<bool> {
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO incident_people (incident_id, person_id, at, named_by) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (incident_id, person_id) DO NOTHING"
            ),
            values![id, person, at, by],
        )
        .await?;
    Ok(rows == 1)
}

/// Who is named, in the order in which they were.
pub async fn named_on(db: impl Reads, id: IncidentId) -> Result<Vec<PersonId>> {
    let found: Vec<(PersonId,)> = db
        .all(
            sql!(
                "SELECT person_id FROM incident_people WHERE incident_id = $1 ORDER BY at, person_id LIMIT 50"
            ),
            values![id],
        )
        .await?;
    Ok(found.into_iter().map(|(person,)| person).collect())
}

/// False when it had ended before.
pub async fn set_helper(tx: &mut Tx, id: IncidentId, helper: &str) -> Result<bool> {
    let sql = sql!("UPDATE incidents SET helper = $2 WHERE id = $1 AND ended_at IS NULL");
    Ok(tx.execute(sql, values![id, helper]).await? == 1)
}

/// False when it had ended before.
pub async fn end_incident(
    tx: &mut Tx,
    id: IncidentId,
    (at, by): (Timestamp, PersonId),
    outcome: &str,
) -> Result<bool> {
    let sql = sql!(
        "UPDATE incidents SET ended_at = $2, ended_by = $3, outcome = $4 WHERE id = $1 AND ended_at IS NULL"
    );
    Ok(tx.execute(sql, values![id, at, by, outcome]).await? == 1)
}

pub async fn insert_incident_step(
    tx: &mut Tx,
    (id, incident): (i64, IncidentId),
    (at, by): (Timestamp, PersonId),
    (step, words): (IncidentStep, Option<&str>),
) -> Result<()> {
    tx.execute(
        sql!(
            "INSERT INTO incident_steps (id, incident_id, at, person_id, step, words) VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        values![id, incident, at, by, step, words],
    )
    .await?;
    Ok(())
}

/// Everything that was done, in order.
pub async fn incident_steps(db: impl Reads, id: IncidentId) -> Result<Vec<IncidentNote>> {
    db.all(
        sql!(
            "SELECT at, person_id, step, words FROM incident_steps WHERE incident_id = $1 ORDER BY id LIMIT 500"
        ),
        values![id],
    )
    .await
}
