//! What waits: for the desk, for a body, for the clock.
use super::Listed;
use crate::report::Turn;
use anyhow::Result;
use base::{
    db::Reads,
    ids::{AgencyId, ReportId},
    sql, values,
};
use jiff::Timestamp;

/// Reports in one of these areas whose turn it is: those that no rule gave a time first, the longest waiting of them
/// before the others, because no clock calls for them; then those that are due first.
pub async fn waiting(
    db: impl Reads,
    areas: &[i64],
    turn: Turn,
    limit: i64,
) -> Result<Vec<ReportId>> {
    let found: Vec<Listed> = db
        .all(
            sql!(
                "SELECT r.id, COALESCE(r.due_at, 0) FROM reports r
                 WHERE r.turn = $2
                   AND EXISTS (SELECT 1 FROM report_areas a WHERE a.report_id = r.id AND a.area IN {ids:1})
                 ORDER BY 2, r.turn_since, r.id LIMIT $3"
            ),
            values![areas, turn, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id, _)| ReportId(id)).collect())
}

/// The same, those that ended or moved last first.
pub async fn ended(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<ReportId>> {
    let found: Vec<Listed> = db
        .all(
            sql!(
                "SELECT r.id, r.turn_since FROM reports r
                 WHERE r.turn = 'nobody'
                   AND EXISTS (SELECT 1 FROM report_areas a WHERE a.report_id = r.id AND a.area IN {ids:1})
                 ORDER BY r.turn_since DESC, r.id DESC LIMIT $2"
            ),
            values![areas, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id, _)| ReportId(id)).collect())
}

/// How many wait for each turn in these areas.
pub async fn count_waiting(db: impl Reads, areas: &[i64]) -> Result<Vec<(Turn, i64)>> {
    db.all(
        sql!(
            "SELECT r.turn, COUNT(*) FROM reports r
             WHERE EXISTS (SELECT 1 FROM report_areas a WHERE a.report_id = r.id AND a.area IN {ids:1})
             GROUP BY r.turn"
        ),
        values![areas],
    )
    .await
}

/// What a body has now, in the same order.
pub async fn inbox(
    db: impl Reads,
    agency: AgencyId,
    turn: Turn,
    limit: i64,
) -> Result<Vec<ReportId>> {
    let found: Vec<Listed> = db
        .all(
            sql!(
                "SELECT id, COALESCE(due_at, 0) FROM reports
                 WHERE agency_id = $1 AND turn = $2 ORDER BY 2, turn_since, id LIMIT $3"
            ),
            values![agency, turn, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id, _)| ReportId(id)).collect())
}

/// How many reports these bodies owe a word on.
pub async fn count_inbox(db: impl Reads, agencies: &[i64]) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!("SELECT COUNT(*) FROM reports WHERE turn = 'body' AND agency_id IN {ids:1}"),
            values![agencies],
        )
        .await?;
    Ok(count)
}

/// Bodies whose time is over and of which that was not told yet.
pub async fn newly_overdue(db: impl Reads, now: Timestamp, limit: i64) -> Result<Vec<ReportId>> {
    let found: Vec<(ReportId,)> = db
        .all(
            sql!(
                "SELECT id FROM reports
                 WHERE turn = 'body' AND due_at < $1 AND (overdue_at IS NULL OR overdue_at < due_at)
                 ORDER BY due_at, id LIMIT $2"
            ),
            values![now, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Reporters whose time to say something is over.
pub async fn to_close(db: impl Reads, now: Timestamp, limit: i64) -> Result<Vec<ReportId>> {
    let found: Vec<(ReportId,)> = db
        .all(
            sql!(
                "SELECT id FROM reports
                 WHERE turn = 'reporter' AND due_at < $1 ORDER BY due_at, id LIMIT $2"
            ),
            values![now, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}

/// Reports in these areas with words of a sender that wait for the desk, oldest first.
pub async fn words_waiting(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<ReportId>> {
    let found: Vec<Listed> = db
        .all(
            sql!(
                "SELECT s.report_id, MIN(s.at) FROM report_steps s
                 WHERE s.words IS NOT NULL AND s.hidden_at = s.at AND s.hidden_reason IS NULL
                   AND EXISTS (SELECT 1 FROM report_areas a WHERE a.report_id = s.report_id AND a.area IN {ids:1})
                 GROUP BY s.report_id ORDER BY 2, 1 LIMIT $2"
            ),
            values![areas, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id, _)| ReportId(id)).collect())
}

/// Reports in these areas whose sender wrote to the desk and was not read yet, oldest first.
pub async fn told(db: impl Reads, areas: &[i64], limit: i64) -> Result<Vec<ReportId>> {
    let found: Vec<Listed> = db
        .all(
            sql!(
                "SELECT n.report_id, MIN(n.at) FROM report_notes n
                 WHERE n.kind = 'reply' AND n.seen_at IS NULL
                   AND EXISTS (SELECT 1 FROM report_areas a WHERE a.report_id = n.report_id AND a.area IN {ids:1})
                 GROUP BY n.report_id ORDER BY 2, 1 LIMIT $2"
            ),
            values![areas, limit],
        )
        .await?;
    Ok(found.into_iter().map(|(id, _)| ReportId(id)).collect())
}

/// How many there are.
pub async fn count_told(db: impl Reads, areas: &[i64]) -> Result<i64> {
    let (count,) = db
        .one::<(i64,)>(
            sql!(
                "SELECT COUNT(DISTINCT n.report_id) FROM report_notes n
                 WHERE n.kind = 'reply' AND n.seen_at IS NULL
                   AND EXISTS (SELECT 1 FROM report_areas a WHERE a.report_id = n.report_id AND a.area IN {ids:1})"
            ),
            values![areas],
        )
        .await?;
    Ok(count)
}
