//! Reports themselves.
use crate::report::Report;
use anyhow::Result;
use base::{
    db::{Reads, Tx},
    ids::ReportId,
    sql, values,
};

pub async fn find(db: impl Reads, id: ReportId) -> Result<Option<Report>> {
    Ok(reports(db, &[id.0]).await?.pop())
}

/// Holds the row until the transaction ends, and reads it after that: whoever else would change it waits.
pub async fn hold(tx: &mut Tx, id: ReportId) -> Result<Option<Report>> {
    tx.execute(sql!("UPDATE reports SET turn = turn WHERE id = $1"), values![id]).await?;
    find(tx, id).await
}

/// In the order of the ids asked for.
pub async fn reports(db: impl Reads, ids: &[i64]) -> Result<Vec<Report>> {
    let mut found: Vec<Report> = db
        .all(
            sql!(
                "SELECT id, number, code_hash, title, text, category, class, area, landmark, happened_on, visibility,
                        person_id, state, turn, turn_since, due_at, overdue_at, sent_at, verified_at, refusal,
                        wanted_agency_id, agency_id, delivered_at, received_at, answered_at, promised_until,
                        repaired_at, closed_at, verdict, listed_at, hidden_at, hidden_reason
                 FROM reports WHERE id IN {ids:1}"
            ),
            values![ids],
        )
        .await?;
    let place = |id: ReportId| ids.iter().position(|asked| *asked == id.0);
    found.sort_by_key(|report| place(report.id));
    Ok(found)
}

pub async fn by_number(db: impl Reads, number: &str) -> Result<Option<ReportId>> {
    let found: Option<(ReportId,)> =
        db.optional(sql!("SELECT id FROM reports WHERE number = $1"), values![number]).await?;
    Ok(found.map(|(id,)| id))
}

/// The report that this form already made.
pub async fn by_form(db: impl Reads, once_hash: &str) -> Result<Option<ReportId>> {
    let found: Option<(ReportId,)> = db
        .optional(sql!("SELECT id FROM reports WHERE once_hash = $1"), values![once_hash])
        .await?;
    Ok(found.map(|(id,)| id))
}

/// False when the same form already made one.
pub async fn insert(tx: &mut Tx, report: &Report, once_hash: &str) -> Result<bool> {
    let happened_on = report.happened_on.map(|day| day.to_string());
    let rows = tx
        .execute(
            sql!(
                "INSERT INTO reports (id, number, once_hash, code_hash, title, text, category, class, area, landmark,
                                      happened_on, visibility, person_id, state, turn, turn_since, sent_at,
                                      wanted_agency_id, due_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                 ON CONFLICT (once_hash) DO NOTHING"
            ),
            values![
                report.id,
                &report.number,
                once_hash,
                &report.code_hash,
                &report.title,
                &report.text,
                &report.category,
                report.class,
                report.area,
                &report.landmark,
                &happened_on,
                report.visibility,
                report.person,
                report.state,
                report.turn,
                report.turn_since,
                report.sent_at,
                report.wanted,
                report.due_at
            ],
        )
        .await?;
    Ok(rows == 1)
}

/// What steps change; false when another step was quicker.
pub async fn update(tx: &mut Tx, before: &Report, after: &Report) -> Result<bool> {
    let promised_until = after.promised_until.map(|day| day.to_string());
    let rows = tx
        .execute(
            sql!(
                "UPDATE reports SET class = $4, state = $5, turn = $6, turn_since = $7, due_at = $8, overdue_at = $9,
                        verified_at = $10, refusal = $11, agency_id = $12, delivered_at = $13, received_at = $14,
                        answered_at = $15, promised_until = $16, repaired_at = $17, closed_at = $18, verdict = $19
                 WHERE id = $1 AND state = $2 AND turn_since = $3"
            ),
            values![
                before.id,
                before.state,
                before.turn_since,
                after.class,
                after.state,
                after.turn,
                after.turn_since,
                after.due_at,
                after.overdue_at,
                after.verified_at,
                &after.refusal,
                after.agency,
                after.delivered_at,
                after.received_at,
                after.answered_at,
                &promised_until,
                after.repaired_at,
                after.closed_at,
                after.verdict
            ],
        )
        .await?;
    Ok(rows == 1)
}
