//! Public lists of what programmes aim at and of what was said and decided in their activities.
use anyhow::Result;
use base::{db::Reads, open_data::OpenLine, sql, values};

/// Outcomes: name of the programme, number, name, number of the outcome that it belongs to, source.
pub async fn open_outcomes(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT o.id, o.programme_id, COALESCE(p.acronym, p.name), o.number, o.name, u.number, o.source
             FROM programme_outcomes o JOIN programmes p ON p.id = o.programme_id
               LEFT JOIN programme_outcomes u ON u.id = o.parent_id
             WHERE o.id > $1 ORDER BY o.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Components: name of the programme, number, name, number of the outcome that it serves, note, source.
pub async fn open_components(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT c.id, c.programme_id, COALESCE(p.acronym, p.name), c.number, c.name, o.number, c.note, c.source
             FROM programme_components c JOIN programmes p ON p.id = c.programme_id
               LEFT JOIN programme_outcomes o ON o.id = c.outcome_id
             WHERE c.id > $1 ORDER BY c.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// Who spoke: name of the activity, of the speaker, the office held that day, what was said.
pub async fn open_speakers(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT s.id, s.activity_id, a.name, s.name, s.office, s.said
             FROM activity_speakers s JOIN activities a ON a.id = s.activity_id
             WHERE s.id > $1 ORDER BY s.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}

/// What was decided: name of the activity, decision.
pub async fn open_decisions(db: impl Reads, after: i64, limit: i64) -> Result<Vec<OpenLine>> {
    db.all(
        sql!(
            "SELECT d.id, d.activity_id, a.name, d.decision
             FROM activity_decisions d JOIN activities a ON a.id = d.activity_id
             WHERE d.id > $1 ORDER BY d.id LIMIT $2"
        ),
        values![after, limit],
    )
    .await
}
